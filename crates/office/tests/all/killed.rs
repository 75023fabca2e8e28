//! A process that is killed while it imports leaves whole imports or none.

use crate::support::files::{COUNTY, Member, county, head, roster};
use crate::support::{clerk, today};
use domain::facts::RecordId;
use office::clock::FixedDay;
use office::import::{Choices, Upload};
use office::{Office, Place};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{Store, Target};

/// Rows of the ledger; fewer where nobody asks for everything, as unoptimised code is slow.
fn rows() -> u32 {
    if std::env::var_os("QIAO_TEST_ALL").is_some() { 5000 } else { 1000 }
}

/// Kills in all.
const KILLS: u32 = 20;
/// Data directory of the process that will be killed; it only runs when this is set.
const DIRECTORY: &str = "QIAO_TEST_IMPORT_UNTIL_KILLED";

fn ledger() -> Upload {
    let members: Vec<Member> = (0..rows()).map(head).collect();
    roster("花名册.csv", &members)
}

async fn open(directory: &Path) -> Office {
    let place = Place::Directory(directory.to_owned());
    let office = Office::open(place, Arc::new(FixedDay(today()))).await.unwrap();
    office.settle(county()).await.unwrap();
    office
}

/// The process that is killed: takes the ledger in and takes it back, for ever. Writes a line before and behind each commit.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by a_killed_import_is_there_as_a_whole_or_not_at_all"]
async fn import_until_killed() {
    let Some(directory) = std::env::var_os(DIRECTORY).map(PathBuf::from) else { return };
    let (office, file) = (open(&directory).await, ledger());
    loop {
        let preview = office.preview(&clerk(), file.clone(), &Choices::default()).await.unwrap();
        assert!(preview.counts.new == rows(), "{:?}", preview.counts);
        println!("importing");
        let (batch, _) = office.commit(&clerk(), preview).await.unwrap();
        println!("imported");
        office.undo_import(&clerk(), batch).await.unwrap();
        println!("undone");
    }
}

fn start(directory: &Path) -> (Child, impl Iterator<Item = String>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::import_until_killed", "--ignored", "--nocapture"])
        .env(DIRECTORY, directory)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(std::result::Result::ok);
    (child, lines)
}

fn wait_for(lines: &mut impl Iterator<Item = String>, word: &str) {
    assert!(lines.any(|line| line.ends_with(word)), "the process ended before it was {word}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_import_is_there_as_a_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("qiao-data");
    // How long a commit takes here, so that the kills fall before, into and behind it.
    let (mut child, mut lines) = start(&directory);
    wait_for(&mut lines, "importing");
    let begun = Instant::now();
    wait_for(&mut lines, "imported");
    let commit = begun.elapsed();
    wait_for(&mut lines, "undone");
    child.kill().unwrap();
    child.wait().unwrap();
    let (mut none, mut whole) = (0, 0);
    for kill in 0..KILLS {
        let begun = Instant::now();
        let (mut child, mut lines) = start(&directory);
        // Every fourth kill falls into the undoing.
        wait_for(&mut lines, if kill % 4 == 3 { "imported" } else { "importing" });
        // Spread over the commit and a little beyond, in no order.
        let at = commit.as_secs_f64() * 1.15 * f64::from(kill * 7 % KILLS) / f64::from(KILLS);
        std::thread::sleep(Duration::from_secs_f64(at));
        child.kill().unwrap();
        child.wait().unwrap();
        let killed = begun.elapsed();
        if is_there(&directory, &format!("kill {kill} after {at} s")).await {
            whole += 1
        } else {
            none += 1
        }
        eprintln!("kill {kill}: {killed:?} until killed, {:?} in all", begun.elapsed());
    }
    eprintln!("a commit took {commit:?}; {none} kills left nothing, {whole} everything");
    assert!(none > 0 && whole > 0, "kills fell on both sides: {none} left nothing, {whole} everything");
}

/// Whether the import is there as a whole; takes it back for the next kill.
async fn is_there(directory: &Path, told: &str) -> bool {
    let office = open(directory).await;
    let health = office.doctor().await.unwrap();
    assert!(health.journal_ok && health.read_models_ok && health.store_ok, "{told}: {health:?}");
    assert_eq!(health.households, health.persons, "{told}: {health:?}");
    if health.persons == 0 {
        return false;
    }
    assert_eq!(health.persons, rows(), "{told}");
    let store = Store::open(Target::Directory(directory.to_owned())).await.unwrap();
    let last = store.read().journal(COUNTY, None, 1).await.unwrap().remove(0);
    let Some(RecordId::Batch(batch)) = last.about else { panic!("{told}: {last:?}") };
    office.undo_import(&clerk(), batch).await.unwrap();
    assert_eq!(office.doctor().await.unwrap().persons, 0, "{told}");
    true
}
