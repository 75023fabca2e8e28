//! Reads a file of posts, one JSON object a line, and prints the vacancies and flags: `read_posts IN.jsonl > OUT.jsonl`.

use std::io::{self, Write};

use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_default();
    let mut out = io::stdout().lock();
    let home = domain::places::Region::from_six(140_200);
    for line in std::fs::read_to_string(path)?.lines() {
        let post: Value = serde_json::from_str(line)?;
        let text = post["text"].as_str().unwrap_or_default();
        let read = reading::posts::read(text, home);
        let flags: Vec<&str> =
            reading::screening::screen(text, &read).iter().map(|finding| finding.flag.code()).collect();
        let vacancies: Vec<Value> = read.vacancies.iter().map(|v| v.to_json()).collect();
        writeln!(out, "{}", json!({ "id": post["id"], "vacancies": vacancies, "flags": flags }))?;
    }
    Ok(())
}
