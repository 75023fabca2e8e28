//! Fuzz target: see `checking` in `crates/assign/tests/targets`.
#![no_main]

#[path = "../../crates/assign/tests/targets/mod.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::checking(bytes));
