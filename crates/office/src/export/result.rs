//! The result of a run as a workbook.

use super::findings::FindingRows;
use super::{township_and_village, work_place};
use crate::Office;
use crate::error::OfficeError;
use crate::family::families;
use domain::access::{Scope, Sight, sight};
use domain::bridge::{Proposal, Run, Uncovered};
use domain::error::Refusal;
use domain::ids::{HouseholdId, PersonId, RunId, VacancyId};
use domain::ledger::{Household, Person};
use domain::places::{Edition, Region, gazetteer};
use domain::say::Arg;
use domain::vacancies::Vacancy;
use printing::results::{BridgeReport, CallRow, ProposalRow, TownshipSheet, UncoveredRow};
use printing::workbook::Cell;
use std::collections::{BTreeMap, HashMap};
use store::{Page, ProposalFilter};
use words::{Words, render};

/// What a reader may see of phones: the call list needs them, so whoever may ask for them gets them here.
fn phone_of(person: &Person, scope: &Scope) -> String {
    let phone = person.phone.as_ref().or(person.phone_alt.first());
    match sight(scope.role()) {
        Sight::OnRequest => phone.map(|phone| phone.as_str().to_owned()).unwrap_or_default(),
        Sight::Masked => phone.map(domain::ledger::Phone::masked).unwrap_or_default(),
        Sight::Hidden => String::new(),
    }
}

/// Everything a row needs, fetched once.
struct Facts<'a> {
    households: HashMap<HouseholdId, Household>,
    persons: HashMap<PersonId, Person>,
    members: HashMap<HouseholdId, Vec<PersonId>>,
    vacancies: HashMap<VacancyId, Vacancy>,
    run: Run,
    scope: Scope,
    words: &'a Words,
}

impl Office {
    /// The result of a run as a workbook: summary, uncovered households, calls to make, one sheet a township.
    ///
    /// # Errors
    /// Q-1304 when there is no such run in the area.
    pub async fn result_workbook(&self, scope: &Scope, run: RunId, words: &Words) -> Result<Vec<u8>, OfficeError> {
        let reader = self.store().read();
        let area = scope.area();
        let found = self.run_in(scope, run).await?.ok_or_else(|| Refusal::new(1304))?;
        let all = Page::first(u32::MAX);
        let proposals = reader.proposals(area, run, &ProposalFilter::default(), all).await?;
        let proposals: Vec<Proposal> = proposals.rows.into_iter().map(|row| row.proposal).collect();
        let uncovered = reader.uncovered(area, run, None, all).await?;
        let uncovered: Vec<Uncovered> = uncovered.rows.into_iter().map(|row| row.uncovered).collect();
        let mut ids: Vec<HouseholdId> = proposals.iter().map(|proposal| proposal.household).collect();
        ids.extend(uncovered.iter().map(|uncovered| uncovered.household));
        ids.sort_unstable();
        ids.dedup();
        let families = families(&reader, area, &ids).await?;
        let mut ids: Vec<VacancyId> = proposals.iter().map(|proposal| proposal.vacancy).collect();
        ids.sort_unstable();
        ids.dedup();
        let vacancies = reader.vacancies(self.shared(scope).await, &ids).await?;
        let mut facts = Facts {
            households: HashMap::new(),
            persons: HashMap::new(),
            members: HashMap::new(),
            vacancies: vacancies.into_iter().map(|(id, vacancy)| (id, vacancy.record)).collect(),
            run: found,
            scope: *scope,
            words,
        };
        for family in families {
            let members = family.members.iter().map(|(person, _)| person.id).collect();
            facts.members.insert(family.household.id, members);
            facts.households.insert(family.household.id, family.household);
            facts.persons.extend(family.members.into_iter().map(|(person, _)| (person.id, person)));
        }
        let mut report = facts.report(proposals, &uncovered);
        let found = self.findings(scope, run).await?.ok_or_else(|| Refusal::new(1304))?;
        let rows = FindingRows { found: &found, vacancies: &facts.vacancies, words };
        (report.shortages, report.posts, report.practice) = (rows.shortages(), rows.posts(), rows.practice());
        let setup = self.setup(&report.title, words);
        Ok(printing::results::to_bytes(&report, words, setup)?)
    }
}

impl Facts<'_> {
    fn edition(&self) -> Edition {
        Edition::at(self.run.day)
    }

    fn report(&self, mut proposals: Vec<Proposal>, uncovered: &[domain::bridge::Uncovered]) -> BridgeReport {
        let place = gazetteer().name(self.run.region).unwrap_or_default();
        let title = self.words.format("result-title", &[("place", place.into()), ("day", self.run.day.into())]);
        let region = |household: &HouseholdId| self.households.get(household).map(|household| household.region);
        proposals.sort_by_key(|proposal| (region(&proposal.household), proposal.household, proposal.person));
        let mut townships: BTreeMap<Region, TownshipSheet> = BTreeMap::new();
        for proposal in &proposals {
            let Some((township, row)) = self.proposal(proposal) else { continue };
            let sheet = townships.entry(township).or_insert_with(|| TownshipSheet {
                name: township_and_village(township, self.edition()).0,
                rows: Vec::new(),
            });
            sheet.rows.push(row);
        }
        let mut uncovered: Vec<_> = uncovered.iter().collect();
        uncovered.sort_by_key(|uncovered| (region(&uncovered.household), uncovered.household));
        BridgeReport {
            title,
            summary: self.summary(),
            townships: townships.into_values().collect(),
            uncovered: uncovered.into_iter().filter_map(|uncovered| self.uncovered(uncovered)).collect(),
            calls: proposals.iter().filter_map(|proposal| self.call(proposal)).collect(),
            ..BridgeReport::default()
        }
    }

    fn summary(&self) -> Vec<(String, Cell<'static>)> {
        let figures = &self.run.figures;
        let line = |key: &str, n: u32| (self.words.text(key).into_owned(), Cell::Int(n.into()));
        let mut lines = vec![
            line("result-households", figures.households),
            line("result-zero", figures.zero_employment),
            line("result-covered", figures.covered),
            line("result-covered-welfare", figures.covered_by_welfare),
            line("result-uncovered", figures.zero_employment - figures.covered),
        ];
        lines.extend(figures.uncovered.iter().map(|(reason, n)| {
            let (label, cell) = line(&format!("uncovered-{}", reason.code()), *n);
            (format!("\u{3000}{label}"), cell)
        }));
        lines.extend([
            line("result-jobseekers", figures.jobseekers),
            line("result-placed", figures.placed),
            line("result-vacancies", figures.vacancies),
            line("result-seats", figures.seats),
        ]);
        lines.push((self.words.text("result-pairs").into_owned(), Cell::Int(figures.pairs as i64)));
        if figures.lists_cut > 0 {
            let label = self.words.format("result-lists-cut", &[("k", figures.list_cut.into())]);
            lines.push((label, Cell::Int(figures.lists_cut.into())));
        }
        let verdict = if figures.certified { "result-certified-yes" } else { "result-certified-no" };
        lines.push((self.words.text("result-certified").into_owned(), self.words.text(verdict).into_owned().into()));
        lines
    }

    fn sentences(&self, messages: &[domain::say::Message]) -> String {
        let lang = self.words.lang();
        messages.iter().map(|message| render(message, lang)).collect::<Vec<_>>().join("\n")
    }

    fn proposal(&self, proposal: &Proposal) -> Option<(Region, ProposalRow)> {
        let household = self.households.get(&proposal.household)?;
        let person = self.persons.get(&proposal.person)?;
        let vacancy = self.vacancies.get(&proposal.vacancy)?;
        let (low, high) = vacancy.monthly_pay();
        let channel = match vacancy.effective_channel(self.run.region) {
            domain::vacancies::PlacementChannel::Outside => "channel-outside",
            domain::vacancies::PlacementChannel::Local => "channel-local",
            domain::vacancies::PlacementChannel::PublicWelfare => "channel-public_welfare",
        };
        let row = ProposalRow {
            village: township_and_village(household.region, self.edition()).1,
            household_no: household.no.clone().unwrap_or_default(),
            head: self.head(household),
            person: person.name.clone(),
            age: person.age(self.run.day).and_then(|age| u32::try_from(age).ok()),
            phone: phone_of(person, &self.scope),
            post: vacancy.title.clone(),
            employer: vacancy.employer_name.clone().unwrap_or_default(),
            place: self.place(vacancy),
            pay_min: low,
            pay_max: high,
            channel: self.words.text(channel).into_owned(),
            covers: if proposal.covers { self.words.text("result-yes").into_owned() } else { String::new() },
            score: proposal.score,
            reasons: self.sentences(&proposal.reasons),
            against: proposal.against.as_ref().map(|message| render(message, self.words.lang())).unwrap_or_default(),
            proof: proposal.proof.as_ref().map(|message| render(message, self.words.lang())).unwrap_or_default(),
        };
        Some((household.region.township(), row))
    }

    fn head(&self, household: &Household) -> String {
        let members = self.members.get(&household.id).into_iter().flatten().filter_map(|id| self.persons.get(id));
        let mut heads = members.filter(|person| person.relation == Some(domain::codes::Relation::Head));
        heads.next().map(|person| person.name.clone()).or_else(|| household.head_name.clone()).unwrap_or_default()
    }

    fn place(&self, vacancy: &Vacancy) -> String {
        let typed = vacancy.place.clone();
        typed.unwrap_or_else(|| work_place(vacancy.place_region.map(Region::county)))
    }

    fn uncovered(&self, uncovered: &domain::bridge::Uncovered) -> Option<UncoveredRow> {
        let household = self.households.get(&uncovered.household)?;
        let (township, village) = township_and_village(household.region, self.edition());
        let members = self.members.get(&household.id).into_iter().flatten().filter_map(|id| self.persons.get(id));
        let definition = &domain::profile::on(self.run.day).zero_employment;
        let able: Vec<&Person> = members
            .filter(|person| domain::ledger::zero_employment::capable(person, self.run.day, definition))
            .collect();
        Some(UncoveredRow {
            township,
            village,
            household_no: household.no.clone().unwrap_or_default(),
            head: self.head(household),
            members: able
                .iter()
                .map(|person| person.name.as_str())
                .collect::<Vec<_>>()
                .join(&self.words.text("common-comma")),
            phone: able
                .iter()
                .map(|person| phone_of(person, &self.scope))
                .find(|phone| !phone.is_empty())
                .unwrap_or_default(),
            class: self.words.text(&format!("uncovered-{}", uncovered.reason.code())).into_owned(),
            reason: self.sentences(&uncovered.sentences),
        })
    }

    fn call(&self, proposal: &Proposal) -> Option<CallRow> {
        let household = self.households.get(&proposal.household)?;
        let person = self.persons.get(&proposal.person)?;
        let vacancy = self.vacancies.get(&proposal.vacancy)?;
        let (township, village) = township_and_village(household.region, self.edition());
        let place = self.place(vacancy);
        let post = [Some(vacancy.title.clone()), vacancy.employer_name.clone(), Some(place.clone())];
        let post: Vec<String> = post.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        let pay = self.pay(vacancy);
        let say = [("post", Arg::from(vacancy.title.as_str())), ("place", place.into()), ("pay", pay.into())];
        Some(CallRow {
            township,
            village,
            person: person.name.clone(),
            phone: phone_of(person, &self.scope),
            head: self.head(household),
            post: post.join(" · "),
            say: self.words.format("result-say", &say),
        })
    }

    fn pay(&self, vacancy: &Vacancy) -> String {
        match vacancy.monthly_pay() {
            (Some(low), Some(high)) if low != high => {
                self.words.format("result-pay-range", &[("low", low.into()), ("high", high.into())])
            }
            (Some(low), _) => self.words.format("result-pay-one", &[("low", low.into())]),
            _ => self.words.text("result-pay-open").into_owned(),
        }
    }
}
