//! What a change is worth, before it is made.

use super::{Live, Move, Refusal};
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

/// What a change would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The difference to each goal.
    pub gain: Gain,
    /// Who would change places, by worker.
    pub moves: Vec<Move>,
}

/// Values leave everything as it was.
impl Live {
    /// What some changes would do all together, without making them: after the call everything is as before it.
    ///
    /// # Errors
    /// That of the changes; an impossible change is no change.
    pub fn preview<T>(&mut self, changes: impl FnOnce(&mut Self) -> Result<T, Refusal>) -> Result<Preview, Refusal> {
        let (since, before) = (self.log.len(), self.totals.clone());
        let nested = std::mem::replace(&mut self.keep_log, true);
        let result = changes(self);
        let preview = Preview { gain: Gain::between(&before, &self.totals), moves: self.moves(since) };
        self.undo(since);
        self.keep_log = nested;
        result.map(|_| preview)
    }

    /// What one more seat in this job would bring, exactly. A job whose price is 0 brings nothing, at once.
    ///
    /// # Errors
    /// [`Refusal::Unknown`].
    pub fn seat_value(&mut self, job: u32) -> Result<Gain, Refusal> {
        let node = self.node(job) as usize;
        if self.price.get(node).ok_or(Refusal::Unknown)? == &self.floor[node] {
            return Ok(Gain::between(&self.totals, &self.totals));
        }
        Ok(self.preview(|live| live.open_seat(job))?.gain)
    }

    /// What it would cost all together if this worker had this job, exactly: nothing, or a lexicographic loss.
    ///
    /// # Errors
    /// Those of [`pin`](Self::pin).
    pub fn price_of_insisting(&mut self, worker: u32, job: u32) -> Result<Gain, Refusal> {
        Ok(self.preview(|live| live.pin(worker, job))?.gain)
    }

    /// The jobs a worker could have instead at no cost to any goal, ascending.
    ///
    /// # Errors
    /// Those of [`pin`](Self::pin).
    pub fn free_alternatives(&mut self, worker: u32) -> Result<Vec<u32>, Refusal> {
        self.present(worker)?;
        let profit = self.profit[worker as usize];
        // A preference counts less than any goal.
        let nearly = |node: usize, worth: i64| worth - self.price[node] + (1 << self.shift) > profit;
        let own = self.job(worker as usize);
        let tight = self.each(worker as usize).filter(|&(node, worth)| nearly(node, worth));
        let tight: Vec<u32> =
            tight.filter_map(|(node, _)| self.real(node as u32)).filter(|&job| Some(job) != own).collect();
        let mut free = vec![];
        for job in tight {
            match self.price_of_insisting(worker, job) {
                Ok(loss) if loss.is_nothing() => free.push(job),
                Ok(_) | Err(Refusal::NoSeat | Refusal::Limit) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        free.sort_unstable();
        Ok(free)
    }

    /// What a change of lists would bring: these forbidden pairs allowed together.
    ///
    /// # Errors
    /// Those of [`allow`](Self::allow).
    pub fn lists_value(&mut self, pairs: &[(u32, u32)]) -> Result<Gain, Refusal> {
        let allow = |live: &mut Self| pairs.iter().try_for_each(|&(w, job)| live.allow(w, job).map(drop));
        Ok(self.preview(allow)?.gain)
    }

    /// What pairs that do not exist yet would bring together: those that a course, a bus line or a relaxed wish would open.
    ///
    /// # Errors
    /// Those of [`add_pairs`](Self::add_pairs).
    pub fn pairs_value(&mut self, pairs: &[(u32, u32, u16)]) -> Result<Gain, Refusal> {
        Ok(self.preview(|live| live.add_pairs(pairs))?.gain)
    }

    /// What a new job with these seats and this (worker, score) list would bring.
    ///
    /// # Errors
    /// Those of [`add_job`](Self::add_job).
    pub fn job_value(&mut self, seats: u32, list: &[(u32, u16)]) -> Result<Gain, Refusal> {
        Ok(self.preview(|live| live.add_job(seats, list))?.gain)
    }
}
