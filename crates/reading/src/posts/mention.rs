//! What the rules found where.

use std::ops::Range;

use super::draft::{Education, Experience, Gender, Unit};

/// A thing a text says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Fact {
    /// Seats; `None` where the words name no number.
    Headcount {
        number: Option<u32>,
        manner: Manner,
    },
    Wage(Wage),
    Age {
        least: Option<u32>,
        most: Option<u32>,
    },
    Gender(Option<Gender>),
    Education(Education),
    Experience(Experience),
    Board(bool),
    Lodging(bool),
    Insurance(&'static str),
    Schedule(String),
    Phone(String),
    Contact(String),
    Deadline(String),
    Place,
    Employer(String),
    Requirement(String),
    /// Read and of no field: dates, distances, allowances.
    Nothing,
}

/// Whom a head count covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// The job beside it.
    Own,
    /// Each of several jobs 各.
    Each,
    /// Several jobs together 合计.
    Total,
}

/// A wage as stated.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Wage {
    pub(crate) least: Option<f64>,
    pub(crate) most: Option<f64>,
    pub(crate) unit: Unit,
    /// 1 monthly total, 2 rate, 3 base, 4 probation and side figures, 5 no figure: the smallest counts.
    pub(crate) rank: u8,
}

/// A fact and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mention {
    pub(crate) at: Range<usize>,
    pub(crate) fact: Fact,
}

/// All mentions of a text, and which bytes are used up.
#[derive(Debug)]
pub(crate) struct Mentions {
    list: Vec<Mention>,
    taken: Vec<bool>,
}

impl Mentions {
    pub(crate) fn new(length: usize) -> Self {
        Self { list: Vec::new(), taken: vec![false; length] }
    }

    /// Notes a fact and uses its bytes up.
    pub(crate) fn add(&mut self, at: Range<usize>, fact: Fact) {
        self.taken[at.clone()].fill(true);
        self.list.push(Mention { at, fact });
    }

    /// Notes a fact whose words may mean something else as well.
    pub(crate) fn note(&mut self, at: Range<usize>, fact: Fact) {
        self.list.push(Mention { at, fact });
    }

    /// Whether any byte of the range is used up.
    pub(crate) fn taken(&self, at: &Range<usize>) -> bool {
        self.taken[at.clone()].contains(&true)
    }

    pub(crate) fn is_taken(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or(false)
    }

    pub(crate) fn sort(&mut self) {
        self.list.sort_by_key(|mention| (mention.at.start, std::cmp::Reverse(mention.at.end)));
    }

    pub(crate) fn list(&self) -> &[Mention] {
        &self.list
    }
}

impl Mentions {
    /// Notes a fact unless a mention already covers the place with the same fact.
    pub(crate) fn note_once(&mut self, at: Range<usize>, fact: Fact) {
        let same = |m: &Mention| m.fact == fact && m.at.start <= at.start && at.end <= m.at.end;
        let clash = |m: &Mention| matches!(m.fact, Fact::Schedule(_)) && m.at.start < at.end && at.start < m.at.end;
        if !self.list.iter().any(|m| same(m) || clash(m)) {
            self.note(at, fact);
        }
    }
}
