//! Formula safety: text from outside must never run as a formula in somebody's spreadsheet (CWE-1236).

use std::borrow::Cow;

/// Signs that make a spreadsheet take a text cell of a CSV file for a formula, full-width twins included.
const DANGEROUS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet might take this text for a formula.
pub fn is_formula_like(text: &str) -> bool {
    text.starts_with(DANGEROUS)
}

/// The text for a CSV cell: with an apostrophe in front where it is formula-like.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula_like(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}
