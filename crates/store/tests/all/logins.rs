//! Log-ins, sessions, settings.

use crate::ledger::append;
use crate::support::sample::{COUNTY, entry, id, made, now, village};
use domain::access::{Account, Role};
use domain::door::CommandKind;
use domain::facts::Record;
use domain::places::Region;
use store::{Store, StoreError};

async fn open(store: &Store, login: &str) -> Result<Account, StoreError> {
    let account = Account::new(id().into(), login.into(), "王主任".into(), Role::Clerk, village(1).township());
    let (record, login, entry) = (account.clone(), login.to_owned(), entry(CommandKind::OpenAccount));
    store
        .write(COUNTY, move |tx| {
            Box::pin(async move {
                tx.append(&entry, &[made(Record::Account(record.clone()))]).await?;
                tx.set_login(record.id, &login, "$argon2id$x").await
            })
        })
        .await
        .map(|()| account)
}

for_each_db! {
    async fn a_login_name_belongs_to_one_account(home: Home) {
        let account = open(&home.store, "wang").await.unwrap();
        assert!(matches!(open(&home.store, "wang").await, Err(StoreError::Exists("login"))));
        let read = home.store.read();
        let (found, hash) = read.login("wang").await.unwrap().unwrap();
        assert_eq!((found.record, hash.as_str()), (account.clone(), "$argon2id$x"));
        assert!(read.login("li").await.unwrap().is_none());
        let everywhere = Region::from_six(COUNTY).unwrap().area();
        assert_eq!(read.account_list(everywhere).await.unwrap().len(), 1);
        assert!(read.account_list(village(1).area()).await.unwrap().is_empty());
        let back = made(Record::Account(account)).reversed();
        append(&home.store, entry(CommandKind::CloseAccount), vec![back]).await.unwrap();
        assert!(read.login("wang").await.unwrap().is_none());
    }

    async fn sessions_are_found_by_their_hash_until_closed(home: Home) {
        let account = open(&home.store, "wang").await.unwrap();
        let later = now() + chrono::Duration::minutes(5);
        for n in 1..=3u8 {
            home.store.open_session([n; 32], COUNTY, account.id, now()).await.unwrap();
        }
        home.store.touch_session([1; 32], later).await.unwrap();
        let read = home.store.read();
        let session = read.session(&[1; 32]).await.unwrap().unwrap();
        assert_eq!((session.account, session.county, session.created, session.seen), (account.id, COUNTY, now(), later));
        home.store.close_session([2; 32]).await.unwrap();
        assert!(read.session(&[2; 32]).await.unwrap().is_none());
        assert_eq!(home.store.sweep_sessions(later).await.unwrap(), 1);
        let ended: Result<u64, StoreError> =
            home.store.write(COUNTY, move |tx| Box::pin(async move { tx.end_sessions(account.id).await })).await;
        assert_eq!(ended.unwrap(), 1);
        assert!(read.session(&[1; 32]).await.unwrap().is_none());
    }

    async fn settings_are_kept_by_county(home: Home) {
        home.store.set_setting("lang", "zh").await.unwrap();
        home.store.set_setting("lang", "en").await.unwrap();
        let set: Result<(), StoreError> =
            home.store.write(COUNTY, |tx| Box::pin(async move { tx.set_setting("profile", "2020").await })).await;
        set.unwrap();
        let read = home.store.read();
        assert_eq!(read.setting(0, "lang").await.unwrap().as_deref(), Some("en"));
        assert_eq!(read.setting(COUNTY, "profile").await.unwrap().as_deref(), Some("2020"));
        assert_eq!(read.setting(COUNTY, "lang").await.unwrap(), None);
    }
}
