//! Fresh identifiers: UUIDv7 (RFC 9562).

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// A new identifier of this moment.
#[allow(clippy::disallowed_methods, reason = "an identifier carries its moment; no rule reads it from there")]
pub fn fresh() -> Uuid {
    Uuid::now_v7()
}

/// Makes the identifiers of one import. They depend only on the file, its report date and how far the journal had grown, so that the
/// same files taken in in the same order make the same ledger on every machine.
pub(crate) struct Mint {
    milliseconds: u64,
    seed: [u8; 32],
    count: u32,
}

impl Mint {
    pub(crate) fn new(day: NaiveDate, file_sha256: &str, county: u32, journal: i64) -> Self {
        let moment = day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
        let seed = Sha256::digest(format!("{file_sha256} {county} {journal}"));
        Self { milliseconds: u64::try_from(moment).unwrap_or(0), seed: seed.into(), count: 0 }
    }

    /// The next identifier: the day, a running number that keeps records in the order of their rows, and 50 bits of the seed.
    pub(crate) fn next(&mut self) -> Uuid {
        self.count += 1;
        let mut random = [0u8; 10];
        random.copy_from_slice(&self.seed[..10]);
        // Of the ten bytes the first holds the version and the third the variant in its high bits; the number goes around them.
        random[0] = (self.count >> 20) as u8 & 0x0f;
        random[1] = (self.count >> 12) as u8;
        random[2] = (self.count >> 6) as u8 & 0x3f;
        random[3] = (self.count << 2) as u8 | self.seed[3] & 0x03;
        Builder::from_unix_timestamp_millis(self.milliseconds, &random).into_uuid()
    }
}
