//! Q17: a person in special care works outside the county.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Special care 特困供养 is for people who cannot work.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, fact) in view.lines() {
        let cared = row.get(f::WELFARE_TEKUN).and_then(Value::as_bool) == Some(true);
        if cared && fact.works && fact.outside == Some(true) {
            found.warn(row, f::WELFARE_TEKUN);
        }
    }
}
