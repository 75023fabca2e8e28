//! Where a vacancy comes from: the recruitment text with the words each field was read from, and how its occupation was coded.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The text a vacancy was read from. Kept for the office; never published, exported or printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The text as it came.
    pub text: String,
    /// The words each field was read from, in bytes of the text; a field may have several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<Span>,
    /// What screening found in the words for this vacancy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub noted: Vec<Noted>,
    /// Findings a person has settled: rule, and what was found out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub settled: BTreeMap<String, String>,
    /// Fields a person has put right; what they say teaches the office's dictionary.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub corrected: BTreeSet<String>,
    /// Fields that only the second reader found: to be looked at.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub second: BTreeSet<String>,
}

/// The words a field was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Field of the vacancy, or `age` and `sex` for what is kept apart.
    pub field: String,
    /// First byte.
    pub from: usize,
    /// Byte behind the last.
    pub to: usize,
}

/// A finding of the screening in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// Code of the rule.
    pub rule: String,
    /// First byte of the words.
    pub from: usize,
    /// Byte behind the last; the same as the first where something is missing.
    pub to: usize,
}

impl Span {
    /// Its bytes.
    pub const fn range(&self) -> Range<usize> {
        self.from..self.to
    }
}

impl Noted {
    /// Its bytes.
    pub const fn range(&self) -> Range<usize> {
        self.from..self.to
    }
}

impl Origin {
    /// Words of the text; empty where the range is none of it.
    pub fn words(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// The words a field was read from.
    pub fn words_of(&self, field: &str) -> Option<&str> {
        self.spans.iter().find(|span| span.field == field).map(|span| self.words(span.range()))
    }
}

/// How the occupation code of a vacancy was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coding {
    /// A person picked it; it is taught to the office's dictionary.
    #[serde(default)]
    pub picked: bool,
    /// Level the evidence supports: 4 occupation, 3 small group, 2 middle group, 1 major group, 0 nothing.
    pub level: u8,
    /// How sure, in percent.
    pub confidence: u8,
}
