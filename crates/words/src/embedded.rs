//! The message files as `(file name, source)` pairs, written by `build.rs`.

include!(concat!(env!("OUT_DIR"), "/files.rs"));
