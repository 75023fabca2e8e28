//! X6: a stated total differs from the sum of its lines.

use super::super::value::Value;
use super::view::{Findings, View};

/// 小计 covers the lines since the subtotal before, 合计 all lines.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    let mut since = 0;
    for total in &view.sheet.totals {
        let from = if total.partial { since } else { 0 };
        let until = if total.partial { total.after } else { view.sheet.rows.len() };
        for (_, field, stated) in &total.sums {
            let rows = view.sheet.rows.get(from..until).unwrap_or_default();
            let sum: f64 = rows.iter().filter_map(|row| row.get(*field).and_then(Value::as_number)).sum();
            if (sum - stated).abs() > 0.01 {
                found.error_at(total.line, *field, stated.to_string());
            }
        }
        if total.partial {
            since = total.after;
        }
    }
}
