//! The part of the ledger that a file touches, with what the file makes of it so far.

use super::outcome::Moved;
use crate::ids::Mint;
use domain::facts::{Change, Record};
use domain::ids::{EmployerId, HouseholdId, PersonId, SpellId, VacancyId};
use domain::ledger::{Household, IdNumber, Person, Spell};
use domain::places::Region;
use domain::record::Fields;
use domain::vacancies::{Employer, Vacancy};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// A record as the ledger has it and as the file leaves it. Kept in the order in which records were first touched.
pub(super) struct Shelf<I, R> {
    at: HashMap<I, usize>,
    items: Vec<(Option<R>, R)>,
}

impl<I: Copy + Eq + Hash, R: Clone + PartialEq + Fields> Shelf<I, R> {
    fn new() -> Self {
        Self { at: HashMap::new(), items: Vec::new() }
    }

    /// Puts a record that the ledger has.
    pub(super) fn put_known(&mut self, id: I, record: R) {
        self.at.insert(id, self.items.len());
        self.items.push((Some(record.clone()), record));
    }

    /// Puts a record that the file makes.
    pub(super) fn put_new(&mut self, id: I, record: R) {
        self.at.insert(id, self.items.len());
        self.items.push((None, record));
    }

    pub(super) fn get(&self, id: I) -> Option<&R> {
        self.at.get(&id).map(|&index| &self.items[index].1)
    }

    /// Changes a record; says what changed.
    pub(super) fn change(&mut self, id: I, change: impl FnOnce(&mut R)) -> Vec<Moved> {
        let Some(&index) = self.at.get(&id) else { return Vec::new() };
        let now = &mut self.items[index].1;
        let before = now.clone();
        change(now);
        if *now == before {
            return Vec::new();
        }
        let moved = before.differences(now).into_iter();
        moved.map(|(field, before, after)| Moved { field, before, after }).collect()
    }

    fn into_changes(self, wrap: fn(R) -> Record) -> impl Iterator<Item = Change> {
        self.items
            .into_iter()
            .filter(|(before, now)| before.as_ref() != Some(now))
            .map(move |(before, now)| Change { before: before.map(wrap), after: Some(wrap(now)) })
    }
}

/// All shelves and the keys by which rows find their records.
pub(super) struct Known {
    pub(super) mint: Mint,
    pub(super) households: Shelf<HouseholdId, Household>,
    pub(super) persons: Shelf<PersonId, Person>,
    pub(super) spells: Shelf<SpellId, Spell>,
    pub(super) employers: Shelf<EmployerId, Employer>,
    pub(super) vacancies: Shelf<VacancyId, Vacancy>,
    pub(super) household_by_no: HashMap<String, HouseholdId>,
    pub(super) household_by_head: HashMap<(Region, String), HouseholdId>,
    pub(super) person_by_id: HashMap<IdNumber, PersonId>,
    pub(super) person_by_name: HashMap<(HouseholdId, String), PersonId>,
    pub(super) spells_of: HashMap<PersonId, Vec<SpellId>>,
    pub(super) employer_by_name: HashMap<String, EmployerId>,
    pub(super) vacancy_by_no: HashMap<String, VacancyId>,
    /// Vacancies of an employer with a title, in the order of their ids: an employer may offer several alike.
    pub(super) vacancies_by_title: HashMap<(Option<EmployerId>, String), Vec<VacancyId>>,
    /// Vacancies that a row of the file was about: the next row alike is about another one.
    pub(super) vacancies_met: HashSet<VacancyId>,
    /// What the row at hand has changed so far.
    pub(super) moved: Vec<Moved>,
    /// Titles the office has taught.
    pub(super) learned: reading::occupations::Learned,
    /// ID numbers of people that another county keeps, or a part of this one that is out of reach.
    pub(super) elsewhere: HashSet<IdNumber>,
}

impl Known {
    pub(super) fn new(mint: Mint) -> Self {
        Self {
            mint,
            households: Shelf::new(),
            persons: Shelf::new(),
            spells: Shelf::new(),
            employers: Shelf::new(),
            vacancies: Shelf::new(),
            household_by_no: HashMap::new(),
            household_by_head: HashMap::new(),
            person_by_id: HashMap::new(),
            person_by_name: HashMap::new(),
            spells_of: HashMap::new(),
            employer_by_name: HashMap::new(),
            vacancy_by_no: HashMap::new(),
            vacancies_by_title: HashMap::new(),
            vacancies_met: HashSet::new(),
            moved: Vec::new(),
            learned: Default::default(),
            elsewhere: HashSet::new(),
        }
    }

    /// Notes what a row has changed, and says whether that is anything.
    pub(super) fn note(&mut self, moved: Vec<Moved>) -> bool {
        let changed = !moved.is_empty();
        self.moved.extend(moved);
        changed
    }

    /// Remembers the keys of a household; the first to claim a key keeps it.
    pub(super) fn index_household(&mut self, household: &Household) {
        if let Some(no) = &household.no {
            self.household_by_no.entry(no.clone()).or_insert(household.id);
        }
        if let Some(head) = &household.head_name {
            self.household_by_head.entry((household.region, head.clone())).or_insert(household.id);
        }
    }

    /// Remembers the keys of a person.
    pub(super) fn index_person(&mut self, person: &Person) {
        if let Some(id_no) = &person.id_no {
            self.person_by_id.entry(id_no.clone()).or_insert(person.id);
        }
        self.person_by_name.entry((person.household, person.name.clone())).or_insert(person.id);
    }

    /// Remembers a spell under its person.
    pub(super) fn index_spell(&mut self, spell: &Spell) {
        self.spells_of.entry(spell.person).or_default().push(spell.id);
    }

    /// Remembers the keys of an employer.
    pub(super) fn index_employer(&mut self, employer: &Employer) {
        self.employer_by_name.entry(employer.name.clone()).or_insert(employer.id);
    }

    /// Remembers the keys of a vacancy.
    pub(super) fn index_vacancy(&mut self, vacancy: &Vacancy) {
        if let Some(no) = &vacancy.no {
            self.vacancy_by_no.entry(no.clone()).or_insert(vacancy.id);
        }
        let alike = self.vacancies_by_title.entry((vacancy.employer, vacancy.title.clone())).or_default();
        if let Err(place) = alike.binary_search(&vacancy.id) {
            alike.insert(place, vacancy.id);
        }
    }

    /// The changes of the whole file, parents before children.
    pub(super) fn into_changes(self) -> Vec<Change> {
        let households = self.households.into_changes(Record::Household);
        let persons = self.persons.into_changes(Record::Person);
        let spells = self.spells.into_changes(Record::Spell);
        let employers = self.employers.into_changes(Record::Employer);
        let vacancies = self.vacancies.into_changes(Record::Vacancy);
        households.chain(persons).chain(spells).chain(employers).chain(vacancies).collect()
    }
}
