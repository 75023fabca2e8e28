//! Running the bridge.

mod findings;

use super::{open, scope, what_if};
use crate::cli::{Bridge, BridgeAsk, Common};
use crate::say::{Failure, Say};
use domain::access::Role;
use domain::bridge::Figures;
use domain::error::Refusal;
use domain::say::Arg;
use std::collections::BTreeMap;
use std::process::ExitCode;

pub(super) async fn run(common: &Common, args: &Bridge, say: &Say) -> Result<ExitCode, Failure> {
    let office = open(common).await?;
    let scope = scope(&office, common, Role::Clerk).await?;
    if let Some(BridgeAsk::WhatIf(asked)) = &args.ask {
        return what_if::run(&office, &scope, asked, say).await;
    }
    let day = args.date.unwrap_or_else(|| office.today());
    let bar = say.progress("cli-bridge-running", office::bridge::STEPS);
    let ran = office.run_bridge(&scope, day, &|_| bar.inc(1)).await?;
    bar.finish_and_clear();
    if let Some(out) = &args.out {
        let book = office.result_workbook(&scope, ran.run, say.words).await?;
        std::fs::write(out, book).map_err(|error| Failure::file(out, &error))?;
    }
    let found = office.findings(&scope, ran.run).await?.ok_or_else(|| Refusal::new(1304))?;
    if args.json {
        let report = serde_json::json!({
            "run": ran.run,
            "day": day,
            "figures": Report::of(&ran.figures),
            "findings": findings::json(&found),
        });
        say.out(&report.to_string());
    } else {
        show(&ran.figures, say);
        findings::show(&found, say);
    }
    Ok(ExitCode::SUCCESS)
}

/// The figures of a run for JSON.
#[derive(serde::Serialize)]
pub(super) struct Report {
    households: u32,
    jobseekers: u32,
    zero_employment: u32,
    covered: u32,
    covered_by_welfare: u32,
    uncovered: u32,
    uncovered_by_reason: BTreeMap<&'static str, u32>,
    placed: u32,
    score: u64,
    vacancies: u32,
    seats: u32,
    pairs: u64,
    list_cut: u32,
    lists_cut: u32,
    certified: bool,
}

impl Report {
    pub(super) fn of(figures: &Figures) -> Self {
        Self {
            households: figures.households,
            jobseekers: figures.jobseekers,
            zero_employment: figures.zero_employment,
            covered: figures.covered,
            covered_by_welfare: figures.covered_by_welfare,
            uncovered: figures.zero_employment - figures.covered,
            uncovered_by_reason: figures.uncovered.iter().map(|(reason, n)| (reason.code(), *n)).collect(),
            placed: figures.placed,
            score: figures.score,
            vacancies: figures.vacancies,
            seats: figures.seats,
            pairs: figures.pairs,
            list_cut: figures.list_cut,
            lists_cut: figures.lists_cut,
            certified: figures.certified,
        }
    }
}

/// The figures of a run in sentences.
pub(super) fn show(figures: &Figures, say: &Say) {
    let uncovered = figures.zero_employment - figures.covered;
    say.line(
        "cli-bridge-covered",
        &[
            ("zero", figures.zero_employment.into()),
            ("covered", figures.covered.into()),
            ("welfare", figures.covered_by_welfare.into()),
            ("uncovered", uncovered.into()),
        ],
    );
    for (reason, n) in &figures.uncovered {
        let reason = Arg::Key(format!("uncovered-{}", reason.code()).into());
        say.line("cli-bridge-uncovered", &[("reason", reason), ("n", (*n).into())]);
    }
    let placed =
        [("placed", figures.placed.into()), ("seats", figures.seats.into()), ("vacancies", figures.vacancies.into())];
    say.line("cli-bridge-placed", &placed);
    if figures.lists_cut > 0 {
        say.line("cli-bridge-cut", &[("n", figures.lists_cut.into()), ("k", figures.list_cut.into())]);
    }
    say.line(if figures.certified { "cli-bridge-certified" } else { "cli-bridge-uncertified" }, &[]);
}
