//! Every vocabulary keeps its promises: codes and labels are unique and lead back to the value, serde writes the code.
#![allow(clippy::unwrap_used)]

use std::collections::HashSet;

use domain::codes::*;
use serde::{Serialize, de::DeserializeOwned};

fn holds<V: Vocabulary + Serialize + DeserializeOwned + std::str::FromStr + std::fmt::Display>() {
    let codes: HashSet<_> = V::ALL.iter().map(|v| v.code()).collect();
    let labels: HashSet<_> = V::ALL.iter().map(|v| v.label()).collect();
    assert_eq!((codes.len(), labels.len()), (V::ALL.len(), V::ALL.len()), "{}", V::NAME);
    for &value in V::ALL {
        assert_eq!(V::from_code(value.code()), Some(value));
        assert_eq!(V::from_label(value.label()), Some(value));
        assert_eq!(value.to_string(), value.code());
        assert_eq!(value.code().parse::<V>().ok(), Some(value));
        let json = serde_json::to_string(&value).unwrap();
        assert_eq!(json, format!("{:?}", value.code()));
        assert_eq!(serde_json::from_str::<V>(&json).unwrap(), value);
    }
    assert!(V::from_code("no such code").is_none() && "".parse::<V>().is_err());
}

macro_rules! all_hold {
    ($($name:ident),+ $(,)?) => { $(holds::<$name>();)+ };
}

#[test]
fn codes_and_labels_lead_back_to_the_value() {
    all_hold!(
        Board,
        Cause,
        Channel,
        DisabilityType,
        Education,
        EmployerType,
        EventPlace,
        FundSource,
        Health,
        HelperOrgType,
        HouseholdClass,
        IdType,
        Identity,
        Industry,
        Insurance,
        JobHelp,
        Labour,
        Marriage,
        Measure,
        NoWorkReason,
        OrgLevel,
        PayMode,
        PayUnit,
        Politics,
        PubpostKind,
        RegionClass,
        Relation,
        RelocMode,
        RelocType,
        RemovalMode,
        RiskClass,
        ServiceNeed,
        Sex,
        SkillLevel,
        SpecialGroup,
        StudentStatus,
        SubsidyMode,
        TrainingType,
        VacancySource,
        WorkForm,
        WorkshopStatus,
        WorkshopType,
    );
}

#[test]
fn education_ranks_agree_with_the_national_table() {
    let table = include_str!("../data/codes/education.csv");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let mut seen = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let education = Education::from_gb(&row[0]).unwrap();
        // Doctors and masters share the top value of the ledgers; "other" means no schooling.
        assert_eq!(education.rank().to_string(), row[3], "GB code {}", &row[0]);
        seen += 1;
    }
    assert_eq!(seen, 40);
    assert!(Education::Vocational.at_least(Education::Senior) && !Education::Junior.at_least(Education::Senior));
    assert_eq!(Education::from_gb("50"), None);
    assert_eq!(Education::from_gb("610"), None);
}

#[test]
fn relation_words_say_sex_and_generation() {
    assert_eq!(Relation::DaughterInLaw.sex(), Some(Sex::Female));
    assert_eq!(Relation::Spouse.sex(), None);
    assert_eq!(Relation::DaughtersSon.generation(), Some(2));
    assert_eq!(Relation::MothersFather.generation(), Some(-2));
    assert_eq!(Relation::Other.generation(), None);
}

#[test]
fn certificate_digit_names_the_disability() {
    assert_eq!(DisabilityType::from_digit(4), Some(DisabilityType::Limb));
    assert_eq!(DisabilityType::from_digit(0), None);
    assert_eq!(DisabilityType::from_digit(8), None);
}
