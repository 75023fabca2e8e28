//! Accounts from the command line.

use super::{open, scope};
use crate::cli::{Common, User};
use crate::say::{Failure, Say};
use domain::access::Role;
use domain::door::{Command, Envelope};
use domain::error::Refusal;
use domain::ids::CommandId;
use domain::say::Arg;
use office::accounts::NewAccount;
use office::ids::fresh;
use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;

pub(super) async fn run(common: &Common, args: User, say: &Say) -> Result<ExitCode, Failure> {
    let office = open(common).await?;
    let scope = scope(&office, common, Role::Keeper).await?;
    match args {
        User::Add { login, name, role, area } => {
            let role = Role::from_code(&role).ok_or_else(|| {
                let known: Vec<_> = Role::ALL.iter().map(|role| role.code()).collect();
                Refusal::new(4003).with("found", role.as_str()).with("known", known.join(", "))
            })?;
            let area = area.unwrap_or(scope.region());
            let name = name.unwrap_or_else(|| login.clone());
            let account = NewAccount { login: login.to_lowercase(), name, role, area };
            office.open_account(&scope, CommandId(fresh()), account, &password(say)?).await?;
            say.line("cli-user-added", &[("login", login.into()), ("area", area.into())]);
        }
        User::List => {
            for account in office.accounts(&scope).await? {
                let closed = if account.closed { "cli-user-closed" } else { "cli-user-open" };
                let role = Arg::Key(format!("role-{}", account.role.code()).into());
                let args = [
                    ("login", account.login.into()),
                    ("name", account.name.into()),
                    ("role", role),
                    ("area", account.area.into()),
                    ("state", Arg::Key(closed.into())),
                ];
                say.line("cli-user-line", &args);
            }
        }
        User::Close { login } => {
            let account = office.accounts(&scope).await?.into_iter().find(|account| account.login == login);
            let account =
                account.ok_or_else(|| Refusal::new(1002).with("record", Arg::Key("record-account".into())))?;
            let command = Command::CloseAccount { id: account.id };
            office.submit(&scope, Envelope { id: CommandId(fresh()), command }).await?;
            say.line("cli-user-now-closed", &[("login", login.into())]);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// One line of the standard input; on a terminal it is asked for.
fn password(say: &Say) -> Result<String, Failure> {
    if std::io::stdin().is_terminal() {
        say.line("cli-user-password", &[]);
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
