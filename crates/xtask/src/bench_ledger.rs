//! `cargo xtask bench-ledger`: the ledger beside what others would use for it (`tests/bench/ledger`).

use crate::args::Args;
use crate::bench;
use crate::build;
use crate::place::Place;
use crate::trouble::Outcome;

/// What the benchmark itself understands.
const OPTIONS: [&str; 4] = ["--sizes", "--peers", "--rounds", "--variants"];

/// Builds the worker as it ships, then measures it and its peers in a browser.
pub(crate) fn command(place: &Place, args: Args) -> Outcome {
    let made = place.work("bench-ledger");
    let node = bench::beside_peers(place, "ledger", &made, &OPTIONS, args)?;
    build::workers(place, &made.join("worker"))?;
    bench::in_browser(place, node)
}
