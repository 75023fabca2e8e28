//! A vacancy as a text states it, as a vacancy of the ledger.

use super::Dictionary;
use crate::import::place_of_work;
use chrono::{Datelike, NaiveDate};
use domain::codes::{Board, Education, PayMode, PayUnit, Sex, VacancySource};
use domain::ids::VacancyId;
use domain::ledger::Phone;
use domain::money::Fen;
use domain::places::{Edition, Region};
use domain::vacancies::{Coding, Noted, Origin, Quarantine, Span, State, Vacancy, Weight};
use reading::occupations::{Hints, Learned, code};
use reading::posts::{Draft, Found, Gender, Unit, joined};
use reading::screening::{Finding, Severity, screen_words};

/// Title of a vacancy whose text names no job; a person fills it in.
const UNNAMED: &str = "?";

/// Where and when a text is read.
pub(super) struct Desk<'a> {
    pub(super) office: Region,
    pub(super) day: NaiveDate,
    pub(super) dictionary: &'a Dictionary,
}

impl Desk<'_> {
    /// The vacancy a draft states, with the words of each field and the findings about it.
    pub(super) fn vacancy(&self, id: VacancyId, text: &str, draft: &Draft, findings: &[Finding]) -> Vacancy {
        let right = |field, found: &Option<Found<String>>| {
            found.as_ref().map(|found| self.dictionary.right(field, &found.value))
        };
        let title = right("title", &draft.title).unwrap_or_else(|| UNNAMED.to_owned());
        let mut vacancy = Vacancy::new(id, self.office, title, State::Intake);
        vacancy.employer_name = right("employer_name", &draft.employer);
        vacancy.place = right("place", &draft.workplace);
        let six = draft.region.and_then(Region::from_six);
        vacancy.place_region = place_of_work(vacancy.place.as_deref(), six, self.office, Edition::at(self.day));
        seats(draft, &mut vacancy);
        pay(draft, &mut vacancy);
        vacancy.board = board(draft);
        vacancy.hours = joined(draft.schedule.iter().map(|found| found.value.as_str()));
        vacancy.insurance = joined(draft.insurance.iter().map(|found| found.value));
        vacancy.education = draft.education.as_ref().and_then(|found| education(found.value));
        vacancy.experience = draft.experience.as_ref().map(|found| found.value.code());
        vacancy.requirements = joined(publishable(draft));
        vacancy.contact_name = joined(draft.contacts.iter().map(|found| found.value.as_str()));
        vacancy.contact_phone = draft.phones.first().map(|found| Phone::new(found.value.as_str()));
        vacancy.valid_until = draft.deadline.as_ref().and_then(|found| last_day(&found.value, self.day));
        vacancy.quarantine = quarantine(draft);
        vacancy.posted_on = Some(self.day);
        vacancy.source = Some(VacancySource::Wechat);
        code_title(&mut vacancy, &self.dictionary.learned);
        vacancy.weight = Some(vacancy.effective_weight()).filter(|weight| *weight != Weight::Medium);
        vacancy.channel = Some(vacancy.effective_channel(self.office));
        let noted = findings.iter().map(|found| Noted {
            rule: found.flag.code().to_owned(),
            from: found.span.start,
            to: found.span.end,
        });
        vacancy.origin =
            Some(Origin { text: text.to_owned(), spans: spans(draft), noted: noted.collect(), ..Origin::default() });
        vacancy
    }
}

/// Reads the title as an occupation, at the level the evidence supports.
pub(crate) fn code_title(vacancy: &mut Vacancy, learned: &Learned) {
    let hints = Hints { duties: vacancy.requirements.as_deref(), learned: Some(learned) };
    let coded = code(&vacancy.title, &hints);
    let supported = coded.supported().filter(|_| vacancy.title != UNNAMED);
    vacancy.occupation = supported.map(|occupation| occupation.to_string());
    vacancy.coded = supported.map(|_| Coding { picked: false, level: coded.level, confidence: coded.confidence });
}

/// Conditions without those that may not be published; these stay in the text.
fn publishable(draft: &Draft) -> impl Iterator<Item = &str> {
    let words = draft.requirements.iter().map(|found| found.value.as_str());
    words.filter(|words| screen_words(words).iter().all(|found| found.flag.severity() != Severity::Block))
}

fn seats(draft: &Draft, vacancy: &mut Vacancy) {
    vacancy.headcount = draft.headcount.as_ref().map(|found| found.value);
    vacancy.headcount_open = draft.headcount_open();
}

fn pay(draft: &Draft, vacancy: &mut Vacancy) {
    let fen = |found: &Option<Found<f64>>| found.as_ref().map(|found| Fen((found.value * 100.0).round() as i64));
    (vacancy.pay_min, vacancy.pay_max) = (fen(&draft.wage_min), fen(&draft.wage_max));
    let unit = draft.wage_unit.as_ref().map(|found| found.value);
    vacancy.pay_negotiable = unit == Some(Unit::Negotiable);
    vacancy.pay_unit = unit.and_then(|unit| match unit {
        Unit::Month => Some(PayUnit::Month),
        Unit::Day => Some(PayUnit::Day),
        Unit::Hour => Some(PayUnit::Hour),
        Unit::Piece => Some(PayUnit::Piece),
        Unit::Year => Some(PayUnit::Year),
        Unit::Negotiable => None,
    });
    vacancy.pay_mode = (vacancy.pay_unit == Some(PayUnit::Piece)).then_some(PayMode::Piece);
}

fn board(draft: &Draft) -> Option<Board> {
    let said = |found: &Option<Found<bool>>| found.as_ref().map(|found| found.value);
    match (said(&draft.board), said(&draft.lodging)) {
        (Some(true), Some(true)) => Some(Board::Both),
        (Some(true), _) => Some(Board::Meals),
        (_, Some(true)) => Some(Board::Lodging),
        (Some(false), Some(false)) => Some(Board::None),
        _ => None,
    }
}

fn education(least: reading::posts::Education) -> Option<Education> {
    use reading::posts::Education as Read;
    match least {
        Read::Any => None,
        Read::Primary => Some(Education::Primary),
        Read::Junior => Some(Education::Junior),
        Read::Senior => Some(Education::Senior),
        Read::Vocational => Some(Education::Vocational),
        Read::College => Some(Education::College),
        Read::Bachelor => Some(Education::Bachelor),
    }
}

fn quarantine(draft: &Draft) -> Option<Quarantine> {
    let limits = Quarantine {
        age_min: draft.age_min.as_ref().map(|found| found.value),
        age_max: draft.age_max.as_ref().map(|found| found.value),
        sex: draft.gender.as_ref().and_then(|found| match found.value {
            Gender::Male => Some(Sex::Male),
            Gender::Female => Some(Sex::Female),
            Gender::Any => None,
        }),
    };
    (limits != Quarantine::default()).then_some(limits)
}

/// The last day a text names: in full, or month and day of the year in which they come next. 长期 and the like name none.
fn last_day(said: &str, day: NaiveDate) -> Option<NaiveDate> {
    if let Ok(date) = said.parse() {
        return Some(date);
    }
    let (month, date) = said.split_once('-')?;
    let (month, date) = (month.parse().ok()?, date.parse().ok()?);
    let in_year = |year| NaiveDate::from_ymd_opt(year, month, date);
    // A text passed on a few weeks late names a day that is gone, not one of the next year.
    in_year(day.year()).filter(|last| (day - *last).num_days() < 180).or_else(|| in_year(day.year() + 1))
}

fn spans(draft: &Draft) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut add = |field: &str, range: &std::ops::Range<usize>| {
        let span = Span { field: field.to_owned(), from: range.start, to: range.end };
        if !spans.contains(&span) && !range.is_empty() {
            spans.push(span);
        }
    };
    macro_rules! one {
        ($($field:ident $name:literal),*) => {$( if let Some(found) = &draft.$field { add($name, &found.span); } )*};
    }
    macro_rules! many {
        ($($field:ident $name:literal),*) => {$( for found in &draft.$field { add($name, &found.span); } )*};
    }
    one!(title "title", employer "employer_name", headcount_text "headcount", wage_text "pay_min", board "board");
    one!(lodging "board", workplace "place", education "education", experience "experience", deadline "valid_until");
    one!(age_min "age", age_max "age", gender "sex");
    many!(schedule "hours", insurance "insurance", contacts "contact_name", phones "contact_phone");
    many!(requirements "requirements");
    spans.sort_by_key(|span| (span.from, span.to));
    spans
}
