//! The permission matrix: role × command and role × kind of data, in one table (DESIGN §5).

use super::Role;
use crate::door::CommandKind;

/// How a role sees personal data in its area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// Not at all.
    Hidden,
    /// Masked: 1402**********3018.
    Masked,
    /// Masked on lists; in full after a journaled step ("show").
    OnRequest,
}

/// How a role sees ID numbers, phones and health of the people in its area.
pub const fn sight(role: Role) -> Sight {
    match role {
        Role::Clerk | Role::Helper | Role::Crew => Sight::OnRequest,
        Role::Leader => Sight::Masked,
        Role::Keeper => Sight::Hidden,
    }
}

/// Whether a role may give a command at all; the area is checked besides.
pub const fn may(role: Role, command: CommandKind) -> bool {
    use CommandKind as C;
    match command {
        C::ExportUnmasked
        | C::ImportSheet
        | C::UndoImport
        | C::RunBridge
        | C::Reseat
        | C::SetVacancyState
        | C::ReviewVacancy
        | C::EditVacancy => {
            matches!(role, Role::Clerk)
        }
        C::EditHousehold | C::EditPerson | C::AddSpell | C::EndSpell | C::DecideProposal | C::ChooseAnswer => {
            matches!(role, Role::Clerk | Role::Helper)
        }
        C::Unmask => matches!(role, Role::Clerk | Role::Helper | Role::Crew),
        C::OpenAccount | C::CloseAccount | C::ForgetPerson => matches!(role, Role::Keeper),
    }
}
