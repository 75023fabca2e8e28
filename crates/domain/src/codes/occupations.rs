//! The occupation classification of China 职业分类大典, 2022 edition: 8 major, 79 middle, 443 small groups, 1,637 occupations.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::clean::{half_width, is_blank};

/// An occupation or a group of occupations by its code, written `4-10-01-06`; groups end in zeros. A small group with a
/// single occupation shares its code with it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Occupation(u32);

/// Text that is no occupation code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is not an occupation code: expected the form 4-10-01-06")]
pub struct NotAnOccupation {
    /// What stood there.
    pub found: String,
}

/// A row of the classification.
#[derive(Debug)]
pub struct Entry {
    /// Code.
    pub occupation: Occupation,
    /// Official name.
    pub name: &'static str,
    /// Level: 1 major, 2 middle, 3 small group, 4 occupation.
    pub level: u8,
    /// Marked as a green occupation.
    pub green: bool,
    /// Marked as a digital occupation.
    pub digital: bool,
    aliases: &'static str,
}

impl Entry {
    /// Titles used on job boards.
    pub fn aliases(&self) -> impl Iterator<Item = &'static str> {
        self.aliases.split('|').filter(|alias| !alias.is_empty())
    }
}

/// Values of one step at each level.
const STEPS: [u32; 4] = [1_000_000, 10_000, 100, 1];

impl Occupation {
    /// Occupation with this seven-digit number (4100106 for 4-10-01-06); `None` outside the eight major groups.
    pub const fn new(number: u32) -> Option<Self> {
        if number >= STEPS[0] && number < 9 * STEPS[0] { Some(Self(number)) } else { None }
    }

    /// The seven digits as a number, for storage.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// Level by the digits: 1 major, 2 middle, 3 small group, 4 occupation.
    pub fn level(self) -> u8 {
        STEPS.iter().position(|step| self.0.is_multiple_of(*step)).map_or(4, |at| at as u8 + 1)
    }

    /// The group it lies in; `None` for a major group.
    pub fn parent(self) -> Option<Self> {
        let step = STEPS[usize::from(self.level()).checked_sub(2)?];
        Some(Self(self.0 - self.0 % step))
    }

    /// The row of the classification, the deepest if a group shares its code; `None` when the code is not listed.
    pub fn entry(self) -> Option<&'static Entry> {
        let table = table();
        let after = table.entries.partition_point(|entry| entry.occupation <= self);
        table.entries[..after].last().filter(|entry| entry.occupation == self)
    }

    /// Official name; `None` when the code is not listed.
    pub fn name(self) -> Option<&'static str> {
        self.entry().map(|entry| entry.name)
    }

    /// Steps up to the first common group: 0 the same, 1 the same small group, 2 the same middle group, 3 the same major
    /// group, 4 nothing in common. A group is as far from what lies in it as two occupations that meet there.
    pub fn distance(self, other: Self) -> u8 {
        if self == other {
            return 0;
        }
        let meets = STEPS[..3].iter().rposition(|step| self.0 / step == other.0 / step);
        // Shared zeros are no common group: 4-10-00-00 meets 4-10-01-06 in the middle group, not below it.
        meets.map_or(4, |at| 3 - at as u8).max(4 - self.level().min(other.level()))
    }

    /// The occupation with exactly this name or alias; width, case and white space do not matter. A name goes before an alias.
    pub fn find(title: &str) -> Option<Self> {
        table().titles.get(&key(title)).copied()
    }
}

/// Every row of the classification, by code and level.
pub fn occupations() -> &'static [Entry] {
    &table().entries
}

struct Table {
    entries: Vec<Entry>,
    titles: HashMap<String, Occupation>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut entries: Vec<Entry> =
            include_str!("../../data/codes/occupations_2022.csv").lines().skip(1).filter_map(entry).collect();
        entries.sort_by_key(|entry| (entry.occupation, entry.level));
        let mut titles = HashMap::with_capacity(2 * entries.len());
        // Names first, occupations before groups, so that an alias never hides a name.
        for entry in entries.iter().rev() {
            titles.entry(key(entry.name)).or_insert(entry.occupation);
        }
        for entry in entries.iter().rev() {
            for alias in entry.aliases() {
                titles.entry(key(alias)).or_insert(entry.occupation);
            }
        }
        Table { entries, titles }
    })
}

/// One line of the list; fields with quotes hold no comma of their own but in the last column.
fn entry(line: &'static str) -> Option<Entry> {
    let mut fields = line.split(',');
    let mut next = || fields.next();
    let (code, name, level) = (next()?, next()?, next()?);
    let (_, green, digital, aliases) = (next()?, next()?, next()?, next()?);
    Some(Entry {
        occupation: code.parse().ok()?,
        name,
        level: level.parse().ok()?,
        green: green == "1",
        digital: digital == "1",
        aliases,
    })
}

fn key(title: &str) -> String {
    title.chars().map(half_width).filter(|c| !is_blank(*c)).flat_map(char::to_lowercase).collect()
}

impl fmt::Display for Occupation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.0;
        write!(f, "{}-{:02}-{:02}-{:02}", n / STEPS[0], n / STEPS[1] % 100, n / STEPS[2] % 100, n % 100)
    }
}

impl fmt::Debug for Occupation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Occupation({self})")
    }
}

impl FromStr for Occupation {
    type Err = NotAnOccupation;

    fn from_str(text: &str) -> Result<Self, NotAnOccupation> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(i, b)| match i {
                1 | 4 | 7 => b == b'-',
                _ => b.is_ascii_digit(),
            });
        let number = shape.then(|| text.replace('-', "").parse().ok()).flatten();
        number.and_then(Self::new).ok_or_else(|| NotAnOccupation { found: text.to_owned() })
    }
}

impl Serialize for Occupation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Occupation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
