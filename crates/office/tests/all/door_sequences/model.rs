//! What a command may and must do, reckoned from the state before it and nothing else.

use crate::support::State;
use domain::access::{Scope, may};
use domain::door::{Command, Edit, Receipt};
use domain::facts::{Change, Record, RecordId};
use domain::ids::PersonId;
use domain::record::Fields;
use office::OfficeError;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Refusals by which a record outside the area, or none at all, is told.
const NOT_THERE: [u16; 5] = [1002, 1005, 1007, 1115, 1118];

/// For each field of each record the version at which it moved last.
#[derive(Default)]
pub(super) struct Moves(BTreeMap<(RecordId, String), i64>);

impl Moves {
    /// Remembers what moved between two states.
    pub(super) fn note(&mut self, before: &State, after: &State) {
        for (id, (version, record)) in &after.records {
            let moved = match before.records.get(id) {
                Some((_, old)) => old.differences(record).into_iter().map(|(field, ..)| field).collect(),
                None => Vec::new(),
            };
            for field in moved {
                self.0.insert((*id, field.to_owned()), *version);
            }
        }
    }

    fn since(&self, id: RecordId, field: &str, seen: i64) -> bool {
        self.0.get(&(id, field.to_owned())).is_some_and(|version| *version > seen)
    }
}

/// A refusal changes nothing, and says no more than it should.
pub(super) fn refused(before: &State, after: &State, scope: &Scope, command: &Command, error: &OfficeError) {
    assert_eq!(after, before, "a refused {:?} changed something", command.kind());
    let number = error.number().0;
    if !may(scope.role(), command.kind()) {
        assert_eq!(number, 1001, "{command:?} by {:?}", scope.role());
    } else {
        assert_ne!(number, 1001, "{command:?} by {:?}", scope.role());
        if !within(before, scope, command) {
            assert!(NOT_THERE.contains(&number), "{command:?} outside of {}: Q-{number}", scope.region());
        }
        assert!(number < 3000, "{command:?}: Q-{number} is for faults of the machine");
    }
}

/// What was carried out was allowed, and is in the journal once.
pub(super) fn carried_out(before: &State, after: &State, scope: &Scope, command: &Command) {
    assert!(may(scope.role(), command.kind()), "{command:?} by {:?}", scope.role());
    assert!(within(before, scope, command), "{command:?} reached out of {}", scope.region());
    assert_eq!(after.entries, before.entries + 1);
}

/// Whether the record a command is about is there and in the area.
fn within(state: &State, scope: &Scope, command: &Command) -> bool {
    let area = scope.area();
    let household = |id| {
        state.records.get(&RecordId::Household(id)).is_some_and(|(_, record)| match record {
            Record::Household(household) => area.contains(household.region),
            _ => false,
        })
    };
    let person = |id: PersonId| state.persons().iter().any(|person| person.id == id && household(person.household));
    let spell = |id| state.spells().iter().any(|spell| spell.id == id && person(spell.person));
    let of_county = scope.county() == crate::support::files::COUNTY;
    match command {
        Command::EditHousehold { id, .. } => household(*id),
        Command::EditPerson { id, .. } | Command::ForgetPerson { id } | Command::Unmask { id, .. } => person(*id),
        Command::AddSpell { spell } => person(spell.person),
        Command::EndSpell { id, .. } => spell(*id),
        Command::DecideProposal { person: id, .. } => person(*id),
        Command::SetVacancyState { .. } | Command::UndoImport { .. } => of_county,
        Command::ChooseAnswer { id, .. } => {
            state.answers.iter().any(|answer| answer.id == *id && area.contains(answer.region))
        }
        Command::OpenAccount { area: theirs, .. } => scope.region().contains(*theirs),
        _ => true,
    }
}

/// An edit sets each field, or keeps both values where the field moved since it was read; nothing else moves.
pub(super) fn edited(before: &State, after: &State, moves: &Moves, id: RecordId, edit: &Edit, receipt: &Receipt) {
    let (old, new) = (&before.records[&id].1, &after.records[&id].1);
    let mut conflicts = 0;
    for (field, value) in &edit.fields {
        let had = old.get(field).unwrap();
        let expected: &Value = if had != *value && moves.since(id, field, edit.seen) {
            conflicts += 1;
            let told = after.answers.iter().any(|answer| {
                answer.record == id && answer.field == *field && answer.kept == had && answer.newer == *value
            });
            assert!(told, "{field} = {value} was lost: {had} stands");
            &had
        } else {
            value
        };
        assert_eq!(new.get(field).as_ref(), Some(expected), "{field}");
    }
    assert_eq!(receipt.two_answers, conflicts);
    assert_eq!(after.answers.len(), before.answers.len() + conflicts as usize);
    let asked: BTreeSet<&str> = edit.fields.iter().map(|(field, _)| field.as_str()).collect();
    let moved = old.differences(new);
    assert!(moved.iter().all(|(field, ..)| asked.contains(field)), "{moved:?}");
    let others = |state: &State| {
        let records = state.records.iter().filter(|(other, _)| **other != id);
        records.map(|(id, record)| (*id, record.clone())).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(others(after), others(before), "another record moved");
}

/// Whether nothing stands against taking changes back.
pub(super) fn can_be_undone(state: &State, changes: &[Change]) -> bool {
    let made: BTreeSet<RecordId> =
        changes.iter().filter(|change| change.before.is_none()).map(|change| change.id()).collect();
    let untouched = changes.iter().all(|change| {
        let Some((_, now)) = state.records.get(&change.id()) else { return false };
        match &change.before {
            None => Some(now) == change.after.as_ref(),
            Some(_) => change.fields().iter().all(|(field, _, after)| now.get(field).as_ref() == Some(after)),
        }
    });
    let hangs = |state: &State, id: RecordId| match &state.records[&id].1 {
        Record::Person(person) => made.contains(&RecordId::Household(person.household)),
        Record::Spell(spell) => made.contains(&RecordId::Person(spell.person)),
        Record::Vacancy(vacancy) => vacancy.employer.is_some_and(|id| made.contains(&RecordId::Employer(id))),
        _ => false,
    };
    // A record of somebody else that would be left without what it belongs to. One that moves away with this undoing is none.
    let moves_away = |id: &RecordId| changes.iter().any(|change| change.id() == *id);
    let orphans = state.records.keys().filter(|id| !made.contains(id) && !moves_away(id) && hangs(state, **id));
    untouched && orphans.count() == 0
}

/// After undoing, what was made is gone and what was changed is as before.
pub(super) fn undone(after: &State, changes: &[Change]) {
    for change in changes {
        match &change.before {
            None => assert!(!after.records.contains_key(&change.id()), "{change:?}"),
            Some(_) => {
                let now = &after.records[&change.id()].1;
                for (field, before, _) in change.fields() {
                    assert_eq!(now.get(field), Some(before), "{field}");
                }
            }
        }
    }
}

/// Names the fields a person is edited by, with some values.
pub(super) fn person_field(field: usize, value: u32) -> (String, Value) {
    assert!(domain::ledger::Person::FIELDS.contains(&"note"));
    match field {
        0 => ("note".into(), serde_json::json!(["想进厂", "在家带娃", "已走访"][value as usize])),
        1 => ("phone".into(), serde_json::json!(crate::support::files::phone(900 + value))),
        _ => ("labour".into(), serde_json::json!(["ordinary", "skilled", "weak"][value as usize])),
    }
}
