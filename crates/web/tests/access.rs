//! Who may come in: every route, every role, every area. Made from the table of routes, so that none can be forgotten.
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use axum::body::Body;
use axum::http::{Method, StatusCode};
use common::{House, accounts, link, request};
use domain::access::Role;
use web::{Access, Route, routes};

/// The path of a route with things that are there.
struct Things {
    household: String,
    vacancy: String,
    run: String,
    person: String,
}

impl Things {
    async fn of(house: &House, cookie: &str) -> Self {
        let last = |path: String| path.rsplit('/').next().unwrap().to_owned();
        let run = last(house.get(cookie, "/bridge").await.location().to_owned());
        let proposals = house.get(cookie, &format!("/bridge/{run}/proposals")).await.text;
        Self {
            person: last(link(&proposals, &format!("/bridge/{run}/proposals/"))),
            household: last(link(&house.get(cookie, "/ledger").await.text, "/ledger/0")),
            vacancy: last(link(&house.get(cookie, "/vacancies").await.text, "/vacancies/0")),
            run,
        }
    }

    fn path(&self, route: &Route) -> String {
        let id = match route.path.split('/').nth(1).unwrap() {
            "vacancies" => &self.vacancy,
            _ => &self.household,
        };
        let nothing = "019a0000-0000-7000-8000-000000000000";
        let path = route.path.replace("{id}", id).replace("{run}", &self.run).replace("{person}", &self.person);
        let path = path.replace("{vacancy}", &self.vacancy);
        path.replace("{preview}", nothing).replace("{batch}", nothing).replace("{tag}", "en").replace("{name}", "x")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_comes_in_without_a_session() {
    let house = House::bare().await;
    let things = Things {
        household: String::from("1"),
        vacancy: String::from("1"),
        run: String::from("1"),
        person: String::from("1"),
    };
    for route in routes() {
        for cookie in ["", "qiao=0000"] {
            let path = things.path(&route);
            let answer = house.ask(request(route.method.clone(), cookie, &path, Body::empty())).await;
            if route.access == Access::Open {
                assert!(!answer.location().starts_with("/login?"), "{} {path}", route.method);
            } else {
                assert_eq!(answer.status, StatusCode::SEE_OTHER, "{} {path}", route.method);
                assert!(answer.location().starts_with("/login"), "{path}: {}", answer.location());
                assert!(answer.bytes.is_empty(), "{path}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_sees_what_the_table_says_and_nothing_else() {
    let house = House::full(60).await;
    let things = Things::of(&house, &house.cookie("clerk").await).await;
    for (login, role, _) in accounts() {
        let cookie = house.cookie(login).await;
        for route in routes().into_iter().filter(|route| route.access != Access::Open && route.path != "/logout") {
            let path = things.path(&route);
            let answer = house.ask(request(route.method.clone(), &cookie, &path, Body::empty())).await;
            let what = format!("{login}: {} {path} {}", route.method, answer.status);
            if !route.access.admits(role) {
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{what}");
            } else if route.method == Method::POST {
                // Without its token no form does anything.
                let refused = [StatusCode::FORBIDDEN, StatusCode::BAD_REQUEST, StatusCode::UNSUPPORTED_MEDIA_TYPE];
                assert!(
                    refused.contains(&answer.status) || answer.status == StatusCode::UNPROCESSABLE_ENTITY,
                    "{what}"
                );
            } else {
                let there = answer.status.is_success() || answer.status.is_redirection();
                let not_mine = login == "neighbour"
                    || login == "helper"
                    || ["{preview}", "{vacancy}"].iter().any(|part| route.path.contains(part));
                assert!(there || not_mine && matches!(answer.status.as_u16(), 404 | 410), "{what}");
            }
            assert!(!answer.text.contains('⟦'), "{what}: a text is missing");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_another_area_is_found() {
    let house = House::full(60).await;
    let clerk = house.cookie("clerk").await;
    let things = Things::of(&house, &clerk).await;
    let mut households = Vec::new();
    for part in house.get(&clerk, "/ledger?size=100").await.text.split("/ledger/").skip(1) {
        households.push(part[..36].to_owned());
    }
    households.retain(|id| id.starts_with('0'));
    assert!(households.len() > 30);
    let neighbour = house.cookie("neighbour").await;
    for id in &households {
        assert_eq!(house.get(&neighbour, &format!("/ledger/{id}")).await.status, StatusCode::NOT_FOUND);
    }
    for path in [
        format!("/vacancies/{}", things.vacancy),
        format!("/bridge/{}", things.run),
        format!("/bridge/{}/proposals", things.run),
        format!("/bridge/{}/workbook", things.run),
    ] {
        assert_eq!(house.get(&neighbour, &path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/ledger", "/ledger?region=140222&size=100", "/vacancies", "/journal", "/"] {
        let page = house.get(&neighbour, path).await.text;
        assert!(households.iter().all(|id| !page.contains(id.as_str())), "{path}");
        assert!(!page.contains(&things.vacancy), "{path}");
    }
    // A helper sees the households of the own township, all of them and no other.
    let helper = house.cookie("helper").await;
    let own = house.get(&helper, "/ledger?size=100").await.text;
    for id in &households {
        let mine = own.contains(id.as_str());
        let answer = house.get(&helper, &format!("/ledger/{id}")).await.status;
        assert_eq!(answer.is_success(), mine, "{id}");
    }
    assert!(!Access::People.admits(Role::Keeper), "a keeper sees nobody");
}
