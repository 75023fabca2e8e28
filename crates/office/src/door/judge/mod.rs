//! Judging: what a command comes to, given the ledger as it stands. One file a slice.

mod access;
mod answers;
mod bridge;
mod edit;
mod import;
mod reach;
mod reseat;
mod spells;
mod vacancies;

use super::{Context, Ruling};
use crate::error::OfficeError;
use domain::door::Command;
use store::Tx;

/// Judges a command.
pub(super) async fn judge(tx: &mut Tx, context: &Context, command: Command) -> Result<Ruling, OfficeError> {
    match command {
        Command::ImportSheet { batch, file, sha256, as_of, counts, corrections, changes } => {
            let batch = domain::facts::Batch { id: batch, file, sha256, as_of, counts, undone: false, corrections };
            import::import(tx, context, batch, changes).await
        }
        Command::UndoImport { batch } => import::undo(tx, context, batch).await,
        Command::EditHousehold { id, edit } => edit::household(tx, context, id, edit).await,
        Command::EditPerson { id, edit } => edit::person(tx, context, id, edit).await,
        Command::EditVacancy { id, edit } => edit::vacancy(tx, context, id, edit).await,
        Command::AddSpell { spell } => spells::add(tx, context, *spell).await,
        Command::EndSpell { id, end } => spells::end(tx, context, id, end).await,
        Command::SetVacancyState { ids, state } => vacancies::set_state(tx, context, &ids, state).await,
        Command::ReviewVacancy { id, edit, settled, state, reason } => {
            vacancies::review(tx, context, id, vacancies::Review { edit, settled, state, reason }).await
        }
        Command::RunBridge { run, region, whole, day, profile, figures, proposals, uncovered, findings } => {
            let mut run = domain::bridge::Run::new(run, region, day, profile, *figures);
            run.whole = whole;
            bridge::run(context, run, proposals, uncovered, findings)
        }
        Command::DecideProposal { person, vacancy, run, verdict, day, reason } => {
            let mut decision = domain::bridge::Decision::new(crate::ids::fresh(), person, vacancy, verdict, day);
            decision.run = run;
            decision.reason = reason;
            bridge::decide(tx, context, decision).await
        }
        reseat @ Command::Reseat { .. } => reseat::reseat(tx, context, reseat).await,
        Command::ChooseAnswer { id, take_newer } => answers::choose(tx, context, id, take_newer).await,
        Command::Unmask { id, reason } => access::unmask(tx, context, id, reason).await,
        Command::ExportUnmasked { what, reason } => access::export(what, reason),
        Command::ForgetPerson { id } => access::forget(tx, context, id).await,
        Command::OpenAccount { id, login, name, role, area, password_hash } => {
            let account = domain::access::Account::new(id, login, name, role, area);
            access::open(tx, context, account, password_hash).await
        }
        Command::CloseAccount { id } => access::close(tx, context, id).await,
    }
}
