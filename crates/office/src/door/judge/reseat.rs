//! Decisions that re-seat the other proposals of a run, all in one.

use super::{bridge, reach, vacancies};
use crate::door::{Context, Reseating, Ruling};
use crate::error::OfficeError;
use domain::bridge::{Decision, Run};
use domain::door::Command;
use domain::error::Refusal;
use domain::facts::{Change, Record};
use domain::places::Area;
use domain::vacancies::State;
use store::Tx;

/// Judges the decisions as any others and takes the new results in, if nothing has happened since they were reckoned.
pub(super) async fn reseat(tx: &mut Tx, context: &Context, command: Command) -> Result<Ruling, OfficeError> {
    let Command::Reseat { run, seen, day, decided, closed, moves, figures, households, proposals, uncovered, findings } =
        command
    else {
        return Ok(Ruling::default());
    };
    let area = context.county_area();
    let mut parts = tx.run_parts(area, run).await?.into_iter();
    let own = parts.find(|part| part.county == tx.county() && context.scope.region().contains(part.record.region));
    let before = own.ok_or_else(|| reach::missing("record-run"))?.record;
    let latest = tx.latest_run(area).await?.map(|latest| latest.record.id);
    let own = |of| of == run;
    let belongs = proposals.iter().all(|one| own(one.run) && households.contains(&one.household))
        && uncovered.iter().all(|one| own(one.run) && households.contains(&one.household));
    if moved_on(tx, &seen).await? || latest != Some(run) || !belongs {
        return Err(Refusal::new(1312).into());
    }
    let mut ruling = vacancies::set_state(tx, context, &closed, State::Closed).await?;
    for one in decided.iter().filter(|one| one.verdict.keeps_seat()) {
        let vacancy = reach::offered(tx, context, one.vacancy).await?;
        tx.hold_vacancy(vacancy.county, one.vacancy).await?;
    }
    let mut pairs = tx.decided_pairs(context.shared).await?;
    for one in decided {
        let mut decision = Decision::new(crate::ids::fresh(), one.person, one.vacancy, one.verdict, day);
        (decision.run, decision.reason) = (Some(run), one.reason);
        ruling.touched.insert(bridge::judge(tx, context, &decision, &mut pairs).await?);
        ruling.changes.push(Change::new(Record::Decision(decision)));
    }
    let after = Run { figures: *figures, moves, ..before.clone() };
    if after != before {
        ruling.changes.push(Change { before: Some(Record::Run(before)), after: Some(Record::Run(after)) });
    }
    ruling.reseated = Some(Reseating { run, households, proposals, uncovered, findings });
    Ok(ruling)
}

/// Whether a journal has a newer entry than the one seen, or the one that this part goes to was not seen at all.
async fn moved_on(tx: &Tx, seen: &[(u32, i64)]) -> Result<bool, OfficeError> {
    let heads = tx.journal_heads(Area::NATION).await?;
    let newer = |of: &(u32, i64)| seen.iter().any(|one| one.0 == of.0 && one.1 != of.1);
    Ok(heads.iter().any(newer) || seen.iter().all(|(county, _)| *county != tx.county()))
}
