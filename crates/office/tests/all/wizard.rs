//! Correcting a file in its preview: columns, cells, findings that are right all the same, a second file; and comparing.

use crate::support::{Home, clerk, day, row_states};
use office::import::{Choices, RowState, Upload, cell, column, compare_files, field, rule};

fn csv(name: &str, text: &str) -> Upload {
    Upload { name: name.to_owned(), bytes: text.into() }
}

/// A sheet whose third column no list knows, and whose second person has a wrong ID number.
fn file() -> Upload {
    csv(
        "名单.csv",
        "户编号,姓名,身份证号,与户主关系,甲列,行政村\n\
         140222000000001,张三,140222197501019810,户主,19900000001,安家皂村\n\
         140222000000002,李四,140222197601019999,户主,19900000002,安家皂村\n",
    )
}

async fn preview(home: &Home, choices: &Choices) -> office::import::Preview {
    home.office.preview(&clerk(), file(), choices).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_column_once_explained_maps_by_itself_in_the_next_file() {
    let home = Home::lite().await;
    let mut choices = Choices { as_of: Some(day("2020-03-01")), ..Choices::default() };
    choices.columns.push((column("E").unwrap(), field("person.phone_alt").unwrap()));
    let first = preview(&home, &choices).await;
    assert_eq!(first.corrections().columns.len(), 1);
    let (batch, _) = home.office.commit(&clerk(), first).await.unwrap();
    let state = home.sound().await;
    assert_eq!(state.person("张三").phone_alt[0].as_str(), "19900000001");
    let next = preview(&home, &Choices::default()).await;
    assert_eq!(next.sheets[0].columns[4].mapped.unwrap().key(), "person.phone_alt");
    // An import that was taken back is forgotten in this too.
    home.office.undo_import(&clerk(), batch).await.unwrap();
    let forgotten = preview(&home, &Choices::default()).await;
    assert_ne!(forgotten.sheets[0].columns[4].mapped.map(|mapped| mapped.key()), Some("person.phone_alt".to_owned()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cell_mended_in_the_preview_is_taken_and_kept_with_the_import() {
    let home = Home::lite().await;
    let mut choices = Choices::default();
    assert_eq!(row_states(&preview(&home, &choices).await), [RowState::New, RowState::Faulty]);
    choices.cells.push((cell("csv!C3").unwrap(), "140222197601019826".to_owned()));
    let mended = preview(&home, &choices).await;
    assert_eq!(row_states(&mended), [RowState::New, RowState::New]);
    home.office.commit(&clerk(), mended).await.unwrap();
    home.sound().await;
    let kept = home.office.imported(&clerk()).await.unwrap().remove(0).batch.corrections.cells;
    assert_eq!((kept[0].column.as_str(), kept[0].line), ("C", 3));
    assert_eq!((kept[0].was.as_str(), kept[0].now.as_str()), ("140222197601019999", "140222197601019826"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_right_all_the_same_is_not_asked_again() {
    let home = Home::lite().await;
    let mut choices = Choices::default();
    choices.exempt.push((cell("C3").unwrap(), rule("q1").unwrap()));
    let taken = preview(&home, &choices).await;
    assert_eq!(row_states(&taken), [RowState::New, RowState::New]);
    assert_eq!(taken.sheets[0].rows[1].exempt.len(), 1);
    home.office.commit(&clerk(), taken).await.unwrap();
    home.sound().await;
    let again = preview(&home, &Choices::default()).await;
    assert_eq!(row_states(&again), [RowState::Same, RowState::Same]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_row_tells_what_it_changes() {
    let home = Home::lite().await;
    home.import(file()).await;
    let changed = csv(
        "名单.csv",
        "户编号,姓名,身份证号,与户主关系,文化程度,行政村\n\
         140222000000001,张三,140222197501019810,户主,初中,安家皂村\n",
    );
    let preview = home.preview(changed).await;
    let moved = &preview.sheets[0].rows[0].moved;
    assert_eq!((moved.len(), moved[0].field), (1, "education"));
    assert_eq!((moved[0].before.is_null(), moved[0].after.as_str()), (true, Some("junior")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_is_compared_with_another_and_with_the_ledger() {
    let home = Home::lite().await;
    home.import(file()).await;
    let other = csv(
        "派出所.csv",
        "姓名,身份证号,与户主关系,行政村,文化程度\n\
         张三三,140222197501019810,户主,安家皂村,初中\n\
         王五,140222197701019831,户主,安家皂村,高中\n",
    );
    let files = compare_files(&file(), &other, day("2020-03-01"), clerk().region()).unwrap();
    assert_eq!((files.found.only_a.len(), files.found.only_b.len(), files.found.differs.len()), (1, 1, 1));
    let ledger = home.office.compare_with_ledger(&clerk(), &other, None).await.unwrap();
    assert_eq!((ledger.found.only_a.len(), ledger.found.only_b.len()), (1, 0));
    let fields: Vec<_> = ledger.found.differs.iter().map(|found| found.field.key().into_owned()).collect();
    assert_eq!(fields, ["person.name", "person.education"]);
    let words = words::Words::get(words::Lang::Zh);
    assert!(!home.office.compared_workbook(&ledger, words).unwrap().is_empty());
}
