//! The employer.

use super::CreditCode;
use crate::codes::{EmployerType, Industry};
use crate::ids::EmployerId;
use crate::ledger::Phone;
use crate::places::Region;
use crate::record::record;
use serde::{Deserialize, Serialize};

record! {
    /// An employer.
    pub struct Employer [EmployerId] {
        /// County whose office keeps the employer.
        region: Region,
        /// Name in full.
        name: String,
        |
        /// Unified social credit code.
        credit_code: Option<CreditCode>,
        /// Industry section.
        industry: Option<Industry>,
        /// Kind of employer.
        kind: Option<EmployerType>,
        /// Address.
        address: Option<String>,
        /// Contact person (personal).
        contact_name: Option<String>,
        /// Contact phone (personal unless published).
        contact_phone: Option<Phone>,
        /// How far the employer was verified.
        verification: Option<Verification>,
        /// Note of the office.
        note: Option<String>,
    }
}

/// How far an employer was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    /// Nothing checked.
    Unverified,
    /// The credit code is formally right.
    Code,
    /// Somebody called back.
    Called,
    /// Somebody was there.
    Visited,
}
