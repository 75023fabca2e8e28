//! Rows about vacancies: which employer and vacancy each one is about, and what it changes there.

use super::known::Known;
use super::outcome::RowState;
use domain::ids::{EmployerId, VacancyId};
use domain::record::Fields;
use domain::vacancies::{CreditCode, Employer, Vacancy};

/// Takes one vacancy in, and says what the row was.
pub(super) fn take(known: &mut Known, draft: Vacancy, credit_code: Option<CreditCode>) -> RowState {
    let employer = draft.employer_name.as_ref().map(|name| keep_employer(known, name, &draft, credit_code));
    let mut draft = Vacancy { employer, ..draft };
    crate::posts::code_title(&mut draft, &known.learned);
    let Some(id) = find(known, &draft) else {
        let vacancy = Vacancy { id: VacancyId(known.mint.next()), ..draft };
        known.index_vacancy(&vacancy);
        known.vacancies_met.insert(vacancy.id);
        known.vacancies.put_new(vacancy.id, vacancy);
        return RowState::New;
    };
    known.vacancies_met.insert(id);
    let moved = known.vacancies.change(id, |known| {
        let (state, picked) = (known.state, known.coded.filter(|coded| coded.picked));
        let occupation = known.occupation.clone().filter(|_| picked.is_some());
        known.fill_from(&draft);
        known.state = state;
        known.coded = picked.or(known.coded);
        known.occupation = occupation.or_else(|| known.occupation.take());
    });
    if known.note(moved) { RowState::Changed } else { RowState::Same }
}

/// By number; else by employer and title among those that no row above was about: one with the same terms, else the first that is not
/// another by its number or place.
fn find(known: &Known, draft: &Vacancy) -> Option<VacancyId> {
    if let Some(&id) = draft.no.as_ref().and_then(|no| known.vacancy_by_no.get(no)) {
        return Some(id);
    }
    draft.employer?;
    let alike = known.vacancies_by_title.get(&(draft.employer, draft.title.clone()))?;
    let open = || alike.iter().filter(|id| !known.vacancies_met.contains(id)).filter_map(|&id| known.vacancies.get(id));
    let terms = |vacancy: &Vacancy| (vacancy.headcount, vacancy.pay_min, vacancy.pay_max, vacancy.place_region);
    let other = |found: &Vacancy| {
        let numbers = found.no.is_some() && draft.no.is_some();
        numbers || found.place_region.zip(draft.place_region).is_some_and(|(a, b)| a != b)
    };
    let same = open().find(|found| terms(found) == terms(draft) && !other(found));
    same.or_else(|| open().find(|found| !other(found))).map(|found| found.id)
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
