//! What holds for all pairs of a run: settings, decisions on record, who works where.

use crate::inputs::Links;
use domain::bridge::{Decision, Verdict};
use domain::ids::{PersonId, VacancyId};
use domain::places::{Area, Region, Terrain};
use domain::vacancies::PlacementChannel;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers an office may set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Terrain of the county, by which roads are longer than straight lines.
    pub terrain: Terrain,
    /// Farthest daily way in road kilometres when a person has not said.
    pub daily_km: u32,
    /// The same for somebody with care duty.
    pub care_km: u32,
    /// The wished distance band is a limit; otherwise it only counts in the score.
    pub wish_band_binds: bool,
    /// Points of outside, local and public-welfare vacancies: the placement order 外找、内挖、公益补 (S11).
    pub channel_points: [u16; 3],
    /// Ages open to public-welfare posts, full years (D§4.3).
    pub welfare_ages: (u8, u8),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            terrain: Terrain::Hills,
            daily_km: 30,
            care_km: 15,
            wish_band_binds: true,
            channel_points: [10_000, 7_000, 0],
            welfare_ages: (16, 69),
        }
    }
}

impl Settings {
    /// Points of a bank of the placement order.
    pub const fn points_of(&self, channel: PlacementChannel) -> u16 {
        self.channel_points[channel as usize]
    }
}

/// What people decided about pairs; the newest decision on a pair holds.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    refused: BTreeSet<(PersonId, VacancyId)>,
    refusers: BTreeSet<PersonId>,
    kept: Vec<(PersonId, VacancyId)>,
}

impl Decisions {
    /// Takes the decisions in any order. Of two on the same pair the later day wins, on the same day the later id.
    pub fn new<'a>(decisions: impl IntoIterator<Item = &'a Decision>) -> Self {
        let mut newest: BTreeMap<(PersonId, VacancyId), &Decision> = BTreeMap::new();
        for decision in decisions {
            let held = newest.entry((decision.person, decision.vacancy)).or_insert(decision);
            if (held.decided_on, held.id) < (decision.decided_on, decision.id) {
                *held = decision;
            }
        }
        let mut kept: Vec<_> = newest
            .values()
            .filter(|decision| matches!(decision.verdict, Verdict::Accepted | Verdict::Pinned))
            .collect();
        // Accepted before pinned, then the older first: this order decides when there are more than seats.
        kept.sort_by_key(|decision| (decision.verdict == Verdict::Pinned, decision.decided_on, decision.id));
        let refused = newest.iter().filter(|(_, decision)| decision.verdict == Verdict::Refused).map(|(pair, _)| *pair);
        let refused: BTreeSet<_> = refused.collect();
        Self {
            refusers: refused.iter().map(|(person, _)| *person).collect(),
            kept: kept.into_iter().map(|decision| (decision.person, decision.vacancy)).collect(),
            refused,
        }
    }

    /// Whether the pair was refused.
    pub fn refused(&self, person: PersonId, vacancy: VacancyId) -> bool {
        self.refused.contains(&(person, vacancy))
    }

    /// Whether any pair of a person was refused.
    pub fn any_refused(&self, person: PersonId) -> bool {
        self.refusers.contains(&person)
    }

    /// Pairs that keep their seat, the strongest claim first.
    pub fn kept(&self) -> &[(PersonId, VacancyId)] {
        &self.kept
    }
}

/// What holds for all pairs of a run.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// Numbers an office may set.
    pub settings: Settings,
    /// Decisions on record.
    pub decisions: Decisions,
    /// Fellow villagers at work.
    pub links: Links,
    /// Lines that carry people to work and back every day.
    pub lines: Vec<Line>,
}

impl Context {
    /// Whether a line carries people from a home to a place of work.
    pub fn carried(&self, home: Region, place: Option<Region>) -> bool {
        let place = |line: &Line| place.is_some_and(|place| line.to.contains(place));
        self.lines.iter().any(|line| place(line) && line.from.iter().any(|from| from.contains(home)))
    }
}

/// A bus line or the like: whoever lives along it can go to work at its end and be home every day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where people get on.
    pub from: Vec<Area>,
    /// Where it takes them.
    pub to: Area,
}
