//! To which household a row belongs, and what its labels become.

use crate::support::files::{Member, head, id_no, member, name, roster};
use crate::support::{Home, clerk, day, row_states};
use domain::ledger::{LabelKind, labels_at};
use office::import::Choices;
use office::import::RowState::{Faulty, New, Same};

fn keyless(mut member: Member) -> Member {
    member.no = String::new();
    member
}

/// Lines without household numbers: members simply follow their head.
fn family(n: u32) -> Vec<Member> {
    let head = keyless(Member { village: 0, ..head(n) });
    vec![head.clone(), member(&head, n + 100, "配偶"), member(&head, n + 200, "之子")]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn members_follow_the_head_above_them() {
    let home = Home::lite().await;
    let lines: Vec<Member> = [family(1), family(2)].concat();
    home.import(roster("花名册.csv", &lines)).await;
    let state = home.sound().await;
    assert_eq!(state.households().len(), 2);
    for n in [1, 2] {
        let home = state.household_of(&name(n)).id;
        assert_eq!(state.person(&name(n + 100)).household, home);
        assert_eq!(state.person(&name(n + 200)).household, home);
    }
    let preview = home.preview(roster("花名册.csv", &lines)).await;
    assert_eq!(row_states(&preview), [Same; 6]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn members_of_a_faulty_head_never_join_the_household_above() {
    let home = Home::lite().await;
    let mut lines = [family(1), family(2), family(3)].concat();
    lines[3].id_no = "140222198001019999".into();
    let file = roster("花名册.csv", &lines);
    let preview = home.preview(file.clone()).await;
    assert_eq!(row_states(&preview), [New, New, New, Faulty, New, New, New, New, New]);
    home.office.commit(&clerk(), preview).await.unwrap();
    let state = home.sound().await;
    assert_eq!(state.households().len(), 3);
    assert_eq!(state.person(&name(102)).household, state.person(&name(202)).household);
    assert_ne!(state.person(&name(102)).household, state.household_of(&name(1)).id);
    assert_eq!(state.household_of(&name(102)).head_name, Some(name(2)));
    assert_eq!(row_states(&home.preview(file).await), [Same, Same, Same, Faulty, Same, Same, Same, Same, Same]);
    // With its number mended, the head joins the others.
    lines[3].id_no = id_no(2);
    let (rows, _) = home.import(roster("花名册.csv", &lines)).await;
    assert_eq!((rows.new, rows.same), (1, 8));
    let state = home.sound().await;
    assert_eq!(state.person(&name(102)).household, state.household_of(&name(2)).id);
    assert_eq!(state.households().len(), 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_heads_of_one_name_in_one_village_are_two_households() {
    let home = Home::lite().await;
    let mut lines = [family(1), family(2)].concat();
    lines[3].name = name(1);
    home.import(roster("花名册.csv", &lines)).await;
    let state = home.sound().await;
    assert_eq!(state.households().len(), 2);
    assert_ne!(state.person(&name(101)).household, state.person(&name(102)).household);
    assert_eq!(row_states(&home.preview(roster("花名册.csv", &lines)).await), [Same; 6]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_member_under_a_new_number_moves_and_leaves_the_old_household_alone() {
    let home = Home::lite().await;
    let old = head(1);
    home.import(roster("花名册.csv", &[old.clone(), member(&old, 11, "之女"), member(&old, 12, "配偶")])).await;
    let new = Member { no: "1402220000099999".into(), relation: "户主", ..member(&old, 11, "") };
    // In both orders: the mover before and behind those who stay.
    for (lines, moved) in [(vec![new.clone(), old.clone()], New), (vec![old.clone(), new.clone()], Same)] {
        home.import(roster("花名册.csv", &lines)).await;
        let state = home.sound().await;
        assert_eq!(state.household_of(&name(1)).no.as_deref(), Some(old.no.as_str()), "{moved:?}");
        assert_eq!(state.household_of(&name(11)).no.as_deref(), Some(new.no.as_str()), "{moved:?}");
        assert_eq!(state.person(&name(12)).household, state.household_of(&name(1)).id);
        assert_eq!(state.households().len(), 2);
        let again = home.preview(roster("花名册.csv", &lines)).await;
        assert_eq!(row_states(&again), [Same, Same]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_class_ends_the_old_one_with_the_report_date() {
    let home = Home::lite().await;
    let poor = Member { class: "贫困户", ..head(1) };
    home.import(roster("花名册.csv", std::slice::from_ref(&poor))).await;
    let lifted = Member { class: "脱贫户", ..poor.clone() };
    let choices = Choices { as_of: Some(day("2020-03-01")), ..Choices::default() };
    let file = roster("花名册.csv", &[lifted]);
    let preview = home.office.preview(&clerk(), file.clone(), &choices).await.unwrap();
    home.office.commit(&clerk(), preview).await.unwrap();
    let state = home.sound().await;
    let labels = &state.household_of(&name(1)).labels;
    let on = |text| labels_at(labels, day(text)).collect::<Vec<_>>();
    assert_eq!(on("2020-02-29"), [LabelKind::Poor]);
    assert_eq!(on("2020-03-01"), [LabelKind::Lifted]);
    assert_eq!(on("2030-01-01"), [LabelKind::Lifted]);
    let preview = home.office.preview(&clerk(), file, &choices).await.unwrap();
    assert_eq!(row_states(&preview), [Same]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_sheet_handed_in_late_leaves_the_newer_class_alone() {
    let home = Home::lite().await;
    let sheet = |class| roster("花名册.csv", &[Member { class, ..head(1) }]);
    for (class, date) in [("贫困户", "2019-06-30"), ("脱贫户", "2020-03-01"), ("贫困户", "2019-12-31")] {
        let choices = Choices { as_of: Some(day(date)), ..Choices::default() };
        let preview = home.office.preview(&clerk(), sheet(class), &choices).await.unwrap();
        home.office.commit(&clerk(), preview).await.unwrap();
    }
    let state = home.sound().await;
    let labels = &state.household_of(&name(1)).labels;
    let on = |text| labels_at(labels, day(text)).collect::<Vec<_>>();
    assert_eq!(on("2019-12-31"), [LabelKind::Poor]);
    assert_eq!(on("2020-03-24"), [LabelKind::Lifted]);
    assert_eq!(labels.len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_contradicts_itself_does_not_pile_up_labels() {
    let home = Home::lite().await;
    let one = Member { class: "贫困户", ..head(1) };
    let wife = Member { class: "脱贫户", ..member(&one, 11, "配偶") };
    let file = roster("花名册.csv", &[one, wife]);
    let mut seen = Vec::new();
    for _ in 0..4 {
        home.import(file.clone()).await;
        seen.push(home.sound().await.household_of(&name(1)).labels.clone());
    }
    assert_eq!(seen[1], seen[3]);
    let last = seen.pop().unwrap();
    assert_eq!(labels_at(&last, day("2020-03-24")).count(), 1, "{last:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn serial_numbers_of_a_sheet_group_its_rows_and_mean_nothing_beyond() {
    let home = Home::lite().await;
    let sheet = |first: u32, village: usize, serials: [&str; 2]| {
        let households = serials.iter().zip(first..).map(|(serial, n)| {
            let head = Member { no: (*serial).to_owned(), village, ..head(n) };
            [head.clone(), Member { relation: "", ..member(&head, n + 100, "") }]
        });
        households.flatten().collect::<Vec<Member>>()
    };
    // Two villages count their households from 1; a year later one of them counts in another order.
    home.import(roster("甲村.csv", &sheet(1, 0, ["1", "2"]))).await;
    home.import(roster("乙村.csv", &sheet(5, 2, ["1", "2"]))).await;
    let together = [sheet(1, 0, ["1", "2"]), sheet(5, 2, ["1", "2"])].concat();
    home.import(roster("两村.csv", &together)).await;
    home.import(roster("次年.csv", &sheet(1, 0, ["2", "1"]))).await;
    let state = home.sound().await;
    assert_eq!(state.households().len(), 4);
    for n in [1, 2, 5, 6] {
        assert_eq!(state.person(&name(n + 100)).household, state.household_of(&name(n)).id, "{n}");
    }
}
