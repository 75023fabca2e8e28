//! Recruitment texts read without taking them in.

use crate::OfficeError;
use domain::error::Refusal;
use domain::places::Region;
use serde_json::{Value, json};

/// Reads posts, one JSON object a line with `id` and `text`, into one object a line with `id`, `vacancies` and `flags`, in the schema
/// of recruitment posts. Other members of a line are not looked at.
///
/// # Errors
/// Q-4013 with the first line that is no such object.
pub fn read_posts(lines: &str, home: Option<Region>) -> Result<String, OfficeError> {
    let mut out = String::new();
    for (at, line) in lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let faulty = || Refusal::new(4013).with("line", (at + 1).to_string());
        let post: Value = serde_json::from_str(line.trim_start_matches('\u{FEFF}')).map_err(|_| faulty())?;
        let text = post["text"].as_str().ok_or_else(faulty)?;
        let read = reading::posts::read(text, home);
        let flags: Vec<&str> =
            reading::screening::screen(text, &read).iter().map(|finding| finding.flag.code()).collect();
        let vacancies: Vec<Value> = read.vacancies.iter().map(|vacancy| vacancy.to_json()).collect();
        out.push_str(&json!({ "id": post["id"], "vacancies": vacancies, "flags": flags }).to_string());
        out.push('\n');
    }
    Ok(out)
}
