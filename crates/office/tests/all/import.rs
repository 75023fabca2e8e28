//! What becomes of the rows of a file.

use crate::support::files::{COUNTY, Post, county, head, id_no, id_of, member, name, posts, roster, spells, table};
use crate::support::{Home, clerk, day, number, row_refusals, row_states};
use domain::access::{Actor, Role, Scope};
use domain::codes::{Labour, Sex};
use domain::facts::BatchCounts;
use domain::places::Region;
use domain::vacancies::{Quarantine, State};
use office::import::RowState::{Changed, Faulty, New, Same};
use office::import::{Choices, Upload};
use reading::sheets::Kind;
use words::{Lang, Words};

fn counts(new: u32, changed: u32, same: u32, faulty: u32) -> BatchCounts {
    BatchCounts { new, changed, same, faulty }
}

for_each_db! {
    async fn rows_are_new_changed_same_or_faulty(home: Home) {
        let first = [head(1), head(2), head(3)];
        assert_eq!(home.import(roster("花名册.csv", &first)).await.0, counts(3, 0, 0, 0));
        let mut second = [head(1), head(2), head(4), head(5)];
        second[1].labour = "弱劳动力或半劳动力";
        second[3].id_no = "140222198001019999".into();
        let preview = home.preview(roster("花名册.csv", &second)).await;
        assert_eq!(row_states(&preview), [Same, Changed, New, Faulty]);
        assert_eq!(preview.counts, counts(1, 1, 1, 1));
        let before = home.state().await;
        assert_eq!(before.persons().len(), 3, "a preview writes nothing");
        home.office.commit(&clerk(), preview).await.unwrap();
        let after = home.sound().await;
        assert_eq!(after.persons().len(), 4, "a faulty row is left out, the others are taken");
        assert_eq!(after.person(&name(2)).labour, Some(Labour::Weak));
        assert_eq!(after.entries, before.entries + 1);
    }

    async fn the_same_file_again_says_nothing_new(home: Home) {
        let (one, two) = (head(1), head(2));
        let people = roster("花名册.csv", &[one.clone(), member(&one, 11, "配偶"), two.clone(), member(&two, 12, "之子")]);
        let work = spells("务工.csv", &[[&name(1), &id_no(1), "大兴物流有限公司", "2020年1月", ""]]);
        let jobs = posts("岗位.csv", &[Post::new("天镇县甲公司", "缝纫工", 5), Post::new("天镇县甲公司", "普工", 3)]);
        for file in [&people, &work, &jobs] {
            assert_eq!(home.import(file.clone()).await.0.same, 0);
        }
        let before = home.sound().await;
        for (file, rows) in [(&people, 4), (&work, 1), (&jobs, 2)] {
            let preview = home.preview(file.clone()).await;
            assert_eq!(preview.counts, counts(0, 0, rows, 0), "{}", preview.file);
            assert!(preview.changes().next().is_none(), "{:?}", preview.parts);
            home.office.commit(&clerk(), preview).await.unwrap();
        }
        let after = home.sound().await;
        assert_eq!(after.records, before.records);
        assert_eq!(after.entries, before.entries + 3, "that the files came again is in the journal");
    }

    async fn a_person_of_another_county_is_left_where_they_are(home: Home) {
        let other = Scope::new(Actor::CommandLine, Role::Clerk, Region::from_six(140_221).unwrap());
        let mut theirs = head(1);
        theirs.no = "1402210000100001".into();
        let file = table(
            "阳高县名单.csv",
            &["姓名", "证件号码", "与户主关系", "户编号"],
            &[vec![theirs.name.clone(), theirs.id_no.clone(), "户主".into(), theirs.no]],
        );
        let preview = home.office.preview(&other, file, &Choices::default()).await.unwrap();
        assert_eq!(preview.counts.new, 1);
        home.office.commit(&other, preview).await.unwrap();
        let preview = home.preview(roster("花名册.csv", &[head(1), head(2)])).await;
        assert_eq!(row_states(&preview), [Faulty, New]);
        assert_eq!(row_refusals(&preview), [1111]);
        home.office.commit(&clerk(), preview).await.unwrap();
        assert_eq!(home.state().await.persons().len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_cell_never_erases() {
    let home = Home::lite().await;
    home.import(roster("花名册.csv", &[head(1)])).await;
    let before = home.state().await;
    let mut bare = head(1);
    (bare.phone, bare.no) = (String::new(), String::new());
    (bare.class, bare.labour, bare.education) = ("", "", "");
    let (rows, _) = home.import(roster("花名册.csv", &[bare])).await;
    assert_eq!(rows, counts(0, 0, 1, 0));
    assert_eq!(home.sound().await.records, before.records);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_moved_on_since_its_preview_is_refused_whole() {
    let home = Home::lite().await;
    home.import(roster("花名册.csv", &[head(1), head(2)])).await;
    let changed = |labour| {
        let mut one = head(1);
        one.labour = labour;
        roster("花名册.csv", &[one, head(3)])
    };
    let (early, late) = (home.preview(changed("技能劳动力")).await, home.preview(changed("弱劳动力或半劳动力")).await);
    home.office.commit(&clerk(), late).await.unwrap();
    let before = home.sound().await;
    assert_eq!(number(home.office.commit(&clerk(), early).await), 1114);
    assert_eq!(home.sound().await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn spells_find_the_persons_of_a_roster() {
    let home = Home::lite().await;
    home.import(roster("花名册.csv", &[head(1), head(2)])).await;
    let lines = [
        [name(1), id_no(1), "大兴物流有限公司".into(), "2020年1月".into(), String::new()],
        [name(9), id_no(9), "大兴物流有限公司".into(), "2020年1月".into(), String::new()],
    ];
    let lines = lines.each_ref().map(|line: &[String; 5]| line.each_ref().map(String::as_str));
    let preview = home.preview(spells("务工.csv", &lines)).await;
    assert_eq!(preview.sheets[0].kind, Kind::Spells);
    assert_eq!(row_states(&preview), [New, Faulty]);
    assert_eq!(row_refusals(&preview), [1112], "nobody knows the household of a stranger");
    home.office.commit(&clerk(), preview).await.unwrap();
    let state = home.sound().await;
    let (person, spell) = (state.person(&name(1)), state.spells()[0]);
    assert_eq!(state.spells().len(), 1);
    assert_eq!((spell.person, spell.employer.as_deref()), (person.id, Some("大兴物流有限公司")));
    // The end of the same spell, reported later, ends it and makes no second one.
    let [who, number, firm, start, _] = lines[0];
    let (rows, _) = home.import(spells("务工.csv", &[[who, number, firm, start, "2020年2月"]])).await;
    assert_eq!(rows, counts(0, 1, 0, 0));
    let state = home.sound().await;
    assert_eq!(state.spells()[0].end.map(|end| end.to_string()).as_deref(), Some("2020-02"));
    assert!(state.now.values().any(|row| row.zero_employment && row.head == name(1)), "out of work again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_of_age_and_sex_are_kept_apart_and_never_leave() {
    let home = Home::lite().await;
    let post = Post { sex: "女", age: "18-47", ..Post::new("天镇县甲公司", "缝纫工", 5) };
    home.import(posts("岗位.csv", &[post])).await;
    let state = home.sound().await;
    let limits = Quarantine { age_min: Some(18), age_max: Some(47), sex: Some(Sex::Female) };
    assert_eq!(state.vacancies()[0].quarantine, Some(limits));
    assert_eq!(state.vacancies()[0].state, State::Intake, "screened before anybody sees it");
    let screened = home.office.screen_all(&clerk()).await.unwrap();
    assert_eq!((screened.opened, screened.rejected), (1, 0));
    for lang in [Lang::Zh, Lang::En] {
        let book = home.office.vacancies_workbook(&clerk(), Words::get(lang)).await.unwrap();
        let text = all_text(book);
        assert!(text.contains("缝纫工"));
        assert!(["18", "47", "女", "Female"].iter().all(|word| !text.contains(word)), "{text}");
    }
}

/// The text of all cells of a workbook.
pub(crate) fn all_text(book: Vec<u8>) -> String {
    use calamine::Reader;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(book)).unwrap();
    let ranges = book.worksheets();
    ranges.iter().flat_map(|(_, range)| range.cells().map(|(.., cell)| cell.to_string() + "\n")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_employer_offers_several_vacancies_of_one_title() {
    let home = Home::lite().await;
    let schooled = Post { education: "高中", ..Post::new("天镇县甲公司", "普工", 5) };
    let jobs = [Post::new("天镇县甲公司", "普工", 3), schooled, Post::new("天镇县甲公司", "普工", 3)];
    let file = posts("岗位.csv", &jobs);
    let seats = async || home.state().await.vacancies().iter().map(|vacancy| vacancy.seats()).sum::<u32>();
    assert_eq!(home.import(file.clone()).await.0, counts(3, 0, 0, 0));
    assert_eq!(seats().await, 11);
    assert_eq!(home.import(file).await.0, counts(0, 0, 3, 0));
    // One of them offers more seats: that one changes, none is made.
    let more = Post { seats: 9, ..jobs[1].clone() };
    assert_eq!(home.import(posts("岗位.csv", &[jobs[0].clone(), more])).await.0, counts(0, 1, 1, 0));
    assert_eq!(seats().await, 15);
    home.sound().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_table_in_gb18030_reads_like_one_in_utf8() {
    let (plain, chinese) = (Home::lite().await, Home::lite().await);
    let one = head(1);
    let file = roster("花名册.csv", &[one.clone(), member(&one, 11, "配偶"), head(2)]);
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let bytes = encoding_rs::GB18030.encode(&text).0.into_owned();
    assert_ne!(bytes, file.bytes);
    let (first, second) = (plain.preview(file.clone()).await, chinese.preview(Upload { name: file.name, bytes }).await);
    assert_eq!((first.counts, row_states(&first)), (second.counts, row_states(&second)));
    assert_eq!(first.counts, counts(3, 0, 0, 0));
    chinese.office.commit(&clerk(), second).await.unwrap();
    assert_eq!(chinese.state().await.person(&name(11)).household, chinese.state().await.person(&name(1)).household);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_of_other_kinds_are_read_but_not_taken() {
    let home = Home::lite().await;
    let heading = ["姓名", "身份证号码", "培训工种", "培训单位名称", "培训开始时间", "培训结束时间", "结业证书编号"];
    let line = [&name(1), &id_no(1), "家政服务员", "天镇县技能学校", "2020-01-06", "2020-01-20", "P0001"];
    let line = line.iter().map(ToString::to_string).collect();
    let preview = home.preview(table("培训台账.csv", &heading, &[line])).await;
    assert_eq!(preview.sheets.len(), 1);
    assert_eq!((preview.sheets[0].kind, preview.sheets[0].taken), (Kind::Training, false));
    assert!(preview.changes().next().is_none());
    assert_eq!(preview.counts, counts(0, 0, 0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_files_make_the_same_exports() {
    let one = head(1);
    let files = [
        roster("花名册.csv", &[one.clone(), member(&one, 11, "配偶"), head(2), head(3)]),
        spells("务工.csv", &[[&name(1), &id_no(1), "大兴物流有限公司", "2020年1月", ""]]),
        posts("岗位.csv", &[Post::new("天镇县甲公司", "缝纫工", 5), Post::new("天镇县乙公司", "普工", 3)]),
    ];
    let (a, b) = (Home::lite().await, Home::lite().await);
    for home in [&a, &b] {
        for file in &files {
            home.import(file.clone()).await;
        }
        home.office.screen_all(&clerk()).await.unwrap();
    }
    assert_eq!(a.sound().await.records, b.sound().await.records);
    for lang in [Lang::Zh, Lang::En] {
        let words = Words::get(lang);
        let ledger = async |home: &Home| {
            home.office.ledger_workbook(&clerk(), day("2020-03-24"), &office::export::Mask::On, words).await.unwrap()
        };
        assert_eq!(ledger(&a).await, ledger(&b).await);
        let jobs = async |home: &Home| home.office.vacancies_workbook(&clerk(), words).await.unwrap();
        assert_eq!(jobs(&a).await, jobs(&b).await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_number_taken_in_a_township_out_of_reach_faults_its_row_only() {
    let home = Home::lite().await;
    let mut theirs = head(1);
    theirs.village = 1;
    home.import(roster("花名册.csv", &[theirs])).await;
    let township = crate::support::files::village(0).township();
    let scope = Scope::new(Actor::CommandLine, Role::Clerk, township);
    assert_eq!(township.county_region(), county());
    let mut mine = head(1);
    (mine.village, mine.no) = (0, String::new());
    let mut other = head(2);
    other.village = 0;
    let file = roster("花名册.csv", &[mine, other]);
    let preview = home.office.preview(&scope, file, &Choices::default()).await.unwrap();
    assert_eq!(row_states(&preview), [Faulty, New]);
    home.office.commit(&scope, preview).await.unwrap();
    assert_eq!(home.sound().await.persons().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn numbers_of_other_counties_are_sound_here() {
    let home = Home::lite().await;
    let mut bride = head(1);
    bride.id_no = id_of(140_221, 1);
    assert_eq!(home.import(roster("花名册.csv", &[bride])).await.0, counts(1, 0, 0, 0));
    assert_eq!(home.state().await.households()[0].region.county(), COUNTY);
}
