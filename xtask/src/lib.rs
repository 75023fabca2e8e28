//! Developer chores as a library, so that their tests reach them.

pub mod bench;
pub mod house;
