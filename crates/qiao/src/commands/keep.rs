//! Keeping: journal, backup, restore, rebuild, doctor, migrate.

use super::{open, scope};
use crate::cli::Common;
use crate::say::{Failure, Say};
use domain::access::Role;
use domain::places::Region;
use domain::say::Arg;
use office::Office;
use std::path::Path;
use std::process::ExitCode;

pub(super) async fn verify(common: &Common, say: &Say) -> Result<ExitCode, Failure> {
    let office = open(common).await?;
    for (county, entries) in office.verify_journal().await? {
        say.line("cli-journal-whole", &[("county", place(county)), ("n", entries.into())]);
    }
    Ok(ExitCode::SUCCESS)
}

/// A county by its name, else by its code.
fn place(county: u32) -> Arg {
    Region::from_six(county).map_or_else(|| Arg::Text(county.to_string()), Arg::Region)
}

pub(super) async fn backup(common: &Common, to: &Path, say: &Say) -> Result<ExitCode, Failure> {
    open(common).await?.backup(to).await?;
    say.line("cli-backup-done", &[("folder", to.display().to_string().into())]);
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn restore(common: &Common, from: &Path, say: &Say) -> Result<ExitCode, Failure> {
    Office::restore(from, &common.data).await?;
    say.line("cli-restore-done", &[("folder", common.data.display().to_string().into())]);
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn rebuild(common: &Common, say: &Say) -> Result<ExitCode, Failure> {
    let office = open(common).await?;
    let scope = scope(&office, common, Role::Keeper).await?;
    let households = office.rebuild(&scope).await?;
    say.line("cli-rebuilt", &[("n", i64::try_from(households).unwrap_or(i64::MAX).into())]);
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn migrate(common: &Common, say: &Say) -> Result<ExitCode, Failure> {
    open(common).await?;
    say.line("cli-migrated", &[]);
    Ok(ExitCode::SUCCESS)
}

/// Counts and checks; exit 1 when something is wrong.
pub(super) async fn doctor(common: &Common, json: bool, say: &Say) -> Result<ExitCode, Failure> {
    let office = open(common).await?;
    let report = office.doctor().await?;
    if json {
        say.out(&serde_json::to_string(&report).unwrap_or_default());
    } else {
        let counts = [
            ("households", report.households.into()),
            ("persons", report.persons.into()),
            ("spells", report.spells.into()),
            ("employers", report.employers.into()),
            ("vacancies", report.vacancies.into()),
            ("entries", report.journal_entries.into()),
        ];
        say.line("cli-doctor-counts", &counts);
        say.line(if report.journal_ok { "cli-doctor-journal-ok" } else { "cli-doctor-journal-broken" }, &[]);
        say.line(if report.read_models_ok { "cli-doctor-models-ok" } else { "cli-doctor-models-stale" }, &[]);
    }
    let well = report.journal_ok && report.read_models_ok && report.store_ok;
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
