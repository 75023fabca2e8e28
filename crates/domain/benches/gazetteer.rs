//! Times the gazetteer: building it, and looking places up. `cargo bench -p domain --bench gazetteer`
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::hint::black_box;
use std::time::Instant;

use domain::codes::{Occupation, occupations};
use domain::ledger::id_card::IdNumber;
use domain::ledger::names::search_keys;
use domain::places::{Edition, Gazetteer, Level, Region, gazetteer};

/// Prints the time of one call: the best of five runs of so many calls.
fn time<T>(what: &str, times: usize, mut call: impl FnMut(usize) -> T) {
    let mut run = || {
        let start = Instant::now();
        for i in 0..times {
            black_box(call(i));
        }
        start.elapsed().as_nanos() as f64 / times as f64
    };
    report(what, (0..5).map(|_| run()).fold(f64::INFINITY, f64::min));
}

fn report(what: &str, nanoseconds: f64) {
    println!("{what:<40} {:>10.2} µs", nanoseconds / 1e3);
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
    println!("{:<40} {:>10} kB", "resident memory added", rss_kb().saturating_sub(before));
    let start = Instant::now();
    black_box(occupations());
    report("first build of the occupations", start.elapsed().as_nanos() as f64);
    time("build again", 1, |_| Gazetteer::load());

    let (places, edition) = (gazetteer(), Edition::Y2020);
    let county: Region = "140223".parse().unwrap();
    let home = Some(county);
    let addresses = ["广灵县望狐乡望狐村一组", "望狐村", "蕉山乡西蕉山村12号", "加斗镇", "不知道的地方"];
    time("resolve a joined address", 2_000, |i| places.resolve(addresses[i % 5], home, edition));
    let works = ["北京大兴", "本县", "山西省大同市平城区", "内蒙古自治区呼和浩特市新城区", "工地"];
    time("whereabouts of a place of work", 2_000, |i| places.whereabouts(works[i % 5], home));
    time("find a township in its county", 2_000, |_| places.find("望狐乡", Level::Township, county, edition));
    time("find a village in its county", 2_000, |_| places.find("望狐村", Level::Village, county, edition));
    let village: Region = "140223211200".parse().unwrap();
    time("place by code", 100_000, |_| places.place(black_box(village), edition));
    time("crosswalk 2019 to 2023", 100_000, |_| places.crosswalk(black_box(village), Edition::Y2019, Edition::Y2023));

    time("search keys of a name", 20_000, |_| search_keys(black_box("单长茜")));
    time("check of an ID number", 100_000, |_| IdNumber::parse(black_box("140212189004050910")));
    time("occupation by title", 100_000, |_| Occupation::find(black_box("月嫂")));
}
