//! The word lists of `data/`: header words by field, upper headers by area, kinds by title.

use super::super::field::FieldId;
use super::super::fields::FIELDS;
use super::super::kind::Kind;
use super::header::normal;
use super::loose::loose;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// One word that may head a column of a field.
pub(super) struct Word {
    pub(super) text: String,
    /// Nothing for columns that have no meaning here.
    pub(super) field: Option<FieldId>,
    /// Only in sheets of these kinds; empty = in all.
    pub(super) kinds: Vec<Kind>,
}

/// All header words, with an index.
pub(super) struct Words {
    list: Vec<Word>,
    by_text: HashMap<String, Vec<usize>>,
    /// The same by their loose form.
    by_loose: HashMap<String, Vec<usize>>,
    /// The words that hold two neighbouring characters.
    by_pair: HashMap<(char, char), Vec<usize>>,
}

impl Words {
    /// Words equal to a normalised header.
    pub(super) fn named(&self, text: &str) -> impl Iterator<Item = &Word> {
        self.by_text.get(text).into_iter().flatten().map(|at| &self.list[*at])
    }

    /// Words with the same loose form as a normalised header.
    pub(super) fn nearly_named(&self, text: &str) -> impl Iterator<Item = &Word> {
        self.by_loose.get(&loose(text)).into_iter().flatten().map(|at| &self.list[*at])
    }

    /// Words that share two neighbouring characters with one of the texts, in the order of the list.
    pub(super) fn sharing(&self, texts: [&str; 2]) -> impl Iterator<Item = &Word> {
        let pairs = texts.iter().flat_map(|text| pairs(text));
        let mut found: Vec<usize> = pairs.filter_map(|pair| self.by_pair.get(&pair)).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|at| &self.list[at])
    }
}

/// All pairs of neighbouring characters.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().zip(text.chars().skip(1))
}

/// Lines `head = words` of a list, comments left out.
fn lines(text: &'static str) -> impl Iterator<Item = (&'static str, std::str::SplitWhitespace<'static>)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (head, words) = line.split_once(" = ")?;
        Some((head.trim(), words.split_whitespace()))
    })
}

/// A word with choices in braces as all the words it stands for.
fn expand(word: &str) -> Vec<String> {
    let Some((before, rest)) = word.split_once('{') else { return vec![word.to_owned()] };
    let (choices, after) = rest.split_once('}').unwrap_or((rest, ""));
    let tails = expand(after);
    let one = |choice: &str| tails.iter().map(move |tail| format!("{before}{choice}{tail}")).collect::<Vec<_>>();
    choices.split('|').flat_map(one).collect()
}

/// Header words by field.
pub(super) static HEADERS: LazyLock<Words> = LazyLock::new(|| {
    let mut list: Vec<Word> = Vec::new();
    let mut met = 0;
    let mut listed: HashSet<(String, Vec<Kind>)> = HashSet::new();
    for (head, words) in lines(include_str!("../../../data/headers.txt")) {
        let (key, kinds) = head.split_once(" @").unwrap_or((head, ""));
        let field = FieldId::from_key(key);
        let kinds: Vec<Kind> = kinds.split(',').filter_map(Kind::from_key).collect();
        for word in words {
            let composed = word.contains('{');
            for text in expand(word).iter().map(|word| normal(word)) {
                // A word that is listed as such belongs to its field, whatever is composed.
                if !composed || !listed.contains(&(text.clone(), kinds.clone())) {
                    list.push(Word { text, field, kinds: kinds.clone() });
                }
            }
            if !composed {
                listed.extend(list[met..].iter().map(|word| (word.text.clone(), word.kinds.clone())));
                met = list.len();
            }
        }
    }
    for info in FIELDS {
        let Some(field) = FieldId::from_key(info.key) else { continue };
        let own: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| kind.own_areas() == [field.area()]).collect();
        let generic = list.iter().any(|w| w.field == Some(field) && w.kinds.is_empty());
        let kinds = if generic { Vec::new() } else { own };
        list.push(Word { text: normal(info.label), field: Some(field), kinds });
    }
    let mut by_text: HashMap<String, Vec<usize>> = HashMap::new();
    let mut by_loose: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, word) in list.iter().enumerate() {
        by_text.entry(word.text.clone()).or_default().push(at);
        let loose = loose(&word.text);
        if !loose.is_empty() {
            by_loose.entry(loose).or_default().push(at);
        }
    }
    let mut by_pair: HashMap<(char, char), Vec<usize>> = HashMap::new();
    for (at, word) in list.iter().enumerate() {
        pairs(&word.text).for_each(|pair| by_pair.entry(pair).or_default().push(at));
    }
    Words { list, by_text, by_loose, by_pair }
});

/// Area and spell of an upper header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) area: &'static str,
    pub(super) spell: u8,
}

static GROUPS: LazyLock<HashMap<String, Vec<Group>>> = LazyLock::new(|| {
    let mut groups: HashMap<String, Vec<Group>> = HashMap::new();
    for (head, words) in lines(include_str!("../../../data/groups.txt")) {
        let (area, number) = head.split_once('#').unwrap_or((head, "1"));
        let group = Group { area, spell: number.parse::<u8>().map_or(0, |n| n.saturating_sub(1)) };
        for word in words {
            groups.entry(normal(word)).or_default().push(group);
        }
    }
    groups
});

/// What an upper header says about the columns below it, in a sheet of a kind.
pub(super) fn group(text: &str, kind: Kind) -> Option<Group> {
    let fits = |g: &&Group| kind.areas().contains(&g.area);
    let pick = |groups: &Vec<Group>| {
        let own = groups.iter().find(|g| kind.own_areas().contains(&g.area));
        own.or_else(|| groups.iter().find(fits)).copied()
    };
    if let Some(found) = GROUPS.get(text).and_then(pick) {
        return Some(found);
    }
    let mut inside: Vec<(&String, &Vec<Group>)> =
        GROUPS.iter().filter(|(word, _)| word.chars().count() >= 2 && text.contains(word.as_str())).collect();
    inside.sort_by_key(|(word, _)| (std::cmp::Reverse(word.len()), word.as_str()));
    inside.into_iter().find_map(|(_, groups)| pick(groups))
}

/// Title words by kind with their weight.
static TITLES: LazyLock<Vec<(String, Kind, f32)>> = LazyLock::new(|| {
    let mut titles = Vec::new();
    for (head, words) in lines(include_str!("../../../data/kinds.txt")) {
        let (key, weight) = head.split_once(' ').unwrap_or((head, "1"));
        let (Some(kind), Ok(weight)) = (Kind::from_key(key), weight.parse()) else { continue };
        titles.extend(words.map(|word| (normal(word), kind, weight)));
    }
    titles
});

/// How strongly a title speaks for a kind.
pub(super) fn title_weight(title: &str, kind: Kind) -> f32 {
    let matching = TITLES.iter().filter(|(word, of, _)| *of == kind && title.contains(word.as_str()));
    matching.map(|(.., weight)| *weight).fold(0.0, f32::max)
}

/// Whether a normalised text is a header word of anything (in any kind).
pub(in super::super) fn is_header_word(text: &str) -> bool {
    HEADERS.by_text.contains_key(text) || GROUPS.contains_key(text)
}
