//! The texts that wait for a person: which there are, what one says and what screening finds, and looking it through.

use super::questions::{Call, Question, questions};
use crate::error::OfficeError;
use crate::queries::vacancies::{VacancyRow, row};
use crate::screening::{Found, Others, findings};
use crate::{Office, ids};
use chrono::NaiveDate;
use domain::access::Scope;
use domain::codes::Occupation;
use domain::door::{Command, Envelope, Receipt};
use domain::error::Refusal;
use domain::ids::{CommandId, VacancyId};
use domain::vacancies::{Origin, State, Vacancy};
use reading::occupations::{Hints, code};
use reading::screening::{Flag, Floor, Severity, minimum_wage};
use std::collections::BTreeSet;
use store::Stored;

/// Characters of a text shown in the list.
const HEAD: usize = 60;

/// The texts with vacancies that wait.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The day.
    pub day: NaiveDate,
    /// One row a text, the oldest first.
    pub posts: Vec<Opened>,
    /// Vacancies that wait.
    pub vacancies: u32,
    /// Of these: nothing found and nothing missing, so that they can be opened together.
    pub clean: Vec<VacancyId>,
}

/// A text in the list.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its first vacancy that waits: the address of its page.
    pub id: VacancyId,
    /// Its first words.
    pub head: String,
    /// Vacancies of it that wait.
    pub waiting: u32,
    /// Findings that block.
    pub blocks: u32,
    /// Findings to look at.
    pub warns: u32,
    /// Day it was taken in.
    pub taken_on: Option<NaiveDate>,
}

/// One text with its vacancies.
#[derive(Debug, Clone)]
pub struct PostPage {
    /// The day.
    pub day: NaiveDate,
    /// The text in pieces.
    pub pieces: Vec<Piece>,
    /// Its vacancies, in the order of the text.
    pub sides: Vec<Side>,
    /// The next text that waits.
    pub next: Option<VacancyId>,
    /// Texts that wait, this one among them.
    pub waiting: u32,
}

/// A piece of a text, marked by what it was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Something was read from them.
    pub read: bool,
    /// Found by a rule that blocks, or kept apart: not published.
    pub struck: bool,
    /// Number of the place that ends here.
    pub number: Option<u32>,
}

/// A vacancy beside its text.
#[derive(Debug, Clone)]
pub struct Side {
    /// The vacancy.
    pub vacancy: Vacancy,
    /// What lists show of it.
    pub row: VacancyRow,
    /// Its version, for changes.
    pub version: i64,
    /// What screening finds.
    pub findings: Vec<Found>,
    /// The minimum wage at its place, where the table has one.
    pub floor: Option<Floor>,
    /// The occupation its title was read as, and others that could be meant.
    pub occupations: Vec<Occupation>,
    /// What is still to be asked.
    pub questions: Vec<Question>,
    /// Fields with the numbers of their places in the text.
    pub numbers: Vec<(String, u32)>,
}

/// What somebody says who looks a vacancy through. Values are as typed; fields that are not named stay.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// Version of the vacancy that was seen.
    pub seen: i64,
    /// Field and value.
    pub fields: Vec<(String, String)>,
    /// Findings settled: code of the rule, and what was found out.
    pub settled: Vec<(String, String)>,
    /// Where it stands then.
    pub state: Option<State>,
    /// Why; needed for a rejection.
    pub reason: Option<String>,
}

/// Vacancies opened together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cleared {
    /// Opened.
    pub opened: u32,
    /// Left to be looked at.
    pub left: u32,
}

impl Side {
    /// It waits for a person.
    pub fn waits(&self) -> bool {
        self.vacancy.state == State::Intake
    }

    /// Nothing was found that somebody must look at, and it has a title, a wage or the word that it is agreed, and a phone.
    pub fn clean(&self) -> bool {
        clean(&self.vacancy, &self.findings)
    }

    /// Numbers of the places a field was read from.
    pub fn numbers_of(&self, field: &str) -> Vec<u32> {
        self.numbers.iter().filter(|(name, _)| name == field).map(|(_, number)| *number).collect()
    }

    /// A person has put this field right.
    pub fn corrected(&self, field: &str) -> bool {
        self.vacancy.origin.as_ref().is_some_and(|origin| origin.corrected.contains(field))
    }

    /// Only the second reader found this field.
    pub fn second(&self, field: &str) -> bool {
        self.vacancy
            .origin
            .as_ref()
            .is_some_and(|origin| origin.second.contains(field) && !origin.corrected.contains(field))
    }
}

fn clean(vacancy: &Vacancy, findings: &[Found]) -> bool {
    let paid = vacancy.pay_min.is_some() || vacancy.pay_max.is_some() || vacancy.pay_negotiable;
    let second = vacancy.origin.as_ref().is_some_and(|origin| !origin.second.is_subset(&origin.corrected));
    !findings.iter().any(Found::matters)
        && vacancy.title.chars().any(char::is_alphabetic)
        && paid
        && vacancy.contact_phone.is_some()
        && !second
}

/// The vacancies of an office that came from texts, with what is found in each.
struct Desk {
    all: Vec<Stored<Vacancy>>,
    others: Others,
    employers: std::collections::HashMap<domain::ids::EmployerId, domain::vacancies::Employer>,
    day: NaiveDate,
}

impl Desk {
    fn findings(&self, vacancy: &Vacancy) -> Vec<Found> {
        let employer = vacancy.employer.and_then(|id| self.employers.get(&id));
        findings(vacancy, employer, &self.others, self.day)
    }

    fn waiting(&self) -> impl Iterator<Item = (&Vacancy, &Origin)> {
        let waits = self.all.iter().map(|stored| &stored.record).filter(|vacancy| vacancy.state == State::Intake);
        waits.filter_map(|vacancy| Some((vacancy, vacancy.origin.as_ref()?)))
    }

    fn posts(&self) -> Vec<Opened> {
        let mut posts: Vec<(&str, Opened)> = Vec::new();
        for (vacancy, origin) in self.waiting() {
            let found = self.findings(vacancy);
            let at = posts.iter().position(|(text, _)| *text == origin.text).unwrap_or_else(|| {
                let head = origin.text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(HEAD).collect();
                let (id, taken_on) = (vacancy.id, vacancy.posted_on);
                posts.push((&origin.text, Opened { id, head, waiting: 0, blocks: 0, warns: 0, taken_on }));
                posts.len() - 1
            });
            let post = &mut posts[at].1;
            let blocks = found.iter().filter(|found| found.blocks()).count() as u32;
            post.waiting += 1;
            post.blocks += blocks;
            post.warns += found.iter().filter(|found| found.matters()).count() as u32 - blocks;
        }
        posts.into_iter().map(|(_, post)| post).collect()
    }

    fn clean(&self) -> Vec<VacancyId> {
        let clean = |(vacancy, _): &(&Vacancy, &Origin)| clean(vacancy, &self.findings(vacancy));
        self.waiting().filter(clean).map(|(vacancy, _)| vacancy.id).collect()
    }
}

impl Office {
    async fn desk(&self, scope: &Scope) -> Result<Desk, OfficeError> {
        let filter = store::VacancyFilter::default();
        let mut all = self.store().read().vacancy_list(scope.area(), &filter, store::Page::first(u32::MAX)).await?.rows;
        all.sort_by_key(|stored| stored.record.id);
        let records: Vec<Vacancy> = all.iter().map(|stored| stored.record.clone()).collect();
        let employers = self.employers_of(scope, records.iter()).await?;
        Ok(Desk { others: Others::of(&records), all, employers, day: self.today() })
    }

    /// The texts that wait for a person.
    pub async fn intake(&self, scope: &Scope) -> Result<Waiting, OfficeError> {
        let desk = self.desk(scope).await?;
        let (posts, clean) = (desk.posts(), desk.clean());
        Ok(Waiting { day: desk.day, vacancies: posts.iter().map(|post| post.waiting).sum(), posts, clean })
    }

    /// The text a vacancy was read from, with all its vacancies; `None` for one that was read from no text.
    pub async fn intake_post(&self, scope: &Scope, id: VacancyId) -> Result<Option<PostPage>, OfficeError> {
        let desk = self.desk(scope).await?;
        let Some(stored) = desk.all.iter().find(|stored| stored.record.id == id) else { return Ok(None) };
        let Some(origin) = &stored.record.origin else { return Ok(None) };
        let same = |stored: &&Stored<Vacancy>| stored.record.origin.as_ref().is_some_and(|o| o.text == origin.text);
        let mut sides: Vec<Side> = desk.all.iter().filter(same).map(|stored| side(&desk, scope, stored)).collect();
        let marks = Marks::of(sides.iter().map(|side| &side.vacancy));
        sides.iter_mut().for_each(|side| side.numbers = marks.numbers(&side.vacancy));
        let pieces = marks.cut(&origin.text);
        let posts = desk.posts();
        let here = |post: &&Opened| sides.iter().any(|side| side.vacancy.id == post.id);
        let next = posts.iter().find(|post| !here(post)).map(|post| post.id);
        Ok(Some(PostPage { day: desk.day, pieces, sides, next, waiting: posts.len() as u32 }))
    }

    /// Looks a vacancy through: fields put right, findings settled, opened or rejected, all in one.
    ///
    /// # Errors
    /// Q-1004 for a value that cannot be read, Q-1006 without a reason, Q-1201 when something still stands against opening it.
    pub async fn review_vacancy(
        &self,
        scope: &Scope,
        command: CommandId,
        id: VacancyId,
        review: Review,
    ) -> Result<Receipt, OfficeError> {
        let stored = self.store().read().vacancy(scope.area(), id).await?;
        let missing = || Refusal::new(1002).with("record", domain::say::Arg::Key("record-vacancy".into()));
        let vacancy = stored.ok_or_else(missing)?.record;
        let edit = super::typed::edit(&vacancy, review.seen, &review.fields, self.today())?;
        if let Some((rule, _)) = review.settled.iter().find(|(rule, _)| Flag::from_code(rule).is_none()) {
            return Err(Refusal::new(2023).with("found", rule.as_str()).into());
        }
        let command_body =
            Command::ReviewVacancy { id, edit, settled: review.settled, state: review.state, reason: review.reason };
        self.submit(scope, Envelope { id: command, command: command_body }).await
    }

    /// Opens every vacancy that waits and in which nothing was found.
    pub async fn open_clean(&self, scope: &Scope, command: CommandId) -> Result<Cleared, OfficeError> {
        let waiting = self.intake(scope).await?;
        let opened = waiting.clean.len() as u32;
        if opened > 0 {
            let body = Command::SetVacancyState { ids: waiting.clean, state: State::Open };
            self.submit(scope, Envelope { id: command, command: body }).await?;
        }
        Ok(Cleared { opened, left: waiting.vacancies - opened })
    }

    /// The calls to make: vacancies that wait and of which something is still to be asked.
    pub async fn calls(&self, scope: &Scope) -> Result<Vec<Call>, OfficeError> {
        let desk = self.desk(scope).await?;
        let call = |(vacancy, _): (&Vacancy, &Origin)| Call {
            id: vacancy.id,
            title: vacancy.title.clone(),
            employer: vacancy.employer_name.clone(),
            contact: vacancy.contact_name.clone(),
            phone: vacancy.contact_phone.as_ref().map(|phone| phone.as_str().to_owned()),
            questions: questions(vacancy, &desk.findings(vacancy)),
        };
        Ok(desk.waiting().map(call).filter(|call| !call.questions.is_empty()).collect())
    }

    /// A fresh id for a command made here.
    pub fn fresh_command() -> CommandId {
        CommandId(ids::fresh())
    }
}

fn side(desk: &Desk, scope: &Scope, stored: &Stored<Vacancy>) -> Side {
    let vacancy = stored.record.clone();
    let findings = desk.findings(&vacancy);
    let top = code(&vacancy.title, &Hints { duties: vacancy.requirements.as_deref(), learned: None }).top;
    let own: Option<Occupation> = vacancy.occupation.as_ref().and_then(|code| code.parse().ok());
    let mut occupations: Vec<Occupation> = own.into_iter().chain(top).collect();
    let mut seen = BTreeSet::new();
    occupations.retain(|occupation| seen.insert(*occupation));
    Side {
        row: row(&vacancy, scope.region().county_region(), 0),
        version: stored.version,
        floor: minimum_wage(vacancy.place_region.unwrap_or(vacancy.region), desk.day),
        questions: questions(&vacancy, &findings),
        numbers: Vec::new(),
        occupations,
        findings,
        vacancy,
    }
}

/// The text of a vacancy in pieces, marked by what was read for it.
pub(crate) fn pieces_of(vacancy: &Vacancy) -> Vec<Piece> {
    let marks = Marks::of(std::iter::once(vacancy));
    vacancy.origin.as_ref().map(|origin| marks.cut(&origin.text)).unwrap_or_default()
}

/// Where something was read or found in a text.
struct Marks {
    read: Vec<(usize, usize)>,
    struck: Vec<(usize, usize)>,
}

impl Marks {
    fn of<'a>(vacancies: impl Iterator<Item = &'a Vacancy>) -> Self {
        let (mut read, mut struck) = (Vec::new(), Vec::new());
        for origin in vacancies.filter_map(|vacancy| vacancy.origin.as_ref()) {
            for span in &origin.spans {
                let apart = matches!(span.field.as_str(), "age" | "sex");
                if apart { &mut struck } else { &mut read }.push((span.from, span.to));
            }
            let blocks = |rule: &str| Flag::from_code(rule).is_some_and(|flag| flag.severity() == Severity::Block);
            let noted = origin.noted.iter().filter(|noted| noted.from < noted.to && blocks(&noted.rule));
            struck.extend(noted.map(|noted| (noted.from, noted.to)));
        }
        read.sort_unstable();
        read.dedup();
        Self { read, struck }
    }

    /// Numbers of the places that the fields of a vacancy were read from.
    fn numbers(&self, vacancy: &Vacancy) -> Vec<(String, u32)> {
        let spans = vacancy.origin.iter().flat_map(|origin| &origin.spans);
        let numbered = spans.filter_map(|span| {
            let at = self.read.binary_search(&(span.from, span.to)).ok()?;
            Some((span.field.clone(), at as u32 + 1))
        });
        numbered.collect()
    }

    /// Cuts the text at every place, in order.
    fn cut(&self, text: &str) -> Vec<Piece> {
        let places = || self.read.iter().chain(&self.struck);
        let mut cuts: BTreeSet<usize> = places().flat_map(|(from, to)| [*from, *to]).collect();
        cuts.extend([0, text.len()]);
        let cuts: Vec<usize> = cuts.into_iter().filter(|at| text.is_char_boundary(*at)).collect();
        let holds = |places: &[(usize, usize)], pair: &[usize]| {
            places.iter().any(|place| place.0 <= pair[0] && pair[1] <= place.1)
        };
        let piece = |pair: &[usize]| Piece {
            text: text[pair[0]..pair[1]].to_owned(),
            read: holds(&self.read, pair),
            struck: holds(&self.struck, pair),
            number: self.read.iter().position(|place| place.1 == pair[1]).map(|at| at as u32 + 1),
        };
        cuts.windows(2).map(piece).collect()
    }
}
