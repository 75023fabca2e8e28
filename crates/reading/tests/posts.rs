//! Recruitment posts: the corpus with floors, single habits of writing, and texts made to break readers.

use domain::places::Region;
use proptest::prelude::*;
use reading::posts::{Draft, Gender, MAX_CHARS, Unit, read};
use reading::screening::screen;
use serde_json::Value;

fn home() -> Option<Region> {
    Region::from_six(140_200)
}

fn vacancies(text: &str) -> Vec<Draft> {
    read(text, home()).vacancies
}

fn titles(text: &str) -> Vec<String> {
    vacancies(text).into_iter().filter_map(|v| v.title.map(|t| t.value)).collect()
}

fn only(text: &str) -> Draft {
    let mut all = vacancies(text);
    assert_eq!(all.len(), 1, "{text}");
    all.remove(0)
}

fn pay(v: &Draft) -> (Option<f64>, Option<f64>, Option<Unit>) {
    (v.wage_min.as_ref().map(|w| w.value), v.wage_max.as_ref().map(|w| w.value), v.wage_unit.as_ref().map(|u| u.value))
}

/// Fields that make a vacancy exact in the posts schema.
const CORE: [&str; 11] = [
    "title",
    "headcount",
    "wage_min",
    "wage_max",
    "wage_unit",
    "age_min",
    "age_max",
    "gender",
    "board",
    "lodging",
    "phones",
];

fn plain(value: &Value) -> String {
    let text = match value {
        Value::Number(n) => return n.as_f64().map(|n| n.to_string()).unwrap_or_default(),
        other => other.to_string(),
    };
    text.chars().map(domain::clean::half_width).filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_corpus_is_read_at_least_this_well() {
    let (mut posts, mut counted, mut total, mut exact) = (0_u32, 0_u32, 0_u32, 0_u32);
    let (mut right, mut wrong, mut missed) = (0_u32, 0_u32, 0_u32);
    for line in include_str!("corpus/posts.jsonl").lines() {
        let gold: Value = serde_json::from_str(line).unwrap();
        let text = gold["text"].as_str().unwrap();
        let post = read(text, home());
        let wanted = gold["vacancies"].as_array().unwrap();
        let same_count = wanted.len() == post.vacancies.len();
        posts += 1;
        counted += u32::from(same_count);
        total += wanted.len().max(post.vacancies.len()) as u32;
        if same_count {
            let fits =
                |(a, b): &(&Value, &Draft)| CORE.iter().all(|field| plain(&a[*field]) == plain(&b.to_json()[*field]));
            exact += wanted.iter().zip(&post.vacancies).filter(fits).count() as u32;
        }
        let flags: Vec<&str> = screen(text, &post).iter().map(|f| f.flag.code()).collect();
        let wanted: Vec<&str> = gold["flags"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        right += flags.iter().filter(|f| wanted.contains(f)).count() as u32;
        wrong += flags.iter().filter(|f| !wanted.contains(f)).count() as u32;
        missed += wanted.iter().filter(|f| !flags.contains(f)).count() as u32;
    }
    let share = |part: u32, all: u32| f64::from(part) / f64::from(all);
    let flags = 2.0 * f64::from(right) / f64::from(2 * right + wrong + missed);
    assert!(share(counted, posts) >= 0.94, "vacancy count {:.3}", share(counted, posts));
    assert!(share(exact, total) >= 0.80, "exact vacancies {:.3}", share(exact, total));
    assert!(flags >= 0.93, "flags {flags:.3}");
}

#[test]
fn fields_carry_the_bytes_they_came_from() {
    let text = "【急招】　缝纫工２０名，月薪３０００～４５００元，电话：199-0000 1234";
    let v = only(text);
    let phone = v.phones.first().unwrap();
    assert_eq!(phone.value, "19900001234");
    assert_eq!(&text[phone.span.clone()], "199-0000 1234");
    assert_eq!(&text[v.wage_text.as_ref().unwrap().span.clone()], "月薪３０００～４５００元");
    assert_eq!(v.headcount.unwrap().value, 20);
}

#[test]
fn spoken_figures_are_figures() {
    assert_eq!(
        pay(&only("招保洁一名，一个月两千二，电话19900001234")),
        (Some(2200.0), Some(2200.0), Some(Unit::Month))
    );

    assert_eq!(pay(&only("招搬运工 工资四五千 19900001234")), (Some(4000.0), Some(5000.0), Some(Unit::Month)));
    assert_eq!(pay(&only("招力工5个 一天180 管饭 19900001234")), (Some(180.0), Some(180.0), Some(Unit::Day)));
    assert_eq!(pay(&only("招店长 年薪8-12万 19900001234")), (Some(80_000.0), Some(120_000.0), Some(Unit::Year)));
}

#[test]
fn several_jobs_share_what_is_said_for_all() {
    let text = "天镇县某某服饰有限公司招聘\n1、缝纫工10名，3000-5000元/月\n2、裁剪工2名，4000元/月\n以上岗位包吃住，18-50岁\n电话19900001234 李经理";
    let all = vacancies(text);
    assert_eq!(titles(text), ["缝纫工", "裁剪工"]);
    for v in &all {
        assert_eq!(v.board.as_ref().map(|b| b.value), Some(true));
        assert_eq!(v.lodging.as_ref().map(|b| b.value), Some(true));
        assert_eq!(v.age_max.as_ref().map(|a| a.value), Some(50));
        assert_eq!(v.phones.first().map(|p| p.value.as_str()), Some("19900001234"));
    }
}

#[test]
fn pasted_tables_are_read_by_their_columns() {
    let text = "岗位\t人数\t日薪\t性别\n钢筋工\t20\t320\t男\n小工\t10\t180\t不限\n电话 19900001234";
    let all = vacancies(text);
    assert_eq!(titles(text), ["钢筋工", "小工"]);
    assert_eq!(pay(&all[0]), (Some(320.0), Some(320.0), Some(Unit::Day)));
    assert_eq!(all[0].gender.as_ref().map(|g| g.value), Some(Gender::Male));
    assert_eq!(all[1].headcount.as_ref().map(|h| h.value), Some(10));
}

#[test]
fn texts_without_work_to_offer_give_no_vacancy() {
    for text in [
        "本人男45岁，会开装载机，想找个活干 19900001234",
        "出租房屋两间，县医院旁，月租600，19900001234",
        "云州区电焊工免费培训班招学员30名，4月1日开班",
    ] {
        assert_eq!(vacancies(text), Vec::new(), "{text}");
    }
}

#[test]
fn reading_takes_no_more_than_the_first_part_of_a_huge_text() {
    let text = "招普工10名3000元/月、".repeat(MAX_CHARS);
    assert!(read(&text, home()).vacancies.len() < MAX_CHARS);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_breaks_the_reader(text in "[招聘普工电焊元月天岁男女包吃住县镇路0-9０-９一二三百千万、，。；：（）()\\-~/\\n\\t|【】 ]{0,120}") {
        let post = read(&text, home());
        for v in &post.vacancies {
            for phone in &v.phones {
                prop_assert!(text.get(phone.span.clone()).is_some());
            }
            if let Some(title) = &v.title {
                prop_assert!(text.get(title.span.clone()).is_some());
            }
        }
        let _ = screen(&text, &post);
    }

    #[test]
    fn nor_does_any_other(text in "\\PC{0,200}") {
        let post = read(&text, None);
        let _ = screen(&text, &post);
    }
}
