//! Pages of a city's office and of its counties: one run, decided in both; the journals of all counties.
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use axum::http::StatusCode;
use common::{House, field, link};

/// Values of the pairs on a page of proposals.
fn pairs(html: &str) -> Vec<String> {
    let parts = html.split("name=\"pair\" value=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

/// What is answered to refusals, one after the other, until one is not made at once.
async fn refused(house: &House, cookie: &str, run: &str, region: &str) -> Option<(String, String)> {
    let list = format!("{run}/proposals?size=50&region={region}");
    let id = run.rsplit('/').next().unwrap();
    for pair in pairs(&house.get(cookie, &list).await.text) {
        let refuse =
            [("pair", pair.as_str()), ("run", id), ("verdict", "refused"), ("reason", "太远"), ("back", &list)];
        let answer = house.post(cookie, "/bridge/decide", &refuse).await;
        assert!(!answer.text.contains('⟦'), "{}", answer.text);
        match answer.status {
            StatusCode::OK => return Some((pair, answer.text)),
            StatusCode::SEE_OTHER => assert_eq!(answer.location(), list),
            other => panic!("{other}: {}", answer.text),
        }
    }
    None
}

#[tokio::test(flavor = "multi_thread")]
async fn a_city_decides_about_its_run() {
    let house = House::city(110).await;
    let city = house.cookie("city").await;
    let run = house.get(&city, "/bridge").await.location().to_owned();
    let page = house.get(&city, &run).await;
    assert!(page.status == StatusCode::OK && page.text.contains("阳高县") && page.text.contains("天镇县"));
    let (pair, page) = refused(&house, &city, &run, "").await.expect("somebody waits for a seat");
    let (mark, list) = (field(&page, "mark"), format!("{run}/proposals?size=50"));
    assert!(page.contains("/reseat\"") && !page.contains("name=\"alone\""), "{page}");
    let confirm =
        [("pair", pair.as_str()), ("verdict", "refused"), ("reason", "太远"), ("back", &list), ("mark", &mark)];
    let done = house.post(&city, &format!("{run}/reseat"), &confirm).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, list.as_str()), "{}", done.text);
    assert!(!house.get(&city, &list).await.text.contains(&pair));
    let accept = pairs(&house.get(&city, &list).await.text).swap_remove(0);
    for verdict in ["accepted", "pinned"] {
        let fields = [("pair", accept.as_str()), ("run", run.rsplit('/').next().unwrap()), ("verdict", verdict)];
        let fields: Vec<_> = fields.into_iter().chain([("back", list.as_str())]).collect();
        assert_eq!(house.post(&city, "/bridge/decide", &fields).await.location(), list, "{verdict}");
    }
    // What if, what else: over the whole city.
    let asked = house.get(&city, "/bridge/what-if?kind=reach&area=140221&km=60").await.location().to_owned();
    let answer = house.get(&city, &asked).await;
    assert!(answer.status == StatusCode::OK && answer.text.contains("精确最优"), "{}", answer.text);
    let choices = link(&house.get(&city, &list).await.text, &format!("{run}/proposals/"));
    assert_eq!(house.get(&city, &choices).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_city_reads_the_journals_of_its_counties() {
    let house = House::city(110).await;
    let city = house.cookie("city").await;
    let run = house.get(&city, "/bridge").await.location().to_owned();
    let accept = pairs(&house.get(&city, &format!("{run}/proposals?region=140221")).await.text).swap_remove(0);
    let id = run.rsplit('/').next().unwrap();
    let fields = [("pair", accept.as_str()), ("run", id), ("verdict", "accepted"), ("back", run.as_str())];
    assert_eq!(house.post(&city, "/bridge/decide", &fields).await.location(), run);
    let own = house.get(&city, "/journal").await.text;
    assert!(own.contains("<option value=\"140221\"") && own.contains("<option value=\"140200\" selected"), "{own}");
    let rows = |html: &str| html.matches("<th scope=\"row\">").count();
    for county in ["140221", "140222"] {
        let journal = house.get(&city, &format!("/journal?county={county}&size=100")).await.text;
        assert!(journal.contains(&format!("<option value=\"{county}\" selected")) && rows(&journal) > 3);
        assert!(journal.contains("city·test"), "who decided is named");
        let sound = house.get(&city, &format!("/journal?county={county}&verify=1")).await.text;
        assert!(sound.contains("链条完整"), "{sound}");
    }
    // A county's office has its own journal and no other.
    let clerk = house.cookie("clerk").await;
    let asked = house.get(&clerk, "/journal?county=140221&size=100").await.text;
    assert!(!asked.contains("name=\"county\"") && rows(&asked) > 3);
    assert_eq!(rows(&asked), rows(&house.get(&clerk, "/journal?size=100").await.text));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_county_is_told_what_only_the_city_can_do() {
    let house = House::city(110).await;
    let clerk = house.cookie("clerk").await;
    let run = house.get(&clerk, "/bridge").await.location().to_owned();
    assert!(house.get(&clerk, &run).await.text.contains("大同市"), "its figures are a part");
    for _ in 0..50 {
        let Some((pair, page)) = refused(&house, &clerk, &run, "").await else { break };
        let list = format!("{run}/proposals?size=50&region=");
        let mark = field(&page, "mark");
        let fields =
            [("pair", pair.as_str()), ("verdict", "refused"), ("reason", "太远"), ("back", &list), ("mark", &mark)];
        if !page.contains("name=\"alone\"") {
            assert_eq!(house.post(&clerk, &format!("{run}/reseat"), &fields).await.location(), list);
            continue;
        }
        assert!(page.contains("Q-1314") && page.contains("大同市") && !page.contains("/reseat\""), "{page}");
        // Not even with the mark in hand; recorded alone it holds.
        let forced = house.post(&clerk, &format!("{run}/reseat"), &fields).await;
        assert_eq!(forced.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(forced.text.contains("Q-1314"));
        let alone: Vec<_> =
            fields.into_iter().chain([("alone", "1"), ("run", run.rsplit('/').next().unwrap())]).collect();
        assert_eq!(house.post(&clerk, "/bridge/decide", &alone).await.location(), list);
        let decided = house.get(&clerk, &format!("{run}/proposals?verdict=refused")).await.text;
        assert!(decided.contains(&pair));
        return;
    }
    panic!("no decision of a county moved anybody of the other");
}
