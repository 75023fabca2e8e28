//! What a change is worth, before it is made.

use super::{Live, Refusal};
use crate::Totals;

/// The difference that a change makes, goal by goal; compared in the order of the goals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gain {
    /// Covered households: of class 1, of class 2, ...
    pub covered: Vec<i64>,
    /// Workers in fallback jobs.
    pub fallback: i64,
    /// Workers in real jobs.
    pub placed: i64,
    /// Total score.
    pub score: i64,
}

impl Gain {
    fn between(before: &Totals, after: &Totals) -> Self {
        let difference = |a: u64, b: u64| b.wrapping_sub(a) as i64;
        Self {
            covered: before.covered.iter().zip(&after.covered).map(|(&a, &b)| difference(a, b)).collect(),
            fallback: difference(before.fallback, after.fallback),
            placed: difference(before.placed, after.placed),
            score: difference(before.score, after.score),
        }
    }

    /// Whether it makes no difference to any goal.
    pub fn is_nothing(&self) -> bool {
        self.fallback == 0 && self.placed == 0 && self.score == 0 && self.covered.iter().all(|&n| n == 0)
    }
}

/// Values leave the instance as it was; the placement may have become another of several equal optima.
impl Live {
    /// What one more seat in this job would bring, exactly. A job whose price is 0 brings nothing, at once.
    ///
    /// # Errors
    /// [`Refusal::Unknown`].
    pub fn seat_value(&mut self, job: u32) -> Result<Gain, Refusal> {
        let before = self.totals.clone();
        if self.open.get(job as usize).is_some() && self.flow.price[job as usize] == self.flow.floor(job as usize) {
            return Ok(Gain::between(&before, &before));
        }
        self.open_seat(job)?;
        let gain = Gain::between(&before, &self.totals);
        self.close_seat(job)?;
        Ok(gain)
    }

    /// What it would cost all together if this worker had this job, exactly: nothing, or a lexicographic loss.
    ///
    /// # Errors
    /// Those of [`pin`](Self::pin).
    pub fn price_of_insisting(&mut self, worker: u32, job: u32) -> Result<Gain, Refusal> {
        let before = self.totals.clone();
        self.pin(worker, job)?;
        let gain = Gain::between(&before, &self.totals);
        self.unpin(worker)?;
        Ok(gain)
    }

    /// The jobs a worker could have instead at no cost to any goal, ascending.
    ///
    /// # Errors
    /// Those of [`pin`](Self::pin).
    pub fn free_alternatives(&mut self, worker: u32) -> Result<Vec<u32>, Refusal> {
        self.present(worker)?;
        let (own, profit) = (self.job(worker as usize), self.flow.profit[worker as usize]);
        let mut tight = vec![];
        self.flow.each(worker as usize, |job, score| {
            let free = score - self.flow.price[job as usize] == profit;
            if free && Some(job) != own && self.flow.market.is_real(job) {
                tight.push(job);
            }
        });
        let mut free = vec![];
        for job in tight {
            match self.price_of_insisting(worker, job) {
                Ok(loss) if loss.is_nothing() => free.push(job),
                Ok(_) | Err(Refusal::NoSeat) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        free.sort_unstable();
        Ok(free)
    }

    /// What a change of lists would bring: these forbidden pairs allowed together, for instance those a course would open to its
    /// participants. The pairs are forbidden again afterwards.
    ///
    /// # Errors
    /// Those of [`allow`](Self::allow); nothing has changed then.
    pub fn lists_value(&mut self, pairs: &[(u32, u32)]) -> Result<Gain, Refusal> {
        let before = self.totals.clone();
        let mut allowed = 0;
        let mut refusal = None;
        for &(worker, job) in pairs {
            match self.allow(worker, job) {
                Ok(_) => allowed += 1,
                Err(reason) => refusal = Some(reason),
            }
            if refusal.is_some() {
                break;
            }
        }
        let gain = Gain::between(&before, &self.totals);
        for &(worker, job) in pairs[..allowed].iter().rev() {
            self.forbid(worker, job)?;
        }
        refusal.map_or(Ok(gain), Err)
    }
}
