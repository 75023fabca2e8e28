//! Questions and decisions on pages: what if, who would be re-seated, what else could be chosen.
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use axum::http::StatusCode;
use common::{House, field, link};

/// Values of the pairs on a page of proposals.
fn pairs(html: &str) -> Vec<String> {
    let parts = html.split("name=\"pair\" value=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

/// Every value of a hidden field.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!("name=\"{name}\" value=\"");
    html.split(start.as_str()).skip(1).map(|part| part.split('"').next().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_asked_in_forms_and_stands_in_the_address() {
    let house = House::full(150).await;
    let clerk = house.cookie("clerk").await;
    let run = house.get(&clerk, "/bridge").await.location().to_owned();
    assert!(house.get(&clerk, &run).await.text.contains("href=\"/bridge/what-if\""));
    let empty = house.get(&clerk, "/bridge/what-if").await;
    assert_eq!(empty.status, StatusCode::OK);
    let vacancy = empty.text.split("<select name=\"vacancy\"><option value=\"").nth(1).unwrap()[..36].to_owned();
    let asked = house.get(&clerk, &format!("/bridge/what-if?kind=close&vacancy={vacancy}")).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    let answer = house.get(&clerk, asked.location()).await.text;
    assert!(answer.contains("<h1>") && answer.contains("精确最优") && !answer.contains('⟦'), "{answer}");
    // One more change on top; then the first is dropped again.
    let mut more = format!("{}&kind=reach&area=140222&km=60", asked.location());
    let both = house.get(&clerk, &more).await.location().to_owned();
    assert_eq!(both.matches("c=").count(), 2, "{both}");
    let page = house.get(&clerk, &both).await.text;
    assert_eq!(values(&page, "c").iter().filter(|value| value.starts_with("close:")).count() % 2, 0);
    let dropped = link(&page, "/bridge/what-if?c=reach").replace("&amp;", "&");
    assert!(house.get(&clerk, &dropped).await.text.contains("60 公里"), "{dropped}");
    more = "/bridge/what-if?kind=post&title=保洁员&place=140222&seats=many".to_owned();
    assert_eq!(house.get(&clerk, &more.replace("保洁员", "x")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let english = house.get(&format!("{clerk}; lang=en"), asked.location()).await.text;
    assert!(english.contains("exact optima"), "{english}");
    // Asking writes nothing.
    assert_eq!(house.get(&clerk, "/bridge").await.location(), run);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_would_be_re_seated_is_shown_before_it_is_done() {
    let house = House::full(150).await;
    let clerk = house.cookie("clerk").await;
    let run = house.get(&clerk, "/bridge").await.location().to_owned();
    let list = format!("{run}/proposals?size=50");
    let id = run.rsplit('/').next().unwrap();
    let mut shown = None;
    // Refuse until somebody else has to move: then the page asks first.
    for pair in pairs(&house.get(&clerk, &list).await.text) {
        let refuse =
            [("pair", pair.as_str()), ("run", id), ("verdict", "refused"), ("reason", "太远"), ("back", &list)];
        let answer = house.post(&clerk, "/bridge/decide", &refuse).await;
        assert!(!answer.text.contains('⟦'));
        if answer.status == StatusCode::OK {
            assert!(pairs(&house.get(&clerk, &list).await.text).contains(&pair), "nothing is written yet");
            shown = Some((pair, answer.text));
            break;
        }
        assert_eq!(answer.location(), list);
        assert!(!pairs(&house.get(&clerk, &list).await.text).contains(&pair), "the refused pair is gone from the run");
    }
    let (pair, page) = shown.expect("somebody waits for a seat");
    assert!(page.contains("/reseat\""), "{page}");
    let mark = field(&page, "mark");
    let path = format!("{run}/reseat");
    let with = |mark: &'static str| -> Vec<(&'static str, String)> {
        let fields =
            [("pair", pair.as_str()), ("verdict", "refused"), ("reason", "太远"), ("back", &list), ("mark", mark)];
        fields.map(|(name, value)| (name, value.to_owned())).into()
    };
    let other = with("0000");
    let other: Vec<(&str, &str)> = other.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(house.post(&clerk, &path, &other).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not what was shown");
    let confirm: Vec<(&str, &str)> =
        other.iter().map(|&(name, value)| if name == "mark" { (name, mark.as_str()) } else { (name, value) }).collect();
    assert_eq!(house.post(&clerk, &path, &confirm).await.location(), list);
    assert!(!pairs(&house.get(&clerk, &list).await.text).contains(&pair));
    // A helper of one township decides alone, as before.
    let helper = house.cookie("helper").await;
    if let Some(own) = pairs(&house.get(&helper, &list).await.text).first() {
        let accept = [("pair", own.as_str()), ("run", id), ("verdict", "accepted"), ("back", &list)];
        assert_eq!(house.post(&helper, "/bridge/decide", &accept).await.location(), list);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_stand_beside_a_proposal() {
    let house = House::full(150).await;
    let clerk = house.cookie("clerk").await;
    let run = house.get(&clerk, "/bridge").await.location().to_owned();
    let proposals = house.get(&clerk, &format!("{run}/proposals")).await.text;
    let choices = link(&proposals, &format!("{run}/proposals/"));
    let page = house.get(&clerk, &choices).await;
    assert_eq!(page.status, StatusCode::OK, "{choices}");
    assert!(page.text.contains("一样好的选择") && !page.text.contains('⟦'), "{}", page.text);
    assert_eq!(house.get(&house.cookie("neighbour").await, &choices).await.status, StatusCode::NOT_FOUND);
}
