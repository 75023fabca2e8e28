//! A run county by county: one optimum, of which every county keeps what is about its own households, and counts the vacancies and seats
//! that its own office brought in. Seats are shared, so a county may have more persons placed than seats of its own; over all parts every
//! figure adds up.

use super::answer::Answer;
use super::gather::Gathered;
use crate::Office;
use crate::door::in_county;
use chrono::NaiveDate;
use domain::access::{Role, Scope};
use domain::bridge::{Figures, Findings, Proposal, Uncovered};
use domain::door::Command;
use domain::ids::{HouseholdId, RunId, VacancyId};
use domain::places::Region;
use domain::profile::Profile;
use std::collections::{BTreeMap, HashMap};

/// What a run says of one county.
#[derive(Default)]
pub(super) struct Part {
    pub(super) figures: Figures,
    proposals: Vec<Proposal>,
    uncovered: Vec<Uncovered>,
    findings: Findings,
}

/// The parts of a run, by county.
pub(super) fn parts(
    scope: &Scope,
    gathered: &Gathered,
    answer: &Answer<'_>,
    uncovered: Vec<Uncovered>,
    findings: &Findings,
) -> BTreeMap<u32, Part> {
    let mut parts: BTreeMap<u32, Part> = BTreeMap::new();
    for (&county, &(households, zero)) in &gathered.households {
        let figures = &mut parts.entry(county).or_default().figures;
        (figures.households, figures.zero_employment) = (households, zero);
    }
    let own = scope.region().county_region();
    let regions: HashMap<VacancyId, Region> =
        gathered.vacancies.iter().map(|vacancy| (vacancy.id, vacancy.region)).collect();
    // Those of the market, for decisions may have closed some since the ledger was read.
    let market = &answer.market.vacancies;
    for vacancy in (0..market.len()).map(|index| market.at(index)).filter(|vacancy| vacancy.open) {
        let Some(region) = regions.get(&vacancy.id).filter(|region| own.contains(**region)) else { continue };
        let figures = &mut parts.entry(region.county()).or_default().figures;
        figures.vacancies += 1;
        figures.seats += vacancy.seats;
    }
    let counties = add_jobseekers(&mut parts, answer);
    let of = |household: &HouseholdId| counties.get(household).copied().unwrap_or_default();
    for proposal in answer.proposals() {
        parts.entry(of(&proposal.household)).or_default().proposals.push(proposal);
    }
    for one in uncovered {
        parts.entry(of(&one.household)).or_default().uncovered.push(one);
    }
    let alone = parts.len() == 1;
    for (&county, part) in &mut parts {
        part.count();
        part.findings = findings.part(|household| of(&household) == county);
        // What simpler orders would have come to holds for the whole: it stands with the part of whoever asked for the run.
        if !alone && county != scope.county() {
            part.findings.practice = Vec::new();
        }
    }
    parts
}

/// The figures of a market over a region as a whole.
pub(super) fn figures(region: Region, gathered: &Gathered, answer: &Answer<'_>, uncovered: &[Uncovered]) -> Figures {
    let scope = Office::command_line(Role::Clerk, region);
    let parts = parts(&scope, gathered, answer, uncovered.to_vec(), &Findings::default());
    Figures::sum(parts.values().map(|part| &part.figures))
}

/// Counts the jobseekers and their pairs; answers with the county of each household that takes part.
fn add_jobseekers(parts: &mut BTreeMap<u32, Part>, answer: &Answer<'_>) -> HashMap<HouseholdId, u32> {
    let jobseekers = &answer.market.jobseekers;
    let mut counties = HashMap::with_capacity(jobseekers.households());
    for household in 0..jobseekers.households() {
        for worker in jobseekers.members(household) {
            let county = jobseekers.at(worker).tether.home.county();
            counties.insert(jobseekers.household_id(household), county);
            let figures = &mut parts.entry(county).or_default().figures;
            let listed = answer.candidates.list(worker).len() as u32;
            figures.jobseekers += 1;
            figures.pairs += u64::from(listed);
            if !answer.candidates.is_complete(worker) {
                figures.lists_cut += 1;
                figures.list_cut = figures.list_cut.max(listed);
            }
            let real = |&job: &u32| !answer.problem.instance.is_fallback(job as usize);
            let welfare = answer.solution.job(worker).filter(|job| !real(job));
            figures.covered_by_welfare += u32::from(welfare.is_some());
        }
    }
    counties
}

impl Part {
    /// Counts what is listed.
    fn count(&mut self) {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let figures = &mut self.figures;
        figures.covered = figures.zero_employment - count(self.uncovered.len());
        figures.placed = count(self.proposals.len());
        figures.score = self.proposals.iter().map(|proposal| u64::from(proposal.score)).sum();
        let mut reasons = BTreeMap::new();
        self.uncovered.iter().for_each(|one| *reasons.entry(one.reason).or_insert(0) += 1);
        figures.uncovered = reasons.into_iter().collect();
        figures.certified = true;
    }
}

/// The commands that keep a run, each with the scope in which its county takes it.
pub(super) fn commands(
    scope: &Scope,
    run: RunId,
    day: NaiveDate,
    profile: &Profile,
    parts: BTreeMap<u32, Part>,
) -> Vec<(Scope, Command)> {
    let mut commands = Vec::with_capacity(parts.len());
    for (county, part) in parts {
        let own = in_county(scope, county);
        let command = Command::RunBridge {
            run,
            region: own.region(),
            whole: (own != *scope).then_some(scope.region()),
            day,
            profile: profile.code.clone(),
            figures: Box::new(part.figures),
            proposals: part.proposals,
            uncovered: part.uncovered,
            findings: Box::new(part.findings),
        };
        commands.push((own, command));
    }
    commands
}
