//! What must never be readable in the database file: ID numbers, phones, notes.

use crate::ledger::append;
use crate::support::Home;
use crate::support::sample::{COUNTY, day, entry, family, id_number, made, now, phone, vacancy, village};
use domain::access::Actor;
use domain::door::CommandKind;
use domain::facts::{Change, Record, RecordId};
use domain::ids::AnswerId;
use domain::ledger::{LabelKind, now::HouseholdNow};
use domain::vacancies::{Employer, State};
use serde_json::json;
use std::path::Path;
use store::{Store, StoreError, TwoAnswers};

async fn fill(store: &Store) {
    let (mut household, head, _, _, mut changes) = family(1, 1);
    changes.pop();
    household.phone = Some(phone(5));
    household.note = Some("户主手机19900000005".into());
    household.extra.insert("bank_card".into(), json!("6222020000000000000"));
    let mut post = vacancy("保洁员", State::Open);
    post.requirements = Some("联系电话19900000006".into());
    let mut employer = Employer::new(crate::support::sample::id().into(), village(1), "某公司".into());
    employer.contact_phone = Some(phone(7));
    changes.extend([
        made(Record::Household(household.clone())),
        made(Record::Vacancy(post)),
        made(Record::Employer(employer)),
    ]);
    append(store, entry(CommandKind::ImportSheet), changes).await.unwrap();
    let mut later = head.clone();
    later.phone = Some(phone(8));
    later.id_no = Some(id_number(99));
    let change = Change { before: Some(Record::Person(head.clone())), after: Some(Record::Person(later)) };
    let mut edit = entry(CommandKind::EditPerson);
    edit.note = Some("原号码19900000001有误".into());
    append(store, edit, vec![change]).await.unwrap();
    let answer = TwoAnswers {
        id: AnswerId(crate::support::sample::id()),
        region: village(1),
        record: RecordId::Person(head.id),
        field: "phone".into(),
        kept: json!(phone(8)),
        newer: json!(phone(9)),
        actor: Actor::System,
        at: now(),
        settled: None,
    };
    let row = HouseholdNow {
        household: household.id,
        region: household.region,
        head: "王小明".into(),
        members: 2,
        capable: 1,
        employed: 1,
        target: true,
        zero_employment: false,
        clearing: None,
        labels: vec![LabelKind::Lifted],
    };
    let done: Result<(), StoreError> = store
        .write(COUNTY, move |tx| {
            Box::pin(async move {
                tx.keep_two_answers(&[answer]).await?;
                tx.put_now(day("2020-06-01"), &[row], &[]).await
            })
        })
        .await;
    done.unwrap();
}

fn find(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

fn scan(directory: &Path) -> usize {
    let secrets: Vec<String> = (0..10)
        .map(|n| phone(n).as_str().to_owned())
        .chain([1, 2, 99].map(|n| id_number(n).as_str().to_owned()))
        .chain(["6222020000000000000", "户主手机", "19900000", "140222192"].map(str::to_owned))
        .collect();
    let mut scanned = 0;
    for file in std::fs::read_dir(directory).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        scanned += bytes.len();
        for secret in &secrets {
            assert!(!find(&bytes, secret), "{secret} stands in {}", path.display());
        }
    }
    scanned
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_id_number_and_no_phone_is_in_the_files() {
    let home = Home::lite().await;
    fill(&home.store).await;
    // While open: the write-ahead log is there too.
    assert!(std::fs::read_dir(home.data()).unwrap().count() >= 4);
    assert!(scan(&home.data()) > 100_000);
    home.store.close().await;
    assert!(scan(&home.data()) > 100_000);
    // The search itself works: a name stands in the open.
    assert!(find(&std::fs::read(home.data().join(store::DATABASE_FILE)).unwrap(), "王小明"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_key_file_is_private_and_belongs_to_its_database() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::lite().await;
    fill(&home.store).await;
    home.store.close().await;
    let key = home.data().join(store::KEY_FILE);
    assert_eq!(std::fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    let open = || Store::open(home.target.clone());
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert!(matches!(open().await, Err(StoreError::Keys { why: "readable by others", .. })));
    std::fs::rename(&key, home.data().join("away")).unwrap();
    assert!(matches!(open().await, Err(StoreError::Keys { why: "missing", .. })));
    let other = Home::lite().await;
    std::fs::copy(other.data().join(store::KEY_FILE), &key).unwrap();
    assert!(matches!(open().await, Err(StoreError::Keys { why: "of another database", .. })));
    std::fs::remove_file(&key).unwrap();
    std::fs::rename(home.data().join("away"), &key).unwrap();
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    assert!(open().await.is_ok());
}

for_each_db! {
    async fn two_answers_wait_until_one_is_chosen(home: Home) {
        fill(&home.store).await;
        let read = home.store.read();
        let area = village(1).area();
        assert_eq!(read.two_answers_waiting(area).await.unwrap(), 1);
        assert_eq!(read.two_answers_waiting(village(2).area()).await.unwrap(), 0);
        let waiting = read.two_answers_open(area, 10).await.unwrap();
        let answer = &waiting[0];
        assert_eq!((&answer.kept, &answer.newer), (&json!("19900000008"), &json!("19900000009")));
        assert!(read.two_answers(village(2).area(), answer.id).await.unwrap().is_none());
        let id = answer.id;
        let settle = || home.store.write(COUNTY, move |tx| Box::pin(async move { tx.settle(id, true, now()).await }));
        let (first, second): (Result<_, StoreError>, Result<_, StoreError>) = (settle().await, settle().await);
        assert_eq!((first.unwrap(), second.unwrap()), (true, false));
        assert_eq!(read.two_answers_waiting(area).await.unwrap(), 0);
        assert_eq!(read.two_answers(area, id).await.unwrap().unwrap().settled, Some((now(), true)));
    }
}
