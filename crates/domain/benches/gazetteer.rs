//! Times the gazetteer: building it, and looking places up. `cargo bench -p domain --bench gazetteer`
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::hint::black_box;
use std::time::Instant;

use domain::codes::{Occupation, occupations};
use domain::ledger::id_card::IdNumber;
use domain::ledger::names::search_keys;
use domain::places::{Edition, Gazetteer, Level, Region, gazetteer};

/// Best of `runs`, each over `times` calls; nanoseconds a call.
fn best(runs: usize, times: usize, mut call: impl FnMut(usize)) -> f64 {
    let run = |call: &mut dyn FnMut(usize)| {
        let start = Instant::now();
        (0..times).for_each(&mut *call);
        start.elapsed().as_nanos() as f64 / times as f64
    };
    (0..runs).map(|_| run(&mut call)).fold(f64::INFINITY, f64::min)
}

fn report(what: &str, nanoseconds: f64) {
    println!("{what:<52} {:>12.2} µs", nanoseconds / 1e3);
}

fn rss_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or("VmRSS: 0");
    line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn main() {
    let before = rss_kb();
    let start = Instant::now();
    black_box(gazetteer());
    report("first build, history included", start.elapsed().as_nanos() as f64);
    println!("{:<52} {:>12} kB", "resident memory added", rss_kb().saturating_sub(before));
    let start = Instant::now();
    black_box(occupations());
    report("first build of the occupations", start.elapsed().as_nanos() as f64);
    report("build again", best(5, 1, |_| drop(black_box(Gazetteer::load()))));

    let home: Option<Region> = "140223".parse().ok();
    let county: Region = home.unwrap();
    let edition = Edition::Y2020;
    let addresses = ["广灵县望狐乡望狐村一组", "望狐村", "蕉山乡西蕉山村12号", "加斗镇", "不知道的地方"];
    report(
        "resolve a joined address",
        best(5, 2000, |i| {
            black_box(gazetteer().resolve(addresses[i % addresses.len()], home, edition));
        }),
    );
    let works = ["北京大兴", "本县", "山西省大同市平城区", "内蒙古自治区呼和浩特市新城区", "工地"];
    report(
        "whereabouts of a place of work",
        best(5, 2000, |i| {
            black_box(gazetteer().whereabouts(works[i % works.len()], home));
        }),
    );
    report(
        "find a township in its county",
        best(5, 2000, |_| {
            black_box(gazetteer().find("望狐乡", Level::Township, county, edition));
        }),
    );
    report(
        "find a village in its county",
        best(5, 2000, |_| {
            black_box(gazetteer().find("望狐村", Level::Village, county, edition));
        }),
    );
    let village: Region = "140223211200".parse().unwrap();
    report(
        "place by code",
        best(5, 100_000, |_| {
            black_box(gazetteer().place(black_box(village), edition));
        }),
    );
    report(
        "crosswalk 2019 to 2023",
        best(5, 100_000, |_| {
            black_box(gazetteer().crosswalk(black_box(village), Edition::Y2019, Edition::Y2023));
        }),
    );
    report(
        "search keys of a name",
        best(5, 20_000, |_| {
            black_box(search_keys(black_box("单长茜")));
        }),
    );
    report(
        "check of an ID number",
        best(5, 100_000, |_| {
            black_box(IdNumber::parse(black_box("140212189004050910"))).unwrap();
        }),
    );
    report(
        "occupation by title",
        best(5, 100_000, |_| {
            black_box(Occupation::find(black_box("月嫂")));
        }),
    );
}
