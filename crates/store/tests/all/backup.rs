//! Backup while in use, restore with checks.

use crate::ledger::append;
use crate::support::Home;
use crate::support::sample::{COUNTY, county, entry, family, now};
use domain::door::CommandKind;
use std::fs;
use store::{DATABASE_FILE, KEY_FILE, MANIFEST_FILE, Store, StoreError, Target, restore};

async fn backed_up() -> (Home, std::path::PathBuf) {
    let home = Home::lite().await;
    for n in 0..20 {
        append(&home.store, entry(CommandKind::ImportSheet), family(1, n * 2).4).await.unwrap();
    }
    let to = home.directory.path().join("backup");
    let writer = home.store.clone();
    let writing = tokio::spawn(async move {
        for n in 20..40 {
            append(&writer, entry(CommandKind::ImportSheet), family(1, n * 2).4).await.unwrap();
        }
    });
    home.store.backup(&to, now()).await.unwrap();
    writing.await.unwrap();
    (home, to)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_while_writing_goes_on_is_whole() {
    let (home, backup) = backed_up().await;
    let to = home.directory.path().join("restored");
    let restored = restore(&backup, &to).await.unwrap();
    let (_, entries) = restored.journals[0];
    assert!((20..=40).contains(&entries));
    let store = Store::open(Target::Directory(to)).await.unwrap();
    assert_eq!(i64::from(store.read().sizes().await.unwrap().households), entries);
    assert_eq!(store.read().verify_journal(COUNTY).await.unwrap(), Ok(entries));
    let mut scan = store.read().scan(county(), 100);
    assert_eq!(scan.next().await.unwrap().unwrap().len() as i64, entries);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_altered_or_incomplete_backup_is_refused() {
    let (home, backup) = backed_up().await;
    let to = home.directory.path().join("restored");
    let bad = |name: &'static str, alter: fn(Vec<u8>) -> Vec<u8>| {
        let (backup, to) = (backup.clone(), to.clone());
        async move {
            let path = backup.join(name);
            let before = fs::read(&path).unwrap();
            fs::write(&path, alter(before.clone())).unwrap();
            let refused = restore(&backup, &to).await;
            assert!(matches!(refused, Err(StoreError::Backup(_))), "{name}: {refused:?}");
            assert!(!to.exists());
            fs::write(&path, before).unwrap();
        }
    };
    let flip = |mut bytes: Vec<u8>| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        bytes
    };
    bad(DATABASE_FILE, flip).await;
    bad(KEY_FILE, flip).await;
    bad(DATABASE_FILE, |bytes| bytes[..bytes.len() - 4096].to_vec()).await;
    bad(MANIFEST_FILE, |_| b"{}".to_vec()).await;
    fs::remove_file(backup.join(MANIFEST_FILE)).unwrap();
    assert!(matches!(restore(&backup, &to).await, Err(StoreError::Backup(_))));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_overwritten() {
    let (home, backup) = backed_up().await;
    assert!(matches!(home.store.backup(&backup, now()).await, Err(StoreError::NotEmpty(_))));
    assert!(matches!(restore(&backup, &home.data()).await, Err(StoreError::NotEmpty(_))));
}
