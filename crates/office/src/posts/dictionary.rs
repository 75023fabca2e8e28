//! What the office has taught by putting vacancies right.

use domain::codes::Occupation;
use domain::vacancies::Vacancy;
use reading::occupations::Learned;
use serde_json::Value;
use std::collections::HashMap;

/// Fields whose words stand for the same thing in every text.
const TAUGHT: [&str; 3] = ["title", "employer_name", "place"];

/// The office's dictionary.
pub(crate) struct Dictionary {
    /// Titles with the occupations people picked.
    pub(crate) learned: Learned,
    /// What words that were read as a field stand for.
    words: HashMap<(&'static str, String), String>,
}

/// Titles with the occupations people picked, the newest pick last.
pub(crate) fn learned(vacancies: &[Vacancy]) -> Learned {
    let picked = vacancies.iter().filter(|vacancy| vacancy.coded.is_some_and(|coded| coded.picked));
    let pair = |vacancy: &Vacancy| {
        let code: Occupation = vacancy.occupation.as_ref()?.parse().ok()?;
        let told = vacancy.origin.as_ref().and_then(|origin| origin.words_of("title"));
        Some([(vacancy.title.clone(), code), (told.unwrap_or(&vacancy.title).to_owned(), code)])
    };
    let pairs: Vec<(String, Occupation)> = picked.filter_map(pair).flatten().collect();
    Learned::new(pairs.iter().map(|(title, code)| (title.as_str(), *code)))
}

impl Dictionary {
    /// What these vacancies, the oldest first, have taught.
    pub(crate) fn of(vacancies: &[Vacancy]) -> Self {
        let mut words = HashMap::new();
        for vacancy in vacancies {
            let Some(origin) = &vacancy.origin else { continue };
            for field in TAUGHT.into_iter().filter(|field| origin.corrected.contains(*field)) {
                let right = domain::record::Fields::get(vacancy, field);
                if let (Some(read), Some(Value::String(right))) = (origin.words_of(field), right) {
                    words.insert((field, plain(read)), right);
                }
            }
        }
        Self { learned: learned(vacancies), words }
    }

    /// What words read as a field stand for; the words themselves where nobody has said otherwise.
    pub(crate) fn right(&self, field: &'static str, read: &str) -> String {
        self.words.get(&(field, plain(read))).cloned().unwrap_or_else(|| read.to_owned())
    }
}

fn plain(words: &str) -> String {
    words.chars().map(domain::clean::half_width).filter(|c| !c.is_whitespace()).collect()
}
