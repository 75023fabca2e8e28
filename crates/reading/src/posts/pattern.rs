//! Patterns: compiled once, matched in linear time whatever the text.

/// Declares patterns that are compiled at first use.
macro_rules! patterns {
    ($($(#[$meta:meta])* $name:ident = $pattern:expr;)*) => {
        $($(#[$meta])* static $name: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| regex::Regex::new($pattern).expect("a built-in pattern compiles"));)*
    };
}
pub(crate) use patterns;
