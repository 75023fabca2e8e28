//! Vacancies: screened, opened, rejected, closed.

use super::{Context, Ruling};
use crate::error::OfficeError;
use domain::error::Refusal;
use domain::facts::{Change, Record};
use domain::ids::VacancyId;
use domain::vacancies::screening::screen;
use domain::vacancies::{State, Vacancy};
use store::Tx;

pub(super) async fn set_state(
    tx: &mut Tx,
    context: &Context,
    ids: &[VacancyId],
    state: State,
) -> Result<Ruling, OfficeError> {
    let mut stored: Vec<_> = tx.vacancies(context.scope.area(), ids).await?.into_values().collect();
    stored.sort_by_key(|found| found.record.id);
    if stored.len() != ids.len() {
        return Err(Refusal::new(1002).with("record", domain::say::Arg::Key("record-vacancy".into())).into());
    }
    let mut changes = Vec::new();
    for found in stored.into_iter().filter(|found| found.record.state != state) {
        let findings = screen(&found.record, context.today);
        if let Some(finding) = findings.iter().find(|finding| state == State::Open && finding.rule.blocks()) {
            let title = found.record.title;
            return Err(Refusal::new(1201).with("title", title).with("quote", finding.quote.as_str()).into());
        }
        let after = Vacancy { state, ..found.record.clone() };
        changes.push(Change { before: Some(Record::Vacancy(found.record)), after: Some(Record::Vacancy(after)) });
    }
    Ok(Ruling { changes, ..Ruling::default() })
}
