//! The monthly export of spells of work 务工月监测: GB18030, a title line, numbers protected in every way known.

use super::book::{Put, Table};
use super::filing::{Filing, Shape, shape_of};
use super::roster::file_name;
use super::spelling as spell;
use crate::error::DemoError;
use crate::rng::Rng;
use crate::truth::Truth;
use std::path::Path;

const HEADING: [&str; 20] = [
    "行号",
    "县（市、区）",
    "乡（镇）",
    "行政村",
    "户编号",
    "务工人员姓名",
    "证件号码",
    "务工所在地",
    "务工企业名称",
    "所属行业",
    "岗位名称",
    "就业形式",
    "就业渠道",
    "务工开始年月",
    "务工结束年月",
    "务工月收入",
    "是否点对点输送",
    "填报日期",
    "填报人",
    "备注",
];

/// Writes every spell that stands in no roster: all but the open ones of the townships that keep a workbook of their own.
pub(super) fn write(filing: &Filing<'_>, path: &Path) -> Result<Truth, DemoError> {
    let county = filing.county;
    let mut truth = Truth::default();
    let mut table = Table::new();
    let mut title = vec![Put::Blank; HEADING.len()];
    title[0] = format!("{}务工月监测已外出务工信息", county.name).into();
    table.line(&title)?;
    table.heading(&HEADING)?;
    let mut lines = 0;
    for (at, spell) in county.spells.iter().enumerate() {
        let in_roster = spell.end.is_none() && shape_of(filing.township_of(spell.person)) == Shape::OwnBook;
        if !in_roster {
            lines += 1;
            table.line(&line(filing, lines, at))?;
        }
    }
    truth.lines.insert(file_name(path), lines);
    table.save_gb18030(path)?;
    Ok(truth)
}

fn line(filing: &Filing<'_>, seq: u32, at: usize) -> Vec<Put> {
    let county = filing.county;
    let work = &county.spells[at];
    let (person, filed) = (&county.persons[work.person], &filing.persons[work.person]);
    let household = &county.households[person.household];
    let village = &county.villages[household.village];
    let mut rng = filing.rng("spell line", at);
    let end = work.end.filter(|_| !filing.endless[at]);
    let [province, city, place] = &work.place_names;
    vec![
        seq.into(),
        (&county.name).into(),
        (&county.townships[village.township].name).into(),
        (&village.said).into(),
        format!("=\"{}\"", household.no).into(),
        (&filed.name).into(),
        protected(&mut rng, &filed.id_no),
        format!("{province}/{city}/{place}").into(),
        (&work.employer).into(),
        if filed.loose { work.industry.code() } else { work.industry.label() }.into(),
        work.job.into(),
        work.form.label().into(),
        work.channel.label().into(),
        spell::month(&mut rng, work.start),
        end.map_or(Put::Blank, |end| spell::month(&mut rng, end)),
        spell::yuan(&mut rng, work.pay),
        spell::yes(&mut rng, work.point_to_point, filed.loose).into(),
        spell::day(&mut rng, county.plan.as_of),
        Put::Blank,
        Put::Blank,
    ]
}

/// An ID number as text in a table: bare, as a formula, behind an apostrophe or a tab.
fn protected(rng: &mut Rng, id_no: &str) -> Put {
    match rng.below(10) {
        0 => format!("'{id_no}").into(),
        1 => format!("\t{id_no}").into(),
        2..=6 => format!("=\"{id_no}\"").into(),
        _ => id_no.to_owned().into(),
    }
}
