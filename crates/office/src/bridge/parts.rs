//! A run county by county: one optimum, of which every county keeps what is about its own households, and counts the vacancies and seats
//! that its own office brought in. Seats are shared, so a county may have more persons placed than seats of its own; over all parts every
//! figure adds up.

use super::answer::Answer;
use super::gather::Gathered;
use crate::door::in_county;
use chrono::NaiveDate;
use domain::access::Scope;
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
    pub(super) proposals: Vec<Proposal>,
    pub(super) uncovered: Vec<Uncovered>,
    pub(super) findings: Findings,
}

/// The parts of a run over a region, by county, with these of its proposals.
pub(super) fn parts(
    region: Region,
    gathered: &Gathered,
    answer: &Answer<'_>,
    proposals: Vec<Proposal>,
    uncovered: Vec<Uncovered>,
    findings: &Findings,
) -> BTreeMap<u32, Part> {
    let mut parts: BTreeMap<u32, Part> = BTreeMap::new();
    for (&county, &(households, zero)) in &gathered.households {
        let figures = &mut parts.entry(county).or_default().figures;
        (figures.households, figures.zero_employment) = (households, zero);
    }
    let own = region.county_region();
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
    for proposal in proposals {
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
        if !alone && county != region.county() {
            part.findings.practice = Vec::new();
        }
    }
    parts
}

/// Counts the jobseekers, their pairs and places; answers with the county of each household that takes part.
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
            if let Some(job) = answer.solution.job(worker) {
                figures.placed += 1;
                figures.score += u64::from(answer.market.score(worker, job as usize));
                figures.covered_by_welfare += u32::from(!real(&job));
            }
        }
    }
    counties
}

impl Part {
    /// Counts the uncovered households.
    fn count(&mut self) {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let figures = &mut self.figures;
        figures.covered = figures.zero_employment - count(self.uncovered.len());
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
