//! `qiao`: the whole product as one program. Here are only the command line and what is printed; every command has a file in
//! `commands/` and does its work through the office.

mod cli;
mod commands;
mod help;
mod say;

use clap::{CommandFactory, FromArgMatches};
use say::{Failure, Say};
use std::process::ExitCode;
use words::{Lang, Words};

fn main() -> ExitCode {
    let words = Words::get(asked_language());
    let command = help::localise(cli::Cli::command(), words);
    let parsed = command.try_get_matches().and_then(|matches| cli::Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return usage(&error, words),
    };
    log();
    let say = Say::new(words);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return say.failure(&Failure::from(error)),
    };
    match runtime.block_on(commands::run(cli, &say)) {
        Ok(code) => code,
        Err(failure) => say.failure(&failure),
    }
}

/// The log goes to the error output; `QIAO_LOG` says how much, warnings where it says nothing.
fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("QIAO_LOG");
    let filter = filter.unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

/// Help and version go to the standard output with exit 0, wrong usage to the error output with exit 2.
fn usage(error: &clap::Error, words: &Words) -> ExitCode {
    if error.use_stderr() {
        say::line_to_stderr(&words.text("cli-wrong-usage"));
    }
    match error.print() {
        Ok(()) => ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2)),
        Err(_) => ExitCode::from(2),
    }
}

/// The language must be known before the help is built: `--lang`, else QIAO_LANG, else Chinese.
fn asked_language() -> Lang {
    let mut args = std::env::args().skip(1);
    let mut asked = None;
    while let Some(arg) = args.next() {
        if arg == "--lang" {
            asked = args.next();
        } else if let Some(value) = arg.strip_prefix("--lang=") {
            asked = Some(value.to_owned());
        }
    }
    let asked = asked.or_else(|| std::env::var("QIAO_LANG").ok());
    asked.and_then(|lang| lang.parse().ok()).unwrap_or(Lang::Zh)
}
