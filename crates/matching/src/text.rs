//! Affinity between job words: equal or containing text, shared character bigrams, or nearness in the occupation tree.

use domain::codes::Occupation;

/// A job word as typed, with what comparing needs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phrase {
    /// Without white space and punctuation, brackets and what is in them left out.
    pub(crate) text: String,
    /// Neighbouring characters, sorted, each once.
    pub(crate) grams: Vec<u64>,
    /// Occupation, where known.
    pub(crate) code: Option<Occupation>,
}

impl Phrase {
    /// The phrase of a text; `None` when fewer than two characters say something. Without a code the classification is asked for
    /// the text among its names and aliases.
    pub fn new(text: &str, code: Option<Occupation>) -> Option<Self> {
        let text = bare(text);
        let code = code.or_else(|| Occupation::find(&text));
        let chars: Vec<char> = text.chars().collect();
        if chars.len() < 2 {
            return None;
        }
        let mut grams: Vec<u64> = chars.windows(2).map(|two| u64::from(two[0]) << 32 | u64::from(two[1])).collect();
        grams.sort_unstable();
        grams.dedup();
        Some(Self { text, grams, code })
    }

    /// Affinity 0..=10000. Zero unless the phrases share a bigram or a middle group of the occupation tree; on this the index relies.
    pub fn affinity(&self, other: &Self) -> u16 {
        let tree = self.code.zip(other.code).map_or(0, |(a, b)| nearness(a, b));
        tree.max(self.likeness(other))
    }

    /// Equal text 10000, one within the other 9000, else up to 8500 by the share of common bigrams (Dice).
    fn likeness(&self, other: &Self) -> u16 {
        if self.text == other.text {
            return 10_000;
        }
        let common = common(&self.grams, &other.grams);
        if common == 0 {
            return 0;
        }
        if self.text.contains(&other.text) || other.text.contains(&self.text) {
            return 9_000;
        }
        (8_500 * 2 * common / (self.grams.len() + other.grams.len())) as u16
    }
}

/// Affinity in the occupation tree: the same occupation 10000, the same small group 小类 7500, the same middle group 中类 4500, else 0.
fn nearness(a: Occupation, b: Occupation) -> u16 {
    match a.distance(b) {
        0 => 10_000,
        1 => 7_500,
        2 => 4_500,
        _ => 0,
    }
}

/// Number of the middle group an occupation lies in; occupations of different groups have no affinity.
pub(crate) const fn middle_group(occupation: Occupation) -> u32 {
    occupation.number() / 10_000
}

/// How many values two sorted lists share.
fn common(a: &[u64], b: &[u64]) -> usize {
    a.iter().filter(|gram| b.binary_search(gram).is_ok()).count()
}

/// Keeps letters and digits, leaves out brackets with their content.
fn bare(text: &str) -> String {
    let mut depth = 0u32;
    let kept = text.chars().filter(|&c| {
        match c {
            '(' | '\u{ff08}' | '[' | '\u{3010}' => depth += 1,
            ')' | '\u{ff09}' | ']' | '\u{3011}' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0 && c.is_alphanumeric()
    });
    kept.flat_map(char::to_lowercase).collect()
}

/// The single job words in a cell such as "缝纫、裁剪/包装".
pub(crate) fn pieces(cell: &str) -> impl Iterator<Item = &str> {
    let stops = |c: char| c.is_whitespace() || c == '/' || c == '|' || is_stop(c);
    cell.split(stops).filter(|piece| !piece.is_empty())
}

/// Commas, semicolons and full stops, Chinese and Latin.
fn is_stop(c: char) -> bool {
    matches!(c, ',' | ';' | '.' | '+' | '\u{ff0c}' | '\u{3001}' | '\u{ff1b}' | '\u{3002}')
}
