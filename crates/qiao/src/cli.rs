//! The command line: what can be asked. Help texts come from the message files (see [`crate::help`]), so doc comments here are for
//! developers.

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};
use domain::places::Region;
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "qiao", version, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub(crate) struct Common {
    /// Data directory.
    #[arg(long, global = true, value_name = "DIR", env = "QIAO_DATA", default_value = "qiao-data")]
    pub(crate) data: PathBuf,
    /// PostgreSQL instead of the data directory; the keys stay in the data directory.
    #[arg(long, global = true, value_name = "URL", env = "QIAO_DATABASE")]
    pub(crate) database: Option<String>,
    /// Language of everything printed.
    #[arg(long, global = true, value_name = "zh|en", env = "QIAO_LANG")]
    pub(crate) lang: Option<String>,
    /// Second reader of recruitment texts: address of an endpoint like OpenAI's, http only. Its key comes from QIAO_READER_KEY.
    #[arg(long, global = true, value_name = "URL", env = "QIAO_READER")]
    pub(crate) reader: Option<String>,
    /// Name of its model.
    #[arg(long, global = true, value_name = "NAME", env = "QIAO_READER_MODEL", default_value = "default")]
    pub(crate) reader_model: String,
    /// County or city of the office; remembered when first given.
    #[arg(long, global = true, value_name = "CODE")]
    pub(crate) home: Option<Region>,
}

/// One variant a command; each has a file in `commands/`.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// The main job on synthetic people in real places.
    Demo(Demo),
    /// Serve the pages.
    Serve(Serve),
    /// Take workbooks in, or take an import back.
    Import(Import),
    /// Write workbooks.
    Export(Export),
    /// Run the bridge.
    Bridge(Bridge),
    /// The bare engine on an instance file.
    Assign(Assign),
    /// Plans of routes.
    #[command(subcommand)]
    Plan(Plan),
    /// Read files without taking them in.
    #[command(subcommand)]
    Read(Read),
    /// Recruitment texts.
    #[command(subcommand)]
    Posts(Posts),
    /// Accounts.
    #[command(subcommand)]
    User(User),
    /// The journal.
    #[command(subcommand)]
    Journal(Journal),
    /// Copy everything to a folder while the service runs.
    Backup {
        /// Empty folder for the copy.
        to: PathBuf,
    },
    /// Bring a backup into an empty data directory.
    Restore {
        /// Folder of the backup.
        from: PathBuf,
    },
    /// Rebuild the read models from the facts.
    Rebuild,
    /// Check everything and count.
    Doctor {
        #[arg(long)]
        json: bool,
    },
    /// Bring the schema up to date.
    Migrate,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[arg(long, value_name = "CODE", default_value = "140222")]
    pub(crate) county: Region,
    #[arg(long, value_name = "N", default_value_t = 20_000)]
    pub(crate) households: u32,
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "DIR", default_value = "demo-out")]
    pub(crate) out: PathBuf,
    #[arg(long)]
    pub(crate) no_serve: bool,
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8020")]
    pub(crate) listen: String,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8020")]
    pub(crate) listen: String,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Import {
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// In a city's office: the county whose file it is.
    #[arg(long, value_name = "CODE")]
    pub(crate) county: Option<Region>,
    #[arg(long, value_name = "K")]
    pub(crate) kind: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<NaiveDate>,
    /// What a column is, for example C=person.name.
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub(crate) map: Vec<String>,
    /// What a cell should say, for example E12=3000.
    #[arg(long, value_name = "CELL=TEXT")]
    pub(crate) set: Vec<String>,
    /// A finding that is right all the same, for example E12:Q1.
    #[arg(long, value_name = "CELL:RULE")]
    pub(crate) exempt: Vec<String>,
    /// A second file that fills empty fields.
    #[arg(long, value_name = "FILE")]
    pub(crate) second: Option<PathBuf>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long, value_name = "OUT.xlsx")]
    pub(crate) faults: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) undo: Option<ImportUndo>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ImportUndo {
    /// Take an import back as a whole.
    Undo {
        /// Number of the batch as printed by `qiao import`.
        batch: domain::ids::BatchId,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// ledger, vacancies or bridge.
    #[arg(value_name = "KIND")]
    pub(crate) kind: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<NaiveDate>,
    #[arg(long, value_name = "REASON")]
    pub(crate) unmasked: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Bridge {
    #[arg(long, value_name = "D")]
    pub(crate) date: Option<NaiveDate>,
    #[arg(long, value_name = "FILE.xlsx")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) ask: Option<BridgeAsk>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BridgeAsk {
    /// What would be if something were different.
    WhatIf(WhatIf),
}

/// Changes are written `key=value;key=value`; several are made together.
#[derive(Debug, Args)]
pub(crate) struct WhatIf {
    #[arg(long, value_name = "D")]
    pub(crate) date: Option<NaiveDate>,
    #[arg(long, value_name = "vacancy=ID;more=N")]
    pub(crate) seats: Vec<String>,
    #[arg(long, value_name = "vacancy=ID")]
    pub(crate) close: Vec<String>,
    #[arg(long, value_name = "title=T;place=CODE;seats=N...")]
    pub(crate) post: Vec<String>,
    #[arg(long, value_name = "what=W;area=CODE")]
    pub(crate) course: Vec<String>,
    #[arg(long, value_name = "from=CODE+CODE;to=CODE")]
    pub(crate) line: Vec<String>,
    #[arg(long, value_name = "area=CODE;km=N")]
    pub(crate) reach: Vec<String>,
    #[arg(long, value_name = "household=ID;wish=W")]
    pub(crate) relax: Vec<String>,
    /// Suggest changes instead, for all or for one household.
    #[arg(long)]
    pub(crate) suggest: bool,
    #[arg(long, value_name = "ID", requires = "suggest")]
    pub(crate) household: Option<domain::ids::HouseholdId>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Assign {
    #[arg(value_name = "INSTANCE")]
    pub(crate) instance: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) check: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Plan {
    /// The bare planner on a published instance of (team) orienteering.
    Orienteering(Orienteering),
}

#[derive(Debug, Args)]
pub(crate) struct Orienteering {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// A plan as printed with `--json`, to be checked.
    #[arg(value_name = "SOLUTION", requires = "check")]
    pub(crate) solution: Option<PathBuf>,
    #[arg(long, requires = "solution")]
    pub(crate) check: bool,
    /// Rounds of the search; the same number gives the same plan everywhere.
    #[arg(long, value_name = "N", default_value_t = 10, conflicts_with = "seconds")]
    pub(crate) budget: u32,
    /// Search as long as this instead.
    #[arg(long, value_name = "N")]
    pub(crate) seconds: Option<f64>,
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Vehicles, for formats that do not say.
    #[arg(long, value_name = "N")]
    pub(crate) vehicles: Option<usize>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Read {
    /// A workbook, as the importer sees it.
    Sheet {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "DATE")]
        as_of: NaiveDate,
        /// Edition of the list of places: 2019, 2020 or 2023.
        #[arg(long, value_name = "EDITION", default_value = "2020")]
        divisions: String,
        #[arg(long, value_name = "OUT")]
        json: Option<PathBuf>,
    },
    /// Two files side by side, or a file and the ledger.
    Compare {
        #[arg(value_name = "A")]
        a: PathBuf,
        /// The second file; the ledger when there is none.
        #[arg(value_name = "B")]
        b: Option<PathBuf>,
        #[arg(long, value_name = "DATE")]
        as_of: Option<NaiveDate>,
        #[arg(long, value_name = "OUT.xlsx")]
        out: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    /// Job titles, coded by the national classification.
    Titles {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "OUT")]
        out: PathBuf,
    },
    /// Recruitment posts, one JSON object a line.
    Posts {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "OUT")]
        out: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Posts {
    /// Take texts in: each vacancy in them waits for a person.
    Take {
        /// Pasted texts (.txt) or one JSON object a line (.jsonl).
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// Open those in which nothing was found.
        #[arg(long)]
        open_clean: bool,
        #[arg(long)]
        json: bool,
    },
    /// What waits, with what is found in it.
    List {
        #[arg(long)]
        json: bool,
    },
    /// Put fields right, settle findings, open or reject.
    Review {
        #[arg(value_name = "ID")]
        vacancy: domain::ids::VacancyId,
        #[arg(long, value_name = "FIELD=VALUE")]
        set: Vec<String>,
        #[arg(long, value_name = "RULE=WORDS")]
        settle: Vec<String>,
        #[arg(long, conflicts_with = "reject")]
        open: bool,
        #[arg(long, value_name = "REASON")]
        reject: Option<String>,
    },
    /// Whom to call and what to ask.
    Calls,
}

#[derive(Debug, Subcommand)]
pub(crate) enum User {
    /// Open an account; the password is asked for, or read from standard input.
    Add {
        /// Log-in name.
        login: String,
        #[arg(long)]
        name: Option<String>,
        /// clerk, helper, crew, leader or keeper.
        #[arg(long, default_value = "clerk")]
        role: String,
        /// Area: a place code.
        #[arg(long, value_name = "CODE")]
        area: Option<Region>,
    },
    /// List the accounts.
    List,
    /// Shut an account.
    Close {
        /// Log-in name.
        login: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Journal {
    /// Check the hash chain of every county.
    Verify,
}
