//! Fetching a record for a command: it must exist and lie in the area. What one may not see does not exist (DESIGN §5).

use super::Context;
use crate::error::OfficeError;
use domain::error::Refusal;
use domain::ids::{HouseholdId, PersonId, SpellId, VacancyId};
use domain::ledger::{Household, Person, Spell};
use domain::vacancies::Vacancy;
use store::{Stored, Tx};

/// The refusal for what is not there or may not be seen.
pub(super) fn missing(kind: &'static str) -> OfficeError {
    Refusal::new(1002).with("record", domain::say::Arg::Key(kind.into())).into()
}

pub(super) async fn household(tx: &Tx, context: &Context, id: HouseholdId) -> Result<Stored<Household>, OfficeError> {
    tx.household(context.scope.area(), id).await?.ok_or_else(|| missing("record-household"))
}

pub(super) async fn person(tx: &Tx, context: &Context, id: PersonId) -> Result<Stored<Person>, OfficeError> {
    tx.person(context.scope.area(), id).await?.ok_or_else(|| missing("record-person"))
}

pub(super) async fn spell(
    tx: &Tx,
    context: &Context,
    id: SpellId,
) -> Result<(Stored<Spell>, HouseholdId), OfficeError> {
    let found = tx.spell(context.scope.area(), id).await?.ok_or_else(|| missing("record-spell"))?;
    let person = person(tx, context, found.record.person).await.map_err(|_| missing("record-spell"))?;
    Ok((found, person.record.household))
}

/// Vacancies belong to the whole county: helpers of one village may see all of them.
pub(super) async fn vacancy(tx: &Tx, context: &Context, id: VacancyId) -> Result<Stored<Vacancy>, OfficeError> {
    tx.vacancy(context.county_area(), id).await?.ok_or_else(|| missing("record-vacancy"))
}

/// A vacancy to offer: where a city shares them, another county's may be offered too.
pub(super) async fn offered(tx: &Tx, context: &Context, id: VacancyId) -> Result<Stored<Vacancy>, OfficeError> {
    tx.vacancy(context.shared, id).await?.ok_or_else(|| missing("record-vacancy"))
}
