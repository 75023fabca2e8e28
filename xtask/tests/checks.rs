//! Every check of the house can fail: each is shown a made-up tree that
//! breaks its rule and one that keeps it.

use xtask::house::{Tree, checks};

type Check = fn(&Tree) -> Vec<xtask::house::Finding>;

/// What a check finds in made-up files, one line each.
fn findings(check: Check, files: &[(&str, &str)]) -> Vec<String> {
    check(&Tree::of(files)).iter().map(ToString::to_string).collect()
}

/// Asserts that `good` passes and that `bad` gives exactly one finding, at `place`.
fn one(check: Check, good: (&str, &str), bad: (&str, &str), place: &str) {
    assert_eq!(findings(check, &[good]), [] as [&str; 0]);
    let found = findings(check, &[bad]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with(place), "{found:?}");
}

#[test]
fn edges_run_downwards_only() {
    let check = checks::edges::check;
    let web = "crates/web/Cargo.toml";
    one(
        check,
        (web, "[dependencies]\noffice.workspace = true\naxum = \"0.8\"\n[dev-dependencies]\nstore.workspace = true"),
        (web, "[dependencies]\noffice.workspace = true\nstore.workspace = true"),
        "crates/web/Cargo.toml:3: store:",
    );
    let domain = "crates/domain/Cargo.toml";
    one(check, (domain, "[dependencies]\nchrono = \"0\""), (domain, "[dev-dependencies]\nassign = \"0\""), domain);
    one(check, (domain, "[dev-dependencies]\ntokio = \"0\""), (domain, "[dependencies]\ntokio = \"0\""), domain);
    let qiao = "crates/qiao/Cargo.toml";
    one(check, (qiao, "[lints]\nworkspace = true"), (qiao, "[dev-dependencies]\nsqlx = \"0\""), qiao);
    one(check, (qiao, ""), ("crates/attic/Cargo.toml", ""), "crates/attic/Cargo.toml: a crate without a floor");
}

#[test]
fn every_dependency_is_used_and_explained() {
    let check = checks::dependencies::check;
    let root = ("Cargo.toml", "[workspace.dependencies]\ndomain = { path = \"x\" }\nhmac = \"0\"\nsha2 = \"0\"");
    let member = ("crates/store/Cargo.toml", "[dependencies]\nhmac.workspace = true\nsha2.workspace = true");
    let source = ("crates/store/src/a.rs", "use hmac::Hmac; use sha2::Sha256;");
    let page = ("docs/dependencies.md", "| crate | what for |\n| --- | --- |\n| hmac, sha2 | hashes |");
    assert_eq!(findings(check, &[root, member, source, page]), [] as [&str; 0]);
    assert_eq!(findings(check, &[root, member, page]).len(), 2, "no source uses them");
    assert_eq!(findings(check, &[root, page]).len(), 2, "no member uses them");
    let short = ("docs/dependencies.md", "| hmac | hashes |\n| csv | tables |");
    let found = findings(check, &[root, member, source, short]);
    assert_eq!(
        found,
        ["Cargo.toml:4: sha2: explain it in docs/dependencies.md", "docs/dependencies.md:2: csv: not a dependency"]
    );
}

#[test]
fn pure_floors_read_no_clock_and_no_disk() {
    let path = "crates/domain/src/x.rs";
    let check = checks::purity::check;
    one(
        check,
        (path, "// Utc::now()\nfn f(today: NaiveDate) {}"),
        (path, "fn f() { Utc::now(); }"),
        &format!("{path}:1"),
    );
    assert!(!findings(check, &[("crates/reading/src/y.rs", "use std::fs;")]).is_empty());
    assert!(findings(check, &[("crates/store/src/y.rs", "use std::fs;")]).is_empty());
    assert!(findings(check, &[("crates/reading/tests/y.rs", "use std::fs;")]).is_empty());
}

#[test]
fn only_store_builds_sql() {
    let check = checks::sql::check;
    let select = "const Q: &str = \"\n SELECT a FROM b\";";
    one(check, ("crates/store/src/q.rs", select), ("crates/office/src/q.rs", select), "crates/office/src/q.rs:1");
    one(
        check,
        ("crates/web/src/a.rs", "\"Select a village\""),
        ("crates/web/src/a.rs", "use sqlx::Row;"),
        "crates/web",
    );
    one(check, ("crates/store/m/1.sql", ""), ("crates/office/m/1.sql", ""), "crates/office/m/1.sql");
}

#[test]
fn files_and_functions_stay_short() {
    let check = checks::lengths::check;
    let (fits, long) = ("\n".repeat(500), "\n".repeat(501));
    one(check, ("a.rs", &fits), ("a.rs", &long), "a.rs: 501 lines");
    one(check, ("crates/a/tests/b.rs", &"\n".repeat(600)), ("a.html", &long), "a.html");
    let function =
        |lines: usize| format!("trait T {{ fn none(a: [u8; 2]); }}\nfn f(x: &str) {{ \"}}\";{}}}", "\n".repeat(lines));
    one(check, ("a.rs", &function(59)), ("a.rs", &function(60)), "a.rs:2: fn f has 61 lines");
}

#[test]
fn one_word_for_one_thing() {
    let check = checks::names::check;
    let path = "crates/office/src/a.rs";
    let accompany = "fn accompany(pay: Fen) { /* salary */ say(\"salary\") }";
    one(
        check,
        (path, accompany),
        (path, "struct A;\nfn f(minSalary: i64, salaries: i64) {}"),
        "crates/office/src/a.rs:2",
    );
    one(check, (path, ""), (path, "enum Kind { StateCompanies }"), path);
}

#[test]
fn every_file_says_what_it_is_for() {
    let check = checks::headers::check;
    one(check, ("a.rs", "#![no_std]\n//! Counts the households."), ("a.rs", "//! a\nfn f() {}"), "a.rs:1");
    one(check, ("a.rs", "#![doc = include_str!(\"../README.md\")]"), ("a.rs", "#![no_std]\nuse a::B;"), "a.rs:1");
}

#[test]
fn nothing_panics_and_nothing_is_left_undone() {
    let check = checks::panics::check;
    let unwraps = "fn f() { x.unwrap(); }";
    one(check, ("crates/a/tests/b.rs", unwraps), ("crates/a/src/b.rs", unwraps), "crates/a/src/b.rs:1");
    one(check, ("a.rs", "#[cfg(test)]\nmod t { fn f() { x.unwrap() } }"), ("a.rs", "dbg!(x)"), "a.rs:1: dbg!");
    one(check, ("a.rs", "// done"), ("crates/a/tests/b.rs", concat!("// TO", "DO later")), "crates/a/tests/b.rs:1");
}

#[test]
fn code_holds_no_text_for_people() {
    let check = checks::hard_text::check;
    let text = "// 说明\nfn f() { say(\"已保存\") }";
    one(check, ("crates/domain/src/a.rs", text), ("crates/web/src/a.rs", text), "crates/web/src/a.rs:2");
    one(check, ("crates/web/src/a.rs", "'-'"), ("crates/office/src/a.rs", "join('、')"), "crates/office/src/a.rs:1");
    let script = "crates/web/assets/a.js";
    one(check, (script, "/* 说\n明 */ f(); // 说明"), (script, "\nalert('已保存');"), "crates/web/assets/a.js:2");
}

#[test]
fn templates_hold_no_words() {
    let check = checks::templates::check;
    let path = "crates/web/templates/a.html";
    let good = "<!-- note --><p class=\"lead\">{# note #}{{ t(\"a-b\") }} · &nbsp;12</p>{% if x %}<br>{% endif %}\
                <style>p { margin: 0 }</style><img alt=\"{{ t(\"c-d\") }}\">";
    one(check, (path, good), (path, "<p>\n {{ a }} <b>\nhouseholds</b></p>"), "crates/web/templates/a.html:3");
    one(check, (path, ""), (path, "<a title=\"Open it\">{{ x }}</a>"), path);
    one(check, (path, "<input value=\"accept\">"), (path, "<input value=\"提交\">"), path);
    one(check, (path, ""), (path, "<h1>家庭</h1>"), path);
}

#[test]
fn texts_and_their_uses_agree() {
    let check = checks::messages::check;
    let texts = ("crates/words/messages/zh-CN/a.ftl", "# x\nrole-clerk = 经办\nsave = 保存\nsee = { save }\n");
    let code = ("crates/web/src/a.rs", "fn f() { w.text(\"see\"); format!(\"role-{r}\"); }");
    assert_eq!(findings(check, &[texts, code]), [] as [&str; 0]);
    let lacks = ("crates/web/src/b.rs", "fn f() { Message::new(\n\"gone\") }");
    assert_eq!(findings(check, &[texts, code, lacks]).len(), 1);
    let passed_on = ("crates/web/src/b.rs", "fn f() { line(\"a-gone\"); line(\"b-gone\"); default_value = \"a-dir\" }");
    let found = findings(check, &[texts, code, passed_on]);
    assert!(found.len() == 1 && found[0].contains("a-gone"), "{found:?}");
    let template = ("crates/web/templates/a.html", "<a title=\"{{ w.text(\"gone-too\") }}\">");
    let found = findings(check, &[texts, code, template]);
    assert!(found.len() == 1 && found[0].contains("gone-too"), "{found:?}");
    let found = findings(check, &[texts]);
    assert_eq!(found.len(), 2, "see and role-clerk have no use: {found:?}");
}

#[test]
fn every_error_has_a_page_and_two_sentences() {
    let check = checks::errors::check;
    let code = ("crates/domain/src/a.rs", "fn f() { Refusal::new(1203) }");
    let page = ("docs/errors/Q-1203.md", "# Q-1203");
    let index = ("docs/errors/README.md", "[Q-1203](Q-1203.md)");
    let texts = ("crates/words/messages/zh-CN/errors.ftl", "q-1203 = 岗位已满\nq-1203-do = 换一个\n");
    assert_eq!(findings(check, &[code, page, index, texts]), [] as [&str; 0]);
    assert_eq!(findings(check, &[code, index, texts]).len(), 1, "no page");
    assert_eq!(findings(check, &[code, page, texts]).len(), 1, "not in the index");
    assert_eq!(findings(check, &[code, page, index]).len(), 2, "no sentences");
    assert_eq!(findings(check, &[page, index, texts]).len(), 3, "nothing uses it");
    let named = ("crates/web/src/error.rs", "pub(crate) const FULL: u16 = 1203;");
    assert_eq!(findings(check, &[named, page, index, texts]), [] as [&str; 0]);
    let takes = (texts.0, "q-1203 = { $title }已满\nq-1203-do = 换一个\n");
    let found = findings(check, &[code, page, index, takes]);
    assert!(found.len() == 1 && found[0].contains("takes $title"), "{found:?}");
    let gives = (code.0, "fn f() { Refusal::new(1203)\n.with(\"title\", t).into(); }");
    assert_eq!(findings(check, &[gives, page, index, takes]), [] as [&str; 0]);
}

#[test]
fn links_between_documents_lead_somewhere() {
    let check = checks::links::check;
    let there = ("docs/b.md", "[a](../README.md#top) and [c](https://example.org) and [d](#here) and [e](../docs/)");
    let readme = ("README.md", "[b](docs/b.md)");
    assert_eq!(findings(check, &[readme, there]), [] as [&str; 0]);
    assert_eq!(findings(check, &[readme]), ["README.md:1: docs/b.md: no such file"]);
}

#[test]
fn nothing_of_the_machine_leaks() {
    let check = checks::leaks::check;
    let public = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    one(check, ("Cargo.lock", public), ("Cargo.lock", "source = \"registry+https://example.org/\""), "Cargo.lock:1");
    let path = format!("see {}", ["", "home", "someone", "x"].join("/"));
    one(check, ("a.md", "`/ledger/work/x`"), ("a.md", &path), "a.md:1");
    one(check, (".cargo/config.toml", "[alias]"), (".cargo/config.toml", "[source.crates-io]"), ".cargo/config.toml:1");
}
