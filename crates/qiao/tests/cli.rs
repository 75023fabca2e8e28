//! The program as an office runs it: every test starts the built binary.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn qiao(data: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qiao"));
    command.env_remove("QIAO_LANG").env("QIAO_DATA", data).args(args);
    command.output().expect("the program starts")
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", text(output));
    serde_json::from_slice(&output.stdout).expect("JSON on the standard output")
}

/// The figures of a small demo, without its durations.
fn demo(out: &Path) -> Value {
    let folder = out.to_str().expect("a plain path");
    let output = qiao(out, &["demo", "--no-serve", "--json", "--households", "300", "--out", folder]);
    let mut summary = json(&output);
    summary.as_object_mut().expect("an object").remove("seconds").expect("durations");
    summary
}

#[test]
fn the_demo_tells_the_same_story_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = demo(&folder.path().join("a"));
    assert_eq!(first, demo(&folder.path().join("b")));
    assert_eq!(first, demo(&folder.path().join("a")), "a demo starts afresh in its own folder");
    let count = |key: &str| first[key].as_u64().unwrap_or_else(|| panic!("{key} in {first}"));
    assert!(count("households") > 250 && count("persons") > 500 && count("spells") > 100);
    assert_eq!(count("zero_employment"), count("covered") + count("uncovered"));
    let reasons = first["uncovered_by_reason"].as_object().expect("reasons");
    assert_eq!(count("uncovered"), reasons.values().filter_map(Value::as_u64).sum::<u64>());
    assert_eq!(first["certified"], true);
    assert!(folder.path().join("a/result.xlsx").exists() && folder.path().join("a/workbooks").is_dir());
}

#[test]
fn a_city_is_taken_in_run_and_checked_as_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("city");
    let plain = |path: &Path| path.to_str().expect("plain").to_owned();
    let args = ["demo", "--no-serve", "--json", "--county", "140200", "--households", "300", "--out"];
    let first = json(&qiao(&out, &[&args[..], &[&plain(&out)]].concat()));
    let count = |key: &str| first[key].as_u64().unwrap_or_else(|| panic!("{key} in {first}"));
    assert!(count("households") > 250 && count("seats") > 50);
    assert_eq!(count("zero_employment"), count("covered") + count("uncovered"));
    let folders = std::fs::read_dir(out.join("workbooks")).expect("workbooks").flatten().count();
    assert!(folders >= 10, "a folder for each county, {folders}");

    let data = out.join("qiao-data");
    let health = json(&qiao(&data, &["doctor", "--json"]));
    assert_eq!((&health["journal_ok"], &health["read_models_ok"]), (&Value::Bool(true), &Value::Bool(true)));
    let again = json(&qiao(&data, &["bridge", "--json", "--date", "2020-03-24"]));
    assert_eq!(again["figures"]["covered"], first["covered"]);
    assert_eq!(again["figures"]["score"], first["score"], "the same ledger, the same answer");
    // The folder of a county names it: taken in again for the city, its rows of people say nothing new.
    let county = std::fs::read_dir(out.join("workbooks")).expect("workbooks").flatten().map(|entry| entry.path());
    let county = county.into_iter().find(|path| path.to_string_lossy().contains("140222")).expect("天镇县");
    let roster = std::fs::read_dir(county).expect("files").flatten().map(|entry| entry.path()).min().expect("a roster");
    let output = qiao(&data, &["import", "--json", "--dry-run", "--as-of", "2020-03-24", &plain(&roster)]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON on the standard output");
    assert_eq!(report["files"][0]["new"], 0, "{report}");
}

#[test]
fn a_ledger_is_kept_checked_backed_up_and_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("demo");
    demo(&out);
    let data = out.join("qiao-data");
    let before = json(&qiao(&data, &["doctor", "--json"]));
    assert_eq!((&before["journal_ok"], &before["read_models_ok"]), (&Value::Bool(true), &Value::Bool(true)));

    let copy = folder.path().join("copy");
    assert!(qiao(&data, &["backup", copy.to_str().expect("plain")]).status.success());
    let restored = folder.path().join("restored");
    assert!(qiao(&restored, &["restore", copy.to_str().expect("plain")]).status.success());
    assert_eq!(json(&qiao(&restored, &["doctor", "--json"])), before);
    assert!(!qiao(&restored, &["restore", copy.to_str().expect("plain")]).status.success(), "never over other data");

    let files = std::fs::read_dir(out.join("workbooks")).expect("workbooks").flatten().map(|entry| entry.path());
    let posts = files.into_iter().find(|path| path.to_string_lossy().contains("公益性岗位")).expect("a small workbook");
    let posts = posts.to_str().expect("plain").to_owned();
    let again = json(&qiao(&data, &["import", "--json", "--as-of", "2020-03-24", &posts]));
    assert_eq!((again["files"][0]["new"].as_u64(), again["files"][0]["changed"].as_u64()), (Some(0), Some(0)));
    let batch = again["files"][0]["batch"].as_str().expect("a batch");
    assert!(qiao(&data, &["import", "undo", batch]).status.success());
    assert_eq!(qiao(&data, &["import", "undo", batch]).status.code(), Some(1), "an import is undone once");
}

#[test]
fn a_run_tells_what_it_found_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("demo");
    demo(&out);
    let data = out.join("qiao-data");
    let report = json(&qiao(&data, &["bridge", "--date", "2020-03-24", "--json"]));
    let (figures, findings) = (&report["figures"], &report["findings"]);
    let count = |value: &Value| value.as_u64().unwrap_or_else(|| panic!("a count in {report}"));
    let list = |key: &str| findings[key].as_array().unwrap_or_else(|| panic!("{key} in {report}")).clone();
    let seats: u64 = list("extra_posts").iter().map(|post| count(&post["seats"])).sum();
    assert_eq!(seats + list("no_post_helps").len() as u64, count(&figures["uncovered"]));
    for shortage in list("shortages") {
        let households = shortage["households"].as_array().expect("households").len() as u64;
        assert_eq!(households, count(&shortage["seats"]) + count(&shortage["missing"]));
    }
    let orders = list("other_orders");
    assert_eq!(orders.len(), 3);
    assert!(orders.iter().all(|order| count(&order["covered"]) <= count(&figures["covered"])));
    for (lang, said) in [("zh", "排队会少解决"), ("en", "First come, first served")] {
        let told = text(&qiao(&data, &["bridge", "--date", "2020-03-24", "--lang", lang]));
        assert!(told.contains(said) && !told.contains('⟦'), "{told}");
    }
}

#[test]
fn help_and_refusals_speak_both_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    let help = |args: &[&str]| text(&qiao(folder.path(), args));
    for (command, chinese) in [("import", "撤销"), ("bridge", "零就业"), ("assign", "引擎"), ("user", "账号")]
    {
        let zh = help(&[command, "--help"]);
        let en = help(&["--lang", "en", command, "--help"]);
        assert!(zh.contains(chinese), "{zh}");
        assert!(!en.chars().any(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign)), "{en}");
        assert!(!zh.contains('⟦') && !en.contains('⟦'), "{zh}{en}");
    }
    let wrong = qiao(folder.path(), &["frobnicate"]);
    assert_eq!(wrong.status.code(), Some(2));
    let asked = qiao(folder.path(), &["bridge", "what-if", "--help"]);
    assert!(text(&asked).contains("班车"), "{}", text(&asked));
    let homeless = qiao(folder.path(), &["bridge"]);
    assert_eq!(homeless.status.code(), Some(1));
    assert!(text(&homeless).contains("Q-1102"), "{}", text(&homeless));
}

#[test]
fn the_bare_engine_solves_and_checks() {
    let folder = tempfile::tempdir().expect("a folder");
    let (instance, answer) = (folder.path().join("i.hf"), folder.path().join("a.hfs"));
    let recipe = assign::generate::Recipe { workers: 1_000, ratio: 60, seed: 1, skew: true };
    let mut bytes = Vec::new();
    assign::write_instance(&assign::generate::generate(&recipe), &mut bytes).expect("written");
    std::fs::write(&instance, &bytes).expect("a file");
    let (instance, answer) = (instance.to_str().expect("plain"), answer.to_str().expect("plain"));
    let solved = json(&qiao(folder.path(), &["assign", instance, "--out", answer, "--json"]));
    // The triple of scarce-1000-1, agreed on by several independent solvers.
    assert_eq!(solved["triple"], serde_json::json!([116, 587, 4_252_234]));
    assert_eq!(solved["certified"], true);
    assert!(qiao(folder.path(), &["assign", instance, "--check", answer]).status.success());
    bytes.truncate(bytes.len() / 2);
    std::fs::write(instance, &bytes).expect("a file");
    let damaged = qiao(folder.path(), &["assign", instance]);
    assert_eq!(damaged.status.code(), Some(1));
    assert!(text(&damaged).contains("Q-4010"), "{}", text(&damaged));
}
