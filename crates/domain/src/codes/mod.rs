//! The vocabularies of the trade: code string ↔ value ↔ official Chinese label.
//!
//! The lists are those of the national anti-poverty system and the county ledgers (D§2.12) and of national standards.
//! Labels are data of the trade, not text of the interface; serde writes the code.

mod household;
mod occupations;
mod outreach;
mod person;
mod relation;
mod site;
mod support;
mod training;
mod vacancy;
mod vocabulary;
mod work;

pub use household::{Cause, HouseholdClass, JobHelp, Measure, RelocMode, RelocType, RemovalMode, RiskClass};
pub use occupations::{Entry as OccupationEntry, NotAnOccupation, Occupation, occupations};
pub use outreach::{EventPlace, HelperOrgType, OrgLevel};
pub use person::{
    DisabilityType, Education, Health, IdType, Identity, Labour, Marriage, Politics, Sex, SpecialGroup, StudentStatus,
};
pub use relation::Relation;
pub use site::{WorkshopStatus, WorkshopType};
pub use support::{FundSource, PubpostKind};
pub use training::{SkillLevel, SubsidyMode, TrainingType};
pub use vacancy::{Board, EmployerType, PayMode, PayUnit, VacancySource};
pub use vocabulary::{UnknownCode, Vocabulary};
pub use work::{Channel, Industry, Insurance, NoWorkReason, RegionClass, ServiceNeed, WorkForm};

pub(crate) use vocabulary::vocabulary;
