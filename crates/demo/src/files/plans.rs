//! Plans and wishes of those without work 计划外出务工信息.

use super::book::{self, Page, Put};
use super::filing::{Filing, Shape, shape_of};
use super::roster::file_name;
use super::spelling as spell;
use crate::error::DemoError;
use crate::model::Wish;
use crate::rng::Rng;
use crate::truth::Truth;
use domain::codes::{RegionClass, ServiceNeed};
use std::path::Path;

const HEADING: [&str; 15] = [
    "序号",
    "县",
    "乡",
    "村",
    "户编号",
    "姓名",
    "证件号码",
    "联系电话",
    "是否打算外出就业",
    "未就业原因",
    "就业区域意向",
    "意向工种",
    "期望薪资",
    "就业服务需求",
    "培训意愿",
];

/// Writes the wishes of all townships but those whose table has them already.
pub(super) fn write(filing: &Filing<'_>, path: &Path) -> Result<Truth, DemoError> {
    let county = filing.county;
    let mut truth = Truth::default();
    let mut book = book::workbook(&county.plan)?;
    let mut page = Page::new(&mut book, "计划外出务工信息", 0)?;
    page.title("计划外出务工信息", HEADING.len())?;
    page.note(&format!("数据日期：{}", county.plan.as_of.format("%Y-%m-%d")))?;
    page.heading(&HEADING)?;
    let mut lines = 0;
    for (at, person) in county.persons.iter().enumerate() {
        let township = filing.township_of(at);
        let Some(wish) = &person.wish else { continue };
        if shape_of(township) == Shape::Table {
            continue;
        }
        lines += 1;
        let (household, filed) = (&county.households[person.household], &filing.persons[at]);
        let mut rng = filing.rng("plan", at);
        let mut line = vec![
            lines.into(),
            (&county.name).into(),
            (&county.townships[township].name).into(),
            (&county.villages[household.village].said).into(),
            (&household.no).into(),
            (&filed.name).into(),
            (&filed.id_no).into(),
            (&filed.phone).into(),
        ];
        line.extend(wished(&mut rng, wish, filed.loose));
        page.line(&line)?;
    }
    truth.lines.insert(file_name(path), lines);
    book::save(book, path)?;
    Ok(truth)
}

fn wished(rng: &mut Rng, wish: &Wish, loose: bool) -> [Put; 7] {
    let away = matches!(wish.region, RegionClass::City | RegionClass::Province | RegionClass::OtherProvince);
    let mut needs = vec![ServiceNeed::JobInfo.label()];
    if wish.training {
        needs.push(ServiceNeed::Training.label());
    }
    if away && rng.chance(0.4) {
        needs.push(ServiceNeed::Transport.label());
    }
    let pay = if rng.chance(0.3) {
        format!("{}-{}", wish.pay_min, wish.pay_min * 13 / 1000 * 100).into()
    } else {
        spell::yuan(rng, wish.pay_min)
    };
    let comma = rng.pick(&["、", "，", ","]);
    [
        spell::yes(rng, wish.willing, loose).into(),
        wish.reason.label().into(),
        wish.region.label().into(),
        wish.jobs.join(comma).into(),
        pay,
        if wish.willing { needs.join(comma).into() } else { Put::Blank },
        spell::yes(rng, wish.training, loose).into(),
    ]
}
