//! `cargo xtask <chore>`: what a developer runs besides cargo itself.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use xtask::{bench, house};

const USAGE: &str = "\
usage: cargo xtask house [DIR]        checks that the house keeps its rules (ARCHITECTURE.md)
       cargo xtask bench assign ...   measures the engine beside other solvers; --help tells more
       cargo xtask bench plan DIR [ROUNDS] [PREFIX]   holds the planner against best known values of published instances
       cargo xtask bench plan random N   checks plans of random problems
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
        ["bench", "plan", ref rest @ ..] => example(root, "planning", "gaps", rest),
        ["train-titles", ref rest @ ..] => example(root, "reading", "train_titles", rest),
        _ => {
            eprintln!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}

/// Some chores are examples of the crate they are about, so that this one stays light to build.
fn example(root: &Path, member: &str, name: &str, arguments: &[&str]) -> anyhow::Result<ExitCode> {
    let mut child = std::process::Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    child.current_dir(root).args(["run", "--release", "-p", member, "--example", name, "--"]);
    let status = child.args(arguments).status().context("cannot start cargo")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
