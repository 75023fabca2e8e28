//! Word lists of the trade (`data/words.csv`), by which an unfilled column is guessed from what the employer wrote.

use domain::vacancies::Weight;
use std::collections::HashMap;
use std::sync::OnceLock;

/// When the work is done, as far as the text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hours {
    /// By day, about eight hours.
    Day,
    /// By the hour, at home, or as one likes.
    Flexible,
    /// Ten hours and more.
    Long,
    /// At night, in shifts, or living in.
    Night,
}

/// Whether the text has a word of the list.
pub(crate) fn mentions(list: &str, text: &str) -> bool {
    static LISTS: OnceLock<HashMap<&str, Vec<&str>>> = OnceLock::new();
    let lists = LISTS.get_or_init(|| {
        let lines = include_str!("../../data/words.csv").lines().skip(1);
        lines.filter_map(|line| line.split_once(',')).map(|(list, words)| (list, words.split('|').collect())).collect()
    });
    lists.get(list).is_some_and(|words| words.iter().any(|word| text.contains(word)))
}

/// How heavy the work is by its title; `None` when no word says so. Heavy words win over light ones.
pub(crate) fn weight_of(title: &str) -> Option<Weight> {
    if mentions("heavy", title) { Some(Weight::Heavy) } else { mentions("light", title).then_some(Weight::Light) }
}

/// The hours by what the employer wrote about them.
pub(crate) fn hours_of(text: &str) -> Option<Hours> {
    let lists = [("flexible", Hours::Flexible), ("night", Hours::Night), ("long", Hours::Long), ("day", Hours::Day)];
    lists.into_iter().find(|(list, _)| mentions(list, text)).map(|(_, hours)| hours)
}
