//! Taking workbooks in, and taking an import back.

use super::{open, scope};
use crate::cli::{Common, Import, ImportUndo};
use crate::say::{Failure, Say};
use domain::access::{Role, Scope};
use domain::error::Refusal;
use domain::ids::BatchId;
use domain::places::Region;
use office::Office;
use office::import::{Choices, Memory, Preview, Reading, RowState, Upload};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A file whose reading has begun: where it lies, and the workbook of faults to write with its bytes.
type Begun<'a> = (PathBuf, Option<(&'a PathBuf, Vec<u8>)>, Reading);

/// Faulty rows printed; the rest is in the fault workbook.
const SHOWN: usize = 10;

pub(super) async fn run(common: &Common, args: Import, say: &Say) -> Result<ExitCode, Failure> {
    let office = open(common).await?;
    let scope = scope(&office, common, Role::Clerk).await?;
    if let Some(ImportUndo::Undo { batch }) = args.undo {
        office.undo_import(&scope, batch).await?;
        say.line("cli-import-undone", &[("batch", batch.to_string().into())]);
        return Ok(ExitCode::SUCCESS);
    }
    if args.files.is_empty() {
        return Err(Refusal::new(4005).into());
    }
    let scope = match args.county {
        Some(county) => narrowed(&scope, county)?,
        None => scope,
    };
    let choices = choices(&args, office.remembered(&scope).await?)?;
    let mut reports = Vec::new();
    let mut faulty = false;
    let mut files = files(&args.files)?.into_iter();
    let mut begin = || -> Result<Option<Begun<'_>>, Failure> {
        let Some((file, name)) = files.next() else { return Ok(None) };
        let upload = upload_as(&file, name)?;
        let bytes = args.faults.as_ref().map(|out| (out, upload.bytes.clone()));
        Ok(Some((file, bytes, office.start_reading(&scope, upload, &choices))))
    };
    let mut next = begin()?;
    while let Some((file, bytes, reading)) = next {
        // The next file is read while this one is written.
        next = begin()?;
        let preview = match office.look_through(&scope, reading).await {
            Ok(preview) => preview,
            Err(error) => {
                faulty = true;
                say.refused(&file, &error.refusal());
                continue;
            }
        };
        faulty |= preview.counts.faulty > 0;
        if let Some((out, bytes)) = bytes {
            let sheet = office.fault_workbook(&preview, &bytes, say.words)?;
            std::fs::write(out, sheet).map_err(|error| Failure::file(out, &error))?;
        }
        if !args.json {
            show(&preview, say);
        }
        reports.push(finish(&office, &scope, preview, args.dry_run, args.json, say).await?);
    }
    if args.json {
        say.out(&serde_json::json!({ "files": reports }).to_string());
    }
    Ok(if faulty { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Commits a preview unless it is only a dry run; the figures for JSON.
async fn finish(
    office: &Office,
    scope: &Scope,
    preview: Preview,
    dry_run: bool,
    json: bool,
    say: &Say,
) -> Result<serde_json::Value, Failure> {
    let (file, counts) = (preview.file.clone(), preview.counts);
    let batch: Option<BatchId> = if dry_run { None } else { Some(office.commit(scope, preview).await?.0) };
    match batch {
        Some(batch) if !json => say.line("cli-import-done", &[("batch", batch.to_string().into())]),
        None if !json => say.line("cli-import-dry", &[]),
        _ => {}
    }
    Ok(serde_json::json!({
        "file": file, "batch": batch, "new": counts.new, "changed": counts.changed, "same": counts.same, "faulty": counts.faulty,
    }))
}

/// The scope of one county of the office.
pub(super) fn narrowed(scope: &Scope, county: Region) -> Result<Scope, Failure> {
    scope.within(county).ok_or_else(|| Refusal::new(1103).with("found", county).with("home", scope.region()).into())
}

/// Endings of files that can be tables; a folder may hold others besides.
const TABLES: [&str; 8] = ["xlsx", "xlsm", "xlsb", "xls", "et", "ods", "csv", "txt"];

/// The files to take in with the names they are told by. Of a folder, all tables in it and in the folders under it, in the order of their
/// names; what stands in the name of a folder under it, such as a county, counts as said in the name of the file.
fn files(given: &[PathBuf]) -> Result<Vec<(PathBuf, String)>, Failure> {
    let mut found = Vec::new();
    for path in given {
        if path.is_dir() {
            gather(path, path, &mut found)?;
        } else {
            found.push((path.clone(), name_of(path)));
        }
    }
    Ok(found)
}

fn gather(folder: &Path, top: &Path, found: &mut Vec<(PathBuf, String)>) -> Result<(), Failure> {
    let entries = std::fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut paths: Vec<PathBuf> =
        entries.map_err(|error| Failure::file(folder, &error))?.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if path.is_dir() {
            gather(&path, top, found)?;
        } else if ending.is_some_and(|ending| TABLES.contains(&ending.as_str())) {
            let name = path.strip_prefix(top).unwrap_or(&path).to_string_lossy().into_owned();
            found.push((path, name));
        }
    }
    Ok(())
}

/// Reads a file from the disk.
pub(super) fn upload(file: &Path) -> Result<Upload, Failure> {
    upload_as(file, name_of(file))
}

fn upload_as(file: &Path, name: String) -> Result<Upload, Failure> {
    let bytes = std::fs::read(file).map_err(|error| Failure::file(file, &error))?;
    Ok(Upload { name, bytes })
}

fn name_of(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn choices(args: &Import, memory: Memory) -> Result<Choices, Failure> {
    let mut choices = Choices { as_of: args.as_of, memory, ..Choices::default() };
    if let Some(kind) = &args.kind {
        choices.kind = Some(office::import::kind(kind)?);
    }
    choices.second = args.second.as_deref().map(upload).transpose()?;
    for said in &args.map {
        let (column, field) = parts(said, '=')?;
        choices.columns.push((office::import::column(column)?, office::import::field(field)?));
    }
    for said in &args.set {
        let (cell, text) = parts(said, '=')?;
        choices.cells.push((office::import::cell(cell)?, text.to_owned()));
    }
    for said in &args.exempt {
        let (cell, rule) = parts(said, ':')?;
        choices.exempt.push((office::import::cell(cell)?, office::import::rule(rule)?));
    }
    Ok(choices)
}

fn parts(said: &str, sign: char) -> Result<(&str, &str), Refusal> {
    said.split_once(sign).ok_or_else(|| Refusal::new(1123).with("found", said))
}

/// What a second file gave, and where the two differ.
fn show_joined(preview: &Preview, say: &Say) {
    let joined = &preview.joined;
    if joined.lines == 0 {
        return;
    }
    let conflicts = joined.conflicts.len() as u32;
    let args = [("lines", joined.lines.into()), ("fields", joined.fields.into()), ("conflicts", conflicts.into())];
    say.line("cli-import-joined", &args);
    for conflict in joined.conflicts.iter().take(SHOWN) {
        let args = [
            ("sheet", conflict.sheet.as_str().into()),
            ("line", conflict.line.into()),
            ("field", office::import::field_name(conflict.field, say.words).into()),
            ("here", office::import::veiled(conflict.field, &conflict.here).into()),
            ("there", office::import::veiled(conflict.field, &conflict.there).into()),
        ];
        say.line("cli-import-conflict", &args);
    }
}

/// The counts of a preview and its first faulty rows.
fn show(preview: &Preview, say: &Say) {
    let counts = preview.counts;
    let args = [
        ("file", preview.file.as_str().into()),
        ("new", counts.new.into()),
        ("changed", counts.changed.into()),
        ("same", counts.same.into()),
        ("faulty", counts.faulty.into()),
    ];
    say.line("cli-import-counts", &args);
    show_joined(preview, say);
    for sheet in preview.sheets.iter().filter(|sheet| !sheet.taken) {
        say.line("cli-import-not-taken", &[("sheet", sheet.name.as_str().into())]);
    }
    let taken = preview.sheets.iter().filter(|sheet| sheet.taken);
    let rows = taken.flat_map(|sheet| sheet.rows.iter().map(move |row| (sheet, row)));
    for (sheet, row) in rows.filter(|(_, row)| row.state == RowState::Faulty).take(SHOWN) {
        let reasons = office::import::reasons(row, say.words).join("; ");
        let args = [
            ("sheet", sheet.name.as_str().into()),
            ("line", row.line.into()),
            ("about", row.about.to_string().into()),
            ("reason", reasons.into()),
        ];
        say.line("cli-import-faulty", &args);
    }
}
