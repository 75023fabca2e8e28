//! Commands: typed intentions that go through the door of the office (DESIGN §4). Pure data; judging and writing is done above.

use crate::access::Role;
use crate::bridge::{Figures, Findings, Proposal, Reseated, Uncovered, Verdict};
use crate::facts::{BatchCounts, Change, Corrections};
use crate::ids::{AccountId, AnswerId, BatchId, CommandId, HouseholdId, PersonId, RunId, SpellId, VacancyId};
use crate::ledger::Spell;
use crate::places::Region;
use crate::vacancies::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A command with the id its client gave it. The same id is carried out once, however often it arrives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Envelope {
    /// Made by the client, UUIDv7.
    pub id: CommandId,
    /// What is wanted.
    pub command: Command,
}

/// What can be asked of the office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Command {
    /// Take in the rows of a file, previewed before. `changes` is what the preview showed; it is judged again at the door.
    ImportSheet {
        /// Identifier of the batch, for undo.
        batch: BatchId,
        /// File name.
        file: String,
        /// SHA-256 of the file in hex.
        sha256: String,
        /// Report date.
        as_of: NaiveDate,
        /// Rows by what becomes of them.
        counts: BatchCounts,
        /// What was said about the file in its preview.
        #[serde(default)]
        corrections: Corrections,
        /// The records made or changed.
        changes: Vec<Change>,
    },
    /// Take back a whole import.
    UndoImport {
        /// Which.
        batch: BatchId,
    },
    /// Change fields of a household.
    EditHousehold {
        /// Which.
        id: HouseholdId,
        /// The fields and the version they were read at.
        edit: Edit,
    },
    /// Change fields of a person.
    EditPerson {
        /// Which.
        id: PersonId,
        /// The fields and the version they were read at.
        edit: Edit,
    },
    /// Change fields of a vacancy.
    EditVacancy {
        /// Which.
        id: VacancyId,
        /// The fields and the version they were read at.
        edit: Edit,
    },
    /// Record a new spell of work.
    AddSpell {
        /// The spell, with its new id.
        spell: Box<Spell>,
    },
    /// End a spell of work.
    EndSpell {
        /// Which.
        id: SpellId,
        /// Last day.
        end: NaiveDate,
    },
    /// Screen, open, reject or close vacancies.
    SetVacancyState {
        /// Which.
        ids: Vec<VacancyId>,
        /// To which state.
        state: State,
    },
    /// Look through a vacancy that was read from a text: put fields right, settle findings, open or reject it, all at once.
    ReviewVacancy {
        /// Which.
        id: VacancyId,
        /// The fields put right and the version they were read at.
        edit: Edit,
        /// Findings settled: code of the rule, and what was found out.
        settled: Vec<(String, String)>,
        /// Where it stands then; as before when empty.
        state: Option<State>,
        /// Why; needed for a rejection.
        reason: Option<String>,
    },
    /// Keep the result of a run of the bridge.
    RunBridge {
        /// Identifier of the run.
        run: RunId,
        /// Region whose part of the result this is: the region of the run, or one county of it.
        region: Region,
        /// Region of the run as a whole, where this is only a part of it.
        whole: Option<Region>,
        /// Day the run is about.
        day: NaiveDate,
        /// Profile by code.
        profile: String,
        /// The figures.
        figures: Box<Figures>,
        /// The proposals.
        proposals: Vec<Proposal>,
        /// The uncovered households.
        uncovered: Vec<Uncovered>,
        /// What else it found out.
        findings: Box<Findings>,
    },
    /// Accept, pin, refuse or reopen a proposed pair.
    DecideProposal {
        /// The person.
        person: PersonId,
        /// The vacancy.
        vacancy: VacancyId,
        /// Run in which it was seen.
        run: Option<RunId>,
        /// What is decided.
        verdict: Verdict,
        /// Day of the decision.
        day: NaiveDate,
        /// Why; needed for a refusal.
        reason: Option<String>,
    },
    /// Decide pairs and close vacancies, and re-seat the other proposals of a run so that they are the best there are again.
    Reseat {
        /// The run.
        run: RunId,
        /// Last entries of the journals this rests on, by county; it is refused if one of them has a newer one.
        seen: Vec<(u32, i64)>,
        /// Day of the decisions.
        day: NaiveDate,
        /// What is decided.
        decided: Vec<Decided>,
        /// Vacancies that are closed.
        closed: Vec<VacancyId>,
        /// Who changes places.
        moves: Vec<Reseated>,
        /// The figures of the run as they are then.
        figures: Box<Figures>,
        /// Households whose results are new, all of them.
        households: Vec<HouseholdId>,
        /// Their proposals.
        proposals: Vec<Proposal>,
        /// Those of them that are uncovered.
        uncovered: Vec<Uncovered>,
        /// What the run finds out besides, as it is then.
        findings: Box<Findings>,
    },
    /// Settle a conflict: choose one of two answers.
    ChooseAnswer {
        /// Which conflict.
        id: AnswerId,
        /// Take the newer value; otherwise the kept one stays.
        take_newer: bool,
    },
    /// Read the personal data of a person in full; the journal notes it.
    Unmask {
        /// Whose.
        id: PersonId,
        /// Why, in the reader's words.
        reason: String,
    },
    /// Write a workbook with personal data in full; the journal notes it.
    ExportUnmasked {
        /// What is written: `ledger`.
        what: String,
        /// Why, in the words of whoever asks.
        reason: String,
    },
    /// Destroy the key of a person's data.
    ForgetPerson {
        /// Whom.
        id: PersonId,
    },
    /// Open an account.
    OpenAccount {
        /// Identifier.
        id: AccountId,
        /// Log-in name.
        login: String,
        /// Name shown.
        name: String,
        /// Role.
        role: Role,
        /// Area.
        area: Region,
        /// argon2id hash of the password, in PHC form; never the password.
        password_hash: String,
    },
    /// Shut an account.
    CloseAccount {
        /// Which.
        id: AccountId,
    },
}

/// What is decided about a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// The person.
    pub person: PersonId,
    /// The vacancy.
    pub vacancy: VacancyId,
    /// What is decided.
    pub verdict: Verdict,
    /// Why; needed for a refusal.
    pub reason: Option<String>,
}

/// New values for some fields of a record, and the version of the record they were read at. If another change moved the same field
/// since, both values are kept as "two answers"; different fields merge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// Version of the record when it was read.
    pub seen: i64,
    /// Field and new value.
    pub fields: Vec<(String, Value)>,
}

/// The kind of a command: row of the permission matrix, word of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is documented at Command")]
pub enum CommandKind {
    ImportSheet,
    UndoImport,
    EditHousehold,
    EditPerson,
    EditVacancy,
    AddSpell,
    EndSpell,
    SetVacancyState,
    ReviewVacancy,
    RunBridge,
    DecideProposal,
    Reseat,
    ChooseAnswer,
    Unmask,
    ExportUnmasked,
    ForgetPerson,
    OpenAccount,
    CloseAccount,
}

impl CommandKind {
    /// Every kind.
    pub const ALL: [Self; 18] = [
        Self::ImportSheet,
        Self::UndoImport,
        Self::EditHousehold,
        Self::EditPerson,
        Self::EditVacancy,
        Self::AddSpell,
        Self::EndSpell,
        Self::SetVacancyState,
        Self::ReviewVacancy,
        Self::RunBridge,
        Self::DecideProposal,
        Self::Reseat,
        Self::ChooseAnswer,
        Self::Unmask,
        Self::ExportUnmasked,
        Self::ForgetPerson,
        Self::OpenAccount,
        Self::CloseAccount,
    ];

    /// The word used in the journal and in message keys (`command-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::ImportSheet => "import_sheet",
            Self::UndoImport => "undo_import",
            Self::EditHousehold => "edit_household",
            Self::EditPerson => "edit_person",
            Self::EditVacancy => "edit_vacancy",
            Self::AddSpell => "add_spell",
            Self::EndSpell => "end_spell",
            Self::SetVacancyState => "set_vacancy_state",
            Self::ReviewVacancy => "review_vacancy",
            Self::RunBridge => "run_bridge",
            Self::DecideProposal => "decide_proposal",
            Self::Reseat => "reseat",
            Self::ChooseAnswer => "choose_answer",
            Self::Unmask => "unmask",
            Self::ExportUnmasked => "export_unmasked",
            Self::ForgetPerson => "forget_person",
            Self::OpenAccount => "open_account",
            Self::CloseAccount => "close_account",
        }
    }
}

impl Command {
    /// Its kind.
    pub const fn kind(&self) -> CommandKind {
        match self {
            Self::ImportSheet { .. } => CommandKind::ImportSheet,
            Self::UndoImport { .. } => CommandKind::UndoImport,
            Self::EditHousehold { .. } => CommandKind::EditHousehold,
            Self::EditPerson { .. } => CommandKind::EditPerson,
            Self::EditVacancy { .. } => CommandKind::EditVacancy,
            Self::AddSpell { .. } => CommandKind::AddSpell,
            Self::EndSpell { .. } => CommandKind::EndSpell,
            Self::SetVacancyState { .. } => CommandKind::SetVacancyState,
            Self::ReviewVacancy { .. } => CommandKind::ReviewVacancy,
            Self::RunBridge { .. } => CommandKind::RunBridge,
            Self::DecideProposal { .. } => CommandKind::DecideProposal,
            Self::Reseat { .. } => CommandKind::Reseat,
            Self::ChooseAnswer { .. } => CommandKind::ChooseAnswer,
            Self::Unmask { .. } => CommandKind::Unmask,
            Self::ExportUnmasked { .. } => CommandKind::ExportUnmasked,
            Self::ForgetPerson { .. } => CommandKind::ForgetPerson,
            Self::OpenAccount { .. } => CommandKind::OpenAccount,
            Self::CloseAccount { .. } => CommandKind::CloseAccount,
        }
    }
}

/// What the office answers to a command; the same answer again when the command arrives again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Number of the journal entry in its county.
    pub entry: i64,
    /// Records made or changed.
    pub changed: u32,
    /// Conflicts that wait for a person.
    pub two_answers: u32,
}
