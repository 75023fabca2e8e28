//! Recruitment texts as they arrive, in vacancies: every field with the bytes it was read from.
//!
//! The way of a text: widths, bullets and emoji are folded ([`text`](self)); one rule a file finds one kind of fact; the layout
//! tells which words belong to which job, to which employer, and to all; the nearer statement wins. Everything is decided by
//! rules and word lists, so the same text always gives the same answer, and the span of a field is its reason.

mod assemble;
mod draft;
mod facts;
mod json;
mod layout;
mod mention;
mod number;
pub(crate) mod pattern;
mod supplement;
pub(crate) mod text;
mod texts;
mod titles;

use std::ops::Range;

use domain::places::Region;

use assemble::Source;
pub use draft::{Draft, Education, Experience, Found, Gender, Unit, joined};
use layout::Owned;
pub use supplement::{Supplemented, supplement};
pub use text::MAX_CHARS;
use text::Text;
pub use texts::{decode, texts};

/// Vacancies read from one text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Post {
    /// Vacancies in the order of the text; none for job-wanted notes, sales, courses.
    pub vacancies: Vec<Draft>,
}

/// Reads a recruitment text. Names of townships are understood around `home`, short names of counties prefer it.
///
/// Takes time and memory in proportion to the text, of which the first [`MAX_CHARS`] characters are read.
pub fn read(original: &str, home: Option<Region>) -> Post {
    let text = Text::new(original);
    if crate::screening::offers_nothing(&text) {
        return Post::default();
    }
    let found = facts::find(&text, home);
    let heads = layout::heads(&text, &found);
    let paid = found.list().iter().any(|m| matches!(m.fact, mention::Fact::Wage(_) | mention::Fact::Headcount { .. }));
    let rows = layout::table(&text);
    if rows.is_none() && crate::screening::fair_only(&text, !heads.is_empty(), paid) {
        return Post::default();
    }
    let owners = rows.unwrap_or_else(|| layout::assign(&text, &found, &heads));
    let owners = if owners.is_empty() { vec![Owned::default()] } else { owners };
    let common = rest(&text, &owners);
    let single = owners.len() == 1 && !owners[0].cells.is_row;
    let source = Source { text: &text, found: &found, home, common, single };
    Post { vacancies: owners.iter().map(|owned| source.draft(owned)).collect() }
}

/// The words that no vacancy and no employer owns.
fn rest(text: &Text, owners: &[Owned]) -> Vec<Range<usize>> {
    let mut taken: Vec<&Range<usize>> =
        owners.iter().flat_map(|o| o.own.iter().chain(&o.group).chain(&o.block)).collect();
    taken.sort_by_key(|range| range.start);
    let mut rest = Vec::new();
    let mut at = 0;
    for range in taken {
        if range.start > at {
            rest.push(at..range.start);
        }
        at = at.max(range.end);
    }
    if at < text.folded().len() {
        rest.push(at..text.folded().len());
    }
    rest
}
