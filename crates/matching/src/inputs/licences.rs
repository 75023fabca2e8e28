//! Licences the law demands before somebody may do a kind of work (`data/licences.csv`, each with its law).

use super::words::mentions;
use std::sync::OnceLock;

/// A set of licences, one bit a line of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Licences(u16);

struct Licence {
    key: &'static str,
    wanted: Vec<&'static str>,
    held: Vec<&'static str>,
}

fn list() -> &'static [Licence] {
    static LIST: OnceLock<Vec<Licence>> = OnceLock::new();
    LIST.get_or_init(|| include_str!("../../data/licences.csv").lines().skip(1).filter_map(read).collect())
}

fn read(line: &'static str) -> Option<Licence> {
    let mut cells = line.split(',');
    let (key, wanted, held) = (cells.next()?, cells.next()?, cells.next()?);
    Some(Licence { key, wanted: wanted.split('|').collect(), held: held.split('|').collect() })
}

/// The set of licences of which some word stands in the text.
fn found(text: &str, words: impl Fn(&Licence) -> &[&'static str]) -> Licences {
    let bits = list().iter().enumerate().filter(|(_, licence)| words(licence).iter().any(|word| text.contains(word)));
    Licences(bits.fold(0, |set, (bit, _)| set | 1 << bit))
}

impl Licences {
    /// What the work demands by title. Apprentices need none; a machine operator called a driver needs the licence of the
    /// machine, a lorry driver that of the lorry, not the general one.
    pub fn demanded(title: &str) -> Self {
        if mentions("apprentice", title) {
            return Self::default();
        }
        let Self(set) = found(title, |licence| &licence.wanted);
        let driver = Self::bit("driver");
        let special = ["crane", "forklift", "lorry", "lift"].iter().fold(0, |sum, key| sum | Self::bit(key));
        Self(if set & special > 0 { set & !driver } else { set })
    }

    /// What a certificate, as typed, proves.
    pub fn proved(certificate: &str) -> Self {
        found(certificate, |licence| &licence.held)
    }

    /// What a skill or former job makes likely, without a certificate on record.
    pub fn claimed(skill: &str) -> Self {
        let Self(wanted) = found(skill, |licence| &licence.wanted);
        let Self(held) = found(skill, |licence| &licence.held);
        Self(wanted | held)
    }

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What of this set is missing in another.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Message key of the first licence of the set: `licence-<key>`.
    pub fn first_key(self) -> Option<&'static str> {
        let licence = list().get(self.0.trailing_zeros() as usize)?;
        Some(match licence.key {
            "electrician" => "licence-electrician",
            "welder" => "licence-welder",
            "height" => "licence-height",
            "blasting" => "licence-blasting",
            "crane" => "licence-crane",
            "forklift" => "licence-forklift",
            "boiler" => "licence-boiler",
            "lift" => "licence-lift",
            "lorry" => "licence-lorry",
            "driver" => "licence-driver",
            "nurse" => "licence-nurse",
            _ => "licence-teacher",
        })
    }

    /// The first licence of the set as it stands on papers; a certificate of this name proves it.
    pub fn paper(self) -> Option<&'static str> {
        list().get(self.0.trailing_zeros() as usize)?.held.first().copied()
    }

    fn bit(key: &str) -> u16 {
        list().iter().position(|licence| licence.key == key).map_or(0, |bit| 1 << bit)
    }
}
