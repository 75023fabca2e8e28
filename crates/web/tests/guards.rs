//! What guards every page: headers, cookies, tokens, throttles, limits, error pages.
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use common::{House, PASSWORD, field, request};
use web::routes;

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_has_the_security_headers() {
    let house = House::bare().await;
    let clerk = house.cookie("clerk").await;
    for route in routes() {
        let path = route.path.replace(['{', '}'], "");
        for cookie in ["", &clerk] {
            let answer = house.ask(request(route.method.clone(), cookie, &path, Body::empty())).await;
            let get = |name: &str| answer.headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
            assert!(get("content-security-policy").starts_with("default-src 'self';"), "{path}");
            assert!(get("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
            assert!(!get("content-security-policy").contains("unsafe"), "{path}");
            assert_eq!(get("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(get("referrer-policy"), "same-origin", "{path}");
            assert_eq!(get("cross-origin-opener-policy"), "same-origin", "{path}");
            assert!(get("permissions-policy").contains("geolocation=()"), "{path}");
            assert!(!get("x-request-id").is_empty(), "{path}");
            if !path.starts_with("/static") {
                assert_eq!(get("cache-control"), "no-store", "{path}");
            }
            assert!(!answer.text.contains("<script") && !answer.text.contains("style="), "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn assets_are_kept_for_ever_and_known_again() {
    let house = House::bare().await;
    let page = house.get("", "/login").await.text;
    let css = common::link(&page, "/static/qiao-");
    let first = house.get("", &css).await;
    assert_eq!(first.status, StatusCode::OK);
    assert!(first.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    assert_eq!(first.headers[header::CONTENT_TYPE], "text/css; charset=utf-8");
    let mut again = request(Method::GET, "", &css, Body::empty());
    again.headers_mut().insert(header::IF_NONE_MATCH, first.headers[header::ETAG].clone());
    assert_eq!(house.ask(again).await.status, StatusCode::NOT_MODIFIED);
    let mut small = request(Method::GET, "", &css, Body::empty());
    small.headers_mut().insert(header::ACCEPT_ENCODING, "gzip".parse().unwrap());
    let small = house.ask(small).await;
    assert_eq!(small.headers[header::CONTENT_ENCODING], "gzip");
    assert!(small.bytes.len() * 2 < first.bytes.len());
    assert_eq!(house.get("", "/static/qiao-000000000000.css").await.status, StatusCode::NOT_FOUND);
}

async fn log_in(house: &House, login: &str, password: &str) -> common::Answer {
    let body = format!("login={login}&password={password}&next=/ledger");
    let mut request = request(Method::POST, "", "/login", Body::from(body));
    let kind = "application/x-www-form-urlencoded".parse().unwrap();
    request.headers_mut().insert(header::CONTENT_TYPE, kind);
    house.ask(request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn logging_in_and_out() {
    let house = House::bare().await;
    let wrong = log_in(&house, "clerk", "wrong").await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    assert!(wrong.text.contains("Q-5007") && wrong.headers.get(header::SET_COOKIE).is_none());
    let right = log_in(&house, "CLERK", PASSWORD).await;
    assert_eq!((right.status, right.location()), (StatusCode::SEE_OTHER, "/ledger"));
    let cookie = right.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap().to_owned();
    assert_eq!(cookie.len(), "qiao=".len() + 64);
    assert_eq!(house.get(&cookie, "/ledger").await.status, StatusCode::OK);
    assert_eq!(house.post(&cookie, "/logout", &[]).await.location(), "/login");
    assert_eq!(house.get(&cookie, "/ledger").await.location(), "/login?next=%2Fledger");
    // The secret itself is nowhere in the data directory.
    let secret = cookie.trim_start_matches("qiao=").as_bytes();
    for file in std::fs::read_dir(house.folder.path().join("data")).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(secret.len()).any(|part| part == secret));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn next_never_leads_away() {
    let house = House::bare().await;
    for next in ["//evil.test/", "https://evil.test/", "/\\evil.test"] {
        let body = format!("login=clerk&password={PASSWORD}&next={next}");
        let mut request = request(Method::POST, "", "/login", Body::from(body));
        let kind = "application/x-www-form-urlencoded".parse().unwrap();
        request.headers_mut().insert(header::CONTENT_TYPE, kind);
        assert_eq!(house.ask(request).await.location(), "/", "{next}");
    }
    assert_eq!(house.get("", "/lang/en?back=//evil.test").await.location(), "/");
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_is_slowed_down() {
    let house = House::bare().await;
    for _ in 0..10 {
        assert_eq!(log_in(&house, "leader", "guess").await.status, StatusCode::UNAUTHORIZED);
    }
    let held = log_in(&house, "leader", PASSWORD).await;
    assert_eq!(held.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(held.text.contains("Q-5003"));
    assert_eq!(log_in(&house, "clerk", PASSWORD).await.status, StatusCode::SEE_OTHER, "others are not held up");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_works_once() {
    let house = House::bare().await;
    let token = house.office.log_in_link("clerk").await.unwrap();
    let path = format!("/login/once?token={token}");
    let first = house.get("", &path).await;
    assert_eq!((first.status, first.location()), (StatusCode::SEE_OTHER, "/"));
    let second = house.get("", &path).await;
    assert_eq!(second.status, StatusCode::GONE);
    assert!(second.text.contains("Q-5008"));
    assert_eq!(house.get("", "/login/once?token=").await.status, StatusCode::GONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_of_other_sites_are_refused() {
    let house = House::bare().await;
    let clerk = house.cookie("clerk").await;
    let form = |token: &str| {
        let mut request = request(Method::POST, &clerk, "/logout", Body::from(format!("token={token}")));
        let kind = "application/x-www-form-urlencoded".parse().unwrap();
        request.headers_mut().insert(header::CONTENT_TYPE, kind);
        request
    };
    assert_eq!(house.ask(form("")).await.status, StatusCode::FORBIDDEN);
    let other = house.cookie("clerk").await;
    let token_of_other = field(&house.get(&other, "/me").await.text, "token");
    assert_eq!(house.ask(form(&token_of_other)).await.status, StatusCode::FORBIDDEN);
    let token = field(&house.get(&clerk, "/me").await.text, "token");
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.test")] {
        let mut cross = form(&token);
        cross.headers_mut().insert(name, value.parse().unwrap());
        let answer = house.ask(cross).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}");
        assert!(answer.text.contains("Q-5002"), "{name}");
    }
    assert_eq!(house.get(&clerk, "/me").await.status, StatusCode::OK, "still logged in");
    let mut own = form(&token);
    own.headers_mut().insert("sec-fetch-site", "same-origin".parse().unwrap());
    assert_eq!(house.ask(own).await.location(), "/login");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_wrong_gets_a_page_with_a_way_out() {
    let house = House::bare().await;
    let clerk = house.cookie("clerk").await;
    let lost = house.get(&clerk, "/no/such/page").await;
    assert_eq!(lost.status, StatusCode::NOT_FOUND);
    assert!(lost.text.contains("Q-5001") && lost.text.contains(r#"<a class="btn go" href="/">"#));
    assert!(lost.text.contains("aria-label=\"主导航\""), "the frame of the reader stays");
    let mut large = request(Method::POST, &clerk, "/logout", Body::from(vec![b'x'; 300 * 1024]));
    let kind = "application/x-www-form-urlencoded".parse().unwrap();
    large.headers_mut().insert(header::CONTENT_TYPE, kind);
    let large = house.ask(large).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.text.contains("Q-5004"));
    assert_eq!(house.get("", "/healthz").await.text, "ok\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_follows_cookie_then_browser() {
    let house = House::bare().await;
    let lang = async |cookie: &str, wish: &str| {
        let mut request = request(Method::GET, cookie, "/login", Body::empty());
        request.headers_mut().insert(header::ACCEPT_LANGUAGE, wish.parse().unwrap());
        let page = house.ask(request).await.text;
        page.split_once("<html lang=\"").unwrap().1.split_once('"').unwrap().0.to_owned()
    };
    assert_eq!(lang("", "fr").await, "zh-CN");
    assert_eq!(lang("", "en-GB,zh;q=0.5").await, "en");
    assert_eq!(lang("lang=zh-CN", "en").await, "zh-CN");
    assert_eq!(lang("lang=en", "zh").await, "en");
    let switch = house.get("", "/lang/en?back=%2Fledger%3Fq%3D1").await;
    assert_eq!(switch.location(), "/ledger?q=1");
    assert!(switch.headers[header::SET_COOKIE].to_str().unwrap().starts_with("lang=en"));
}
