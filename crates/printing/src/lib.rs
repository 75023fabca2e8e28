//! What leaves the house on paper and in files: workbooks and CSV tables. No words of its own: headings and sentences come in from
//! the caller or from the message files `printing.ftl`.
//!
//! Every file is a function of its content and the moment given in [`workbook::Setup`]: the same content gives the same bytes.

mod error;
pub mod faults;
pub mod results;
pub mod workbook;

pub use error::PrintError;
