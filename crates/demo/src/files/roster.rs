//! Rosters of households and persons in three shapes.

use super::book::{self, Heading, Page, Put, Table, width};
use super::filing::{Filed, Filing, Shape};
use super::spelling as spell;
use crate::error::DemoError;
use crate::faults::FaultKind;
use crate::model::{Household, Person};
use crate::people::names;
use crate::truth::Truth;
use domain::codes::Sex;
use std::path::Path;

/// Heading of the sheets in the workbook of the county.
const SHEET: &Heading = &[
    ("序号", &[]),
    ("行政村", &[]),
    ("村民小组", &[]),
    ("户信息", &["户编号", "户主姓名", "家庭人口", "户类型", "监测对象类别", "致贫原因", "易地扶贫搬迁", "搬迁地点"]),
    (
        "个人信息",
        &[
            "姓名",
            "性别",
            "证件号码",
            "出生日期",
            "与户主关系",
            "文化程度",
            "在校生状况",
            "健康状况",
            "残疾类别",
            "残疾等级",
            "劳动技能",
            "联系电话",
        ],
    ),
    ("就业情况", &["是否已务工", "未就业原因", "培训意愿"]),
    ("证书工种名称", &[]),
    ("备注", &[]),
];

/// Heading of the workbooks of single townships.
const OWN: [&str; 30] = [
    "序号",
    "县",
    "乡镇",
    "行政村",
    "家庭户号",
    "户主姓名",
    "户主身份证号",
    "家庭人口",
    "贫困户属性",
    "是否易地搬迁",
    "安置点",
    "姓 名",
    "性 别",
    "年龄",
    "身份证号码",
    "家庭关系",
    "学历",
    "在校状态",
    "身体状况",
    "劳动能力",
    "手机号码",
    "就业情况",
    "务工地点",
    "务工单位",
    "从事行业",
    "工种",
    "务工时间",
    "月工资",
    "未就业原因",
    "备注",
];

/// Heading of the tables of single townships.
const TABLE: [&str; 25] = [
    "序号",
    "县（市、区）",
    "乡（镇）",
    "行政村",
    "户编号",
    "人编号",
    "姓名",
    "性别",
    "民族",
    "证件号码",
    "与户主关系",
    "文化程度",
    "在校生状况",
    "健康状况",
    "劳动技能",
    "联系电话",
    "户类型",
    "易地扶贫搬迁",
    "搬迁地点",
    "是否享受低保",
    "是否已务工",
    "未就业原因",
    "求职工种",
    "期望薪资",
    "备注",
];

/// The workbook with a sheet for each township: township and day only in titles and names, two-level heading, subtotals, footers.
pub(super) fn by_township(filing: &Filing<'_>, path: &Path) -> Result<Truth, DemoError> {
    let county = filing.county;
    let mut truth = Truth::default();
    let mut book = book::workbook(&county.plan)?;
    let mut lines = 0;
    for (n, at) in filing.townships(Shape::Sheet).enumerate() {
        let name = &county.townships[at].name;
        // Sheet names as people write them: numbered, short, with a space.
        let sheet = match n % 3 {
            0 => format!("{}.{name}", n + 1),
            1 => format!("{name} "),
            _ => name.clone(),
        };
        let mut page = Page::new(&mut book, &sheet, 0)?;
        page.title(&format!("{}{name}农村劳动力花名册", county.name), width(SHEET))?;
        page.note(&format!("填报单位：{name}人民政府　　　填报日期：{}", county.plan.as_of.format("%Y年%-m月%-d日")))?;
        page.two_levels(SHEET)?;
        lines += sheet_lines(filing, at, &mut page, &mut truth)?;
        let mut rng = filing.rng("footer", at);
        let who = format!("{}{}", names::surname(&mut rng), names::given(&mut rng, Sex::Female, 1985));
        page.note(&format!("填报人：{who}　　审核人：　　联系电话："))?;
        truth.count(FaultKind::Footer);
    }
    truth.lines.insert(file_name(path), lines);
    book::save(book, path)?;
    Ok(truth)
}

fn sheet_lines(filing: &Filing<'_>, township: usize, page: &mut Page<'_>, truth: &mut Truth) -> Result<u32, DemoError> {
    let county = filing.county;
    let (mut seq, mut in_village) = (0_u32, 0_u32);
    let households = filing.households(township);
    for at in households.clone() {
        let household = &county.households[at];
        for person in household.members.clone() {
            seq += 1;
            in_village += 1;
            page.line(&sheet_line(filing, seq, household, person))?;
        }
        let last = at + 1 == households.end || county.households[at + 1].village != household.village;
        if last {
            page.line(&[Put::from("小计"), Put::Blank, Put::Blank, Put::Blank, format!("{in_village}人").into()])?;
            truth.count(FaultKind::TotalLine);
            in_village = 0;
        } else if filing.rng("blank", at).chance(0.004) {
            page.blank();
            truth.count(FaultKind::BlankLine);
        }
    }
    Ok(seq)
}

fn sheet_line(filing: &Filing<'_>, seq: u32, household: &Household, at: usize) -> Vec<Put> {
    let county = filing.county;
    let (person, filed) = (&county.persons[at], &filing.persons[at]);
    let mut rng = filing.rng("sheet", at);
    let loose = filed.loose;
    let wish = person.wish.as_ref();
    vec![
        seq.into(),
        (&county.villages[household.village].said).into(),
        format!("{}组", household.group).into(),
        (&household.no).into(),
        (&county.persons[household.members.start].name).into(),
        (household.members.len() as i64).into(),
        spell::class(household.class, loose).into(),
        household.risk.map(|risk| risk.label()).into(),
        household.cause.map(|cause| cause.label()).into(),
        spell::yes(&mut rng, household.site.is_some(), loose).into(),
        household.site.map(|site| &county.sites[site].name).into(),
        (&filed.name).into(),
        spell::sex(person.sex, loose).into(),
        (&filed.id_no).into(),
        spell::day(&mut rng, person.born),
        spell::relation(person.relation, person.sex, loose).into(),
        spell::education(person.education, loose).into(),
        spell::student(person.student).into(),
        spell::health(person.health, loose).into(),
        person.disability.map(|(kind, _)| kind.label()).into(),
        person.disability.map(|(_, grade)| i64::from(grade)).into(),
        spell::labour(person.labour, loose).into(),
        phone(&mut rng, filed),
        spell::yes(&mut rng, filed.working, loose).into(),
        wish.map(|wish| wish.reason.label()).into(),
        wish.map(|wish| spell::yes(&mut rng, wish.training, loose)).into(),
        person.skill.into(),
        filed.note.into(),
    ]
}

/// Phones are text in one line and a number in the next.
fn phone(rng: &mut crate::rng::Rng, filed: &Filed) -> Put {
    match filed.phone.parse::<u32>() {
        _ if rng.chance(0.7) => (&filed.phone).into(),
        _ => filed.phone.parse::<f64>().map_or_else(|_| (&filed.phone).into(), Put::Number),
    }
}

/// A workbook for one township: table begins in column B, household cells merged downwards, the heading once more inside the table.
pub(super) fn own_book(filing: &Filing<'_>, township: usize, path: &Path) -> Result<Truth, DemoError> {
    let county = filing.county;
    let mut truth = Truth::default();
    let mut book = book::workbook(&county.plan)?;
    let mut page = Page::new(&mut book, "Sheet1", 1)?;
    page.title(&format!("{}贫困劳动力就业台账", county.townships[township].name), OWN.len())?;
    page.heading(&OWN)?;
    let households = filing.households(township);
    let middle = households.start + households.len() / 2;
    let mut seq = 0;
    for at in households {
        if at == middle {
            page.heading(&OWN)?;
            truth.count(FaultKind::RepeatedHeading);
        }
        let household = &county.households[at];
        for person in household.members.clone() {
            seq += 1;
            let line = own_line(filing, seq, township, household, person);
            if person == household.members.start {
                page.block(&line, &[4, 5, 6, 7, 8, 9, 10], household.members.len())?;
            } else {
                page.line(&line)?;
            }
        }
    }
    page.line(&[Put::from("合计"), Put::Blank, Put::Blank, Put::Blank, format!("共{seq}人").into()])?;
    truth.count(FaultKind::TotalLine);
    page.note("注：本表由乡镇就业服务站填报，一人一行。")?;
    truth.count(FaultKind::Footer);
    truth.lines.insert(file_name(path), seq);
    book::save(book, path)?;
    Ok(truth)
}

fn own_line(filing: &Filing<'_>, seq: u32, township: usize, household: &Household, at: usize) -> Vec<Put> {
    let county = filing.county;
    let (person, filed) = (&county.persons[at], &filing.persons[at]);
    let mut rng = filing.rng("own", at);
    let loose = filed.loose;
    let head = household.members.start;
    let mut line = vec![
        seq.into(),
        county.name.trim_end_matches(['县', '区']).to_owned().into(),
        (&county.townships[township].name).into(),
        (&county.villages[household.village].name).into(),
    ];
    if at == head {
        line.extend([
            (&household.no).into(),
            (&county.persons[head].name).into(),
            (&filing.persons[head].id_no).into(),
            (household.members.len() as i64).into(),
            spell::class(household.class, false).into(),
            Put::from(if household.site.is_some() { "是" } else { "否" }),
            household.site.map(|site| &county.sites[site].name).into(),
        ]);
    } else {
        line.extend(std::iter::repeat_n(Put::Blank, 7));
    }
    line.extend([
        (&filed.name).into(),
        spell::sex(person.sex, loose).into(),
        filed.age.into(),
        (&filed.id_no).into(),
        spell::relation(person.relation, person.sex, loose).into(),
        spell::education(person.education, loose).into(),
        spell::student(person.student).into(),
        spell::health(person.health, loose).into(),
        spell::labour(person.labour, loose).into(),
        (&filed.phone).into(),
    ]);
    line.extend(own_work(filing, &mut rng, person, filed, at));
    line
}

fn own_work(filing: &Filing<'_>, rng: &mut crate::rng::Rng, person: &Person, filed: &Filed, at: usize) -> [Put; 9] {
    let state = if filed.working { "已就业" } else { "未就业" };
    let state = if person.labour.can_work() || filed.working { state } else { "" };
    let reason = person.wish.as_ref().map(|wish| wish.reason.label());
    let Some(work) = filing.open[at].map(|at| &filing.county.spells[at]) else {
        let blank = || Put::Blank;
        return [state.into(), blank(), blank(), blank(), blank(), blank(), blank(), reason.into(), filed.note.into()];
    };
    let [province, city, county] = &work.place_names;
    let place = if rng.chance(0.5) || province == city {
        format!("{city}{county}")
    } else {
        format!("{province}{city}{county}")
    };
    [
        state.into(),
        place.into(),
        (&work.employer).into(),
        work.industry.label().into(),
        work.job.into(),
        spell::month(rng, work.start),
        spell::yuan(rng, work.pay),
        reason.into(),
        filed.note.into(),
    ]
}

/// A table as some system exports it: UTF-8 with byte order mark, ID numbers and long numbers as `="…"`, codes and labels mixed.
pub(super) fn table(filing: &Filing<'_>, township: usize, path: &Path) -> Result<Truth, DemoError> {
    let county = filing.county;
    let mut truth = Truth::default();
    let mut table = Table::new();
    table.heading(&TABLE)?;
    let mut seq = 0;
    for at in filing.households(township) {
        let household = &county.households[at];
        for (n, person) in household.members.clone().enumerate() {
            seq += 1;
            table.line(&table_line(filing, seq, township, household, n, person))?;
        }
    }
    truth.lines.insert(file_name(path), seq);
    table.save_utf8(path)?;
    Ok(truth)
}

fn table_line(filing: &Filing<'_>, seq: u32, township: usize, household: &Household, n: usize, at: usize) -> Vec<Put> {
    let county = filing.county;
    let (person, filed) = (&county.persons[at], &filing.persons[at]);
    let mut rng = filing.rng("table", at);
    // Here loose spelling is the rule: the system prints codes, people type labels over them.
    let loose = filed.loose || rng.chance(0.3);
    let wish = person.wish.as_ref();
    let [reason, jobs, pay] = match wish {
        Some(wish) => [wish.reason.label().into(), wish.jobs.join("、").into(), spell::yuan(&mut rng, wish.pay_min)],
        None => [Put::Blank, Put::Blank, Put::Blank],
    };
    let protected = |text: &str| Put::from(if text.is_empty() { String::new() } else { format!("=\"{text}\"") });
    vec![
        seq.into(),
        (&county.name).into(),
        (&county.townships[township].name).into(),
        (&county.villages[household.village].said).into(),
        protected(&household.no),
        protected(&format!("{}{:02}", household.no, n + 1)),
        (&filed.name).into(),
        spell::sex(person.sex, loose).into(),
        Put::from(if loose { "汉" } else { "汉族" }),
        protected(&filed.id_no),
        spell::relation(person.relation, person.sex, false).into(),
        spell::education(person.education, loose).into(),
        spell::student(person.student).into(),
        spell::health(person.health, loose).into(),
        spell::labour(person.labour, loose).into(),
        (&filed.phone).into(),
        spell::class(household.class, loose).into(),
        spell::yes(&mut rng, household.site.is_some(), false).into(),
        household.site.map(|site| &county.sites[site].name).into(),
        spell::yes(&mut rng, household.dibao, loose).into(),
        spell::yes(&mut rng, filed.working, false).into(),
        reason,
        jobs,
        pay,
        filed.note.into(),
    ]
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
