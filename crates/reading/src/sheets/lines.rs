//! Which lines below the header are data: not totals, repeated headers, remarks or footers.

use super::clean::{fold, says_nothing};
use super::field::FieldId;
use super::fields as f;
use super::grid::{Cell, Grid, Raw, Texts};
use super::kind::Kind;
use super::layout::{Layout, text_of};

/// What a line below the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// A record.
    Data,
    /// 小计: sums the records since the subtotal before.
    Subtotal,
    /// 合计, 总计: sums all records.
    Total,
    /// The header again.
    Repeat,
    /// A remark or a footer.
    Remark,
}

/// What is needed to judge lines of a sheet.
pub(super) struct Judge<'a> {
    pub(super) grid: &'a Grid,
    pub(super) texts: &'a Texts,
    pub(super) layout: &'a Layout,
    pub(super) kind: Kind,
    /// Field of each column, if it has one.
    pub(super) fields: &'a [Option<FieldId>],
}

const TOTALS: [&str; 8] = ["合计", "总计", "共计", "总合计", "累计", "全县合计", "全乡合计", "总数"];
const FOOTERS: [&str; 44] = [
    "填报人",
    "填表人",
    "制表",
    "审核",
    "单位负责人",
    "负责人",
    "联系电话",
    "联系人",
    "填报单位",
    "填报日期",
    "填报时间",
    "填表时间",
    "注",
    "备注",
    "说明",
    "经办",
    "主管",
    "分管",
    "复核",
    "统计人",
    "报送",
    "盖章",
    "以上",
    "截至",
    "截止",
    "数据来源",
    "本表",
    "此表",
    "填表说明",
    "领导签字",
    "签字",
    "承运",
    "车长签字",
    "驾驶员",
    "企业接收",
    "接收单位",
    "乡镇",
    "填表日期",
    "公示",
    "举报电话",
    "监督电话",
    "打印",
    "第页",
    "日期",
];

impl Judge<'_> {
    /// Judges one line; blank lines are not asked about.
    pub(super) fn kind(&self, line: u32, cells: &[Cell]) -> LineKind {
        if self.repeats_header(cells) {
            return LineKind::Repeat;
        }
        let keyed = self.has_key(cells);
        if let Some(total) = self.total(cells, keyed) {
            return total;
        }
        if self.is_footer(line, cells) {
            return LineKind::Remark;
        }
        let filled = cells.iter().filter(|c| self.field(c.column).is_some_and(|field| field != f::ROW_SEQ));
        let wanted = self.fields.iter().flatten().count().min(6) / 2;
        if keyed || filled.count() >= wanted.max(2) { LineKind::Data } else { LineKind::Remark }
    }

    fn field(&self, column: u32) -> Option<FieldId> {
        self.fields.get(column as usize).copied().flatten()
    }

    fn repeats_header(&self, cells: &[Cell]) -> bool {
        (self.layout.top..=self.layout.bottom).any(|line| {
            let same = |cell: &&Cell| match (self.grid.cell(line, cell.column), cell.raw) {
                (Some(Raw::Text(a)), Raw::Text(b)) => fold(self.texts.get(a)) == fold(self.texts.get(b)),
                _ => false,
            };
            let count = cells.iter().filter(same).count();
            count >= 2 && count * 5 >= cells.len() * 3
        })
    }

    fn total(&self, cells: &[Cell], keyed: bool) -> Option<LineKind> {
        let texts = cells.iter().filter(|c| matches!(c.raw, Raw::Text(_))).take(4);
        for cell in texts {
            let folded: String = fold(&text_of(cell.raw, self.texts)).trim_end_matches([':', '：']).to_owned();
            let short = folded.chars().count() <= 14;
            if folded == "小计" || short && (folded.ends_with("小计") || folded.starts_with("小计")) {
                return Some(LineKind::Subtotal);
            }
            if TOTALS.contains(&folded.as_str())
                || short
                    && !keyed
                    && (folded.ends_with("合计") || folded.starts_with("合计") || folded.ends_with("总计"))
            {
                return Some(LineKind::Total);
            }
        }
        None
    }

    fn is_footer(&self, line: u32, cells: &[Cell]) -> bool {
        let Some(first) = cells.first() else { return true };
        let Raw::Text(number) = first.raw else { return false };
        let text = fold(self.texts.get(number));
        let states = text.contains([':', '：']) || text.chars().count() > 12;
        let merged = self.grid.merges.iter().any(|m| m.top == line && m.left == first.column && m.right - m.left >= 3);
        FOOTERS.iter().any(|word| text.starts_with(word)) && (states || cells.len() <= 2) || merged && cells.len() <= 2
    }

    /// Whether one of the cells that name the record is filled with something that can be a name.
    fn has_key(&self, cells: &[Cell]) -> bool {
        cells.iter().any(|cell| {
            let Some(field) = self.field(cell.column) else { return false };
            if !keys(self.kind).contains(&field.base()) {
                return false;
            }
            let text = text_of(cell.raw, self.texts);
            !says_nothing(&text) && text.chars().count() <= 40 && !text.contains([':', '：'])
        })
    }
}

/// Fields that name the record of a kind.
pub(super) fn keys(kind: Kind) -> &'static [FieldId] {
    match kind {
        Kind::Households => &[f::HOUSEHOLD_HEAD_NAME, f::HOUSEHOLD_NO, f::HOUSEHOLD_HEAD_ID],
        Kind::Vacancies => &[f::VACANCY_TITLE],
        Kind::Workshops => &[f::WORKSHOP_NAME],
        Kind::Employers => &[f::RESUME_NAME],
        Kind::Sites => &[f::SITE_NAME],
        Kind::Helpers => &[f::HOUSEHOLD_HEAD_NAME, f::HOUSEHOLD_NO, f::HOUSEHOLD_HEAD_ID],
        Kind::Events => &[f::EVENT_DATE, f::EVENT_NAME],
        _ => &[f::PERSON_NAME, f::PERSON_ID_NO],
    }
}
