//! Every fuzz target with every one of its seeds.

#[path = "targets/posts.rs"]
mod posts;
mod targets;
#[path = "targets/titles.rs"]
mod titles;

fn replay(target: &str, run: fn(&[u8]) -> bool) {
    let folder = format!("{}/../../fuzz/seeds/{target}", env!("CARGO_MANIFEST_DIR"));
    let (mut count, mut readable) = (0, 0);
    for entry in std::fs::read_dir(&folder).expect("the target has seeds") {
        let path = entry.expect("a readable folder").path();
        eprintln!("{}", path.display()); // shown if it fails
        readable += u32::from(run(&std::fs::read(&path).expect("a readable seed")));
        count += 1;
    }
    // A target that never gets past the first check would find nothing.
    assert!(readable * 2 > count, "only {readable} of {count} seeds in {folder} say anything");
}

#[test]
fn seeds_of_sheets_pass() {
    replay("reading_sheets", targets::sheets);
}

#[test]
fn seeds_of_worksheet_pass() {
    replay("reading_worksheet", targets::worksheet);
}

#[test]
fn seeds_of_titles_pass() {
    replay("reading_titles", titles::titles);
}

#[test]
fn seeds_of_posts_pass() {
    replay("reading_posts", posts::posts);
}
