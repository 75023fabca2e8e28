//! Unpacking of deflated data (RFC 1951), as short as it goes: the chores
//! have no dependencies, and committed workbooks are small.

use anyhow::{Context as _, bail, ensure};

const LENGTH_BASE: [u16; 29] =
    [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_EXTRA: [u8; 29] = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE: [u16; 30] = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
];
/// The order in which code lengths of code lengths are sent (§3.2.7).
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// Unpacks a deflate stream.
///
/// # Errors
/// When the stream is damaged or cut short.
pub(super) fn inflate(packed: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut bits = Bits { bytes: packed, at: 0 };
    let mut out = Vec::new();
    loop {
        let last = bits.take(1)? == 1;
        match bits.take(2)? {
            0 => stored(&mut bits, &mut out)?,
            1 => {
                let lengths: Vec<u8> = (0..288).map(fixed_length).collect();
                compressed(&mut bits, &Codes::new(&lengths), &Codes::new(&[5; 30]), &mut out)?;
            }
            2 => {
                let (literals, distances) = dynamic(&mut bits)?;
                compressed(&mut bits, &literals, &distances, &mut out)?;
            }
            _ => bail!("an unknown kind of block"),
        }
        if last {
            return Ok(out);
        }
    }
}

fn fixed_length(symbol: usize) -> u8 {
    match symbol {
        0..=143 => 8,
        144..=255 => 9,
        256..=279 => 7,
        _ => 8,
    }
}

fn stored(bits: &mut Bits<'_>, out: &mut Vec<u8>) -> anyhow::Result<()> {
    bits.at = bits.at.div_ceil(8) * 8;
    let (length, complement) = (bits.take(16)?, bits.take(16)?);
    ensure!(length ^ complement == 0xffff, "a stored block with a wrong length");
    let start = bits.at / 8;
    let end = start + length as usize;
    out.extend_from_slice(bits.bytes.get(start..end).context("cut short")?);
    bits.at = end * 8;
    Ok(())
}

fn dynamic(bits: &mut Bits<'_>) -> anyhow::Result<(Codes, Codes)> {
    let (literals, distances) = (bits.take(5)? as usize + 257, bits.take(5)? as usize + 1);
    let mut order = [0; 19];
    for &symbol in ORDER.iter().take(bits.take(4)? as usize + 4) {
        order[symbol] = bits.take(3)? as u8;
    }
    let meta = Codes::new(&order);
    let mut lengths: Vec<u8> = Vec::new();
    while lengths.len() < literals + distances {
        let (length, times) = match meta.next(bits)? {
            16 => (*lengths.last().context("nothing to repeat")?, 3 + bits.take(2)?),
            17 => (0, 3 + bits.take(3)?),
            18 => (0, 11 + bits.take(7)?),
            length => (length as u8, 1),
        };
        lengths.extend(std::iter::repeat_n(length, times as usize));
    }
    ensure!(lengths.len() == literals + distances, "too many code lengths");
    Ok((Codes::new(&lengths[..literals]), Codes::new(&lengths[literals..])))
}

fn compressed(bits: &mut Bits<'_>, literals: &Codes, distances: &Codes, out: &mut Vec<u8>) -> anyhow::Result<()> {
    loop {
        let symbol = usize::from(literals.next(bits)?);
        match symbol {
            0..=255 => out.push(symbol as u8),
            256 => return Ok(()),
            _ => {
                let base = *LENGTH_BASE.get(symbol - 257).context("an unknown length")?;
                let length = usize::from(base) + bits.take(LENGTH_EXTRA[symbol - 257])? as usize;
                let code = usize::from(distances.next(bits)?);
                let base = *DISTANCE_BASE.get(code).context("an unknown distance")?;
                let distance = usize::from(base) + bits.take((code as u8 / 2).saturating_sub(1))? as usize;
                let start = out.len().checked_sub(distance).context("a distance before the beginning")?;
                for at in start..start + length {
                    out.push(out[at]);
                }
            }
        }
    }
}

struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    /// The next `count` bits, the first one lowest.
    fn take(&mut self, count: u8) -> anyhow::Result<u32> {
        let mut value = 0;
        for i in 0..count {
            let byte = *self.bytes.get(self.at / 8).context("cut short")?;
            value |= u32::from(byte >> (self.at % 8) & 1) << i;
            self.at += 1;
        }
        Ok(value)
    }
}

/// A canonical Huffman code: how many codes of each length, and the symbols in order.
struct Codes {
    counts: [u16; 16],
    symbols: Vec<u16>,
}

impl Codes {
    fn new(lengths: &[u8]) -> Codes {
        let mut counts = [0; 16];
        lengths.iter().filter(|&&length| length > 0).for_each(|&length| counts[usize::from(length)] += 1);
        let mut symbols: Vec<u16> = (0..lengths.len() as u16).filter(|&s| lengths[usize::from(s)] > 0).collect();
        symbols.sort_by_key(|&symbol| lengths[usize::from(symbol)]);
        Codes { counts, symbols }
    }

    fn next(&self, bits: &mut Bits<'_>) -> anyhow::Result<u16> {
        let (mut code, mut first, mut index) = (0, 0, 0);
        for count in &self.counts[1..] {
            code |= i32::try_from(bits.take(1)?)?;
            let count = i32::from(*count);
            if code - first < count {
                return Ok(self.symbols[usize::try_from(index + code - first)?]);
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        bail!("no such code")
    }
}
