//! A look at the table of contents of a zip file before anything is unpacked.

use super::super::error::ReadError;

/// Unpacked size beyond which no ledger goes: 300,000 lines of 30 columns are about 400 MB.
const MAX_UNPACKED: u64 = 2 << 30;
/// Deflate cannot pack better than 1032:1; sheets pack 5 to 20 times, seldom over 60.
const MAX_RATIO: u64 = 200;
/// Small files may pack as well as they like.
const FREE: u64 = 64 << 20;

/// Refuses zip bombs by the sizes their directory declares, and directories that lie about it.
pub(super) fn check(bytes: &[u8]) -> Result<(), ReadError> {
    let limit = MAX_UNPACKED.min(FREE.max(bytes.len() as u64 * MAX_RATIO));
    let declared: u64 = entries(bytes).map(|entry| entry.unpacked).sum();
    let packed: u64 = entries(bytes).map(|entry| entry.packed).sum();
    // Entries that overlap can unpack the same bytes many times.
    if declared > limit || packed > bytes.len() as u64 {
        return Err(ReadError::TooLarge { what: "unzipped", found: declared.max(packed), limit });
    }
    Ok(())
}

struct Entry {
    packed: u64,
    unpacked: u64,
}

/// The entries of the central directory; nothing for a file without one (the reader refuses it).
fn entries(bytes: &[u8]) -> impl Iterator<Item = Entry> + '_ {
    let start = directory(bytes).unwrap_or(bytes.len());
    let mut rest = bytes.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        let head = rest.get(..46).filter(|head| head.starts_with(b"PK\x01\x02"))?;
        let entry = Entry { packed: long(head, 20), unpacked: long(head, 24) };
        let tail = short(head, 28) + short(head, 30) + short(head, 32);
        rest = rest.get(46 + tail..).unwrap_or_default();
        Some(entry)
    })
}

/// Where the central directory begins, from the record at the end of the file.
fn directory(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(66_000);
    let end = bytes[from..].windows(4).rposition(|w| w == b"PK\x05\x06")? + from;
    let record = bytes.get(end..end + 22)?;
    usize::try_from(long(record, 16)).ok()
}

fn long(bytes: &[u8], at: usize) -> u64 {
    let part = bytes.get(at..at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok());
    part.map_or(0, |b| u64::from(u32::from_le_bytes(b)))
}

fn short(bytes: &[u8], at: usize) -> usize {
    let part = bytes.get(at..at + 2).and_then(|b| <[u8; 2]>::try_from(b).ok());
    part.map_or(0, |b| usize::from(u16::from_le_bytes(b)))
}
