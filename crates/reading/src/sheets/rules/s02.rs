//! S2: a site whose size lies exactly on a band's end.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// 200, 500 and 3,000 people: the convention decides, so a person should look.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, _) in view.lines() {
        let people = row.get(f::SITE_PEOPLE).and_then(Value::as_number);
        if people.is_some_and(|n| [200.0, 500.0, 3000.0].contains(&n)) {
            found.warn(row, f::SITE_PEOPLE);
        }
    }
}
