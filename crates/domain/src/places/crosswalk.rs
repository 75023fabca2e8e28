//! From edition to edition: what became of a township or village.

use serde::{Deserialize, Serialize};

use super::{Edition, Gazetteer, Region, list, texts};
use crate::codes::vocabulary;

vocabulary! {
    /// What happened to a place between two editions.
    Fate "fate" {
        Same "same" "不变",
        Renamed "renamed" "更名",
        Recoded "recoded" "代码变更",
        Moved "moved" "划转",
        Merged "merged" "合并",
        Ambiguous "ambiguous" "不确定",
        Gone "gone" "撤销",
    }
}

/// Where a code went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crossing {
    /// What happened, the greatest change on the way; [`Fate`] sorts by it.
    pub fate: Fate,
    /// The place in the other edition; `None` when it is gone or uncertain.
    pub to: Option<Region>,
    /// For a village that is gone: the township that most likely took it in.
    pub likely: Option<Region>,
}

impl Crossing {
    const fn same(region: Region) -> Self {
        Self { fate: Fate::Same, to: Some(region), likely: None }
    }
}

#[derive(Debug)]
pub(super) struct Step {
    old: Region,
    fate: Fate,
    new: Option<Region>,
    likely: Option<Region>,
}

/// The two steps 2019 → 2020 → 2023, each sorted by old code.
#[derive(Debug)]
pub(super) struct Crosswalk {
    steps: [Vec<Step>; 2],
}

impl Crosswalk {
    pub(super) fn load() -> Self {
        Self { steps: texts::CROSSWALKS.map(steps) }
    }
}

fn steps(text: &'static str) -> Vec<Step> {
    let mut steps: Vec<Step> = list::rows::<9>(text)
        .filter_map(|[old, _, _, _, fate, new, _, _, note]| {
            let likely = note.strip_prefix("likely town ").and_then(|rest| rest.get(..12)?.parse().ok());
            Some(Step { old: old.parse().ok()?, fate: Fate::from_code(fate)?, new: new.parse().ok(), likely })
        })
        .collect();
    steps.sort_unstable_by_key(|step| step.old);
    steps
}

impl Gazetteer {
    /// Follows a code from one edition to another, forwards or backwards. Counties and above stay as they are; so do codes
    /// the lists do not know. Backwards a merged township leads to none when several went into it.
    pub fn crosswalk(&self, region: Region, from: Edition, to: Edition) -> Crossing {
        let mut crossing = Crossing::same(region);
        let (mut at, goal) = (from.index(), to.index());
        while at != goal {
            let Some(region) = crossing.to else { break };
            let (step, next) =
                if at < goal { (self.forwards(at, region), at + 1) } else { (self.backwards(at - 1, region), at - 1) };
            let fate = crossing.fate.max(step.fate);
            crossing = Crossing { fate, ..step };
            at = next;
        }
        // A township that took in the vanished village may itself have moved on.
        if let (None, Some(likely)) = (crossing.to, crossing.likely) {
            crossing.likely = if at == goal { Some(likely) } else { self.crosswalk(likely, Edition::ALL[at], to).to };
        }
        crossing
    }

    fn forwards(&self, step: usize, region: Region) -> Crossing {
        let steps = &self.crosswalk.steps[step];
        match steps.binary_search_by_key(&region, |s| s.old) {
            Ok(at) => Crossing { fate: steps[at].fate, to: steps[at].new, likely: steps[at].likely },
            Err(_) => Crossing::same(region),
        }
    }

    fn backwards(&self, step: usize, region: Region) -> Crossing {
        let mut sources = self.crosswalk.steps[step].iter().filter(|s| s.new == Some(region));
        match (sources.next(), sources.next()) {
            (Some(only), None) => Crossing { fate: only.fate, to: Some(only.old), likely: None },
            (Some(first), Some(second)) => {
                let whole = [first, second].into_iter().find(|s| s.fate <= Fate::Recoded);
                Crossing { fate: Fate::Merged, to: whole.map(|s| s.old), likely: None }
            }
            (None, _) if self.crosswalk.knows(step, region) => Crossing { fate: Fate::Gone, to: None, likely: None },
            (None, _) => Crossing::same(region),
        }
    }
}

impl Crosswalk {
    /// Whether the lists cover the county of this region at all.
    fn knows(&self, step: usize, region: Region) -> bool {
        region.level() > super::Level::County && self.steps[step].iter().any(|s| s.old.county() == region.county())
    }
}
