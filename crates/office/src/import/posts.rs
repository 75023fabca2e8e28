//! Rows about vacancies: which employer and vacancy each one is about, and what it changes there.

use super::known::Known;
use super::outcome::RowState;
use domain::ids::{EmployerId, VacancyId};
use domain::record::Fields;
use domain::vacancies::{CreditCode, Employer, Vacancy};

/// Takes one vacancy in, and says what the row was.
pub(super) fn take(known: &mut Known, draft: Vacancy, credit_code: Option<CreditCode>) -> RowState {
    let employer = draft.employer_name.as_ref().map(|name| keep_employer(known, name, &draft, credit_code));
    let draft = Vacancy { employer, ..draft };
    let Some(id) = find(known, &draft) else {
        let vacancy = Vacancy { id: VacancyId(known.mint.next()), ..draft };
        known.index_vacancy(&vacancy);
        known.vacancies.put_new(vacancy.id, vacancy);
        return RowState::New;
    };
    let changed = known.vacancies.change(id, |known| {
        let state = known.state;
        known.fill_from(&draft);
        known.state = state;
    });
    if changed { RowState::Changed } else { RowState::Same }
}

/// By number; else by employer and title, unless both have a number and they differ.
fn find(known: &Known, draft: &Vacancy) -> Option<VacancyId> {
    if let Some(&id) = draft.no.as_ref().and_then(|no| known.vacancy_by_no.get(no)) {
        return Some(id);
    }
    draft.employer?;
    let &id = known.vacancy_by_title.get(&(draft.employer, draft.title.clone()))?;
    let found = known.vacancies.get(id)?;
    let other_no = found.no.is_some() && draft.no.is_some();
    let other_place = found.place_region.zip(draft.place_region).is_some_and(|(a, b)| a != b);
    (!other_no && !other_place).then_some(id)
}

fn keep_employer(known: &mut Known, name: &str, draft: &Vacancy, credit_code: Option<CreditCode>) -> EmployerId {
    if let Some(&id) = known.employer_by_name.get(name) {
        known.employers.change(id, |employer| {
            employer.credit_code = employer.credit_code.take().or(credit_code);
            employer.industry = employer.industry.or(draft.industry);
        });
        return id;
    }
    let mut employer = Employer::new(EmployerId(known.mint.next()), draft.region, name.to_owned());
    employer.credit_code = credit_code;
    employer.industry = draft.industry;
    employer.contact_name.clone_from(&draft.contact_name);
    employer.contact_phone.clone_from(&draft.contact_phone);
    let id = employer.id;
    known.index_employer(&employer);
    known.employers.put_new(id, employer);
    id
}
