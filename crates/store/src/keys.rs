//! Keys: one master key in a file of its own, from which all others are derived.
//!
//! The master key never stands in the database, so a stolen database file opens nothing. Every person and household besides has a key of its
//! own for its part of the journal, kept wrapped in the table `subject_key`; destroying that row makes its history unreadable for ever while
//! the hash chain, which runs over what is stored, still verifies.

use crate::error::StoreError;
use crate::seal::Cipher;
use domain::ledger::{IdNumber, Phone};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;

type HmacSha256 = Hmac<Sha256>;

/// First line of a key file; the second is the key in hex.
const HEADER: &str = "qiao-key-1";

/// The keys of an open store.
pub(crate) struct Keys {
    master: HmacSha256,
    /// Seals the columns of the record tables.
    pub(crate) column: Cipher,
    /// Wraps the journal keys of persons and households.
    pub(crate) wrap: Cipher,
    index: HmacSha256,
    fingerprint: String,
}

impl Keys {
    /// Reads the key file; makes it where there is none and `make` allows it.
    pub(crate) fn open(path: &Path, make: bool) -> Result<Self, StoreError> {
        let bad = |why| StoreError::Keys { path: path.to_owned(), why };
        if make && !path.exists() {
            write_new(path, &random::<32>()?)?;
        }
        let text = fs::read_to_string(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => bad("missing"),
            _ => bad("unreadable"),
        })?;
        only_owner(path)?;
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return Err(bad("not a key file"));
        }
        let master = lines.next().and_then(unhex).ok_or_else(|| bad("not a key file"))?;
        Ok(Self::from_master(&master))
    }

    fn from_master(master: &[u8; 32]) -> Self {
        let master = HmacSha256::new_from_slice(master).expect("HMAC takes keys of any length");
        let derive = |label: &str| -> [u8; 32] {
            let mut mac = master.clone();
            mac.update(label.as_bytes());
            mac.finalize().into_bytes().into()
        };
        Self {
            column: Cipher::new(&derive("qiao/1/column")),
            wrap: Cipher::new(&derive("qiao/1/wrap")),
            index: HmacSha256::new_from_slice(&derive("qiao/1/index")).expect("HMAC takes keys of any length"),
            fingerprint: hex(&Sha256::digest(derive("qiao/1/fingerprint"))[..8]),
            master,
        }
    }

    /// Tells apart the keys of different installations; gives nothing away.
    pub(crate) fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Key of the part of a county's journal that is about no single person or household.
    pub(crate) fn county(&self, county: u32) -> Cipher {
        let mut mac = self.master.clone();
        mac.update(format!("qiao/1/journal/{county}").as_bytes());
        Cipher::new(&mac.finalize().into_bytes().into())
    }

    /// Blind index of an ID number: equal numbers, equal hashes; nothing without the key.
    pub(crate) fn id_hash(&self, number: &IdNumber) -> Vec<u8> {
        self.blind("id", &number.as_str().to_uppercase(), 16)
    }

    /// Blind index of the last four characters of an ID number.
    pub(crate) fn id_tail(&self, number: &IdNumber) -> Option<Vec<u8>> {
        tail(number.as_str()).map(|tail| self.blind("id-tail", &tail, 8))
    }

    /// Blind index of a phone.
    pub(crate) fn phone_hash(&self, phone: &Phone) -> Vec<u8> {
        self.blind("phone", phone.as_str(), 16)
    }

    /// Blind index of the last four digits of a phone.
    pub(crate) fn phone_tail(&self, phone: &Phone) -> Option<Vec<u8>> {
        tail(phone.as_str()).map(|tail| self.blind("phone-tail", &tail, 8))
    }

    /// Blind indexes of four characters typed into a search box: as the end of an ID number, as the end of a phone.
    pub(crate) fn tails(&self, four: &str) -> (Vec<u8>, Vec<u8>) {
        let four = four.to_uppercase();
        (self.blind("id-tail", &four, 8), self.blind("phone-tail", &four, 8))
    }

    fn blind(&self, what: &str, text: &str, bytes: usize) -> Vec<u8> {
        let mut mac = self.index.clone();
        mac.update(what.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        mac.finalize().into_bytes()[..bytes].to_vec()
    }
}

fn tail(text: &str) -> Option<String> {
    let start = text.len().checked_sub(4)?;
    text.get(start..).map(str::to_uppercase)
}

/// Random bytes from the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Damaged("random source"))?;
    Ok(bytes)
}

/// Bytes in hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    (text.len() == 64).then_some(())?;
    for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
    }
    Some(bytes)
}

fn write_new(path: &Path, master: &[u8; 32]) -> Result<(), StoreError> {
    let failed = |source| StoreError::File { path: path.to_owned(), source };
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(failed)?;
    file.write_all(format!("{HEADER}\n{}\n", hex(master)).as_bytes()).and_then(|()| file.sync_all()).map_err(failed)
}

/// A key file that others can read is no secret.
#[cfg(unix)]
fn only_owner(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    let failed = |source| StoreError::File { path: path.to_owned(), source };
    let mode = fs::metadata(path).map_err(failed)?.permissions().mode();
    if mode & 0o077 == 0 { Ok(()) } else { Err(StoreError::Keys { path: path.to_owned(), why: "readable by others" }) }
}

#[cfg(not(unix))]
fn only_owner(_: &Path) -> Result<(), StoreError> {
    Ok(())
}
