//! Settling a conflict: a person chooses one of two answers.

use super::{Context, Ruling, edit, reach};
use crate::error::OfficeError;
use domain::door::Edit;
use domain::error::Refusal;
use domain::facts::RecordId;
use domain::ids::AnswerId;
use domain::record::Fields;
use serde_json::Value;
use store::{TwoAnswers, Tx};

pub(super) async fn choose(
    tx: &mut Tx,
    context: &Context,
    id: AnswerId,
    take_newer: bool,
) -> Result<Ruling, OfficeError> {
    let answer = tx.two_answers(context.scope.area(), id).await?.filter(|answer| answer.settled.is_none());
    let answer = answer.ok_or_else(|| Refusal::new(1005))?;
    let mut ruling = if take_newer {
        // The chooser has seen both values, so the field counts as read just now; unless a third value came since.
        let seen = if now(tx, context, &answer).await?.as_ref() == Some(&answer.kept) { i64::MAX } else { 0 };
        let edit = Edit { seen, fields: vec![(answer.field, answer.newer)] };
        match answer.record {
            RecordId::Household(record) => edit::household(tx, context, record, edit).await?,
            RecordId::Person(record) => edit::person(tx, context, record, edit).await?,
            RecordId::Vacancy(record) => edit::vacancy(tx, context, record, edit).await?,
            _ => return Err(Refusal::new(1005).into()),
        }
    } else {
        Ruling::default()
    };
    ruling.settled = Some((id, take_newer));
    Ok(ruling)
}

/// What stands in the field at present.
async fn now(tx: &Tx, context: &Context, answer: &TwoAnswers) -> Result<Option<Value>, OfficeError> {
    let field = answer.field.as_str();
    Ok(match answer.record {
        RecordId::Household(id) => reach::household(tx, context, id).await?.record.get(field),
        RecordId::Person(id) => reach::person(tx, context, id).await?.record.get(field),
        RecordId::Vacancy(id) => reach::vacancy(tx, context, id).await?.record.get(field),
        _ => None,
    })
}
