//! Vacancies as three hands collected them: the bureau's workbook, notes of calls and WeChat, and the plan of public-welfare posts.

use super::book::{self, Page, Put, Table};
use super::filing::Filing;
use super::roster::file_name;
use crate::error::DemoError;
use crate::faults::FaultKind;
use crate::model::{County, Post, PostBank};
use crate::rng::Rng;
use crate::truth::Truth;
use domain::codes::{Board, Education, PayUnit, Sex};
use std::path::Path;

const BOOK: [&str; 20] = [
    "序号",
    "企业名称",
    "统一社会信用代码",
    "所属行业",
    "联系人",
    "联系电话",
    "招聘岗位",
    "招聘人数",
    "性别要求",
    "年龄要求",
    "学历要求",
    "薪资待遇",
    "食宿情况",
    "五险",
    "工作时间",
    "技能要求",
    "工作地点",
    "截止日期",
    "适合弱劳动力",
    "备注",
];
const TABLE: [&str; 12] = [
    "NO.",
    "收集日期",
    "来源",
    "用工单位",
    "岗位",
    "需要几个人",
    "工资",
    "吃住",
    "在哪上班",
    "要求",
    "联系人及电话",
    "记录人",
];
const WELFARE: [&str; 12] = [
    "序号",
    "用人单位",
    "岗位名称",
    "招聘人数",
    "工资待遇",
    "工作地点",
    "工作时间",
    "适合弱劳动力",
    "联系人",
    "联系电话",
    "截止日期",
    "备注",
];

/// Which vacancies stand in the notes of calls: those of every fifth employer outside the workshops.
fn noted(post: &Post) -> bool {
    post.employer % 5 == 4 && matches!(post.bank, PostBank::Outside | PostBank::Local)
}

/// The bureau's workbook: employer cells merged over its posts, sex and age columns, a total and footers.
pub(super) fn book(filing: &Filing<'_>, path: &Path) -> Result<Truth, DemoError> {
    let county = filing.county;
    let mut truth = Truth::default();
    let mut book = book::workbook(&county.plan)?;
    let mut page = Page::new(&mut book, "岗位信息", 0)?;
    page.title(&format!("{}线上春风行动岗位信息汇总表", county.name), BOOK.len())?;
    page.heading(&BOOK)?;
    let posts: Vec<&Post> = county.posts.iter().filter(|post| post.bank != PostBank::Welfare && !noted(post)).collect();
    let mut sum = 0;
    for (number, block) in posts.chunk_by(|a, b| a.employer == b.employer).enumerate() {
        for (at, post) in block.iter().enumerate() {
            let mut rng = filing.rng("post", post.employer * 8 + at);
            let line = book_line(county, &mut rng, number + 1, post, at == 0, &mut truth);
            if at == 0 {
                page.block(&line, &[0, 1, 2, 3, 4, 5], block.len())?;
            } else {
                page.line(&line)?;
            }
            sum += i64::from(post.seats);
        }
    }
    let mut total = vec![Put::Blank; 8];
    total[0] = "合计".into();
    total[7] = sum.into();
    page.line(&total)?;
    truth.count(FaultKind::TotalLine);
    page.note("注：以上岗位免费提供，求职者无需交纳任何费用。")?;
    truth.count(FaultKind::Footer);
    truth.lines.insert(file_name(path), posts.len() as u32);
    book::save(book, path)?;
    Ok(truth)
}

fn book_line(county: &County, rng: &mut Rng, number: usize, post: &Post, first: bool, truth: &mut Truth) -> Vec<Put> {
    let firm = &county.employers[post.employer];
    let mut line: Vec<Put> = if first {
        vec![
            number.to_string().into(),
            (&firm.name).into(),
            (&firm.credit_code).into(),
            firm.industry.label().into(),
            (&firm.contact).into(),
            (&firm.phone).into(),
        ]
    } else {
        vec![Put::Blank; 6]
    };
    let bait = post.age_limit.is_some() && rng.chance(0.08);
    if post.age_limit.is_some() || post.sex_limit.is_some() || bait {
        truth.count(FaultKind::UnlawfulPost);
    }
    let workshop = post.bank == PostBank::Workshop;
    line.extend([
        post.title.into(),
        i64::from(post.seats).into(),
        post.sex_limit.map_or("不限", Sex::label).into(),
        age(rng, post),
        post.education.map_or(Put::from("不限"), |least| least_text(least).into()),
        pay(rng, post),
        board(rng, post.board).into(),
        Put::from(if workshop { "意外险" } else { rng.pick(&["五险", "按规定缴纳", "意外险", ""]) }),
        post.hours.into(),
        post.skill.into(),
        (&firm.place).into(),
        super::spelling::day(rng, post.valid_until),
        Put::from(if post.weak_ok { "是" } else { "否" }),
        Put::from(match (bait, workshop) {
            (true, _) => "入职收取服装费200元",
            (_, true) => "扶贫车间，计件，可带活回家",
            _ => "",
        }),
    ]);
    line
}

fn least_text(education: Education) -> &'static str {
    match education {
        Education::Primary => "小学以上",
        Education::Junior => "初中及以上",
        other => other.label(),
    }
}

fn age(rng: &mut Rng, post: &Post) -> Put {
    let Some((low, high)) = post.age_limit else {
        return Put::from(rng.pick(&["不限", "", "16周岁以上"]));
    };
    match rng.below(3) {
        0 => format!("{low}-{high}").into(),
        1 => format!("{high}岁以下").into(),
        _ => format!("{low}—{high}周岁").into(),
    }
}

fn pay(rng: &mut Rng, post: &Post) -> Put {
    let (low, high) = post.pay;
    if post.unit == PayUnit::Day {
        return if rng.chance(0.5) { format!("{low}元/天") } else { format!("日结{low}元") }.into();
    }
    if low == high {
        return format!("{low}元/月").into();
    }
    match rng.below(7) {
        0 => format!("{low}—{high}元").into(),
        1 => format!("{low}至{high}").into(),
        2 => format!("{low}元以上").into(),
        3 if low % 1000 == 0 && high % 1000 == 0 => format!("{}-{}千", low / 1000, high / 1000).into(),
        4 => format!("月薪{low}-{high}元").into(),
        _ => format!("{low}-{high}").into(),
    }
}

fn board(rng: &mut Rng, board: Board) -> &'static str {
    match board {
        Board::Both => rng.pick(&["包吃住", "管吃管住", "包食宿"]),
        Board::Meals => rng.pick(&["包吃", "管吃"]),
        Board::Lodging => rng.pick(&["包住", "管住"]),
        Board::None => rng.pick(&["不包食宿", "", "无"]),
    }
}

/// Notes of calls and WeChat: GB18030, contact and phone in one cell, conditions in free text.
pub(super) fn table(filing: &Filing<'_>, path: &Path) -> Result<Truth, DemoError> {
    let county = filing.county;
    let mut truth = Truth::default();
    let mut table = Table::new();
    table.heading(&TABLE)?;
    let mut lines = 0;
    for (at, post) in county.posts.iter().enumerate().filter(|(_, post)| noted(post)) {
        lines += 1;
        let mut rng = filing.rng("note", at);
        let firm = &county.employers[post.employer];
        if post.age_limit.is_some() || post.sex_limit.is_some() {
            truth.count(FaultKind::UnlawfulPost);
        }
        let day = county.plan.as_of - chrono::Days::new(rng.below(20));
        let comma = rng.pick(&["：", "", " "]);
        let seats = match rng.below(4) {
            0 => format!("{}人", post.seats).into(),
            1 => format!("{}名", post.seats).into(),
            _ => i64::from(post.seats).into(),
        };
        table.line(&[
            lines.into(),
            super::spelling::day(&mut rng, day),
            post.source.label().into(),
            (&firm.name).into(),
            post.title.into(),
            seats,
            pay(&mut rng, post),
            board(&mut rng, post.board).into(),
            (&firm.place).into(),
            conditions(&mut rng, post).into(),
            format!("{}{comma}{}", firm.contact, firm.phone).into(),
            Put::Blank,
        ])?;
    }
    truth.lines.insert(file_name(path), lines);
    table.save_gb18030(path)?;
    Ok(truth)
}

fn conditions(rng: &mut Rng, post: &Post) -> String {
    let mut parts = Vec::new();
    if let Some((low, high)) = post.age_limit {
        parts.push(if rng.chance(0.5) { format!("{high}岁以下") } else { format!("{low}-{high}岁") });
    }
    match post.sex_limit {
        Some(Sex::Male) => parts.push("限男".to_owned()),
        Some(Sex::Female) => parts.push("限女".to_owned()),
        None => {}
    }
    if let Some(education) = post.education {
        parts.push(least_text(education).to_owned());
    }
    if let Some(skill) = post.skill {
        parts.push(format!("有{skill}"));
    }
    if parts.is_empty() || rng.chance(0.3) {
        parts.push(rng.pick(&["身体健康", "吃苦耐劳", "服从安排", "无不良嗜好"]).to_owned());
    }
    parts.join("，")
}

/// The plan of public-welfare posts, one line a seat's village.
pub(super) fn welfare(filing: &Filing<'_>, path: &Path) -> Result<Truth, DemoError> {
    let county = filing.county;
    let mut truth = Truth::default();
    let mut book = book::workbook(&county.plan)?;
    let mut page = Page::new(&mut book, "公益性岗位", 0)?;
    page.title(&format!("{}公益性岗位开发计划表", county.name), WELFARE.len())?;
    page.heading(&WELFARE)?;
    let mut lines = 0;
    for (at, post) in county.posts.iter().enumerate().filter(|(_, post)| post.bank == PostBank::Welfare) {
        lines += 1;
        let mut rng = filing.rng("welfare line", at);
        let firm = &county.employers[post.employer];
        page.line(&[
            lines.into(),
            (&firm.name).into(),
            post.title.into(),
            i64::from(post.seats).into(),
            format!("{}元/月", post.pay.0).into(),
            (&firm.place).into(),
            Put::from("每天4小时"),
            Put::from("是"),
            (&firm.contact).into(),
            (&firm.phone).into(),
            super::spelling::day(&mut rng, post.valid_until),
            Put::from("公益性岗位"),
        ])?;
    }
    truth.lines.insert(file_name(path), lines);
    book::save(book, path)?;
    Ok(truth)
}
