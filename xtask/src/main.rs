//! `cargo xtask <chore>`: what a developer runs besides cargo itself.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use xtask::house;

const USAGE: &str = "usage: cargo xtask house [DIR]      checks that the house keeps its rules (ARCHITECTURE.md)";

fn main() -> anyhow::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["house"] => {
            house::run(Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask lies in the repository")?)
        }
        ["house", dir] => house::run(Path::new(dir)),
        _ => {
            eprintln!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}
