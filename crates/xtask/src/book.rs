//! `cargo xtask book`: the documentation, made by mdBook into the built page's folder, whose elements it shows.

use crate::args::Args;
use crate::build::{self, Recipe};
use crate::inline;
use crate::mdbook;
use crate::place::Place;
use crate::say::{self, Step};
use crate::sites;
use crate::stamp;
use crate::trouble::{Doing, Outcome, Trouble};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the book lies below the page.
const FOLDER: &str = "docs";

/// `cargo xtask book`. A page that was built before is used as it is.
pub(crate) fn command(place: &Place, mut args: Args) -> Outcome {
    let page = args.option("--out")?.map_or_else(|| place.root.join("dist"), PathBuf::from);
    let with_sites = args.flag("--sites");
    args.end()?;
    if !page.join("index.html").exists() {
        build::build(place, &Recipe { ships: true, features: None, out: page.clone() })?;
    }
    book(place, &page)?;
    if with_sites {
        sites::build(place, &page)?;
    }
    say::plain(&format!("\nThe book lies in {}, beside the page it shows.", page.join(FOLDER).display()));
    Ok(())
}

/// Makes the book into a folder of the built page. The old one is replaced at the very end.
///
/// # Errors
/// mdBook is not to be had, or refuses the book.
pub(crate) fn book(place: &Place, page: &Path) -> Outcome {
    let mdbook = mdbook::find(place)?;
    let step = Step::begin("Making the book");
    let stage = place.work("book");
    build::empty(&stage)?;
    let mut command = Command::new(mdbook);
    command.arg("build").arg(place.root.join("docs/book")).arg("--dest-dir").arg(&stage);
    strictly(&mut command)?;
    inline::move_out(&stage)?;
    let html = fs::read_to_string(page.join("index.html")).doing("reading the page")?;
    let version = version_of(&html).ok_or_else(|| Trouble::new("the page has no version"))?;
    stamp::replace(&stage, version)?;
    build::empty(&page.join(FOLDER))?;
    build::copy_folder(&stage, &page.join(FOLDER))?;
    fs::write(page.join("index.html"), with_link(&html)?).doing("writing the page")?;
    step.done();
    Ok(())
}

/// The page with its link to the book shown.
fn with_link(html: &str) -> Outcome<String> {
    let (shown, hidden) = (
        "<nav id=\"book\" aria-label=\"Documentation\">",
        "<nav id=\"book\" aria-label=\"Documentation\" hidden>",
    );
    let linked = html.replace(hidden, shown);
    if linked.contains(shown) { Ok(linked) } else { Err(Trouble::new("the page has no link to the book")) }
}

/// Runs mdBook. It goes on after a page that it cannot read right, and only warns; here that is a fault.
fn strictly(mdbook: &mut Command) -> Outcome {
    let output = mdbook.output().doing("starting mdBook")?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() && !said.contains("WARN") && !said.contains("ERROR") {
        return Ok(());
    }
    say::plain(&said);
    Err(Trouble::new("mdBook finds faults in the book").next("mend docs/book where mdBook says so, above"))
}

/// The version in the addresses of a built page, with its `?v=`.
fn version_of(html: &str) -> Option<&str> {
    let from = html.get(html.find("?v=")?..)?;
    from.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::{version_of, with_link};

    #[test]
    fn the_link_is_shown_once_there_is_a_book() {
        let page = include_str!("../../../index.html");
        let linked = with_link(page).unwrap_or_default();
        assert!(
            page.contains("\" hidden><a href=\"./docs/") && !linked.contains("\" hidden><a href=\"./docs/")
        );
        assert_eq!(with_link(&linked).unwrap_or_default(), linked, "a book may be made again");
        assert!(with_link("<p>").is_err());
    }

    #[test]
    fn the_version_is_that_of_the_page() {
        assert_eq!(version_of("<link href=\"./a.css?v=0f3a\"><link href=\"b?v=0f3a\">"), Some("?v=0f3a"));
        assert_eq!(version_of("<link href=\"./a.css\">"), None);
    }
}
