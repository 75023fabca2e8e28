//! Instances as bytes.

use std::io::{self, BufWriter, Write};

use super::source::{FormatError, Sink, Source};
use super::{EXTENDED, INSTANCE, LIMITED};
use crate::instance::UNLIMITED;
use crate::{Instance, InstanceBuilder};

/// Reads an instance. Nothing is allocated before the lengths are known to fit the bytes.
///
/// # Errors
/// [`FormatError`] for anything that is not a well-formed instance.
pub fn read_instance(bytes: &[u8]) -> Result<Instance, FormatError> {
    let mut source = Source::new(bytes);
    let magic = &source.take::<8>(1).map_err(|_| FormatError::Magic)?[0];
    if ![INSTANCE, EXTENDED, LIMITED].contains(&magic) {
        return Err(FormatError::Magic);
    }
    let [workers, households, jobs, edges] = [source.u64()?, source.u64()?, source.u64()?, source.u64()?];
    let first = source.take::<4>(households.saturating_add(1))?;
    let class = source.take::<1>(households)?;
    source.pad()?;
    let seats = source.take::<4>(jobs)?;
    source.pad()?;
    let start = source.take::<8>(workers.saturating_add(1))?;
    let job = source.take::<4>(edges)?;
    let score = source.take::<2>(edges)?;
    let (mut fallback, mut pins): (&[[u8; 1]], &[[u8; 8]]) = (&[], &[]);
    if magic != INSTANCE {
        source.pad()?;
        fallback = source.take(jobs)?;
        source.pad()?;
        let count = source.u64()?;
        pins = source.take(count)?;
    }
    let limits = source.take::<1>(if magic == LIMITED { households } else { 0 })?;
    source.end()?;
    check_table("households", workers, first.iter().map(|&b| u64::from(u32::from_le_bytes(b))))?;
    check_table("lists", edges, start.iter().map(|&b| u64::from_le_bytes(b)))?;

    let mut builder = InstanceBuilder::new();
    for (j, &s) in seats.iter().enumerate() {
        let s = u32::from_le_bytes(s);
        if fallback.get(j).is_some_and(|b| b[0] != 0) {
            builder.fallback_job(s)
        } else {
            builder.job(s)
        };
    }
    builder.reserve(workers as usize, edges as usize);
    for h in 0..class.len() {
        builder.household(class[h][0]);
        for w in u32::from_le_bytes(first[h])..u32::from_le_bytes(first[h + 1]) {
            let list =
                u64::from_le_bytes(start[w as usize]) as usize..u64::from_le_bytes(start[w as usize + 1]) as usize;
            let pairs = job[list.clone()].iter().zip(&score[list]);
            builder.worker(pairs.map(|(&j, &s)| (u32::from_le_bytes(j), u16::from_le_bytes(s))));
        }
    }
    for (household, &[limit]) in (0..).zip(limits) {
        if limit != UNLIMITED {
            builder.limit(household, limit.into());
        }
    }
    for pin in pins {
        let [a, b, c, d, e, f, g, h] = *pin;
        builder.must(u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h]));
    }
    builder.build().map_err(FormatError::Content)
}

/// A table of beginnings: from 0 upwards to `end`.
fn check_table(what: &'static str, end: u64, rows: impl Iterator<Item = u64>) -> Result<(), FormatError> {
    let (mut before, mut last) = (0, 0);
    for (row, value) in rows.enumerate() {
        last = row as u64;
        if value < before || value > end || (row == 0 && value > 0) {
            return Err(FormatError::Table { what, row: last });
        }
        before = value;
    }
    if before == end { Ok(()) } else { Err(FormatError::Table { what, row: last }) }
}

/// Writes an instance; [`read_instance`] gives it back.
///
/// # Errors
/// Those of the writer.
pub fn write_instance(instance: &Instance, out: impl Write) -> io::Result<()> {
    let plain = instance.pins.is_empty() && !instance.fallback.contains(&true);
    let magic = match (instance.limits.is_empty(), plain) {
        (true, true) => INSTANCE,
        (true, false) => EXTENDED,
        (false, _) => LIMITED,
    };
    let mut sink = Sink::new(BufWriter::with_capacity(1 << 20, out));
    sink.put(magic)?;
    for count in [instance.workers(), instance.households(), instance.jobs(), instance.edges()] {
        sink.put(&(count as u64).to_le_bytes())?;
    }
    instance.first.iter().try_for_each(|v| sink.put(&v.to_le_bytes()))?;
    sink.put(&instance.class)?;
    sink.pad()?;
    instance.seats.iter().try_for_each(|v| sink.put(&v.to_le_bytes()))?;
    sink.pad()?;
    instance.start.iter().try_for_each(|v| sink.put(&v.to_le_bytes()))?;
    put_lists(instance, &mut sink, |sink, (job, _)| sink.put(&job.to_le_bytes()))?;
    put_lists(instance, &mut sink, |sink, (_, score)| sink.put(&score.to_le_bytes()))?;
    if magic != INSTANCE {
        sink.pad()?;
        instance.fallback.iter().try_for_each(|&b| sink.put(&[u8::from(b)]))?;
        sink.pad()?;
        sink.put(&(instance.pins.len() as u64).to_le_bytes())?;
        for (worker, job) in &instance.pins {
            sink.put(&worker.to_le_bytes())?;
            sink.put(&job.to_le_bytes())?;
        }
    }
    if magic == LIMITED {
        sink.put(&instance.limits)?;
    }
    sink.end()
}

/// The file lists a worker's jobs in ascending order, the instance by score.
fn put_lists<W: Write>(
    instance: &Instance,
    sink: &mut Sink<W>,
    put: impl Fn(&mut Sink<W>, (u32, u16)) -> io::Result<()>,
) -> io::Result<()> {
    let mut list = vec![];
    for worker in 0..instance.workers() {
        list.clear();
        list.extend(instance.list(worker));
        list.sort_unstable();
        list.iter().try_for_each(|&pair| put(sink, pair))?;
    }
    Ok(())
}
