//! Two sources side by side: what only one has, and where they differ.

use super::import::upload;
use super::{open, scope};
use crate::cli::Common;
use crate::say::{Failure, Say};
use chrono::NaiveDate;
use domain::access::Role;
use office::import::{Compared, Side, compare_files, field_name, veiled, veiled_key};
use std::path::Path;
use std::process::ExitCode;

/// Lines printed of each list; the rest is in the workbook.
const SHOWN: usize = 20;

/// Exit code 1 when the two differ.
pub(super) async fn run(
    common: &Common,
    (a, b): (&Path, Option<&Path>),
    as_of: Option<NaiveDate>,
    (out, json): (Option<&Path>, bool),
    say: &Say,
) -> Result<ExitCode, Failure> {
    let office = open(common).await?;
    let scope = scope(&office, common, Role::Clerk).await?;
    let first = upload(a)?;
    let compared = match b {
        Some(b) => compare_files(&first, &upload(b)?, as_of.unwrap_or_else(|| office.today()), scope.region())?,
        None => office.compare_with_ledger(&scope, &first, as_of).await?,
    };
    if let Some(out) = out {
        let bytes = office.compared_workbook(&compared, say.words)?;
        std::fs::write(out, bytes).map_err(|error| Failure::file(out, &error))?;
    }
    if json {
        say.out(&as_json(&compared).to_string());
    } else {
        show(&compared, say);
    }
    let found = &compared.found;
    let equal = found.only_a.is_empty() && found.only_b.is_empty() && found.differs.is_empty();
    Ok(ExitCode::from(u8::from(!equal)))
}

fn show(compared: &Compared, say: &Say) {
    let found = &compared.found;
    let args = [
        ("same", found.same.into()),
        ("only_a", (found.only_a.len() as u32).into()),
        ("only_b", (found.only_b.len() as u32).into()),
        ("differs", (found.differs.len() as u32).into()),
        ("nameless", found.nameless.into()),
    ];
    say.line("cli-compare-counts", &args);
    for (key, sides) in [("cli-compare-only-a", &found.only_a), ("cli-compare-only-b", &found.only_b)] {
        for side in sides.iter().take(SHOWN) {
            say.line(key, &place(side));
        }
    }
    for difference in found.differs.iter().take(SHOWN) {
        let mut args = place(&difference.a).to_vec();
        args.push(("field", field_name(difference.field, say.words).into()));
        args.push(("first", veiled(difference.field, &difference.first).into()));
        args.push(("second", veiled(difference.field, &difference.second).into()));
        say.line("cli-compare-differs", &args);
    }
}

fn place(side: &Side) -> [(&'static str, words::Arg); 3] {
    [("about", side.about.as_str().into()), ("sheet", side.sheet.as_str().into()), ("line", side.line.into())]
}

fn as_json(compared: &Compared) -> serde_json::Value {
    let side = |side: &Side| serde_json::json!({ "about": side.about, "key": veiled_key(side), "sheet": side.sheet, "line": side.line });
    let found = &compared.found;
    let differs = found.differs.iter().map(|difference| {
        serde_json::json!({
            "a": side(&difference.a),
            "b": side(&difference.b),
            "field": difference.field.key(),
            "first": veiled(difference.field, &difference.first),
            "second": veiled(difference.field, &difference.second),
        })
    });
    serde_json::json!({
        "a": compared.a,
        "b": compared.b,
        "same": found.same,
        "nameless": found.nameless,
        "only_a": found.only_a.iter().map(side).collect::<Vec<_>>(),
        "only_b": found.only_b.iter().map(side).collect::<Vec<_>>(),
        "differs": differs.collect::<Vec<_>>(),
    })
}
