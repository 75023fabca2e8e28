//! Programs that measure run as children of their own, so that their peak memory is theirs alone.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

/// How a child ended.
pub(super) enum Ended {
    /// With what it printed.
    Well(String),
    /// It was stopped at the limit.
    TimedOut,
}

/// Runs a program that prints little, for at most `limit`.
///
/// # Errors
/// When it cannot be started or fails; the message has the end of what it complained about.
pub(super) fn run(command: &mut Command, limit: Duration) -> anyhow::Result<Ended> {
    let begin = Instant::now();
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let mut out = child.stdout.take().context("its output is a pipe")?;
    let mut complaints = child.stderr.take().context("its complaints are a pipe")?;
    let out = std::thread::spawn(move || {
        let mut text = String::new();
        out.read_to_string(&mut text).map(|_| text)
    });
    let complaints = std::thread::spawn(move || {
        let mut text = String::new();
        complaints.read_to_string(&mut text).map(|_| text)
    });
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if begin.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(Ended::TimedOut);
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let text = |thread: std::thread::JoinHandle<std::io::Result<String>>| thread.join().ok().and_then(Result::ok);
    if !status.success() {
        let complaint = text(complaints).unwrap_or_default();
        bail!("{name} failed: {}", complaint.lines().last().unwrap_or("without a word"));
    }
    Ok(Ended::Well(text(out).with_context(|| format!("{name} did not print text"))?))
}

/// A line of `key=value` apart by spaces.
#[derive(Clone, Debug, Default)]
pub(super) struct Line(BTreeMap<String, String>);

impl Line {
    /// Reads a line; what has no `=` is left out.
    pub(super) fn read(line: &str) -> Self {
        let pairs = line.split_whitespace().filter_map(|pair| pair.split_once('='));
        Self(pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect())
    }

    /// The text of a key, empty if it is missing.
    pub(super) fn text(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }

    /// The number of a key, 0 if it is missing.
    pub(super) fn number(&self, key: &str) -> f64 {
        self.text(key).parse().unwrap_or(0.0)
    }
}
