//! Fixed hashes: the same on every machine and in every release, unlike those of the standard library.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A well mixed number (splitmix64, Steele, Lea, Flood 2014).
pub(crate) const fn mix(n: u64) -> u64 {
    let n = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}

/// A number for an identifier.
pub(crate) fn of_uuid(id: u128) -> u64 {
    mix(id as u64 ^ mix((id >> 64) as u64))
}

/// A number for a text (FNV-1a, then mixed).
pub(crate) fn of_text(text: &str) -> u64 {
    let fnv = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    mix(text.bytes().fold(0xcbf2_9ce4_8422_2325, fnv))
}

/// A map whose hash is fixed and quick; the keys are numbers made by ourselves or codes of places.
pub(crate) type FixedMap<K, V> = HashMap<K, V, BuildHasherDefault<Mixer>>;

/// Hashes what it is given by [`mix`].
#[derive(Debug, Clone, Default)]
pub(crate) struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(byte.into()));
    }

    fn write_u32(&mut self, n: u32) {
        self.write_u64(n.into());
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = mix(self.0 ^ n);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
