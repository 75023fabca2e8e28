//! The main job on synthetic people in real places: make messy workbooks, take them in, screen, run the bridge, write the result, serve.

use super::{bridge, import, open_on, serve};
use crate::cli::Demo;
use crate::say::{Failure, Say};
use domain::access::{Role, Scope};
use domain::bridge::Figures;
use domain::error::Refusal;
use domain::facts::BatchCounts;
use domain::ids::CommandId;
use domain::places::Region;
use office::accounts::NewAccount;
use office::clock::FixedDay;
use office::ids::fresh;
use office::import::{Choices, Reading};
use office::{Office, Place};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

/// What the demo found, for `--json`. Everything but `seconds` is the same on every run.
#[derive(serde::Serialize)]
struct Summary {
    county: String,
    day: chrono::NaiveDate,
    files: Vec<FileSummary>,
    persons: u32,
    spells: u32,
    vacancies_rejected: u32,
    #[serde(flatten)]
    figures: bridge::Report,
    seconds: BTreeMap<&'static str, f64>,
}

#[derive(serde::Serialize)]
struct FileSummary {
    file: String,
    #[serde(flatten)]
    counts: BatchCounts,
}

pub(super) async fn run(args: Demo, say: &Say) -> Result<ExitCode, Failure> {
    let story = Story { say: Say::new(say.words), quiet: args.json };
    let data = prepare(&args.out)?;
    let mut seconds = BTreeMap::new();

    let started = Instant::now();
    let plan =
        demo::Plan { county: args.county, households: args.households, seed: args.seed, ..demo::Plan::default() };
    let folders = write_workbooks(&plan, &args.out, &story)?;
    seconds.insert("workbooks", started.elapsed().as_secs_f64());

    let office = open_on(Place::Directory(data), Arc::new(FixedDay(plan.as_of))).await?;
    office.settle(args.county).await?;
    let scope = Office::command_line(Role::Clerk, args.county);

    let started = Instant::now();
    let files = take_in(&office, &scope, &folders, &story).await?;
    seconds.insert("import", started.elapsed().as_secs_f64());

    let screened = office.screen_all(&scope).await?;
    story.line("demo-screened", &[("open", screened.opened.into()), ("rejected", screened.rejected.into())]);

    let started = Instant::now();
    let figures = build_bridge(&office, &scope, &plan, &args.out, &story).await?;
    seconds.insert("bridge", started.elapsed().as_secs_f64());

    if args.json {
        let sizes = office.sizes().await?;
        let summary = Summary {
            county: args.county.to_string(),
            day: plan.as_of,
            files,
            persons: sizes.persons,
            spells: sizes.spells,
            vacancies_rejected: screened.rejected,
            figures: bridge::Report::of(&figures),
            seconds,
        };
        say.out(&serde_json::to_string_pretty(&summary).unwrap_or_default());
    }
    if args.no_serve {
        return Ok(ExitCode::SUCCESS);
    }
    let once = first_login(&office, args.county).await?;
    serve::pages(office, &args.listen, say, Some(format!("/login/once?token={once}"))).await
}

/// Opens a clerk's account for whoever runs the demo, and a link that logs them in once. The password is random and told to nobody.
async fn first_login(office: &Office, county: Region) -> Result<String, Failure> {
    let keeper = Office::command_line(Role::Keeper, county);
    let account = NewAccount { login: "demo".to_owned(), name: "demo".to_owned(), role: Role::Clerk, area: county };
    let (id, password) = (CommandId(fresh()), office::accounts::random_password());
    office.open_account(&keeper, id, account, &password).await?;
    Ok(office.log_in_link("demo").await?)
}

/// The story told on the way; nothing when JSON was asked for.
struct Story {
    say: Say,
    quiet: bool,
}

impl Story {
    fn line(&self, key: &'static str, args: &[(&'static str, domain::say::Arg)]) {
        if !self.quiet {
            self.say.line(key, args);
        }
    }

    fn bar(&self, key: &'static str, steps: u64) -> indicatif::ProgressBar {
        if self.quiet { indicatif::ProgressBar::hidden() } else { self.say.progress(key, steps) }
    }
}

/// The data directory under the output folder. A demo always starts afresh: the data of an earlier demo is removed, anything else in
/// the way is refused.
fn prepare(out: &Path) -> Result<PathBuf, Failure> {
    let data = out.join("qiao-data");
    if data.exists() {
        if !out.join(MARK).exists() {
            return Err(Refusal::new(4009).with("folder", out.display().to_string()).into());
        }
        std::fs::remove_dir_all(&data).map_err(|error| Failure::file(&data, &error))?;
    }
    std::fs::create_dir_all(out).map_err(|error| Failure::file(out, &error))?;
    std::fs::write(out.join(MARK), b"").map_err(|error| Failure::file(out, &error))?;
    Ok(data)
}

/// File that marks a folder as one of ours.
const MARK: &str = ".qiao-demo";

/// The workbooks of one county.
struct Folder {
    county: Region,
    files: Vec<PathBuf>,
}

/// Writes the workbooks of a county, or of all counties of a city, each into a folder of its own.
fn write_workbooks(plan: &demo::Plan, out: &Path, story: &Story) -> Result<Vec<Folder>, Failure> {
    let top = out.join("workbooks");
    if top.exists() {
        std::fs::remove_dir_all(&top).map_err(|error| Failure::file(&top, &error))?;
    }
    std::fs::create_dir_all(&top).map_err(|error| Failure::file(&top, &error))?;
    let plans = plan.counties();
    let mut folders = Vec::with_capacity(plans.len());
    for own in &plans {
        let county = demo::generate(own).map_err(|error| failed(&error, story))?;
        let name = format!("{}{}", own.county.prefix(), county.name);
        let folder = if own.county == plan.county { top.clone() } else { top.join(name) };
        let files = demo::write(&county, &folder).map_err(|error| failed(&error, story))?.files;
        folders.push(Folder { county: own.county, files });
    }
    let n: usize = folders.iter().map(|folder| folder.files.len()).sum();
    let args = [("n", n.into()), ("folder", top.display().to_string().into()), ("region", plan.county.into())];
    story.line("demo-workbooks", &args);
    Ok(folders)
}

fn failed(error: &demo::DemoError, story: &Story) -> Failure {
    let found = words::render(&error.message(), story.say.words.lang());
    Refusal::new(4012).with("found", found).into()
}

/// Takes the workbooks in, those of each county for that county.
async fn take_in(
    office: &Office,
    scope: &Scope,
    folders: &[Folder],
    story: &Story,
) -> Result<Vec<FileSummary>, Failure> {
    let files: Vec<(Region, &PathBuf)> =
        folders.iter().flat_map(|folder| folder.files.iter().map(|file| (folder.county, file))).collect();
    let bar = story.bar("demo-importing", files.len() as u64);
    let begin = |at: usize| -> Result<Option<(Scope, Reading)>, Failure> {
        let Some((county, file)) = files.get(at) else { return Ok(None) };
        let scope = import::narrowed(scope, *county)?;
        Ok(Some((scope, office.start_reading(&scope, import::upload(file)?, &Choices::default()))))
    };
    let mut taken = Vec::new();
    let (mut next, mut at) = (begin(0)?, 0);
    while let Some((scope, reading)) = next {
        bar.inc(1);
        at += 1;
        // The next file is read while this one is written.
        next = begin(at)?;
        let preview = match office.look_through(&scope, reading).await {
            Ok(preview) => preview,
            Err(error) => {
                story.say.refused(files[at - 1].1, &error.refusal());
                continue;
            }
        };
        taken.push(FileSummary { file: preview.file.clone(), counts: preview.counts });
        office.commit(&scope, preview).await?;
    }
    bar.finish_and_clear();
    for summary in &taken {
        let counts = summary.counts;
        let args = [
            ("file", summary.file.as_str().into()),
            ("new", counts.new.into()),
            ("changed", counts.changed.into()),
            ("same", counts.same.into()),
            ("faulty", counts.faulty.into()),
        ];
        story.line("cli-import-counts", &args);
    }
    Ok(taken)
}

async fn build_bridge(
    office: &Office,
    scope: &Scope,
    plan: &demo::Plan,
    out: &Path,
    story: &Story,
) -> Result<Figures, Failure> {
    let bar = story.bar("cli-bridge-running", office::bridge::STEPS);
    let ran = office.run_bridge(scope, plan.as_of, &|_| bar.inc(1)).await?;
    bar.finish_and_clear();
    let file = out.join("result.xlsx");
    let book = office.result_workbook(scope, ran.run, story.say.words).await?;
    std::fs::write(&file, book).map_err(|error| Failure::file(&file, &error))?;
    if !story.quiet {
        bridge::show(&ran.figures, &story.say);
        story.line("demo-result", &[("file", file.display().to_string().into())]);
    }
    Ok(ran.figures)
}
