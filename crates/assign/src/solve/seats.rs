//! Which seats are taken, and at which bid.

/// A taken seat: the highest price at which its worker would stay.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seat<P> {
    pub(crate) bid: P,
    pub(crate) worker: u32,
}

/// The taken seats of all jobs: per job a binary heap, lowest bid on top (ties: lowest worker), or a plain list.
pub(crate) struct Seats<P> {
    start: Vec<usize>,
    taken: Vec<u32>,
    /// Seats of each job.
    pub(crate) limit: Vec<u32>,
    slot: Vec<Seat<P>>,
}

impl<P: Copy + Default + Ord> Seats<P> {
    /// Jobs with these seats.
    pub(crate) fn new(seats: &[u32]) -> Self {
        let mut start = Vec::with_capacity(seats.len() + 1);
        start.push(0);
        let mut sum = 0;
        start.extend(seats.iter().map(|&seats| {
            sum += seats as usize;
            sum
        }));
        Self { taken: vec![0; seats.len()], limit: seats.to_vec(), start, slot: vec![Seat::default(); sum] }
    }

    pub(crate) fn is_full(&self, job: usize) -> bool {
        self.empty(job) == 0
    }

    pub(crate) fn empty(&self, job: usize) -> usize {
        self.limit[job].saturating_sub(self.taken[job]) as usize
    }

    pub(crate) fn of(&self, job: usize) -> &[Seat<P>] {
        &self.slot[self.start[job]..][..self.taken[job] as usize]
    }

    pub(crate) fn of_mut(&mut self, job: usize) -> &mut [Seat<P>] {
        &mut self.slot[self.start[job]..][..self.taken[job] as usize]
    }

    pub(crate) fn clear(&mut self) {
        self.taken.fill(0);
    }

    /// Adds to the list and returns the position.
    pub(crate) fn add(&mut self, job: usize, seat: Seat<P>) -> u32 {
        let at = self.taken[job];
        self.slot[self.start[job] + at as usize] = seat;
        self.taken[job] = at + 1;
        at
    }

    /// Takes out of the list; returns the worker who moved into the gap, if any.
    pub(crate) fn remove(&mut self, job: usize, at: u32) -> Option<u32> {
        self.taken[job] -= 1;
        let (last, gap) = (self.taken[job] as usize, at as usize);
        let list = &mut self.slot[self.start[job]..];
        list[gap] = list[last];
        (gap < last).then(|| list[gap].worker)
    }

    /// Adds to the heap.
    pub(crate) fn push(&mut self, job: usize, seat: Seat<P>) {
        let mut at = self.add(job, seat) as usize;
        let heap = self.of_mut(job);
        while at > 0 && heap[at] < heap[(at - 1) / 2] {
            heap.swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    /// Puts a seat in place of the top of the heap and returns the old top.
    pub(crate) fn replace(&mut self, job: usize, seat: Seat<P>) -> Seat<P> {
        let heap = self.of_mut(job);
        let old = heap[0];
        let mut at = 0;
        loop {
            let left = 2 * at + 1;
            if left >= heap.len() {
                break;
            }
            let child = if left + 1 < heap.len() && heap[left + 1] < heap[left] { left + 1 } else { left };
            if heap[child] >= seat {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = seat;
        old
    }
}
