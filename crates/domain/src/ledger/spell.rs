//! The spell of work 一段务工: the fact from which "employed" is derived.

use crate::codes::{Channel, Industry, Insurance, RegionClass, WorkForm};
use crate::dates::PartialDate;
use crate::ids::{EmployerId, PersonId, SpellId, VacancyId};
use crate::money::Fen;
use crate::record::record;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

record! {
    /// One spell of work of one person.
    pub struct Spell [SpellId] {
        /// Who works.
        person: PersonId,
        |
        /// Form of work.
        form: Option<WorkForm>,
        /// Who brought them there.
        channel: Option<Channel>,
        /// Place of work as typed.
        place: Option<String>,
        /// Place of work, six-digit code of the deepest level known.
        place_code: Option<u32>,
        /// Distance band as typed; the band printed is derived from the code where there is one.
        region_class: Option<RegionClass>,
        /// Employer as typed.
        employer: Option<String>,
        /// Employer in the ledger.
        employer_id: Option<EmployerId>,
        /// Vacancy that was filled.
        vacancy: Option<VacancyId>,
        /// Industry section.
        industry: Option<Industry>,
        /// Jobs or trades as typed.
        jobs: Vec<String>,
        /// First day, month or year.
        start: Option<PartialDate>,
        /// Last day, month or year; empty: still open.
        end: Option<PartialDate>,
        /// Pay a month.
        monthly_pay: Option<Fen>,
        /// Written contract.
        contract: Option<bool>,
        /// Insurances.
        insurance: Vec<Insurance>,
        /// Carried point to point.
        point_to_point: Option<bool>,
        /// How sure it is.
        evidence: Option<Evidence>,
        /// Last day somebody confirmed that it goes on.
        confirmed_on: Option<NaiveDate>,
        /// Note of the office.
        note: Option<String>,
    }
}

/// How sure a fact is, from hearsay to paper (D§10 P8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// A row of an imported sheet.
    Sheet,
    /// Said by somebody else.
    Hearsay,
    /// Said by the worker.
    Worker,
    /// Said by the employer.
    Employer,
    /// Contract, pay slip or insurance record seen.
    Document,
}

impl Spell {
    /// Whether the spell covers a day. A start or end known only to the month or year covers that whole month or year; a spell without a
    /// start is taken as begun.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.start.is_none_or(|start| start.first_day() <= day) && self.end.is_none_or(|end| day <= end.last_day())
    }

    /// Whole months worked up to a day, for rules that ask for a stable job. `None` when the start is unknown.
    pub fn months_until(&self, day: NaiveDate) -> Option<i32> {
        let until = self.end.map_or(day, |end| end.last_day().min(day));
        self.start.map(|start| crate::dates::months_between(start.first_day(), until).max(0))
    }
}
