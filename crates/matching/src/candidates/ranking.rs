//! Open vacancies in the order of what they are worth to anybody of the same wish, apart from place, demands and links.

use super::index::Index;

/// For one wished pay: rows of each stratum, best first. Worth stands multiplied by the weights of the parts.
#[derive(Debug)]
pub(super) struct Ranking {
    /// Worth and number of rows, in the places of the strata; kinds count with their floor.
    pub(super) worth: Vec<i64>,
    pub(super) row: Vec<u32>,
    /// Best worth in each entry of the index's stays, and of all.
    pub(super) of_stay: Vec<i64>,
    pub(super) best: i64,
    /// Best worth of each kind.
    pub(super) of_kind: Vec<i64>,
}

impl Ranking {
    /// Ranks by the worth of each row.
    pub(super) fn new(index: &Index, worth: impl Fn(u32) -> i64) -> Self {
        let mut ranked: Vec<(i64, u32)> = (0..index.rows.len() as u32).map(|at| (worth(at), at)).collect();
        let mut of_kind = vec![i64::MIN / 2; index.count_of_kinds()];
        for &(worth, at) in &ranked {
            let best = &mut of_kind[index.rows[at as usize].kind as usize];
            *best = worth.max(*best);
        }
        for stratum in &index.strata {
            ranked[stratum.rows.clone()].sort_unstable_by(|a, b| b.cmp(a));
        }
        let of_strata = |strata: &std::ops::Range<usize>| {
            let firsts = index.strata[strata.clone()].iter().map(|stratum| ranked[stratum.rows.start].0);
            firsts.max().unwrap_or(i64::MIN)
        };
        let of_stay: Vec<i64> = index.stays.iter().map(|(_, strata)| of_strata(strata)).collect();
        Self {
            best: of_stay.iter().copied().max().unwrap_or(i64::MIN),
            of_stay,
            of_kind,
            worth: ranked.iter().map(|&(worth, _)| worth).collect(),
            row: ranked.into_iter().map(|(_, row)| row).collect(),
        }
    }
}
