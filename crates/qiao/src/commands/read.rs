//! Reading files without taking them in.

use crate::cli::{Common, Read};
use crate::say::{Failure, Say};
use domain::error::Refusal;
use domain::places::{Edition, Region};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(common: &Common, args: &Read, say: &Say) -> Result<ExitCode, Failure> {
    match args {
        Read::Sheet { file, as_of, divisions, json } => {
            let home = common.home.ok_or_else(|| Refusal::new(1102))?;
            let edition = Edition::from_code(divisions).ok_or_else(|| {
                Refusal::new(4008).with("found", divisions.as_str()).with("known", "2019, 2020, 2023")
            })?;
            let upload = super::import::upload(file)?;
            let read = |mut out: &mut dyn Write| office::import::read_as_json(&upload, *as_of, home, edition, &mut out);
            match json {
                Some(out) => {
                    let file = std::fs::File::create(out).map_err(|error| Failure::file(out, &error))?;
                    read(&mut BufWriter::new(file))?;
                }
                None => read(&mut BufWriter::new(std::io::stdout().lock()))?,
            }
        }
        // It may need the ledger and has a file of its own.
        Read::Compare { .. } => {}
        Read::Titles { file, out } => write(out, &office::import::titles_as_csv(&super::import::upload(file)?)?)?,
        Read::Posts { file, out } => {
            let lines = std::fs::read_to_string(file).map_err(|error| Failure::file(file, &error))?;
            // Townships are listed in one prefecture only; posts name them without it.
            let home = common.home.or_else(|| Region::from_six(140_200));
            let text = office::posts::read_posts(&lines, home)?;
            match out {
                Some(out) => write(out, &text)?,
                None => say.out(text.trim_end_matches('\n')),
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn write(out: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(out, text).map_err(|error| Failure::file(out, &error))
}
