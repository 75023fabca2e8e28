//! Recruitment texts: read without taking them in, taken in as vacancies that wait for a person, looked through.
//!
//! What a person puts right is kept with the vacancy and is the office's dictionary: titles with their occupations, and what the words
//! of a text stand for. It is gathered from the vacancies whenever texts are read, so taking a vacancy back takes back what it taught.

mod dictionary;
mod draft;
mod intake;
mod questions;
mod read;
mod second;
mod take;
mod typed;

pub use intake::{Cleared, Opened, Piece, PostPage, Review, Side, Waiting};
pub use questions::{Call, Question, questions};
pub use read::read_posts;
pub use second::SecondReader;
pub use take::{Taken, TakenPost, texts_of};

pub(crate) use dictionary::{Dictionary, learned};
pub(crate) use draft::code_title;
pub(crate) use intake::pieces_of;

/// Names of all rules of the screening.
pub fn rules() -> impl Iterator<Item = &'static str> {
    reading::screening::Flag::ALL.into_iter().map(|flag| flag.code())
}
