//! Reads the workbooks of a directory with a `manifest.json` and writes one JSON each:
//! `read_sheets DIR ADMIN_DIR OUT_DIR`. ADMIN_DIR holds the division lists.

use reading::sheets::places::DivisionBook;
use reading::sheets::{Setting, Source, json, read};
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().collect();
    let [_, dir, admin, out] = args.as_slice() else { return Err("usage: read_sheets DIR ADMIN_DIR OUT_DIR".into()) };
    let (dir, admin, out) = (Path::new(dir), Path::new(admin), Path::new(out));
    fs::create_dir_all(out)?;
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(dir.join("manifest.json"))?)?;
    let counties = fs::read_to_string(admin.join("china_divisions_2026.csv"))?;
    for entry in manifest.as_array().into_iter().flatten() {
        let text = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let name = text("file");
        let local = fs::read_to_string(admin.join(format!("{}.csv", text("divisions"))))?;
        let mut book = DivisionBook::from_csv(&counties, &local);
        book.add_crosswalk(&fs::read_to_string(admin.join("datong_crosswalk_2019_2020.csv"))?);
        book.add_crosswalk(&fs::read_to_string(admin.join("datong_crosswalk_2020_2023.csv"))?);
        let bytes = fs::read(dir.join(&name))?;
        let setting = Setting { as_of: text("as_of").parse()?, home: text("home_code").parse()? };
        let started = std::time::Instant::now();
        let result = match read(&Source { name: &name, bytes: &bytes }, &setting, &book) {
            Ok(workbook) => json::workbook(&name, &workbook),
            Err(error) => {
                eprintln!("{name}: {error}");
                continue;
            }
        };
        eprintln!("{name}: {:?}", started.elapsed());
        fs::write(out.join(format!("{name}.json")), serde_json::to_vec(&result)?)?;
    }
    Ok(())
}
