//! Solutions as bytes.

use std::io::{self, BufWriter, Write};

use super::SOLUTION;
use super::source::{FormatError, Sink, Source};
use crate::{Solution, Totals};

/// Reads a solution. Whether it is right for an instance is for [`check`](crate::check) to say.
///
/// # Errors
/// [`FormatError`] for anything that is not a well-formed solution.
pub fn read_solution(bytes: &[u8]) -> Result<Solution, FormatError> {
    let mut source = Source::new(bytes);
    if source.take::<8>(1).map_err(|_| FormatError::Magic)?[0] != *SOLUTION {
        return Err(FormatError::Magic);
    }
    let [workers, jobs] = [source.u64()?, source.u64()?];
    let weight = i64::from_le_bytes(source.take(1)?[0]);
    let [placed, fallback, score, classes] = [source.u64()?, source.u64()?, source.u64()?, source.u64()?];
    let covered = source.take::<8>(classes)?;
    let prices = source.take::<8>(jobs)?;
    let placement = source.take::<4>(workers)?;
    let tiers = source.take::<2>(jobs)?;
    source.end()?;
    let covered = covered.iter().map(|&b| u64::from_le_bytes(b)).collect();
    Ok(Solution {
        totals: Totals { covered, fallback, placed, score },
        weight,
        prices: prices.iter().map(|&b| i64::from_le_bytes(b)).collect(),
        placement: placement.iter().map(|&b| u32::from_le_bytes(b)).collect(),
        tiers: tiers.iter().map(|&b| u16::from_le_bytes(b)).collect(),
    })
}

/// Writes a solution; [`read_solution`] gives it back.
///
/// # Errors
/// Those of the writer.
pub fn write_solution(solution: &Solution, out: impl Write) -> io::Result<()> {
    let mut sink = Sink::new(BufWriter::with_capacity(1 << 20, out));
    let totals = &solution.totals;
    sink.put(SOLUTION)?;
    sink.put(&(solution.placement.len() as u64).to_le_bytes())?;
    sink.put(&(solution.prices.len() as u64).to_le_bytes())?;
    sink.put(&solution.weight.to_le_bytes())?;
    for count in [totals.placed, totals.fallback, totals.score, totals.covered.len() as u64] {
        sink.put(&count.to_le_bytes())?;
    }
    totals.covered.iter().try_for_each(|v| sink.put(&v.to_le_bytes()))?;
    solution.prices.iter().try_for_each(|v| sink.put(&v.to_le_bytes()))?;
    solution.placement.iter().try_for_each(|v| sink.put(&v.to_le_bytes()))?;
    solution.tiers.iter().try_for_each(|v| sink.put(&v.to_le_bytes()))?;
    sink.end()
}
