//! What the fuzz target of job titles does with its bytes.
#![allow(unreachable_pub, reason = "fuzz targets are their own programs")]

use reading::occupations::{Hints, code, code_titles};

/// Codes the first line as a title, the rest as its duties, and all of it as a table. Says whether the title says anything.
pub fn titles(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let (title, duties) = text.split_once('\n').unwrap_or((&text, ""));
    let coded = code(title, &Hints { duties: Some(duties), learned: None });
    assert!(coded.top.len() <= 3 && coded.level <= 4 && coded.confidence <= 100, "{coded:?}");
    assert_eq!(coded, code(title, &Hints { duties: Some(duties), learned: None }), "the same title, the same answer");
    let _ = code_titles(bytes);
    !coded.top.is_empty()
}
