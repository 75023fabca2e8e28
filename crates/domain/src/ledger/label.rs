//! Labels of households and persons: effective-dated, several at a time, so that one ledger prints the vocabularies of 2020, 2021-25
//! and 2026 (D§8.3).

use crate::dates::PartialDate;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a label says. Which of them make somebody a target is said by the [`Profile`](crate::profile::Profile), not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabelKind {
    /// 贫困户 registered poor, not yet lifted.
    Poor,
    /// 脱贫户 lifted out of poverty.
    Lifted,
    /// 脱贫不稳定户 monitored: lifted but unstable.
    Unstable,
    /// 边缘易致贫户 monitored: close to poverty.
    Marginal,
    /// 突发严重困难户 monitored: sudden serious hardship.
    Sudden,
    /// 易地扶贫搬迁 resettled.
    Relocated,
    /// 低保 minimum living allowance.
    Dibao,
    /// 特困供养 extreme-poverty support.
    Tekun,
    /// 退役军人.
    Veteran,
    /// 高校毕业生.
    Graduate,
    /// 返乡农民工.
    Returnee,
    /// 就业困难人员.
    HardToEmploy,
    /// 残疾人.
    Disabled,
    /// 单亲母亲.
    FemaleHead,
    /// 刑满释放人员.
    Released,
}

impl LabelKind {
    /// Every kind, in the order shown.
    pub const ALL: [Self; 15] = [
        Self::Poor,
        Self::Lifted,
        Self::Unstable,
        Self::Marginal,
        Self::Sudden,
        Self::Relocated,
        Self::Dibao,
        Self::Tekun,
        Self::Veteran,
        Self::Graduate,
        Self::Returnee,
        Self::HardToEmploy,
        Self::Disabled,
        Self::FemaleHead,
        Self::Released,
    ];

    /// The word used in files, columns and message keys (`label-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Poor => "poor",
            Self::Lifted => "lifted",
            Self::Unstable => "unstable",
            Self::Marginal => "marginal",
            Self::Sudden => "sudden",
            Self::Relocated => "relocated",
            Self::Dibao => "dibao",
            Self::Tekun => "tekun",
            Self::Veteran => "veteran",
            Self::Graduate => "graduate",
            Self::Returnee => "returnee",
            Self::HardToEmploy => "hard_to_employ",
            Self::Disabled => "disabled",
            Self::FemaleHead => "female_head",
            Self::Released => "released",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A label and the time it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Label {
    /// What it says.
    pub kind: LabelKind,
    /// First day; `None`: since always, as far as the ledger knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Last day; `None`: still holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
}

impl Label {
    /// A label that holds without known dates.
    pub const fn open(kind: LabelKind) -> Self {
        Self { kind, from: None, to: None }
    }

    /// Whether it holds on a day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from.first_day() <= day) && self.to.is_none_or(|to| day <= to.last_day())
    }
}

/// The kinds that hold on a day.
pub fn labels_at(labels: &[Label], day: NaiveDate) -> impl Iterator<Item = LabelKind> + '_ {
    labels.iter().filter(move |label| label.holds(day)).map(|label| label.kind)
}

/// Labels of which only one holds at a time: registered poor or lifted out of it.
const CLASSES: [LabelKind; 2] = [LabelKind::Poor, LabelKind::Lifted];

/// Whether a label ended before it began.
fn never_held(label: &Label) -> bool {
    label.from.zip(label.to).is_some_and(|(from, to)| to.last_day() < from.first_day())
}

/// The labels after a sheet of a day said `newer`. A class of another kind ends the one before; dates that are said replace unknown
/// ones; what the sheet does not mention stays (an empty cell never erases).
pub fn merge_labels(old: &[Label], newer: &[Label], day: NaiveDate) -> Vec<Label> {
    let mut merged = old.to_vec();
    for &label in newer {
        if let Some(known) = merged.iter_mut().find(|known| known.kind == label.kind && known.to.is_none()) {
            known.from = label.from.or(known.from);
            known.to = label.to;
            continue;
        }
        let mut label = label;
        if CLASSES.contains(&label.kind) {
            if merged.iter().any(|known| known.kind == label.kind && known.holds(day)) {
                continue;
            }
            let class = |other: &Label| CLASSES.contains(&other.kind);
            let later = merged.iter().filter(|other| class(other)).filter_map(|other| other.from);
            if let Some(later) = later.map(PartialDate::first_day).filter(|&from| from > day).min() {
                // An older sheet, handed in late, says what was before.
                label.to = label.to.or(later.pred_opt().map(PartialDate::from));
            } else {
                for other in merged.iter_mut().filter(|other| class(other) && other.to.is_none()) {
                    other.to = day.pred_opt().map(PartialDate::from);
                    label.from = label.from.or(Some(day.into()));
                }
                // A class that began on this very day never held: a sheet that says both would pile them up.
                merged.retain(|other| !class(other) || !never_held(other));
            }
        }
        if !merged.contains(&label) {
            merged.push(label);
        }
    }
    merged
}
