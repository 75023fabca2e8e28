//! What a run found out: shortages, extra posts, the comparison with simpler orders.

use crate::say::Say;
use domain::say::Arg;
use office::queries::findings::{FindingsPage, Named};
use serde_json::{Value, json};

/// Shortages and extra posts printed at most; the workbook and the pages have all.
const MOST: usize = 10;

/// The findings for JSON: identifiers and figures, no names.
pub(super) fn json(found: &FindingsPage) -> Value {
    let ids = |households: &[Named]| households.iter().map(|one| one.id).collect::<Vec<_>>();
    let shortages = found.shortages.iter().map(|one| {
        let without: Vec<_> = one.households.iter().filter(|one| !one.covered).map(|one| one.id).collect();
        json!({
            "households": ids(&one.households),
            "vacancies": one.vacancies,
            "seats": one.seats,
            "missing": one.missing,
            "uncovered": without,
        })
    });
    let posts = found.posts.iter().map(|post| {
        json!({
            "kind": post.kind.code(),
            "channel": post.kind.channel(),
            "place": post.place,
            "vacancy": post.vacancy.as_ref().map(|(id, ..)| id),
            "seats": post.seats,
            "covered_up_to_here": post.upto,
            "households": ids(&post.households),
        })
    });
    let practice = found.practice.iter().map(|one| {
        json!({
            "order": one.order.code(),
            "covered": one.covered,
            "covered_by_welfare": one.by_welfare,
            "placed": one.placed,
            "score": one.score,
        })
    });
    json!({
        "shortages": shortages.collect::<Vec<_>>(),
        "extra_posts": posts.collect::<Vec<_>>(),
        "no_post_helps": found.helpless.iter().map(|one| one.household.id).collect::<Vec<_>>(),
        "other_orders": practice.collect::<Vec<_>>(),
    })
}

/// The findings in sentences.
pub(super) fn show(found: &FindingsPage, say: &Say) {
    let lang = say.words.lang();
    if !found.shortages.is_empty() {
        say.line("cli-bridge-shortages", &[("n", found.shortages.len().into())]);
        for one in found.shortages.iter().take(MOST) {
            let sentence = words::render(&one.sentence(), lang);
            say.line("cli-bridge-shortage", &[("sentence", sentence.into())]);
        }
    }
    if !found.posts.is_empty() {
        say.out(&words::render(&found.posts_sentence(), lang));
        for post in found.posts.iter().take(MOST) {
            let kind = Arg::Key(format!("post-{}", post.kind.code()).into());
            let place = post.place.map_or_else(|| Arg::Text(String::new()), Arg::Region);
            say.line("cli-bridge-post", &[("n", post.seats.into()), ("post", kind), ("place", place)]);
        }
    }
    if !found.helpless.is_empty() {
        say.line("cli-bridge-helpless", &[("n", found.helpless.len().into())]);
    }
    if !found.practice.is_empty() {
        say.out(&words::render(&found.practice_sentence(), lang));
    }
}
