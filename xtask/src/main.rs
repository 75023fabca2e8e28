//! `cargo xtask <chore>`: what a developer runs besides cargo itself.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use xtask::{bench, house};

const USAGE: &str = "\
usage: cargo xtask house [DIR]        checks that the house keeps its rules (ARCHITECTURE.md)
       cargo xtask bench assign ...   measures the engine beside other solvers; --help tells more";

fn main() -> anyhow::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask lies in the repository")?;
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["house"] => house::run(root),
        ["house", dir] => house::run(Path::new(dir)),
        ["bench", "assign", "--help"] => {
            eprintln!("{}", bench::USAGE);
            Ok(ExitCode::SUCCESS)
        }
        ["bench", "assign", ref rest @ ..] => bench::run(root, rest),
        _ => {
            eprintln!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}
