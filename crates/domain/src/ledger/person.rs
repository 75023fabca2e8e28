//! The person 人: the worker.

use super::{IdNumber, Label, Phone};
use crate::codes::{
    Board, DisabilityType, Education, Health, Labour, Marriage, NoWorkReason, Politics, RegionClass, Relation,
    ServiceNeed, Sex, StudentStatus,
};
use crate::dates::{PartialDate, age_at};
use crate::ids::{HouseholdId, PersonId};
use crate::money::Fen;
use crate::record::record;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

record! {
    /// A person as the ledger keeps it. Whether somebody works is never stored here: it follows from the [`Spell`](super::Spell)s.
    pub struct Person [PersonId] {
        /// The household this person belongs to.
        household: HouseholdId,
        /// Name without white space.
        name: String,
        |
        /// ID number (sensitive), 18 characters.
        id_no: Option<IdNumber>,
        /// Person number 人编号 of the national system.
        no: Option<String>,
        /// Sex as written; derived from the ID number where empty.
        sex: Option<Sex>,
        /// Birth date as written; the ID number wins in [`Person::birth_date`].
        birth: Option<PartialDate>,
        /// Ethnic group with 族.
        ethnic: Option<String>,
        /// Relation to the head.
        relation: Option<Relation>,
        /// Education completed.
        education: Option<Education>,
        /// Where the person studies now; empty: not a student.
        student: Option<StudentStatus>,
        /// Health (sensitive).
        health: Option<Health>,
        /// Kind of disability (sensitive).
        disability: Option<DisabilityType>,
        /// Grade of disability, 1 (severe) to 4 (sensitive).
        disability_grade: Option<u32>,
        /// Labour capacity, five classes (D§3.1).
        labour: Option<Labour>,
        /// Marital status; never a criterion of matching (D§6.1).
        marriage: Option<Marriage>,
        /// Political status.
        politics: Option<Politics>,
        /// Phone (personal).
        phone: Option<Phone>,
        /// Further phones (personal).
        phone_alt: Vec<Phone>,
        /// Skills and trades the person knows, as said.
        skills: Vec<String>,
        /// Certificates held, as said.
        certificates: Vec<String>,
        /// Labels with their dates.
        labels: Vec<Label>,
        /// What limits where and how the person can work.
        constraints: Option<Constraints>,
        /// What the person wants.
        wish: Option<Wish>,
        /// Whether the person is there at all: dead, moved away, serving.
        standing: Option<Standing>,
        /// Note of the office.
        note: Option<String>,
    }
}

/// What limits where and how somebody can work.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Constraints {
    /// Cares for a child or an ill person at home: needs work near home or at set hours.
    #[serde(default)]
    pub care_duty: bool,
    /// Farthest way to work in kilometres when living at home.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_km: Option<u32>,
}

/// What somebody wants, with the day it was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wish {
    /// Wants to work at all; `None`: not asked.
    pub willing: Option<bool>,
    /// Wished jobs or trades, as said.
    pub jobs: Vec<String>,
    /// Wished place, as said.
    pub place: Option<String>,
    /// Six-digit code of the wished place.
    pub place_code: Option<u32>,
    /// Wished distance band.
    pub region_class: Option<RegionClass>,
    /// Least pay a month.
    pub pay_min: Option<Fen>,
    /// Expected pay a month, upper end.
    pub pay_max: Option<Fen>,
    /// Needs board or lodging.
    pub board: Option<Board>,
    /// Why somebody does not work.
    pub no_work_reason: Option<NoWorkReason>,
    /// Services wished.
    pub service_needs: Vec<ServiceNeed>,
    /// Wants to be trained.
    pub training: Option<bool>,
    /// Trades to be trained in, as said.
    pub training_trades: Vec<String>,
    /// Day of asking.
    pub asked_on: Option<NaiveDate>,
}

impl Wish {
    /// Takes over what a newer wish says; what it does not say stays.
    pub fn fill_from(&mut self, newer: &Self) {
        fn option<T: Clone>(old: &mut Option<T>, newer: &Option<T>) {
            if newer.is_some() {
                old.clone_from(newer);
            }
        }
        fn list<T: Clone>(old: &mut Vec<T>, newer: &Vec<T>) {
            if !newer.is_empty() {
                old.clone_from(newer);
            }
        }
        option(&mut self.willing, &newer.willing);
        list(&mut self.jobs, &newer.jobs);
        option(&mut self.place, &newer.place);
        option(&mut self.place_code, &newer.place_code);
        option(&mut self.region_class, &newer.region_class);
        option(&mut self.pay_min, &newer.pay_min);
        option(&mut self.pay_max, &newer.pay_max);
        option(&mut self.board, &newer.board);
        option(&mut self.no_work_reason, &newer.no_work_reason);
        list(&mut self.service_needs, &newer.service_needs);
        option(&mut self.training, &newer.training);
        list(&mut self.training_trades, &newer.training_trades);
        option(&mut self.asked_on, &newer.asked_on);
    }
}

/// Why a person in the ledger is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// 死亡.
    Dead,
    /// 迁出.
    MovedAway,
    /// 服刑.
    Serving,
    /// 参军.
    Military,
}

impl Person {
    /// Birth date: from the ID number, else as written.
    pub fn birth_date(&self) -> Option<PartialDate> {
        self.id_no.as_ref().and_then(IdNumber::birth_date).map(PartialDate::from).or(self.birth)
    }

    /// Full years at a day 周岁; `None` when no birth date is known.
    pub fn age(&self, day: NaiveDate) -> Option<i32> {
        self.birth_date().map(|birth| age_at(birth, day))
    }

    /// Sex: as written, else from the ID number.
    pub fn sex(&self) -> Option<Sex> {
        self.sex.or_else(|| self.id_no.as_ref().and_then(IdNumber::sex))
    }
}
