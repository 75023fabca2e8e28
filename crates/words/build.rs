//! Embeds every message file: writes the list of `messages/<language>/*.ftl`
//! as Rust source, so that adding a file needs no other edit.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let messages = Path::new(&here).join("messages");
    println!("cargo::rerun-if-changed={}", messages.display());
    let mut source = String::new();
    for (constant, folder) in [("ZH", "zh-CN"), ("EN", "en")] {
        let folder = messages.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files: Vec<_> =
            fs::read_dir(&folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
        files.retain(|path| path.extension().is_some_and(|e| e == "ftl"));
        files.sort();
        writeln!(source, "pub(crate) const {constant}: &[(&str, &str)] = &[").map_err(io::Error::other)?;
        for path in files {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let path = path.to_string_lossy();
            writeln!(source, "    ({name:?}, include_str!({path:?})),").map_err(io::Error::other)?;
        }
        writeln!(source, "];").map_err(io::Error::other)?;
    }
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("files.rs"), source)
}
