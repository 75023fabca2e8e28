//! The files of the repository, read once for all checks.

use std::cell::OnceCell;
use std::path::Path;
use std::process::Command;

use anyhow::Context as _;

use super::Code;

/// All files that git knows or would add.
#[derive(Debug, Default)]
pub struct Tree {
    /// In the order of their paths.
    pub files: Vec<File>,
}

/// One file.
#[derive(Debug)]
pub struct File {
    /// Path from the root, with forward slashes.
    pub path: String,
    /// Its contents.
    pub bytes: Vec<u8>,
    code: OnceCell<Code>,
}

impl Tree {
    /// Reads the work tree at `root`: tracked files and new ones that are not ignored.
    ///
    /// # Errors
    /// When git does not run there or a file cannot be read.
    pub fn read(root: &Path) -> anyhow::Result<Tree> {
        let listing = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output()
            .context("git ls-files")?;
        anyhow::ensure!(listing.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listing.stderr));
        let listing = String::from_utf8(listing.stdout).context("a path that is not UTF-8")?;
        let mut paths: Vec<&str> = listing.split_terminator('\0').collect();
        paths.sort_unstable();
        paths.dedup();
        let mut tree = Tree::default();
        // A path may be deleted but not yet committed as such.
        for path in paths.into_iter().filter(|path| root.join(path).is_file()) {
            let bytes = std::fs::read(root.join(path)).with_context(|| path.to_owned())?;
            tree.files.push(File::new(path, bytes));
        }
        Ok(tree)
    }

    /// A tree made up of `(path, contents)`, for tests of the checks.
    pub fn of(files: &[(&str, &str)]) -> Tree {
        Tree { files: files.iter().map(|(path, text)| File::new(path, text.as_bytes().to_vec())).collect() }
    }

    /// The Rust files of the workspace.
    pub fn rust(&self) -> impl Iterator<Item = &File> {
        self.with_extension("rs")
    }

    /// The files whose name ends in `.{extension}`.
    pub fn with_extension(&self, extension: &str) -> impl Iterator<Item = &File> {
        self.files.iter().filter(move |file| file.extension() == extension)
    }

    /// The file at exactly this path.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl File {
    /// A file with these contents.
    pub fn new(path: &str, bytes: Vec<u8>) -> File {
        File { path: path.to_owned(), bytes, code: OnceCell::new() }
    }

    /// The contents, empty when they are not UTF-8.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_default()
    }

    /// The contents read as Rust.
    pub fn code(&self) -> &Code {
        self.code.get_or_init(|| Code::read(self.text()))
    }

    /// What follows the last dot of the name, empty without one.
    pub fn extension(&self) -> &str {
        self.path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, extension)| extension)
    }

    /// The workspace member it belongs to: `store` for `crates/store/…`.
    pub fn member(&self) -> &str {
        let path = self.path.strip_prefix("crates/").unwrap_or(&self.path);
        path.split_once('/').map_or("", |(member, _)| member)
    }

    /// Whether it is compiled into the product: under `src/` and no test.
    pub fn is_product(&self) -> bool {
        self.path.starts_with("crates/") && self.path.contains("/src/") && !self.is_test()
    }

    /// Whether it is a test, a benchmark, an example or made for one.
    pub fn is_test(&self) -> bool {
        let mut parts = self.path.split('/');
        let name = parts.next_back().unwrap_or_default();
        parts.any(|part| matches!(part, "tests" | "benches" | "examples"))
            || matches!(name, "test.rs" | "tests.rs")
            || name.ends_with("_test.rs")
            || name.ends_with("_tests.rs")
    }
}
