//! The two languages and how a wish for one is written.

use std::fmt;
use std::str::FromStr;

/// A language the product speaks. Chinese comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Lang {
    /// Simplified Chinese as written in mainland China.
    #[default]
    Zh,
    /// British English.
    En,
}

impl Lang {
    /// Both languages, the default one first.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The tag for `lang` attributes, cookies and message folders.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The language an `Accept-Language` header prefers (RFC 9110 §12.5.4:
    /// highest `q` wins, the earlier one on a tie), Chinese when it names neither.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Lang {
        let mut best = (0.0, Lang::default());
        for range in header.split(',') {
            let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
            let q = match weight.trim().strip_prefix("q=") {
                Some(number) => number.trim().parse().unwrap_or(0.0),
                None => 1.0,
            };
            if let Ok(lang) = tag.parse()
                && q > best.0
            {
                best = (q, lang);
            }
        }
        best.1
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// The tag names no language we speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLang;

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("zh | en")
    }
}

impl std::error::Error for UnknownLang {}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads a language tag by its first part, in any case: `zh`, `zh-CN`,
    /// `zh_CN.UTF-8`, `en`, `en-GB`.
    fn from_str(tag: &str) -> Result<Lang, UnknownLang> {
        let primary = tag.trim().split(['-', '_', '.']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "zh" => Ok(Lang::Zh),
            "en" => Ok(Lang::En),
            _ => Err(UnknownLang),
        }
    }
}
