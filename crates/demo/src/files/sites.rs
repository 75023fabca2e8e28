//! The ledger of resettlement sites 安置点台账, with a three-level heading flattened to two and tick columns.

use super::book::{self, Heading, Page, Put, width};
use super::filing::Filing;
use super::roster::file_name;
use crate::error::DemoError;
use crate::faults::FaultKind;
use crate::model::County;
use crate::truth::{Truth, capable, working};
use domain::codes::{HouseholdClass, RelocMode};
use std::path::Path;

const HEADING: &Heading = &[
    ("序号", &[]),
    ("乡镇", &[]),
    ("安置点名称", &[]),
    ("安置方式", &[]),
    ("搬迁规模", &["户数", "人数", "其中贫困户数", "其中贫困人数"]),
    ("劳动力（人）", &[]),
    ("已就业（人）", &[]),
    ("零就业户", &[]),
    ("距县城（公里）", &[]),
    ("后续产业设施", &["扶贫车间", "电子商务服务点", "产业扶贫厂房", "新型农业经营主体", "扶贫产业园区"]),
];

#[derive(Default, Clone, Copy)]
struct Tally {
    households: i64,
    people: i64,
    poor_households: i64,
    poor_people: i64,
    labour: i64,
    employed: i64,
    zero: i64,
}

/// Writes the ledger; its figures are counted from the households.
pub(super) fn write(filing: &Filing<'_>, path: &Path) -> Result<Truth, DemoError> {
    let county = filing.county;
    let mut truth = Truth::default();
    let mut book = book::workbook(&county.plan)?;
    let mut page = Page::new(&mut book, "安置点", 0)?;
    page.title(&format!("{}易地扶贫搬迁安置点后续产业台账", county.name), width(HEADING))?;
    page.two_levels(HEADING)?;
    let tallies = tallies(county);
    let mut sum = [0_i64; 2];
    for (at, (site, tally)) in county.sites.iter().zip(&tallies).enumerate() {
        let mut rng = filing.rng("site", at);
        let mut line: Vec<Put> = vec![
            (at as i64 + 1).into(),
            (&county.townships[site.township].name).into(),
            (&site.name).into(),
            RelocMode::Concentrated.label().into(),
            tally.households.into(),
            format!("{}人", tally.people).into(),
            tally.poor_households.into(),
            tally.poor_people.into(),
            tally.labour.into(),
            tally.employed.into(),
            tally.zero.into(),
            site.km.into(),
        ];
        let has = |share: f64, rng: &mut crate::rng::Rng| if rng.chance(share) { "√" } else { "" };
        for share in [0.7, 0.4, 0.3, 0.5, 0.2] {
            line.push(has(share, &mut rng).into());
        }
        page.line(&line)?;
        sum[0] += tally.households;
        sum[1] += tally.people;
    }
    let total = [Put::from("合计"), Put::Blank, Put::Blank, Put::Blank, sum[0].into(), sum[1].into()];
    page.line(&total)?;
    truth.count(FaultKind::TotalLine);
    truth.lines.insert(file_name(path), county.sites.len() as u32);
    book::save(book, path)?;
    Ok(truth)
}

fn tallies(county: &County) -> Vec<Tally> {
    let at_work = working(county);
    let mut tallies = vec![Tally::default(); county.sites.len()];
    for household in &county.households {
        let Some(site) = household.site else { continue };
        let people = household.members.len() as i64;
        let poor = household.class != HouseholdClass::General;
        let able = household.members.clone().filter(|&at| capable(county, at)).count() as i64;
        let employed = household.members.clone().filter(|&at| at_work[at]).count() as i64;
        let tally = &mut tallies[site];
        tally.households += 1;
        tally.people += people;
        tally.poor_households += i64::from(poor);
        tally.poor_people += if poor { people } else { 0 };
        tally.labour += able.max(employed);
        tally.employed += employed;
        tally.zero += i64::from(able > 0 && employed == 0 && poor);
    }
    tallies
}
