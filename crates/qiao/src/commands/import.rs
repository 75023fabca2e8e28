//! Taking workbooks in, and taking an import back.

use super::{open, scope};
use crate::cli::{Common, Import, ImportUndo};
use crate::say::{Failure, Say};
use domain::access::{Role, Scope};
use domain::error::Refusal;
use domain::ids::BatchId;
use office::Office;
use office::import::{Choices, Preview, RowState, Upload};
use std::path::Path;
use std::process::ExitCode;

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
    let choices = choices(&args)?;
    let mut reports = Vec::new();
    let mut faulty = false;
    for file in &args.files {
        let upload = upload(file)?;
        let bytes = args.faults.as_ref().map(|out| (out, upload.bytes.clone()));
        let preview = match office.preview(&scope, upload, &choices).await {
            Ok(preview) => preview,
            Err(error) => {
                faulty = true;
                say.refused(file, &error.refusal());
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

/// Reads a file from the disk.
pub(super) fn upload(file: &Path) -> Result<Upload, Failure> {
    let bytes = std::fs::read(file).map_err(|error| Failure::file(file, &error))?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Upload { name, bytes })
}

fn choices(args: &Import) -> Result<Choices, Failure> {
    let mut choices = Choices { as_of: args.as_of, ..Choices::default() };
    if let Some(kind) = &args.kind {
        choices.kind = Some(office::import::kind(kind)?);
    }
    Ok(choices)
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
