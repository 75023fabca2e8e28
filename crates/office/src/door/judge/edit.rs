//! Edits of single fields. Different fields merge; when the same field has moved since it was read, both values are kept for a person
//! to choose.

use super::reach;
use super::{Context, Ruling};
use crate::error::OfficeError;
use domain::door::Edit;
use domain::error::Refusal;
use domain::facts::{Change, Record, RecordId};
use domain::ids::{AnswerId, HouseholdId, PersonId, VacancyId};
use domain::places::Region;
use domain::record::Fields;
use store::{Stored, TwoAnswers, Tx};

/// Fields that hold the ledger together; they change by import or by moving a person, not by an edit.
const FIXED: [&str; 7] = ["household", "person", "state", "extra", "origin", "coded", "rejected"];

pub(super) async fn household(
    tx: &mut Tx,
    context: &Context,
    id: HouseholdId,
    edit: Edit,
) -> Result<Ruling, OfficeError> {
    let stored = reach::household(tx, context, id).await?;
    let (record, answers) = apply(tx, context, RecordId::Household(id), stored.record.region, &stored, edit).await?;
    if !context.scope.area().contains(record.region) {
        return Err(Refusal::new(1002).with("record", domain::say::Arg::Key("record-household".into())).into());
    }
    let change = Change { before: Some(Record::Household(stored.record)), after: Some(Record::Household(record)) };
    Ok(Ruling { changes: vec![change], touched: [id].into(), answers, ..Ruling::default() })
}

pub(super) async fn person(tx: &mut Tx, context: &Context, id: PersonId, edit: Edit) -> Result<Ruling, OfficeError> {
    let stored = reach::person(tx, context, id).await?;
    let household = stored.record.household;
    let region = reach::household(tx, context, household).await?.record.region;
    let (record, answers) = apply(tx, context, RecordId::Person(id), region, &stored, edit).await?;
    let change = Change { before: Some(Record::Person(stored.record)), after: Some(Record::Person(record)) };
    Ok(Ruling { changes: vec![change], touched: [household].into(), answers, ..Ruling::default() })
}

pub(super) async fn vacancy(tx: &mut Tx, context: &Context, id: VacancyId, edit: Edit) -> Result<Ruling, OfficeError> {
    let stored = reach::vacancy(tx, context, id).await?;
    let (record, answers) = apply(tx, context, RecordId::Vacancy(id), stored.record.region, &stored, edit).await?;
    let change = Change { before: Some(Record::Vacancy(stored.record)), after: Some(Record::Vacancy(record)) };
    Ok(Ruling { changes: vec![change], answers, ..Ruling::default() })
}

/// The record after the edit, and the fields on which there are two answers.
pub(super) async fn apply<R: Fields + Clone>(
    tx: &mut Tx,
    context: &Context,
    id: RecordId,
    region: Region,
    stored: &Stored<R>,
    edit: Edit,
) -> Result<(R, Vec<TwoAnswers>), OfficeError> {
    let moved = tx.fields_changed_since(id, edit.seen).await?;
    let mut record = stored.record.clone();
    let mut answers = Vec::new();
    for (field, newer) in edit.fields {
        let kept = record.get(&field).filter(|_| !FIXED.contains(&field.as_str()));
        let kept = kept.ok_or_else(|| Refusal::new(1003).with("field", field.as_str()))?;
        if kept == newer {
            continue;
        }
        if moved.contains(&field) {
            answers.push(TwoAnswers {
                id: AnswerId(crate::ids::fresh()),
                region,
                record: id,
                field,
                kept,
                newer,
                actor: context.scope.actor(),
                at: context.at,
                settled: None,
            });
        } else {
            record.set(&field, newer).map_err(|_| Refusal::new(1004).with("field", field.as_str()))?;
        }
    }
    Ok((record, answers))
}
