//! What a second reader says about a text, held against the text and our own rules. It may fill a field that the first reader left
//! empty, with words that stand in the text and that our own rules read alike; it may change and remove nothing.

use std::ops::Range;

use domain::places::Region;
use serde_json::Value;

use super::draft::{Draft, Found};
use super::facts;
use super::mention::Fact;
use super::text::Text;
use super::{Post, number};

/// A post with what the second reader added, and for each vacancy the fields it added.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Supplemented {
    /// The post.
    pub post: Post,
    /// Fields added, by vacancy, by their names in the posts schema.
    pub added: Vec<Vec<&'static str>>,
}

/// Most vacancies a second reader may add to a text.
const MOST: usize = 40;

/// Adds to a post what a second reader answered: `{"vacancies": [{"title", "headcount_text", "wage_text", "workplace_text", "employer",
/// "contact_name", "phones"}]}`, each value the very words of the text. What is no such object, stands nowhere in the text or is read
/// otherwise by our own rules is left out.
pub fn supplement(original: &str, post: &Post, answer: &Value, home: Option<Region>) -> Supplemented {
    let text = Text::new(original);
    let mut result = Supplemented { post: post.clone(), added: vec![Vec::new(); post.vacancies.len()] };
    let answers = answer["vacancies"].as_array().map(Vec::as_slice).unwrap_or_default();
    let known = post.vacancies.len();
    for answer in answers.iter().take(MOST) {
        let Some(title) = words(&text, &answer["title"]) else { continue };
        let same = |draft: &Draft| draft.title.as_ref().is_some_and(|own| alike(&own.value, &title.value));
        let nameless = known == 1 && answers.len() == 1;
        let at = result.post.vacancies.iter().position(|draft| same(draft) || (nameless && draft.title.is_none()));
        let at = at.unwrap_or_else(|| {
            result.post.vacancies.push(Draft::default());
            result.added.push(Vec::new());
            result.post.vacancies.len() - 1
        });
        fill(&text, &mut result.post.vacancies[at], &mut result.added[at], answer, title, home);
    }
    result
}

fn fill(
    text: &Text,
    draft: &mut Draft,
    added: &mut Vec<&'static str>,
    answer: &Value,
    title: Found<String>,
    home: Option<Region>,
) {
    if draft.title.is_none() {
        draft.title = Some(title);
        added.push("title");
    }
    if draft.headcount.is_none()
        && let Some(found) = words(text, &answer["headcount_text"])
        && let Some(seats) = seats(&found)
    {
        draft.headcount = Some(Found { value: seats, span: found.span.clone() });
        draft.headcount_text = Some(found);
        added.push("headcount");
    }
    if draft.wage_unit.is_none()
        && let Some(found) = words(text, &answer["wage_text"])
        && wage(draft, &found)
    {
        draft.wage_text = Some(found);
        added.push("wage_text");
    }
    for (field, own) in [("employer", &mut draft.employer), ("workplace_text", &mut draft.workplace)] {
        if own.is_none()
            && let Some(found) = words(text, &answer[field])
        {
            *own = Some(found);
            added.push(field);
        }
    }
    if draft.region.is_none() {
        draft.region = draft.workplace.as_ref().and_then(|place| facts::region_of(&place.value, home));
    }
    if draft.contacts.is_empty()
        && let Some(found) = words(text, &answer["contact_name"])
    {
        draft.contacts.push(found);
        added.push("contact_name");
    }
    if draft.phones.is_empty() {
        let told = answer["phones"].as_array().map(Vec::as_slice).unwrap_or_default();
        draft.phones = told.iter().filter_map(|phone| phone_of(words(text, phone)?)).collect();
        if !draft.phones.is_empty() {
            added.push("phones");
        }
    }
}

/// The words where they stand in the text; `None` when they do not.
fn words(text: &Text, value: &Value) -> Option<Found<String>> {
    let wanted = Text::new(value.as_str()?.trim());
    let wanted = wanted.folded().trim();
    let from = (!wanted.is_empty() && wanted.len() <= 200).then(|| text.folded().find(wanted)).flatten()?;
    let at: Range<usize> = from..from + wanted.len();
    Some(Found { value: wanted.to_owned(), span: text.original(&at) })
}

fn alike(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    plain(a) == plain(b)
}

/// Seats, as our own rule reads the words.
fn seats(found: &Found<String>) -> Option<u32> {
    let own = facts::find(&Text::new(&found.value), None);
    let told = own.list().iter().find_map(|mention| match mention.fact {
        Fact::Headcount { number, .. } => number,
        _ => None,
    });
    told.or_else(|| number::whole(found.value.trim_end_matches(['人', '名', '个', '位']))).filter(|seats| *seats > 0)
}

/// Pay, as our own rule reads the words; `false` when it reads none.
fn wage(draft: &mut Draft, found: &Found<String>) -> bool {
    let own = facts::find(&Text::new(&found.value), None);
    let stated = own.list().iter().filter_map(|mention| match &mention.fact {
        Fact::Wage(wage) => Some(wage.clone()),
        _ => None,
    });
    let stated = stated.min_by_key(|wage| wage.rank).or_else(|| facts::bare_wage(&found.value).map(|(wage, _)| wage));
    let Some(wage) = stated else { return false };
    let at = |value: f64| Found { value, span: found.span.clone() };
    draft.wage_min = wage.least.map(at);
    draft.wage_max = wage.most.map(at);
    draft.wage_unit = Some(Found { value: wage.unit, span: found.span.clone() });
    true
}

/// A phone of digits alone that our own rule takes for one.
fn phone_of(found: Found<String>) -> Option<Found<String>> {
    let own = facts::find(&Text::new(&found.value), None);
    own.list().iter().find_map(|mention| match &mention.fact {
        Fact::Phone(phone) => Some(Found { value: phone.clone(), span: found.span.clone() }),
        _ => None,
    })
}
