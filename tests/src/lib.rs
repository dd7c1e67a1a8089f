//! Cases in, goldens out, across all the rooms.
//!
//! What can be said as data is data, in `tests/cases/`: worked examples and the lines of the benchmarks with the
//! answers that the sources give, bad input with what it must not break, pages with the text they show. A wording that
//! was changed on purpose is written down anew by `BLESS=1 cargo test -p plimsoll-tests`, and reviewed as any change.
//! What holds for every input is a property (`properties`).
//!
//! This room uses the others through what they make public, as the page does.

#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it is surprised"
)]

mod bands;
mod cases;
mod dump;
mod elements;
mod formulas;
mod ledgers;
mod packs;
mod pages;
mod properties;
mod published;
mod readings;
mod reference;
mod refusals;
mod typed;
mod undefined;
mod workbooks;
mod worked_examples;
