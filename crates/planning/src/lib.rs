#![doc = include_str!("../README.md")]

pub mod caravan;
pub mod orienteering;
