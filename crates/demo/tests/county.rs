//! The true state of a county keeps to the distributions of the dossier (D§9.4).

use chrono::NaiveDate;
use demo::{County, DemoError, Plan, PostBank, Truth, generate};
use domain::codes::{Education, Labour, Relation, Sex, WorkForm};
use domain::ledger::IdNumber;
use domain::places::{Edition, Region};
use std::collections::HashSet;

fn county(households: u32, seed: u64) -> County {
    generate(&Plan { households, seed, ..Plan::default() }).expect("a county")
}

fn near(what: &str, found: f64, wanted: f64, tolerance: f64) {
    assert!((found - wanted).abs() <= tolerance, "{what}: {found:.3}, wanted {wanted:.3} ± {tolerance}");
}

/// Share of those that fit among all.
fn share<T>(all: impl IntoIterator<Item = T>, fits: impl Fn(&T) -> bool) -> f64 {
    let (mut count, mut of) = (0_u32, 0_u32);
    for one in all {
        of += 1;
        count += u32::from(fits(&one));
    }
    f64::from(count) / f64::from(of)
}

#[test]
fn households_have_the_sizes_of_the_census() {
    let county = county(6000, 7);
    for (size, wanted) in [(1, 0.28), (2, 0.34), (3, 0.20), (4, 0.12), (5, 0.04)] {
        near("size", share(&county.households, |household| household.members.len() == size), wanted, 0.02);
    }
}

#[test]
fn labourers_are_as_many_as_old_as_schooled_as_in_the_dossier() {
    let county = county(12_000, 7);
    let labourers: Vec<_> = county.persons.iter().filter(|person| person.labour.can_work()).collect();
    near("labourers among people", labourers.len() as f64 / county.persons.len() as f64, 0.48, 0.03);
    near("men", share(&labourers, |person| person.sex == Sex::Male), 0.54, 0.03);
    for (labour, wanted) in [(Labour::Ordinary, 0.70), (Labour::Skilled, 0.06), (Labour::Weak, 0.24)] {
        near(labour.code(), share(&labourers, |person| person.labour == labour), wanted, 0.03);
    }
    for (from, to, wanted) in [(16, 29, 0.12), (30, 39, 0.18), (40, 49, 0.24), (50, 59, 0.32), (60, 66, 0.14)] {
        near("age", share(&labourers, |person| (from..=to).contains(&person.age)), wanted, 0.03);
    }
    for (rank, wanted) in [(1, 0.06), (2, 0.33), (3, 0.50), (4, 0.08), (5, 0.025)] {
        near(
            "education",
            share(&labourers, |person| person.education.map(Education::rank) == Some(rank)),
            wanted,
            0.03,
        );
    }
}

#[test]
fn work_is_where_and_what_the_dossier_says() {
    let county = county(12_000, 7);
    let truth = Truth::of(&county);
    near("in work", f64::from(truth.in_work) / f64::from(truth.labourers), 0.38, 0.02);
    near(
        "zero-employment households",
        f64::from(truth.zero_employment) / f64::from(truth.households_with_labour),
        0.045,
        0.015,
    );
    let open: Vec<_> = county.spells.iter().filter(|spell| spell.end.is_none()).collect();
    let at = |from: u32, to: u32| share(&open, |spell| (from..to).contains(&spell.place));
    let home = county.plan.county.county();
    near("in the county", at(home, home + 1), 0.52, 0.05);
    near("elsewhere in the city", at(140_200, 140_300) - at(home, home + 1), 0.14, 0.03);
    near("elsewhere in the province", at(140_000, 150_000) - at(140_200, 140_300), 0.09, 0.03);
    near("Beijing and Tianjin", at(110_000, 130_000), 0.14, 0.03);
    near("Hebei and Inner Mongolia", at(130_000, 140_000) + at(150_000, 160_000), 0.08, 0.03);
    for (form, wanted) in [
        (WorkForm::Employer, 0.52),
        (WorkForm::Flexible, 0.26),
        (WorkForm::Workshop, 0.05),
        (WorkForm::PublicPost, 0.12),
        (WorkForm::SelfEmployed, 0.05),
    ] {
        near(form.code(), share(&open, |spell| spell.form == form), wanted, 0.05);
    }
    assert!(open.iter().filter(|spell| spell.form == WorkForm::PublicPost).all(|spell| spell.pay <= 1700));
}

#[test]
fn households_make_sense() {
    let county = county(3000, 3);
    for household in &county.households {
        let members = &county.persons[household.members.clone()];
        assert_eq!(members[0].relation, Relation::Head);
        assert_eq!(members.iter().filter(|person| person.relation == Relation::Head).count(), 1);
        let spouses: Vec<_> = members.iter().filter(|person| person.relation == Relation::Spouse).collect();
        assert!(spouses.len() <= 1 && spouses.iter().all(|spouse| spouse.sex != members[0].sex));
        for person in members {
            assert_ne!(person.education.is_some(), person.student.is_some(), "either schooled or at school");
            assert!(person.age >= 16 && person.student.is_none() || person.labour == Labour::None, "{person:?}");
        }
    }
    for spell in &county.spells {
        let person = &county.persons[spell.person];
        assert!(person.labour.can_work());
        let sixteen = person.id_no[6..10].parse::<i32>().expect("a year") + 16;
        assert!(spell.start.parts().0 >= sixteen);
        assert!(spell.end.is_none_or(|end| end > spell.start));
    }
}

#[test]
fn nobody_is_real() {
    let county = county(20_000, 11);
    let mut ids = HashSet::new();
    let mut phones = HashSet::new();
    for person in &county.persons {
        IdNumber::new(person.id_no.as_str()).check().expect("a valid ID number");
        assert!(person.id_no.starts_with("140222"));
        assert!((980..=999).contains(&person.id_no[14..17].parse::<u32>().expect("digits")));
        assert!(ids.insert(&person.id_no), "every ID number once");
        assert_eq!(IdNumber::new(person.id_no.as_str()).birth_date(), Some(person.born));
        assert_eq!(IdNumber::new(person.id_no.as_str()).sex(), Some(person.sex));
        phones.extend(person.phone.as_ref());
    }
    phones.extend(county.employers.iter().map(|employer| &employer.phone));
    assert!(phones.iter().all(|phone| phone.len() == 11 && phone.starts_with("199000")));
}

#[test]
fn seats_are_fewer_than_jobseekers_and_of_every_bank() {
    let county = county(20_000, 1);
    let truth = Truth::of(&county);
    assert!(truth.seats > truth.zero_employment && truth.seats < truth.labourers - truth.in_work);
    for bank in [PostBank::Outside, PostBank::Local, PostBank::Workshop, PostBank::Welfare] {
        assert!(county.posts.iter().any(|post| post.bank == bank), "{bank:?}");
    }
    let day = county.plan.as_of;
    assert!(county.posts.iter().all(|post| post.seats > 0 && post.valid_until > day && post.pay.0 <= post.pay.1));
}

#[test]
fn same_plan_same_county_and_another_seed_another_one() {
    let names = |seed| county(500, seed).persons.into_iter().map(|person| person.name).collect::<Vec<_>>();
    assert_eq!(names(5), names(5));
    assert_ne!(names(5), names(6));
    let elsewhere =
        Plan { county: Region::from_six(140_223).expect("a code"), households: 500, seed: 5, ..Plan::default() };
    let elsewhere = generate(&elsewhere).expect("a county").persons.into_iter().map(|person| person.name);
    assert_ne!(names(5), elsewhere.collect::<Vec<_>>(), "the same seed makes other people in another county");
}

#[test]
fn every_county_of_the_city_works_in_every_edition_and_size() {
    for six in [140_212, 140_213, 140_214, 140_215, 140_221, 140_222, 140_223, 140_224, 140_225, 140_226] {
        for edition in Edition::ALL {
            let county = Region::from_six(six).expect("a code");
            for households in [1, 7, 300] {
                let plan = Plan { county, households, edition, ..Plan::default() };
                let made = generate(&plan).expect("a county");
                assert_eq!(made.households.len(), households as usize);
                assert!(made.villages.iter().all(|village| county.contains(village.region)));
            }
        }
    }
}

#[test]
fn what_cannot_be_made_is_said() {
    let nowhere = Plan { county: Region::from_six(110_105).expect("a code"), ..Plan::default() };
    assert!(matches!(generate(&nowhere), Err(DemoError::NoCounty { .. })));
    let city = Plan { county: Region::from_six(140_200).expect("a code"), ..Plan::default() };
    assert!(matches!(generate(&city), Err(DemoError::NoCounty { .. })));
    let crowd = Plan { households: 1_000_000, ..Plan::default() };
    assert!(matches!(generate(&crowd), Err(DemoError::TooMany { .. })));
}

#[test]
fn the_day_of_the_plan_decides_ages() {
    let day = NaiveDate::from_ymd_opt(2023, 12, 18).expect("a day");
    let county =
        generate(&Plan { as_of: day, households: 300, edition: Edition::Y2023, ..Plan::default() }).expect("a county");
    assert!(county.spells.iter().all(|spell| spell.start.first_day() <= day));
    assert!(county.persons.iter().all(|person| person.born <= day));
}

#[test]
fn a_city_is_the_sum_of_its_counties() {
    let city = Plan { county: Region::from_six(140_200).expect("a code"), households: 3000, ..Plan::default() };
    let plans = city.counties();
    assert!(plans.len() >= 10);
    assert_eq!(plans.iter().map(|plan| plan.households).sum::<u32>(), 3000);
    let (mut ids, mut phones) = (HashSet::new(), HashSet::new());
    for plan in &plans {
        let county = generate(plan).expect("a county");
        let mut own = HashSet::new();
        for person in county.persons {
            assert!(ids.insert(person.id_no), "no number in two counties");
            own.extend(person.phone);
        }
        own.extend(county.employers.into_iter().map(|employer| employer.phone));
        assert!(own.iter().all(|phone| !phones.contains(phone)), "no phone in two counties");
        phones.extend(own);
    }
    assert_eq!(Plan::default().counties(), [Plan::default()]);
}

#[test]
fn errors_speak_both_languages() {
    let nowhere = Plan { county: Region::from_six(110_105).expect("a code"), ..Plan::default() };
    let error = generate(&nowhere).expect_err("no such county");
    assert_eq!(error.message().key, "demo-no-county");
}
