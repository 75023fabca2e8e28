//! A registered home given in columns (province … village), with the office's county as default.

use super::book::village_stem;
use super::text::nearest;
use super::{DivisionBook, Level, above, level, within};

/// Where the office is: its county, or its city when a city imports.
pub(in super::super) type Home = u64;

/// The parts of a place as typed, and after [`resolve`] as the division list writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(in super::super) struct PlaceParts {
    pub(in super::super) province: Option<String>,
    pub(in super::super) city: Option<String>,
    pub(in super::super) county: Option<String>,
    pub(in super::super) township: Option<String>,
    pub(in super::super) village: Option<String>,
    /// Deepest level resolved.
    pub(in super::super) code: Option<u64>,
    /// The highest level that is typed but unknown.
    pub(in super::super) unknown: Option<Level>,
}

impl PlaceParts {
    /// The name of one level.
    pub(in super::super) fn at(&self, level: Level) -> Option<&str> {
        match level {
            Level::Province => self.province.as_deref(),
            Level::City => self.city.as_deref(),
            Level::County => self.county.as_deref(),
            Level::Township => self.township.as_deref(),
            Level::Village => self.village.as_deref(),
        }
    }

    /// The name of one level, to be set.
    pub(in super::super) fn at_mut(&mut self, level: Level) -> &mut Option<String> {
        match level {
            Level::Province => &mut self.province,
            Level::City => &mut self.city,
            Level::County => &mut self.county,
            Level::Township => &mut self.township,
            Level::Village => &mut self.village,
        }
    }
}

/// Finds each typed level below the one above it. An unknown level keeps its text, and the
/// levels below it are not looked up.
/// A `home` place lies in the office's county unless the line says otherwise; a work place may be anywhere.
pub(in super::super) fn resolve(typed: &PlaceParts, home: Home, is_home: bool, book: &DivisionBook) -> PlaceParts {
    let mut out = typed.clone();
    let mut at: u64 = 0;
    let levels: [(Level, &Option<String>, &mut Option<String>); 5] = [
        (Level::Province, &typed.province, &mut out.province),
        (Level::City, &typed.city, &mut out.city),
        (Level::County, &typed.county, &mut out.county),
        (Level::Township, &typed.township, &mut out.township),
        (Level::Village, &typed.village, &mut out.village),
    ];
    let mut unknown = None;
    let mut any = false;
    for (want, typed, official) in levels {
        let Some(text) = typed.as_deref() else { continue };
        any = true;
        if unknown.is_some() {
            continue;
        }
        if want > Level::County
            && (at == 0 || level(at) < Level::County)
            && level(home) >= Level::County
            && within(home, at)
        {
            at = above(home, Level::County);
        }
        match find(text, want, at, home, book) {
            Some(code) => {
                at = code;
                let name = if want == Level::Village { book.short(code) } else { book.name(code) };
                *official = name.map(str::to_owned);
            }
            None => unknown = Some(want),
        }
    }
    out.unknown = unknown;
    out.code = match (any, at) {
        (false, _) => None,
        (true, 0) => (is_home && level(home) >= Level::County).then_some(above(home, Level::County)),
        (true, at) => Some(at),
    };
    out
}

fn find(text: &str, want: Level, inside: u64, home: Home, book: &DivisionBook) -> Option<u64> {
    let text: String = text.chars().filter(|c| !super::super::clean::is_space(*c)).collect();
    if want == Level::City && matches!(text.as_str(), "市辖区" | "县") && inside != 0 {
        return Some(inside);
    }
    // Municipalities are their own city.
    let fits = |code: &u64| {
        let right = level(*code) == want || want == Level::City && level(*code) == Level::Province;
        right && (inside == 0 || within(*code, inside))
    };
    let exact: Vec<u64> = book.named(&text).iter().copied().filter(fits).collect();
    if let Some(code) = named_first(&exact, &text, book).or_else(|| nearest(&exact, home)) {
        return Some(code);
    }
    let variants: &[&str] = match want {
        Level::Village => &["村", "社区", ""],
        Level::Township => &["乡", "镇", "街道", ""],
        _ => return None,
    };
    let stem = match want {
        Level::Village => village_stem(&text),
        _ => ["街道办事处", "街道办", "乡镇", "乡", "镇", "街道"]
            .iter()
            .find_map(|s| text.strip_suffix(s))
            .unwrap_or(&text),
    };
    for variant in variants {
        let name = format!("{stem}{variant}");
        let found: Vec<u64> = book.named(&name).iter().copied().filter(fits).collect();
        if let Some(code) = nearest(&found, home) {
            return Some(code);
        }
    }
    None
}

/// The one whose official name or short form is exactly the text.
fn named_first(found: &[u64], text: &str, book: &DivisionBook) -> Option<u64> {
    let exact = |code: &&u64| book.name(**code) == Some(text) || book.short(**code) == Some(text);
    let mut matching = found.iter().filter(exact);
    let first = matching.next().copied();
    if matching.next().is_none() { first } else { None }
}
