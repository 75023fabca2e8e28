//! What pages say: snapshots on a small fixed ledger, the wizard from file to undo, decisions, sizes.
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use common::{Answer, House, home, import, link, request};
use domain::access::Role;
use office::Office;
use std::path::Path;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");

/// A ledger of three households and four vacancies, the bridge run once.
async fn small() -> House {
    let house = House::bare().await;
    let clerk = Office::command_line(Role::Clerk, home());
    for file in ["households.csv", "spells.csv", "vacancies.csv"] {
        import(&house.office, &clerk, &Path::new(DATA).join(file)).await;
    }
    house.office.screen_all(&clerk).await.unwrap();
    house.run().await;
    house
}

/// The part of a page between the navigation and the end, without what differs from run to run, a line a tag.
fn settled(html: &str) -> String {
    let main = html.split_once("<main").map_or(html, |(_, main)| main);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    let mut text = String::new();
    let mut hex = String::new();
    for sign in main.chars().chain(['\n']) {
        if sign.is_ascii_hexdigit() || (sign == '-' && !hex.is_empty()) {
            hex.push(sign);
            continue;
        }
        let random =
            hex.len() >= 12 && hex.chars().any(|c| c.is_ascii_digit()) && !hex.chars().all(|c| c.is_ascii_digit());
        text.push_str(if random { "…" } else { &hex });
        hex.clear();
        text.push(sign);
    }
    // Journal entries carry the time of the machine.
    let text: Vec<&str> = text.split("<time").collect();
    let text = text.iter().enumerate().map(|(n, part)| match part.split_once("</time>") {
        Some((_, rest)) if n > 0 => format!("<time></time>{rest}"),
        _ => (*part).to_owned(),
    });
    text.collect::<String>().replace("><", ">\n<")
}

async fn look(house: &House, cookie: &str, path: &str) -> String {
    let answer = house.get(cookie, path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    settled(&answer.text)
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_a_small_ledger() {
    let house = small().await;
    let clerk = house.cookie("clerk").await;
    insta::assert_snapshot!("login", look(&house, "", "/login").await);
    insta::assert_snapshot!("today", look(&house, &clerk, "/").await);
    insta::assert_snapshot!("ledger", look(&house, &clerk, "/ledger?tab=zero").await);
    insta::assert_snapshot!("vacancies", look(&house, &clerk, "/vacancies?tab=rejected").await);
    insta::assert_snapshot!("definitions", look(&house, &clerk, "/definitions").await);
    let page = house.get(&clerk, "/ledger?q=gjj").await.text;
    insta::assert_snapshot!("household", look(&house, &clerk, &link(&page, "/ledger/0")).await);
    insta::assert_snapshot!("ledger-en", look(&house, &format!("{clerk}; lang=en"), "/ledger?q=gjj").await);
}

/// Five households, one seat: three compete for it, one is too weak for it, one does not want to work.
async fn short() -> House {
    let house = House::bare().await;
    let clerk = Office::command_line(Role::Clerk, home());
    for file in ["short-households.csv", "short-vacancies.csv"] {
        import(&house.office, &clerk, &Path::new(DATA).join(file)).await;
    }
    house.office.screen_all(&clerk).await.unwrap();
    house.run().await;
    house
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_a_run_with_too_few_seats() {
    let house = short().await;
    let clerk = house.cookie("clerk").await;
    let run = house.get(&clerk, "/bridge").await.location().to_owned();
    let page = house.get(&clerk, &run).await.text;
    insta::assert_snapshot!("bridge", look(&house, &clerk, &run).await);
    insta::assert_snapshot!("bridge-en", look(&house, &format!("{clerk}; lang=en"), &run).await);
    insta::assert_snapshot!("posts", look(&house, &clerk, &format!("{run}/posts")).await);
    let shortage = link(&page, &format!("{run}/shortages/"));
    insta::assert_snapshot!("shortage", look(&house, &clerk, &shortage).await);
    insta::assert_snapshot!("shortages", look(&house, &clerk, &format!("{run}/shortages")).await);
    // A helper of the township sees the own household by name and hears of the others.
    let helper = house.cookie("helper").await;
    let theirs = house.get(&helper, &shortage).await.text;
    assert!(theirs.contains("薛铁柱") && !theirs.contains("贺满堂") && theirs.contains("辖区外还有"), "{theirs}");
    let neighbour = house.cookie("neighbour").await;
    assert_eq!(house.get(&neighbour, &shortage).await.status, StatusCode::NOT_FOUND);
    // From the household without a seat the way leads to who competes with it.
    let without = shortage_of(&house, &clerk, &shortage).await;
    assert!(house.get(&clerk, &without).await.text.contains(&shortage));
}

/// The page of the first household of a shortage, one without a proposal.
async fn shortage_of(house: &House, cookie: &str, shortage: &str) -> String {
    link(&house.get(cookie, shortage).await.text, "/ledger/0")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_household_is_found_in_every_way() {
    let house = small().await;
    let clerk = house.cookie("clerk").await;
    let found = async |search: &str| {
        house.get(&clerk, &format!("/ledger?q={search}")).await.text.matches("<tr><th scope=\"row\">").count()
    };
    for search in ["%E9%83%AD", "%E9%83%AD%E6%99%93%E4%B8%9C", "guoxiaodong", "gxd", "14022204031701", "0003"] {
        assert_eq!(found(search).await, 1, "{search}");
    }
    assert_eq!(found("wangwu").await, 0);
    let none = house.get(&clerk, "/ledger?q=wangwu&tab=zero").await.text;
    assert!(none.contains(r#"href="/ledger?tab=zero""#), "the chip leads to the list without the search");
}

#[tokio::test(flavor = "multi_thread")]
async fn personal_data_is_masked_until_somebody_says_why() {
    let house = small().await;
    let clerk = house.cookie("clerk").await;
    let list = house.get(&clerk, "/ledger?q=gjj").await.text;
    let path = link(&list, "/ledger/0");
    let masked = house.get(&clerk, &path).await.text;
    assert!(masked.contains("1402**********") && masked.contains("199****0001") && !masked.contains("19900000001"));
    let person = masked.split("<option value=\"").nth(1).unwrap()[..36].to_owned();
    let show = format!("{path}/show");
    let silent = house.post(&clerk, &show, &[("person", &person), ("reason", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let shown = house.post(&clerk, &show, &[("person", &person), ("reason", "核对证件")]).await;
    assert!(shown.text.contains("19900000001"));
    let journal = house.get(&clerk, "/journal?command=unmask").await.text;
    assert!(journal.contains("核对证件") && journal.contains("clerk"), "the journal shows who and why");
    // A leader sees masks and has no button for more.
    let leader = house.cookie("leader").await;
    assert!(!house.get(&leader, &path).await.text.contains("/show\""));
    assert_eq!(house.post(&leader, &show, &[("person", &person), ("reason", "x")]).await.status, StatusCode::NOT_FOUND);
}

async fn upload(house: &House, cookie: &str, file: &str) -> Answer {
    let page = house.get(cookie, "/import").await.text;
    let bytes = std::fs::read_to_string(Path::new(DATA).join(file)).unwrap();
    let body = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"token\"\r\n\r\n{}\r\n--edge\r\ncontent-disposition: form-data; \
         name=\"as_of\"\r\n\r\n2020-03-24\r\n--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{file}\"\r\n\r\n{bytes}\r\n--edge--\r\n",
        common::field(&page, "token"),
    );
    let mut request = request(Method::POST, cookie, "/import", Body::from(body));
    request.headers_mut().insert(header::CONTENT_TYPE, "multipart/form-data; boundary=edge".parse().unwrap());
    house.ask(request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn from_file_to_undo() {
    let house = House::bare().await;
    let clerk = house.cookie("clerk").await;
    let preview = upload(&house, &clerk, "households.csv").await.location().to_owned();
    assert!(preview.starts_with("/import/"), "{preview}");
    let page = house.get(&clerk, &preview).await.text;
    insta::assert_snapshot!("import-preview", settled(&page));
    assert!(!page.contains("140222199002309812"), "an ID number is masked even where it is the fault");
    assert!(
        house.get(&clerk, "/ledger").await.text.contains("没有符合条件的户"),
        "nothing is written before the commit"
    );
    let other = house.cookie("leader").await;
    assert_eq!(house.get(&other, &preview).await.status, StatusCode::NOT_FOUND);
    let done = house.post(&clerk, &preview, &[]).await.location().to_owned();
    assert!(done.starts_with("/import?done="), "{done}");
    assert_eq!(house.post(&clerk, &preview, &[]).await.location(), done, "a form sent twice writes once");
    assert_eq!(house.get(&clerk, &preview).await.status, StatusCode::GONE);
    assert!(house.get(&clerk, "/ledger").await.text.contains("郭建军"));
    let page = house.get(&clerk, &done).await.text;
    let undo = page.split("action=\"").find(|part| part.starts_with("/import/undo/")).unwrap();
    let undo = undo.split('"').next().unwrap().to_owned();
    assert_eq!(house.post(&clerk, &undo, &[]).await.location(), "/import");
    assert!(!house.get(&clerk, "/ledger").await.text.contains("郭建军"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_is_decided_and_the_next_respects_it() {
    let house = small().await;
    let clerk = house.cookie("clerk").await;
    let run = house.get(&clerk, "/bridge").await.location().to_owned();
    let page = house.get(&clerk, &run).await.text;
    assert!(page.contains("2 户里，2 户能有人上岗"), "{page}");
    let proposals = house.get(&clerk, &format!("{run}/proposals?covers=1")).await.text;
    let pairs: Vec<String> = proposals
        .split("name=\"pair\" value=\"")
        .skip(1)
        .map(|part| part.split('"').next().unwrap().to_owned())
        .collect();
    assert_eq!(pairs.len(), 2);
    let back = format!("{run}/proposals");
    let accept = [("pair", pairs[0].as_str()), ("verdict", "accepted"), ("back", &back)];
    assert_eq!(house.post(&clerk, "/bridge/decide", &accept).await.location(), back);
    let unfounded = [("pair", pairs[1].as_str()), ("verdict", "refused"), ("back", &back)];
    assert_eq!(house.post(&clerk, "/bridge/decide", &unfounded).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let refuse = [("pair", pairs[1].as_str()), ("verdict", "refused"), ("reason", "太远"), ("back", &back)];
    assert_eq!(house.post(&clerk, "/bridge/decide", &refuse).await.location(), back);
    let next = house.post(&clerk, "/bridge", &[]).await.location().to_owned();
    assert_ne!(next, run);
    let again = house.get(&clerk, &format!("{next}/proposals")).await.text;
    assert!(again.contains(&pairs[0]), "the accepted pair stays");
    assert!(!again.contains(&pairs[1]), "the refused pair is gone");
    let workbook = house.get(&clerk, &format!("{next}/workbook")).await;
    assert!(workbook.bytes.starts_with(b"PK"), "a workbook comes down");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_weighs_more_than_it_may() {
    const MOST: usize = 100_000;
    let house = House::full(600).await;
    let clerk = house.cookie("clerk").await;
    let run = house.get(&clerk, "/bridge").await.location().to_owned();
    let household = link(&house.get(&clerk, "/ledger?tab=zero").await.text, "/ledger/0");
    let mut paths: Vec<String> =
        ["/", "/ledger?size=100", "/vacancies?size=100", "/import", "/journal?size=100", "/definitions", "/me"]
            .map(str::to_owned)
            .into();
    paths.extend([format!("{run}/shortages"), format!("{run}/posts")]);
    paths.extend([household, run.clone(), format!("{run}/proposals"), format!("{run}/proposals?size=100")]);
    for path in paths {
        let answer = house.get(&clerk, &path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.bytes.len() < MOST, "{path} has {} bytes", answer.bytes.len());
        for outside in ["http://", "https://", "//cdn"] {
            let html = answer.text.replace("http://www.w3.org/", "");
            assert!(!html.contains(outside), "{path} speaks of another site");
        }
    }
    let export = house.get(&clerk, "/ledger/export?tab=target").await;
    assert!(export.bytes.starts_with(b"PK"));
}
