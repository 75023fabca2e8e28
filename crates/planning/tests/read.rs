//! The published formats, and files that are none.

use planning::orienteering::{Format, read};

const TEAM: &str = "n 3\r\nm 2\r\ntmax 10.5\r\n0.0\t0.0\t0\r\n3.0\t4.0\t10\r\n6\t8\t0\r\n";
const SINGLE: &str = "12 1\n0 0 0\n6 8 0\n3 4 10.5\n";
const WINDOWS: &str =
    "1 3 2 1\n0 100\n0 0.0 0.0 0.0 0.0 0 0 0.0 100.0\n1 3.3 4.0 2.5 10.0 1 1 1 20.0 30.0\n2 9 9 1 5 1 2 1 2 0 50\n";
const SOLOMON: &str = "C1\n\nVEHICLE\nNUMBER CAPACITY\n 25 200\n\nCUSTOMER\nCUST NO. XCOORD. YCOORD. DEMAND READY DUE SERVICE\n\n0 0 0 0 0 100 0\n1 1 1 10 5 50 9\n";

#[test]
fn team_orienteering() {
    let read = read(TEAM, None).expect("reads");
    assert_eq!((read.format, read.instance.shifts().len()), (Format::Team, 2));
    assert_eq!((read.instance.shifts()[0].end, read.instance.shifts()[0].until), (2, 10.5));
    assert_eq!(read.instance.travel(0, 1).to_bits(), 5.0_f64.to_bits());
    assert_eq!(read.instance.places()[1].profit, 10);
}

#[test]
fn orienteering_ends_at_the_second_point() {
    let read = read(SINGLE, None).expect("reads");
    assert_eq!((read.format, read.instance.shifts()[0].end), (Format::Single, 1));
    assert_eq!((read.instance.places()[2].profit, read.scale), (10_500, 1_000));
}

#[test]
fn time_windows() {
    let found = read(WINDOWS, Some(2)).expect("reads");
    assert_eq!((found.format, found.instance.shifts().len()), (Format::Windows, 2));
    assert_eq!(found.instance.window(0, 1), Some((20.0, 30.0)));
    assert_eq!(found.instance.window(0, 2), Some((0.0, 50.0)));
    assert_eq!(found.instance.places()[1].service.to_bits(), 2.5_f64.to_bits());
    // 5.1855… is rounded down to two decimals, as not all coordinates are whole.
    assert_eq!(found.instance.travel(0, 1).to_bits(), 5.18_f64.to_bits());
    let found = read(SOLOMON, None).expect("reads");
    assert_eq!((found.format, found.instance.places().len()), (Format::Solomon, 2));
    assert_eq!(found.instance.travel(0, 1).to_bits(), 1.4_f64.to_bits());
    assert_eq!((found.instance.window(0, 1), found.instance.shifts()[0].until), (Some((5.0, 50.0)), 100.0));
}

#[test]
fn faults_say_where() {
    let fault = |text: &str| read(text, None).expect_err("is no instance").to_string();
    assert_eq!(fault(""), "the file is empty");
    assert_eq!(fault("hello"), "line 1: none of the published formats begins like this");
    assert_eq!(fault(&TEAM.replace("tmax", "time")), "line 3: “tmax” and a figure are expected");
    assert_eq!(fault(&TEAM.replace("n 3", "n 4")), "3 points, 4 announced, at least 2 needed");
    assert_eq!(fault(&TEAM.replace("3.0\t", "x\t")), "line 5: “x” is no number");
    assert_eq!(fault(&TEAM.replace("\t10", "\t-10")), "a profit or a service time is negative or no number");
    assert_eq!(fault(&TEAM.replace("m 2", "m 1.5")), "line 2: “1.5” is no count up to 1000");
    assert_eq!(fault("n 3\nm 2"), "“tmax” is missing");
    assert!(read("n 2\nm 1\ntmax inf\n0 0 0\n1 1 1\n", None).is_err());
    assert!(read("n 2\nm 1\ntmax -5\n0 0 0\n1 1 1\n", None).is_ok());
}
