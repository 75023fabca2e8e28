//! The result workbook of a bridge run: summary, one sheet a township, uncovered households with reasons, and the list of calls to make.
//!
//! The rows are plain data that the caller has already put into the reader's language and masked as the reader's rights ask; headings
//! come from `printing.ftl`.

mod findings;

use crate::PrintError;
use crate::workbook::{Cell, Column, Kind, Rows, Setup, Sheet, Workbook};
use domain::money::Fen;
use std::path::Path;
use words::Words;

/// All that the workbook says.
#[derive(Debug, Clone, Default)]
pub struct BridgeReport {
    /// Title of every sheet: county and day.
    pub title: String,
    /// Figures: what is counted, how many.
    pub summary: Vec<(String, Cell<'static>)>,
    /// Proposals by township.
    pub townships: Vec<TownshipSheet>,
    /// Zero-employment households without a proposal.
    pub uncovered: Vec<UncoveredRow>,
    /// Households that have too few seats between them, and these seats.
    pub shortages: Vec<ShortageRow>,
    /// The fewest extra posts, and households that none covers.
    pub posts: Vec<PostRow>,
    /// What simpler orders would have come to, and the run itself.
    pub practice: Vec<PracticeRow>,
    /// Calls to make, grouped by village: a new printed page begins where the village changes.
    pub calls: Vec<CallRow>,
}

/// The proposals of one township.
#[derive(Debug, Clone, Default)]
pub struct TownshipSheet {
    /// Name of the township; becomes the name of the sheet.
    pub name: String,
    /// Its proposals.
    pub rows: Vec<ProposalRow>,
}

/// One proposal.
#[derive(Debug, Clone, Default)]
pub struct ProposalRow {
    /// Village or community.
    pub village: String,
    /// Number of the household.
    pub household_no: String,
    /// Head of the household.
    pub head: String,
    /// Whom to place.
    pub person: String,
    /// Full years.
    pub age: Option<u32>,
    /// Phone.
    pub phone: String,
    /// Proposed post.
    pub post: String,
    /// Employer.
    pub employer: String,
    /// Place of work.
    pub place: String,
    /// Least pay a month.
    pub pay_min: Option<Fen>,
    /// Highest pay a month.
    pub pay_max: Option<Fen>,
    /// Outside, local or public-welfare, in words.
    pub channel: String,
    /// "yes" in words where it covers a zero-employment household, else empty.
    pub covers: String,
    /// Score, 0..=10000.
    pub score: u32,
    /// Reasons for.
    pub reasons: String,
    /// Reason against.
    pub against: String,
    /// Why the coverage of the household stands.
    pub proof: String,
}

/// One zero-employment household without a proposal.
#[derive(Debug, Clone, Default)]
pub struct UncoveredRow {
    /// Township.
    pub township: String,
    /// Village or community.
    pub village: String,
    /// Number of the household.
    pub household_no: String,
    /// Head of the household.
    pub head: String,
    /// Members with labour capacity.
    pub members: String,
    /// Phone.
    pub phone: String,
    /// Class of the reason, in words.
    pub class: String,
    /// The reason in words.
    pub reason: String,
}

/// A household or a vacancy of a shortage.
#[derive(Debug, Clone, Default)]
pub struct ShortageRow {
    /// Number of the shortage.
    pub number: u32,
    /// The shortage in a sentence.
    pub says: String,
    /// Household or vacancy, in words.
    pub part: String,
    /// Where: village of the household, place of work of the vacancy.
    pub place: String,
    /// Head of the household, or title of the vacancy.
    pub name: String,
    /// Whether the household has a proposal, or the employer of the vacancy.
    pub note: String,
    /// Seats of a vacancy.
    pub seats: Option<u32>,
}

/// One extra post and the household it covers.
#[derive(Debug, Clone, Default)]
pub struct PostRow {
    /// Bank of the placement order, in words.
    pub channel: String,
    /// Kind of post, in words.
    pub kind: String,
    /// Where.
    pub place: String,
    /// Vacancy and employer, where more seats are needed.
    pub vacancy: String,
    /// Village of the household.
    pub village: String,
    /// Head of the household.
    pub head: String,
    /// Households covered up to here; empty where none is.
    pub upto: Option<u32>,
    /// Why no post covers it.
    pub note: String,
}

/// What an order comes to.
#[derive(Debug, Clone, Default)]
pub struct PracticeRow {
    /// The order, in words.
    pub order: String,
    /// Zero-employment households with somebody placed.
    pub covered: u32,
    /// Of these by a public-welfare post.
    pub by_welfare: u32,
    /// Persons placed.
    pub placed: u32,
    /// Sum of the scores.
    pub score: u64,
}

/// One call to make.
#[derive(Debug, Clone, Default)]
pub struct CallRow {
    /// Township.
    pub township: String,
    /// Village or community.
    pub village: String,
    /// Whom to call.
    pub person: String,
    /// Phone.
    pub phone: String,
    /// Head of the household, to ask for the person when the phone is shared.
    pub head: String,
    /// Proposed post, employer and place.
    pub post: String,
    /// What to say.
    pub say: String,
}

/// Writes the workbook.
pub fn save(report: &BridgeReport, words: &Words, setup: Setup, path: &Path) -> Result<(), PrintError> {
    build(report, words, setup)?.save(path)
}

/// The workbook as bytes, for a download.
pub fn to_bytes(report: &BridgeReport, words: &Words, setup: Setup) -> Result<Vec<u8>, PrintError> {
    build(report, words, setup)?.to_bytes()
}

fn build(report: &BridgeReport, words: &Words, setup: Setup) -> Result<Workbook, PrintError> {
    let mut book = Workbook::new(setup)?;
    summary(&mut book, report, words)?;
    uncovered(&mut book, report, words)?;
    findings::add(&mut book, report, words)?;
    calls(&mut book, report, words)?;
    for township in &report.townships {
        proposals(&mut book, &report.title, township, words)?;
    }
    Ok(book)
}

fn columns(words: &Words, columns: &[(&str, Kind, f64)]) -> Vec<Column> {
    columns.iter().map(|&(key, kind, width)| Column::new(kind, words.text(key), width)).collect()
}

fn summary(book: &mut Workbook, report: &BridgeReport, words: &Words) -> Result<(), PrintError> {
    let sheet = Sheet::new(words.text("printing-sheet-summary")).title(&report.title).columns(columns(
        words,
        &[("printing-head-item", Kind::Text, 46.0), ("printing-head-figure", Kind::Int, 24.0)],
    ));
    let mut page = book.sheet(&sheet)?;
    for (label, value) in &report.summary {
        page.row(&[Cell::from(label), value.clone()])?;
    }
    page.finish()
}

fn uncovered(book: &mut Workbook, report: &BridgeReport, words: &Words) -> Result<(), PrintError> {
    let sheet = Sheet::new(words.text("printing-sheet-uncovered")).title(&report.title).columns(columns(
        words,
        &[
            ("printing-head-township", Kind::Text, 14.0),
            ("printing-head-village", Kind::Text, 16.0),
            ("printing-head-household-no", Kind::Ident, 18.0),
            ("printing-head-head", Kind::Text, 10.0),
            ("printing-head-members", Kind::Text, 20.0),
            ("printing-head-phone", Kind::Ident, 13.0),
            ("printing-head-class", Kind::Text, 18.0),
            ("printing-head-reason", Kind::LongText, 60.0),
        ],
    ));
    let mut page = book.sheet(&sheet)?;
    for row in &report.uncovered {
        page.row(&[
            Cell::from(&row.township),
            Cell::from(&row.village),
            Cell::from(&row.household_no),
            Cell::from(&row.head),
            Cell::from(&row.members),
            Cell::from(&row.phone),
            Cell::from(&row.class),
            Cell::from(&row.reason),
        ])?;
    }
    page.finish()
}

fn calls(book: &mut Workbook, report: &BridgeReport, words: &Words) -> Result<(), PrintError> {
    let sheet = Sheet::new(words.text("printing-sheet-calls")).title(&report.title).columns(columns(
        words,
        &[
            ("printing-head-township", Kind::Text, 14.0),
            ("printing-head-village", Kind::Text, 16.0),
            ("printing-head-call", Kind::Text, 10.0),
            ("printing-head-phone", Kind::Ident, 13.0),
            ("printing-head-head", Kind::Text, 10.0),
            ("printing-head-post", Kind::LongText, 34.0),
            ("printing-head-say", Kind::LongText, 60.0),
            ("printing-head-answer", Kind::Text, 16.0),
        ],
    ));
    let mut page = book.sheet(&sheet)?;
    let mut last: Option<&CallRow> = None;
    for row in &report.calls {
        if last.is_some_and(|last| (&last.township, &last.village) != (&row.township, &row.village)) {
            page.page_break();
        }
        last = Some(row);
        page.row(&[
            Cell::from(&row.township),
            Cell::from(&row.village),
            Cell::from(&row.person),
            Cell::from(&row.phone),
            Cell::from(&row.head),
            Cell::from(&row.post),
            Cell::from(&row.say),
            Cell::Empty,
        ])?;
    }
    page.finish()
}

fn proposals(book: &mut Workbook, title: &str, township: &TownshipSheet, words: &Words) -> Result<(), PrintError> {
    let sheet = Sheet::new(&township.name).title(format!("{title} {}", township.name)).columns(columns(
        words,
        &[
            ("printing-head-village", Kind::Text, 16.0),
            ("printing-head-household-no", Kind::Ident, 18.0),
            ("printing-head-head", Kind::Text, 10.0),
            ("printing-head-person", Kind::Text, 10.0),
            ("printing-head-age", Kind::Int, 6.0),
            ("printing-head-phone", Kind::Ident, 13.0),
            ("printing-head-post", Kind::Text, 18.0),
            ("printing-head-employer", Kind::Text, 28.0),
            ("printing-head-place", Kind::Text, 20.0),
            ("printing-head-pay-min", Kind::Money, 9.0),
            ("printing-head-pay-max", Kind::Money, 9.0),
            ("printing-head-channel", Kind::Text, 10.0),
            ("printing-head-covers", Kind::Text, 8.0),
            ("printing-head-score", Kind::Int, 8.0),
            ("printing-head-reasons", Kind::LongText, 50.0),
            ("printing-head-against", Kind::LongText, 30.0),
            ("printing-head-proof", Kind::LongText, 50.0),
        ],
    ));
    let mut page = book.sheet(&sheet)?;
    for row in &township.rows {
        page.row(&proposal(row))?;
    }
    page.finish()
}

fn proposal(row: &ProposalRow) -> [Cell<'_>; 17] {
    [
        Cell::from(&row.village),
        Cell::from(&row.household_no),
        Cell::from(&row.head),
        Cell::from(&row.person),
        Cell::from(row.age),
        Cell::from(&row.phone),
        Cell::from(&row.post),
        Cell::from(&row.employer),
        Cell::from(&row.place),
        Cell::from(row.pay_min),
        Cell::from(row.pay_max),
        Cell::from(&row.channel),
        Cell::from(&row.covers),
        Cell::from(row.score),
        Cell::from(&row.reasons),
        Cell::from(&row.against),
        Cell::from(&row.proof),
    ]
}
