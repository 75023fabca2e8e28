//! Writing workbooks.

use super::{open, scope};
use crate::cli::{Common, Export};
use crate::say::{Failure, Say};
use domain::access::Role;
use domain::error::Refusal;
use office::export::Mask;
use std::process::ExitCode;

pub(super) async fn run(common: &Common, args: &Export, say: &Say) -> Result<ExitCode, Failure> {
    let office = open(common).await?;
    let scope = scope(&office, common, Role::Clerk).await?;
    let day = args.as_of.unwrap_or_else(|| office.today());
    let mask = match &args.unmasked {
        Some(reason) => Mask::Off { reason: reason.clone() },
        None => Mask::On,
    };
    let book = match args.kind.as_str() {
        "ledger" => office.ledger_workbook(&scope, day, &mask, say.words).await?,
        "vacancies" => office.vacancies_workbook(&scope, say.words).await?,
        "bridge" => {
            let run = office.last_run(&scope).await?.ok_or_else(|| Refusal::new(1304))?;
            office.result_workbook(&scope, run, say.words).await?
        }
        other => return Err(Refusal::new(4007).with("found", other).with("known", "ledger, vacancies, bridge").into()),
    };
    std::fs::write(&args.out, book).map_err(|error| Failure::file(&args.out, &error))?;
    say.line("cli-export-done", &[("file", args.out.display().to_string().into())]);
    Ok(ExitCode::SUCCESS)
}
