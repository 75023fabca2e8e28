//! Vacancies: screened, looked through, opened, rejected, closed.

use super::{Context, Ruling, edit, reach};
use crate::error::OfficeError;
use domain::codes::Occupation;
use domain::door::Edit;
use domain::error::Refusal;
use domain::facts::{Change, Record, RecordId};
use domain::ids::VacancyId;
use domain::say::Arg;
use domain::vacancies::{Coding, State, Vacancy};
use reading::screening::{Severity, screen_vacancy};
use store::Tx;

/// What somebody says who looks a vacancy through.
pub(super) struct Review {
    pub(super) edit: Edit,
    pub(super) settled: Vec<(String, String)>,
    pub(super) state: Option<State>,
    pub(super) reason: Option<String>,
}

pub(super) async fn set_state(
    tx: &mut Tx,
    context: &Context,
    ids: &[VacancyId],
    state: State,
) -> Result<Ruling, OfficeError> {
    let mut stored: Vec<_> = tx.vacancies(context.scope.area(), ids).await?.into_values().collect();
    stored.sort_by_key(|found| found.record.id);
    if stored.len() != ids.len() {
        return Err(Refusal::new(1002).with("record", Arg::Key("record-vacancy".into())).into());
    }
    let mut changes = Vec::new();
    for found in stored.into_iter().filter(|found| found.record.state != state) {
        if state == State::Open {
            passes(context, &found.record)?;
        }
        let rejected = found.record.rejected.clone().filter(|_| state == State::Rejected);
        let after = Vacancy { state, rejected, ..found.record.clone() };
        changes.push(Change { before: Some(Record::Vacancy(found.record)), after: Some(Record::Vacancy(after)) });
    }
    Ok(Ruling { changes, ..Ruling::default() })
}

/// Puts fields right, settles findings and sets the state. A field that a person fills counts as corrected, an occupation as picked.
pub(super) async fn review(
    tx: &mut Tx,
    context: &Context,
    id: VacancyId,
    review: Review,
) -> Result<Ruling, OfficeError> {
    let stored = reach::vacancy(tx, context, id).await?;
    let region = stored.record.region;
    let said = review.reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    if review.settled.iter().any(|(_, found_out)| found_out.trim().is_empty())
        || (review.state == Some(State::Rejected) && said.is_none())
    {
        return Err(Refusal::new(1006).into());
    }
    let (mut record, answers) = edit::apply(tx, context, RecordId::Vacancy(id), region, &stored, review.edit).await?;
    let moved: Vec<&str> = Record::Vacancy(stored.record.clone())
        .differences(&Record::Vacancy(record.clone()))
        .into_iter()
        .map(|(field, ..)| field)
        .collect();
    if moved.contains(&"occupation") {
        let picked = record.occupation.as_ref().and_then(|code| code.parse::<Occupation>().ok());
        record.coded = picked.map(|picked| Coding { picked: true, level: picked.level(), confidence: 100 });
    } else if moved.contains(&"title") {
        crate::posts::code_title(&mut record, &reading::occupations::Learned::default());
    }
    if let Some(origin) = &mut record.origin {
        origin.corrected.extend(moved.iter().map(|field| (*field).to_owned()));
        origin.settled.extend(review.settled.into_iter().map(|(rule, how)| (rule, how.trim().to_owned())));
    }
    if let Some(state) = review.state {
        if state == State::Open {
            passes(context, &record)?;
        }
        record.state = state;
        record.rejected = said.filter(|_| state == State::Rejected);
    }
    let change = Change { before: Some(Record::Vacancy(stored.record)), after: Some(Record::Vacancy(record)) };
    let changes = if change.fields().is_empty() { Vec::new() } else { vec![change] };
    Ok(Ruling { changes, answers, about: Some(RecordId::Vacancy(id)), ..Ruling::default() })
}

/// Whether nothing that blocks stands against opening a vacancy.
fn passes(context: &Context, vacancy: &Vacancy) -> Result<(), Refusal> {
    let found = screen_vacancy(vacancy, None, context.today);
    match found.into_iter().find(|found| found.flag.severity() == Severity::Block) {
        None => Ok(()),
        Some(found) => Err(Refusal::new(1201)
            .with("title", vacancy.title.as_str())
            .with("rule", Arg::Key(found.flag.key().into()))
            .with("quote", found.quote)),
    }
}
