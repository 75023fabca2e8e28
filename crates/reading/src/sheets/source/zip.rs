//! A look into a zip file before its workbook is read: sizes that no ledger has are refused.

use super::super::error::ReadError;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Unpacked size beyond which no ledger goes: 300,000 lines of 30 columns are about 400 MB.
const MAX_UNPACKED: u64 = 2 << 30;
/// Sheets pack 5 to 20 times, seldom over 60.
const MAX_RATIO: u64 = 200;
/// Small files may pack as well as they like.
const FREE: u64 = 64 << 20;
/// The shared texts are held in memory as a whole.
const MAX_TEXTS: u64 = 512 << 20;
/// More entries than sheets, drawings and printer settings of any workbook.
const MAX_ENTRIES: usize = 10_000;

/// Refuses zip bombs, whether their directory admits the size or lies about it.
pub(super) fn check(bytes: &[u8]) -> Result<(), ReadError> {
    let damaged = |error: zip::result::ZipError| ReadError::Damaged { found: error.to_string() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MAX_ENTRIES {
        return Err(too_large(archive.len() as u64, MAX_ENTRIES as u64));
    }
    let limit = MAX_UNPACKED.min(FREE.max(bytes.len() as u64 * MAX_RATIO));
    let (mut packed, mut unpacked) = (0u64, 0u64);
    let mut texts = Vec::new();
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(damaged)?;
        packed = packed.saturating_add(entry.compressed_size());
        unpacked = unpacked.saturating_add(entry.size());
        if entry.name().map_err(damaged)?.to_ascii_lowercase().contains("sharedstrings") {
            texts.push(at);
        }
    }
    // Entries that overlap can unpack the same bytes many times.
    if unpacked > limit || packed > bytes.len() as u64 {
        return Err(too_large(unpacked.max(packed), limit));
    }
    for at in texts {
        let entry = archive.by_index(at).map_err(damaged)?;
        check_texts(entry, limit.min(MAX_TEXTS))?;
    }
    Ok(())
}

fn too_large(found: u64, limit: u64) -> ReadError {
    ReadError::TooLarge { what: "unzipped", found, limit }
}

/// Unpacks the shared texts once without keeping them: their true size, and whether the count that
/// the reader would reserve memory for can be true.
fn check_texts(mut entry: impl Read, limit: u64) -> Result<(), ReadError> {
    let damaged = |error: std::io::Error| ReadError::Damaged { found: error.to_string() };
    let mut head = Vec::new();
    entry.by_ref().take(4096).read_to_end(&mut head).map_err(damaged)?;
    let mut size = head.len() as u64;
    let mut buffer = [0; 65_536];
    loop {
        let read = entry.read(&mut buffer).map_err(damaged)?;
        if read == 0 {
            break;
        }
        size += read as u64;
        if size > limit {
            return Err(too_large(size, limit));
        }
    }
    // A text takes at least the five signs of `<si/>`.
    let claimed = claimed_count(&String::from_utf8_lossy(&head));
    if claimed > size / 5 + 1 { Err(too_large(claimed, size / 5 + 1)) } else { Ok(()) }
}

/// The number of texts the file claims to hold.
fn claimed_count(head: &str) -> u64 {
    let after = head.split_once("uniqueCount").map_or("", |(_, after)| after);
    let digits: String =
        after.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).take(20).collect();
    digits.parse().unwrap_or(if digits.is_empty() { 0 } else { u64::MAX })
}
