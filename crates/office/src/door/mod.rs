//! The door: one way in for every write (DESIGN §4).
//!
//! [`Office::submit`] takes a command and, in one transaction: returns the old receipt if the command is known; checks role and area;
//! judges it against the ledger; writes facts, journal and read models.

mod judge;
mod refresh;
mod route;

use crate::Office;
use crate::error::OfficeError;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Actor, Scope, may};
use domain::bridge::{Findings, Proposal, Uncovered};
use domain::door::{Command, CommandKind, Envelope, Receipt};
use domain::error::Refusal;
use domain::facts::{Change, RecordId};
use domain::ids::{AccountId, AnswerId, CommandId, HouseholdId, PersonId, RunId};
use domain::places::{Area, Region};
use domain::profile::Profile;
use std::collections::BTreeSet;
use store::{BoxFuture, Entry, TwoAnswers, Tx};

/// What judging needs to know besides the ledger.
pub(crate) struct Context {
    pub(crate) scope: Scope,
    pub(crate) at: DateTime<Utc>,
    pub(crate) today: NaiveDate,
    pub(crate) profile: &'static Profile,
    pub(crate) command: CommandId,
    pub(crate) origin: &'static str,
    /// Where vacancies are shared: the home of the office. A city's counties offer their people each other's vacancies.
    pub(crate) shared: Area,
}

impl Context {
    /// The whole county of the journal.
    pub(crate) fn county_area(&self) -> Area {
        Area::of_six(self.scope.county())
    }
}

/// What a command comes to: facts, and what hangs on them.
#[derive(Default)]
pub(crate) struct Ruling {
    /// Records made, changed, taken back.
    pub(crate) changes: Vec<Change>,
    /// Households whose read models must be computed anew.
    pub(crate) touched: BTreeSet<HouseholdId>,
    /// Result of a run, kept beside its record.
    pub(crate) result: Option<RunResult>,
    /// Results of some households of a run, in place of those they had.
    pub(crate) reseated: Option<Reseating>,
    /// Conflicts for a person to settle.
    pub(crate) answers: Vec<TwoAnswers>,
    /// Conflict that is settled, and whether the newer value was taken.
    pub(crate) settled: Option<(AnswerId, bool)>,
    /// Log-in name and password hash of an account.
    pub(crate) password: Option<(AccountId, String, String)>,
    /// Account whose sessions end.
    pub(crate) shut: Option<AccountId>,
    /// Person whose key is destroyed.
    pub(crate) forget: Option<PersonId>,
    /// The record the command is about where it changes nothing.
    pub(crate) about: Option<RecordId>,
    /// What the actor said; the journal keeps it encrypted.
    pub(crate) note: Option<String>,
}

/// What a run came to, beside its record.
pub(crate) struct RunResult {
    pub(crate) run: RunId,
    pub(crate) proposals: Vec<Proposal>,
    pub(crate) uncovered: Vec<Uncovered>,
    pub(crate) findings: Box<Findings>,
}

/// New results of some households of a run.
pub(crate) struct Reseating {
    pub(crate) run: RunId,
    pub(crate) households: Vec<HouseholdId>,
    pub(crate) proposals: Vec<Proposal>,
    pub(crate) uncovered: Vec<Uncovered>,
    pub(crate) findings: Box<Findings>,
}

impl Office {
    /// Carries a command out, once: the same id gives the same receipt, however often it arrives.
    ///
    /// A command of a city's office goes to the county it is about; about several counties, it is carried out in each, all or none.
    ///
    /// # Errors
    /// Q-1001 when the role may not do this, Q-1002 when something lies outside the area, and the refusals of each command.
    pub async fn submit(&self, scope: &Scope, envelope: Envelope) -> Result<Receipt, OfficeError> {
        let kind = envelope.command.kind();
        allowed(scope, kind)?;
        let parts = self.parts(scope, envelope.command).await?;
        self.submit_parts(envelope.id, kind, parts).await
    }

    /// Carries out the parts of a command, one a county, all of them or none. The answer counts what changed in all of them and names the
    /// journal entry of the first.
    pub(crate) async fn submit_parts(
        &self,
        id: CommandId,
        kind: CommandKind,
        parts: Vec<route::Part>,
    ) -> Result<Receipt, OfficeError> {
        parts.iter().try_for_each(|(scope, _)| allowed(scope, kind))?;
        let (at, today, profile) = (self.clock.now(), self.today(), self.profile());
        let shared = self.home().await.map_or(Area::NATION, Region::area);
        let part = |(scope, command): route::Part| {
            let origin = origin(&scope);
            let shared = if shared.covers(scope.area()) { shared } else { scope.region().county_region().area() };
            let context = Context { scope, at, today, profile, command: id, origin, shared };
            (scope.county(), (context, command))
        };
        let parts = parts.into_iter().map(part).collect();
        let receipts = self
            .store()
            .write_parts(parts, move |tx, (context, command)| carry_out(tx, context, command, kind))
            .await?;
        let sum = |whole: Receipt, part: Receipt| Receipt {
            entry: whole.entry,
            changed: whole.changed + part.changed,
            two_answers: whole.two_answers + part.two_answers,
        };
        let nothing = || Refusal::new(1002).with("record", domain::say::Arg::Key("record-vacancy".into()));
        receipts.into_iter().reduce(sum).ok_or_else(|| nothing().into())
    }
}

/// Whether the role may give such a command at all.
fn allowed(scope: &Scope, kind: CommandKind) -> Result<(), Refusal> {
    let name = || domain::say::Arg::Key(format!("command-{}", kind.code()).into());
    if may(scope.role(), kind) { Ok(()) } else { Err(Refusal::new(1001).with("command", name())) }
}

/// From where a command comes, for the journal.
const fn origin(scope: &Scope) -> &'static str {
    match scope.actor() {
        Actor::Account(_) => "web",
        Actor::CommandLine => "cli",
        Actor::System => "system",
    }
}

fn carry_out(
    tx: &mut Tx,
    context: Context,
    command: Command,
    kind: CommandKind,
) -> BoxFuture<'_, Result<Receipt, OfficeError>> {
    Box::pin(async move {
        if let Some(receipt) = tx.receipt(context.command).await? {
            return Ok(receipt);
        }
        let ruling = judge::judge(tx, &context, command).await?;
        let entry = Entry {
            command: context.command,
            kind,
            actor: context.scope.actor(),
            at: context.at,
            origin: context.origin.to_owned(),
            about: ruling.about,
            note: ruling.note.clone(),
            two_answers: u32::try_from(ruling.answers.len()).unwrap_or(u32::MAX),
        };
        let receipt = tx.append(&entry, &ruling.changes).await?;
        attach(tx, &context, &ruling).await?;
        refresh::households(tx, &context, &ruling.touched).await?;
        Ok(receipt)
    })
}

/// Writes what hangs on the facts.
async fn attach(tx: &mut Tx, context: &Context, ruling: &Ruling) -> Result<(), OfficeError> {
    if let Some(result) = &ruling.result {
        tx.put_results(&result.proposals, &result.uncovered).await?;
        tx.put_findings(result.run, &result.findings).await?;
    }
    if let Some(Reseating { run, households, proposals, uncovered, findings }) = &ruling.reseated {
        tx.replace_results(*run, households, proposals, uncovered).await?;
        tx.replace_findings(*run, findings).await?;
    }
    if !ruling.answers.is_empty() {
        tx.keep_two_answers(&ruling.answers).await?;
    }
    if let Some((id, took_newer)) = ruling.settled
        && !tx.settle(id, took_newer, context.at).await?
    {
        return Err(Refusal::new(1005).into());
    }
    if let Some((account, login, hash)) = &ruling.password {
        tx.set_login(*account, login, hash).await?;
    }
    if let Some(account) = ruling.shut {
        tx.end_sessions(account).await?;
    }
    if let Some(person) = ruling.forget {
        tx.forget(RecordId::Person(person)).await?;
    }
    Ok(())
}

pub(crate) use refresh::{compute_all, in_hand};
pub(crate) use route::in_county;
