//! Instances and solutions as bytes. All numbers are little endian; sections begin at multiples of 8 bytes.
//!
//! **Instance**, magic `QIAOHF01`:
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 x u64 | W workers, H households, J jobs, E edges |
//! | u32\[H+1\], u8\[H\], pad | first worker of each household; priority class (0 none, 1 highest) |
//! | u32\[J\], pad | seats |
//! | u64\[W+1\] | first edge of each worker |
//! | u32\[E\], u16\[E\] | job of each edge, ascending within a worker; score 0..=10000 |
//!
//! **Magic `QIAOHF02`** is the same and continues: pad, u8\[J\] (1 = fallback job), pad, u64 P, P x (u32 worker, u32 job) pinned
//! pairs ascending by worker. It is written only if there are fallback jobs or pins.
//!
//! **Solution**, magic `QIAOHS01`:
//!
//! | bytes | what |
//! | --- | --- |
//! | 2 x u64 | W workers, J jobs |
//! | i64 | weight of a placement |
//! | 4 x u64 | placed workers, fallback placements, total score, C classes |
//! | u64\[C\] | covered households of class 1, 2, ... |
//! | i64\[J\] | prices |
//! | u32\[W\] | job of each worker, 2^32-1 = none |
//! | u16\[J\] | tiers |

mod instance;
mod solution;
mod source;

pub use instance::{read_instance, write_instance};
pub use solution::{read_solution, write_solution};
pub use source::FormatError;

const INSTANCE: &[u8; 8] = b"QIAOHF01";
const EXTENDED: &[u8; 8] = b"QIAOHF02";
const SOLUTION: &[u8; 8] = b"QIAOHS01";
