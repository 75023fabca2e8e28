//! The linear model: a score for each occupation from the characters of a title and their pairs.
//!
//! File, little-endian: `QIAOOC02`; number of features, of weights, of occupations, of small groups, of middle groups, five `u32`; each feature two
//! `u32` code points, ascending (a single character has 0 first); where each feature's weights begin, `u32`, one more at the end; codes of the
//! occupations, small groups, middle groups, `u32`; their intercepts, `f32`; the weights' classes `u16`, counted through all three; the
//! weights `i8` in units of 1/[`UNIT`].

use std::ops::Range;
use std::sync::OnceLock;

use domain::codes::Occupation;

/// Weights are kept in this part of one.
pub(super) const UNIT: f32 = 40.0;
/// What the codes of occupations, small and middle groups are divided by to have only the digits of that level.
pub(super) const LEVELS: [u32; 3] = [1, 100, 10_000];
/// How much the scores of an occupation, of its small and of its middle group count.
const SHARE: [f32; 3] = [1.0, 0.3, 0.3];
pub(super) const MAGIC: &[u8; 8] = b"QIAOOC02";

/// A pair of neighbouring characters, or 0 and a single one.
pub(super) type Feature = (u32, u32);

/// A trained model.
pub struct Model {
    features: Vec<Feature>,
    start: Vec<u32>,
    occupations: Vec<Occupation>,
    /// Class of each occupation's small group, then of its middle group.
    groups: Vec<[u16; 2]>,
    intercept: Vec<f32>,
    class: Vec<u16>,
    weight: Vec<i8>,
}

/// The model compiled into the program.
pub fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| {
        Model::from_bytes(include_bytes!("../../data/occupations/model.bin")).expect("the compiled-in model is whole")
    })
}

impl Model {
    /// Reads a model file; `None` if it is no whole one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = Bytes(bytes.strip_prefix(MAGIC)?);
        let sizes: Vec<usize> = rest.numbers(5)?.into_iter().map(|size| size as usize).collect();
        let [features, weights, occupations, small, middle] = sizes[..] else { return None };
        let pairs = rest.numbers(2 * features)?;
        let start = rest.numbers(features + 1)?;
        let codes = rest.numbers(occupations + small + middle)?;
        let class_of = |range: Range<usize>, code: u32| {
            codes.get(range.clone())?.binary_search(&code).ok().and_then(|at| u16::try_from(range.start + at).ok())
        };
        let groups_of = |&code: &u32| {
            let small = class_of(occupations..occupations + small, code / LEVELS[1])?;
            Some([small, class_of(codes.len() - middle..codes.len(), code / LEVELS[2])?])
        };
        let model = Self {
            features: pairs.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect(),
            start,
            groups: codes[..occupations].iter().map(groups_of).collect::<Option<_>>()?,
            occupations: codes[..occupations].iter().copied().map(Occupation::new).collect::<Option<_>>()?,
            intercept: rest.numbers(codes.len())?.into_iter().map(f32::from_bits).collect(),
            class: rest.take(2 * weights)?.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect(),
            weight: rest.take(weights)?.iter().map(|&byte| byte as i8).collect(),
        };
        let sound = model.start.is_sorted()
            && model.start.last().is_some_and(|&end| end as usize == weights)
            && model.class.iter().all(|&class| usize::from(class) < model.intercept.len());
        (sound && rest.0.is_empty()).then_some(model)
    }

    /// The best occupations for a cleaned title with their scores, the best first; none for an empty title.
    pub fn rank(&self, title: &str, most: usize) -> Vec<(Occupation, f32)> {
        if title.is_empty() {
            return Vec::new();
        }
        let mut scores = self.intercept.clone();
        for (feature, value) in features(title) {
            let Ok(at) = self.features.binary_search(&feature) else { continue };
            let range = self.start[at] as usize..self.start[at + 1] as usize;
            for (&class, &weight) in self.class[range.clone()].iter().zip(&self.weight[range]) {
                scores[usize::from(class)] += value * f32::from(weight) / UNIT;
            }
        }
        let whole = |(own, &[small, middle]): (usize, &[u16; 2])| {
            let heads = [own, small.into(), middle.into()];
            heads.into_iter().zip(SHARE).map(|(class, share)| share * scores[class]).sum::<f32>()
        };
        let whole = self.groups.iter().enumerate().map(whole);
        let mut ranked: Vec<(Occupation, f32)> = self.occupations.iter().copied().zip(whole).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.truncate(most);
        ranked
    }
}

/// The features of a cleaned title with their values: 1 + ln(count), scaled so that the squares add up to one.
pub(super) fn features(title: &str) -> Vec<(Feature, f32)> {
    let characters: Vec<u32> = std::iter::once('^').chain(title.chars()).chain(['$']).map(u32::from).collect();
    let pairs = characters.windows(2).map(|pair| (pair[0], pair[1]));
    let mut found: Vec<Feature> = characters.iter().map(|&c| (0, c)).chain(pairs).collect();
    found.sort_unstable();
    let mut counted: Vec<(Feature, f32)> = Vec::with_capacity(found.len());
    for feature in found {
        match counted.last_mut() {
            Some((last, count)) if *last == feature => *count += 1.0,
            _ => counted.push((feature, 1.0)),
        }
    }
    counted.iter_mut().for_each(|(_, value)| *value = 1.0 + value.ln());
    let length = counted.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
    counted.iter_mut().for_each(|(_, value)| *value /= length);
    counted
}

struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn numbers(&mut self, count: usize) -> Option<Vec<u32>> {
        let bytes = self.take(count.checked_mul(4)?)?;
        Some(bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect())
    }
}
