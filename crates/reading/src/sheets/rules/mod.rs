//! Rules of data quality (schema §7, domain notes 2.13): one a file, all in one table.
//!
//! X1, X2 and X5 (unreadable values, words and places) are found where cells are read.

mod facts;
mod view;

pub(super) use view::covers;

use super::Workbook;
use super::cells::Surroundings;
use super::fault::{Fault, Rule};
use facts::Facts;
use view::{Findings, View};

macro_rules! table {
    ($($rule:ident $module:ident;)*) => {
        $(mod $module;)*

        /// Every rule that looks at lines, households or whole sheets.
        const TABLE: &[(Rule, fn(&View<'_>, &mut Findings<'_>))] = &[$((Rule::$rule, $module::check)),*];
    };
}

table! {
    Q1 q01; Q2 q02; Q3 q03; Q4 q04; Q5 q05; Q6 q06; Q7 q07; Q8 q08; Q9 q09; Q10 q10; Q11 q11; Q12 q12; Q13 q13; Q14 q14;
    Q15 q15; Q16 q16; Q17 q17; Q18 q18; Q19 q19; Q20 q20; Q21 q21; Q22 q22; Q23 q23; Q24 q24; Q25 q25; Q26 q26; Q27 q27;
    Q28 q28; X3 x03; X4 x04; X6 x06; X7 x07; V1 v01; V2 v02; V3 v03; V4 v04; V5 v05; V6 v06; V7 v07; S1 s01; S2 s02; S3 s03;
    M1 m01; H1 h01; H2 h02; T1 t01;
}

/// Applies all rules to all sheets; findings go to the sheets, by line and column.
pub(super) fn check(workbook: &mut Workbook, around: &Surroundings<'_>) {
    let facts: Vec<Facts> = workbook.sheets.iter().map(|sheet| Facts::of(sheet, around)).collect();
    let mut all: Vec<Vec<Fault>> = workbook.sheets.iter().map(|sheet| sheet.faults.clone()).collect();
    for at in 0..workbook.sheets.len() {
        let view = View::new(&workbook.sheets, &facts, at, around);
        for (rule, check) in TABLE {
            let mut found = Findings::new(*rule, &view, &workbook.sheets[at]);
            check(&view, &mut found);
            for (sheet, fault) in found.take() {
                all[sheet].push(fault);
            }
        }
    }
    for (sheet, mut faults) in workbook.sheets.iter_mut().zip(all) {
        // One fault a cell and rule: the more serious one stays.
        faults.sort_by_key(|f| (f.line, f.column, f.rule, std::cmp::Reverse(f.level)));
        faults.dedup_by_key(|f| (f.line, f.column, f.rule));
        sheet.faults = faults;
    }
}
