//! How good each stay is to those of one tether, remembered between scans as far as there is room.

use std::sync::OnceLock;

/// Most bytes remembered.
const ROOM: usize = 256 << 20;

/// For the first tethers a bound of the points of each stay.
#[derive(Debug)]
pub(super) struct Reaches(Vec<OnceLock<Box<[i16]>>>);

impl Reaches {
    /// Nothing is known yet of these tethers and stays.
    pub(super) fn new(tethers: usize, stays: usize) -> Self {
        let kept = tethers.min(ROOM / (2 * stays.max(1)));
        Self((0..kept).map(|_| OnceLock::new()).collect())
    }

    /// Where the bounds of a tether are remembered; `None` if there is no room.
    pub(super) fn of(&self, tether: u32) -> Option<&OnceLock<Box<[i16]>>> {
        self.0.get(tether as usize)
    }
}
