//! What the fuzz target of pasted posts does with its bytes.
#![allow(unreachable_pub, reason = "fuzz targets are their own programs")]

use std::ops::Range;

use domain::places::Region;
use reading::posts::{Draft, Found, read};
use reading::screening::{Fingerprint, screen, screen_words};

/// Reads and screens a post; what was found must stand where it says. Says whether there was a vacancy.
pub fn posts(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let post = read(&text, Region::from_six(140_222));
    let quoted = |span: &Range<usize>| assert!(text.get(span.clone()).is_some(), "{span:?} is no part of the text");
    post.vacancies.iter().flat_map(spans).for_each(|span| quoted(&span));
    for finding in screen(&text, &post).iter().chain(&screen_words(&text)) {
        quoted(&finding.span);
    }
    assert_eq!(post, read(&text, Region::from_six(140_222)), "the same text gives the same answer");
    post.vacancies.iter().for_each(|draft| drop(draft.to_json()));
    let fingerprint = Fingerprint::of(&text);
    assert!((0.0..=1.0).contains(&fingerprint.likeness(&fingerprint)));
    !post.vacancies.is_empty()
}

fn spans(draft: &Draft) -> Vec<Range<usize>> {
    fn one<T>(found: &Option<Found<T>>) -> impl Iterator<Item = Range<usize>> {
        found.iter().map(|found| found.span.clone())
    }
    fn all<T>(found: &[Found<T>]) -> impl Iterator<Item = Range<usize>> {
        found.iter().map(|found| found.span.clone())
    }
    one(&draft.title)
        .chain(one(&draft.headcount))
        .chain(one(&draft.headcount_text))
        .chain(one(&draft.wage_min))
        .chain(one(&draft.wage_max))
        .chain(one(&draft.wage_text))
        .chain(one(&draft.age_min))
        .chain(one(&draft.age_max))
        .chain(one(&draft.gender))
        .chain(one(&draft.education))
        .chain(one(&draft.experience))
        .chain(one(&draft.workplace))
        .chain(one(&draft.employer))
        .chain(one(&draft.deadline))
        .chain(all(&draft.contacts))
        .chain(all(&draft.phones))
        .chain(all(&draft.schedule))
        .chain(all(&draft.requirements))
        .collect()
}
