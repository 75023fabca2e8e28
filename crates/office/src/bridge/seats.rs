//! Seats beyond the border. A city's counties offer their people each other's vacancies, so when one county runs the bridge by itself, seats
//! that people of the others keep are not free, and its own people may keep seats of the others.

use crate::Office;
use crate::error::OfficeError;
use domain::access::Scope;
use domain::ids::{PersonId, VacancyId};
use domain::vacancies::{State, Vacancy};
use std::collections::{HashMap, HashSet};
use store::DecidedPair;

impl Office {
    /// The vacancies of a run over the scope's area, with the seats that are left to it; `own` are the decisions on people of the area.
    pub(super) async fn vacancies_to_fill(
        &self,
        scope: &Scope,
        own: &[DecidedPair],
    ) -> Result<Vec<Vacancy>, OfficeError> {
        let mut vacancies = self.all_vacancies(scope).await?;
        let shared = self.shared(scope).await;
        if shared == scope.area() {
            return Ok(vacancies);
        }
        let reader = self.store().read();
        let people: HashSet<PersonId> = own.iter().map(|pair| pair.person).collect();
        let others = reader.decided_pairs(shared).await?;
        let taken = count(others.iter().filter(|pair| !people.contains(&pair.person)));
        for vacancy in &mut vacancies {
            match taken.get(&vacancy.id).map(|taken| vacancy.seats().saturating_sub(*taken)) {
                Some(0) => vacancy.state = State::Closed,
                Some(left) => vacancy.headcount = Some(left),
                None => {}
            }
        }
        let mut kept = count(own.iter());
        for vacancy in &vacancies {
            kept.remove(&vacancy.id);
        }
        let mut beyond: Vec<VacancyId> = kept.keys().copied().collect();
        beyond.sort_unstable();
        let beyond = reader.vacancies(shared, &beyond).await?.into_values();
        vacancies.extend(beyond.map(|stored| Vacancy { headcount: kept.remove(&stored.record.id), ..stored.record }));
        Ok(vacancies)
    }
}

/// Seats kept, by vacancy.
fn count<'a>(pairs: impl Iterator<Item = &'a DecidedPair>) -> HashMap<VacancyId, u32> {
    let mut kept = HashMap::new();
    for pair in pairs.filter(|pair| pair.verdict.keeps_seat()) {
        *kept.entry(pair.vacancy).or_insert(0) += 1;
    }
    kept
}
