//! The journal: chain, history, receipts, forgetting.

use crate::ledger::append;
use crate::support::sample::{COUNTY, county, entry, family, phone};
use domain::door::CommandKind;
use domain::facts::{Change, Record, RecordId};
use domain::ids::CommandId;
use serde_json::json;
use store::{Form, StoreError};

for_each_db! {
    async fn history_tells_each_field_before_and_after(home: Home) {
        let (_, head, _, _, changes) = family(1, 1);
        append(&home.store, entry(CommandKind::ImportSheet), changes).await.unwrap();
        let mut later = head.clone();
        later.phone = Some(phone(9));
        let change = Change { before: Some(Record::Person(head.clone())), after: Some(Record::Person(later)) };
        let mut second = entry(CommandKind::EditPerson);
        second.note = Some("来电更正".into());
        append(&home.store, second, vec![change]).await.unwrap();
        let history = home.store.read().history(COUNTY, RecordId::Person(head.id)).await.unwrap();
        let forms: Vec<_> = history.iter().map(|(entry, change)| (entry.entry, change.form, change.version)).collect();
        assert_eq!(forms, [(2, Form::Changed, 2), (1, Form::Made, 1)]);
        let (journal, change) = &history[0];
        assert_eq!(journal.note.as_deref(), Some("来电更正"));
        assert_eq!((change.moved.len(), change.moved[0].field.as_str()), (1, "phone"));
        assert_eq!((&change.moved[0].before, &change.moved[0].after), (&json!("19900000001"), &json!("19900000009")));
        let made = &history[1].1;
        assert_eq!(made.whole, Some(Record::Person(head)));
        assert!(made.moved.iter().any(|moved| moved.field == "name" && moved.after == json!("王小明")));
    }

    async fn a_command_is_answered_once(home: Home) {
        let (_, _, _, _, changes) = family(1, 1);
        let first = entry(CommandKind::ImportSheet);
        let command = first.command;
        let receipt = append(&home.store, first, changes).await.unwrap();
        let ask = |command: CommandId| {
            home.store.write(COUNTY, move |tx| Box::pin(async move { tx.receipt(command).await }))
        };
        let known: Result<_, StoreError> = ask(command).await;
        assert_eq!(known.unwrap(), Some(receipt));
        let unknown: Result<_, StoreError> = ask(CommandId(uuid::Uuid::nil())).await;
        assert_eq!(unknown.unwrap(), None);
    }

    async fn fields_moved_since_a_version_are_named(home: Home) {
        let (_, head, _, _, changes) = family(1, 1);
        append(&home.store, entry(CommandKind::ImportSheet), changes).await.unwrap();
        let mut states = vec![head.clone()];
        for n in 0..3 {
            let mut next = states[n].clone();
            match n {
                0 => next.phone = None,
                1 => next.ethnic = Some("满族".into()),
                _ => next.labour = None,
            }
            let change = Change { before: Some(Record::Person(states[n].clone())), after: Some(Record::Person(next.clone())) };
            append(&home.store, entry(CommandKind::EditPerson), vec![change]).await.unwrap();
            states.push(next);
        }
        let id = RecordId::Person(head.id);
        let since = |seen| home.store.write(COUNTY, move |tx| Box::pin(async move { tx.fields_changed_since(id, seen).await }));
        let moved: Result<_, StoreError> = since(2).await;
        assert_eq!(moved.unwrap().into_iter().collect::<Vec<_>>(), ["ethnic", "labour"]);
        let moved: Result<_, StoreError> = since(4).await;
        assert!(moved.unwrap().is_empty());
    }

    async fn forgetting_destroys_the_history_and_keeps_the_chain(home: Home) {
        let (_, head, wife, spell, changes) = family(1, 1);
        append(&home.store, entry(CommandKind::ImportSheet), changes).await.unwrap();
        let back = vec![
            Change::new(Record::Spell(spell)).reversed(),
            Change::new(Record::Person(head.clone())).reversed(),
        ];
        let forget = entry(CommandKind::ForgetPerson);
        let done: Result<(), StoreError> = home
            .store
            .write(COUNTY, move |tx| {
                Box::pin(async move {
                    tx.append(&forget, &back).await?;
                    tx.forget(RecordId::Person(head.id)).await
                })
            })
            .await;
        done.unwrap();
        let read = home.store.read();
        assert!(read.person(county(), head.id).await.unwrap().is_none());
        let history = read.history(COUNTY, RecordId::Person(head.id)).await.unwrap();
        assert_eq!(history.len(), 2);
        assert!(history.iter().all(|(_, change)| change.forgotten && change.moved.is_empty() && change.whole.is_none()));
        let others = read.history(COUNTY, RecordId::Person(wife.id)).await.unwrap();
        assert!(others.iter().all(|(_, change)| !change.forgotten));
        assert_eq!(read.verify_journal(COUNTY).await.unwrap(), Ok(2));
    }

    async fn pages_of_the_journal_go_back_in_time(home: Home) {
        for n in 0..5 {
            append(&home.store, entry(CommandKind::ImportSheet), family(1, n * 2).4).await.unwrap();
        }
        let read = home.store.read();
        let numbers = |rows: Vec<store::JournalRow>| rows.into_iter().map(|row| row.entry).collect::<Vec<_>>();
        assert_eq!(numbers(read.journal(COUNTY, None, 2).await.unwrap()), [5, 4]);
        assert_eq!(numbers(read.journal(COUNTY, Some(4), 2).await.unwrap()), [3, 2]);
        let changes = read.entry_changes(COUNTY, 3, 0, 10).await.unwrap();
        assert_eq!(changes.iter().map(|change| change.position).collect::<Vec<_>>(), [1, 2, 3]);
    }
}
