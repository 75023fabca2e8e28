//! Taking texts in: each vacancy they offer becomes one of the ledger that waits for a person. A batch like any import, so that it is
//! listed and taken back as one.

use super::Dictionary;
use super::draft::Desk;
use crate::digest::sha256_hex;
use crate::error::OfficeError;
use crate::{Office, ids};
use domain::access::Scope;
use domain::door::{Command, Envelope};
use domain::error::Refusal;
use domain::facts::{BatchCounts, Change, Record};
use domain::ids::{BatchId, CommandId, EmployerId, VacancyId};
use domain::places::Region;
use domain::vacancies::Vacancy;
use reading::posts::{Post, Supplemented};
use serde_json::Value;
use std::collections::HashMap;

/// Most texts taken in at once.
const MOST: usize = 2_000;

/// Questions that may stay unanswered before the second reader is left alone.
const PATIENT: u32 = 3;

/// What some texts came to.
#[derive(Debug, Clone)]
pub struct Taken {
    /// Number of the batch, for undo; `None` when there was nothing new.
    pub batch: Option<BatchId>,
    /// Vacancies new and known, texts that offer none.
    pub counts: BatchCounts,
    /// The texts, in their order.
    pub posts: Vec<TakenPost>,
    /// Texts that the second reader was asked about in vain.
    pub unanswered: u32,
}

/// One text.
#[derive(Debug, Clone)]
pub struct TakenPost {
    /// The text.
    pub text: String,
    /// Its vacancies; none when it offers no work.
    pub vacancies: Vec<VacancyId>,
    /// It had been taken in before.
    pub known: bool,
}

/// The texts of a file: one JSON object with `text` a line (`.jsonl`), else a paste.
///
/// # Errors
/// Q-2020 for bytes that are no text, Q-4013 with the first line that is no such object.
pub fn texts_of(name: &str, bytes: &[u8]) -> Result<Vec<String>, OfficeError> {
    let text = reading::posts::decode(bytes).ok_or_else(|| Refusal::new(2020).with("file", name))?;
    if !name.to_lowercase().ends_with(".jsonl") {
        return Ok(reading::posts::texts(&text));
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let one = |(at, line): (usize, &str)| {
        let post: Option<Value> = serde_json::from_str(line.trim_start_matches('\u{FEFF}')).ok();
        let text = post.as_ref().and_then(|post| post["text"].as_str()).map(str::to_owned);
        text.ok_or_else(|| Refusal::new(4013).with("line", (at + 1).to_string()).into())
    };
    lines.map(one).collect()
}

impl Office {
    /// Takes texts in. A text that the office has had before adds nothing; the same command twice does nothing more.
    ///
    /// # Errors
    /// Q-2021 without any text, Q-2022 with too many at once.
    pub async fn take_posts(
        &self,
        scope: &Scope,
        id: CommandId,
        file: &str,
        texts: Vec<String>,
    ) -> Result<Taken, OfficeError> {
        if texts.is_empty() {
            return Err(Refusal::new(2021).into());
        }
        if texts.len() > MOST {
            return Err(Refusal::new(2022).with("found", texts.len()).with("most", MOST).into());
        }
        let mut all = self.all_vacancies(scope).await?;
        all.sort_by_key(|vacancy| vacancy.id);
        let sha256 = sha256_hex(texts.join("\n").as_bytes());
        let (posts, mut vacancies, unanswered) = self.draft_posts(scope, &all, texts).await?;
        self.link_employers(scope, &mut vacancies).await?;
        let known = |known: bool| posts.iter().filter(move |post| post.known == known);
        let counts = BatchCounts {
            new: vacancies.len() as u32,
            same: known(true).map(|post| post.vacancies.len() as u32).sum(),
            faulty: known(false).filter(|post| post.vacancies.is_empty()).count() as u32,
            ..BatchCounts::default()
        };
        if vacancies.is_empty() {
            return Ok(Taken { batch: None, counts, posts, unanswered });
        }
        let batch = BatchId(ids::fresh());
        let changes = vacancies.into_iter().map(|vacancy| Change::new(Record::Vacancy(vacancy))).collect();
        let (file, as_of) = (file.to_owned(), self.today());
        let command =
            Command::ImportSheet { batch, file, sha256, as_of, counts, changes, corrections: Default::default() };
        self.submit(scope, Envelope { id, command }).await?;
        Ok(Taken { batch: Some(batch), counts, posts, unanswered })
    }

    async fn draft_posts(
        &self,
        scope: &Scope,
        all: &[Vacancy],
        texts: Vec<String>,
    ) -> Result<(Vec<TakenPost>, Vec<Vacancy>, u32), OfficeError> {
        let mut had: HashMap<String, Vec<VacancyId>> = HashMap::new();
        for vacancy in all {
            if let Some(origin) = &vacancy.origin {
                had.entry(origin.text.clone()).or_default().push(vacancy.id);
            }
        }
        let dictionary = Dictionary::of(all);
        let home = scope.region();
        let office = Region::from_six(home.county()).unwrap_or(home);
        let desk = Desk { office, day: self.today(), dictionary: &dictionary };
        let (mut posts, mut made, mut unanswered) = (Vec::new(), Vec::new(), 0);
        for text in texts {
            if let Some(vacancies) = had.get(&text) {
                posts.push(TakenPost { text, vacancies: vacancies.clone(), known: true });
                continue;
            }
            let read = reading::posts::read(&text, Some(home));
            let Supplemented { post, added } = self.second_look(&text, read, home, &mut unanswered).await;
            let findings = reading::screening::screen_each(&text, &post);
            let drafts = post.vacancies.iter().zip(&findings).zip(&added);
            let vacancies = drafts.map(|((draft, findings), added)| {
                let mut vacancy = desk.vacancy(VacancyId(ids::fresh()), &text, draft, findings);
                if let Some(origin) = &mut vacancy.origin {
                    origin.second = added.iter().map(|field| field_of(field).to_owned()).collect();
                }
                vacancy
            });
            let vacancies: Vec<Vacancy> = vacancies.collect();
            let its: Vec<VacancyId> = vacancies.iter().map(|vacancy| vacancy.id).collect();
            had.insert(text.clone(), its.clone());
            posts.push(TakenPost { text, vacancies: its, known: false });
            made.extend(vacancies);
        }
        Ok((posts, made, unanswered))
    }

    /// What the second reader adds to a text that offers work, where there is one. After some silence it is not asked any more.
    async fn second_look(&self, text: &str, post: Post, home: Region, unanswered: &mut u32) -> Supplemented {
        let silent = |post: Post| Supplemented { added: vec![Vec::new(); post.vacancies.len()], post };
        let Some(reader) = self.second.as_ref().filter(|_| !post.vacancies.is_empty() && *unanswered < PATIENT) else {
            return silent(post);
        };
        match reader.ask(text).await {
            Some(answer) => reading::posts::supplement(text, &post, &answer, Some(home)),
            None => {
                *unanswered += 1;
                silent(post)
            }
        }
    }

    /// Ties vacancies to the employers the ledger has under their names.
    async fn link_employers(&self, scope: &Scope, vacancies: &mut [Vacancy]) -> Result<(), OfficeError> {
        let names: Vec<&str> = vacancies.iter().filter_map(|vacancy| vacancy.employer_name.as_deref()).collect();
        let found = self.store().read().employers_by_names(scope.area(), &names).await?;
        let by_name: HashMap<String, EmployerId> =
            found.into_iter().map(|stored| (stored.record.name, stored.record.id)).collect();
        for vacancy in vacancies {
            vacancy.employer = vacancy.employer_name.as_ref().and_then(|name| by_name.get(name)).copied();
        }
        Ok(())
    }
}

/// The field of a vacancy that a member of the posts schema becomes.
fn field_of(member: &'static str) -> &'static str {
    match member {
        "wage_text" => "pay_min",
        "employer" => "employer_name",
        "workplace_text" => "place",
        "phones" => "contact_phone",
        same => same,
    }
}
