//! Screening: what is flagged, what is taken back, the minimum wage, posts that come again.

use chrono::NaiveDate;
use domain::codes::PayUnit;
use domain::money::Fen;
use domain::places::Region;
use reading::posts::read;
use reading::screening::{Fingerprint, Flag, Posting, Severity, below_minimum, minimum_wage, screen, serial_posters};

fn flags(text: &str) -> Vec<&'static str> {
    let post = read(text, Region::from_six(140_200));
    screen(text, &post).iter().map(|f| f.flag.code()).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn limits_of_sex_block_and_preferences_of_both_do_not() {
    assert!(flags("大同某某公司招前台2名，女，月薪2500，19900001234").contains(&"gender_restriction"));
    assert!(!flags("大同某某公司招前台2名，男女不限，月薪2500，19900001234").contains(&"gender_restriction"));
    assert_eq!(Flag::GenderRestriction.severity(), Severity::Block);
}

#[test]
fn money_asked_of_workers_is_found_and_its_denial_is_not() {
    let text = "大同某某公司招客服5名，月薪3000，入职交服装费300元，19900001234";
    let post = read(text, None);
    let finding = screen(text, &post).into_iter().find(|f| f.flag == Flag::FeeDeposit).unwrap();
    assert!(finding.quote(text).contains("服装费"), "{}", finding.quote(text));
    assert!(!flags("大同某某公司招客服5名，月薪3000，不收任何费用，无押金，19900001234").contains(&"fee_deposit"));
}

#[test]
fn papers_kept_and_pay_held_back_are_found() {
    let found = flags("某某电子厂招普工，身份证统一保管，押一个月工资，每天12小时，月薪5000，19900001234");
    for flag in ["id_withhold", "wage_withholding", "excessive_hours"] {
        assert!(found.contains(&flag), "{flag} in {found:?}");
    }
}

#[test]
fn the_minimum_wage_is_that_of_area_and_day() {
    let county = Region::from_six(140_222).unwrap();
    assert_eq!(minimum_wage(county, day("2019-06-01")).unwrap().month, Fen::yuan(1400));
    assert_eq!(minimum_wage(county, day("2023-06-01")).unwrap().month, Fen::yuan(1780));
    assert_eq!(minimum_wage(Region::from_six(440_100).unwrap(), day("2023-06-01")), None);
    assert!(below_minimum(Fen::yuan(1500), PayUnit::Month, county, day("2023-06-01")).is_some());
    assert!(below_minimum(Fen::yuan(120), PayUnit::Day, county, day("2023-06-01")).is_none());
    assert!(below_minimum(Fen::yuan(15), PayUnit::Hour, county, day("2023-06-01")).is_some());
}

#[test]
fn the_same_text_with_another_phone_is_the_same_post() {
    let one = Fingerprint::of("🔥天镇县某某服饰招缝纫工20名，月薪3000-5000元，包吃住，电话19900001234");
    let two = Fingerprint::of("天镇县某某服饰招缝纫工20名，月薪3500-5000元，包吃住。电话：19900005678");
    let other = Fingerprint::of("左云县某某矿业招铲车司机3名，男，45周岁以下，管吃住");
    assert!(one.same_as(&two));
    assert!(!one.same_as(&other));
}

#[test]
fn one_phone_for_three_employers_is_a_serial_poster() {
    let posting =
        |employer: &str| Posting { phones: ["19900001234".to_owned()].into(), employers: [employer.to_owned()].into() };
    let many = [posting("甲厂"), posting("乙厂"), posting("丙厂")];
    assert_eq!(serial_posters(&many).len(), 1);
    assert!(serial_posters(&many[..2]).is_empty());
}
