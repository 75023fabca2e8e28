//! Fuzz target: see `titles` in `crates/reading/tests/targets`.
#![no_main]

#[path = "../../crates/reading/tests/targets/titles.rs"]
mod titles;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    titles::titles(bytes);
});
