//! `cargo xtask bench-portfolio`: scoring accounts anew beside what others would use for it (`tests/bench/portfolio`).

use crate::args::Args;
use crate::bench;
use crate::build;
use crate::place::Place;
use crate::trouble::Outcome;

/// What the benchmark itself understands.
const OPTIONS: [&str; 3] = ["--sizes", "--peers", "--rounds"];

/// Builds the loops as the worker ships them, then measures them and their peers in a browser.
pub(crate) fn command(place: &Place, args: Args) -> Outcome {
    let made = place.work("bench-portfolio");
    let node = bench::beside_peers(place, "portfolio", &made, &OPTIONS, args)?;
    build::alone(
        place,
        "tests/bench/portfolio/Cargo.toml",
        "plimsoll-bench-portfolio",
        build::Like::Worker,
        build::Glue::Looks,
        &made.join("product"),
    )?;
    bench::in_browser(place, node)
}
