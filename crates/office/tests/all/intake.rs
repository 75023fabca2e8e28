//! Recruitment texts in the office: taken in, looked through, taught, taken back.

use crate::support::{Home, clerk, number};
use domain::codes::{Board, PayUnit, Sex};
use domain::door::Command;
use domain::ids::CommandId;
use domain::money::Fen;
use domain::vacancies::{Quarantine, State};
use office::posts::Review;
use reading::screening::Flag;

const SEWING: &str = "【招工】天镇县万家乐云织服装厂招缝纫工20名，计件，月薪2600-4200元，包吃住，长白班，电话王主任19900001234，3月31日前报名";
const HOTEL: &str = "平城区魏都国际酒店诚聘：\n1、客房服务员5名，2200元/月\n2、保安3名，男，18-50岁，2300元/月，入职交服装押金200元\n以上包吃住，月休4天，联系人：李经理 19900005678";
const WANTED: &str = "本人男，45岁，会开铲车，求职，电话19900002222";

fn id() -> CommandId {
    CommandId(office::ids::fresh())
}

async fn take(home: &Home, texts: &[&str]) -> office::posts::Taken {
    let texts = texts.iter().map(|text| (*text).to_owned()).collect();
    home.office.take_posts(&clerk(), id(), "微信", texts).await.unwrap()
}

fn review(seen: i64, fields: &[(&str, &str)], state: Option<State>) -> Review {
    let fields = fields.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
    Review { seen, fields, state, ..Review::default() }
}

for_each_db! {
    async fn a_text_becomes_vacancies_with_their_words(home: Home) {
        let taken = take(&home, &[SEWING, HOTEL, WANTED]).await;
        assert_eq!((taken.counts.new, taken.counts.same, taken.counts.faulty), (3, 0, 1));
        let state = home.sound().await;
        let sewing = state.vacancies().into_iter().find(|v| v.title == "缝纫工").unwrap();
        assert_eq!(sewing.state, State::Intake, "nobody has looked at it");
        assert_eq!((sewing.pay_min, sewing.pay_max), (Some(Fen::yuan(2600)), Some(Fen::yuan(4200))));
        assert_eq!((sewing.pay_unit, sewing.board), (Some(PayUnit::Month), Some(Board::Both)));
        assert_eq!(sewing.headcount, Some(20));
        assert!(sewing.occupation.as_ref().is_some_and(|code| code.starts_with("6-05-01")), "{:?}", sewing.occupation);
        let origin = sewing.origin.as_ref().unwrap();
        assert_eq!(origin.text, SEWING);
        assert_eq!(origin.words_of("contact_phone"), Some("19900001234"));
        let guard = state.vacancies().into_iter().find(|v| v.title == "保安").unwrap().clone();
        let limits = Quarantine { age_min: Some(18), age_max: Some(50), sex: Some(Sex::Male) };
        assert_eq!(guard.quarantine, Some(limits));
        home.office.undo_import(&clerk(), taken.batch.unwrap()).await.unwrap();
        assert!(home.sound().await.vacancies().is_empty(), "taken back as one");
    }

    async fn the_same_text_adds_nothing(home: Home) {
        let first = take(&home, &[SEWING, SEWING]).await;
        assert_eq!(first.counts.new, 1, "twice in one paste");
        let again = take(&home, &[SEWING]).await;
        assert_eq!((again.counts.new, again.counts.same, again.batch), (0, 1, None));
        assert_eq!(again.posts[0].vacancies, first.posts[0].vacancies);
        // Another phone and other signs: taken in, and said to be there already.
        let alike = SEWING.replace("19900001234", "19900009876").replace("【招工】", "🔥🔥急招 ");
        let alike = take(&home, &[&alike]).await;
        let page = home.office.intake_post(&clerk(), alike.posts[0].vacancies[0]).await.unwrap().unwrap();
        let double = page.sides[0].findings.iter().find(|found| found.flag == Flag::Duplicate).unwrap();
        assert_eq!(double.other, Some(first.posts[0].vacancies[0]));
        assert!(!page.sides[0].clean());
    }

    async fn findings_belong_to_the_vacancy_whose_words_they_are(home: Home) {
        let taken = take(&home, &[HOTEL]).await;
        let page = home.office.intake_post(&clerk(), taken.posts[0].vacancies[0]).await.unwrap().unwrap();
        let [maid, guard] = &page.sides[..] else { panic!("two vacancies") };
        assert!(maid.findings.iter().all(|found| !found.blocks()), "{:?}", maid.findings);
        let blocking: Vec<Flag> = guard.findings.iter().filter(|f| f.blocks()).map(|f| f.flag).collect();
        assert_eq!(blocking, [Flag::GenderRestriction, Flag::FeeDeposit]);
        let fee = guard.findings.iter().find(|found| found.flag == Flag::FeeDeposit).unwrap();
        assert!(fee.quote.contains("押金"), "{}", fee.quote);
        let struck: String = page.pieces.iter().filter(|piece| piece.struck).map(|piece| piece.text.as_str()).collect();
        assert!(struck.contains('男') && struck.contains("18-50") && struck.contains("押金"), "{struck}");
        let whole: String = page.pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, HOTEL, "the pieces are the text");
    }

    async fn clean_ones_are_opened_together_and_the_others_wait(home: Home) {
        take(&home, &[SEWING, HOTEL]).await;
        let waiting = home.office.intake(&clerk()).await.unwrap();
        assert_eq!((waiting.posts.len(), waiting.vacancies), (2, 3));
        let cleared = home.office.open_clean(&clerk(), id()).await.unwrap();
        assert_eq!(cleared.left, 1, "the one with findings");
        let state = home.sound().await;
        let open = state.vacancies().into_iter().filter(|v| v.state == State::Open).count();
        assert_eq!(open, 2);
        let screened = home.office.screen_all(&clerk()).await.unwrap();
        assert_eq!((screened.opened, screened.rejected), (0, 0), "texts wait for a person");
    }

    async fn what_blocks_is_settled_by_a_person_with_a_reason(home: Home) {
        let taken = take(&home, &[HOTEL]).await;
        let guard = taken.posts[0].vacancies[1];
        let open = |settled: &[(&str, &str)]| Review {
            settled: settled.iter().map(|(rule, how)| ((*rule).to_owned(), (*how).to_owned())).collect(),
            ..review(1, &[], Some(State::Open))
        };
        let submit = async |review: Review| home.office.review_vacancy(&clerk(), id(), guard, review).await;
        assert_eq!(number(submit(open(&[])).await), 1201);
        assert_eq!(number(submit(open(&[("fee_deposit", " ")])).await), 1006);
        assert_eq!(number(submit(open(&[("no_such_rule", "x")])).await), 2023);
        assert_eq!(number(submit(open(&[("fee_deposit", "电话问过，不收")])).await), 1201, "the sex limit stands");
        let both = [("fee_deposit", "电话问过，不收"), ("gender_restriction", "单位同意男女不限")];
        submit(open(&both)).await.unwrap();
        let state = home.sound().await;
        let guard = state.vacancies().into_iter().find(|v| v.id == guard).unwrap().clone();
        assert_eq!(guard.state, State::Open);
        assert_eq!(guard.origin.unwrap().settled["fee_deposit"], "电话问过，不收");
        // The words themselves may never come back into what is published.
        let edit = domain::door::Edit { seen: 2, fields: vec![("requirements".into(), "只招男".into())] };
        home.submit(&clerk(), Command::EditVacancy { id: guard.id, edit }).await.unwrap();
        home.office.set_vacancy_state(&clerk(), vec![guard.id], State::Intake).await.unwrap();
        assert_eq!(number(home.office.set_vacancy_state(&clerk(), vec![guard.id], State::Open).await), 1201);
    }

    async fn a_rejection_says_why_and_is_undone(home: Home) {
        let taken = take(&home, &[SEWING]).await;
        let sewing = taken.posts[0].vacancies[0];
        let mut no = review(1, &[], Some(State::Rejected));
        assert_eq!(number(home.office.review_vacancy(&clerk(), id(), sewing, no.clone()).await), 1006);
        no.reason = Some("厂子去年已搬走".to_owned());
        let command = id();
        home.office.review_vacancy(&clerk(), command, sewing, no.clone()).await.unwrap();
        home.office.review_vacancy(&clerk(), command, sewing, no).await.unwrap();
        let page = home.office.vacancy(&clerk(), sewing).await.unwrap().unwrap();
        assert_eq!((page.row.state, page.rejected.as_deref()), (State::Rejected, Some("厂子去年已搬走")));
        assert_eq!(page.history.len(), 2, "sent twice, done once");
        assert!(!page.pieces.is_empty(), "the text stays");
        home.office.set_vacancy_state(&clerk(), vec![sewing], State::Intake).await.unwrap();
        let page = home.office.vacancy(&clerk(), sewing).await.unwrap().unwrap();
        assert_eq!((page.row.state, page.rejected), (State::Intake, None));
    }

    async fn what_is_put_right_teaches_the_office(home: Home) {
        let first = "望狐作坊招捏花馍的3名，月薪2800元，管饭，电话19900001111";
        let taken = take(&home, &[first]).await;
        let one = taken.posts[0].vacancies[0];
        let title = home.state().await.vacancies()[0].title.clone();
        let fields = [("title", "花馍师傅"), ("occupation", "6-02-01-05"), ("pay_min", "2,900")];
        home.office.review_vacancy(&clerk(), id(), one, review(1, &fields, None)).await.unwrap();
        let state = home.sound().await;
        let taught = state.vacancies()[0];
        assert_eq!((taught.title.as_str(), taught.occupation.as_deref()), ("花馍师傅", Some("6-02-01-05")));
        assert!(taught.coded.unwrap().picked);
        assert_eq!(taught.pay_min, Some(Fen::yuan(2900)));
        let origin = taught.origin.as_ref().unwrap();
        assert!(origin.corrected.contains("title") && origin.corrected.contains("pay_min"));
        // The same words in another text now mean the same.
        let second = first.replace("望狐作坊", "西街馍铺").replace("3名", "1名").replace("1111", "3333");
        let taken = take(&home, &[&second]).await;
        let state = home.sound().await;
        let other = state.vacancies().into_iter().find(|v| v.id == taken.posts[0].vacancies[0]).unwrap();
        assert_eq!(other.origin.as_ref().unwrap().words_of("title"), origin.words_of("title"));
        if !title.is_empty() && origin.words_of("title").is_some() {
            assert_eq!((other.title.as_str(), other.occupation.as_deref()), ("花馍师傅", Some("6-02-01-05")));
            assert!(!other.coded.unwrap().picked);
        }
        let bad = review(2, &[("headcount", "许多")], None);
        assert_eq!(number(home.office.review_vacancy(&clerk(), id(), one, bad).await), 1004);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_ask_for_what_the_text_leaves_out() {
    let home = Home::lite().await;
    take(&home, &["天镇县城大众饭店招洗碗工，电话19900003333", SEWING]).await;
    let calls = home.office.calls(&clerk()).await.unwrap();
    let hotel = calls.iter().find(|call| call.title == "洗碗工").unwrap();
    assert_eq!(hotel.phone.as_deref(), Some("19900003333"), "published by whoever posted it");
    let keys: Vec<&str> = hotel.questions.iter().map(|question| question.key.as_str()).collect();
    for key in ["ask-headcount", "ask-pay", "ask-board", "ask-hours"] {
        assert!(keys.contains(&key), "{key} in {keys:?}");
    }
    assert!(!keys.contains(&"ask-employer"), "{keys:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_preference_of_one_sex_is_no_better_than_a_limit() {
    let home = Home::lite().await;
    take(&home, &["天镇县云腾电子厂招装配工30名，月薪3600-4200元，女工优先，手脚麻利，电话19900003333"]).await;
    let conditions = home.state().await.vacancies()[0].requirements.clone();
    assert!(conditions.is_none_or(|conditions| !conditions.contains('女')), "what may not be published is in no field");
    let cleared = home.office.open_clean(&clerk(), id()).await.unwrap();
    assert_eq!((cleared.opened, cleared.left), (0, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_hold_many_texts() {
    let chat = "老乡群\n张三 3/24 09:12\n招焊工2名，日结300\n电话19900001111\n\n王五 09:15\n收玉米，有要卖的联系\n-----\n招瓦工一名 280一天 19900002222\n\n\n招小工 180一天 19900003333";
    let texts = office::posts::texts_of("群.txt", chat.as_bytes()).unwrap();
    assert_eq!(texts.len(), 5, "{texts:#?}");
    assert_eq!(texts[1], "招焊工2名，日结300\n电话19900001111");
    let lines = "{\"id\":1,\"text\":\"招焊工\"}\n\n{\"id\":2,\"text\":\"招瓦工\"}\n";
    assert_eq!(office::posts::texts_of("批.jsonl", lines.as_bytes()).unwrap(), ["招焊工", "招瓦工"]);
    assert_eq!(number(office::posts::texts_of("批.jsonl", b"{}")), 4013);
    assert_eq!(number(office::posts::texts_of("图.txt", &[0xff, 0xd8, 0xff, 0xe0, 0])), 2020);
    let home = Home::lite().await;
    assert_eq!(number(home.office.take_posts(&clerk(), id(), "空", Vec::new()).await), 2021);
    let many = vec![String::from("招焊工"); 2_001];
    assert_eq!(number(home.office.take_posts(&clerk(), id(), "多", many).await), 2022);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_of_age_and_sex_are_in_no_workbook_and_decide_nothing() {
    use crate::import::all_text;
    let home = Home::lite().await;
    let open = "天镇县万家乐云织服装厂招缝纫工20名，17-63岁，月薪2600-4200元，包吃住，电话19900001234";
    let taken = take(&home, &[open]).await;
    home.office.open_clean(&clerk(), id()).await.unwrap();
    let state = home.sound().await;
    let vacancy = state.vacancies()[0];
    assert_eq!(vacancy.state, State::Open, "an age limit alone is kept apart and no reason to wait");
    assert_eq!(vacancy.quarantine.as_ref().and_then(|limits| limits.age_max), Some(63));
    let page = home.office.vacancy(&clerk(), taken.posts[0].vacancies[0]).await.unwrap().unwrap();
    assert!(page.findings.iter().any(|found| found.flag == Flag::KeptApart && found.quote.is_empty()));
    let run = home.office.run_bridge(&clerk(), crate::support::today(), &|_| ()).await.unwrap().run;
    let words = words::Words::get(words::Lang::Zh);
    let filter = office::queries::vacancies::Filter {
        search: String::new(),
        tab: office::queries::vacancies::Tab::Open,
        channel: None,
        pay_min: None,
        page: 1,
        size: 50,
    };
    for book in [
        home.office.vacancies_workbook(&clerk(), words).await.unwrap(),
        home.office.vacancy_list_workbook(&clerk(), &filter, words).await.unwrap(),
        home.office.result_workbook(&clerk(), run, words).await.unwrap(),
    ] {
        let text = all_text(book);
        assert!(["17-63", "63岁", "63周岁"].iter().all(|limit| !text.contains(limit)), "{text}");
    }
}
