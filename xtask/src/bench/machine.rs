//! On what, when and with which versions figures were measured.

use std::path::Path;
use std::process::Command;

/// Processor, cores and memory, as far as the kernel tells.
pub(super) fn describe() -> String {
    let processor = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = field(&processor, "model name").unwrap_or("unknown processor");
    let flags = field(&processor, "flags").unwrap_or_default();
    let vectors = ["avx512f", "avx2"].into_iter().find(|flag| flags.split(' ').any(|f| f == *flag));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kilobytes = field(&memory, "MemTotal").and_then(|total| total.trim_end_matches(" kB").parse::<u64>().ok());
    let gigabytes = kilobytes.unwrap_or(0).div_ceil(1 << 20);
    let vectors = vectors.map(|flag| format!(", {flag}")).unwrap_or_default();
    format!("{model}{vectors}, {cores} cores, {gigabytes} GB")
}

fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    line.split_once(':').map(|(_, value)| value.trim())
}

/// Day, version and commit of this project, version of Rust.
pub(super) fn versions(root: &Path) -> String {
    let say = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).current_dir(root).output();
        output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
    };
    let day = say("date", &["-u", "+%Y-%m-%d"]);
    let commit = say("git", &["describe", "--always", "--dirty=, changed"]);
    let rust = say("rustc", &["--version"]);
    let rust = rust.split(' ').take(2).collect::<Vec<_>>().join(" ");
    format!("{day}, version {} (commit {commit}), {rust}", env!("CARGO_PKG_VERSION"))
}
