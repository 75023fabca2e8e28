//! Two sources side by side: two files, or a file and the ledger. The answer is drawn at once and kept nowhere.

use askama::Template;
use axum::extract::{Multipart, State};
use chrono::NaiveDate;
use office::import::{Compared, Difference, Side, Upload, compare_files, field_name, veiled, veiled_key};

use super::Answer;
use crate::AppState;
use crate::error::Failure;
use crate::form::{bad, stale};
use crate::frame::Frame;
use crate::session::Reader;

/// Lines drawn of each list; the workbook has all.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "compare.html")]
struct Page {
    f: Frame,
    today: NaiveDate,
    v: Option<Compared>,
}

/// `GET /import/compare`: the form.
pub(crate) async fn form(State(state): State<AppState>, f: Frame) -> Answer {
    super::show(&Page { f, today: state.office.today(), v: None })
}

/// `POST /import/compare`: the answer, as a page or as a workbook.
pub(crate) async fn compare(State(state): State<AppState>, f: Frame, reader: Reader, mut parts: Multipart) -> Answer {
    let (mut token, mut as_of, mut download) = (String::new(), String::new(), false);
    let (mut a, mut b) = (None, None);
    while let Some(part) = parts.next_field().await.map_err(|error| Failure::from_status(error.status()))? {
        let (name, file) = (part.name().unwrap_or_default().to_owned(), part.file_name().map(str::to_owned));
        let bytes = part.bytes().await.map_err(|error| Failure::from_status(error.status()))?;
        let upload = || Upload { name: file.unwrap_or_default(), bytes: bytes.to_vec() };
        match name.as_str() {
            "token" => token = String::from_utf8_lossy(&bytes).into_owned(),
            "as_of" => as_of = String::from_utf8_lossy(&bytes).into_owned(),
            "download" => download = true,
            "a" if !bytes.is_empty() => a = Some(upload()),
            "b" if !bytes.is_empty() => b = Some(upload()),
            _ => {}
        }
    }
    if token != reader.token {
        return Err(stale());
    }
    let a = a.ok_or_else(bad)?;
    let (as_of, home, today): (Option<NaiveDate>, _, _) =
        (as_of.parse().ok(), reader.scope.region(), state.office.today());
    let compared = match b {
        Some(b) => {
            let read = move || compare_files(&a, &b, as_of.unwrap_or(today), home);
            tokio::task::spawn_blocking(read).await.map_err(Failure::broken)??
        }
        None => state.office.compare_with_ledger(&reader.scope, &a, as_of).await?,
    };
    if download {
        let workbook = state.office.compared_workbook(&compared, f.words())?;
        return super::workbook(&f.w("compare-file", &compared.a), workbook);
    }
    super::show(&Page { f, today, v: Some(compared) })
}

impl Page {
    fn shown<'a, T>(&self, list: &'a [T]) -> &'a [T] {
        &list[..list.len().min(SHOWN)]
    }

    fn more<T>(&self, list: &[T]) -> bool {
        list.len() > SHOWN
    }

    fn most(&self) -> usize {
        SHOWN
    }

    fn key(&self, side: &Side) -> String {
        veiled_key(side)
    }

    fn field(&self, difference: &Difference) -> String {
        field_name(difference.field, self.f.words())
    }

    fn first(&self, difference: &Difference) -> String {
        veiled(difference.field, &difference.first)
    }

    fn second(&self, difference: &Difference) -> String {
        veiled(difference.field, &difference.second)
    }

    /// The two lists of what only one source has, each with its heading.
    fn only<'a>(&self, v: &'a Compared) -> [(String, &'a [Side]); 2] {
        let other = if v.b.is_some() { "compare-only-b" } else { "compare-only-ledger" };
        [(self.f.t("compare-only-a"), &v.found.only_a), (self.f.t(other), &v.found.only_b)]
    }
}
