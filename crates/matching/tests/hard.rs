//! Every hard rule: what it rules out, in which words, and what it lets pass for lack of data.

mod common;

use common::{Couple, couple, day, region};
use domain::bridge::{Decision, Verdict};
use domain::codes::{Board, Education, Labour, NoWorkReason, RegionClass, StudentStatus};
use domain::dates::PartialDate;
use domain::ledger::{Constraints, Standing};
use domain::vacancies::{PlacementChannel, State, Weight};
use matching::Decisions;

/// Asserts that a change leads to a sentence, or to none.
#[track_caller]
fn rules_out(key: &str, change: impl FnOnce(&mut Couple)) {
    assert_eq!(couple(change).why_not().as_deref(), Some(key));
}

#[track_caller]
fn admits(change: impl FnOnce(&mut Couple)) {
    assert_eq!(couple(change).why_not(), None);
}

fn born(couple: &mut Couple, year: i32, month: u32, at: u32) {
    couple.person.birth = PartialDate::day(year, month, at);
}

#[test]
fn a_couple_without_any_further_data_is_admitted() {
    admits(|_| ());
    admits(|c| {
        c.person.labour = None;
        c.person.education = None;
        c.person.wish = None;
        c.person.constraints = None;
        c.vacancy.place_region = None;
        c.vacancy.headcount = None;
    });
}

#[test]
fn open_seats() {
    rules_out("why-open-seats", |c| c.vacancy.state = State::Intake);
    rules_out("why-open-seats", |c| c.vacancy.state = State::Rejected);
    rules_out("why-open-seats", |c| c.vacancy.headcount = Some(0));
    rules_out("why-open-seats", |c| c.vacancy.valid_until = day().pred_opt());
    admits(|c| c.vacancy.valid_until = Some(day()));
}

#[test]
fn presence_and_willingness() {
    rules_out("why-presence", |c| c.person.standing = Some(Standing::Dead));
    rules_out("why-presence", |c| c.person.student = Some(StudentStatus::Senior1));
    rules_out("why-willingness", |c| c.wish().willing = Some(false));
    rules_out("why-willingness", |c| c.wish().no_work_reason = Some(NoWorkReason::Unwilling));
    admits(|c| {
        c.wish().willing = Some(true);
        c.wish().no_work_reason = Some(NoWorkReason::Unwilling);
    });
}

#[test]
fn age() {
    rules_out("why-age", |c| born(c, 2004, 7, 2));
    admits(|c| born(c, 2004, 7, 1));
    admits(|c| born(c, 1930, 1, 1));
    rules_out("why-age-unknown", |c| c.person.birth = None);
    let heavy = |c: &mut Couple, year| {
        born(c, year, 7, 1);
        c.vacancy.weight = Some(Weight::Heavy);
    };
    rules_out("why-age-heavy", |c| heavy(c, 2003));
    admits(|c| heavy(c, 2002));
    rules_out("why-age-heavy", |c| {
        born(c, 2003, 7, 1);
        c.vacancy.title = "井下采煤工".into();
    });
}

#[test]
fn capacity() {
    rules_out("why-capacity-none", |c| c.person.labour = Some(Labour::Lost));
    rules_out("why-capacity-none", |c| c.person.labour = Some(Labour::None));
    let weak = |c: &mut Couple, title: &str, weight| {
        c.person.labour = Some(Labour::Weak);
        c.vacancy.title = title.into();
        c.vacancy.weight = weight;
    };
    rules_out("why-capacity-medium", |c| weak(c, "工人", Some(Weight::Medium)));
    rules_out("why-capacity-heavy", |c| weak(c, "工人", Some(Weight::Heavy)));
    rules_out("why-capacity-heavy", |c| weak(c, "装卸工", None));
    admits(|c| weak(c, "工人", Some(Weight::Light)));
    admits(|c| weak(c, "工人", None));
    admits(|c| {
        weak(c, "工人", Some(Weight::Medium));
        c.vacancy.weak_ok = true;
    });
}

#[test]
fn public_welfare_posts() {
    let welfare = |c: &mut Couple, class, year| {
        c.vacancy.channel = Some(PlacementChannel::PublicWelfare);
        c.class = class;
        born(c, year, 7, 1);
    };
    rules_out("why-welfare-household", |c| welfare(c, 0, 1980));
    admits(|c| welfare(c, 1, 1980));
    admits(|c| welfare(c, 2, 1951));
    rules_out("why-welfare-age", |c| welfare(c, 1, 1950));
    admits(|c| {
        welfare(c, 1, 1960);
        c.person.labour = Some(Labour::Weak);
        c.vacancy.weight = Some(Weight::Medium);
    });
    rules_out("why-capacity-none", |c| {
        welfare(c, 1, 1960);
        c.person.labour = Some(Labour::Lost);
    });
}

#[test]
fn licences_the_law_demands() {
    let driver = |c: &mut Couple, title: &str| c.vacancy.title = title.into();
    rules_out("why-licences", |c| driver(c, "小车司机"));
    rules_out("why-licences", |c| driver(c, "电焊工"));
    admits(|c| driver(c, "电焊学徒"));
    admits(|c| driver(c, "保安"));
    let with = |c: &mut Couple, title: &str, certificate: &str| {
        driver(c, title);
        c.person.certificates = vec![certificate.into()];
    };
    admits(|c| with(c, "小车司机", "C1驾照"));
    rules_out("why-licences", |c| with(c, "半挂货车司机", "C1驾照"));
    admits(|c| with(c, "半挂货车司机", "A2驾驶证"));
    rules_out("why-licences", |c| with(c, "叉车司机", "C1驾照"));
    admits(|c| {
        driver(c, "电焊工");
        c.person.skills = vec!["电焊".into()];
    });
}

#[test]
fn education() {
    rules_out("why-education", |c| c.vacancy.education = Some(Education::Senior));
    admits(|c| c.vacancy.education = Some(Education::Junior));
    admits(|c| {
        c.vacancy.education = Some(Education::Vocational);
        c.person.education = Some(Education::Senior);
    });
    admits(|c| {
        c.vacancy.education = Some(Education::Master);
        c.person.education = None;
    });
}

#[test]
fn reach_of_somebody_free_to_leave() {
    let beijing = |c: &mut Couple, board| {
        c.vacancy.place_region = Some(region("110105"));
        c.vacancy.board = board;
    };
    admits(|c| beijing(c, Some(Board::Both)));
    admits(|c| beijing(c, None));
    rules_out("why-reach-lodging", |c| beijing(c, Some(Board::Meals)));
    admits(|c| {
        beijing(c, Some(Board::None));
        c.wish().region_class = Some(RegionClass::OtherProvince);
    });
    rules_out("why-reach-wish", |c| {
        beijing(c, Some(Board::Both));
        c.wish().region_class = Some(RegionClass::County);
    });
    admits(|c| {
        beijing(c, Some(Board::Both));
        c.wish().region_class = Some(RegionClass::County);
        c.context.settings.wish_band_binds = false;
    });
}

#[test]
fn reach_of_somebody_with_care_duty() {
    let carer = |c: &mut Couple, place: &str, max_km| {
        c.vacancy.place_region = Some(region(place));
        c.vacancy.board = Some(Board::Both);
        c.person.constraints = Some(Constraints { care_duty: true, max_km });
    };
    admits(|c| carer(c, common::HOMES[0], None));
    rules_out("why-reach-care", |c| carer(c, "140221", None));
    rules_out("why-reach-care", |c| carer(c, "110105", Some(100)));
    admits(|c| {
        carer(c, "110105", None);
        c.vacancy.place_region = None;
    });
    rules_out("why-reach-care", |c| {
        carer(c, "140221", None);
        c.person.constraints = None;
        c.wish().no_work_reason = Some(NoWorkReason::Care);
    });
    // Without a point the border decides: a whole province elsewhere is no daily way.
    rules_out("why-reach-care-away", |c| carer(c, "330000", None));
}

#[test]
fn refusals_on_record() {
    let decided = |c: &mut Couple, verdicts: &[(Verdict, u64)]| {
        let decisions: Vec<Decision> = verdicts
            .iter()
            .map(|&(verdict, later)| {
                let id = uuid::Uuid::from_u64_pair(0, later);
                Decision::new(id, c.person.id, c.vacancy.id, verdict, day() + chrono::Days::new(later))
            })
            .collect();
        c.context.decisions = Decisions::new(&decisions);
    };
    rules_out("why-refused", |c| decided(c, &[(Verdict::Refused, 0)]));
    rules_out("why-refused", |c| decided(c, &[(Verdict::Refused, 2), (Verdict::Accepted, 1)]));
    admits(|c| decided(c, &[(Verdict::Refused, 1), (Verdict::Open, 2)]));
    admits(|c| decided(c, &[(Verdict::Accepted, 2), (Verdict::Refused, 1)]));
}

#[test]
fn the_first_broken_rule_binds() {
    rules_out("why-age", |c| {
        born(c, 2010, 1, 1);
        c.person.labour = Some(Labour::None);
        c.vacancy.education = Some(Education::Master);
    });
}
