//! Lists that can grow and shrink.

use crate::Instance;

/// A score for some pairs of a row and somebody: workers' lists of jobs, jobs' lists of workers. 6 bytes a pair.
#[derive(Clone)]
pub(super) struct Lists {
    rows: Vec<Row>,
    who: Vec<u32>,
    score: Vec<u16>,
}

/// Where a list is. One that outgrows its room moves to the end of the memory.
#[derive(Clone, Copy)]
struct Row {
    start: usize,
    len: u32,
    room: u32,
}

impl Lists {
    /// The workers' lists of an instance.
    pub(super) fn of_workers(instance: &Instance) -> Self {
        let (mut who, mut score) = (Vec::with_capacity(instance.edges()), Vec::with_capacity(instance.edges()));
        instance.pairs.of(0..instance.edges()).for_each(|(job, s)| {
            who.push(job);
            score.push(s);
        });
        Self::new(&instance.start, who, score)
    }

    /// Rows that begin at these positions; the last entry is the end.
    fn new(start: &[u64], who: Vec<u32>, score: Vec<u16>) -> Self {
        let row = |ends: &[u64]| {
            let len = (ends[1] - ends[0]) as u32;
            Row { start: ends[0] as usize, len, room: len }
        };
        Self { rows: start.windows(2).map(row).collect(), who, score }
    }

    /// The same pairs seen from the other side, which has this many rows; each in order of these rows.
    pub(super) fn reversed(&self, rows: usize) -> Self {
        let mut start = vec![0u64; rows + 1];
        self.who.iter().for_each(|&who| start[who as usize + 1] += 1);
        for row in 0..rows {
            start[row + 1] += start[row];
        }
        let mut at: Vec<u64> = start.clone();
        let (mut who, mut score) = (vec![0; self.who.len()], vec![0; self.who.len()]);
        for row in 0..self.rows.len() {
            for (other, s) in self.of(row) {
                let slot = &mut at[other as usize];
                who[*slot as usize] = row as u32;
                score[*slot as usize] = s;
                *slot += 1;
            }
        }
        Self::new(&start, who, score)
    }

    pub(super) fn len(&self, row: usize) -> usize {
        self.rows[row].len as usize
    }

    pub(super) fn of(&self, row: usize) -> impl ExactSizeIterator<Item = (u32, u16)> + '_ {
        let Row { start, len, .. } = self.rows[row];
        let range = start..start + len as usize;
        self.who[range.clone()].iter().copied().zip(self.score[range].iter().copied())
    }

    pub(super) fn score(&self, row: usize, who: u32) -> Option<u16> {
        self.of(row).find(|pair| pair.0 == who).map(|pair| pair.1)
    }

    pub(super) fn add_row(&mut self) {
        self.rows.push(Row { start: self.who.len(), len: 0, room: 0 });
    }

    pub(super) fn drop_row(&mut self) {
        self.rows.pop();
    }

    pub(super) fn insert(&mut self, row: usize, at: usize, who: u32, score: u16) {
        let Row { start, len, room } = self.rows[row];
        if len == room {
            let (range, room) = (start..start + len as usize, len + len / 2 + 4);
            self.rows[row] = Row { start: self.who.len(), len, room };
            self.who.extend_from_within(range.clone());
            self.score.extend_from_within(range);
            self.who.resize(self.rows[row].start + room as usize, 0);
            self.score.resize(self.who.len(), 0);
        }
        let row = &mut self.rows[row];
        let (from, end) = (row.start + at, row.start + len as usize);
        self.who.copy_within(from..end, from + 1);
        self.score.copy_within(from..end, from + 1);
        (self.who[from], self.score[from]) = (who, score);
        row.len += 1;
    }

    /// Takes somebody off a list; returns the position and the score.
    pub(super) fn remove(&mut self, row: usize, who: u32) -> (usize, u16) {
        let at = self.of(row).position(|pair| pair.0 == who).expect("the pair is listed on both sides");
        let row = &mut self.rows[row];
        let (from, end) = (row.start + at, row.start + row.len as usize);
        let score = self.score[from];
        self.who.copy_within(from + 1..end, from);
        self.score.copy_within(from + 1..end, from);
        row.len -= 1;
        (at, score)
    }
}
