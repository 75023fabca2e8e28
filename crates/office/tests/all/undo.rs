//! Taking an import back as a whole.

use crate::support::files::{Post, head, id_no, member, name, posts, roster, spells, village};
use crate::support::{Home, clerk, envelope, number, somebody};
use domain::access::Role;
use domain::door::{Command, Edit};
use domain::facts::RecordId;
use domain::ids::{BatchId, SpellId};
use domain::ledger::Spell;
use serde_json::{Value, json};

async fn edit(home: &Home, who: &str, field: &str, value: Value) {
    let state = home.state().await;
    let id = state.person(who).id;
    let edit = Edit { seen: state.version(RecordId::Person(id)), fields: vec![(field.into(), value)] };
    home.submit(&clerk(), Command::EditPerson { id, edit }).await.unwrap();
}

/// A ledger, and the batch of a second file that changes some of it and adds to it.
async fn two_files(home: &Home) -> (crate::support::State, BatchId) {
    let one = head(1);
    home.import(roster("一.csv", &[one.clone(), member(&one, 11, "配偶"), head(2)])).await;
    home.import(posts("岗位.csv", &[Post::new("天镇县甲公司", "缝纫工", 5)])).await;
    let before = home.sound().await;
    let mut moved = member(&head(2), 11, "之子");
    moved.phone = "19900009999".into();
    let mut two = head(2);
    two.class = "贫困户";
    two.labour = "技能劳动力";
    let (rows, batch) = home.import(roster("二.csv", &[one, moved, two, head(3)])).await;
    assert_eq!((rows.same, rows.changed, rows.new), (1, 2, 1));
    (before, batch)
}

for_each_db! {
    async fn undoing_restores_what_was(home: Home) {
        let (before, batch) = two_files(&home).await;
        home.office.undo_import(&clerk(), batch).await.unwrap();
        let after = home.sound().await;
        assert_eq!(after.bare(), before.bare());
        assert_eq!(after.now, before.now);
        assert_eq!(after.entries, before.entries + 2, "import and undoing stay in the journal");
        assert_eq!(number(home.office.undo_import(&clerk(), batch).await), 1116);
        assert_eq!(home.state().await, after);
        // Handed in again, the same file does the same again.
        let mut moved = member(&head(2), 11, "之子");
        moved.phone = "19900009999".into();
        assert_eq!(home.import(roster("二.csv", &[moved, head(3)])).await.0.new, 1);
    }

    async fn later_changes_of_other_fields_stay(home: Home) {
        let (_, batch) = two_files(&home).await;
        edit(&home, &name(2), "note", json!("常年在外")).await;
        home.office.undo_import(&clerk(), batch).await.unwrap();
        let after = home.sound().await;
        assert_eq!(after.person(&name(2)).note.as_deref(), Some("常年在外"));
        assert_eq!(after.person(&name(2)).labour, Some(domain::codes::Labour::Ordinary));
    }

    async fn later_changes_of_the_same_fields_stand_against_it(home: Home) {
        let (_, batch) = two_files(&home).await;
        edit(&home, &name(2), "labour", json!("weak")).await;
        let before = home.sound().await;
        assert_eq!(number(home.office.undo_import(&clerk(), batch).await), 1117);
        assert_eq!(home.sound().await, before);
    }

    async fn what_others_hung_on_new_records_stands_against_it(home: Home) {
        let people = home_with_people(&home).await;
        let (_, work) = home.import(spells("务工.csv", &[[&name(1), &id_no(1), "大兴物流有限公司", "2020年1月", ""]])).await;
        let before = home.sound().await;
        assert_eq!(number(home.office.undo_import(&clerk(), people).await), 1117);
        assert_eq!(home.sound().await, before);
        home.office.undo_import(&clerk(), work).await.unwrap();
        home.office.undo_import(&clerk(), people).await.unwrap();
        assert!(home.sound().await.records.is_empty());
    }
}

async fn home_with_people(home: &Home) -> BatchId {
    let one = head(1);
    let (_, batch) = home.import(roster("一.csv", &[one.clone(), member(&one, 11, "配偶")])).await;
    batch
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_member_added_later_stands_against_undoing_the_household() {
    let home = Home::lite().await;
    let batch = home_with_people(&home).await;
    home.import(roster("二.csv", &[member(&head(1), 12, "之子")])).await;
    let before = home.sound().await;
    assert_eq!(number(home.office.undo_import(&clerk(), batch).await), 1117);
    assert_eq!(home.sound().await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_spell_added_by_hand_stands_against_undoing_its_person() {
    let home = Home::lite().await;
    let batch = home_with_people(&home).await;
    let person = home.state().await.person(&name(1)).id;
    let spell = Box::new(Spell::new(SpellId(office::ids::fresh()), person));
    home.submit(&clerk(), Command::AddSpell { spell }).await.unwrap();
    let before = home.sound().await;
    assert_eq!(number(home.office.undo_import(&clerk(), batch).await), 1117);
    assert_eq!(home.sound().await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_clerks_of_the_county_undo_and_only_what_there_is() {
    let home = Home::lite().await;
    let batch = home_with_people(&home).await;
    let before = home.sound().await;
    assert_eq!(number(home.office.undo_import(&clerk(), BatchId(office::ids::fresh())).await), 1115);
    let elsewhere = somebody(Role::Clerk, domain::places::Region::from_six(140_221).unwrap());
    assert_eq!(number(home.office.undo_import(&elsewhere, batch).await), 1115);
    let township = somebody(Role::Clerk, village(2).township());
    assert_eq!(number(home.office.undo_import(&township, batch).await), 1118);
    for role in [Role::Helper, Role::Crew, Role::Leader, Role::Keeper] {
        let scope = somebody(role, crate::support::files::county());
        assert_eq!(number(home.office.undo_import(&scope, batch).await), 1001);
    }
    assert_eq!(home.sound().await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undoing_twice_by_one_envelope_is_undoing_once() {
    let home = Home::lite().await;
    let batch = home_with_people(&home).await;
    let undo = envelope(Command::UndoImport { batch });
    let first = home.office.submit(&clerk(), undo.clone()).await.unwrap();
    let before = home.sound().await;
    assert_eq!(home.office.submit(&clerk(), undo).await.unwrap(), first);
    assert_eq!(home.sound().await, before);
}
