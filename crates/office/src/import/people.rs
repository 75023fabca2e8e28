//! Rows about people: which household, person and spell each one is about, and what it changes there.

use super::draft::PersonDraft;
use super::known::Known;
use super::outcome::RowState;
use chrono::NaiveDate;
use domain::codes::Relation;
use domain::dates::PartialDate;
use domain::error::Refusal;
use domain::ids::{HouseholdId, PersonId};
use domain::ledger::{Household, Person, Spell, merge_labels};
use domain::places::Region;
use domain::record::Fields;
use reading::sheets::Kind;
use std::collections::HashMap;

/// Walks over the rows of one sheet and remembers the household whose head stood last above.
pub(super) struct People<'a> {
    pub(super) known: &'a mut Known,
    pub(super) as_of: NaiveDate,
    /// Household of the last head row, for rosters in which the members simply follow.
    above: Above,
    /// Households by village and serial number, for rosters that count their households from 1.
    serials: HashMap<(Region, String), HouseholdId>,
}

/// Numbers of the national system are longer; shorter ones are serials of one sheet and mean nothing beyond it.
const SERIAL_DIGITS: usize = 7;

/// What stands above the members of a roster.
enum Above {
    /// No head yet.
    Nothing,
    /// A head: village, household, name.
    Head(Region, HouseholdId, String),
    /// A head whose row was left out: village and name, by which the members below are still one household.
    Missing(Region, String),
}

impl<'a> People<'a> {
    pub(super) fn new(known: &'a mut Known, as_of: NaiveDate) -> Self {
        Self { known, as_of, above: Above::Nothing, serials: HashMap::new() }
    }

    /// Hears that the row of a head was left out.
    pub(super) fn miss_head(&mut self, region: Region, name: String) {
        self.above = Above::Missing(region, name);
    }

    /// Takes one row in, and says what it was; a refusal makes it a faulty row.
    ///
    /// A row is new when the record it is about is: the household in a sheet of households, the spell in a sheet of spells, else the
    /// person.
    pub(super) fn take(&mut self, kind: Kind, mut draft: PersonDraft) -> Result<RowState, Refusal> {
        let id_no = draft.person.as_ref().and_then(|person| person.id_no.clone());
        if id_no.as_ref().is_some_and(|id_no| self.known.elsewhere.contains(id_no)) {
            return Err(Refusal::new(1111));
        }
        let by_id = id_no.and_then(|id_no| self.known.person_by_id.get(&id_no).copied());
        if let Above::Missing(region, name) = &self.above
            && *region == draft.household.region
            && follows(&draft)
            && !keyed(&draft)
        {
            draft.household.head_name = Some(name.clone());
        }
        let serial =
            draft.household.no.take_if(|no| no.len() <= SERIAL_DIGITS && no.bytes().all(|b| b.is_ascii_digit()));
        let serial = serial.map(|serial| (draft.household.region, serial));
        let of_sheet = serial.as_ref().and_then(|serial| self.serials.get(serial).copied());
        let found = of_sheet.or_else(|| self.find_household(&draft, by_id));
        if found.is_none() && !keyed(&draft) && matches!(kind, Kind::Spells | Kind::Plans | Kind::PublicPosts) {
            return Err(Refusal::new(1112).with("name", draft.person.map(|person| person.name).unwrap_or_default()));
        }
        let (household, household_state) = self.keep_household(found, draft.household);
        if let Some(serial) = serial {
            self.serials.insert(serial, household);
        }
        let Some(person) = draft.person else { return Ok(household_state) };
        if person.relation == Some(Relation::Head)
            && let Some(region) = self.known.households.get(household).map(|household| household.region)
        {
            self.above = Above::Head(region, household, person.name.clone());
            self.known.household_by_head.entry((region, person.name.clone())).or_insert(household);
        }
        let (person, person_state) = self.keep_person(household, by_id, person);
        let spell_state =
            draft.spells.into_iter().map(|spell| self.keep_spell(person, spell)).max().unwrap_or(RowState::Same);
        let (main, others) = match kind {
            Kind::Spells | Kind::PublicPosts => (spell_state, person_state.max(household_state)),
            _ => (person_state, spell_state.max(household_state)),
        };
        Ok(if main == RowState::New { main } else { main.max(others.min(RowState::Changed)) })
    }

    fn find_household(&self, draft: &PersonDraft, by_id: Option<PersonId>) -> Option<HouseholdId> {
        let known = &*self.known;
        let no = draft.household.no.as_ref();
        if let Some(&id) = no.and_then(|no| known.household_by_no.get(no)) {
            return Some(id);
        }
        // A household with another number is another household: who stands under a new one has moved there.
        let same = |id: &HouseholdId| {
            let own = known.households.get(*id).and_then(|household| household.no.as_ref());
            own.zip(no).is_none_or(|(own, no)| own == no)
        };
        let of = |id: PersonId| known.persons.get(id).map(|person| person.household).filter(same);
        let by_head_id =
            || draft.head_id.as_ref().and_then(|id_no| known.person_by_id.get(id_no)).and_then(|&id| of(id));
        let by_head = || self.find_by_head(draft).filter(same);
        by_id.and_then(of).or_else(by_head_id).or_else(by_head).or_else(|| self.following(draft))
    }

    /// By village and name of the head. A head of the same name with another ID number is another head.
    fn find_by_head(&self, draft: &PersonDraft) -> Option<HouseholdId> {
        let own = draft.person.as_ref().filter(|person| person.relation == Some(Relation::Head));
        let head = draft.household.head_name.as_ref().or(own.map(|person| &person.name))?;
        let id_no = draft.head_id.as_ref().or(own.and_then(|person| person.id_no.as_ref()));
        if let Above::Head(region, id, name) = &self.above
            && (*region, name) == (draft.household.region, head)
            && own.is_none()
            && id_no.is_none()
        {
            return Some(*id);
        }
        let &id = self.known.household_by_head.get(&(draft.household.region, head.clone()))?;
        let known = self.known.person_by_name.get(&(id, head.clone())).and_then(|&id| self.known.persons.get(id));
        let another = known.and_then(|person| person.id_no.as_ref()).zip(id_no).is_some_and(|(a, b)| a != b);
        (!another).then_some(id)
    }

    /// The household of the head above, for a member row without any key of its own.
    fn following(&self, draft: &PersonDraft) -> Option<HouseholdId> {
        let Above::Head(region, id, _) = &self.above else { return None };
        (!keyed(draft) && follows(draft) && *region == draft.household.region).then_some(*id)
    }

    fn keep_household(&mut self, found: Option<HouseholdId>, draft: Household) -> (HouseholdId, RowState) {
        let Some(id) = found else {
            let household = Household { id: HouseholdId(self.known.mint.next()), ..draft };
            let id = household.id;
            self.known.index_household(&household);
            self.known.households.put_new(id, household);
            return (id, RowState::New);
        };
        let as_of = self.as_of;
        let moved = self.known.households.change(id, |known| {
            let labels = merge_labels(&known.labels, &draft.labels, as_of);
            let region = if draft.region.contains(known.region) { known.region } else { draft.region };
            known.fill_from(&draft);
            known.labels = labels;
            known.region = region;
        });
        let changed = self.known.note(moved);
        if let Some(household) = self.known.households.get(id).filter(|_| changed).cloned() {
            self.known.index_household(&household);
        }
        (id, if changed { RowState::Changed } else { RowState::Same })
    }

    fn keep_person(&mut self, household: HouseholdId, by_id: Option<PersonId>, draft: Person) -> (PersonId, RowState) {
        let by_name = || {
            let &id = self.known.person_by_name.get(&(household, draft.name.clone()))?;
            // A namesake with another ID number is another person.
            let other =
                self.known.persons.get(id)?.id_no.as_ref().zip(draft.id_no.as_ref()).is_some_and(|(a, b)| a != b);
            (!other).then_some(id)
        };
        let Some(id) = by_id.or_else(by_name) else {
            let person = Person { id: PersonId(self.known.mint.next()), household, ..draft };
            let id = person.id;
            self.known.index_person(&person);
            self.known.persons.put_new(id, person);
            return (id, RowState::New);
        };
        let as_of = self.as_of;
        let moved = self.known.persons.change(id, |known| {
            let labels = merge_labels(&known.labels, &draft.labels, as_of);
            let mut wish = known.wish.take();
            if let Some(newer) = &draft.wish {
                wish.get_or_insert_default().fill_from(newer);
            }
            known.fill_from(&Person { household, ..draft });
            known.labels = labels;
            known.wish = wish;
        });
        let changed = self.known.note(moved);
        if let Some(person) = self.known.persons.get(id).filter(|_| changed).cloned() {
            self.known.index_person(&person);
        }
        (id, if changed { RowState::Changed } else { RowState::Same })
    }

    fn keep_spell(&mut self, person: PersonId, draft: Spell) -> RowState {
        let of = self.known.spells_of.get(&person).into_iter().flatten();
        let found = of.copied().find(|id| self.known.spells.get(*id).is_some_and(|spell| same_spell(spell, &draft)));
        let Some(id) = found else {
            let spell = Spell { id: domain::ids::SpellId(self.known.mint.next()), person, ..draft };
            self.known.index_spell(&spell);
            self.known.spells.put_new(spell.id, spell);
            return RowState::New;
        };
        let moved = self.known.spells.change(id, |known| {
            let evidence = known.evidence.max(draft.evidence);
            known.fill_from(&Spell { person, ..draft });
            known.evidence = evidence;
        });
        if self.known.note(moved) { RowState::Changed } else { RowState::Same }
    }
}

/// Whether a row names its household.
const fn keyed(draft: &PersonDraft) -> bool {
    draft.household.no.is_some() || draft.household.head_name.is_some() || draft.head_id.is_some()
}

/// Whether a row is of a member who stands below the head.
fn follows(draft: &PersonDraft) -> bool {
    let relation = draft.person.as_ref().and_then(|person| person.relation);
    relation.is_some_and(|relation| relation != Relation::Head)
}

/// Whether two rows speak of the same spell: same start as far as both know it and no two different employers; without a start,
/// the same employer or, where none is named, the same place.
fn same_spell(known: &Spell, draft: &Spell) -> bool {
    let clash = known.employer.as_ref().zip(draft.employer.as_ref()).is_some_and(|(a, b)| a != b);
    match (known.start, draft.start) {
        (Some(a), Some(b)) => agree(a, b) && !clash,
        _ if clash => false,
        _ => {
            let employer = known.employer.is_some() && known.employer == draft.employer;
            employer || known.place_code == draft.place_code
        }
    }
}

/// Whether two dates can mean the same day.
fn agree(a: PartialDate, b: PartialDate) -> bool {
    a.first_day() <= b.last_day() && b.first_day() <= a.last_day()
}
