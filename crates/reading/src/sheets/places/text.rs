//! Joined places: 大同市广灵县, 山西省/大同市/天镇县, 140000/140200/140222, 北京大兴, 县城.

use super::{DivisionBook, Level, above, level, within};

/// What a joined place was found to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Parsed {
    /// Deepest division recognised.
    pub(in super::super) code: u64,
    /// What follows it in the text.
    pub(in super::super) rest: String,
}

const MAX_NAME: usize = 14;

/// Reads a joined place: it begins with a county or something above it, else with a part of `home`.
pub(in super::super) fn parse(text: &str, home: u64, book: &DivisionBook) -> Option<Parsed> {
    parse_in(text, 0, home, Level::County, book)
        .or_else(|| parse_in(text, above(home, level(home).min(Level::County)), home, Level::Village, book))
}

/// Reads a joined place from its beginning, keeping to `home` where names are not unique.
/// `base` is what the text is known to lie in (0 = anywhere), `first` the deepest level it may begin with.
fn parse_in(text: &str, base: u64, home: u64, first: Level, book: &DivisionBook) -> Option<Parsed> {
    let signs: Vec<char> = text.chars().filter(|c| !super::super::clean::is_space(*c)).collect();
    let mut search = Search { signs: &signs, home, first, book, best: None };
    search.step(0, base, None);
    let (at, code) = search.best?;
    let rest: String = signs[at..].iter().collect();
    Some(Parsed { code, rest: rest.trim_start_matches(is_joint).to_owned() })
}

fn is_joint(c: char) -> bool {
    matches!(c, '/' | '-' | '—' | '、' | ',' | '，' | '·' | '.' | '_' | '>' | '|' | '\\')
}

struct Search<'a> {
    signs: &'a [char],
    home: u64,
    first: Level,
    book: &'a DivisionBook,
    /// Signs used and code reached by the best reading so far.
    best: Option<(usize, u64)>,
}

impl Search<'_> {
    fn step(&mut self, from: usize, inside: u64, reached: Option<u64>) {
        let skip = self.signs[from..].iter().take_while(|c| is_joint(**c)).count();
        let from = from + skip;
        if let Some(code) = reached
            && self.best.is_none_or(|(at, _)| from > at)
        {
            self.best = Some((from, code));
        }
        let rest: String = self.signs[from..].iter().collect();
        if let Some(code) = reached
            && let Some(word) = ["市辖区", "省直辖", "县城", "城区", "市区"].iter().find(|w| rest.starts_with(*w))
            && *word == "市辖区"
        {
            return self.step(from + 3, inside, Some(code));
        }
        for length in (2..=MAX_NAME.min(self.signs.len() - from)).rev() {
            let name: String = self.signs[from..from + length].iter().collect();
            if let Some(code) = self.choose(&name, inside, reached) {
                self.step(from + length, code, Some(code));
            }
        }
    }

    /// The one division this name can mean here: below what was read before, nearest to home.
    fn choose(&self, name: &str, inside: u64, reached: Option<u64>) -> Option<u64> {
        let fits = |code: u64| match reached {
            // A municipality repeated as its own city: 北京市北京市大兴区.
            Some(before) => code == before && level(code) == Level::Province || code != before && within(code, before),
            None => level(code) <= self.first && (inside == 0 || within(code, inside)),
        };
        let mut found: Vec<u64> = self.book.named(name).iter().copied().filter(|c| fits(*c)).collect();
        if reached.is_some()
            && let Some(next) = found.iter().map(|code| level(*code)).min()
        {
            // 大同平城 is the district, not a village of the home county.
            found.retain(|code| level(*code) == next);
        }
        nearest(&found, self.home)
    }
}

/// Picks among divisions of one name: higher level first, then the one nearest to home; nothing
/// when two are equally near. Townships and villages count only inside the home county.
pub(in super::super) fn nearest(found: &[u64], home: u64) -> Option<u64> {
    if let [only] = found {
        let near = level(*only) <= Level::County || home == 0 || within(*only, above(home, Level::City));
        return near.then_some(*only);
    }
    let levels = [Level::Village, Level::Township, Level::County, Level::City, Level::Province];
    for near in levels.into_iter().skip_while(|l| *l > level(home)) {
        let around: Vec<u64> = found.iter().copied().filter(|c| above(*c, near) == above(home, near)).collect();
        match around.as_slice() {
            [] => {}
            [only] => return Some(*only),
            several => {
                let top = several.iter().map(|c| level(*c)).min()?;
                let mut highest = several.iter().filter(|c| level(**c) == top);
                let first = highest.next().copied();
                return if highest.next().is_none() { first } else { None };
            }
        }
    }
    let top = found.iter().map(|c| level(*c)).min().filter(|l| *l <= Level::County)?;
    let mut highest = found.iter().filter(|c| level(**c) == top);
    let first = highest.next().copied();
    if highest.next().is_none() { first } else { None }
}

/// The six-digit code of a work place, or nothing when the text names no known division.
pub(in super::super) fn work_place(text: &str, home: u64, book: &DivisionBook) -> Option<u64> {
    let text: String = text.chars().filter(|c| !super::super::clean::is_space(*c)).collect();
    let last = text.rsplit(is_joint).find(|part| !part.is_empty())?;
    if last.len() >= 6 && last.chars().all(|c| c.is_ascii_digit()) {
        return coded(last, book);
    }
    let county = if level(home) >= Level::County { above(home, Level::County) } else { home };
    const HOME: [&str; 14] = [
        "本县",
        "县城",
        "县内",
        "本乡",
        "本村",
        "本镇",
        "本地",
        "当地",
        "家门口",
        "本区",
        "乡内",
        "村内",
        "本乡镇",
        "县城内",
    ];
    if HOME.contains(&text.as_str()) || HOME.iter().take(7).any(|word| text.starts_with(word)) {
        return Some(county / 1_000_000);
    }
    if text == "本市" || text == "市内" {
        return Some(above(home, Level::City) / 1_000_000);
    }
    let parsed = parse(&text, home, book)?;
    Some(above(parsed.code, level(parsed.code).min(Level::County)) / 1_000_000)
}

/// A place given as a code of six to twelve digits.
fn coded(digits: &str, book: &DivisionBook) -> Option<u64> {
    let county: u64 = digits.get(..6)?.parse().ok()?;
    let code = county * 1_000_000;
    if book.name(code).is_some() {
        return Some(county);
    }
    // 110100 is the "urban districts" line of a municipality: the municipality itself.
    let province = above(code, Level::Province);
    (level(code) == Level::City && book.name(province).is_some_and(|n| n.ends_with('市')))
        .then_some(province / 1_000_000)
}
