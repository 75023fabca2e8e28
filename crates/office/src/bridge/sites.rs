//! Where seats could be opened: at vacancies that are full, and as new posts outside, in the home township, in the home village.

use super::answer::Answer;
use assign::Site;
use chrono::NaiveDate;
use domain::bridge::PostKind;
use domain::codes::Board;
use domain::ids::VacancyId;
use domain::places::Region;
use domain::profile::ExtraPosts;
use domain::say::Message;
use domain::vacancies::{PlacementChannel, State, Vacancy, Weight};
use matching::rules::Pair;
use matching::{Band, Vacancies};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Where one seat or more could be opened.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) kind: PostKind,
    /// The place of work.
    pub(super) region: Option<Region>,
    /// County whose office would open it.
    pub(super) county: Region,
    pub(super) vacancy: Option<VacancyId>,
    /// Seats at most.
    most: u32,
    /// Uncovered households that could take it at once; more of them come first.
    wanted: u32,
}

/// All such places, by the number of the job: vacancies of the market first, new posts behind them.
pub(super) struct Sites {
    places: BTreeMap<u32, Place>,
    /// The new posts as vacancies that the rules can judge.
    new: Vacancies,
    /// Number of the first new post.
    first: u32,
}

impl Sites {
    pub(super) fn new(
        answer: &Answer<'_>,
        households: &[usize],
        uncovered: &BTreeSet<usize>,
        day: NaiveDate,
        rules: &ExtraPosts,
    ) -> Self {
        let first = answer.problem.instance.jobs() as u32;
        let mut sites = Self { places: BTreeMap::new(), new: Vacancies::default(), first };
        sites.add_full(answer, households, uncovered, rules);
        let mut records = Vec::new();
        for (kind, region, county) in new_places(answer, uncovered) {
            let id = VacancyId(Uuid::from_u128(records.len() as u128));
            records.push(easiest(id, kind, region, county));
            let most = match kind {
                PostKind::NewWelfare => rules.welfare_per_village,
                PostKind::NewLocal => rules.local_per_township,
                _ => u32::MAX,
            };
            let place = Place { kind, region: Some(region), county, vacancy: None, most, wanted: 0 };
            sites.places.insert(first + records.len() as u32 - 1, place);
        }
        sites.new = Vacancies::new(&records, day);
        sites.count_wanted(answer, uncovered);
        sites
    }

    /// The vacancies on the lists of these households. All their seats are taken, else nobody would go without.
    fn add_full(&mut self, answer: &Answer<'_>, households: &[usize], uncovered: &BTreeSet<usize>, rules: &ExtraPosts) {
        let instance = &answer.problem.instance;
        for &household in households {
            let county = county_of(answer, household);
            let lists = instance.members(household).flat_map(|worker| instance.list(worker));
            let jobs: BTreeSet<u32> = lists.map(|(job, _)| job).collect();
            for job in jobs {
                let vacancy = answer.market.vacancies.at(job as usize);
                if !vacancy.open {
                    continue;
                }
                let kind = match vacancy.demand.channel {
                    Some(PlacementChannel::Outside) => PostKind::MoreOutside,
                    Some(PlacementChannel::PublicWelfare) => PostKind::MoreWelfare,
                    Some(PlacementChannel::Local) | None => PostKind::MoreLocal,
                };
                let most = match kind {
                    PostKind::MoreWelfare => rules.more_per_vacancy.min(rules.welfare_per_village),
                    _ => rules.more_per_vacancy,
                };
                let (region, vacancy) = (vacancy.stay.place, Some(vacancy.id));
                let place = Place { kind, region, county, vacancy, most, wanted: 0 };
                self.places.entry(job).or_insert(place).wanted += u32::from(uncovered.contains(&household));
            }
        }
    }

    fn count_wanted(&mut self, answer: &Answer<'_>, uncovered: &BTreeSet<usize>) {
        for &household in uncovered {
            let members = answer.market.jobseekers.members(household);
            let jobs: BTreeSet<u32> =
                members.flat_map(|worker| self.new_posts(answer, worker, true)).map(|(job, _)| job).collect();
            for job in jobs {
                if let Some(place) = self.places.get_mut(&job) {
                    place.wanted += 1;
                }
            }
        }
    }

    /// New posts there could be.
    pub(super) fn new_count(&self) -> usize {
        self.new.len()
    }

    pub(super) fn place(&self, job: u32) -> &Place {
        &self.places[&job]
    }

    /// What the engine is offered: kinds in the order of placement; of a kind, places that more households could use come first, so that
    /// few employers and villages are asked.
    pub(super) fn offered(&self) -> Vec<Site> {
        let mut order: Vec<(&u32, &Place)> = self.places.iter().collect();
        order.sort_by_key(|(job, place)| (place.kind, std::cmp::Reverse(place.wanted), **job));
        order.into_iter().map(|(&job, place)| Site { job, most: place.most, cost: place.kind as u32 }).collect()
    }

    /// The new posts that a jobseeker could take. Public-welfare posts are for the uncovered of the village itself.
    pub(super) fn new_posts(&self, answer: &Answer<'_>, worker: usize, uncovered: bool) -> Vec<(u32, PostKind)> {
        let jobseeker = answer.market.jobseekers.at(worker);
        let mut posts = Vec::new();
        for index in 0..self.new.len() {
            let job = self.first + index as u32;
            let place = self.place(job);
            let own = place.region == Some(jobseeker.tether.home);
            if place.kind == PostKind::NewWelfare && !(uncovered && own) {
                continue;
            }
            if Pair::new(jobseeker, self.new.at(index), &answer.market.context).broken().is_none() {
                posts.push((job, place.kind));
            }
        }
        posts
    }

    /// The rule that rules out even a public-welfare post in the home village.
    pub(super) fn why_not_at_home(&self, answer: &Answer<'_>, worker: usize) -> Option<Message> {
        let jobseeker = answer.market.jobseekers.at(worker);
        let home = |index: &usize| {
            let place = self.place(self.first + *index as u32);
            place.kind == PostKind::NewWelfare && place.region == Some(jobseeker.tether.home)
        };
        let pair = Pair::new(jobseeker, self.new.at((0..self.new.len()).find(home)?), &answer.market.context);
        pair.broken().map(|rule| (rule.says)(&pair))
    }
}

fn home_of(answer: &Answer<'_>, household: usize) -> Option<Region> {
    let worker = answer.market.jobseekers.members(household).next()?;
    Some(answer.market.jobseekers.at(worker).tether.home)
}

fn county_of(answer: &Answer<'_>, household: usize) -> Region {
    let home = home_of(answer, household).map(Region::county_region);
    home.unwrap_or_else(|| answer.market.jobseekers.at(0).tether.home.county_region())
}

/// New posts for the homes of these households: outside, where vacancies already lead; in each home township; in each home village.
fn new_places(answer: &Answer<'_>, uncovered: &BTreeSet<usize>) -> Vec<(PostKind, Region, Region)> {
    let homes: BTreeSet<Region> = uncovered.iter().filter_map(|&household| home_of(answer, household)).collect();
    let counties: BTreeSet<Region> = homes.iter().map(|home| home.county_region()).collect();
    let townships: BTreeSet<Region> = homes.iter().map(|home| home.township()).collect();
    let outside = counties
        .into_iter()
        .flat_map(|county| outside(answer, county).into_iter().map(move |place| (PostKind::NewOutside, place, county)));
    let local = townships.into_iter().map(|place| (PostKind::NewLocal, place, place.county_region()));
    let welfare = homes.into_iter().map(|place| (PostKind::NewWelfare, place, place.county_region()));
    outside.chain(local).chain(welfare).collect()
}

/// The places outside a county with the most seats on offer, one for each band: another county of the city, another city, another province.
fn outside(answer: &Answer<'_>, county: Region) -> Vec<Region> {
    let mut seats: BTreeMap<Band, BTreeMap<Region, u32>> = BTreeMap::new();
    let vacancies = &answer.market.vacancies;
    for vacancy in (0..vacancies.len()).map(|index| vacancies.at(index)).filter(|vacancy| vacancy.open) {
        let Some(place) = vacancy.stay.place.map(Region::county_region) else { continue };
        if let Some(band) = Band::between(county, place).filter(|band| *band > Band::County) {
            *seats.entry(band).or_default().entry(place).or_default() += vacancy.seats;
        }
    }
    let most = |places: BTreeMap<Region, u32>| {
        places.into_iter().max_by_key(|&(place, seats)| (seats, std::cmp::Reverse(place))).map(|(place, _)| place)
    };
    seats.into_values().filter_map(most).collect()
}

/// A post that asks for as little as a lawful post can.
fn easiest(id: VacancyId, kind: PostKind, place: Region, county: Region) -> Vacancy {
    let mut post = Vacancy::new(id, county, String::new(), State::Open);
    post.headcount = Some(1);
    post.place_region = Some(place);
    post.weight = Some(Weight::Light);
    post.weak_ok = true;
    post.channel = Some(kind.channel());
    post.board = (kind == PostKind::NewOutside).then_some(Board::Both);
    post
}
