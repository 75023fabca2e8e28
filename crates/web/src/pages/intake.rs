//! Recruitment texts: paste or hand in, look each through beside its words, make the calls, open.
//!
//! What is pasted is taken in at once as vacancies that wait; nothing is offered to anybody before a person opens it.

use askama::Template;
use axum::extract::{Multipart, Path, State};
use domain::codes::{Board, Education, PayUnit};
use domain::ids::{CommandId, VacancyId};
use domain::vacancies::State as Stands;
use office::Found;
use office::posts::{Call, PostPage, Question, Review, Side, TakenPost, Waiting};

use super::Answer;
use crate::AppState;
use crate::error::Failure;
use crate::form::{Form, bad, stale};
use crate::frame::Frame;
use crate::session::Reader;

#[derive(Template)]
#[template(path = "intake.html")]
struct Start {
    f: Frame,
    v: Waiting,
    left_out: Vec<TakenPost>,
}

/// `GET /intake`: the box to paste into, and the texts that wait.
pub(crate) async fn start(State(state): State<AppState>, f: Frame, reader: Reader) -> Answer {
    let v = state.office.intake(&reader.scope).await?;
    super::show(&Start { f, v, left_out: Vec::new() })
}

/// `POST /intake`: takes texts in and goes to the first; texts that offer no work are shown with the list.
pub(crate) async fn take(State(state): State<AppState>, f: Frame, reader: Reader, mut parts: Multipart) -> Answer {
    let (mut token, mut id, mut texts, mut file) = (String::new(), String::new(), Vec::new(), String::new());
    while let Some(part) = parts.next_field().await.map_err(|error| Failure::from_status(error.status()))? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(|error| Failure::from_status(error.status()))?;
        match name.as_str() {
            "token" => token = String::from_utf8_lossy(&bytes).into_owned(),
            "id" => id = String::from_utf8_lossy(&bytes).into_owned(),
            "text" => texts.extend(office::posts::texts_of("", &bytes)?),
            "file" if !bytes.is_empty() => {
                texts.extend(office::posts::texts_of(&file_name, &bytes)?);
                file = file_name;
            }
            _ => {}
        }
    }
    if token != reader.token {
        return Err(stale());
    }
    let id: CommandId = id.parse().map_err(|_| bad())?;
    let file = if file.is_empty() { f.t("intake-pasted") } else { file };
    let taken = state.office.take_posts(&reader.scope, id, &file, texts).await?;
    let left_out: Vec<TakenPost> = taken.posts.iter().filter(|post| post.vacancies.is_empty()).cloned().collect();
    if !left_out.is_empty() {
        let v = state.office.intake(&reader.scope).await?;
        return super::show(&Start { f, v, left_out });
    }
    let single = taken.posts.len() == 1;
    let first = taken.posts.iter().find_map(|post| post.vacancies.first()).filter(|_| single);
    super::go(&first.map_or_else(|| "/intake".to_owned(), |id| format!("/intake/{id}")))
}

/// `POST /intake/clean`: opens every vacancy in which nothing was found.
pub(crate) async fn open_clean(State(state): State<AppState>, reader: Reader, form: Form) -> Answer {
    state.office.open_clean(&reader.scope, form.id()?).await?;
    super::go("/intake")
}

#[derive(Template)]
#[template(path = "intake_post.html")]
struct One {
    f: Frame,
    v: PostPage,
}

/// `GET /intake/{vacancy}`: one text with its words marked, beside it a card for each vacancy.
pub(crate) async fn post(State(state): State<AppState>, f: Frame, reader: Reader, Path(id): Path<String>) -> Answer {
    let id: VacancyId = id.parse().map_err(|_| Failure::NotFound)?;
    let v = state.office.intake_post(&reader.scope, id).await?.ok_or(Failure::NotFound)?;
    super::show(&One { f, v })
}

/// Fields of the card, in its order.
const FIELDS: [&str; 17] = [
    "employer_name",
    "title",
    "occupation",
    "headcount",
    "pay_min",
    "pay_max",
    "pay_unit",
    "board",
    "hours",
    "place",
    "education",
    "experience",
    "requirements",
    "insurance",
    "contact_name",
    "contact_phone",
    "valid_until",
];

/// `POST /intake/{vacancy}`: fields put right, findings settled, opened or rejected. Goes on to the next text when this one is done.
pub(crate) async fn review(
    State(state): State<AppState>,
    reader: Reader,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    let id: VacancyId = id.parse().map_err(|_| Failure::NotFound)?;
    let given = FIELDS.into_iter().filter(|field| form.all(field).next().is_some());
    let fields = given.map(|field| (field.to_owned(), form.get(field).to_owned())).collect();
    let settled = office::posts::rules().filter(|rule| !form.get(&format!("settled-{rule}")).is_empty());
    let settled = settled.map(|rule| (rule.to_owned(), form.get(&format!("settled-{rule}")).to_owned())).collect();
    let state_then = match form.get("do") {
        "open" => Some(Stands::Open),
        "reject" => Some(Stands::Rejected),
        _ => None,
    };
    let reason = Some(form.get("reason").to_owned()).filter(|reason| !reason.is_empty());
    let review = Review { seen: form.read("seen")?, fields, settled, state: state_then, reason };
    state.office.review_vacancy(&reader.scope, form.id()?, id, review).await?;
    let page = state.office.intake_post(&reader.scope, id).await?;
    let done = page.as_ref().is_none_or(|page| !page.sides.iter().any(Side::waits));
    let next = page.and_then(|page| page.next).filter(|_| done && state_then.is_some());
    super::go(&match next {
        Some(next) => format!("/intake/{next}"),
        None if done && state_then.is_some() => "/intake".to_owned(),
        None => format!("/intake/{id}"),
    })
}

#[derive(Template)]
#[template(path = "calls.html")]
struct Calls {
    f: Frame,
    v: Vec<Call>,
}

/// `GET /intake/calls`: whom to call and what to ask, to copy or print.
pub(crate) async fn calls(State(state): State<AppState>, f: Frame, reader: Reader) -> Answer {
    let v = state.office.calls(&reader.scope).await?;
    super::show(&Calls { f, v })
}

impl One {
    /// Whether an occupation is the one the vacancy has.
    fn is_own(&self, side: &Side, occupation: &domain::codes::Occupation) -> bool {
        side.vacancy.occupation.as_deref() == Some(occupation.to_string().as_str())
    }

    /// The text above its cards: how far it has been looked through.
    fn waits(&self) -> usize {
        self.v.sides.iter().filter(|side| side.waits()).count()
    }

    /// The card that Enter opens: the first that waits and has nothing to look at.
    fn ready(&self, side: &Side) -> bool {
        let first = self.v.sides.iter().find(|side| side.waits() && side.clean());
        first.is_some_and(|first| first.vacancy.id == side.vacancy.id)
    }

    fn units(&self, side: &Side) -> Vec<(&'static str, bool)> {
        let now = side.vacancy.pay_unit.unwrap_or(PayUnit::Month);
        PayUnit::ALL.iter().map(|unit| (unit.code(), *unit == now)).collect()
    }

    fn boards(&self, side: &Side) -> Vec<(&'static str, bool)> {
        Board::ALL.iter().map(|board| (board.code(), side.vacancy.board == Some(*board))).collect()
    }

    fn educations(&self, side: &Side) -> Vec<(&'static str, &'static str, bool)> {
        let chosen = |education: &Education| side.vacancy.education == Some(*education);
        Education::ALL.iter().map(|one| (one.code(), one.label(), chosen(one))).collect()
    }

    fn yuan(&self, pay: &Option<domain::money::Fen>) -> String {
        let plain = |fen: &domain::money::Fen| {
            if fen.0 % 100 == 0 { fen.whole_yuan().to_string() } else { format!("{:.2}", fen.0 as f64 / 100.0) }
        };
        pay.as_ref().map(plain).unwrap_or_default()
    }
}

impl Frame {
    /// Tag of a finding by how grave it is.
    pub(crate) fn grave(&self, found: &Found) -> askama::filters::Safe<String> {
        if found.blocks() {
            self.tag("bad", "x", "intake-blocks")
        } else if found.matters() {
            self.tag("warn", "warn", "intake-look")
        } else {
            self.tag("", "info", "intake-note")
        }
    }

    /// Law behind a finding, with pay and floor where these are the reason.
    pub(crate) fn law(&self, found: &Found) -> String {
        let law = self.t(&format!("{}-law", found.flag.key()));
        match &found.shortfall {
            Some(short) => {
                self.join(&[self.of2("intake-shortfall", short.paid.whole_yuan(), short.floor.whole_yuan()), law])
            }
            None => law,
        }
    }

    /// What to write or do instead.
    pub(crate) fn instead(&self, found: &Found) -> String {
        self.t(&format!("{}-say", found.flag.key()))
    }

    /// A question with the words it is about.
    pub(crate) fn question(&self, question: &Question) -> String {
        let text = self.t(&question.key);
        if question.quote.is_empty() { text } else { self.words_before(&question.quote, &text) }
    }

    fn words_before(&self, quote: &str, text: &str) -> String {
        self.words().format(
            "intake-quoted",
            &[("quote", words::Arg::Text(quote.to_owned())), ("text", words::Arg::Text(text.to_owned()))],
        )
    }

    /// A field's mark: the numbers of its places, and who put it right.
    pub(crate) fn places(&self, side: &Side, field: &str) -> askama::filters::Safe<String> {
        let mut html = String::new();
        for number in side.numbers_of(field) {
            html.push_str(&format!(r#" <span class="ref">{number}</span>"#));
        }
        if side.corrected(field) {
            html.push(' ');
            html.push_str(&self.tag("ok", "edit", "intake-corrected").0);
        } else if side.second(field) {
            html.push(' ');
            html.push_str(&self.tag("warn", "warn", "intake-second").0);
        }
        askama::filters::Safe(html)
    }
}
