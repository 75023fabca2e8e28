//! Canonical fields as small numbers, so that a cell of a large ledger costs two bytes of name.

use super::fields::FIELDS;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

/// How the value of a field is written, and so how its cells are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Free text, trimmed.
    Text,
    /// A person's name: no white space at all.
    Name,
    /// An identifier: never a number, however it looks.
    Ident,
    /// A telephone number, digits only.
    Phone,
    /// Several telephone numbers.
    Phones,
    /// A whole number.
    Int,
    /// A number; shares are 0 to 1.
    Num,
    /// Money, kept in fen.
    Money,
    /// Yes or no.
    Bool,
    /// A date with the precision of the cell.
    Date,
    /// One word of the named vocabulary.
    Enum(&'static str),
    /// Several words of the named vocabulary.
    Codes(&'static str),
    /// Several free texts.
    Texts,
    /// A cell that is split into several other fields.
    Composite,
}

/// What is known about a canonical field.
#[derive(Debug)]
pub struct FieldInfo {
    /// Key of the schema, for example `person.name`.
    pub key: &'static str,
    /// The Chinese label of the schema; itself a header word.
    pub label: &'static str,
    /// How values are written.
    pub ty: Type,
}

/// A canonical field. Fields of a second or third spell of work printed in the same line
/// (`work#2.start`) are the same field with another spell number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldId(u16);

const SPELL_SHIFT: u16 = 12;
const INDEX_MASK: u16 = (1 << SPELL_SHIFT) - 1;

static BY_KEY: LazyLock<HashMap<&'static str, FieldId>> =
    LazyLock::new(|| FIELDS.iter().zip(0u16..).map(|(info, index)| (info.key, FieldId(index))).collect());

impl FieldId {
    pub(super) const fn first(index: u16) -> Self {
        Self(index)
    }

    /// The field of a key such as `person.name` or `work#2.start`.
    pub fn from_key(key: &str) -> Option<Self> {
        if let Some((spell, rest)) = key.strip_prefix("work#").and_then(|k| k.split_once('.')) {
            let number: u8 = spell.parse().ok().filter(|n| (2..=3).contains(n))?;
            let base = BY_KEY.get(format!("work.{rest}").as_str())?;
            return Some(base.with_spell(number - 1));
        }
        BY_KEY.get(key).copied()
    }

    /// Type, label and key of the field.
    pub fn info(self) -> &'static FieldInfo {
        &FIELDS[usize::from(self.0 & INDEX_MASK)]
    }

    /// How values of the field are written.
    pub fn ty(self) -> Type {
        self.info().ty
    }

    /// The key as the schema writes it.
    pub fn key(self) -> Cow<'static, str> {
        let key = self.info().key;
        match self.spell() {
            0 => Cow::Borrowed(key),
            n => Cow::Owned(key.replacen("work.", &format!("work#{}.", n + 1), 1)),
        }
    }

    /// The part of the key before the dot: `person`, `household`, `work`.
    pub fn area(self) -> &'static str {
        self.info().key.split('.').next().unwrap_or_default()
    }

    /// 0 for the first spell and for every field that is not a spell's.
    pub fn spell(self) -> u8 {
        (self.0 >> SPELL_SHIFT) as u8
    }

    /// The same field of spell `number` (0 first, 1 second, 2 third); only `work` fields have spells.
    #[must_use]
    pub fn with_spell(self, number: u8) -> Self {
        if self.area() == "work" { Self(self.0 & INDEX_MASK | u16::from(number) << SPELL_SHIFT) } else { self }
    }

    /// The field without its spell number.
    #[must_use]
    pub fn base(self) -> Self {
        Self(self.0 & INDEX_MASK)
    }

    /// Whether several columns may fill this field together.
    pub fn is_list(self) -> bool {
        matches!(self.ty(), Type::Texts | Type::Codes(_) | Type::Phones)
    }
}

impl fmt::Debug for FieldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key())
    }
}
