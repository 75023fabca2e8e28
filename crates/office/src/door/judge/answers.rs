//! Settling a conflict: a person chooses one of two answers.

use super::{Context, Ruling, edit};
use crate::error::OfficeError;
use domain::door::Edit;
use domain::error::Refusal;
use domain::facts::RecordId;
use domain::ids::AnswerId;
use store::Tx;

pub(super) async fn choose(
    tx: &mut Tx,
    context: &Context,
    id: AnswerId,
    take_newer: bool,
) -> Result<Ruling, OfficeError> {
    let answer = tx.two_answers(context.scope.area(), id).await?.filter(|answer| answer.settled.is_none());
    let answer = answer.ok_or_else(|| Refusal::new(1005))?;
    let mut ruling = if take_newer {
        // The chooser has seen both values, so the field counts as read just now.
        let edit = Edit { seen: i64::MAX, fields: vec![(answer.field, answer.newer)] };
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
