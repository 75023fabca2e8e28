//! Training of the model: one linear support vector machine an occupation, one a small and one a middle group, each against all others.
//!
//! Dual coordinate descent for the squared hinge loss (Hsieh, Chang, Lin, Keerthi, Sundararajan 2008, "A dual coordinate descent method
//! for large-scale linear SVM"), in a fixed order of its own random numbers, so that the same samples give the same model.

use domain::codes::Occupation;

use super::clean::Title;
use super::model::{Feature, LEVELS, MAGIC, UNIT, features};

/// A title whose occupation (or group) is known.
#[derive(Clone, Debug)]
pub struct Sample<'a> {
    /// Title.
    pub title: &'a str,
    /// Its occupation or group.
    pub occupation: Occupation,
    /// How much an error on it costs; 1 is usual.
    pub weight: f32,
}

/// Weights smaller than this are left out: it halves the model again and again without making it worse.
const SMALLEST: f32 = 0.08;
/// Rounds over all samples at most, and the gap to optimality that is small enough.
const ROUNDS: usize = 60;
const GAP: f64 = 0.05;

/// A sample's features by number, with values.
type Row = Vec<(u32, f32)>;

/// Trains a model file on samples.
pub fn train(samples: &[Sample<'_>]) -> Vec<u8> {
    let titles: Vec<Vec<(Feature, f32)>> =
        samples.iter().map(|sample| features(&Title::new(sample.title).core)).collect();
    let mut names: Vec<Feature> = titles.iter().flatten().map(|&(feature, _)| feature).collect();
    names.sort_unstable();
    names.dedup();
    let number = |feature| names.binary_search(&feature).unwrap_or_default() as u32;
    let rows: Vec<Row> = titles.iter().map(|row| row.iter().map(|&(f, value)| (number(f), value)).collect()).collect();
    let cost: Vec<f32> = samples.iter().map(|sample| sample.weight).collect();
    let own: Vec<u32> = samples.iter().map(|sample| sample.occupation.number()).collect();
    let levels: Vec<Vec<u32>> = LEVELS.iter().map(|level| own.iter().map(|code| code / level).collect()).collect();
    let groups: Vec<Vec<u32>> = levels.iter().map(|labels| classes(labels)).collect();
    let mut intercepts = Vec::new();
    let mut weights: Vec<Vec<(u16, i8)>> = vec![Vec::new(); names.len()];
    let heads = groups.iter().zip(&levels).flat_map(|(codes, labels)| codes.iter().map(move |&code| (code, labels)));
    for (class, (code, labels)) in heads.enumerate() {
        let positive: Vec<bool> = labels.iter().map(|&label| label == code).collect();
        let solved = machine(&rows, &positive, &cost, names.len());
        let Some((intercept, solved)) = solved.split_last() else { continue };
        intercepts.push(*intercept);
        for (feature, &weight) in solved.iter().enumerate().filter(|(_, weight)| weight.abs() > SMALLEST) {
            weights[feature].push((class as u16, (weight * UNIT).round().clamp(-127.0, 127.0) as i8));
        }
    }
    write(&names, &groups, &intercepts, &weights)
}

fn classes(labels: &[u32]) -> Vec<u32> {
    let mut classes = labels.to_vec();
    classes.sort_unstable();
    classes.dedup();
    classes
}

/// Weights of the features, then the intercept (the weight of a feature that is always 1).
fn machine(rows: &[Row], positive: &[bool], cost: &[f32], features: usize) -> Vec<f32> {
    let mut weight = vec![0.0_f64; features + 1];
    let mut alpha = vec![0.0_f64; rows.len()];
    let mut order: Vec<u32> = (0..rows.len() as u32).collect();
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    for _ in 0..ROUNDS {
        shuffle(&mut order, &mut random);
        let mut worst = 0.0_f64;
        for &sample in &order {
            let sample = sample as usize;
            let (row, sign) = (&rows[sample], if positive[sample] { 1.0 } else { -1.0 });
            let softness = 0.5 / f64::from(cost[sample]);
            let reach: f64 = row.iter().map(|&(f, value)| weight[f as usize] * f64::from(value)).sum();
            let slope = sign * (reach + weight[features]) - 1.0 + softness * alpha[sample];
            let projected = if alpha[sample] == 0.0 { slope.min(0.0) } else { slope };
            worst = worst.max(projected.abs());
            if projected.abs() > 1e-9 {
                // The squares of a row add up to one, the intercept adds one.
                let new = (alpha[sample] - slope / (2.0 + softness)).max(0.0);
                let step = sign * (new - alpha[sample]);
                alpha[sample] = new;
                row.iter().for_each(|&(f, value)| weight[f as usize] += step * f64::from(value));
                weight[features] += step;
            }
        }
        if worst < GAP {
            break;
        }
    }
    weight.into_iter().map(|weight| weight as f32).collect()
}

fn shuffle(order: &mut [u32], random: &mut u64) {
    for last in (1..order.len()).rev() {
        *random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(last, ((*random >> 33) % (last as u64 + 1)) as usize);
    }
}

fn write(names: &[Feature], groups: &[Vec<u32>], intercepts: &[f32], weights: &[Vec<(u16, i8)>]) -> Vec<u8> {
    let kept: Vec<usize> = (0..names.len()).filter(|&feature| !weights[feature].is_empty()).collect();
    let all = || kept.iter().flat_map(|&feature| &weights[feature]);
    let mut out = MAGIC.to_vec();
    let mut put = |number: u32| out.extend(number.to_le_bytes());
    let sizes = groups.iter().map(Vec::len);
    [kept.len(), all().count()].into_iter().chain(sizes).for_each(|size| put(size as u32));
    kept.iter().for_each(|&feature| [names[feature].0, names[feature].1].into_iter().for_each(&mut put));
    let mut start = 0;
    put(start);
    for &feature in &kept {
        start += weights[feature].len() as u32;
        put(start);
    }
    groups.iter().flatten().copied().for_each(&mut put);
    intercepts.iter().for_each(|intercept| out.extend(intercept.to_le_bytes()));
    all().for_each(|(class, _)| out.extend(class.to_le_bytes()));
    out.extend(all().map(|&(_, weight)| weight as u8));
    out
}
