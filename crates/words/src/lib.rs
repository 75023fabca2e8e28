//! Every word the product says to people, in Chinese and English.
//!
//! Texts live in `messages/{zh-CN,en}/*.ftl` ([Fluent] syntax), one file for
//! each part of the product, all embedded at build time. Code names a text by
//! its key; pure floors return a [`domain::say::Message`] (a key and its
//! values) and whoever talks to a person renders it here in that person's
//! language.
//!
//! A text that is missing or lacks a value is never a panic; it shows between
//! ⟦ ⟧, and tests look for those brackets.
//!
//! [Fluent]: https://projectfluent.org/fluent/guide/

mod embedded;
mod format;
mod lang;
mod render;
mod words;

pub use lang::{Lang, UnknownLang};
pub use render::{NameOfRegion, render, render_with};
pub use words::Words;

pub use domain::say::{Arg, Message};
