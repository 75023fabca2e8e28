//! The county as its offices filed it: several files of different kinds and shapes, none of them tidy.

mod book;
mod filing;
mod plans;
mod posts;
mod roster;
mod sites;
mod spelling;
mod spells;

use crate::error::DemoError;
use crate::model::County;
use crate::truth::Truth;
use filing::Filing;
use std::path::{Path, PathBuf};

/// What was written.
#[derive(Debug, Clone)]
pub struct Written {
    /// The files, in the order an office would take them in: persons first, then spells, wishes, sites and vacancies.
    pub files: Vec<PathBuf>,
    /// The figures, also written beside the files as `truth.json`.
    pub truth: Truth,
}

/// One file in the making: its name, and what writes it.
type Job<'a> = (String, Box<dyn Fn(&Path) -> Result<Truth, DemoError> + Send + Sync + 'a>);

/// Writes the workbooks of a county into a folder, which is made if it is missing. The same county gives the same bytes.
///
/// # Errors
/// When a file cannot be written.
pub fn write(county: &County, folder: &Path) -> Result<Written, DemoError> {
    std::fs::create_dir_all(folder)?;
    let mut truth = Truth::of(county);
    let filing = Filing::of(county, &mut truth);
    let jobs = jobs(&filing);
    let paths: Vec<PathBuf> =
        jobs.iter().enumerate().map(|(at, (name, _))| folder.join(format!("{:02}_{name}", at + 1))).collect();
    for part in run(&jobs, &paths) {
        truth.add(&part?);
    }
    let json = serde_json::to_string_pretty(&truth).map_err(std::io::Error::from)?;
    std::fs::write(folder.join("truth.json"), json)?;
    Ok(Written { files: paths, truth })
}

/// All files, the large ones first within each kind.
fn jobs<'a>(filing: &'a Filing<'a>) -> Vec<Job<'a>> {
    let county = filing.county;
    let day = county.plan.as_of.format("%Y%m%d");
    let mut jobs: Vec<Job<'a>> = vec![(
        format!("{}农村劳动力花名册（分乡镇）_{day}.xlsx", county.name),
        Box::new(|path| roster::by_township(filing, path)),
    )];
    for at in filing.townships(filing::Shape::OwnBook) {
        let name = format!("{}贫困劳动力就业台账.xlsx", county.townships[at].name);
        jobs.push((name, Box::new(move |path| roster::own_book(filing, at, path))));
    }
    for at in filing.townships(filing::Shape::Table) {
        let name = format!("{}劳动力信息导出.csv", county.townships[at].name);
        jobs.push((name, Box::new(move |path| roster::table(filing, at, path))));
    }
    jobs.push((
        format!("{}务工月监测已外出务工信息_{day}.csv", county.name),
        Box::new(|path| spells::write(filing, path)),
    ));
    jobs.push((format!("{}计划外出务工信息.xlsx", county.name), Box::new(|path| plans::write(filing, path))));
    jobs.push((format!("{}易地扶贫搬迁安置点台账.xlsx", county.name), Box::new(|path| sites::write(filing, path))));
    jobs.push((format!("{}人社局岗位信息汇总表.xlsx", county.name), Box::new(|path| posts::book(filing, path))));
    jobs.push((format!("{}电话微信收集岗位.csv", county.name), Box::new(|path| posts::table(filing, path))));
    jobs.push((format!("{}公益性岗位开发计划.xlsx", county.name), Box::new(|path| posts::welfare(filing, path))));
    jobs
}

/// Writes the files on all processors; the results come back in order.
fn run(jobs: &[Job<'_>], paths: &[PathBuf]) -> Vec<Result<Truth, DemoError>> {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(jobs.len()).min(8);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some((_, job)) = jobs.get(at) else { return done };
            done.push((at, job(&paths[at])));
        }
    };
    let mut done: Vec<_> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        handles.into_iter().flat_map(|handle| handle.join().expect("writers do not panic")).collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
