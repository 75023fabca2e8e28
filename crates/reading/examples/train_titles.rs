//! Trains the model of job titles: `train_titles [--cross]`, from the crate's `data/occupations` (see the README there).
//!
//! `--cross` measures instead: five times, each on the fifth of the titles left out of the training.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::codes::{Occupation, occupations};
use reading::occupations::{Model, Sample, code_with, train};

/// What an error on an alias costs beside one on a real title: aliases are many and clean, titles few and messy.
const ALIAS: f32 = 0.35;

type Title = (String, Occupation, Vec<Occupation>);
/// A title and the set it comes from.
type Sourced = (&'static str, Title);

#[allow(clippy::print_stdout, reason = "it reports to whoever runs it")]
fn main() -> std::io::Result<()> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/occupations");
    let sets = ["online", "rural", "posts"].map(|name| (name, data.join(format!("training/{name}.csv"))));
    let mut titles = Vec::new();
    for (name, path) in sets {
        titles.extend(read(path)?.into_iter().map(|title| (name, title)));
    }
    if std::env::args().any(|argument| argument == "--cross") {
        return measure(&titles);
    }
    let model = train(&samples(titles.iter()));
    println!("{} bytes", model.len());
    std::fs::write(data.join("model.bin"), model)
}

fn samples<'a>(titles: impl Iterator<Item = &'a Sourced>) -> Vec<Sample<'a>> {
    let named = occupations().iter().flat_map(|entry| {
        let own = Some(entry.name).filter(|_| entry.level == 4);
        own.into_iter().chain(entry.aliases()).map(|title| Sample {
            title,
            occupation: entry.occupation,
            weight: ALIAS,
        })
    });
    let real = titles.map(|(_, (title, occupation, _))| Sample { title, occupation: *occupation, weight: 1.0 });
    named.chain(real).collect()
}

/// Titles with their code and further codes that are right as well.
fn read(path: PathBuf) -> std::io::Result<Vec<Title>> {
    let text = std::fs::read(path)?;
    let mut table = csv::Reader::from_reader(&*text);
    let head = table.headers()?.clone();
    let also = head.iter().position(|name| name == "also_accept");
    let mut titles = Vec::new();
    for record in table.records() {
        let record = record?;
        let Ok(code) = record[1].parse() else { continue };
        let also = also.map_or("", |column| &record[column]).split('|').filter_map(|code| code.parse().ok()).collect();
        titles.push((record[0].to_owned(), code, also));
    }
    Ok(titles)
}

#[allow(clippy::print_stdout, reason = "it reports to whoever runs it")]
fn measure(titles: &[Sourced]) -> std::io::Result<()> {
    let mut marks: BTreeMap<(&str, u8), [usize; 4]> = BTreeMap::new();
    for fold in 0..5 {
        let (inside, outside): (Vec<&Sourced>, Vec<&Sourced>) =
            titles.iter().partition(|(_, title)| hash(&title.0) % 5 == fold);
        let bytes = train(&samples(outside.into_iter()));
        let model = Model::from_bytes(&bytes).ok_or_else(|| std::io::Error::other("no model"))?;
        inside.into_iter().for_each(|(name, title)| mark(&mut marks, name, title, &model));
    }
    for ((name, confidence), [all, exact, middle, top]) in marks {
        let share = |n: usize| 100.0 * n as f64 / all as f64;
        let band = if confidence == ALL { "all".into() } else { format!("confidence {confidence}0+") };
        println!(
            "{name:7} {band:15} {all:5} exact {:5.1} middle {:5.1} top3 {:5.1}",
            share(exact),
            share(middle),
            share(top)
        );
    }
    Ok(())
}

/// The line of a set that counts all its titles.
const ALL: u8 = u8::MAX;

fn mark<'a>(marks: &mut BTreeMap<(&'a str, u8), [usize; 4]>, name: &'a str, title: &Title, model: &Model) {
    let (text, right, also) = title;
    let coded = code_with(model, text, &Default::default());
    let good = |code: &Occupation| code == right || also.contains(code);
    let group = |code: Occupation| code.number() / 10_000;
    let exact = coded.best().is_some_and(|best| good(&best));
    let middle = coded.best().is_some_and(|best| group(best) == group(*right));
    for band in [ALL, coded.confidence / 10] {
        let counts = marks.entry((name, band)).or_default();
        [true, exact, middle, coded.top.iter().any(good)]
            .into_iter()
            .zip(counts)
            .for_each(|(one, count)| *count += usize::from(one));
    }
}

/// Spreads titles over the fifths whatever their order (FNV-1a).
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}
