//! Vocabularies: from what offices write to the code of the schema.

use super::super::clean::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// One vocabulary.
#[derive(Default)]
struct Vocabulary {
    /// Every spelling with its code.
    words: HashMap<String, &'static str>,
    /// The first spelling of every code.
    labels: HashMap<&'static str, &'static str>,
    /// Spellings of two characters or more, longest first, for words inside longer texts.
    long: Vec<(String, &'static str)>,
}

static VOCABULARIES: LazyLock<HashMap<&'static str, Vocabulary>> = LazyLock::new(|| {
    let mut all: HashMap<&'static str, Vocabulary> = HashMap::new();
    let mut name = "";
    for line in include_str!("../../../data/vocabularies.txt").lines() {
        if let Some(section) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            name = section;
        } else if !line.starts_with('#')
            && let Some((code, words)) = line.split_once(' ')
        {
            let vocabulary = all.entry(name).or_default();
            vocabulary.words.insert(fold(code), code);
            vocabulary.labels.extend(words.split_whitespace().next().map(|word| (code, word)));
            for word in words.split_whitespace() {
                vocabulary.words.insert(fold(word), code);
            }
        }
    }
    for vocabulary in all.values_mut() {
        let words = vocabulary.words.iter().filter(|(word, _)| word.chars().count() >= 2 && !word.is_ascii());
        vocabulary.long = words.map(|(word, code)| (word.clone(), *code)).collect();
        vocabulary.long.sort_by_key(|(word, _)| (std::cmp::Reverse(word.chars().count()), word.clone()));
    }
    all
});

/// The word by which people know a code: the first of its spellings.
pub(in super::super) fn label(vocabulary: &str, code: &str) -> Option<&'static str> {
    VOCABULARIES.get(vocabulary)?.labels.get(code).copied()
}

/// The code of a text that is exactly one of the known spellings.
pub(in super::super) fn exact(vocabulary: &str, text: &str) -> Option<&'static str> {
    VOCABULARIES.get(vocabulary)?.words.get(&fold(text)).copied()
}

/// The code of a text in a vocabulary: exact spelling first, then without brackets, then the
/// only code whose longest word stands in the text.
pub(in super::super) fn code(vocabulary: &str, text: &str) -> Option<&'static str> {
    let known = VOCABULARIES.get(vocabulary)?;
    let folded = fold(text);
    if let Some(code) = known.words.get(&folded) {
        return Some(code);
    }
    let bare: String = folded.trim_end_matches(['。', '.', ';', '；', ',']).to_owned();
    if let Some(code) = known.words.get(&bare) {
        return Some(code);
    }
    let outside = bare.split(['(', '[']).next().unwrap_or_default();
    if let Some(code) = known.words.get(outside) {
        return Some(code);
    }
    contained(known, &bare)
}

/// Looks for known words inside the text; two different codes mean nothing is known, unless one word is by far the longer.
fn contained(known: &Vocabulary, text: &str) -> Option<&'static str> {
    let mut left = text.to_owned();
    let mut found: Option<(&'static str, usize)> = None;
    for (word, code) in &known.long {
        if !left.contains(word.as_str()) {
            continue;
        }
        let length = word.chars().count();
        match found {
            Some((other, longest)) if other != *code && longest < 2 * length => return None,
            Some(_) => {}
            None => found = Some((code, length)),
        }
        left = left.replace(word.as_str(), " ");
    }
    // A short word in a long text is chance, not meaning; and a "not" turns it around.
    let rest = left.chars().filter(|c| *c != ' ').count();
    let negated = ["不", "非", "无", "没", "未"].iter().any(|no| left.contains(no));
    found.filter(|_| !negated && rest * 3 <= text.chars().count() * 2).map(|(code, _)| code)
}
