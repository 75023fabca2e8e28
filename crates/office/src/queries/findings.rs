//! What a run found out, as far as the reader's area goes: shortages, extra posts, households nothing helps, the comparison with simpler
//! orders. Households outside the area are counted and not named.

use crate::Office;
use crate::error::OfficeError;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::bridge::{ExtraPost, Figures, Findings, Order, PostKind, Practised, Shortage};
use domain::ids::{HouseholdId, RunId, VacancyId};
use domain::ledger::now::HouseholdNow;
use domain::places::Region;
use domain::say::Message;
use domain::vacancies::{PlacementChannel, Vacancy};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::Stored;

/// All findings of a run.
#[derive(Debug, Clone)]
pub struct FindingsPage {
    /// The run.
    pub run: RunId,
    /// Its number.
    pub number: u32,
    /// Day it is about.
    pub day: NaiveDate,
    /// Its figures.
    pub figures: Figures,
    /// The shortages.
    pub shortages: Vec<ShortageRow>,
    /// The extra posts in the order of placement.
    pub posts: Vec<PostRow>,
    /// Households that no extra post covers.
    pub helpless: Vec<HelplessRow>,
    /// What simpler orders would have come to.
    pub practice: Vec<Practised>,
}

/// A shortage.
#[derive(Debug, Clone)]
pub struct ShortageRow {
    /// Number on the list, from 1.
    pub number: usize,
    /// The first of its vacancies, which no other shortage has: its address.
    pub key: VacancyId,
    /// Households in it.
    pub size: u32,
    /// Seats between them.
    pub seats: u32,
    /// Vacancies with these seats.
    pub vacancies: Vec<VacancyId>,
    /// Households that go without.
    pub missing: u32,
    /// Its households in the reader's area, those without a proposal first.
    pub households: Vec<Named>,
    /// Households outside the reader's area.
    pub elsewhere: u32,
    /// Townships of the households in the area.
    pub townships: Vec<Region>,
    /// Kinds of extra posts that cover its households, with their seats.
    pub posts: Vec<(PostKind, u32)>,
}

/// A shortage with its vacancies.
#[derive(Debug, Clone)]
pub struct ShortagePage {
    /// The run.
    pub run: RunId,
    /// Its number.
    pub run_number: u32,
    /// Day it is about.
    pub day: NaiveDate,
    /// The shortage.
    pub row: ShortageRow,
    /// Its vacancies in the reader's counties, by title.
    pub vacancies: Vec<ShortVacancy>,
    /// Which of its households could take which of its vacancies, by their places on these lists; of a small group.
    pub reach: Vec<(usize, usize)>,
}

/// A vacancy of a shortage.
#[derive(Debug, Clone)]
pub struct ShortVacancy {
    /// The vacancy.
    pub id: VacancyId,
    /// Title.
    pub title: String,
    /// Employer.
    pub employer: Option<String>,
    /// Place of work as typed.
    pub place: Option<String>,
    /// Place of work by code.
    pub region: Option<Region>,
    /// Bank of the placement order.
    pub channel: PlacementChannel,
    /// Seats.
    pub seats: u32,
}

/// Seats to be opened at one place.
#[derive(Debug, Clone)]
pub struct PostRow {
    /// What kind of post.
    pub kind: PostKind,
    /// Where.
    pub place: Option<Region>,
    /// The vacancy that needs more seats: id, title, employer.
    pub vacancy: Option<(VacancyId, String, Option<String>)>,
    /// Seats.
    pub seats: u32,
    /// Seats up to here, which are also the households covered with them.
    pub upto: u32,
    /// The households covered, in the reader's area.
    pub households: Vec<Named>,
    /// Households covered outside it.
    pub elsewhere: u32,
}

/// A household that no extra post covers.
#[derive(Debug, Clone)]
pub struct HelplessRow {
    /// The household.
    pub household: Named,
    /// Why.
    pub sentences: Vec<Message>,
}

/// A household by name.
#[derive(Debug, Clone)]
pub struct Named {
    /// The household.
    pub id: HouseholdId,
    /// Its head.
    pub head: String,
    /// Its village.
    pub region: Region,
    /// It has a proposal.
    pub covered: bool,
}

/// The households and vacancies that findings name, fetched once.
struct Names {
    households: HashMap<HouseholdId, HouseholdNow>,
    vacancies: HashMap<VacancyId, Stored<Vacancy>>,
    uncovered: HashSet<HouseholdId>,
    home: Region,
}

impl Office {
    /// The findings of a run; `None` when it is of another county.
    pub async fn findings(&self, scope: &Scope, id: RunId) -> Result<Option<FindingsPage>, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let Some(run) = self.run_in(scope, id).await? else { return Ok(None) };
        let found = Findings::joined(reader.findings(area, id).await?);
        let posted = found.posts.iter().filter_map(|post| post.vacancy).collect();
        let names = self.named(scope, &found, posted).await?;
        let shortages = found.shortages.iter().enumerate();
        let mut upto = 0;
        let posts = found.posts.iter().map(|post| names.post(post, &mut upto)).collect();
        let helpless = found.helpless.iter().filter_map(|one| {
            Some(HelplessRow { household: names.named(&one.household)?, sentences: one.sentences.clone() })
        });
        Ok(Some(FindingsPage {
            run: id,
            number: reader.run_number(area, id).await?,
            day: run.day,
            figures: run.figures,
            shortages: shortages.map(|(number, one)| names.shortage(number, one, &found.posts)).collect(),
            posts,
            helpless: helpless.collect(),
            practice: found.practice.clone(),
        }))
    }

    /// One shortage of a run by the first of its vacancies.
    pub async fn shortage(
        &self,
        scope: &Scope,
        id: RunId,
        key: VacancyId,
    ) -> Result<Option<ShortagePage>, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let Some(run) = self.run_in(scope, id).await? else { return Ok(None) };
        let found = Findings::joined(reader.findings(area, id).await?);
        let Some(number) = found.shortages.iter().position(|one| one.vacancies.first() == Some(&key)) else {
            return Ok(None);
        };
        let shortage = &found.shortages[number];
        let names = self.named(scope, &found, shortage.vacancies.clone()).await?;
        let row = names.shortage(number, shortage, &found.posts);
        if row.households.is_empty() {
            return Ok(None);
        }
        let mut vacancies: Vec<ShortVacancy> =
            shortage.vacancies.iter().filter_map(|vacancy| names.vacancy(*vacancy)).collect();
        vacancies.sort_by(|a, b| (a.channel, &a.title, a.id).cmp(&(b.channel, &b.title, b.id)));
        let run_number = reader.run_number(area, id).await?;
        let place = |(household, vacancy): &(HouseholdId, VacancyId)| {
            let household = row.households.iter().position(|one| one.id == *household)?;
            Some((household, vacancies.iter().position(|one| one.id == *vacancy)?))
        };
        let reach = shortage.reach.iter().filter_map(place).collect();
        Ok(Some(ShortagePage { run: id, run_number, day: run.day, row, vacancies, reach }))
    }

    /// The address of the shortage a household belongs to, in a run.
    pub(super) async fn shortage_of(
        &self,
        scope: &Scope,
        run: RunId,
        household: HouseholdId,
    ) -> Result<Option<VacancyId>, OfficeError> {
        let found = Findings::joined(self.store().read().findings(scope.area(), run).await?);
        let own = found.shortages.iter().find(|one| one.households.contains(&household));
        Ok(own.and_then(|one| one.vacancies.first().copied()))
    }

    async fn named(&self, scope: &Scope, found: &Findings, vacancies: Vec<VacancyId>) -> Result<Names, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let short = found.shortages.iter().flat_map(|one| &one.households);
        let posted = found.posts.iter().flat_map(|post| &post.households);
        let helpless = found.helpless.iter().map(|one| &one.household);
        let mut households: Vec<HouseholdId> = short.chain(posted).chain(helpless).copied().collect();
        households.sort_unstable();
        households.dedup();
        let uncovered = found.shortages.iter().flat_map(|one| &one.uncovered);
        let posted = found.posts.iter().flat_map(|post| &post.households);
        let helpless = found.helpless.iter().map(|one| &one.household);
        Ok(Names {
            households: reader.households_now(area, &households).await?,
            vacancies: reader.vacancies(self.shared(scope).await, &vacancies).await?,
            uncovered: uncovered.chain(posted).chain(helpless).copied().collect(),
            home: scope.region().county_region(),
        })
    }
}

impl ShortageRow {
    /// The shortage in a sentence.
    pub fn sentence(&self) -> Message {
        Message::new("findings-shortage")
            .with("households", self.size)
            .with("seats", self.seats)
            .with("vacancies", self.vacancies.len())
            .with("missing", self.missing)
    }
}

impl FindingsPage {
    /// Extra seats in all, which are also the households covered with them.
    pub fn seats(&self) -> u32 {
        self.posts.iter().map(|post| post.seats).sum()
    }

    /// The extra posts in a sentence: how many, in which banks, and how many households no post covers.
    pub fn posts_sentence(&self) -> Message {
        let of = |channel| -> u32 {
            let own = self.posts.iter().filter(|post| post.kind.channel() == channel);
            own.map(|post| post.seats).sum()
        };
        Message::new("findings-posts")
            .with("posts", self.seats())
            .with("outside", of(PlacementChannel::Outside))
            .with("local", of(PlacementChannel::Local))
            .with("welfare", of(PlacementChannel::PublicWelfare))
    }

    /// The comparison in a sentence: how many households fewer each order would have covered, and how many people fewer the best of them
    /// would have placed.
    pub fn practice_sentence(&self) -> Message {
        let fewer = |order: Order| {
            let covered = self.practice.iter().find(|one| one.order == order).map_or(0, |one| one.covered);
            self.figures.covered.saturating_sub(covered)
        };
        Message::new("findings-practice")
            .with("queue", fewer(Order::Queue))
            .with("score", fewer(Order::Score))
            .with("priority", fewer(Order::Priority))
    }
}

impl Names {
    fn named(&self, id: &HouseholdId) -> Option<Named> {
        let now = self.households.get(id)?;
        let covered = !self.uncovered.contains(id);
        Some(Named { id: *id, head: now.head.clone(), region: now.region, covered })
    }

    /// The households of a list in the reader's area, and how many lie outside.
    fn all(&self, ids: &[HouseholdId]) -> (Vec<Named>, u32) {
        let mut named: Vec<Named> = ids.iter().filter_map(|id| self.named(id)).collect();
        named.sort_by_key(|one| (one.covered, one.region, one.id));
        let elsewhere = ids.len() - named.len();
        (named, u32::try_from(elsewhere).unwrap_or(u32::MAX))
    }

    fn shortage(&self, number: usize, shortage: &Shortage, posts: &[ExtraPost]) -> ShortageRow {
        let (households, elsewhere) = self.all(&shortage.households);
        let mut townships: Vec<Region> = households.iter().map(|one| one.region.township()).collect();
        townships.sort_unstable();
        townships.dedup();
        let uncovered: HashSet<&HouseholdId> = shortage.uncovered.iter().collect();
        let mut kinds: BTreeMap<PostKind, u32> = BTreeMap::new();
        for post in posts {
            let own = post.households.iter().filter(|id| uncovered.contains(id)).count();
            if own > 0 {
                *kinds.entry(post.kind).or_default() += u32::try_from(own).unwrap_or(u32::MAX);
            }
        }
        ShortageRow {
            number: number + 1,
            key: shortage.vacancies.first().copied().unwrap_or(VacancyId(uuid::Uuid::nil())),
            size: shortage.size(),
            seats: shortage.seats,
            vacancies: shortage.vacancies.clone(),
            missing: shortage.missing(),
            households,
            elsewhere: elsewhere + shortage.elsewhere,
            townships,
            posts: kinds.into_iter().collect(),
        }
    }

    fn vacancy(&self, id: VacancyId) -> Option<ShortVacancy> {
        let vacancy = &self.vacancies.get(&id)?.record;
        Some(ShortVacancy {
            id,
            title: vacancy.title.clone(),
            employer: vacancy.employer_name.clone(),
            place: vacancy.place.clone(),
            region: vacancy.place_region,
            channel: vacancy.effective_channel(self.home),
            seats: vacancy.seats(),
        })
    }

    fn post(&self, post: &ExtraPost, upto: &mut u32) -> PostRow {
        let (households, elsewhere) = self.all(&post.households);
        let seats = u32::try_from(post.households.len()).unwrap_or(u32::MAX);
        *upto += seats;
        let vacancy = post.vacancy.and_then(|id| {
            let vacancy = &self.vacancies.get(&id)?.record;
            Some((id, vacancy.title.clone(), vacancy.employer_name.clone()))
        });
        PostRow { kind: post.kind, place: post.place, vacancy, seats, upto: *upto, households, elsewhere }
    }
}
