//! A process that is killed while it imports, or a connection that is cut, leaves whole imports and runs or none: of a city in all its
//! counties or in none.

use crate::city;
use crate::support::files::{Member, county, head, roster};
use crate::support::{Home, cluster, today};
use domain::access::{Role, Scope};
use domain::places::Region;
use office::clock::FixedDay;
use office::import::{Choices, Upload};
use office::{Office, Place};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{Store, Target};

/// Whose office is killed.
#[derive(Clone, Copy)]
enum Whose {
    County,
    City,
}

impl Whose {
    fn region(self) -> Region {
        match self {
            Self::County => county(),
            Self::City => city::city(),
        }
    }

    fn clerk(self) -> Scope {
        Office::command_line(Role::Clerk, self.region())
    }

    /// A ledger; of a city for two counties by turns.
    fn ledger(self) -> Upload {
        match self {
            Self::County => roster("花名册.csv", &(0..rows()).map(head).collect::<Vec<Member>>()),
            Self::City => {
                let lines = (0..rows()).map(|n| (n, Some(city::counties()[n as usize % 2])));
                city::roster(&lines.collect::<Vec<_>>())
            }
        }
    }
}

/// Rows of the ledger; fewer where nobody asks for everything, as unoptimised code is slow.
fn rows() -> u32 {
    if std::env::var_os("QIAO_TEST_ALL").is_some() { 5000 } else { 1000 }
}

/// Kills in all; fewer where nobody asks for everything.
fn kills() -> u32 {
    if std::env::var_os("QIAO_TEST_ALL").is_some() { 20 } else { 12 }
}

/// Data directory of the process that will be killed; it only runs when this is set.
const DIRECTORY: &str = "QIAO_TEST_IMPORT_UNTIL_KILLED";
/// Set where the process is to work for the city.
const CITY: &str = "QIAO_TEST_IMPORT_FOR_CITY";

async fn open(directory: &Path, whose: Whose) -> Office {
    let place = Place::Directory(directory.to_owned());
    let office = Office::open(place, Arc::new(FixedDay(today()))).await.unwrap();
    office.settle(whose.region()).await.unwrap();
    office
}

/// The process that is killed: takes the ledger in and takes it back, for ever; a city also runs the bridge. Writes a line before and behind
/// each commit.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by the tests of killed imports"]
async fn import_until_killed() {
    let Some(directory) = std::env::var_os(DIRECTORY).map(PathBuf::from) else { return };
    let whose = if std::env::var_os(CITY).is_some() { Whose::City } else { Whose::County };
    let (office, file, clerk) = (open(&directory, whose).await, whose.ledger(), whose.clerk());
    loop {
        let preview = office.preview(&clerk, file.clone(), &Choices::default()).await.unwrap();
        assert!(preview.counts.new == rows(), "{:?}", preview.counts);
        println!("importing");
        let (batch, _) = office.commit(&clerk, preview).await.unwrap();
        println!("imported");
        if matches!(whose, Whose::City) {
            office.run_bridge(&clerk, today(), &|_| ()).await.unwrap();
        }
        office.undo_import(&clerk, batch).await.unwrap();
        println!("undone");
    }
}

fn start(directory: &Path, whose: Whose) -> (Child, impl Iterator<Item = String>) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "killed::import_until_killed", "--ignored", "--nocapture"]).env(DIRECTORY, directory);
    if matches!(whose, Whose::City) {
        command.env(CITY, "1");
    }
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(std::result::Result::ok);
    (child, lines)
}

fn wait_for(lines: &mut impl Iterator<Item = String>, word: &str) {
    assert!(lines.any(|line| line.ends_with(word)), "the process ended before it was {word}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_import_is_there_as_a_whole_or_not_at_all() {
    killed(Whose::County).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_import_or_run_of_a_city_is_there_in_all_counties_or_in_none() {
    killed(Whose::City).await;
}

async fn killed(whose: Whose) {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("qiao-data");
    // How long a commit takes here, so that the kills fall before, into and behind it.
    let (mut child, mut lines) = start(&directory, whose);
    wait_for(&mut lines, "importing");
    let begun = Instant::now();
    wait_for(&mut lines, "imported");
    let commit = begun.elapsed();
    wait_for(&mut lines, "undone");
    let after = begun.elapsed() - commit;
    child.kill().unwrap();
    child.wait().unwrap();
    let (mut none, mut whole) = (0, 0);
    for kill in 0..kills() {
        let begun = Instant::now();
        let (mut child, mut lines) = start(&directory, whose);
        // Every fourth kill falls into the undoing, of a city's every second one into the run or the undoing.
        let behind = kill % 4 == 3 || matches!(whose, Whose::City) && kill % 2 == 1;
        wait_for(&mut lines, if behind { "imported" } else { "importing" });
        // Spread over the work and a little beyond, in no order.
        let work = if behind { after } else { commit };
        let at = work.as_secs_f64() * 1.15 * f64::from(kill * 7 % kills()) / f64::from(kills());
        std::thread::sleep(Duration::from_secs_f64(at));
        child.kill().unwrap();
        child.wait().unwrap();
        let killed = begun.elapsed();
        let (office, told) = (open(&directory, whose).await, format!("kill {kill} after {at} s"));
        let store = Store::open(Target::Directory(directory.clone())).await.unwrap();
        if is_there(&office, &store, whose, &told).await {
            whole += 1
        } else {
            none += 1
        }
        eprintln!("kill {kill}: {killed:?} until killed, {:?} in all", begun.elapsed());
    }
    eprintln!("a commit took {commit:?}; {none} kills left nothing, {whole} everything");
    assert!(none > 0 && whole > 0, "kills fell on both sides: {none} left nothing, {whole} everything");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_cut_connection_was_writing_is_there_in_all_counties_or_in_none() {
    let Some(url) = cluster::database("killed::what_a_cut_connection_was_writing") else { return };
    let (home, whose) = (Home::pg(url.clone()).await, Whose::City);
    city::of_city(&home).await;
    let (office, clerk) = (&home.office, whose.clerk());
    let (mut none, mut whole, mut commit) = (0, 0, Duration::from_millis(50));
    for cut in 0..kills() {
        let preview = office.preview(&clerk, whose.ledger(), &Choices::default()).await.unwrap();
        let writing = {
            let office = office.clone();
            tokio::spawn(async move {
                let begun = Instant::now();
                (office.commit(&clerk, preview).await.is_ok(), begun.elapsed())
            })
        };
        // The first is let through, to know how long one takes.
        if cut > 0 {
            tokio::time::sleep(commit.mul_f64(1.15 * f64::from(cut * 7 % kills()) / f64::from(kills()))).await;
            cluster::cut(&url);
        }
        let (written, took) = writing.await.unwrap();
        let there = is_there(office, &home.store, whose, &format!("cut {cut}")).await;
        assert!(there || !written, "cut {cut}: what was said to be written is there");
        if cut == 0 {
            (commit, whole) = (took, whole + 1);
        } else if there {
            whole += 1;
        } else {
            none += 1;
        }
    }
    eprintln!("a commit took {commit:?}; {none} cuts left nothing, {whole} everything");
    assert!(none > 0 && whole > 0, "{none} left nothing, {whole} everything");
}

/// Whether the import is there as a whole; takes it back for the next kill. A run of a city has a part in each journal or none.
async fn is_there(office: &Office, store: &Store, whose: Whose, told: &str) -> bool {
    let health = office.doctor().await.unwrap();
    assert!(health.journal_ok && health.read_models_ok && health.store_ok, "{told}: {health:?}");
    assert_eq!(health.households, health.persons, "{told}: {health:?}");
    let read = store.read();
    if let Whose::City = whose {
        for county in city::counties() {
            let members = read.counts(county.area()).await.unwrap().members;
            assert_eq!(members, health.persons / 2, "{told}: as many in each county");
            if let Some(run) = read.latest_run(county.area()).await.unwrap() {
                assert_eq!(read.run_parts(whose.region().area(), run.record.id).await.unwrap().len(), 3, "{told}");
            }
        }
    }
    if health.persons == 0 {
        return false;
    }
    assert_eq!(health.persons, rows(), "{told}");
    let last = office.imported(&whose.clerk()).await.unwrap().remove(0);
    office.undo_import(&whose.clerk(), last.batch.id).await.unwrap();
    assert_eq!(office.doctor().await.unwrap().persons, 0, "{told}");
    true
}
