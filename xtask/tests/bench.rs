//! What the benchmark understands of its command line, and how it writes numbers.

use std::time::Duration;

use xtask::bench::{Options, Peers, thousands};

#[test]
fn options_have_defaults_and_are_read_in_any_order() {
    let plain = Options::parse(&[]).expect("nothing is fine");
    assert_eq!((&plain.workers[..], &plain.ratios[..], plain.runs), (&[10_000, 100_000][..], &[60, 130][..], 5));
    assert_eq!(plain.peers, Peers::Installed);
    let arguments = ["--peers", "--seeds", "4,5", "--workers", "1_000_000", "--limit", "30", "--page", "-"];
    let options = Options::parse(&arguments).expect("all known");
    assert_eq!((&options.workers[..], &options.seeds[..]), (&[1_000_000][..], &[4, 5][..]));
    assert_eq!((options.peers, options.limit, options.page), (Peers::Required, Duration::from_secs(30), None));
}

#[test]
fn unknown_options_and_missing_or_wrong_values_are_errors() {
    for arguments in [&["--fast"][..], &["--workers"], &["--seeds", "one"], &["--runs", "-1"]] {
        assert!(Options::parse(arguments).is_err(), "{arguments:?}");
    }
}

#[test]
fn long_numbers_have_commas() {
    assert_eq!([0, 999, 1_000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
}
