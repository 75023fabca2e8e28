//! The commands, one a file.

mod assign;
mod bridge;
mod compare;
mod demo;
mod export;
mod import;
mod keep;
mod plan;
mod posts;
mod read;
mod serve;
mod user;
mod what_if;

use crate::cli::{Cli, Command, Common, Read};
use crate::say::{Failure, Say};
use domain::access::{Role, Scope};
use office::clock::{Clock, MachineClock};
use office::posts::SecondReader;
use office::{Office, Place};
use std::process::ExitCode;
use std::sync::Arc;

/// Runs the command asked for.
pub(crate) async fn run(cli: Cli, say: &Say) -> Result<ExitCode, Failure> {
    let common = &cli.common;
    match cli.command {
        Command::Demo(args) => demo::run(args, say).await,
        Command::Serve(args) => serve::run(common, &args, say).await,
        Command::Import(args) => import::run(common, args, say).await,
        Command::Export(args) => export::run(common, &args, say).await,
        Command::Bridge(args) => bridge::run(common, &args, say).await,
        Command::Assign(args) => assign::run(&args, say),
        Command::Plan(args) => plan::run(&args, say),
        Command::Read(Read::Compare { a, b, as_of, out, json }) => {
            compare::run(common, (&a, b.as_deref()), as_of, (out.as_deref(), json), say).await
        }
        Command::Read(args) => read::run(common, &args, say),
        Command::Posts(args) => posts::run(common, args, say).await,
        Command::User(args) => user::run(common, args, say).await,
        Command::Journal(_) => keep::verify(common, say).await,
        Command::Backup { to } => keep::backup(common, &to, say).await,
        Command::Restore { from } => keep::restore(common, &from, say).await,
        Command::Rebuild => keep::rebuild(common, say).await,
        Command::Doctor { json } => keep::doctor(common, json, say).await,
        Command::Migrate => keep::migrate(common, say).await,
    }
}

/// Opens the office that the options name, on the machine's clock.
async fn open(common: &Common) -> Result<Office, Failure> {
    let office = open_on(place(common), Arc::new(MachineClock)).await?;
    match &common.reader {
        Some(url) => {
            let key = std::env::var("QIAO_READER_KEY").ok();
            Ok(office.with_second_reader(SecondReader::new(url, &common.reader_model, key)?))
        }
        None => Ok(office),
    }
}

async fn open_on(place: Place, clock: Arc<dyn Clock>) -> Result<Office, Failure> {
    Ok(Office::open(place, clock).await?)
}

fn place(common: &Common) -> Place {
    match &common.database {
        Some(url) => Place::Server { url: url.clone(), keys: common.data.clone() },
        None => Place::Directory(common.data.clone()),
    }
}

/// The scope of the person at this machine: the whole home of the office.
async fn scope(office: &Office, common: &Common, role: Role) -> Result<Scope, Failure> {
    let home = match common.home {
        Some(home) => office.settle(home).await?,
        None => office.home().await?,
    };
    Ok(Office::command_line(role, home))
}
