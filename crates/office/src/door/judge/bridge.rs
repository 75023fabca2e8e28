//! Runs of the bridge and what people decide about its proposals.

use super::reach;
use super::{Context, Ruling};
use crate::door::RunResult;
use crate::error::OfficeError;
use domain::bridge::{Decision, Findings, Proposal, Run, Uncovered, Verdict};
use domain::error::Refusal;
use domain::facts::{Change, Record};
use store::Tx;

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
    let person = reach::person(tx, context, decision.person).await?;
    let vacancy = reach::vacancy(tx, context, decision.vacancy).await?;
    let reason = decision.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
    if decision.verdict == Verdict::Refused && !reason {
        return Err(Refusal::new(1301).into());
    }
    let pairs = tx.decided_pairs(context.county_area()).await?;
    if decision.verdict.keeps_seat() {
        let mut kept = pairs.iter().filter(|pair| pair.verdict.keeps_seat());
        let taken = kept.clone().filter(|pair| pair.vacancy == decision.vacancy && pair.person != decision.person);
        let seats = vacancy.record.seats();
        if taken.count() >= seats as usize {
            return Err(Refusal::new(1302).with("title", vacancy.record.title).with("seats", seats).into());
        }
        let other = kept.find(|pair| pair.person == decision.person && pair.vacancy != decision.vacancy);
        if let Some(other) = other {
            let other = reach::vacancy(tx, context, other.vacancy).await?;
            return Err(Refusal::new(1303).with("title", other.record.title).into());
        }
    }
    let touched = [person.record.household].into();
    Ok(Ruling { changes: vec![Change::new(Record::Decision(decision))], touched, ..Ruling::default() })
}
