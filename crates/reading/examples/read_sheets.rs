//! Reads the workbooks of a directory with a `manifest.json` and writes one JSON each:
//! `read_sheets DIR OUT_DIR`. Without OUT_DIR it only tells how long each took.

use domain::places::{Edition, Region};
use reading::sheets::{Setting, Source, json, read};
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().collect();
    let (dir, out) = match args.as_slice() {
        [_, dir] => (Path::new(dir), None),
        [_, dir, out] => (Path::new(dir), Some(Path::new(out))),
        _ => return Err("usage: read_sheets DIR [OUT_DIR]".into()),
    };
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(dir.join("manifest.json"))?)?;
    for entry in manifest.as_array().into_iter().flatten() {
        let text = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let (name, home): (String, u32) = (text("file"), text("home_code").parse()?);
        let setting = Setting {
            as_of: text("as_of").parse()?,
            home: Region::from_six(home).ok_or("home_code")?,
            edition: Edition::from_code(&text("divisions")).ok_or("divisions")?,
        };
        let bytes = fs::read(dir.join(&name))?;
        let started = std::time::Instant::now();
        match read(&Source { name: &name, bytes: &bytes }, &setting) {
            Ok(workbook) => {
                eprintln!("{name}: {:?}", started.elapsed());
                if let Some(out) = out {
                    fs::create_dir_all(out)?;
                    let file = fs::File::create(out.join(format!("{name}.json")))?;
                    json::write(&name, &workbook, &mut std::io::BufWriter::new(file))?;
                }
            }
            Err(error) => eprintln!("{name}: {error}"),
        }
    }
    Ok(())
}
