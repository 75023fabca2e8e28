//! Spells of work: added and ended.

use super::reach;
use super::{Context, Ruling};
use crate::error::OfficeError;
use chrono::NaiveDate;
use domain::error::Refusal;
use domain::facts::{Change, Record};
use domain::ids::SpellId;
use domain::ledger::Spell;
use store::Tx;

pub(super) async fn add(tx: &mut Tx, context: &Context, spell: Spell) -> Result<Ruling, OfficeError> {
    let person = reach::person(tx, context, spell.person).await?;
    if let (Some(start), Some(end)) = (spell.start, spell.end)
        && end.last_day() < start.first_day()
    {
        return Err(Refusal::new(1121).with("start", start.to_string()).with("end", end.to_string()).into());
    }
    if tx.spell(context.scope.area(), spell.id).await?.is_some() {
        return Err(Refusal::new(1122).into());
    }
    let touched = [person.record.household].into();
    Ok(Ruling { changes: vec![Change::new(Record::Spell(spell))], touched, ..Ruling::default() })
}

pub(super) async fn end(tx: &mut Tx, context: &Context, id: SpellId, end: NaiveDate) -> Result<Ruling, OfficeError> {
    let (stored, household) = reach::spell(tx, context, id).await?;
    if let Some(start) = stored.record.start.filter(|start| end < start.first_day()) {
        return Err(Refusal::new(1121).with("start", start.to_string()).with("end", end.to_string()).into());
    }
    let after = Spell { end: Some(end.into()), ..stored.record.clone() };
    let change = Change { before: Some(Record::Spell(stored.record)), after: Some(Record::Spell(after)) };
    Ok(Ruling { changes: vec![change], touched: [household].into(), ..Ruling::default() })
}
