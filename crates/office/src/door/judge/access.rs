//! Accounts, unmasking and forgetting.

use super::reach;
use super::{Context, Ruling};
use crate::error::OfficeError;
use domain::access::{Account, Sight, sight};
use domain::error::Refusal;
use domain::facts::{Change, Record, RecordId};
use domain::ids::{AccountId, PersonId};
use store::Tx;

pub(super) async fn unmask(
    tx: &mut Tx,
    context: &Context,
    id: PersonId,
    reason: String,
) -> Result<Ruling, OfficeError> {
    if sight(context.scope.role()) != Sight::OnRequest {
        return Err(Refusal::new(1001).with("command", domain::say::Arg::Key("command-unmask".into())).into());
    }
    reach::person(tx, context, id).await?;
    if reason.trim().is_empty() {
        return Err(Refusal::new(1006).into());
    }
    Ok(Ruling { about: Some(RecordId::Person(id)), note: Some(reason), ..Ruling::default() })
}

pub(super) fn export(what: String, reason: String) -> Result<Ruling, OfficeError> {
    if reason.trim().is_empty() {
        return Err(Refusal::new(1006).into());
    }
    Ok(Ruling { note: Some(format!("{what} {reason}")), ..Ruling::default() })
}

/// Takes the person back with their spells; the key of what the journal knows of them is destroyed after.
pub(super) async fn forget(tx: &mut Tx, context: &Context, id: PersonId) -> Result<Ruling, OfficeError> {
    let person = reach::person(tx, context, id).await?;
    let spells = tx.spells_of_persons(context.scope.area(), &[id]).await?;
    let gone =
        spells.into_iter().map(|spell| Record::Spell(spell.record)).chain([Record::Person(person.record.clone())]);
    let changes = gone.map(|record| Change { before: Some(record), after: None }).collect();
    let touched = [person.record.household].into();
    Ok(Ruling { changes, touched, about: Some(RecordId::Person(id)), forget: Some(id), ..Ruling::default() })
}

pub(super) async fn open(
    tx: &mut Tx,
    context: &Context,
    account: Account,
    hash: String,
) -> Result<Ruling, OfficeError> {
    if !context.scope.region().contains(account.area) {
        return Err(Refusal::new(1007).with("area", account.area).into());
    }
    let sound = (2..=40).contains(&account.login.chars().count())
        && account.login.chars().all(|sign| sign.is_alphanumeric() || "._-@".contains(sign));
    if !sound {
        return Err(Refusal::new(1008).with("login", account.login).into());
    }
    if tx.login(&account.login).await?.is_some() {
        return Err(Refusal::new(1009).with("login", account.login).into());
    }
    let password = Some((account.id, account.login.clone(), hash));
    Ok(Ruling { changes: vec![Change::new(Record::Account(account))], password, ..Ruling::default() })
}

pub(super) async fn close(tx: &mut Tx, context: &Context, id: AccountId) -> Result<Ruling, OfficeError> {
    let found = tx.account(context.scope.area(), id).await?;
    let found =
        found.ok_or_else(|| Refusal::new(1002).with("record", domain::say::Arg::Key("record-account".into())))?;
    let after = Account { closed: true, ..found.record.clone() };
    let change = Change { before: Some(Record::Account(found.record)), after: Some(Record::Account(after)) };
    Ok(Ruling { changes: vec![change], shut: Some(id), ..Ruling::default() })
}
