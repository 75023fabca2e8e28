//! Sealing: AES-256-GCM-SIV, which forgives a repeated nonce. A sealed value is `key number (1 byte) | nonce (12) | ciphertext | tag (16)`,
//! and it opens only where it was put: table, county and id are authenticated with it.

use crate::error::StoreError;
use crate::keys::random;
use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use uuid::Uuid;

/// Number of the key in use; a second one will stand beside it when keys are changed.
const KEY_NUMBER: u8 = 1;
const NONCE: usize = 12;

/// One key, ready for use.
#[derive(Clone)]
pub(crate) struct Cipher(Aes256GcmSiv);

/// Where a sealed value stands.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) table: &'a str,
    pub(crate) county: u32,
    pub(crate) id: Uuid,
}

impl Place<'_> {
    fn bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.table.len() + 21);
        bytes.extend_from_slice(self.table.as_bytes());
        bytes.push(0);
        bytes.extend_from_slice(&self.county.to_be_bytes());
        bytes.extend_from_slice(self.id.as_bytes());
        bytes
    }
}

impl Cipher {
    pub(crate) fn new(key: &[u8; 32]) -> Self {
        Self(Aes256GcmSiv::new(key.into()))
    }

    /// Seals bytes for a place.
    pub(crate) fn seal(&self, place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        let nonce = random::<NONCE>()?;
        let payload = Payload { msg: plain, aad: &place.bytes() };
        let sealed = self.0.encrypt(&Nonce::from(nonce), payload).map_err(|_| StoreError::Sealed("memory"))?;
        let mut out = Vec::with_capacity(1 + NONCE + sealed.len());
        out.push(KEY_NUMBER);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    /// Opens what was sealed for the same place.
    pub(crate) fn open(&self, place: Place<'_>, sealed: &[u8], table: &'static str) -> Result<Vec<u8>, StoreError> {
        let fail = || StoreError::Sealed(table);
        let (head, body) = sealed.split_at_checked(1 + NONCE).ok_or_else(fail)?;
        if head[0] != KEY_NUMBER {
            return Err(fail());
        }
        let nonce: [u8; NONCE] = head[1..].try_into().map_err(|_| fail())?;
        let payload = Payload { msg: body, aad: &place.bytes() };
        self.0.decrypt(&Nonce::from(nonce), payload).map_err(|_| fail())
    }
}
