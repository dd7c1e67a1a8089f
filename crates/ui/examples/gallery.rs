//! Sample pages as files, to look at: `cargo run -p plimsoll-ui --example gallery` writes them to `target/gallery`.

#![allow(clippy::print_stdout, reason = "this program says where it wrote")]

use std::fs;
use std::io::Result;
use std::path::Path;
use std::rc::Rc;

use plimsoll_report::view::Quadrant;
use plimsoll_ui::{ResultCard, equation, scale};
use yew::{Callback, Html, html};

#[path = "../tests/sample/mod.rs"]
mod sample;

use sample::render::{page_markup, to_markup};
use sample::{cards, scales};

fn main() -> Result<()> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = workspace.join("target/gallery");
    fs::create_dir_all(&folder)?;
    fs::copy(workspace.join("web/styles/app.css"), folder.join("app.css"))?;
    let pages = [
        ("typical", sample::typical()),
        ("levered", sample::levered()),
        ("pasted", sample::pasted()),
        ("wrong", sample::wrong()),
        ("empty", sample::empty()),
    ];
    for (name, page) in pages {
        write(&folder, name, &page_markup(page))?;
    }
    write(&folder, "pieces", &to_markup(pieces()))?;
    println!("The gallery is in {}", folder.display());
    Ok(())
}

/// What a page does not show at first sight: an open explanation, the corners of the scale.
fn pieces() -> Html {
    let open = html! {
        <ResultCard card={Rc::new(cards::nrr())} dispatch={Callback::noop()} starts_explained={true} />
    };
    let crowded = scales::crowded();
    let narrow = crowded.iter().map(|each| html! { <div class="ps-card">{ scale(each) }</div> });
    html! {
        <div class="ps-page"><main class="ps-main"><div class="ps-results"><section class="ps-panel">
            <h1>{ "Pieces" }</h1>
            <div class="ps-panel__cards">
                <div>{ open }</div>
                <div>{ for narrow }</div>
                <div>{ equation(&sample::equation(Some(Quadrant::LeakyGrowth), Some(Quadrant::Shrinking))) }</div>
            </div>
        </section></div></main></div>
    }
}

fn write(folder: &Path, name: &str, markup: &str) -> Result<()> {
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{name}</title>\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:; img-src data:\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"stylesheet\" href=\"app.css\"></head><body><div id=\"app\">{markup}</div></body></html>"
    );
    fs::write(folder.join(format!("{name}.html")), page)
}
