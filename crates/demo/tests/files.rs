//! The files open, hold what the truth says, and carry the faults planned, but nobody real.

use calamine::{Data, Reader, open_workbook_auto};
use demo::{FaultKind, FaultRates, Plan, Truth, Written, generate, write};
use domain::ledger::IdNumber;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn plan(households: u32) -> Plan {
    Plan { households, seed: 3, ..Plan::default() }
}

fn written(plan: &Plan, folder: &Path) -> Written {
    write(&generate(plan).expect("a county"), folder).expect("files")
}

/// All lines of all files: by file, lines of cells.
fn lines(written: &Written) -> BTreeMap<String, Vec<Vec<String>>> {
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    written.files.iter().map(|path| (name(path), read(path))).collect()
}

fn read(path: &Path) -> Vec<Vec<String>> {
    if path.extension().is_some_and(|end| end == "csv") {
        let bytes = fs::read(path).expect("bytes");
        let text = match std::str::from_utf8(&bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
            Err(_) => encoding_rs::GB18030.decode(&bytes).0.into_owned(),
        };
        let mut table = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        return table.records().map(|line| line.expect("a line").iter().map(str::to_owned).collect()).collect();
    }
    let mut book = open_workbook_auto(path).expect("a workbook that opens");
    let mut all = Vec::new();
    for (_, range) in book.worksheets() {
        all.extend(range.rows().map(|row| row.iter().map(Data::to_string).collect::<Vec<_>>()));
    }
    all
}

fn folded(text: &str) -> String {
    let fold =
        |c: char| if ('０'..='９').contains(&c) { char::from(b'0' + (c as u32 - '０' as u32) as u8) } else { c };
    text.chars().map(fold).collect()
}

/// Runs of digits (a final X included) of at least so many signs.
fn numbers(text: &str, least: usize) -> Vec<String> {
    folded(text)
        .split(|c: char| !c.is_ascii_digit() && c != 'X')
        .filter(|run| run.len() >= least)
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_file_holds_the_lines_the_truth_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = written(&plan(2000), folder.path());
    let found = lines(&written);
    for (file, count) in &written.truth.lines {
        let numbered = found[file]
            .iter()
            .filter(|line| line.iter().find(|cell| !cell.is_empty()).is_some_and(|cell| is_count(cell)));
        assert_eq!(numbered.count() as u32, *count, "{file}");
    }
    assert_eq!(written.truth.lines.len(), written.files.len());
    let rosters = written
        .truth
        .lines
        .iter()
        .filter(|(file, _)| ["花名册", "就业台账", "信息导出"].iter().any(|word| file.contains(word)));
    assert_eq!(
        rosters.map(|(_, lines)| lines).sum::<u32>(),
        written.truth.persons,
        "every person stands in one roster"
    );
    let posts = written.truth.lines.iter().filter(|(file, _)| file.contains("岗位"));
    assert_eq!(posts.map(|(_, lines)| lines).sum::<u32>(), written.truth.vacancies, "every vacancy stands in one file");
    let json = fs::read_to_string(folder.path().join("truth.json")).expect("a truth");
    assert_eq!(json, serde_json::to_string_pretty(&written.truth).expect("json"));
}

/// The serial number of a data line; in posts it stands on the first line of a block only, so a title is one too.
fn is_count(cell: &str) -> bool {
    cell.parse::<f64>().is_ok() || JOBS.contains(&cell)
}

/// Titles that begin the further lines of an employer.
const JOBS: [&str; 34] = [
    "建筑小工",
    "钢筋工",
    "木工",
    "抹灰工",
    "普工",
    "装配工",
    "缝纫工",
    "家政服务员",
    "育婴员",
    "养老护理员",
    "保安员",
    "保洁员",
    "餐厅服务员",
    "厨师",
    "快递员",
    "货车司机",
    "分拣员",
    "挤奶工",
    "瓦工",
    "包装工",
    "导购员",
    "大棚种植工",
    "语音客服",
    "手工编织工",
    "电子元件插件工",
    "黄花菜分拣工",
    "零工",
    "护林员",
    "护路员",
    "治安巡逻员",
    "防疫消杀员",
    "光伏管护员",
    "装卸工",
    "农业零工",
];

#[test]
fn same_plan_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = written(&plan(400), &folder.path().join("a"));
    let second = written(&plan(400), &folder.path().join("b"));
    for (a, b) in first.files.iter().zip(&second.files) {
        assert_eq!(fs::read(a).expect("bytes"), fs::read(b).expect("bytes"), "{}", a.display());
    }
    assert_eq!(first.truth, second.truth);
    let third = written(&Plan { seed: 4, ..plan(400) }, &folder.path().join("c"));
    assert_ne!(fs::read(&first.files[0]).expect("bytes"), fs::read(&third.files[0]).expect("bytes"));
}

#[test]
fn nobody_real_stands_in_any_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = written(&plan(1500), folder.path());
    let (mut ids, mut phones) = (0, 0);
    for cell in lines(&written).into_values().flatten().flatten() {
        for number in numbers(&cell, 11) {
            match number.len() {
                17 | 18 if number.starts_with("140222") => {
                    ids += 1;
                    assert!(number[14..16].parse::<u32>().is_ok_and(|n| n >= 98), "{cell}");
                }
                11 => {
                    phones += 1;
                    assert!(number.starts_with("199000"), "{cell}");
                }
                // Numbers of households and persons, credit codes.
                14 | 16 | 18 => assert!(number.starts_with("140222") || number.starts_with("91"), "{cell}"),
                _ => panic!("a number that looks like nothing we make: {cell}"),
            }
        }
    }
    assert!(ids > 3000 && phones > 3000);
}

#[test]
fn faults_come_as_often_as_planned() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = plan(4000);
    let county = generate(&plan).expect("a county");
    let truth = write(&county, folder.path()).expect("files").truth;
    let near = |kind: FaultKind, of: usize, rate: f64| {
        let found = f64::from(truth.faults[&kind]) / of as f64;
        assert!((found - rate).abs() < rate * 0.35 + 0.002, "{kind:?}: {found:.4}, planned {rate}");
    };
    let persons = county.persons.len();
    near(FaultKind::BadId, persons, plan.faults.bad_id);
    near(FaultKind::Gone, persons, plan.faults.gone);
    near(FaultKind::SpacedName, persons, plan.faults.spaced_name);
    near(FaultKind::LooseLabel, persons, plan.faults.loose_label);
    let phones = county.persons.iter().filter(|person| person.phone.is_some()).count();
    near(FaultKind::DuplicatePhone, phones, plan.faults.duplicate_phone);
    let ended = county.spells.iter().filter(|spell| spell.end.is_some()).count();
    near(FaultKind::MissingEnd, ended, plan.faults.missing_end);
    assert!(truth.faults[&FaultKind::StudentWorking] > 0);
    let bad = lines(&Written { files: rosters(folder.path()), truth: Truth::default() })
        .into_values()
        .flatten()
        .flatten()
        .flat_map(|cell| numbers(&cell, 17))
        .filter(|number| (17..=18).contains(&number.len()) && IdNumber::new(number.as_str()).check().is_err())
        .count();
    // Workbooks of single townships print the number of the head once more.
    assert!(bad as u32 >= truth.faults[&FaultKind::BadId] && bad < truth.faults[&FaultKind::BadId] as usize * 3 / 2);
}

fn rosters(folder: &Path) -> Vec<std::path::PathBuf> {
    let all = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    all.filter(|path| ["花名册", "就业台账", "信息导出"].iter().any(|word| path.to_string_lossy().contains(word)))
        .collect()
}

#[test]
fn without_faults_nothing_is_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = written(&Plan { faults: FaultRates::none(), ..plan(500) }, folder.path());
    let personal = [FaultKind::BadId, FaultKind::DuplicatePhone, FaultKind::MissingEnd, FaultKind::Gone];
    assert!(personal.iter().all(|kind| !written.truth.faults.contains_key(kind)));
    assert_eq!(written.truth.hidden_by_missing_end, 0);
}

#[test]
fn a_single_household_can_be_filed() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = written(&plan(1), folder.path());
    assert_eq!(written.truth.households, 1);
    assert!(written.files.iter().all(|file| file.exists()));
}
