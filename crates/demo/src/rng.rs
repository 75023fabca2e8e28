//! Our own small random numbers (SplitMix64, Steele, Lea, Flood 2014): the same seed gives the same county on every machine and with
//! every version of every dependency. Only the four basic operations on floats are used, which IEEE 754 fixes bit for bit.

/// A stream of random numbers.
#[derive(Debug, Clone)]
pub(crate) struct Rng(u64);

impl Rng {
    /// The stream for one thing: `what` names the kind of decision, `index` the household, person or post. Streams are independent, so
    /// that a new decision about one thing never changes another.
    pub(crate) fn of(seed: u64, what: &str, index: u64) -> Self {
        let named =
            what.bytes().fold(0xcbf2_9ce4_8422_2325, |h: u64, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
        let mut rng = Self(seed ^ named.rotate_left(17) ^ index.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        rng.next();
        rng
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0..n; 0 when n is 0.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(n)) >> 64) as u64
    }

    /// low..=high.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(1) as u64) as i64
    }

    /// 0.0..1.0
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// True with this probability.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One of them.
    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u64) as usize]
    }

    /// One of them by weight.
    pub(crate) fn weighted<T: Copy>(&mut self, from: &[(T, u32)]) -> T {
        let total: u64 = from.iter().map(|(_, weight)| u64::from(*weight)).sum();
        let mut at = self.below(total);
        for (value, weight) in from {
            if at < u64::from(*weight) {
                return *value;
            }
            at -= u64::from(*weight);
        }
        from[0].0
    }

    /// Roughly normal, mean 0, deviation 1, within ±6 (sum of twelve uniforms).
    pub(crate) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// Roughly log-normal around a median; `spread` is the deviation of the logarithm (series of exp to the fourth power).
    pub(crate) fn log_normal(&mut self, median: f64, spread: f64) -> f64 {
        let x = (self.normal() * spread).clamp(-1.5, 1.5);
        median * (1.0 + x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0))))
    }
}
