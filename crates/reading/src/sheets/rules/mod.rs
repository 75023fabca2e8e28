//! Rules of data quality, one a file.
use super::Workbook;
use super::cells::Surroundings;
pub(super) fn check(_workbook: &mut Workbook, _around: &Surroundings<'_>) {}
