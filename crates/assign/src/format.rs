//! Instances and solutions as bytes; the README describes the layouts.

mod instance;
mod solution;
mod source;

pub use instance::{read_instance, write_instance};
pub use solution::{read_solution, write_solution};
pub use source::FormatError;

const INSTANCE: &[u8; 8] = b"QIAOHF01";
const EXTENDED: &[u8; 8] = b"QIAOHF02";
const LIMITED: &[u8; 8] = b"QIAOHF03";
const SOLUTION: &[u8; 8] = b"QIAOHS01";
