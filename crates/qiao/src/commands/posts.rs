//! Recruitment texts: taken in, listed with what is found, looked through, called about.

use super::{open, scope};
use crate::cli::{Common, Posts};
use crate::say::{Failure, Say};
use domain::access::{Role, Scope};
use domain::error::Refusal;
use domain::vacancies::State;
use office::Office;
use office::posts::{PostPage, Question, Review};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

pub(super) async fn run(common: &Common, args: Posts, say: &Say) -> Result<ExitCode, Failure> {
    let office = open(common).await?;
    let scope = scope(&office, common, Role::Clerk).await?;
    match args {
        Posts::Take { files, open_clean, json } => take(&office, &scope, &files, open_clean, json, say).await,
        Posts::List { json } => list(&office, &scope, json, say).await,
        Posts::Review { vacancy, set, settle, open, reject } => {
            let page = office.intake_post(&scope, vacancy).await?.ok_or_else(missing)?;
            let side = page.sides.iter().find(|side| side.vacancy.id == vacancy).ok_or_else(missing)?;
            let state = if open { Some(State::Open) } else { reject.as_ref().map(|_| State::Rejected) };
            let (fields, settled) = (pairs(&set)?, pairs(&settle)?);
            let review = Review { seen: side.version, fields, settled, state, reason: reject };
            office.review_vacancy(&scope, Office::fresh_command(), vacancy, review).await?;
            say.line("cli-posts-reviewed", &[("title", side.vacancy.title.as_str().into())]);
            Ok(ExitCode::SUCCESS)
        }
        Posts::Calls => calls(&office, &scope, say).await,
    }
}

fn missing() -> Refusal {
    Refusal::new(1002).with("record", domain::say::Arg::Key("record-vacancy".into()))
}

/// `name=value`, in order.
fn pairs(given: &[String]) -> Result<Vec<(String, String)>, Refusal> {
    let pair = |text: &String| {
        let (name, value) = text.split_once('=').ok_or_else(|| Refusal::new(1003).with("field", text.as_str()))?;
        Ok((name.trim().to_owned(), value.trim().to_owned()))
    };
    given.iter().map(pair).collect()
}

async fn take(
    office: &Office,
    scope: &Scope,
    files: &[PathBuf],
    open_clean: bool,
    json: bool,
    say: &Say,
) -> Result<ExitCode, Failure> {
    let mut reports = Vec::new();
    for file in files {
        let bytes = std::fs::read(file).map_err(|error| Failure::file(file, &error))?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let texts = office::posts::texts_of(&name, &bytes)?;
        let taken = office.take_posts(scope, Office::fresh_command(), &name, texts).await?;
        let counts = taken.counts;
        let batch = taken.batch.map(|batch| batch.to_string());
        if !json {
            let args = [
                ("file", name.as_str().into()),
                ("texts", taken.posts.len().into()),
                ("new", counts.new.into()),
                ("same", counts.same.into()),
                ("none", counts.faulty.into()),
            ];
            say.line("cli-posts-taken", &args);
            if taken.unanswered > 0 {
                say.line("cli-posts-unanswered", &[("n", taken.unanswered.into())]);
            }
            if let Some(batch) = &batch {
                say.line("cli-import-done", &[("batch", batch.as_str().into())]);
            }
        }
        reports.push(json!({
            "file": name, "batch": batch, "texts": taken.posts.len(), "new": counts.new, "same": counts.same,
            "without_vacancy": counts.faulty, "unanswered": taken.unanswered,
        }));
    }
    let mut report = json!({ "files": reports });
    if open_clean {
        let cleared = office.open_clean(scope, Office::fresh_command()).await?;
        report["opened"] = json!(cleared.opened);
        report["left"] = json!(cleared.left);
        if !json {
            say.line("cli-posts-cleared", &[("opened", cleared.opened.into()), ("left", cleared.left.into())]);
        }
    }
    if json {
        say.out(&report.to_string());
    }
    Ok(ExitCode::SUCCESS)
}

async fn list(office: &Office, scope: &Scope, json: bool, say: &Say) -> Result<ExitCode, Failure> {
    let mut posts = Vec::new();
    for waiting in office.intake(scope).await?.posts {
        let Some(page) = office.intake_post(scope, waiting.id).await? else { continue };
        if json {
            posts.push(as_json(&page));
            continue;
        }
        say.out(&waiting.head);
        for side in page.sides.iter().filter(|side| side.waits()) {
            let id = side.vacancy.id.to_string();
            say.line("cli-posts-line", &[("id", id.into()), ("title", side.vacancy.title.as_str().into())]);
            for found in side.findings.iter().filter(|found| found.matters()) {
                let args = [
                    ("rule", domain::say::Arg::Key(found.flag.key().into())),
                    ("code", found.flag.code().into()),
                    ("quote", found.quote.as_str().into()),
                ];
                say.line(if found.blocks() { "cli-posts-block" } else { "cli-posts-look" }, &args);
            }
        }
    }
    if json {
        say.out(&json!({ "posts": posts }).to_string());
    }
    Ok(ExitCode::SUCCESS)
}

fn as_json(page: &PostPage) -> Value {
    let text: String = page.pieces.iter().map(|piece| piece.text.as_str()).collect();
    let sides = page.sides.iter().map(|side| {
        let found = side
            .findings
            .iter()
            .map(|found| json!({ "rule": found.flag.code(), "blocks": found.blocks(), "quote": found.quote }));
        let mut vacancy = json!(side.vacancy);
        // The text stands once for all; limits of age and sex leave no way out of the office.
        if let Some(fields) = vacancy.as_object_mut() {
            fields.remove("origin");
            fields.remove("quarantine");
        }
        json!({ "vacancy": vacancy, "clean": side.clean(), "findings": found.collect::<Vec<_>>() })
    });
    json!({ "text": text, "vacancies": sides.collect::<Vec<_>>() })
}

async fn calls(office: &Office, scope: &Scope, say: &Say) -> Result<ExitCode, Failure> {
    for call in office.calls(scope).await? {
        let who = [call.employer, call.contact, call.phone].into_iter().flatten().collect::<Vec<_>>().join(" ");
        say.line("cli-posts-call", &[("title", call.title.into()), ("who", who.into())]);
        for Question { key, quote } in call.questions {
            let asks = domain::say::Arg::Key(key.into());
            let line = if quote.is_empty() { "cli-posts-ask" } else { "cli-posts-ask-quoted" };
            say.line(line, &[("asks", asks), ("quote", quote.into())]);
        }
    }
    Ok(ExitCode::SUCCESS)
}
