//! Nothing of the machine it was written on: no home directories, no package
//! registry but the public one, nothing outside the repository.

use super::super::{File, Finding, Tree};

/// Top-level folders that only exist on somebody's machine.
const FOLDERS: &[&str] = &["root", "home", "Users", "work", "mnt"];
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Reports such traces in any text file.
pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.files
        .iter()
        .flat_map(|file| file.text().lines().enumerate().filter_map(move |(i, line)| of(file, i, line)))
        .collect()
}

fn of(file: &File, index: usize, line: &str) -> Option<Finding> {
    let what = if file.path.ends_with(".lock") || file.path.ends_with("package-lock.json") {
        foreign_source(line).then(|| "a package from somewhere other than the public registry".to_owned())
    } else {
        machine_path(line).or_else(|| registry(file, line))
    };
    what.map(|what| Finding::new(file, index + 1, what))
}

fn foreign_source(line: &str) -> bool {
    let line = line.trim();
    line.strip_prefix("source = ").is_some_and(|source| source.trim_matches('"') != CRATES_IO)
        || line.starts_with("\"resolved\":")
}

fn machine_path(line: &str) -> Option<String> {
    let folder = FOLDERS.iter().find(|folder| {
        let path = format!("/{folder}/");
        line.match_indices(&path).any(|(at, _)| {
            let starts_path = line[..at].ends_with([' ', '"', '\'', '`', '=', '(', ':']) || at == 0;
            let goes_on = line[at + path.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
            starts_path && goes_on
        })
    })?;
    Some(format!("/{folder}/…: a path of one machine"))
}

fn registry(file: &File, line: &str) -> Option<String> {
    let config = file.path.contains(".cargo/") || file.path.ends_with(".npmrc") || file.path.ends_with("pip.conf");
    let settings = ["replace-with", "[source.", "registry =", "registry=", "index-url", "index ="];
    let found = settings.iter().find(|setting| config && line.contains(**setting))?;
    Some(format!("{found}: leave the choice of registry to the machine"))
}
