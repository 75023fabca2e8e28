//! What is known of the pairs left out without looking at them again.

use super::prices::Prices;
use super::pricing::Ceiling;

/// One in so many vacancies, those whose offers rise most, are looked at again for everybody.
const RISEN: usize = 20;

/// For every jobseeker what no pair left out is worth more than at the latest prices.
pub(super) struct Ceilings {
    ceiling: Vec<i64>,
    /// Offers at the latest prices, and their weight; none at first.
    offer: Vec<i64>,
    weight: i64,
}

impl Ceilings {
    /// Nothing is known yet.
    pub(super) fn unknown(jobseekers: usize) -> Self {
        Self { ceiling: vec![i64::MAX; jobseekers], offer: Vec::new(), weight: 0 }
    }

    /// Goes on to new prices: all ceilings rise as much as any offer (as any price falls), but for a few vacancies whose offers rise
    /// more. These are returned and have to be looked at.
    pub(super) fn follow(&mut self, prices: &Prices) -> Vec<u32> {
        let before = std::mem::replace(&mut self.offer, prices.offer.clone());
        if std::mem::replace(&mut self.weight, prices.weight) != prices.weight {
            self.ceiling.fill(i64::MAX);
            return Vec::new();
        }
        let rises: Vec<i64> = self.offer.iter().zip(before).map(|(now, before)| (now - before).max(0)).collect();
        let mut order = rises.clone();
        let few = order.len() / RISEN;
        let most = if order.is_empty() { 0 } else { *order.select_nth_unstable_by(few, |a, b| b.cmp(a)).1 };
        self.ceiling.iter_mut().for_each(|ceiling| *ceiling = ceiling.saturating_add(most));
        (0u32..).zip(rises).filter(|&(_, rise)| rise > most).map(|(vacancy, _)| vacancy).collect()
    }

    /// Whether no pair left out of a jobseeker can improve the answer, but for vacancies to be looked at.
    pub(super) fn rules_out(&self, jobseeker: u32, prices: &Prices) -> bool {
        self.ceiling[jobseeker as usize] <= prices.least[jobseeker as usize]
    }

    /// All pairs left out have been looked at.
    pub(super) fn replace(&mut self, seen: Vec<Ceiling>) {
        seen.into_iter().for_each(|(jobseeker, ceiling)| self.ceiling[jobseeker as usize] = ceiling);
    }

    /// Those of some vacancies have been looked at.
    pub(super) fn raise(&mut self, seen: Vec<Ceiling>) {
        seen.into_iter().for_each(|(jobseeker, ceiling)| {
            let known = &mut self.ceiling[jobseeker as usize];
            *known = ceiling.max(*known);
        });
    }
}
