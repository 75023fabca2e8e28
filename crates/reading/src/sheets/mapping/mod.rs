//! From headers to canonical fields: synonyms, upper headers, likeness, and what the values say.

mod assign;
mod candidates;
mod detect;
mod evidence;
mod header;
mod loose;
mod words;

use super::field::FieldId;

pub(super) use assign::map;
pub(super) use detect::detect;
pub(super) use evidence::Evidence;
pub(super) use header::{Header, Unit, normal, unit};
pub(super) use words::is_header_word;

/// The field that a statement above the table names, in a sheet of a kind.
pub(super) fn known_field(key: &str, kind: super::kind::Kind) -> Option<FieldId> {
    let header = Header::new(vec![key.to_owned()]);
    let found = candidates::exact(&header, kind).into_iter().filter(|c| c.score >= 0.95);
    found.reduce(|a, b| if b.score > a.score { b } else { a })?.mapped.map(Mapped::field)
}

/// What a column is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mapped {
    /// The values of a field.
    Field(FieldId),
    /// Ticks that stand for one value of a field (`work.form=workshop`).
    OneHot(FieldId, &'static str),
}

impl Mapped {
    /// The field filled by the column.
    pub fn field(self) -> FieldId {
        match self {
            Self::Field(field) | Self::OneHot(field, _) => field,
        }
    }

    /// As the schema writes it: `person.name`, `work.form=workshop`.
    pub fn key(self) -> String {
        match self {
            Self::Field(field) => field.key().into_owned(),
            Self::OneHot(field, code) => format!("{}={code}", field.key()),
        }
    }

    /// Reads [`Mapped::key`] back, as stored corrections have it.
    pub fn from_key(key: &str) -> Option<Self> {
        let Some((field, code)) = key.split_once('=') else {
            return FieldId::from_key(key).map(Self::Field);
        };
        let field = FieldId::from_key(field)?;
        let vocabulary = match field.ty() {
            super::field::Type::Enum(name) | super::field::Type::Codes(name) => name,
            _ => return None,
        };
        super::cells::lookup::code(vocabulary, code).map(|code| Self::OneHot(field, code))
    }
}

/// Why a column is taken for its field; the import page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The header is a known word of the field.
    Word,
    /// The header together with the header above it is.
    Group,
    /// The header is like a known word.
    Likeness,
    /// The values look like the field.
    Values,
    /// The user said so.
    User,
    /// The office has said so of an earlier file with this heading.
    Remembered,
    /// Nothing is known of the column.
    Unknown,
}

impl Why {
    /// Key of the message that explains it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Word => "map-why-word",
            Self::Group => "map-why-group",
            Self::Likeness => "map-why-likeness",
            Self::Values => "map-why-values",
            Self::User => "map-why-user",
            Self::Remembered => "map-why-remembered",
            Self::Unknown => "map-why-unknown",
        }
    }
}

/// The decision about one column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) mapped: Option<Mapped>,
    pub(super) confidence: f32,
    pub(super) why: Why,
}
