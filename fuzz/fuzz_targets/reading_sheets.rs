//! Fuzz target: see `sheets` in `crates/reading/tests/targets`.
#![no_main]

#[path = "../../crates/reading/tests/targets/mod.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    targets::sheets(bytes);
});
