//! Least disturbance: a fifth goal.

use super::step::Step;
use super::{Live, Move, OUT, Refusal};

impl Live {
    /// Prefers this job for the worker (none: no job) to other optima, from now on: of all placements that are best for the four goals, the
    /// answer is always one with the most preferred pairs. It costs none of the four goals anything. Pairs that must not change at any
    /// price are [demanded](Self::pin) instead.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; [`Refusal::TooLarge`] for more than some ten million workers in some hundred classes.
    pub fn prefer(&mut self, wishes: &[(u32, Option<u32>)]) -> Result<Vec<Move>, Refusal> {
        for &(worker, job) in wishes {
            if worker as usize >= self.place.len() || job.is_some_and(|job| job as usize >= self.open.len()) {
                return Err(Refusal::Unknown);
            }
            if self.shift == 0 {
                return Err(Refusal::TooLarge);
            }
        }
        let since = self.log.len();
        for &(worker, job) in wishes {
            let w = worker as usize;
            let own = self.real(self.place[w]);
            let job = job.unwrap_or(OUT);
            let change = i64::from(own == Some(job)) - i64::from(own == Some(self.liked[w]));
            self.take(Step::Like { worker, job });
            if change != 0 {
                self.set_profit(worker, self.profit[w] + change);
            }
        }
        let mut workers: Vec<u32> = wishes.iter().map(|&(worker, _)| worker).collect();
        workers.sort_unstable();
        workers.dedup();
        self.improve(&workers);
        Ok(self.done(since))
    }
}
