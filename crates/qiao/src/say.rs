//! What is printed: lines in the user's language on the standard output, refusals on the error output, progress on a terminal only.

use domain::error::Refusal;
use domain::say::{Arg, Message};
use indicatif::{ProgressBar, ProgressStyle};
use office::OfficeError;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use words::Words;

/// Speaks to the person at the terminal.
pub(crate) struct Say {
    /// The words of their language.
    pub(crate) words: &'static Words,
}

/// Why a command ended without doing its work.
#[derive(Debug)]
pub(crate) struct Failure(Refusal);

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}
impl From<OfficeError> for Failure {
    fn from(error: OfficeError) -> Self {
        Self(error.refusal())
    }
}
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(Refusal::new(4001).with("found", error.to_string()))
    }
}

impl Failure {
    /// A file could not be read or written.
    pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self(Refusal::new(4002).with("file", path.display().to_string()).with("found", error.to_string()))
    }
}

impl Say {
    pub(crate) const fn new(words: &'static Words) -> Self {
        Self { words }
    }

    /// A line of the message `key` with its arguments.
    pub(crate) fn line(&self, key: &'static str, args: &[(&'static str, Arg)]) {
        let mut message = Message::new(key);
        message.args = args.iter().map(|(name, arg)| ((*name).into(), arg.clone())).collect();
        self.out(&words::render(&message, self.words.lang()));
    }

    /// A line as it stands. A closed pipe is not an error of ours.
    pub(crate) fn out(&self, line: &str) {
        let _ = writeln!(std::io::stdout(), "{line}");
    }

    /// Prints that a file was refused; the others go on.
    pub(crate) fn refused(&self, file: &std::path::Path, refusal: &Refusal) {
        line_to_stderr(&file.display().to_string());
        self.failure(&Failure(refusal.clone()));
    }

    /// Prints a refusal: number, what was found and expected, what to do. Exit 1.
    pub(crate) fn failure(&self, failure: &Failure) -> ExitCode {
        let lang = self.words.lang();
        line_to_stderr(&format!("{} {}", failure.0.number, words::render(&failure.0.message, lang)));
        line_to_stderr(&words::render(&failure.0.advice(), lang));
        ExitCode::from(1)
    }

    /// A progress bar of `steps`, shown on a terminal only.
    pub(crate) fn progress(&self, key: &'static str, steps: u64) -> ProgressBar {
        if !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{msg} [{bar:32}] {pos}/{len} {elapsed}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::new(steps).with_style(style).with_message(self.words.text(key).into_owned())
    }
}

/// A line on the error output.
pub(crate) fn line_to_stderr(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
