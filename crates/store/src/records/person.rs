//! Persons as rows, with their labels and the readings of their names.

use super::{Context, Table, Within, table, word};
use crate::error::StoreError;
use crate::value::Val;
use domain::facts::RecordId;
use domain::ledger::Person;
use domain::ledger::names::search_keys;
use uuid::Uuid;

/// The table of labels of persons.
pub(crate) const LABELS: &str = "INSERT INTO person_label (county, person_id, position, kind, first_day, last_day)";

/// The table of readings of names.
pub(crate) const SOUNDS: &str = "INSERT INTO person_sound (county, sound, person_id, household_id)";

/// What a name is found by in latin letters: each reading whole and by its initials.
pub(crate) fn sound_rows(county: u32, person: &Person) -> Vec<Vec<Val>> {
    let keys = search_keys(&person.name);
    let mut sounds: Vec<&str> = keys.pinyin.split(' ').chain(keys.initials.split(' ')).collect();
    sounds.sort_unstable();
    sounds.dedup();
    let row = |sound: &str| vec![county.into(), sound.into(), person.id.0.into(), person.household.0.into()];
    sounds.into_iter().filter(|sound| !sound.is_empty()).map(row).collect()
}

impl Table for Person {
    table!(
        "person",
        Within::Column("t.region"),
        [
            "household_id",
            "region",
            "name",
            "no",
            "relation",
            "sex",
            "birth_year",
            "education",
            "labour",
            "willing",
            "standing",
            "id_tail",
            "phone_hash",
            "phone_tail",
        ]
    );

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn columns(&self, context: &Context<'_>) -> Result<Vec<Val>, StoreError> {
        let region = context.regions.get(&self.household);
        let region = *region.ok_or(StoreError::Gone(RecordId::Household(self.household)))?;
        let keys = context.keys;
        Ok(vec![
            self.household.0.into(),
            region.into(),
            self.name.as_str().into(),
            self.no.as_deref().into(),
            self.relation.as_ref().and_then(word).into(),
            self.sex().map(|sex| sex.code()).into(),
            self.birth_date().map(|birth| birth.parts().0).into(),
            self.education.map(|education| education.code()).into(),
            self.labour.map(|labour| labour.code()).into(),
            self.wish.as_ref().and_then(|wish| wish.willing).into(),
            self.standing.as_ref().and_then(word).into(),
            self.id_no.as_ref().and_then(|number| keys.id_tail(number)).into(),
            self.phone.as_ref().map(|phone| keys.phone_hash(phone)).into(),
            self.phone.as_ref().and_then(|phone| keys.phone_tail(phone)).into(),
        ])
    }
}
