//! Vacancies as rows.

use super::{Context, Table, Within, table, word};
use crate::error::StoreError;
use crate::value::Val;
use domain::places::Region;
use domain::vacancies::Vacancy;
use uuid::Uuid;

impl Table for Vacancy {
    table!(
        "vacancy",
        Within::County,
        [
            "region",
            "no",
            "title",
            "state",
            "employer_id",
            "employer_name",
            "occupation",
            "industry",
            "seats",
            "place_region",
            "pay_min",
            "pay_max",
            "weight",
            "channel",
            "posted_on",
            "valid_until",
        ]
    );

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn columns(&self, _: &Context<'_>) -> Result<Vec<Val>, StoreError> {
        let (least, highest) = self.monthly_pay();
        Ok(vec![
            self.region.into(),
            self.no.as_deref().into(),
            self.title.as_str().into(),
            self.state.code().into(),
            self.employer.map(|id| id.0).into(),
            self.employer_name.as_deref().into(),
            self.occupation.as_deref().into(),
            self.industry.as_ref().and_then(word).into(),
            self.seats().into(),
            self.place_region.into(),
            least.map(|pay| pay.0).into(),
            highest.map(|pay| pay.0).into(),
            self.weight.as_ref().and_then(word).into(),
            self.channel.as_ref().and_then(word).into(),
            self.posted_on.into(),
            self.valid_until.into(),
        ])
    }

    fn region(&self) -> Option<Region> {
        Some(self.region)
    }
}
