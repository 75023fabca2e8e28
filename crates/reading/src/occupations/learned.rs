//! What an office has taught: its own titles with the occupation a person picked.

use std::collections::HashMap;

use domain::codes::Occupation;

use super::clean::Title;

/// Titles with the occupations people picked for them, the newest pick last.
#[derive(Clone, Debug, Default)]
pub struct Learned(HashMap<String, Occupation>);

impl Learned {
    /// Takes the picks in order; a later one for the same title replaces an earlier one.
    pub fn new<'a>(picks: impl IntoIterator<Item = (&'a str, Occupation)>) -> Self {
        let mut learned = Self::default();
        picks.into_iter().for_each(|(title, occupation)| learned.teach(title, occupation));
        learned
    }

    /// Keeps a pick. A title without any letter teaches nothing.
    pub fn teach(&mut self, title: &str, occupation: Occupation) {
        let title = Title::new(title);
        if !title.core.is_empty() {
            self.0.insert(title.full, occupation);
            self.0.entry(title.core).or_insert(occupation);
        }
    }

    pub(super) fn find(&self, title: &Title) -> Option<Occupation> {
        self.0.get(&title.full).or_else(|| self.0.get(&title.core)).copied()
    }
}
