//! Decisions that re-seat the other proposals of a run, all in one.

use super::{bridge, reach, vacancies};
use crate::door::{Context, Reseating, Ruling};
use crate::error::OfficeError;
use domain::bridge::{Decision, Run};
use domain::door::Command;
use domain::error::Refusal;
use domain::facts::{Change, Record};
use domain::vacancies::State;
use store::Tx;

/// Judges the decisions as any others and takes the new results in, if nothing has happened in the county since they were reckoned.
pub(super) async fn reseat(tx: &mut Tx, context: &Context, command: Command) -> Result<Ruling, OfficeError> {
    let Command::Reseat { run, seen, day, decided, closed, moves, figures, households, proposals, uncovered, findings } =
        command
    else {
        return Ok(Ruling::default());
    };
    let area = context.county_area();
    let stored = tx.run(area, run).await?.filter(|stored| context.scope.region().contains(stored.record.region));
    let before = stored.ok_or_else(|| reach::missing("record-run"))?.record;
    let heads = tx.journal_heads(area).await?;
    let latest = tx.latest_run(area).await?.map(|latest| latest.record.id);
    let own = |of| of == run;
    let belongs = proposals.iter().all(|one| own(one.run) && households.contains(&one.household))
        && uncovered.iter().all(|one| own(one.run) && households.contains(&one.household));
    if heads.iter().any(|&(county, entry)| county == tx.county() && entry != seen) || latest != Some(run) || !belongs {
        return Err(Refusal::new(1312).into());
    }
    let mut ruling = vacancies::set_state(tx, context, &closed, State::Closed).await?;
    let mut pairs = tx.decided_pairs(area).await?;
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
