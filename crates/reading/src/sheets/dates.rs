//! Comparisons of dates that are known only in part.

use domain::dates::PartialDate;

/// Months since year 0, if the month is known: whole months compare with this.
pub(super) fn months(date: PartialDate) -> Option<i32> {
    let (year, month, _) = date.parts();
    month.map(|month| year * 12 + month as i32 - 1)
}

/// The year.
pub(super) fn year(date: PartialDate) -> i32 {
    date.parts().0
}

/// Whether the day is known.
pub(super) fn has_day(date: PartialDate) -> bool {
    date.parts().2.is_some()
}

/// Whether one date lies before another, compared at the coarser precision of the two.
pub(super) fn is_before(date: PartialDate, other: PartialDate) -> bool {
    let ((y, m, d), (oy, om, od)) = (date.parts(), other.parts());
    if y != oy {
        return y < oy;
    }
    match (m, om, d, od) {
        (Some(m), Some(om), ..) if m != om => m < om,
        (Some(_), Some(_), Some(d), Some(od)) => d < od,
        _ => false,
    }
}
