//! A small random generator with the same numbers on every machine.

/// SplitMix64, keyed so that every thing drawn has a stream of its own.
pub(super) struct Rng(u64);

impl Rng {
    pub(super) fn keyed(seed: u64, stream: u64, id: u64) -> Self {
        let mut rng = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ stream.wrapping_mul(0xD1B5_4A32_D192_ED03));
        rng.next();
        rng.0 ^= id.wrapping_mul(0x8CB9_2BA7_2F3D_8DD7);
        rng.next();
        rng
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub(super) fn below(&mut self, n: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(n)) >> 64) as u64
    }

    /// A number in [0, 1).
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// True `p` times in a hundred.
    pub(super) fn percent(&mut self, p: u64) -> bool {
        self.below(100) < p
    }
}
