//! Slows down guessing of passwords: after some failures a name, or an address, has to wait. In memory and bounded; a restart forgets.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Failures a name may have within [`WINDOW`].
const PER_NAME: u32 = 10;
/// Failures an address may have within [`WINDOW`]; a whole office may share one.
const PER_ADDRESS: u32 = 50;
/// How long failures count, and so how long one waits.
const WINDOW: Duration = Duration::from_secs(300);
/// Most names and addresses remembered; beyond it the oldest go.
const MOST: usize = 20_000;

/// Failures by name and by address.
#[derive(Default)]
pub(crate) struct Throttle(Mutex<HashMap<String, (u32, Instant)>>);

impl Throttle {
    /// Counts an attempt, before the password is looked at, so that many at once cannot slip through. `false`: has to wait.
    pub(crate) fn admit(&self, name: &str, address: &str, now: Instant) -> bool {
        let mut seen = self.0.lock().expect("no holder of this lock panics");
        if seen.len() >= MOST {
            seen.retain(|_, (_, since)| now.duration_since(*since) < WINDOW);
        }
        if seen.len() >= MOST
            && let Some(oldest) = seen.iter().min_by_key(|(_, (_, since))| *since).map(|(key, _)| key.clone())
        {
            seen.remove(&oldest);
        }
        let by_name = count(&mut seen, format!("n{}", name.to_lowercase()), now);
        let by_address = count(&mut seen, format!("a{address}"), now);
        by_name <= PER_NAME && by_address <= PER_ADDRESS
    }

    /// Forgets the failures of a name and takes one back from its address: it was the right password.
    pub(crate) fn forget(&self, name: &str, address: &str) {
        let mut seen = self.0.lock().expect("no holder of this lock panics");
        seen.remove(&format!("n{}", name.to_lowercase()));
        if let Some((count, _)) = seen.get_mut(&format!("a{address}")) {
            *count = count.saturating_sub(1);
        }
    }
}

fn count(seen: &mut HashMap<String, (u32, Instant)>, key: String, now: Instant) -> u32 {
    let entry = seen.entry(key).or_insert((0, now));
    if now.duration_since(entry.1) >= WINDOW {
        *entry = (0, now);
    }
    entry.0 += 1;
    entry.0
}
