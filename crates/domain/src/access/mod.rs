//! Who may do and see what: roles, areas, the permission matrix.

mod account;
mod matrix;
mod scope;

pub use account::{Account, Role};
pub use matrix::{Sight, may, sight};
pub use scope::{Actor, Scope};
