//! The classification of everything stored, read from `privacy.toml`.

use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// May be published.
    Public,
    /// For the office; says nothing about one person by itself.
    Internal,
    /// Identifies or describes a person.
    Personal(Mask),
    /// Personal, and its misuse harms.
    Sensitive(Mask),
    /// Encrypted.
    Sealed,
    /// A keyed hash of a personal value.
    Keyed,
    /// For logging in.
    Secret,
}

/// How a personal value is shown where the full one is not needed (D§6.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mask {
    /// 张*明.
    Name,
    /// 1402**********3018.
    Id,
    /// 199****0001.
    Phone,
    /// A range instead of a value.
    Band,
    /// Only the township.
    Township,
    /// A pseudonym, or the code of a closed list.
    Code,
    /// Not at all.
    Drop,
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// As long as the installation.
    Forever,
    /// As long as the record it belongs to.
    Record,
    /// As long as the county's books: 30 years.
    County,
    /// 30 days after the last use.
    Session,
    /// Two years after the run.
    Run,
    /// One year after it was settled.
    Settled,
}

/// One table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TablePrivacy {
    /// How long its rows are kept.
    pub keep: Keep,
    /// Its columns.
    pub column: BTreeMap<String, Class>,
}

/// The whole classification.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Privacy {
    /// Tables by name.
    pub table: BTreeMap<String, TablePrivacy>,
    /// Fields of the records, by kind of record and field.
    pub fields: BTreeMap<String, BTreeMap<String, Class>>,
}

impl<'de> Deserialize<'de> for Class {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| serde::de::Error::custom(format!("no class: {text}")))
    }
}

impl Class {
    fn read(text: &str) -> Option<Self> {
        Some(match text.split_once(' ') {
            Some(("personal", mask)) => Self::Personal(Mask::read(mask)?),
            Some(("sensitive", mask)) => Self::Sensitive(Mask::read(mask)?),
            Some(_) => return None,
            None => match text {
                "public" => Self::Public,
                "internal" => Self::Internal,
                "sealed" => Self::Sealed,
                "keyed" => Self::Keyed,
                "secret" => Self::Secret,
                _ => return None,
            },
        })
    }
}

impl Mask {
    fn read(text: &str) -> Option<Self> {
        Some(match text {
            "name" => Self::Name,
            "id" => Self::Id,
            "phone" => Self::Phone,
            "band" => Self::Band,
            "township" => Self::Township,
            "code" => Self::Code,
            "drop" => Self::Drop,
            _ => return None,
        })
    }
}

/// The classification shipped with this version.
pub fn privacy() -> &'static Privacy {
    static PRIVACY: OnceLock<Privacy> = OnceLock::new();
    PRIVACY.get_or_init(|| toml::from_str(include_str!("../privacy.toml")).expect("privacy.toml is checked by a test"))
}
