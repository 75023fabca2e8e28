//! One household: everything about it on one page.

use super::bridge::Offer;
use super::journal::Entry;
use crate::Office;
use crate::error::OfficeError;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::codes::{Cause, Health, Labour, Relation, Sex, StudentStatus, WorkForm};
use domain::dates::PartialDate;
use domain::door::{Command, Envelope};
use domain::facts::RecordId;
use domain::ids::{CommandId, HouseholdId, PersonId, RunId, VacancyId};
use domain::ledger::clearing::Stage;
use domain::ledger::now::HouseholdNow;
use domain::ledger::{
    Constraints, Household, IdNumber, LabelKind, Person, Phone, Spell, Standing, Wish, zero_employment,
};
use domain::money::Fen;
use domain::places::Region;
use domain::profile::Profile;
use domain::say::Message;
use store::Stored;

/// A household with everything about it. ID numbers and phones are masked.
#[derive(Debug, Clone)]
pub struct HouseholdPage {
    /// Day the page is about.
    pub day: NaiveDate,
    /// The household.
    pub id: HouseholdId,
    /// Name of its head.
    pub head: String,
    /// Household number.
    pub no: Option<String>,
    /// Its village.
    pub region: Region,
    /// Villagers' group.
    pub group: Option<String>,
    /// Phone, masked.
    pub phone: Option<String>,
    /// Resettlement site.
    pub reloc_site: Option<String>,
    /// Day of first identification.
    pub identified_on: Option<PartialDate>,
    /// Labels that hold on the day.
    pub labels_now: Vec<LabelKind>,
    /// Causes of poverty or risk.
    pub causes: Vec<Cause>,
    /// Note of the office.
    pub note: Option<String>,
    /// A zero-employment household.
    pub zero_employment: bool,
    /// Stage on the clearing board.
    pub stage: Option<Stage>,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// The members, the head first.
    pub members: Vec<Member>,
    /// The run the offers are from.
    pub run: Option<RunId>,
    /// Proposals of the latest run.
    pub offers: Vec<Offer>,
    /// Why the latest run has none, in sentences.
    pub uncovered: Vec<Message>,
    /// The shortage it belongs to when it has none, by the address of its page.
    pub shortage: Option<VacancyId>,
    /// The newest entries of the journal about it.
    pub history: Vec<Entry>,
}

/// A member of a household.
#[derive(Debug, Clone)]
pub struct Member {
    /// The person.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Relation to the head.
    pub relation: Option<Relation>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Full years.
    pub age: Option<i32>,
    /// Labour capacity.
    pub labour: Option<Labour>,
    /// Where the person studies.
    pub student: Option<StudentStatus>,
    /// Why the person is not there.
    pub standing: Option<Standing>,
    /// Counts as having labour capacity.
    pub capable: bool,
    /// Has wage work.
    pub employed: bool,
    /// Skills and certificates.
    pub skills: Vec<String>,
    /// What limits the work.
    pub constraints: Option<Constraints>,
    /// What the person wants.
    pub wish: Option<Wish>,
    /// ID number, phone and health: masked, or in full after the reader asked for it.
    pub private: Private,
    /// Spells of work, the newest first.
    pub spells: Vec<Worked>,
}

/// Personal data of a member.
#[derive(Debug, Clone, Default)]
pub struct Private {
    /// ID number.
    pub id_no: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Health; only in full.
    pub health: Option<Health>,
    /// Shown in full, and noted in the journal.
    pub shown: bool,
}

/// A spell of work as the page shows it.
#[derive(Debug, Clone)]
pub struct Worked {
    /// First day, month or year.
    pub start: Option<PartialDate>,
    /// Last day, month or year; empty: still open.
    pub end: Option<PartialDate>,
    /// Covers the day of the page.
    pub now: bool,
    /// Form of work.
    pub form: Option<WorkForm>,
    /// Jobs as typed.
    pub jobs: Vec<String>,
    /// Employer as typed.
    pub employer: Option<String>,
    /// Place as typed.
    pub place: Option<String>,
    /// Pay a month.
    pub pay: Option<Fen>,
}

/// Entries of the journal shown.
const HISTORY: usize = 15;

impl Office {
    /// A household of the scope's area; `None` outside it.
    pub async fn household(&self, scope: &Scope, id: HouseholdId) -> Result<Option<HouseholdPage>, OfficeError> {
        let (reader, area, day) = (self.store().read(), scope.area(), self.today());
        let Some(family) = reader.families(area, &[id]).await?.into_iter().next() else { return Ok(None) };
        let now = reader.households_now(area, &[id]).await?.remove(&id);
        let run = reader.latest_run(area).await?.map(|run| run.record.id);
        let (offers, uncovered) = match run {
            Some(run) => (self.offers_of_household(scope, run, id).await?, self.why_uncovered(scope, run, id).await?),
            None => (Vec::new(), Vec::new()),
        };
        let shortage = match run {
            Some(run) if !uncovered.is_empty() => self.shortage_of(scope, run, id).await?,
            _ => None,
        };
        let mut records = vec![RecordId::Household(id)];
        records.extend(family.members.iter().map(|(person, _)| RecordId::Person(person.record.id)));
        let spells = family.members.iter().flat_map(|(_, spells)| spells);
        records.extend(spells.map(|spell| RecordId::Spell(spell.record.id)));
        let history = self.history_of(family.household.county, &records, HISTORY).await?;
        let profile = self.profile();
        let mut page = facts(&family.household.record, now.as_ref(), day);
        page.members =
            family.members.iter().map(|(person, spells)| member(&person.record, spells, day, profile)).collect();
        page.members.sort_by_key(|member| (member.relation != Some(Relation::Head), member.relation, member.id));
        Ok(Some(HouseholdPage { run, offers, uncovered, shortage, history, ..page }))
    }

    async fn why_uncovered(&self, scope: &Scope, run: RunId, id: HouseholdId) -> Result<Vec<Message>, OfficeError> {
        let rows = self.store().read().uncovered_household(scope.area(), run, id).await?;
        Ok(rows.map(|row| row.uncovered.sentences).unwrap_or_default())
    }

    /// The personal data of somebody in full. The journal notes who read it and why before anything is answered.
    ///
    /// # Errors
    /// Q-1001 and Q-1002 as for every command, Q-1006 without a reason.
    pub async fn unmask(
        &self,
        scope: &Scope,
        command: CommandId,
        id: PersonId,
        reason: &str,
    ) -> Result<Private, OfficeError> {
        let unmask = Command::Unmask { id, reason: reason.to_owned() };
        self.submit(scope, Envelope { id: command, command: unmask }).await?;
        let person = self.store().read().person(scope.area(), id).await?;
        Ok(person.map(|stored| in_full(&stored.record)).unwrap_or_default())
    }
}

fn in_full(person: &Person) -> Private {
    Private {
        id_no: person.id_no.as_ref().map(|id_no| id_no.as_str().to_owned()),
        phone: person.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        health: person.health,
        shown: true,
    }
}

fn masked(person: &Person) -> Private {
    Private {
        id_no: person.id_no.as_ref().map(IdNumber::masked),
        phone: person.phone.as_ref().map(Phone::masked),
        health: None,
        shown: false,
    }
}

fn facts(household: &Household, now: Option<&HouseholdNow>, day: NaiveDate) -> HouseholdPage {
    let clearing = now.and_then(|now| now.clearing);
    HouseholdPage {
        day,
        id: household.id,
        head: now.map(|now| now.head.clone()).or(household.head_name.clone()).unwrap_or_default(),
        no: household.no.clone(),
        region: household.region,
        group: household.group.clone(),
        phone: household.phone.as_ref().map(Phone::masked),
        reloc_site: household.reloc_site.clone(),
        identified_on: household.identified_on,
        labels_now: domain::ledger::labels_at(&household.labels, day).collect(),
        causes: household.causes.clone(),
        note: household.note.clone(),
        zero_employment: now.is_some_and(|now| now.zero_employment),
        stage: clearing.map(|clearing| clearing.stage),
        since: clearing.and_then(|clearing| clearing.since),
        members: Vec::new(),
        run: None,
        offers: Vec::new(),
        uncovered: Vec::new(),
        shortage: None,
        history: Vec::new(),
    }
}

fn member(person: &Person, spells: &[Stored<Spell>], day: NaiveDate, profile: &Profile) -> Member {
    let definition = &profile.zero_employment;
    let records: Vec<Spell> = spells.iter().map(|stored| stored.record.clone()).collect();
    let mut skills = person.skills.clone();
    skills.extend(person.certificates.iter().cloned());
    let mut worked: Vec<Worked> = records.iter().map(|spell| worked(spell, day)).collect();
    worked.sort_by_key(|spell| std::cmp::Reverse(spell.start));
    Member {
        id: person.id,
        name: person.name.clone(),
        relation: person.relation,
        sex: person.sex(),
        age: person.age(day),
        labour: person.labour,
        student: person.student,
        standing: person.standing,
        capable: zero_employment::capable(person, day, definition),
        employed: zero_employment::employed(&records, day, definition),
        skills,
        constraints: person.constraints.clone(),
        wish: person.wish.clone(),
        private: masked(person),
        spells: worked,
    }
}

fn worked(spell: &Spell, day: NaiveDate) -> Worked {
    Worked {
        start: spell.start,
        end: spell.end,
        now: spell.covers(day),
        form: spell.form,
        jobs: spell.jobs.clone(),
        employer: spell.employer.clone(),
        place: spell.place.clone(),
        pay: spell.monthly_pay,
    }
}
