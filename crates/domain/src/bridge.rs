//! The bridge: runs, proposals, reasons for the uncovered, and what people decide.

mod findings;

pub use findings::{ExtraPost, Findings, Helpless, Order, PostKind, Practised, Shortage};

use crate::codes::Labour;
use crate::ids::{HouseholdId, PersonId, ProposalId, RunId, VacancyId};
use crate::record::record;
use crate::say::Message;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

record! {
    /// One run of the bridge: what it saw and what it reached. Its proposals and uncovered households are kept beside it.
    pub struct Run [RunId] {
        /// Region whose ledger was run.
        region: crate::places::Region,
        /// Day the run is about.
        day: NaiveDate,
        /// Profile by code.
        profile: String,
        /// The figures.
        figures: Figures,
        |
        /// Region of the run as a whole, where `region` is only a county of it: a run over a city is one optimum, kept county by county
        /// under one identifier.
        whole: Option<crate::places::Region>,
        /// Note of the office.
        note: Option<String>,
        /// Who changed places when it was last re-seated after a decision.
        moves: Vec<Reseated>,
    }
}

/// Somebody whose proposal changed when a run was re-seated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reseated {
    /// The person.
    pub person: PersonId,
    /// The vacancy proposed before.
    pub from: Option<VacancyId>,
    /// The vacancy proposed since.
    pub to: Option<VacancyId>,
}

impl Run {
    /// The region that was run in one go: the county, or the city it was a part of.
    pub fn over(&self) -> crate::places::Region {
        self.whole.unwrap_or(self.region)
    }
}

/// The figures of a run. Households, persons and seats are never added to each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Households in the ledger.
    pub households: u32,
    /// Persons looking for work who took part.
    pub jobseekers: u32,
    /// Zero-employment households, the priority households of the goal.
    pub zero_employment: u32,
    /// Of these: with a proposal for at least one member.
    pub covered: u32,
    /// Of the covered: by a public-welfare post.
    pub covered_by_welfare: u32,
    /// Persons with a proposal.
    pub placed: u32,
    /// Sum of the scores of the proposals.
    pub score: u64,
    /// Vacancies that took part.
    pub vacancies: u32,
    /// Seats that took part.
    pub seats: u32,
    /// Admissible pairs that were listed. All others were held against the prices: none can improve the answer.
    pub pairs: u64,
    /// Longest list that does not hold every admissible pair of its jobseeker. 0: all lists do.
    pub list_cut: u32,
    /// Jobseekers of whom some admissible pairs are not listed.
    pub lists_cut: u32,
    /// Uncovered households by reason.
    pub uncovered: Vec<(UncoveredReason, u32)>,
    /// Independent checks agreed that the answer is optimal over all admissible pairs, listed or not.
    pub certified: bool,
}

impl Figures {
    /// Adds the figures of another part of the same run. Vacancies and seats are those of the office that keeps them, pairs those of a
    /// part's own jobseekers, so that every figure of the whole is the sum of its parts; only the longest list is a maximum.
    pub fn add(&mut self, part: &Self) {
        let Self {
            households,
            jobseekers,
            zero_employment,
            covered,
            covered_by_welfare,
            placed,
            score,
            vacancies,
            seats,
            pairs,
            list_cut,
            lists_cut,
            uncovered,
            certified,
        } = part;
        self.households += households;
        self.jobseekers += jobseekers;
        self.zero_employment += zero_employment;
        self.covered += covered;
        self.covered_by_welfare += covered_by_welfare;
        self.placed += placed;
        self.score += score;
        self.vacancies += vacancies;
        self.seats += seats;
        self.pairs += pairs;
        self.list_cut = self.list_cut.max(*list_cut);
        self.lists_cut += lists_cut;
        for (reason, n) in uncovered {
            match self.uncovered.iter_mut().find(|(known, _)| known == reason) {
                Some((_, sum)) => *sum += n,
                None => self.uncovered.push((*reason, *n)),
            }
        }
        self.uncovered.sort_unstable();
        self.certified &= certified;
    }

    /// The figures of a whole run from those of its parts.
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut whole = Self { certified: true, ..Self::default() };
        parts.into_iter().for_each(|part| whole.add(part));
        whole
    }
}

/// Why a zero-employment household has no proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UncoveredReason {
    /// Nobody in it wants to work, by their own word.
    Unwilling,
    /// There are vacancies, but each is ruled out by a hard rule.
    NoAdmissible,
    /// Admissible seats exist, but other zero-employment households need them as much.
    Outnumbered,
    /// Every admissible pair was refused by a person.
    Refused,
}

impl UncoveredReason {
    /// The word used in files and message keys (`uncovered-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unwilling => "unwilling",
            Self::NoAdmissible => "no_admissible",
            Self::Outnumbered => "outnumbered",
            Self::Refused => "refused",
        }
    }
}

/// A proposal: this person, this vacancy, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// Identifier.
    pub id: ProposalId,
    /// Run it belongs to.
    pub run: RunId,
    /// Household of the person.
    pub household: HouseholdId,
    /// The person.
    pub person: PersonId,
    /// The vacancy.
    pub vacancy: VacancyId,
    /// Score of the pair, 0..=10000.
    pub score: u32,
    /// It is the one that covers a zero-employment household.
    pub covers: bool,
    /// It was pinned or accepted before the run.
    pub pinned: bool,
    /// At most three reasons for.
    pub reasons: Vec<Message>,
    /// At most one against.
    pub against: Option<Message>,
    /// Why the coverage of its household stands, for the proposal that covers one.
    #[serde(default)]
    pub proof: Option<Message>,
}

/// A zero-employment household without a proposal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Uncovered {
    /// Run it belongs to.
    pub run: RunId,
    /// The household.
    pub household: HouseholdId,
    /// Class of the reason.
    pub reason: UncoveredReason,
    /// The reason in words: the binding rule of each capable member, or the competing households and their seats.
    pub sentences: Vec<Message>,
}

record! {
    /// What people decided about a pair; the newest decision on a pair holds, and the next run respects it.
    pub struct Decision [Uuid] {
        /// The person.
        person: PersonId,
        /// The vacancy.
        vacancy: VacancyId,
        /// What was decided.
        verdict: Verdict,
        /// Day of the decision.
        decided_on: NaiveDate,
        |
        /// Run in which it was proposed.
        run: Option<RunId>,
        /// Why, for a refusal.
        reason: Option<String>,
    }
}

/// What people can decide about a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Agreed by both sides as far as known: keeps its seat in the next run.
    Accepted,
    /// Kept for now by the office: keeps its seat in the next run.
    Pinned,
    /// Refused: not proposed again.
    Refused,
    /// Earlier decision taken back.
    Open,
}

impl Verdict {
    /// The word used in columns, forms and message keys (`verdict-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Pinned => "pinned",
            Self::Refused => "refused",
            Self::Open => "open",
        }
    }

    /// Whether the pair keeps its seat in the next run.
    pub const fn keeps_seat(self) -> bool {
        matches!(self, Self::Accepted | Self::Pinned)
    }

    /// The verdict with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Accepted, Self::Pinned, Self::Refused, Self::Open].into_iter().find(|verdict| verdict.code() == code)
    }
}

/// Whether a labour class can be placed at all; lost or no capacity never is (D§3.1).
pub const fn placeable(labour: Labour) -> bool {
    matches!(labour, Labour::Ordinary | Labour::Skilled | Labour::Weak)
}
