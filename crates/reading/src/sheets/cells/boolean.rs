//! Yes and no in all their spellings.

use super::super::clean::fold;
use super::super::field::FieldId;
use super::super::fields as f;

const YES: [&str; 40] = [
    "是",
    "有",
    "√",
    "✓",
    "✔",
    "☑",
    "○",
    "〇",
    "y",
    "yes",
    "true",
    "1",
    "对",
    "已",
    "愿意",
    "合格",
    "享受",
    "已享受",
    "已消除",
    "消除",
    "就业",
    "已就业",
    "已务工",
    "务工",
    "在岗",
    "参加",
    "已参加",
    "签订",
    "已签订",
    "同意",
    "需要",
    "打算",
    "通过",
    "已通过",
    "优先",
    "适合",
    "可以",
    "已购买",
    "购买",
    "已签",
];
const NO: [&str; 42] = [
    "否",
    "无",
    "没有",
    "×",
    "✗",
    "✘",
    "x",
    "n",
    "no",
    "false",
    "0",
    "不",
    "未",
    "不愿意",
    "不合格",
    "未享受",
    "不享受",
    "未消除",
    "未就业",
    "失业",
    "未务工",
    "在家",
    "待业",
    "未参加",
    "未签订",
    "不同意",
    "不需要",
    "不打算",
    "未通过",
    "没",
    "没签",
    "不优先",
    "不适合",
    "不可以",
    "未购买",
    "不通过",
    "未签",
    "不是",
    "非",
    "╳",
    "✕",
    "☐",
];

/// Whether a folded text is a tick.
pub(in super::super) fn is_tick(folded: &str) -> bool {
    matches!(folded, "√" | "✓" | "✔" | "☑" | "○" | "〇" | "v" | "●" | "☆" | "★")
}

/// Yes or no, by the general words.
pub(in super::super) fn word(text: &str) -> Option<bool> {
    let folded = fold(text);
    if YES.contains(&folded.as_str()) || is_tick(&folded) {
        Some(true)
    } else if NO.contains(&folded.as_str()) {
        Some(false)
    } else {
        None
    }
}

/// Words of yes and of no that only some fields use.
type Own = (&'static [FieldId], &'static [&'static str], &'static [&'static str]);

const OWN: &[Own] = &[
    (
        &[f::WORK_IS_WORKING],
        &[
            "在外务工",
            "外出务工",
            "外出",
            "已外出",
            "在职",
            "稳定就业",
            "灵活就业",
            "自主创业",
            "创业",
            "正在务工",
            "上班",
            "在业",
            "单位就业",
            "公益性岗位",
            "就业中",
            "在外",
            "已外出务工",
            "已上班",
            "务工中",
            "在务工",
            "转移就业",
            "已转移就业",
            "县内就业",
            "县外就业",
        ],
        &[
            "待岗",
            "无业",
            "在家务农",
            "闲置",
            "未外出",
            "赋闲",
            "在家待业",
            "返乡",
            "未外出务工",
            "返乡未就业",
            "没上班",
            "没干活",
            "在家闲着",
            "登记失业",
            "务农",
            "未转移就业",
        ],
    ),
    (
        &[f::TRAINING_PASSED],
        &["及格", "优秀", "良好", "结业", "已结业", "取得证书"],
        &["不及格", "未结业", "未取得证书", "缺考"],
    ),
    (
        &[f::PERSON_IS_POOR, f::PERSON_HARD_TO_EMPLOY],
        &["贫困户", "脱贫户", "建档立卡", "建档立卡户", "贫困", "贫困劳动力", "脱贫劳动力"],
        &["非贫困户", "一般户", "一般农户", "非贫困", "普通"],
    ),
    (&[f::PERSON_IS_DISABLED], &["残疾", "残疾人", "是残疾人"], &["非残疾", "健全", "正常", "健康"]),
    (
        &[f::HOUSEHOLD_RELOCATED],
        &["搬迁户", "易地搬迁", "搬迁", "易地扶贫搬迁", "已搬迁", "易迁户"],
        &["非搬迁户", "未搬迁", "非搬迁", "不搬迁", "非易迁户"],
    ),
    (&[f::VACANCY_WEAK_OK], &["弱劳动力可", "弱劳力可", "可"], &["不可", "不行"]),
    (&[f::TRIP_CONTACT_HISTORY], &["有接触史", "有接触"], &["无接触史", "无接触", "正常"]),
    (&[f::TRAINING_ONLINE], &["线上", "线上培训", "网络"], &["线下", "线下培训", "面授"]),
    (&[f::EVENT_MARKET_DAY], &["赶集日", "集日", "逢集"], &["非赶集日", "非集日"]),
];

/// Yes or no, with the words that only this field uses.
pub(in super::super) fn of_field(text: &str, field: FieldId) -> Option<bool> {
    if let Some(yes) = word(text) {
        return Some(yes);
    }
    let folded = fold(text);
    let own = OWN.iter().filter(|(fields, ..)| fields.contains(&field.base()));
    for (_, yes, no) in own {
        if yes.contains(&folded.as_str()) {
            return Some(true);
        }
        if no.contains(&folded.as_str()) {
            return Some(false);
        }
    }
    general(&folded)
}

/// Longer sentences: a beginning that denies, or one that affirms.
fn general(folded: &str) -> Option<bool> {
    if folded.chars().count() > 8 {
        return None;
    }
    const DENY: [&str; 6] = ["不", "未", "无", "没", "否", "非"];
    const AFFIRM: [&str; 10] = ["是", "有", "已", "愿意", "享受", "签订", "购买", "想", "打算", "参加"];
    if DENY.iter().any(|no| folded.starts_with(no)) {
        Some(false)
    } else if AFFIRM.iter().any(|yes| folded.starts_with(yes)) {
        Some(true)
    } else {
        None
    }
}
