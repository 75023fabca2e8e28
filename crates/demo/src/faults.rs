//! The faults that are put into the files, and how often (D§9.4).

use serde::Serialize;

/// How often each fault is put in, 0.0..=1.0.
#[derive(Debug, Clone, PartialEq)]
pub struct FaultRates {
    /// Persons with a wrong ID number.
    pub bad_id: f64,
    /// Persons with a phone that carry the number of somebody in another household.
    pub duplicate_phone: f64,
    /// Ended spells without their end month.
    pub missing_end: f64,
    /// Students from 16 on marked as working.
    pub student_working: f64,
    /// Persons listed though dead or moved away.
    pub gone: f64,
    /// Names with a space inside.
    pub spaced_name: f64,
    /// ID numbers or phones in full-width digits.
    pub full_width: f64,
    /// Labels written as their codes or in a loose spelling.
    pub loose_label: f64,
    /// Ages written that do not fit the ID number.
    pub wrong_age: f64,
    /// Posts that ask for an age or a sex, or a fee.
    pub unlawful_post: f64,
}

impl Default for FaultRates {
    fn default() -> Self {
        Self {
            bad_id: 0.02,
            duplicate_phone: 0.04,
            missing_end: 0.06,
            student_working: 0.03,
            gone: 0.01,
            spaced_name: 0.03,
            full_width: 0.01,
            loose_label: 0.08,
            wrong_age: 0.01,
            unlawful_post: 0.12,
        }
    }
}

impl FaultRates {
    /// No faults: files as an office would wish to have them, though still of different shapes.
    pub fn none() -> Self {
        Self {
            bad_id: 0.0,
            duplicate_phone: 0.0,
            missing_end: 0.0,
            student_working: 0.0,
            gone: 0.0,
            spaced_name: 0.0,
            full_width: 0.0,
            loose_label: 0.0,
            wrong_age: 0.0,
            unlawful_post: 0.0,
        }
    }
}

/// Kinds of faults, counted in the [`Truth`](crate::Truth).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// Wrong check character, impossible date or missing digit in an ID number.
    BadId,
    /// Phone of somebody in another household.
    DuplicatePhone,
    /// Ended spell without its end.
    MissingEnd,
    /// Student marked as working.
    StudentWorking,
    /// Dead or moved away, but listed.
    Gone,
    /// Space inside a name.
    SpacedName,
    /// Full-width digits.
    FullWidth,
    /// Code or loose spelling instead of the label.
    LooseLabel,
    /// Age that does not fit the ID number.
    WrongAge,
    /// Age, sex or fee in a post.
    UnlawfulPost,
    /// Blank line inside a table.
    BlankLine,
    /// Subtotal or total line.
    TotalLine,
    /// Line below a table that is no data.
    Footer,
    /// Heading repeated inside a table.
    RepeatedHeading,
}
