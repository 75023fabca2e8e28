//! An office with a small synthetic county in it, and what tests do with its pages.
#![allow(dead_code, unreachable_pub, missing_docs, clippy::unwrap_used, reason = "each test file uses its part")]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, Response, StatusCode, header};
use chrono::NaiveDate;
use domain::access::{Role, Scope};
use domain::ids::{CommandId, RunId};
use domain::places::Region;
use office::accounts::NewAccount;
use office::clock::FixedDay;
use office::import::{Choices, Upload};
use office::{Office, Place};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tower::ServiceExt;
use web::{AppState, Setting, app};

/// Day of all tests.
pub const DAY: (i32, u32, u32) = (2020, 3, 24);
/// The password of every test account.
pub const PASSWORD: &str = "caravan-2020";
/// 天镇县.
pub const HOME: u32 = 140_222;

/// An office, its pages, and the folder it lives in.
pub struct House {
    pub office: Office,
    pub app: Router,
    pub files: Vec<std::path::PathBuf>,
    pub folder: TempDir,
}

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(DAY.0, DAY.1, DAY.2).unwrap()
}

pub fn home() -> Region {
    Region::from_six(HOME).unwrap()
}

impl House {
    /// An office with accounts and nothing else.
    pub async fn bare() -> Self {
        Self::settled(home()).await
    }

    async fn settled(home: Region) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Directory(folder.path().join("data"));
        let office = Office::open(place, Arc::new(FixedDay(day()))).await.unwrap();
        office.settle(home).await.unwrap();
        for (login, role, area) in accounts() {
            let keeper = Office::command_line(Role::Keeper, area.county_region());
            let account = NewAccount { login: login.into(), name: format!("{login}·test"), role, area };
            office.open_account(&keeper, CommandId(office::ids::fresh()), account, PASSWORD).await.unwrap();
        }
        let app = app(AppState::new(office.clone(), Setting::default()));
        Self { office, app, files: Vec::new(), folder }
    }

    /// The same with the files of a synthetic county of so many households beside it, not yet imported.
    pub async fn with_files(households: u32) -> Self {
        let mut house = Self::bare().await;
        let plan = demo::Plan { households, ..demo::Plan::default() };
        let county = demo::generate(&plan).unwrap();
        let written = demo::write(&county, house.folder.path()).unwrap();
        house.files = written.files.iter().map(|file| house.folder.path().join(file)).collect();
        house
    }

    /// The same, imported, screened, and the bridge run once.
    pub async fn full(households: u32) -> Self {
        let house = Self::with_files(households).await;
        let clerk = Office::command_line(Role::Clerk, home());
        for path in &house.files {
            import(&house.office, &clerk, path).await;
        }
        house.office.screen_all(&clerk).await.unwrap();
        house.run().await;
        house
    }

    /// The office of 大同市 with two small counties in its ledger, run as one; `city` logs in for the city.
    pub async fn city(households: u32) -> Self {
        let city = Region::from_six(140_200).unwrap();
        let house = Self::settled(city).await;
        let keeper = Office::command_line(Role::Keeper, city);
        let account = NewAccount { login: "city".into(), name: "city·test".into(), role: Role::Clerk, area: city };
        house.office.open_account(&keeper, CommandId(office::ids::fresh()), account, PASSWORD).await.unwrap();
        for (number, code) in [(0u32, HOME), (1, 140_221)] {
            let county = Region::from_six(code).unwrap();
            let (seed, first_phone) = (31 + u64::from(number), number * 5_000);
            let plan = demo::Plan { county, households, seed, first_phone, ..demo::Plan::default() };
            let folder = tempfile::tempdir().unwrap();
            let written = demo::write(&demo::generate(&plan).unwrap(), folder.path()).unwrap();
            for file in &written.files {
                import(&house.office, &Office::command_line(Role::Clerk, county), &folder.path().join(file)).await;
            }
        }
        let clerk = Office::command_line(Role::Clerk, city);
        house.office.screen_all(&clerk).await.unwrap();
        house.office.run_bridge(&clerk, day(), &|_| ()).await.unwrap();
        house
    }

    /// Runs the bridge.
    pub async fn run(&self) -> RunId {
        let clerk = Office::command_line(Role::Clerk, home());
        self.office.run_bridge(&clerk, day(), &|_| ()).await.unwrap().run
    }

    /// Logs somebody in and gives the cookie.
    pub async fn cookie(&self, login: &str) -> String {
        let secret = self.office.log_in(login, PASSWORD).await.unwrap().expect("the account is there");
        format!("qiao={secret}")
    }

    /// Answers a request.
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        Answer::of(self.app.clone().oneshot(request).await.unwrap()).await
    }

    /// Gets a page as somebody.
    pub async fn get(&self, cookie: &str, path: &str) -> Answer {
        self.ask(request(Method::GET, cookie, path, Body::empty())).await
    }

    /// Sends a form as somebody; token and id are taken from a page that has a form.
    pub async fn post(&self, cookie: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = field(&self.get(cookie, "/me").await.text, "token");
        let id = office::ids::fresh().to_string();
        let mut all = vec![("token", token.as_str())];
        if !fields.iter().any(|(name, _)| *name == "id") {
            all.push(("id", &id));
        }
        all.extend(fields);
        let body: Vec<String> = all.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let mut request = request(Method::POST, cookie, path, Body::from(body.join("&")));
        let kind = "application/x-www-form-urlencoded".parse().unwrap();
        request.headers_mut().insert(header::CONTENT_TYPE, kind);
        self.ask(request).await
    }
}

/// The test accounts: log-in name, role, area.
pub fn accounts() -> Vec<(&'static str, Role, Region)> {
    let township: Region = "140222100".parse().unwrap();
    vec![
        ("clerk", Role::Clerk, home()),
        ("helper", Role::Helper, township),
        ("crew", Role::Crew, home()),
        ("leader", Role::Leader, home()),
        ("keeper", Role::Keeper, home()),
        ("neighbour", Role::Clerk, Region::from_six(140_221).unwrap()),
    ]
}

/// Imports a file as it is; other files than sheets are left alone.
pub async fn import(office: &Office, scope: &Scope, path: &Path) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let upload = Upload { name, bytes: std::fs::read(path).unwrap() };
    let choices = Choices { as_of: Some(day()), ..Choices::default() };
    // A file without a sheet of a known kind is refused; a county has some of these too.
    match office.preview(scope, upload, &choices).await {
        Ok(preview) if preview.changes().next().is_some() => drop(office.commit(scope, preview).await.unwrap()),
        Ok(_) => {}
        Err(error) => assert_eq!(error.number().to_string(), "Q-2006", "{}", path.display()),
    }
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: header::HeaderMap,
    pub bytes: Vec<u8>,
    pub text: String,
}

impl Answer {
    async fn of(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Self { status: parts.status, headers: parts.headers, bytes, text }
    }

    /// Where it redirects to.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap())
    }
}

pub fn request(method: Method, cookie: &str, path: &str, body: Body) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, "qiao.test");
    if !cookie.is_empty() {
        request = request.header(header::COOKIE, cookie);
    }
    request.body(body).unwrap()
}

/// The value of the first hidden field with a name.
pub fn field(html: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    html.split_once(&start)
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(value, _)| value.to_owned())
        .unwrap_or_default()
}

/// The first link whose address begins so.
pub fn link(html: &str, start: &str) -> String {
    let found = html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    found.filter(|url| url.starts_with(start)).find(|url| url.len() > start.len()).unwrap_or_default().to_owned()
}

fn encode(value: &str) -> String {
    value.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
