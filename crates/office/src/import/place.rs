//! Which county keeps a row. An office of one county keeps all of them. A city's file says it row by row, by a column, a title or the name
//! of the file; where it says nothing, the ledger may know the person or the household, or the row follows its head.

use super::{Draft, Drafted, DraftedSheet};
use crate::Office;
use crate::error::OfficeError;
use domain::access::Scope;
use domain::codes::Relation;
use domain::error::Refusal;
use domain::ids::PersonId;
use domain::ledger::IdNumber;
use domain::places::{Level, Region};
use std::collections::HashMap;

/// What the ledger of a city knows of people and households named in a file.
struct Homes {
    by_id: HashMap<IdNumber, (u32, PersonId)>,
    by_no: HashMap<String, u32>,
}

impl Office {
    /// Gives each row of a city's file its county. Rows that cannot be given one are left out, and so is a person who stands in the file
    /// under two counties.
    pub(super) async fn place(
        &self,
        scope: &Scope,
        mut sheets: Vec<DraftedSheet>,
    ) -> Result<Vec<DraftedSheet>, OfficeError> {
        if scope.region().level() >= Level::County {
            sheets.iter_mut().flat_map(|sheet| &mut sheet.rows).for_each(|row| row.county = scope.county());
            return Ok(sheets);
        }
        let homes = self.homes(scope, &sheets).await?;
        let mut claimed: HashMap<IdNumber, u32> = HashMap::new();
        for sheet in &mut sheets {
            let mut above = None;
            for row in &mut sheet.rows {
                place(row, scope, &homes, above);
                above = (row.county != scope.county()).then_some(row.county).or(above);
                let Draft::Person(draft) = &row.draft else { continue };
                let Some(id_no) = draft.person.as_ref().and_then(|person| person.id_no.clone()) else { continue };
                if *claimed.entry(id_no).or_insert(row.county) != row.county {
                    row.draft = Draft::default();
                    row.leave_out(Refusal::new(1111));
                }
            }
        }
        Ok(sheets)
    }

    /// The counties of people and households that rows without a county name.
    async fn homes(&self, scope: &Scope, sheets: &[DraftedSheet]) -> Result<Homes, OfficeError> {
        let (mut ids, mut numbers) = (Vec::new(), Vec::new());
        for row in super::rows(sheets).filter(|row| row.county == scope.county()) {
            if let Draft::Person(draft) = &row.draft {
                let own = draft.person.as_ref().and_then(|person| person.id_no.clone());
                ids.extend(own.into_iter().chain(draft.head_id.clone()));
                numbers.extend(draft.household.no.clone());
            }
        }
        let reader = self.store().read();
        let mut by_id = reader.persons_by_id_numbers(&ids).await?;
        by_id.retain(|_, (county, _)| Region::from_six(*county).is_some_and(|county| scope.region().contains(county)));
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let households = reader.households_by_numbers(scope.area(), &numbers).await?.into_iter();
        let by_no = households.filter_map(|stored| Some((stored.record.no?, stored.county))).collect();
        Ok(Homes { by_id, by_no })
    }
}

/// Finds the county of a row that names none.
fn place(row: &mut Drafted, scope: &Scope, homes: &Homes, above: Option<u32>) {
    let Draft::Person(draft) = &mut row.draft else { return };
    if row.county != scope.county() {
        return;
    }
    let known = |id: &IdNumber| homes.by_id.get(id).map(|(county, _)| *county);
    let person = draft.person.as_ref();
    let follows = person.and_then(|person| person.relation).is_some_and(|relation| relation != Relation::Head);
    let county = (person.and_then(|person| person.id_no.as_ref()).and_then(known))
        .or_else(|| draft.household.no.as_ref().and_then(|no| homes.by_no.get(no).copied()))
        .or_else(|| draft.head_id.as_ref().and_then(known))
        .or(above.filter(|_| follows));
    match county.and_then(Region::from_six) {
        Some(county) => {
            row.county = county.county();
            draft.household.region = county;
        }
        None => {
            row.draft = Draft::default();
            row.leave_out(Refusal::new(1120));
        }
    }
}
