//! What lies on the disk.

use crate::support::files::COUNTY;
use crate::support::{Home, clerk, filled, today, upload};
use domain::door::Command;
use std::collections::BTreeSet;
use std::path::Path;

/// The runs of digits (with a final X) of some bytes that are long enough to be a phone or an ID number.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let digit = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'X' | b'x');
    bytes.split(move |byte| !digit(byte)).filter(|run| run.len() >= 11)
}

/// The secrets of some length that stand in the files of a folder.
fn found(folder: &Path, secrets: &BTreeSet<Vec<u8>>) -> Vec<String> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for length in [11, 18] {
            let windows = numbers(&bytes).flat_map(|run| run.windows(length));
            let plain = windows.filter(|window| secrets.contains(&window.to_ascii_uppercase()));
            found.extend(plain.map(|secret| format!("{} in {}", String::from_utf8_lossy(secret), path.display())));
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_id_number_and_no_phone_of_the_files_stands_in_the_data_directory() {
    let home = Home::lite().await;
    let folder = tempfile::tempdir().unwrap();
    let plan = demo::Plan { households: 300, ..demo::Plan::default() };
    let county = demo::generate(&plan).unwrap();
    let written = demo::write(&county, folder.path()).unwrap();
    for file in filled(&written) {
        home.import(upload(file)).await;
    }
    home.office.screen_all(&clerk()).await.unwrap();
    home.office.run_bridge(&clerk(), today(), &|_| ()).await.unwrap();
    let state = home.state().await;
    let person = *state.persons().first().unwrap();
    let unmask = Command::Unmask { id: person.id, reason: format!("核对 {}", county.persons[0].id_no) };
    home.submit(&clerk(), unmask).await.unwrap();

    let people = county.persons.iter().flat_map(|person| [Some(&person.id_no), person.phone.as_ref()]).flatten();
    let firms = county.employers.iter().map(|employer| &employer.phone);
    // What the files say may differ by a fault; what was taken from them is held here.
    let taken = state.persons().into_iter().filter_map(|person| person.id_no.as_ref()).map(|id| id.as_str().to_owned());
    let mut secrets: BTreeSet<Vec<u8>> = people.chain(firms).map(|secret| secret.as_bytes().to_vec()).collect();
    secrets.extend(taken.map(String::into_bytes));
    assert!(secrets.iter().filter(|secret| secret.starts_with(COUNTY.to_string().as_bytes())).count() > 500);
    assert!(secrets.iter().filter(|secret| secret.starts_with(b"199")).count() > 300);

    let names = || std::fs::read_dir(home.data()).unwrap().map(|file| file.unwrap().file_name());
    assert!(names().any(|name| name.to_string_lossy().ends_with("-wal")), "the log is looked into as well");
    assert_eq!(found(&home.data(), &secrets), Vec::<String>::new());
    // The search works: the same numbers stand in the tables that were handed in.
    assert!(found(folder.path(), &secrets).len() > 50);
}
