//! An office, those who ask something of it, and what they asked so far.

use super::model::{self, Moves};
use crate::support::files::{Member, Post, county, head, member, phone, posts, roster, village};
use crate::support::{Home, State, clerk, envelope, row_states, somebody, today};
use domain::access::{Role, Scope};
use domain::bridge::Verdict;
use domain::dates::PartialDate;
use domain::door::{Command, Edit, Envelope, Receipt};
use domain::facts::{Change, RecordId};
use domain::ids::{AccountId, AnswerId, BatchId, SpellId};
use domain::ledger::Spell;
use domain::places::Region;
use domain::vacancies::State as VacancyState;
use office::import::RowState;
use proptest::sample::Index;
use serde_json::json;
use uuid::Uuid;

/// People in the files: three households of two.
pub(super) const PEOPLE: u32 = 6;
/// Those who ask.
pub(super) const ACTORS: usize = 8;

/// One thing to ask.
#[derive(Debug, Clone)]
pub(super) enum Op {
    Import { who: Vec<u32>, shade: u32 },
    Undo { batch: Index, by: usize },
    EditPerson { who: Index, back: i64, fields: Vec<(usize, u32)>, by: usize },
    EditHousehold { whose: Index, back: i64, value: u32, by: usize },
    AddSpell { who: Index, month: u32, by: usize },
    EndSpell { spell: Index, month: u32, by: usize },
    Decide { who: Index, vacancy: Index, verdict: usize, by: usize },
    SetState { vacancy: Index, state: usize, by: usize },
    Choose { answer: Index, newer: bool, by: usize },
    Open { login: u32, by: usize },
    Close { account: Index, by: usize },
    Forget { who: Index },
    Again { sent: Index },
    Bridge,
}

/// A file that was taken in.
struct Batch {
    id: BatchId,
    changes: Vec<Change>,
    undone: bool,
}

pub(super) struct World {
    home: Home,
    state: State,
    actors: [Scope; ACTORS],
    moves: Moves,
    batches: Vec<Batch>,
    accounts: Vec<AccountId>,
    sent: Vec<(Scope, Envelope, Receipt)>,
}

/// Line of a person in a file; the shade varies what it says.
fn line(n: u32, shade: u32) -> Member {
    let household = head(n / 2);
    let mut line = if n.is_multiple_of(2) { household } else { member(&household, n + 100, "配偶") };
    line.labour = ["普通劳动力", "技能劳动力", "弱劳动力或半劳动力", ""][shade as usize];
    line.phone = if shade == 3 { String::new() } else { phone(n * 10 + shade) };
    line.class = ["脱贫户", "贫困户"][shade as usize % 2];
    line
}

impl World {
    pub(super) async fn new() -> Self {
        let home = Home::lite().await;
        let villages = [village(head(0).village), village(head(1).village)];
        let actors = [
            clerk(),
            clerk(),
            somebody(Role::Helper, villages[0]),
            somebody(Role::Helper, villages[1]),
            somebody(Role::Leader, county()),
            somebody(Role::Keeper, county()),
            somebody(Role::Clerk, Region::from_six(140_221).unwrap()),
            somebody(Role::Helper, villages[0].township()),
        ];
        let preview = home.preview(roster("起.csv", &[line(0, 0), line(2, 0), line(3, 0)])).await;
        let changes = preview.changes().cloned().collect::<Vec<_>>();
        let (id, _) = home.office.commit(&clerk(), preview).await.unwrap();
        home.import(posts("岗.csv", &[Post::new("天镇县甲公司", "缝纫工", 1), Post::new("天镇县甲公司", "普工", 2)]))
            .await;
        home.office.screen_all(&clerk()).await.unwrap();
        let state = home.sound().await;
        Self {
            home,
            state,
            actors,
            moves: Moves::default(),
            batches: vec![Batch { id, changes, undone: false }],
            accounts: Vec::new(),
            sent: Vec::new(),
        }
    }

    /// Asks one thing and holds the answer against the model.
    pub(super) async fn step(&mut self, op: &Op) {
        match op {
            Op::Import { who, shade } => self.import(who, *shade).await,
            Op::Undo { batch, by } => self.undo(batch, self.actors[*by]).await,
            Op::Again { sent } => self.again(sent).await,
            Op::Bridge => self.bridge().await,
            Op::Open { login, by } => self.open(*login, self.actors[*by]).await,
            _ => {
                if let Some((scope, command)) = self.command(op) {
                    self.submit(scope, command).await;
                }
            }
        }
        self.home.sound().await;
    }

    /// The command of an operation; `None` when there is nothing to do it to.
    fn command(&self, op: &Op) -> Option<(Scope, Command)> {
        let state = &self.state;
        let pick = |index: &Index, length: usize| (length > 0).then(|| index.index(length));
        let person = |who: &Index| pick(who, state.persons().len()).map(|at| state.persons()[at]);
        let vacancy = |which: &Index| pick(which, state.vacancies().len()).map(|at| state.vacancies()[at].id);
        let month = |month: u32| PartialDate::month(2019, month).unwrap();
        Some(match op {
            Op::EditPerson { who, back, fields, by } => {
                let id = person(who)?.id;
                let seen = (state.version(RecordId::Person(id)) - back).max(1);
                let mut fields: Vec<_> =
                    fields.iter().map(|&(field, value)| model::person_field(field, value)).collect();
                fields.sort_by(|a, b| a.0.cmp(&b.0));
                fields.dedup_by(|a, b| a.0 == b.0);
                (self.actors[*by], Command::EditPerson { id, edit: Edit { seen, fields } })
            }
            Op::EditHousehold { whose, back, value, by } => {
                let id = state.households()[pick(whose, state.households().len())?].id;
                let seen = (state.version(RecordId::Household(id)) - back).max(1);
                let fields = vec![("phone".to_owned(), json!(phone(700 + value)))];
                (self.actors[*by], Command::EditHousehold { id, edit: Edit { seen, fields } })
            }
            Op::AddSpell { who, month: start, by } => {
                let mut spell = Spell::new(SpellId(office::ids::fresh()), person(who)?.id);
                spell.start = Some(month(*start));
                (self.actors[*by], Command::AddSpell { spell: Box::new(spell) })
            }
            Op::EndSpell { spell, month: end, by } => {
                let id = state.spells()[pick(spell, state.spells().len())?].id;
                (self.actors[*by], Command::EndSpell { id, end: month(*end).last_day() })
            }
            Op::Decide { who, vacancy: which, verdict, by } => {
                let verdict = [Verdict::Accepted, Verdict::Pinned, Verdict::Refused, Verdict::Open][*verdict];
                let (person, vacancy) = (person(who)?.id, vacancy(which)?);
                let (day, reason) = (today(), Some("商量过".to_owned()));
                (self.actors[*by], Command::DecideProposal { person, vacancy, run: None, verdict, day, reason })
            }
            Op::SetState { vacancy: which, state, by } => {
                let state = [VacancyState::Open, VacancyState::Closed, VacancyState::Rejected][*state];
                (self.actors[*by], Command::SetVacancyState { ids: vec![vacancy(which)?], state })
            }
            Op::Choose { answer, newer, by } => {
                let id = pick(answer, state.answers.len()).map_or(AnswerId(Uuid::nil()), |at| state.answers[at].id);
                (self.actors[*by], Command::ChooseAnswer { id, take_newer: *newer })
            }
            Op::Close { account, by } => {
                let id = self.accounts[pick(account, self.accounts.len())?];
                (self.actors[*by], Command::CloseAccount { id })
            }
            Op::Forget { who } => (somebody(Role::Keeper, county()), Command::ForgetPerson { id: person(who)?.id }),
            _ => return None,
        })
    }

    async fn submit(&mut self, scope: Scope, command: Command) -> bool {
        let sent = envelope(command);
        let result = self.home.office.submit(&scope, sent.clone()).await;
        let (before, after) = (self.state.clone(), self.home.state().await);
        let done = match result {
            Err(error) => {
                model::refused(&before, &after, &scope, &sent.command, &error);
                false
            }
            Ok(receipt) => {
                model::carried_out(&before, &after, &scope, &sent.command);
                if let Command::EditPerson { id, edit } = &sent.command {
                    model::edited(&before, &after, &self.moves, RecordId::Person(*id), edit, &receipt);
                }
                if let Command::EditHousehold { id, edit } = &sent.command {
                    model::edited(&before, &after, &self.moves, RecordId::Household(*id), edit, &receipt);
                }
                self.sent.push((scope, sent, receipt));
                true
            }
        };
        self.moves.note(&before, &after);
        self.state = after;
        done
    }

    async fn import(&mut self, who: &[u32], shade: u32) {
        let mut who = who.to_vec();
        who.sort_unstable();
        who.dedup();
        let lines: Vec<Member> = who.iter().map(|&n| line(n, shade)).collect();
        let file = roster("名单.csv", &lines);
        let preview = self.home.preview(file.clone()).await;
        assert_eq!(self.home.state().await, self.state, "a preview writes nothing");
        let changes = preview.changes().cloned().collect::<Vec<_>>();
        let (id, _) = self.home.office.commit(&clerk(), preview).await.unwrap();
        let after = self.home.state().await;
        assert_eq!(after.entries, self.state.entries + 1);
        for change in &changes {
            assert_eq!(after.records.get(&change.id()).map(|(_, record)| record), change.after.as_ref());
        }
        self.moves.note(&self.state, &after);
        self.state = after;
        self.batches.push(Batch { id, changes, undone: false });
        let again = self.home.preview(file).await;
        assert!(row_states(&again).iter().all(|state| *state == RowState::Same) && again.changes().next().is_none());
    }

    async fn undo(&mut self, which: &Index, scope: Scope) {
        let batch = &self.batches[which.index(self.batches.len())];
        let (id, undone, changes) = (batch.id, batch.undone, batch.changes.clone());
        let possible = !undone && model::can_be_undone(&self.state, &changes);
        let done = self.submit(scope, Command::UndoImport { batch: id }).await;
        if scope.role() == Role::Clerk && scope.region() == county() {
            assert_eq!(done, possible, "undone before: {undone}");
        }
        if done {
            model::undone(&self.state, &changes);
            self.batches.iter_mut().filter(|batch| batch.id == id).for_each(|batch| batch.undone = true);
        }
    }

    async fn again(&mut self, which: &Index) {
        if self.sent.is_empty() {
            return;
        }
        let (scope, sent, receipt) = &self.sent[which.index(self.sent.len())];
        assert_eq!(self.home.office.submit(scope, sent.clone()).await.unwrap(), *receipt);
        assert_eq!(self.home.state().await, self.state, "a retry did something");
    }

    async fn open(&mut self, login: u32, scope: Scope) {
        let id = AccountId(office::ids::fresh());
        let (name, area) = ("测试".to_owned(), village(login as usize));
        let (login, password_hash) = (format!("helper{login}"), "$argon2id$test".to_owned());
        let known = self.state.accounts;
        if self.submit(scope, Command::OpenAccount { id, login, name, role: Role::Helper, area, password_hash }).await {
            assert_eq!(self.state.accounts, known + 1);
            self.accounts.push(id);
        }
    }

    async fn bridge(&mut self) {
        let before = self.state.records.clone();
        self.home.office.run_bridge(&clerk(), today(), &|_| ()).await.unwrap();
        self.state = self.home.state().await;
        assert_eq!(self.state.records, before, "a run proposes and changes no record");
    }

    /// Read models computed anew are those kept up on the way.
    pub(super) async fn end(self) {
        let before = self.home.sound().await;
        self.home.office.rebuild(&clerk()).await.unwrap();
        assert_eq!(self.home.sound().await, before);
    }
}
