//! Reading files without taking them in.

use crate::cli::{Common, Read};
use crate::say::{Failure, Say};
use domain::error::Refusal;
use domain::places::Edition;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(common: &Common, args: &Read, say: &Say) -> Result<ExitCode, Failure> {
    match args {
        Read::Sheet { file, as_of, divisions, json } => {
            let home = common.home.ok_or_else(|| Refusal::new(1102))?;
            let edition = Edition::from_code(divisions).ok_or_else(|| {
                Refusal::new(4008).with("found", divisions.as_str()).with("known", "2019, 2020, 2023")
            })?;
            let text = office::import::read_as_json(&super::import::upload(file)?, *as_of, home, edition)?;
            match json {
                Some(out) => write(out, &text)?,
                None => say.out(&text),
            }
        }
        Read::Titles { file, out } => write(out, &office::import::titles_as_csv(&super::import::upload(file)?)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn write(out: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(out, text).map_err(|error| Failure::file(out, &error))
}
