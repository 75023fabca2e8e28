//! How people say it: phrases that stand for an occupation.

use std::collections::HashMap;
use std::sync::OnceLock;

use domain::codes::Occupation;

/// A phrase found in a title.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) text: &'static str,
    pub(super) occupation: Occupation,
    pub(super) characters: usize,
    end: usize,
}

/// Characters of the longest phrase looked for.
const LONGEST: usize = 12;

fn phrases() -> &'static HashMap<&'static str, Occupation> {
    static PHRASES: OnceLock<HashMap<&'static str, Occupation>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let lines = include_str!("../../data/occupations/synonyms.tsv").lines().filter(|line| !line.starts_with('#'));
        let rows = lines.filter_map(|line| line.split_once('\t'));
        rows.filter_map(|(code, phrases)| Some((code.parse::<Occupation>().ok()?, phrases)))
            .flat_map(|(occupation, phrases)| phrases.split('|').map(move |phrase| (phrase, occupation)))
            .collect()
    })
}

/// The phrases in a text that lie in no longer one, the longest first, of equal length the last.
pub(super) fn all(text: &str) -> Vec<Found> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let characters = starts.len() - 1;
    let mut found: Vec<Found> = Vec::new();
    for end in 1..=characters {
        for start in end.saturating_sub(LONGEST)..end {
            let part = &text[starts[start]..starts[end]];
            if let Some((&text, &occupation)) = phrases().get_key_value(part) {
                let length = end - start;
                found.push(Found { text, occupation, characters: length, end });
                break; // shorter ones at this end lie in this one
            }
        }
    }
    found.sort_by_key(|found| std::cmp::Reverse((found.characters, found.end)));
    found
}
