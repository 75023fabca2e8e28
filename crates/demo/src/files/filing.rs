//! What the offices believe of each person: the truth with its faults, the same in every file.

use crate::faults::FaultKind;
use crate::model::{County, Gone, Person, Spell};
use crate::rng::Rng;
use crate::truth::{Truth, capable, target, working};
use std::ops::Range;

/// How the roster of a township is filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A sheet in the workbook of the county; work stands in the monthly export only.
    Sheet,
    /// A workbook of its own; the present work stands in it.
    OwnBook,
    /// A table exported from some system; work stands in the monthly export only.
    Table,
}

/// One person as filed.
#[derive(Debug, Clone)]
pub(super) struct Filed {
    pub(super) id_no: String,
    pub(super) phone: String,
    pub(super) name: String,
    pub(super) age: i64,
    /// Marked as working.
    pub(super) working: bool,
    /// Labels loosely spelt.
    pub(super) loose: bool,
    /// Remark, such as that somebody died.
    pub(super) note: &'static str,
}

/// The county and how it is filed.
pub(super) struct Filing<'a> {
    pub(super) county: &'a County,
    pub(super) persons: Vec<Filed>,
    /// Spells whose end is missing in the files.
    pub(super) endless: Vec<bool>,
    /// Open spell of each person, in [`County::spells`].
    pub(super) open: Vec<Option<usize>>,
}

impl<'a> Filing<'a> {
    /// Decides the faults and counts them.
    pub(super) fn of(county: &'a County, truth: &mut Truth) -> Self {
        let at_work = working(county);
        let persons: Vec<Filed> =
            (0..county.persons.len()).map(|at| file_person(county, at, at_work[at], truth)).collect();
        let endless: Vec<bool> =
            (county.spells.iter().enumerate()).map(|(at, spell)| loses_end(county, at, spell, truth)).collect();
        let mut open = vec![None; county.persons.len()];
        for (at, spell) in county.spells.iter().enumerate().filter(|(_, spell)| spell.end.is_none()) {
            open[spell.person] = Some(at);
        }
        truth.hidden_by_missing_end = hidden(county, &at_work, &endless);
        Self { county, persons, endless, open }
    }

    /// The townships filed in a shape: of four, two in the workbook of the county, one with a workbook and one with a table of its own.
    pub(super) fn townships(&self, shape: Shape) -> impl Iterator<Item = usize> + use<> {
        (0..self.county.townships.len()).filter(move |at| shape_of(*at) == shape)
    }

    /// The households of a township.
    pub(super) fn households(&self, township: usize) -> Range<usize> {
        let villages = &self.county.townships[township].villages;
        let all = &self.county.households;
        let from = all.partition_point(|household| household.village < villages.start);
        let to = all.partition_point(|household| household.village < villages.end);
        from..to
    }

    /// The township a person is registered in.
    pub(super) fn township_of(&self, person: usize) -> usize {
        let county = self.county;
        county.villages[county.households[county.persons[person].household].village].township
    }

    /// The random stream of a person for a file.
    pub(super) fn rng(&self, file: &str, at: usize) -> Rng {
        self.county.plan.rng(file, at as u64)
    }
}

/// How a township is filed.
pub(super) const fn shape_of(township: usize) -> Shape {
    match township % 4 {
        2 => Shape::OwnBook,
        3 => Shape::Table,
        _ => Shape::Sheet,
    }
}

fn file_person(county: &County, at: usize, at_work: bool, truth: &mut Truth) -> Filed {
    let (person, rates) = (&county.persons[at], &county.plan.faults);
    let mut rng = county.plan.rng("filing", at as u64);
    let mut hit = |rate: f64, kind: FaultKind, possible: bool| {
        let hit = rng.chance(rate) && possible;
        if hit {
            truth.count(kind);
        }
        hit
    };
    let bad_id = hit(rates.bad_id, FaultKind::BadId, true);
    let duplicate = hit(rates.duplicate_phone, FaultKind::DuplicatePhone, person.phone.is_some());
    let studies = person.student.is_some() && person.age >= 16;
    let student_working = hit(rates.student_working, FaultKind::StudentWorking, studies);
    let gone = hit(1.0, FaultKind::Gone, person.gone.is_some());
    let spaced = hit(rates.spaced_name, FaultKind::SpacedName, true);
    let wide = hit(rates.full_width, FaultKind::FullWidth, person.phone.is_some());
    let loose = hit(rates.loose_label, FaultKind::LooseLabel, true);
    // Only the workbooks of single townships have a column for the age.
    let ages = shape_of(county.villages[county.households[person.household].village].township) == Shape::OwnBook;
    let wrong_age = hit(rates.wrong_age, FaultKind::WrongAge, ages);
    let mut phone = person.phone.clone().unwrap_or_default();
    if duplicate {
        phone = phone_of_another(county, &mut rng, at);
    }
    Filed {
        id_no: if bad_id { spoil(&mut rng, &person.id_no) } else { person.id_no.clone() },
        phone: if wide { super::spelling::full_width(&phone) } else { phone },
        name: if spaced { super::spelling::spaced(&mut rng, &person.name) } else { person.name.clone() },
        age: i64::from(person.age) + if wrong_age { rng.between(3, 9) } else { 0 },
        working: at_work || student_working,
        loose,
        note: if gone { farewell(&mut rng, person) } else { "" },
    }
}

fn farewell(rng: &mut Rng, person: &Person) -> &'static str {
    match person.gone {
        Some(Gone::Dead) => rng.pick(&["已去世", "2019年去世", "死亡，待销户"]),
        _ => rng.pick(&["户口已迁出", "已迁出", "出嫁迁出"]),
    }
}

/// The phone of the nearest person further on who lives in another household.
fn phone_of_another(county: &County, rng: &mut Rng, at: usize) -> String {
    let count = county.persons.len();
    let household = county.persons[at].household;
    let start = at + 1 + rng.below(400) as usize;
    (0..count)
        .map(|step| &county.persons[(start + step) % count])
        .find(|other| other.household != household && other.phone.is_some())
        .and_then(|other| other.phone.clone())
        .unwrap_or_default()
}

/// A wrong ID number; its sequence code stays between 980 and 999, so that it still belongs to nobody.
fn spoil(rng: &mut Rng, id_no: &str) -> String {
    let (body, check) = id_no.split_at(17);
    match rng.below(4) {
        // A digit of the birthday turned round.
        0 => format!("{}13{}", &id_no[..10], &id_no[12..]),
        // A character lost at the end.
        1 => body.to_owned(),
        // The check character mistyped.
        _ => format!("{body}{}", if check == "7" { '3' } else { '7' }),
    }
}

fn loses_end(county: &County, at: usize, spell: &Spell, truth: &mut Truth) -> bool {
    let mut rng = county.plan.rng("end", at as u64);
    let lost = spell.end.is_some() && rng.chance(county.plan.faults.missing_end);
    if lost {
        truth.count(FaultKind::MissingEnd);
    }
    lost
}

/// Zero-employment households that look employed because the end of a spell is missing.
fn hidden(county: &County, at_work: &[bool], endless: &[bool]) -> u32 {
    let mut seems = vec![false; county.persons.len()];
    for (spell, endless) in county.spells.iter().zip(endless) {
        seems[spell.person] |= endless;
    }
    let hidden = county.households.iter().filter(|household| {
        let mut members = household.members.clone();
        target(household)
            && members.clone().any(|at| capable(county, at))
            && !members.clone().any(|at| at_work[at])
            && members.any(|at| seems[at])
    });
    hidden.count() as u32
}
