//! Job titles as people write them, read as occupations of the national classification (2022 edition).
//!
//! Four readers are asked in turn, and the answer says which one knew:
//!
//! 1. what the office has taught ([`Learned`]);
//! 2. the name or a known alias of an occupation;
//! 3. how villagers, posters and county offices say it: `data/occupations/synonyms.tsv`, the longest phrase in the title;
//! 4. a linear model of characters and pairs of characters, trained on real job titles ([`train`]) and compiled in.
//!
//! Phrases go before the model where they make up a good part of the title and the model is not sure of itself, which is the rule
//! for what villages need and the exception for the office titles of job boards. Words like 普工 that name no occupation get the
//! group that is certain and no more.

mod clean;
mod learned;
mod model;
mod phrases;
mod table;
mod train;

pub use learned::Learned;
pub use model::{Model, model};
pub use table::{Faulty, code_titles};
pub use train::{Sample, train};

use clean::Title;
use domain::codes::Occupation;
use phrases::Found;

/// What is known beside the title.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// Duties or remarks: phrases in it count where the title alone says nothing.
    pub duties: Option<&'a str>,
    /// What the office has taught.
    pub learned: Option<&'a Learned>,
}

/// Which reader knew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The office has taught this title.
    Learned,
    /// It is the name or an alias of the occupation.
    Name,
    /// This phrase of the title stands for the occupation.
    Phrase(&'static str),
    /// This phrase of the duties stands for the occupation.
    Duties(&'static str),
    /// Titles like this one mostly have this occupation.
    Model,
}

/// A title read as an occupation.
#[derive(Clone, Debug, PartialEq)]
pub struct Coded {
    /// The most likely occupations, best first, at most three; none when the title says nothing at all.
    pub top: Vec<Occupation>,
    /// How sure the first is, 0..=100 out of a hundred such answers.
    pub confidence: u8,
    /// The level the evidence supports: 4 occupation, 3 small group, 2 middle group, 1 major group, 0 nothing.
    pub level: u8,
    /// Which reader knew.
    pub why: Why,
}

impl Coded {
    /// The best guess, however unsure.
    pub fn best(&self) -> Option<Occupation> {
        self.top.first().copied()
    }

    /// The answer at the level the evidence supports.
    pub fn supported(&self) -> Option<Occupation> {
        let mut answer = self.best()?;
        while answer.level() > self.level {
            answer = answer.parent()?;
        }
        Some(answer)
    }
}

/// Least part of a title, in percent of its characters, that a phrase must make up to go before the model.
const PHRASE_PART: usize = 34;
/// Characters of a phrase that goes before the model in any case if it is the whole title.
const PRECISE: usize = 4;
/// Score of the model from which it goes before a phrase.
const MODEL_SURE: f32 = -0.3;
/// Occupations in [`Coded::top`].
const TOP: usize = 3;

/// Reads a title by the model compiled in.
pub fn code(title: &str, hints: &Hints<'_>) -> Coded {
    code_with(model(), title, hints)
}

/// Reads a title by another model.
pub fn code_with(model: &Model, title: &str, hints: &Hints<'_>) -> Coded {
    let title = Title::new(title);
    let phrases = phrases::all(&title.full);
    let ranked = model.rank(&title.core, TOP);
    let Some((best, confidence, why)) = first(&title, &phrases, &ranked, hints) else {
        return Coded { top: Vec::new(), confidence: 0, level: 0, why: Why::Model };
    };
    let others = phrases.iter().map(|phrase| phrase.occupation).chain(ranked.iter().map(|&(occupation, _)| occupation));
    let mut top = vec![best];
    for other in others {
        if top.len() < TOP && !top.contains(&other) {
            top.push(other);
        }
    }
    Coded { level: level(best, confidence), top, confidence, why }
}

/// The reader that knows, with its answer and how sure it is.
fn first(
    title: &Title,
    phrases: &[Found],
    ranked: &[(Occupation, f32)],
    hints: &Hints<'_>,
) -> Option<(Occupation, u8, Why)> {
    if let Some(taught) = hints.learned.and_then(|learned| learned.find(title)) {
        return Some((taught, 98, Why::Learned));
    }
    let unsure = ranked.first().is_none_or(|&(_, score)| score < MODEL_SURE);
    let characters = title.core_characters().max(1);
    let phrase = phrases.first().filter(|phrase| {
        let precise = phrase.characters >= PRECISE && phrase.characters == characters;
        precise || !title.office && unsure && phrase.characters * 100 >= characters * PHRASE_PART
    });
    if let Some(phrase) = phrase {
        let part = (phrase.characters * 100 / characters).min(100) as u8;
        return Some((phrase.occupation, 55 + part * 2 / 5, Why::Phrase(phrase.text)));
    }
    let named = Occupation::find(&title.core);
    let why = |occupation| if named == Some(occupation) { Why::Name } else { Why::Model };
    let modelled = ranked.first().map(|&(occupation, score)| (occupation, likelihood(score), why(occupation)));
    let duties = || Some(phrases::all(&Title::new(hints.duties?).full).first()?.to_owned());
    if modelled.is_none_or(|(_, confidence, _)| confidence < 50)
        && let Some(phrase) = duties()
    {
        return Some((phrase.occupation, 60, Why::Duties(phrase.text)));
    }
    modelled
}

/// The share of right answers at a score of the model, as measured by cross-validation on the training titles.
fn likelihood(score: f32) -> u8 {
    (100.0 / (1.0 + (-1.8 * score - 0.7).exp())).clamp(1.0, 97.0) as u8
}

/// The level that a share of right answers supports: groups are right more often than the occupations in them.
fn level(best: Occupation, confidence: u8) -> u8 {
    let supported = match confidence {
        60.. => 4,
        45.. => 3,
        30.. => 2,
        15.. => 1,
        _ => 0,
    };
    supported.min(best.level())
}
