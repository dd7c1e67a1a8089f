//! `cargo xtask serve`: the page on this machine, rebuilt when a file changes.

use crate::args::Args;
use crate::build::{Recipe, build};
use crate::place::Place;
use crate::say;
use crate::server::{self, Site};
use crate::trouble::{Outcome, Trouble};
use crate::watch;
use std::sync::{Arc, RwLock};

/// Where the page is served unless somebody else is there already.
const PORT: u16 = 8080;

/// Builds, serves, and rebuilds until it is interrupted.
pub(crate) fn command(place: &Place, mut args: Args) -> Outcome {
    let ships = args.flag("--release");
    let port = match args.option("--port")? {
        None => PORT,
        Some(text) => text.parse().map_err(|_| Trouble::new(format!("--port wants a number, not {text}")))?,
    };
    args.end()?;

    let recipe = Recipe { ships, features: None, out: place.work("site") };
    let mut seen = watch::look(place);
    build(place, &recipe)?;
    let shown = Arc::new(RwLock::new(Site::load(&recipe.out)?));
    let address = server::serve(Arc::clone(&shown), port)?;
    announce(&address);
    loop {
        seen = watch::wait_for_change(place, &seen);
        say::plain("\nA file changed.");
        match build(place, &recipe).and_then(|()| Site::load(&recipe.out)) {
            Ok(site) => {
                server::show(&shown, site);
                say::plain(&format!("\nReload the page: {address}"));
            }
            Err(trouble) => {
                say::trouble(&trouble);
                say::plain("   The page still shows the last build that worked.");
            }
        }
    }
}

/// Says where the page is.
fn announce(address: &str) {
    say::plain(&format!("\n  Plimsoll is ready:  {address}\n"));
    say::plain("  Open it in a browser. It is rebuilt when a file changes. Ctrl-C stops it.");
}
