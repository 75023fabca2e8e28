//! Runs of the bridge and what people decide about its proposals.

use super::reach;
use super::{Context, Ruling};
use crate::door::RunResult;
use crate::error::OfficeError;
use domain::bridge::{Decision, Findings, Proposal, Run, Uncovered, Verdict};
use domain::error::Refusal;
use domain::facts::{Change, Record};
use domain::ids::HouseholdId;
use store::{DecidedPair, Tx};

pub(super) fn run(
    context: &Context,
    run: Run,
    proposals: Vec<Proposal>,
    uncovered: Vec<Uncovered>,
    findings: Box<Findings>,
) -> Result<Ruling, OfficeError> {
    if !context.scope.region().contains(run.region) {
        return Err(Refusal::new(1002).with("record", domain::say::Arg::Key("record-run".into())).into());
    }
    let result = RunResult { run: run.id, proposals, uncovered, findings };
    let changes = vec![Change::new(Record::Run(run))];
    Ok(Ruling { changes, result: Some(result), ..Ruling::default() })
}

pub(super) async fn decide(tx: &mut Tx, context: &Context, decision: Decision) -> Result<Ruling, OfficeError> {
    if decision.verdict.keeps_seat() {
        let vacancy = reach::offered(tx, context, decision.vacancy).await?;
        tx.hold_vacancy(vacancy.county, decision.vacancy).await?;
    }
    let mut pairs = tx.decided_pairs(context.shared).await?;
    let touched = [judge(tx, context, &decision, &mut pairs).await?].into();
    Ok(Ruling { changes: vec![Change::new(Record::Decision(decision))], touched, ..Ruling::default() })
}

/// Judges one decision after others: `pairs` are those in force, and this one is added. Answers with the household.
pub(super) async fn judge(
    tx: &mut Tx,
    context: &Context,
    decision: &Decision,
    pairs: &mut Vec<DecidedPair>,
) -> Result<HouseholdId, OfficeError> {
    let person = reach::person(tx, context, decision.person).await?;
    let vacancy = reach::offered(tx, context, decision.vacancy).await?;
    let reason = decision.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
    if decision.verdict == Verdict::Refused && !reason {
        return Err(Refusal::new(1301).into());
    }
    pairs.retain(|pair| (pair.person, pair.vacancy) != (decision.person, decision.vacancy));
    if decision.verdict.keeps_seat() {
        let mut kept = pairs.iter().filter(|pair| pair.verdict.keeps_seat());
        let taken = kept.clone().filter(|pair| pair.vacancy == decision.vacancy);
        let seats = vacancy.record.seats();
        if taken.count() >= seats as usize {
            return Err(Refusal::new(1302).with("title", vacancy.record.title).with("seats", seats).into());
        }
        if let Some(other) = kept.find(|pair| pair.person == decision.person) {
            let other = reach::offered(tx, context, other.vacancy).await?;
            return Err(Refusal::new(1303).with("title", other.record.title).into());
        }
    }
    let Decision { person: of, vacancy, verdict, decided_on, run, .. } = *decision;
    pairs.push(DecidedPair { person: of, vacancy, verdict, decided_on, run });
    Ok(person.record.household)
}
