//! `cargo xtask <chore>`: what a developer runs besides cargo itself.

use std::process::ExitCode;

use xtask::house;

const USAGE: &str = "usage: cargo xtask house      checks that the house keeps its rules (ARCHITECTURE.md)";

fn main() -> anyhow::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["house"] => house::run(),
        _ => {
            eprintln!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}
