//! Spells of work as rows.

use super::{Context, Table, Within, table};
use crate::error::StoreError;
use crate::value::Val;
use domain::ledger::Spell;
use uuid::Uuid;

impl Table for Spell {
    table!(
        "spell",
        Within::Person,
        ["person_id", "form", "channel", "place_code", "employer_id", "vacancy_id", "started", "ended", "monthly_pay",]
    );

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn columns(&self, _: &Context<'_>) -> Result<Vec<Val>, StoreError> {
        Ok(vec![
            self.person.0.into(),
            self.form.map(|form| form.code()).into(),
            self.channel.map(|channel| channel.code()).into(),
            self.place_code.into(),
            self.employer_id.map(|id| id.0).into(),
            self.vacancy.map(|id| id.0).into(),
            self.start.map(|date| date.first_day()).into(),
            self.end.map(|date| date.last_day()).into(),
            self.monthly_pay.map(|pay| pay.0).into(),
        ])
    }
}
