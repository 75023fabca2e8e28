//! What every vocabulary can do, and the macro that writes it.

use std::fmt;

/// A closed list of official values: each has a code (stored, exchanged) and an official Chinese label (printed).
pub trait Vocabulary: Copy + Eq + fmt::Debug + 'static {
    /// Name of the list in the ledger schema, such as `work_form`.
    const NAME: &'static str;
    /// Every value, in the official order.
    const ALL: &'static [Self];
    /// Code of the value.
    fn code(self) -> &'static str;
    /// Official Chinese label of the value.
    fn label(self) -> &'static str;

    /// Value with this code, exactly as written by [`Vocabulary::code`].
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|v| v.code() == code)
    }

    /// Value with this official label; reading tolerates much more, see the `reading` crate.
    fn from_label(label: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|v| v.label() == label)
    }
}

/// A string that is no code of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is not a code of {vocabulary}")]
pub struct UnknownCode {
    /// Name of the list.
    pub vocabulary: &'static str,
    /// What stood there.
    pub found: String,
}

/// Declares a vocabulary: `Name "schema_name" { Variant "code" "label", … }`.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident $schema:literal { $($variant:ident $code:literal $label:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $(#[doc = $label] #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every value, in the official order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Code of the value, as stored and exchanged.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// Official Chinese label.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// Value with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }

            /// Value with this official label.
            pub fn from_label(label: &str) -> Option<Self> {
                match label { $($label => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::codes::Vocabulary for $name {
            const NAME: &'static str = $schema;
            const ALL: &'static [Self] = Self::ALL;
            fn code(self) -> &'static str { self.code() }
            fn label(self) -> &'static str { self.label() }
            fn from_code(code: &str) -> Option<Self> { Self::from_code(code) }
            fn from_label(label: &str) -> Option<Self> { Self::from_label(label) }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::codes::UnknownCode;
            fn from_str(code: &str) -> Result<Self, Self::Err> {
                Self::from_code(code).ok_or_else(|| $crate::codes::UnknownCode {
                    vocabulary: $schema,
                    found: code.to_owned(),
                })
            }
        }
    };
}
pub(crate) use vocabulary;
