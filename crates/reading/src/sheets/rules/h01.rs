//! H1: one telephone number for two helpers.

use super::super::fields as f;
use super::view::{Findings, View};
use std::collections::{HashMap, HashSet};


/// Every line with a number that stands beside different names.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    let mut names: HashMap<&str, HashSet<&str>> = HashMap::new();
    for (row, _) in view.lines() {
        if let (Some(number), Some(name)) = (row.text(f::HELPER_PHONE), row.text(f::HELPER_NAME)) {
            names.entry(number).or_default().insert(name);
        }
    }
    for (row, _) in view.lines() {
        if row.text(f::HELPER_PHONE).is_some_and(|number| names.get(number).is_some_and(|set| set.len() > 1)) {
            found.error(row, f::HELPER_PHONE);
        }
    }
}
