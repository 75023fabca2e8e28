//! A file fits a mind and a function fits a screen.

use super::super::{Code, Finding, Tree};

/// Most lines of a file of code, templates or documents.
pub const FILE: usize = 500;
/// Most lines of a file of tests.
pub const TEST_FILE: usize = 600;
/// Most lines of a function, from `fn` to its closing brace.
pub const FUNCTION: usize = 60;

/// Kinds of file that people write; data may be as long as it is.
const WRITTEN: &[&str] = &["rs", "html", "css", "js", "ftl", "sql", "md", "toml", "sh"];

/// Reports files and functions that are too long.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| WRITTEN.contains(&file.extension())) {
        let limit = if file.is_test() { TEST_FILE } else { FILE };
        let lines = file.text().lines().count();
        if lines > limit && !file.path.contains("/data/") {
            findings.push(Finding::new(file, 0, format!("{lines} lines, more than {limit}: split it")));
        }
        if file.extension() == "rs" {
            for (name, line, length) in functions(file.code()).into_iter().filter(|f| f.2 > FUNCTION) {
                let what = format!("fn {name} has {length} lines, more than {FUNCTION}: split it");
                findings.push(Finding::new(file, line, what));
            }
        }
    }
    findings
}

/// The functions with a body: name, first line, number of lines.
fn functions(code: &Code) -> Vec<(String, usize, usize)> {
    let mut found = Vec::new();
    for (at, _) in code.text.match_indices("fn ") {
        let starts_word = !code.text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = &code.text[at + 3..];
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if starts_word
            && !name.is_empty()
            && let Some(end) = body_end(rest)
        {
            let (first, last) = (code.line(at), code.line(at + 3 + end));
            found.push((name, first, last - first + 1));
        }
    }
    found
}

/// Where the body that follows a function's name ends; `None` for a declaration without one.
fn body_end(rest: &str) -> Option<usize> {
    let (mut brackets, mut braces) = (0_i32, 0_i32);
    for (i, byte) in rest.bytes().enumerate() {
        match byte {
            b'(' | b'[' => brackets += 1,
            b')' | b']' => brackets -= 1,
            b';' if brackets == 0 && braces == 0 => return None,
            b'{' => braces += 1,
            b'}' => {
                braces -= 1;
                if braces == 0 {
                    return Some(i);
                }
            }
            _ => {}
        }
    }
    None
}
