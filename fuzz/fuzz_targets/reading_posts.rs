//! Fuzz target: see `posts` in `crates/reading/tests/targets`.
#![no_main]

#[path = "../../crates/reading/tests/targets/posts.rs"]
mod posts;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    posts::posts(bytes);
});
