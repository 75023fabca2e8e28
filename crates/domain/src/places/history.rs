//! Six-digit codes since 1980: names they had, and the divisions they became. For the first six digits of ID numbers and for
//! birthplaces, and for county names that people still use.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};

use super::{Region, list, texts};

/// A name a six-digit code had for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spell {
    /// Six-digit code.
    pub code: u32,
    /// Name in that time.
    pub name: &'static str,
    /// First edition seen, year and month: 198012.
    pub first_seen: u32,
    /// Last edition seen, year and month.
    pub last_seen: u32,
    /// Still in force.
    pub current: bool,
    /// Code of the division it became.
    pub successor: Option<u32>,
}

/// Every spell, by code and time. Get it from [`history`].
#[derive(Debug)]
pub struct History {
    spells: Vec<Spell>,
}

/// The built-in history; the first call parses it.
pub fn history() -> &'static History {
    static HISTORY: OnceLock<History> = OnceLock::new();
    HISTORY.get_or_init(|| {
        let mut spells: Vec<Spell> = list::rows::<8>(texts::HISTORY)
            .filter_map(|[code, name, _, _, first, last, current, successor]| {
                let (code, first_seen, last_seen) = (code.parse().ok()?, first.parse().ok()?, last.parse().ok()?);
                let successor = successor.parse().ok();
                Some(Spell { code, name, first_seen, last_seen, current: current == "1", successor })
            })
            .collect();
        spells.sort_unstable_by_key(|spell| (spell.code, spell.first_seen));
        History { spells }
    })
}

/// Successions never run longer than this.
const MOST_STEPS: usize = 12;

impl History {
    /// The names a code had, oldest first; empty for a code never seen.
    pub fn spells(&self, code: u32) -> &[Spell] {
        let from = self.spells.partition_point(|spell| spell.code < code);
        let to = self.spells.partition_point(|spell| spell.code <= code);
        &self.spells[from..to]
    }

    /// Every spell, by code and time.
    pub fn all(&self) -> &[Spell] {
        &self.spells
    }

    /// The name of a code on a day; the nearest one when the day lies before, after or between its spells.
    pub fn name_at(&self, code: u32, day: NaiveDate) -> Option<&'static str> {
        let month = day.year().max(0) as u32 * 100 + day.month();
        let apart = |spell: &&Spell| match () {
            () if month < spell.first_seen => spell.first_seen - month,
            () if month > spell.last_seen => month - spell.last_seen,
            () => 0,
        };
        self.spells(code).iter().min_by_key(apart).map(|spell| spell.name)
    }

    /// Names from the province down on a day: 山西省雁北地区天镇县 for 142122 in 1975.
    pub fn full_name_at(&self, code: u32, day: NaiveDate) -> String {
        let mut codes = vec![code / 10_000 * 10_000, code / 100 * 100, code];
        codes.dedup();
        let named = codes.into_iter().filter_map(|code| self.name_at(code, day));
        named.filter(|name| !matches!(*name, "市辖区" | "县" | "省直辖县级行政区划")).collect()
    }

    /// The present division of a code: itself, or what it became; `None` for a code never seen or one without known successor.
    pub fn present(&self, code: u32) -> Option<Region> {
        let mut at = code;
        for _ in 0..MOST_STEPS {
            let spells = self.spells(at);
            if spells.iter().any(|spell| spell.current) {
                return Region::from_six(at);
            }
            at = spells.iter().rev().find_map(|spell| spell.successor)?;
        }
        None
    }

    /// Former full names of counties in the same prefecture, with the present division: 大同县 → 云州区. Names shorter than
    /// three characters (城区, 郊区) are left out: too many counties had them.
    pub(super) fn former_counties(&self) -> impl Iterator<Item = (&'static str, Region)> {
        let former = self.spells.iter().filter(|spell| {
            !spell.current && spell.code % 100 != 0 && spell.name.chars().count() >= 3 && spell.name != "市辖区"
        });
        former.filter_map(|spell| {
            let present = self.present(spell.code)?;
            (present.county() / 100 == spell.code / 100 && present.county() % 100 != 0).then_some((spell.name, present))
        })
    }
}
