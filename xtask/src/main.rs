//! `cargo xtask <chore>`: what a developer runs besides cargo itself.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use xtask::{bench, house};

const USAGE: &str = "\
usage: cargo xtask house [DIR]        checks that the house keeps its rules (ARCHITECTURE.md)
       cargo xtask bench assign ...   measures the engine beside other solvers; --help tells more
       cargo xtask train-titles [--cross]   trains the model of job titles, or measures it by cross-validation";

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
        ["train-titles", ref rest @ ..] => train_titles(root, rest),
        _ => {
            eprintln!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}

/// The trainer is an example of the crate `reading`, so that this chore stays light to build.
fn train_titles(root: &Path, arguments: &[&str]) -> anyhow::Result<ExitCode> {
    let mut trainer = std::process::Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    trainer.current_dir(root).args(["run", "--release", "-p", "reading", "--example", "train_titles", "--"]);
    let status = trainer.args(arguments).status().context("cannot start cargo")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
