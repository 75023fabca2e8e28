//! What a run finds out besides its proposals: who competes for too few seats, the fewest posts that would cover the others, and
//! what simpler orders would have come to on the same ledger.

use crate::ids::{HouseholdId, VacancyId};
use crate::places::Region;
use crate::say::Message;
use crate::vacancies::PlacementChannel;
use serde::{Deserialize, Serialize};

/// The findings of a run, kept with it as one record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// Households that have too few seats between them, group by group; no household stands in two.
    pub shortages: Vec<Shortage>,
    /// The fewest posts that would cover the uncovered households, in the order of placement.
    pub posts: Vec<ExtraPost>,
    /// Uncovered households that no extra post would cover, and why.
    pub helpless: Vec<Helpless>,
    /// What simpler orders would have come to.
    pub practice: Vec<Practised>,
}

/// Zero-employment households that have only these seats between them and outnumber them: in every arrangement as many of them as
/// [`missing`](Self::missing) go without (Hall's theorem).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shortage {
    /// The households, covered or not.
    pub households: Vec<HouseholdId>,
    /// Every vacancy that somebody in these households could take.
    pub vacancies: Vec<VacancyId>,
    /// Seats of these vacancies that nobody has been promised.
    pub seats: u32,
    /// Those of the households that went without.
    pub uncovered: Vec<HouseholdId>,
    /// Further households of the group, kept with the run of another county.
    #[serde(default)]
    pub elsewhere: u32,
    /// Which household could take which vacancy; kept of groups small enough to be drawn.
    #[serde(default)]
    pub reach: Vec<(HouseholdId, VacancyId)>,
}

impl Shortage {
    /// All households of the group.
    pub fn size(&self) -> u32 {
        u32::try_from(self.households.len()).unwrap_or(u32::MAX).saturating_add(self.elsewhere)
    }

    /// Households that go without in every arrangement.
    pub fn missing(&self) -> u32 {
        self.size().saturating_sub(self.seats)
    }
}

impl Findings {
    /// The findings about some households: groups that reach beyond them count the others, and the orders stay those of the whole.
    #[must_use]
    pub fn part(&self, mine: impl Fn(HouseholdId) -> bool) -> Self {
        let own = |all: &[HouseholdId]| -> Vec<HouseholdId> { all.iter().copied().filter(|id| mine(*id)).collect() };
        let shortage = |whole: &Shortage| {
            let households = own(&whole.households);
            let others = u32::try_from(whole.households.len() - households.len()).unwrap_or(u32::MAX);
            let (uncovered, elsewhere) = (own(&whole.uncovered), whole.elsewhere.saturating_add(others));
            let reach = whole.reach.iter().copied().filter(|(household, _)| mine(*household)).collect();
            Shortage { households, uncovered, elsewhere, reach, ..whole.clone() }
        };
        let post = |whole: &ExtraPost| ExtraPost { households: own(&whole.households), ..whole.clone() };
        Self {
            shortages: self.shortages.iter().map(shortage).filter(|part| !part.households.is_empty()).collect(),
            posts: self.posts.iter().map(post).filter(|part| !part.households.is_empty()).collect(),
            helpless: self.helpless.iter().filter(|one| mine(one.household)).cloned().collect(),
            practice: self.practice.clone(),
        }
    }

    /// Puts the parts of one run together again: groups with the same vacancies and posts at the same place are one.
    #[must_use]
    pub fn joined(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut whole = Self::default();
        for part in parts {
            for shortage in part.shortages {
                match whole.shortages.iter_mut().find(|known| known.vacancies == shortage.vacancies) {
                    Some(known) => {
                        let more = u32::try_from(shortage.households.len()).unwrap_or(u32::MAX);
                        known.elsewhere = known.elsewhere.saturating_sub(more);
                        known.households.extend(shortage.households);
                        known.uncovered.extend(shortage.uncovered);
                        known.reach.extend(shortage.reach);
                    }
                    None => whole.shortages.push(shortage),
                }
            }
            for post in part.posts {
                let same = |known: &&mut ExtraPost| {
                    (known.kind, known.place, known.vacancy) == (post.kind, post.place, post.vacancy)
                };
                match whole.posts.iter_mut().find(same) {
                    Some(known) => known.households.extend(post.households),
                    None => whole.posts.push(post),
                }
            }
            whole.helpless.extend(part.helpless);
            if whole.practice.is_empty() {
                whole.practice = part.practice;
            }
        }
        whole.posts.sort_by_key(|post| post.kind);
        whole
    }
}

/// Seats to be opened at one place, and whom they would cover: each seat one household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtraPost {
    /// What kind of post.
    pub kind: PostKind,
    /// Where: a village, a township, a county; `None` where the vacancy does not say.
    pub place: Option<Region>,
    /// The vacancy that needs more seats; `None` for a new post.
    pub vacancy: Option<VacancyId>,
    /// The households that are covered with these seats, one a seat.
    pub households: Vec<HouseholdId>,
}

/// Kinds of extra posts, in the order of placement 外找、内挖、公益补 (S11): a later one is proposed only for households that no
/// earlier one can cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostKind {
    /// More seats at a vacancy outside the county.
    MoreOutside,
    /// A new post outside the county: light work, no certificate asked, with board and lodging.
    NewOutside,
    /// More seats at a vacancy in the county.
    MoreLocal,
    /// A new post in the home township, in a workshop or with an employer there: light work, no certificate asked.
    NewLocal,
    /// More seats at a public-welfare post.
    MoreWelfare,
    /// A new public-welfare post in the home village.
    NewWelfare,
}

impl PostKind {
    /// Every kind, in the order of placement.
    pub const ALL: [Self; 6] =
        [Self::MoreOutside, Self::NewOutside, Self::MoreLocal, Self::NewLocal, Self::MoreWelfare, Self::NewWelfare];

    /// The word used in files and message keys (`post-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::MoreOutside => "more_outside",
            Self::NewOutside => "new_outside",
            Self::MoreLocal => "more_local",
            Self::NewLocal => "new_local",
            Self::MoreWelfare => "more_welfare",
            Self::NewWelfare => "new_welfare",
        }
    }

    /// Its bank of the placement order.
    pub const fn channel(self) -> PlacementChannel {
        match self {
            Self::MoreOutside | Self::NewOutside => PlacementChannel::Outside,
            Self::MoreLocal | Self::NewLocal => PlacementChannel::Local,
            Self::MoreWelfare | Self::NewWelfare => PlacementChannel::PublicWelfare,
        }
    }
}

/// An uncovered household that no extra post would cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helpless {
    /// The household.
    pub household: HouseholdId,
    /// Why, at most one sentence a member.
    pub sentences: Vec<Message>,
}

/// Orders by which offices place people without computing an optimum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// First come, first served: everybody in the order of entry takes the best seat that is left.
    Queue,
    /// The best score of all goes first.
    Score,
    /// One member of each zero-employment household first, households with the fewest seats within reach before others; then
    /// everybody by score.
    Priority,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Queue, Self::Score, Self::Priority];

    /// The word used in files and message keys (`order-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Queue => "queue",
            Self::Score => "score",
            Self::Priority => "priority",
        }
    }
}

/// What an order would have come to on the ledger of the run; the same figures as those of the run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practised {
    /// The order.
    pub order: Order,
    /// Zero-employment households with somebody placed.
    pub covered: u32,
    /// Of these by a public-welfare post.
    pub by_welfare: u32,
    /// Persons placed.
    pub placed: u32,
    /// Sum of the scores.
    pub score: u64,
}
