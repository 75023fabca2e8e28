//! Reading files without taking them in.

use crate::cli::{Common, Read};
use crate::say::{Failure, Say};
use domain::error::Refusal;
use domain::places::Edition;
use std::process::ExitCode;

pub(super) fn run(common: &Common, args: &Read, say: &Say) -> Result<ExitCode, Failure> {
    let Read::Sheet { file, as_of, divisions, json } = args;
    let home = common.home.ok_or_else(|| Refusal::new(1102))?;
    let edition = Edition::from_code(divisions)
        .ok_or_else(|| Refusal::new(4008).with("found", divisions.as_str()).with("known", "2019, 2020, 2023"))?;
    let upload = super::import::upload(file)?;
    let text = office::import::read_as_json(&upload, *as_of, home, edition)?;
    match json {
        Some(out) => std::fs::write(out, text).map_err(|error| Failure::file(out, &error))?,
        None => say.out(&text),
    }
    Ok(ExitCode::SUCCESS)
}
