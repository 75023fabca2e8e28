//! The optimum over all admissible pairs, though most of them are never listed.
//!
//! Lists of the best few vacancies are solved; then every pair left out is held against the prices of that answer. Those that could
//! improve it are added and the lists solved again, until there are none (column generation: Ford, Fulkerson 1958; Dantzig, Wolfe 1960).
//! A sample of the households tells beforehand about what seats will cost (`sample.rs`), so that the first lists are nearly right.
//!
//! **Why the answer is then the best of all.** Weigh a placement in a real job with K + score, one in a fallback job with score - K and
//! a covered household of class k with (b + C - k) K, as `assign` does (C the lowest class in use, b = 2 if there are fallback jobs,
//! else 1). For any prices p >= 0 of seats no placement, whatever pairs it uses, is worth more than
//!
//! > bound(p) = sum over jobs of seats x price + sum over households of the best they could do if seats could be bought at these prices.
//!
//! Let v(i) be the best that jobseeker i could buy, over all pairs: the greatest of ±K + score - price. A household with bonus B does at
//! best the sum of all max(0, v(i)) + B if some v(i) >= 0, and else max(0, B + the greatest v(i)). Let u(i) be the same over the listed
//! pairs only. A pair left out is worth w = ±K + score - price to its jobseeker. It changes nothing about the best of the household if
//!
//! - some u of the household is >= 0 and w <= max(0, u(i)): no term of the sum grows; or
//! - all u of the household are < 0 and w <= max(-B, the greatest u): the household's best stays max(0, B + the greatest u), and for
//!   B = 0, where w may be 0, somebody who can buy at 0 adds 0.
//!
//! Each condition speaks of one pair and numbers of the listed pairs only, and all that satisfy it can be put on the lists together. So
//! if every pair left out satisfies it, the bound over all pairs is the bound over the listed ones; and if that equals the value of the
//! placement, the placement is the best over all pairs. With K > 10000 x min(jobseekers, vacancies) the best value is the
//! lexicographic optimum (`assign`, "Weights"): one test of one number a pair proves all goals.
//!
//! The engine answers with prices p at a smaller weight k, and *tiers* P, prices of the goals above the score. Then p + (K - k) P are
//! prices at the weight K: a placement that is bound-tight at p and at P is bound-tight at both sums. A pair fails the test at K if
//! it is worth more by tier, or the same by tier and more by price.
//!
//! Not everybody is asked in every round (`ceilings.rs`). At the prices at which the pairs left out of a jobseeker were last looked at
//! none was worth more than some ceiling. Since then each is worth at most so much more as its price fell. So with the greatest fall
//! of all prices on top the ceiling still holds, and while it lies within the conditions nobody needs to look. The few vacancies whose
//! prices fell most are excepted from the greatest fall, and their pairs looked at. Prices of all rounds are taken at one weight, and
//! always the smallest optimal ones: others would seem to fall from one round to the next, and everybody would be asked.
//! [`Search::prove`] trusts no ceiling: it looks at all pairs left out.
//!
//! The pass over the pairs left out (`pricing.rs`), the bound and the value (`prices.rs`) share no code with the engine, and the
//! answer passes `assign::check` besides.

mod ceilings;
mod prices;
mod pricing;
mod sample;

use crate::candidates::{Candidates, Limits, Listed, Search};
use crate::market::Market;
use crate::problem::Problem;
use assign::{BuildError, Certificate, Instance, Live, Options, Solution, Violation};
use ceilings::Ceilings;
use prices::Prices;
use pricing::Adding;
use std::collections::BTreeSet;
use std::fmt;

/// If fewer than one in so many pairs is new the engine goes on from the last answer: it keeps most prices, and so nothing else begins
/// to look attractive.
const FEW: u64 = 50;

/// Households whose lists are completed at a time, so that not too many pairs wait to be listed.
const AT_A_TIME: usize = 1_024;

/// What a round adds. More at a time means fewer rounds and longer lists; a margin saves rounds, as prices move.
const ADDING: Adding = Adding { most: 60, margin: 100 };

/// An answer proved best over all admissible pairs.
#[derive(Debug, Clone)]
pub struct Optimum {
    /// The pairs listed in the end. Lists of uncovered priority households, of those who hold the seats on these lists, and so on, are
    /// complete: what is said about them is said about all admissible pairs.
    pub candidates: Candidates,
    /// The problem over these pairs.
    pub problem: Problem,
    /// Its optimum, which is that over all admissible pairs. The prices prove all goals.
    pub solution: Solution,
    /// What the engine's checker has verified about the listed pairs; no admissible pair left out can improve on it.
    pub certificate: Certificate,
    /// The rounds; the last one found no pair to add.
    pub rounds: Vec<Round>,
}

/// A solved list of pairs and what was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// Pairs listed.
    pub pairs: u64,
    /// Jobseekers whose pairs left out were all held against the prices; the lists of all others are complete, or earlier rounds
    /// exclude that there is anything to find.
    pub asked: u32,
    /// Pairs added for the next round.
    pub added: u64,
}

/// Lists, their optimum and its prices after some rounds.
struct Reached {
    candidates: Candidates,
    instance: Instance,
    solution: Solution,
    prices: Prices,
    rounds: Vec<Round>,
}

/// Why an answer is not proved best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unproved {
    /// The problem cannot be posed.
    Problem(BuildError),
    /// The engine's checker does not agree.
    Check(Violation),
    /// A pair is placed that is not admissible, or not with this score.
    Pair {
        /// The jobseeker.
        jobseeker: usize,
        /// The vacancy.
        vacancy: usize,
    },
    /// The prices allow more than the placement reaches.
    Bound {
        /// Value of the placement.
        value: i128,
        /// What the prices allow.
        bound: i128,
    },
    /// An admissible pair is not listed, and the prices do not exclude that it would improve the answer.
    LeftOut {
        /// The jobseeker.
        jobseeker: usize,
        /// The vacancy.
        vacancy: usize,
    },
}

impl fmt::Display for Unproved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem(error) => error.fmt(f),
            Self::Check(violation) => violation.fmt(f),
            Self::Pair { jobseeker, vacancy } => write!(f, "jobseeker {jobseeker} cannot have vacancy {vacancy}"),
            Self::Bound { value, bound } => write!(f, "prices allow {bound}, the placement reaches {value}"),
            Self::LeftOut { jobseeker, vacancy } => {
                write!(f, "jobseeker {jobseeker} and vacancy {vacancy} were left out and might do better")
            }
        }
    }
}

impl std::error::Error for Unproved {}

impl From<BuildError> for Unproved {
    fn from(error: BuildError) -> Self {
        Self::Problem(error)
    }
}

impl From<Violation> for Unproved {
    fn from(violation: Violation) -> Self {
        Self::Check(violation)
    }
}

impl Market {
    /// The optimum over all admissible pairs, proved. See [`Search::optimum`].
    ///
    /// # Errors
    /// Those of [`Search::optimum`].
    pub fn optimum(&self, limits: Limits) -> Result<Optimum, Unproved> {
        let search = self.search(limits.threads);
        search.optimum(search.start(limits.longest))
    }
}

impl Search<'_> {
    /// The optimum over all admissible pairs, proved; `start` is where the search begins.
    ///
    /// # Errors
    /// [`Unproved`]; only a problem too big for the engine, or a fault in it, leads to one.
    pub fn optimum(&self, start: Candidates) -> Result<Optimum, Unproved> {
        self.reach(start, None)
    }

    /// The same, going on from an answer to a market much like this one: `before` puts it in the numbers of the instance of `start`. It need
    /// not be optimal there.
    ///
    /// # Errors
    /// As [`Search::optimum`].
    pub fn optimum_from(
        &self,
        start: Candidates,
        before: impl FnOnce(&Instance) -> Solution,
    ) -> Result<Optimum, Unproved> {
        let before = before(&self.market.problem(&start)?.instance);
        self.reach(start, Some(before))
    }

    fn reach(&self, start: Candidates, before: Option<Solution>) -> Result<Optimum, Unproved> {
        let posed = |candidates: &Candidates| Ok(self.market.problem(candidates)?.instance);
        self.finish(self.rounds(start, before, posed, |_| false)?)
    }

    /// Solves the lists and adds to them, round by round, until no pair is found, or a round is `enough`; goes on from the answer `before`
    /// if there is one.
    fn rounds(
        &self,
        mut candidates: Candidates,
        mut before: Option<Solution>,
        posed: impl Fn(&Candidates) -> Result<Instance, BuildError>,
        enough: impl Fn(Round) -> bool,
    ) -> Result<Reached, Unproved> {
        let mut rounds: Vec<Round> = Vec::new();
        let mut known = Ceilings::unknown(self.market.jobseekers.len());
        loop {
            let instance = posed(&candidates)?;
            let few = rounds.last().is_none_or(|round| round.added < candidates.pairs() / FEW);
            let solution = match before.filter(|_| few) {
                Some(solution) => Live::new(instance.clone(), &solution).solution(),
                None => assign::solve_at_smallest_prices(&instance, &Options { threads: self.threads }),
            };
            let prices = Prices::new(&instance, &solution)?;
            let open = self.asked(&candidates, &instance);
            let (asked, found) = self.price(&candidates, &open, &prices, &mut known);
            let round = Round { pairs: candidates.pairs(), asked, added: found.len() as u64 };
            rounds.push(round);
            if found.is_empty() || enough(round) {
                return Ok(Reached { candidates, instance, solution, prices, rounds });
            }
            candidates = candidates.with(self.market, &found, &[]);
            before = Some(solution);
        }
    }

    /// Pairs left out that could improve the answer, and how many jobseekers had to be asked: all the others are ruled out by what
    /// is known, but for the few vacancies whose prices fell most.
    fn price(
        &self,
        candidates: &Candidates,
        open: &[u32],
        prices: &Prices,
        known: &mut Ceilings,
    ) -> (u32, Vec<Listed>) {
        let fallen = known.follow(prices);
        let (ruled_out, asked): (Vec<u32>, Vec<u32>) =
            open.iter().partition(|&&jobseeker| known.rules_out(jobseeker, prices));
        let (mut found, seen) = self.left_out(candidates, &asked, prices, ADDING);
        known.replace(seen);
        if !fallen.is_empty() && !ruled_out.is_empty() {
            let (more, seen) = self.among(&fallen).left_out(candidates, &ruled_out, prices, ADDING);
            found.extend(more);
            known.raise(seen);
        }
        found.sort_unstable();
        (asked.len() as u32, found)
    }

    /// Verifies an answer over all admissible pairs, whoever found it: the engine's checker for the listed pairs, the rules for those
    /// placed, one pass over those left out.
    ///
    /// # Errors
    /// What is wrong with it, or not proved.
    pub fn prove(
        &self,
        candidates: &Candidates,
        problem: &Problem,
        solution: &Solution,
    ) -> Result<Certificate, Unproved> {
        let certificate = self.check(&problem.instance, solution)?;
        let prices = Prices::new(&problem.instance, solution)?;
        let asked = self.asked(candidates, &problem.instance);
        match self.left_out(candidates, &asked, &prices, Adding { most: 1, margin: 0 }).0.first() {
            None => Ok(certificate),
            Some(pair) => Err(Unproved::LeftOut { jobseeker: pair.jobseeker as usize, vacancy: pair.vacancy as usize }),
        }
    }

    /// The engine's checker, and the rules for the pairs placed.
    fn check(&self, instance: &Instance, solution: &Solution) -> Result<Certificate, Unproved> {
        let certificate = assign::check(instance, solution)?;
        for jobseeker in 0..instance.workers() {
            let Some(job) = solution.job(jobseeker) else { continue };
            let vacancy = job as usize;
            let pair = self.market.pair(jobseeker, vacancy);
            let decided = instance.pin(jobseeker) == Some(job);
            let allowed = decided || pair.broken().is_none();
            if !allowed || instance.score(jobseeker, job) != Some(pair.score()) {
                return Err(Unproved::Pair { jobseeker, vacancy });
            }
        }
        Ok(certificate)
    }

    /// Completes the lists that reasons are told from, and puts the answer together.
    fn finish(&self, reached: Reached) -> Result<Optimum, Unproved> {
        let Reached { candidates, instance, solution, prices, rounds } = reached;
        let candidates = self.complete_rivals(candidates, &instance, &solution);
        let problem = self.market.problem(&candidates)?;
        let solution = prices.solution(&solution);
        let certificate = self.check(&problem.instance, &solution)?;
        Ok(Optimum { candidates, problem, solution, certificate, rounds })
    }

    /// Completes the lists of uncovered priority households, of the priority households who hold a seat on these lists, and so on.
    pub fn complete_rivals(&self, mut candidates: Candidates, instance: &Instance, solution: &Solution) -> Candidates {
        let mut holders = vec![Vec::new(); instance.jobs()];
        for household in 0..instance.households() {
            let jobs = instance.members(household).filter_map(|worker| solution.job(worker));
            jobs.for_each(|job| holders[job as usize].push(household));
        }
        let covered = |household: usize| instance.members(household).any(|worker| solution.job(worker).is_some());
        let priority = |household: &usize| instance.class(*household) > 0;
        let mut next: Vec<usize> = (0..instance.households()).filter(priority).filter(|&h| !covered(h)).collect();
        let mut known: BTreeSet<usize> = next.iter().copied().collect();
        let mut seen = vec![false; instance.jobs()];
        while !next.is_empty() {
            let some = next.split_off(next.len().saturating_sub(AT_A_TIME));
            let members = some.into_iter().flat_map(|household| instance.members(household));
            let mut members: Vec<u32> = members.map(|worker| worker as u32).collect();
            members.sort_unstable();
            let lists = self.complete(&members);
            for pair in &lists {
                if !std::mem::replace(&mut seen[pair.vacancy as usize], true) {
                    let held = holders[pair.vacancy as usize].iter().copied();
                    next.extend(held.filter(priority).filter(|&household| known.insert(household)));
                }
            }
            candidates = candidates.with(self.market, &lists, &members);
        }
        candidates
    }
}
