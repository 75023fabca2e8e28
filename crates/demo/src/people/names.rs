//! Names as people of the cohort bear them.

use crate::rng::Rng;
use domain::codes::Sex;
use std::sync::OnceLock;

struct Cohort {
    from: i32,
    one_char: f64,
    male: Vec<(char, u32)>,
    female: Vec<(char, u32)>,
}

struct Stock {
    surnames: Vec<(&'static str, u32)>,
    cohorts: Vec<Cohort>,
}

fn stock() -> &'static Stock {
    static STOCK: OnceLock<Stock> = OnceLock::new();
    STOCK.get_or_init(|| {
        let surnames = lines(include_str!("../../data/surnames.csv"))
            .map(|[surname, weight]| (surname, weight_of(weight, 10_000.0)))
            .collect();
        let mut cohorts: Vec<Cohort> = lines(include_str!("../../data/given_length.csv"))
            .map(|[cohort, share]| Cohort {
                from: cohort[..4].parse().expect("cohorts begin with a year"),
                one_char: share.parse().expect("shares are numbers"),
                male: Vec::new(),
                female: Vec::new(),
            })
            .collect();
        for [cohort, sex, sign, weight] in lines(include_str!("../../data/given_chars.csv")) {
            let from = cohort[..4].parse::<i32>().expect("cohorts begin with a year");
            let cohort = cohorts.iter_mut().find(|known| known.from == from).expect("cohorts have a length");
            let list = if sex == "M" { &mut cohort.male } else { &mut cohort.female };
            list.push((sign.chars().next().expect("a character"), weight_of(weight, 100.0)));
        }
        Stock { surnames, cohorts }
    })
}

fn lines<const N: usize>(csv: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    csv.lines().skip(1).filter(|line| !line.trim().is_empty()).map(|line| {
        let mut parts = line.trim_end().split(',');
        std::array::from_fn(|_| parts.next().expect("our own lists are whole"))
    })
}

fn weight_of(text: &str, scale: f64) -> u32 {
    (text.parse::<f64>().expect("weights are numbers") * scale) as u32
}

/// A surname by its frequency.
pub(crate) fn surname(rng: &mut Rng) -> &'static str {
    rng.weighted(&stock().surnames)
}

/// A given name for the sex and year of birth.
pub(crate) fn given(rng: &mut Rng, sex: Sex, born: i32) -> String {
    let cohorts = &stock().cohorts;
    let cohort = cohorts.iter().rev().find(|cohort| cohort.from <= born).unwrap_or(&cohorts[0]);
    let signs = if sex == Sex::Male { &cohort.male } else { &cohort.female };
    let first = rng.weighted(signs);
    if rng.chance(cohort.one_char) {
        return first.to_string();
    }
    [first, rng.weighted(signs)].iter().collect()
}
