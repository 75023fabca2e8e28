//! Writes that are cut off: callers that go away, processes that are killed.

use crate::ledger::append;
use crate::support::sample::{COUNTY, county, entry, made};
use crate::support::{Home, cluster, sample};
use domain::door::CommandKind;
use domain::facts::Record;
use sqlx::{Connection, PgConnection, Row};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;
use store::{Store, StoreError, Target};

/// Households of one entry of the process that will be killed.
const ENTRY: u32 = 2000;
/// Where that process is to write; it only runs when this is set.
const TARGET: &str = "QIAO_TEST_WRITE_UNTIL_KILLED";

for_each_db! {
    async fn a_write_goes_on_when_its_caller_is_dropped(home: Home) {
        for n in 0..300u32 {
            let write = home.store.write(COUNTY, move |tx| {
                Box::pin(async move { tx.set_setting(&format!("n{n}"), "kept").await })
            });
            let write = async { let _: Result<(), StoreError> = write.await; };
            // The caller gives up after a moment that differs each time.
            let _ = tokio::time::timeout(Duration::from_micros(u64::from(n) * 7), write).await;
        }
        let read = home.store.read();
        for n in 0..300u32 {
            let mut tries = 0;
            while read.setting(COUNTY, &format!("n{n}")).await.unwrap().is_none() {
                tries += 1;
                assert!(tries < 500, "write {n} was lost");
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        }
        if let Target::Postgres { url, .. } = &home.target {
            assert_eq!(open_transactions(url).await, 0);
        }
    }

    async fn a_killed_process_leaves_whole_entries_or_nothing(home: Home) {
        let target = match &home.target {
            Target::Directory(directory) => format!("sqlite {}", directory.display()),
            Target::Postgres { url, keys } => format!("{url} {}", keys.display()),
        };
        for (word, pause) in [("writing", 0), ("writing", 40), ("writing", 150), ("writing", 400), ("written", 30), ("written", 120)] {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "cutoff::write_until_killed", "--ignored", "--nocapture"])
                .env(TARGET, &target)
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
            assert!(lines.any(|line| line.unwrap().contains(word)));
            std::thread::sleep(Duration::from_millis(pause));
            child.kill().unwrap();
            child.wait().unwrap();
            let read = home.store.read();
            let entries = settled(&home.store).await;
            let households = read.sizes().await.unwrap().households;
            assert_eq!(i64::from(households), entries * i64::from(ENTRY), "after {pause} ms");
            assert!(read.verify_journal(COUNTY).await.unwrap().is_ok(), "after {pause} ms");
            let again = sample::household(1, "赵四");
            append(&home.store, entry(CommandKind::ImportSheet), vec![made(Record::Household(again.clone()))]).await.unwrap();
            let back = vec![made(Record::Household(again)).reversed()];
            append(&home.store, entry(CommandKind::UndoImport), back).await.unwrap();
            assert_eq!(home.store.integrity().await.unwrap(), None);
        }
        assert!(read_count(&home.store).await > 0, "at least one entry was written before a kill");
    }
}

/// Entries that made `ENTRY` households each, once no writer is left.
async fn settled(store: &Store) -> i64 {
    // PostgreSQL takes a moment to notice that its client is gone; the next write waits for it.
    let done: Result<(), StoreError> =
        store.write(COUNTY, |tx| Box::pin(async move { tx.set_setting("seen", "yes").await })).await;
    done.unwrap();
    read_count(store).await
}

async fn read_count(store: &Store) -> i64 {
    let rows = store.read().journal(COUNTY, None, 10_000).await.unwrap();
    rows.iter().filter(|row| row.changes == i64::from(ENTRY)).count() as i64
}

/// The process that is killed: writes entries for ever.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by a_killed_process_leaves_whole_entries_or_nothing"]
async fn write_until_killed() {
    let Ok(target) = std::env::var(TARGET) else { return };
    let (url, path) = target.split_once(' ').unwrap();
    let target = match url {
        "sqlite" => Target::Directory(path.into()),
        url => Target::Postgres { url: url.to_owned(), keys: path.into() },
    };
    let store = Store::open(target).await.unwrap();
    println!("writing");
    let begin = uuid::Uuid::from_u128(u128::from(std::process::id()) << 32);
    for n in 0u128.. {
        let made = (0..ENTRY).map(|m| {
            let mut household = sample::household(u64::from(m % 30), "赵四");
            household.id = uuid::Uuid::from_u128(begin.as_u128() + (n << 16) + u128::from(m)).into();
            made(Record::Household(household))
        });
        let mut entry = entry(CommandKind::ImportSheet);
        entry.command = uuid::Uuid::from_u128(begin.as_u128() + n).into();
        append(&store, entry, made.collect()).await.unwrap();
        println!("written");
    }
}

async fn open_transactions(url: &str) -> i64 {
    let mut db = PgConnection::connect(url).await.unwrap();
    let sql = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
    sqlx::query(sql).fetch_one(&mut db).await.unwrap().get(0)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_of_another_county_is_not_held_up_on_postgresql() {
    let Some(url) = cluster::database("a_store_of_another_county_is_not_held_up_on_postgresql").await else { return };
    let home = Home::pg(url).await;
    let (inside, waiting) = tokio::sync::oneshot::channel();
    let slow = home.store.clone();
    let slow = tokio::spawn(async move {
        let done: Result<(), StoreError> = slow
            .write(COUNTY, |tx| {
                Box::pin(async move {
                    let _ = inside.send(());
                    tokio::time::sleep(Duration::from_millis(800)).await;
                    tx.set_setting("slow", "done").await
                })
            })
            .await;
        done
    });
    waiting.await.unwrap();
    let quick: Result<(), StoreError> =
        home.store.write(140_221, |tx| Box::pin(async move { tx.set_setting("quick", "done").await })).await;
    quick.unwrap();
    assert!(home.store.read().setting(COUNTY, "slow").await.unwrap().is_none());
    // The same county waits its turn and then sees what was written.
    let seen: Result<_, StoreError> =
        home.store.write(COUNTY, |tx| Box::pin(async move { tx.setting(COUNTY, "slow").await })).await;
    assert_eq!(seen.unwrap().as_deref(), Some("done"));
    slow.await.unwrap().unwrap();
    assert!(home.store.read().household(county(), sample::id().into()).await.unwrap().is_none());
}
