//! The fewest extra posts that cover the uncovered households, in the order of placement 外找、内挖、公益补: more seats and new posts outside
//! first, then in the county, public-welfare posts last and only up to their caps.
//!
//! Whether a household could take a new post is asked of the same rules as for any vacancy, with a post that asks for as little as a
//! lawful post can: light work, no certificate, no schooling. Each extra seat covers one more household, so the fewest seats are as
//! many as households can be covered; which kinds of seats is what [`assign::extra_seats`] answers exactly.

use super::answer::Answer;
use super::sites::{Place, Sites};
use assign::{Extra, Instance, InstanceBuilder, Shortage, Site, Solution};
use domain::bridge::{ExtraPost, Helpless, PostKind};
use domain::ids::HouseholdId;
use domain::places::Region;
use domain::profile::ExtraPosts;
use domain::say::Message;
use domain::vacancies::PlacementChannel;
use std::collections::{BTreeMap, BTreeSet};

/// Sentences about a household at most.
const MOST_SENTENCES: usize = 3;

/// The plan of extra posts.
pub(super) struct Plan {
    pub(super) posts: Vec<ExtraPost>,
    pub(super) helpless: Vec<Helpless>,
    /// For households with no admissible vacancy: the first kind of new post that would do.
    pub(super) would_do: BTreeMap<HouseholdId, PostKind>,
}

/// The households in question and the places where seats could be opened for them.
struct Question<'a> {
    answer: &'a Answer<'a>,
    sites: Sites,
    /// The households of all shortages, by their numbers in the market.
    households: Vec<usize>,
    uncovered: BTreeSet<usize>,
    instance: Instance,
    solution: Solution,
}

impl Plan {
    pub(super) fn new(answer: &Answer<'_>, shortages: &[Shortage], day: chrono::NaiveDate, rules: &ExtraPosts) -> Self {
        let mut plan = Self { posts: Vec::new(), helpless: Vec::new(), would_do: BTreeMap::new() };
        let Some(question) = Question::new(answer, shortages, day, rules) else { return plan };
        let covered = question.seat(&question.extras(rules), &mut plan.posts);
        for &household in &question.uncovered {
            let id = answer.market.jobseekers.household_id(household);
            if !covered.contains(&household) {
                plan.helpless.push(Helpless { household: id, sentences: question.why_helpless(household) });
            }
            plan.would_do.extend(question.would_do(household).map(|kind| (id, kind)));
        }
        plan
    }
}

impl<'a> Question<'a> {
    fn new(answer: &'a Answer<'a>, shortages: &[Shortage], day: chrono::NaiveDate, rules: &ExtraPosts) -> Option<Self> {
        let all = |list: fn(&Shortage) -> &Vec<u32>| -> BTreeSet<usize> {
            shortages.iter().flat_map(list).map(|&household| household as usize).collect()
        };
        let uncovered = all(|shortage| &shortage.uncovered);
        let households: Vec<usize> = all(|shortage| &shortage.households).into_iter().collect();
        if uncovered.is_empty() {
            return None;
        }
        let sites = Sites::new(answer, &households, &uncovered, day, rules);
        let (instance, solution) = part(answer, &sites, &households, &uncovered)?;
        Some(Self { answer, sites, households, uncovered, instance, solution })
    }

    /// The extra seats, public-welfare posts only up to their caps. Of those beyond a cap the later ones are left out and the question is
    /// asked again, so that every seat that stays is of use.
    fn extras(&self, rules: &ExtraPosts) -> Vec<Extra> {
        let mut sites = self.sites.offered();
        let mut extras = assign::extra_seats(&self.instance, &self.solution, &sites);
        let mut opened: BTreeMap<u32, u32> = BTreeMap::new();
        let (mut townships, mut counties): (BTreeMap<Region, u32>, BTreeMap<Region, u32>) = Default::default();
        let mut capped = false;
        for extra in &extras {
            let place = self.sites.place(extra.job);
            if place.kind.channel() == PlacementChannel::PublicWelfare {
                let region = place.region.unwrap_or(place.county);
                let township = townships.entry(region.township()).or_default();
                let county = counties.entry(place.county).or_default();
                if *township >= rules.welfare_per_township || *county >= rules.welfare_per_county {
                    capped = true;
                    continue;
                }
                *township += 1;
                *county += 1;
            }
            *opened.entry(extra.job).or_default() += 1;
        }
        if capped {
            sites.iter_mut().for_each(|site: &mut Site| site.most = opened.get(&site.job).copied().unwrap_or(0));
            extras = assign::extra_seats(&self.instance, &self.solution, &sites);
        }
        extras
    }

    /// Opens the extra seats and seats everybody anew: who was covered stays so, and as many others as there are seats are. Each
    /// seat is written down for the household that takes it, or, where somebody moves to it who had another, for one that follows.
    /// Answers with the households covered.
    fn seat(&self, extras: &[Extra], posts: &mut Vec<ExtraPost>) -> BTreeSet<usize> {
        let mut opened: BTreeMap<u32, u32> = BTreeMap::new();
        extras.iter().for_each(|extra| *opened.entry(extra.job).or_default() += 1);
        let Some(placement) = self.seated(&opened) else { return BTreeSet::new() };
        let number = |household: usize| self.households.binary_search(&household).unwrap_or(0);
        let job = |household: usize| self.instance.members(number(household)).find_map(|worker| placement.job(worker));
        let covered: BTreeMap<usize, u32> =
            self.uncovered.iter().filter_map(|&household| Some((household, job(household)?))).collect();
        let mut follow = Vec::new();
        let mut takers: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (&household, job) in &covered {
            match opened.get_mut(job).filter(|left| **left > 0) {
                Some(left) => {
                    *left -= 1;
                    takers.entry(*job).or_default().push(household);
                }
                None => follow.push(household),
            }
        }
        let rest = opened.iter().flat_map(|(&job, &left)| (0..left).map(move |_| job));
        follow.into_iter().zip(rest).for_each(|(household, job)| takers.entry(job).or_default().push(household));
        for site in self.sites.offered() {
            let Some(households) = takers.remove(&site.job) else { continue };
            let Place { kind, region, vacancy, .. } = *self.sites.place(site.job);
            let id = |household: usize| self.answer.market.jobseekers.household_id(household);
            let households = households.into_iter().map(id).collect();
            posts.push(ExtraPost { kind, place: region, vacancy, households });
        }
        covered.into_keys().collect()
    }

    /// The best seating with these seats opened: who was covered first, then as many others as possible, as many of them as possible in
    /// the new seats themselves.
    fn seated(&self, opened: &BTreeMap<u32, u32>) -> Option<Solution> {
        let mut seats = vec![0; self.instance.jobs()];
        let held = self.solution.placement().iter().filter(|&&job| job != Solution::NONE);
        held.for_each(|&job| seats[job as usize] += 1);
        opened.iter().for_each(|(&job, &more)| seats[job as usize] += more);
        let mut builder = InstanceBuilder::new();
        seats.into_iter().for_each(|seats| {
            builder.job(seats);
        });
        for (number, household) in self.households.iter().enumerate() {
            let without = self.uncovered.contains(household);
            builder.household(self.instance.class(number) + u8::from(without));
            for worker in self.instance.members(number) {
                let list = self.instance.list(worker);
                builder.worker(list.map(|(job, _)| (job, u16::from(without && opened.contains_key(&job)))));
            }
        }
        Some(assign::solve(&builder.build().ok()?, &assign::Options::default()))
    }

    /// Kinds of new posts that somebody in a household could take, in the order of placement.
    fn kinds(&self, household: usize) -> BTreeSet<PostKind> {
        let members = self.answer.market.jobseekers.members(household);
        members.flat_map(|worker| self.sites.new_posts(self.answer, worker, true)).map(|(_, kind)| kind).collect()
    }

    /// For a household with no admissible vacancy: the first kind of new post that would do.
    fn would_do(&self, household: usize) -> Option<PostKind> {
        let (market, instance) = (self.answer.market, &self.answer.problem.instance);
        let none = market.jobseekers.members(household).all(|worker| instance.list(worker).len() == 0);
        self.kinds(household).into_iter().next().filter(|_| none)
    }

    /// Why no extra post covers a household: its caps are reached, or the rule that rules even the easiest post at home out, a sentence a
    /// member.
    fn why_helpless(&self, household: usize) -> Vec<Message> {
        let listed = |worker: usize| self.answer.problem.instance.list(worker).len() > 0;
        let members = || self.answer.market.jobseekers.members(household);
        if members().any(listed) || !self.kinds(household).is_empty() {
            return vec![Message::new("helpless-caps")];
        }
        let mut sentences: Vec<Message> = Vec::new();
        for message in members().filter_map(|worker| self.sites.why_not_at_home(self.answer, worker)) {
            if !sentences.contains(&message) {
                sentences.push(message);
            }
        }
        sentences.truncate(MOST_SENTENCES);
        sentences
    }
}

/// The part of the solved instance that matters: the households of the shortages, who hold every seat that they could take, with the new
/// posts on their lists.
fn part(
    answer: &Answer<'_>,
    sites: &Sites,
    households: &[usize],
    uncovered: &BTreeSet<usize>,
) -> Option<(Instance, Solution)> {
    let whole = &answer.problem.instance;
    let mut builder = InstanceBuilder::new();
    for job in 0..whole.jobs() + sites.new_count() {
        builder.job(if job < whole.jobs() { whole.seats(job) } else { 0 });
    }
    let mut placement = Vec::new();
    for &household in households {
        builder.household(whole.class(household));
        for worker in whole.members(household) {
            let new = sites.new_posts(answer, worker, uncovered.contains(&household));
            builder.worker(whole.list(worker).chain(new.into_iter().map(|(job, _)| (job, 0))));
            placement.push(answer.solution.job(worker).unwrap_or(Solution::NONE));
        }
    }
    Some((builder.build().ok()?, super::findings::placed(placement)))
}
