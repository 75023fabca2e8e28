//! Records go in through `append` and come out as they were.

use crate::support::sample::{self, COUNTY, county, entry, family, made, village};
use domain::door::CommandKind;
use domain::facts::{Change, Record, RecordId};
use domain::places::Region;
use domain::vacancies::State;
use store::{Entry, Store, StoreError};

pub(crate) async fn append(
    store: &Store,
    entry: Entry,
    changes: Vec<Change>,
) -> Result<domain::door::Receipt, StoreError> {
    store.write(COUNTY, move |tx| Box::pin(async move { tx.append(&entry, &changes).await })).await
}

for_each_db! {
    async fn a_family_comes_out_as_it_went_in(home: Home) {
        let (household, head, wife, spell, changes) = family(1, 1);
        let receipt = append(&home.store, entry(CommandKind::ImportSheet), changes).await.unwrap();
        assert_eq!((receipt.entry, receipt.changed), (1, 4));
        let read = home.store.read();
        let stored = read.household(county(), household.id).await.unwrap().unwrap();
        assert_eq!((stored.record, stored.version, stored.county), (household.clone(), 1, COUNTY));
        let members = read.persons_of_households(county(), &[household.id]).await.unwrap();
        let members: Vec<_> = members.into_iter().map(|stored| stored.record).collect();
        assert_eq!(members, [head.clone(), wife]);
        let spells = read.spells_of_persons(county(), &[head.id]).await.unwrap();
        assert_eq!(spells[0].record, spell);
        assert_eq!(read.spell(county(), spell.id).await.unwrap().unwrap().record, spell);
    }

    async fn nothing_is_found_outside_the_area(home: Home) {
        let (household, head, _, spell, changes) = family(1, 1);
        append(&home.store, entry(CommandKind::ImportSheet), changes).await.unwrap();
        let read = home.store.read();
        for other in [village(2).area(), Region::from_six(140_221).unwrap().area()] {
            assert!(read.household(other, household.id).await.unwrap().is_none());
            assert!(read.person(other, head.id).await.unwrap().is_none());
            assert!(read.spell(other, spell.id).await.unwrap().is_none());
            assert!(read.persons_of_households(other, &[household.id]).await.unwrap().is_empty());
        }
        for wider in [village(1).area(), Region::from_six(140_200).unwrap().area(), domain::places::Area::NATION] {
            assert!(read.household(wider, household.id).await.unwrap().is_some());
            assert!(read.person(wider, head.id).await.unwrap().is_some());
            assert!(read.spell(wider, spell.id).await.unwrap().is_some());
        }
    }

    async fn changed_records_count_their_versions_and_members_follow_a_household(home: Home) {
        let (household, head, _, _, changes) = family(1, 1);
        append(&home.store, entry(CommandKind::ImportSheet), changes).await.unwrap();
        let mut moved = household.clone();
        moved.region = village(2);
        let change = Change { before: Some(Record::Household(household.clone())), after: Some(Record::Household(moved)) };
        append(&home.store, entry(CommandKind::EditHousehold), vec![change]).await.unwrap();
        let read = home.store.read();
        assert_eq!(read.household(county(), household.id).await.unwrap().unwrap().version, 2);
        assert!(read.person(village(2).area(), head.id).await.unwrap().is_some());
        assert!(read.person(village(1).area(), head.id).await.unwrap().is_none());
    }

    async fn an_id_number_belongs_to_one_person(home: Home) {
        let (household, head, wife, _, changes) = family(1, 1);
        append(&home.store, entry(CommandKind::ImportSheet), changes).await.unwrap();
        let twin = sample::person(&household, "王大明", 1);
        let refused = append(&home.store, entry(CommandKind::ImportSheet), vec![made(Record::Person(twin.clone()))]).await;
        assert!(matches!(refused, Err(StoreError::IdNumberTaken { person }) if person == twin.id));
        assert!(home.store.read().person(county(), twin.id).await.unwrap().is_none());
        let numbers = [sample::id_number(1), sample::id_number(2), sample::id_number(3)];
        let owners = home.store.read().persons_by_id_numbers(&numbers).await.unwrap();
        assert_eq!(owners.len(), 2);
        assert_eq!(owners[&numbers[1]], (COUNTY, wife.id));
        // Two persons may change numbers in one go.
        let (mut a, mut b) = (head.clone(), wife.clone());
        std::mem::swap(&mut a.id_no, &mut b.id_no);
        let swap = vec![
            Change { before: Some(Record::Person(head.clone())), after: Some(Record::Person(a)) },
            Change { before: Some(Record::Person(wife)), after: Some(Record::Person(b)) },
        ];
        append(&home.store, entry(CommandKind::EditPerson), swap).await.unwrap();
        let owners = home.store.read().persons_by_id_numbers(&numbers).await.unwrap();
        assert_eq!(owners[&numbers[1]], (COUNTY, head.id));
    }

    async fn what_is_taken_back_is_gone(home: Home) {
        let (household, head, _, _, changes) = family(1, 1);
        append(&home.store, entry(CommandKind::ImportSheet), changes.clone()).await.unwrap();
        let only_the_household = vec![Change::new(Record::Household(household.clone())).reversed()];
        let refused = append(&home.store, entry(CommandKind::UndoImport), only_the_household).await;
        assert!(matches!(refused, Err(StoreError::StillUsed)), "{refused:?}");
        let back = changes.iter().cloned().map(Change::reversed).collect();
        append(&home.store, entry(CommandKind::UndoImport), back).await.unwrap();
        let read = home.store.read();
        assert!(read.household(county(), household.id).await.unwrap().is_none());
        assert!(read.persons_by_id_numbers(&[sample::id_number(1)]).await.unwrap().is_empty());
        let again = append(&home.store, entry(CommandKind::UndoImport), vec![Change::new(Record::Person(head.clone())).reversed()]);
        assert!(matches!(again.await, Err(StoreError::Gone(RecordId::Person(id))) if id == head.id));
        append(&home.store, entry(CommandKind::ImportSheet), changes).await.unwrap();
        assert!(read.person(county(), head.id).await.unwrap().is_some());
    }

    async fn a_record_of_another_county_is_refused(home: Home) {
        let mut stranger = sample::household(1, "赵四");
        stranger.region = Region::from_six(140_221).unwrap();
        let refused = append(&home.store, entry(CommandKind::ImportSheet), vec![made(Record::Household(stranger))]).await;
        assert!(matches!(refused, Err(StoreError::OtherCounty { found: 140_221, .. })));
        assert!(home.store.read().journal(COUNTY, None, 9).await.unwrap().is_empty());
    }

    async fn importers_find_what_is_there(home: Home) {
        let (mut household, head, _, _, _) = family(1, 1);
        household.no = Some("14022200001".into());
        let changes = vec![made(Record::Household(household.clone())), made(Record::Person(head.clone()))];
        append(&home.store, entry(CommandKind::ImportSheet), changes).await.unwrap();
        let read = home.store.read();
        let found = read.households_by_numbers(county(), &["14022200001", "x"]).await.unwrap();
        assert_eq!(found[0].record.id, household.id);
        let keys = [(village(1), "王小明"), (village(2), "王小明")];
        let found = read.households_by_region_and_head(county(), &keys).await.unwrap();
        assert_eq!(found.len(), 1);
        let keys = [(household.id, "王小明"), (household.id, "王二明")];
        let found = read.persons_by_household_and_name(county(), &keys).await.unwrap();
        assert_eq!(found.into_iter().map(|p| p.record).collect::<Vec<_>>(), [head]);
    }

    async fn a_failed_write_leaves_nothing(home: Home) {
        let (household, _, _, _, changes) = family(1, 1);
        let refused: Result<(), StoreError> = home
            .store
            .write(COUNTY, move |tx| {
                Box::pin(async move {
                    tx.append(&entry(CommandKind::ImportSheet), &changes).await?;
                    Err(StoreError::CutOff)
                })
            })
            .await;
        assert!(refused.is_err());
        assert!(home.store.read().household(county(), household.id).await.unwrap().is_none());
        let one = sample::vacancy("保洁员", State::Open);
        let receipt = append(&home.store, entry(CommandKind::EditVacancy), vec![made(Record::Vacancy(one))]).await.unwrap();
        assert_eq!(receipt.entry, 1);
    }
}
