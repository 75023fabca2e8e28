//! The same text again, and the same phone under many names.

use std::collections::{BTreeMap, BTreeSet};

use crate::posts::{Post, text::Text};

/// The gist of a text: hashes of its three-character runs without digits and signs. Two texts that differ in a phone, a date or
/// emoji have nearly the same gist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint(Vec<u32>);

/// Part of the runs two texts must share to be the same.
const SAME: f64 = 0.8;
/// Employers under one phone from which somebody posts for many.
const MANY: usize = 3;

impl Fingerprint {
    /// The gist of a text.
    pub fn of(original: &str) -> Self {
        let text = Text::new(original);
        let letters: Vec<char> = text.folded().chars().filter(|c| c.is_alphabetic()).collect();
        let runs: BTreeSet<u32> = letters
            .windows(3)
            .map(|run| run.iter().fold(17_u32, |hash, c| hash.wrapping_mul(16_777_619) ^ *c as u32))
            .collect();
        Self(runs.into_iter().collect())
    }

    /// Part of the runs two texts share, 0 to 1.
    pub fn likeness(&self, other: &Self) -> f64 {
        let (mut i, mut j, mut shared) = (0, 0, 0_usize);
        while let (Some(a), Some(b)) = (self.0.get(i), other.0.get(j)) {
            i += usize::from(a <= b);
            j += usize::from(b <= a);
            shared += usize::from(a == b);
        }
        let all = self.0.len() + other.0.len() - shared;
        if all == 0 { 0.0 } else { shared as f64 / all as f64 }
    }

    /// Whether two texts are the same post.
    pub fn same_as(&self, other: &Self) -> bool {
        self.likeness(other) >= SAME
    }
}

/// A post as the search for serial posters needs it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Posting {
    /// Phones of its vacancies.
    pub phones: BTreeSet<String>,
    /// Employers it names.
    pub employers: BTreeSet<String>,
}

impl From<&Post> for Posting {
    fn from(post: &Post) -> Self {
        let phones = post.vacancies.iter().flat_map(|v| &v.phones).map(|phone| phone.value.clone()).collect();
        let employers = post.vacancies.iter().filter_map(|v| v.employer.as_ref()).map(|e| e.value.clone()).collect();
        Self { phones, employers }
    }
}

/// Phones that post for three employers or more, with these: an intermediary, whatever the texts call him.
pub fn serial_posters<'a>(postings: impl IntoIterator<Item = &'a Posting>) -> BTreeMap<String, BTreeSet<String>> {
    let mut employers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for posting in postings {
        for phone in &posting.phones {
            employers.entry(phone.clone()).or_default().extend(posting.employers.iter().cloned());
        }
    }
    employers.retain(|_, names| names.len() >= MANY);
    employers
}
