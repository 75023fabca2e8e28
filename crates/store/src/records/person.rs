use super::{Context, Table, Within, table, word};
use crate::error::StoreError;
use crate::names::search_keys;
use crate::value::Val;
use domain::facts::RecordId;
use domain::ledger::Person;
use uuid::Uuid;

/// The table of labels of persons.
pub(crate) const LABELS: &str = "INSERT INTO person_label (county, person_id, position, kind, first_day, last_day)";

impl Table for Person {
    table!("person", Within::Column("t.region"), [
        "household_id", "region", "name", "name_pinyin", "name_initials", "no", "relation", "sex", "birth_year",
        "education", "labour", "willing", "standing", "id_tail", "phone_hash", "phone_tail",
    ]);

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn columns(&self, context: &Context<'_>) -> Result<Vec<Val>, StoreError> {
        let region = context.regions.get(&self.household);
        let region = *region.ok_or(StoreError::Gone(RecordId::Household(self.household)))?;
        let (pinyin, initials) = search_keys(&self.name);
        let keys = context.keys;
        Ok(vec![
            self.household.0.into(),
            region.into(),
            self.name.as_str().into(),
            pinyin.into(),
            initials.into(),
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
