//! Why a pair is proposed, why another is not, and why somebody has no vacancy at all. Only made for what is shown.

use crate::market::Market;
use crate::rules::score::WEIGHTS;
use crate::rules::{HARD, PARTS, Pair, Side};
use domain::say::Message;

/// A score with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Score of the pair, 0..=10000.
    pub score: u16,
    /// At most three reasons for, the weightiest first.
    pub reasons: Vec<Message>,
    /// At most one reason against.
    pub against: Option<Message>,
}

/// A hard rule that rules out vacancies for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Name of the rule.
    pub rule: &'static str,
    /// Vacancies it rules out, each counted once by the first rule it breaks.
    pub vacancies: usize,
    /// That count in words.
    pub message: Message,
}

/// Most reasons for.
const REASONS: usize = 3;

impl Market {
    /// The reasons for and against a pair: parts of the score by what they add above, or take below, half their weight.
    pub fn explain(&self, jobseeker: usize, vacancy: usize) -> Explanation {
        let pair = self.pair(jobseeker, vacancy);
        let mut said: Vec<(i64, Side, Message)> = PARTS
            .iter()
            .filter_map(|part| {
                let (side, message) = (part.says)(&pair)?;
                Some((i64::from(part.weight) * (i64::from(part.of(&pair)) - 5_000), side, message))
            })
            .collect();
        said.sort_by_key(|(gain, ..)| -gain);
        let of = |side| said.iter().filter(move |(_, other, _)| *other == side).map(|(.., message)| message.clone());
        debug_assert!(PARTS.iter().map(|part| part.weight).sum::<u32>() == WEIGHTS);
        Explanation {
            score: pair.score(),
            reasons: of(Side::For).take(REASONS).collect(),
            against: caution(&pair).or_else(|| of(Side::Against).next_back()),
        }
    }

    /// The hard rule that rules a pair out, in words with its figures; `None` when it is admissible.
    pub fn why_not(&self, jobseeker: usize, vacancy: usize) -> Option<Message> {
        let pair = self.pair(jobseeker, vacancy);
        pair.broken().map(|rule| (rule.says)(&pair))
    }

    /// The hard rules that rule vacancies out for somebody, the most frequent first (ties in the order of the rules). Closed vacancies
    /// are left out, and somebody who is away or unwilling gets that one answer.
    pub fn why_none(&self, jobseeker: usize) -> Vec<Binding> {
        let mut counts = vec![0; HARD.len()];
        for vacancy in (0..self.vacancies.len()).filter(|&vacancy| self.vacancies.at(vacancy).open) {
            let pair = self.pair(jobseeker, vacancy);
            if let Some(rule) = HARD.iter().position(|rule| !rule.holds(&pair)) {
                counts[rule] += 1;
            }
        }
        let mut bindings: Vec<Binding> = HARD
            .iter()
            .zip(counts)
            .filter(|(_, count)| *count > 0)
            .map(|(rule, count)| Binding {
                rule: rule.key,
                vacancies: count,
                message: Message::new(rule.none).with("count", count),
            })
            .collect();
        bindings.sort_by_key(|binding| std::cmp::Reverse(binding.vacancies));
        bindings
    }
}

/// What must be looked into before anybody is sent, whatever the score.
fn caution(pair: &Pair<'_>) -> Option<Message> {
    let (jobseeker, demand) = (&pair.jobseeker, pair.vacancy.demand);
    let unproved = demand.licences.without(jobseeker.held);
    if let Some(key) = unproved.first_key() {
        return Some(Message::new("against-licence-unproved").with("licence", domain::say::Arg::Key(key.into())));
    }
    let weak = jobseeker.labour == Some(domain::codes::Labour::Weak);
    (weak && demand.weight.is_none() && !demand.weak_ok).then(|| Message::new("against-weight-unknown"))
}
