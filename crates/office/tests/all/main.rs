//! The office through its public interface: door, import, bridge, what a kill leaves, what lies on the disk.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should fail there")]

#[macro_use]
mod support;
mod at_rest;
mod bridge;
mod city;
mod city_decisions;
mod door;
mod door_sequences;
mod findings;
mod import;
mod import_households;
mod intake;
mod killed;
mod rebuild;
mod reseat;
mod second_reader;
mod undo;
mod what_if;
mod wizard;
