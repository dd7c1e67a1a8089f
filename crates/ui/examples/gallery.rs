//! Sample pages as files, to look at: `cargo run -p plimsoll-ui --example gallery` writes them to `target/gallery`.

#![allow(clippy::print_stdout, reason = "this program says where it wrote")]

use std::fs;
use std::io::Result;
use std::path::Path;
use std::rc::Rc;

use plimsoll_report::view::{ChoiceKind, Quadrant};
use plimsoll_report::{Action, English, Inputs, State, page};
use plimsoll_ui::{ResultCard, equation, scale};
use yew::{Callback, Html, html};

#[path = "../tests/sample/mod.rs"]
mod sample;

use sample::render::{page_markup, to_markup};
use sample::{cards, pictures, scales};

fn main() -> Result<()> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = workspace.join("target/gallery");
    fs::create_dir_all(&folder)?;
    for sheet in ["app.css", "pictures.css"] {
        fs::copy(workspace.join("web/styles").join(sheet), folder.join(sheet))?;
    }
    let pages = [
        ("typical", sample::typical()),
        ("levered", sample::levered()),
        ("pasted", sample::pasted()),
        ("wrong", sample::wrong()),
        ("empty", sample::empty()),
    ];
    for (name, sample) in pages {
        write(&folder, name, &page_markup(&sample))?;
    }
    for (name, state) in real() {
        write(&folder, name, &page_markup(&page(&state, &English)))?;
    }
    write(&folder, "pieces", &to_markup(pieces()))?;
    let pictures = [
        ("pictures", pictures::three_years()),
        ("pictures-five-years", pictures::five_years()),
        ("pictures-small", pictures::all(&pictures::small())),
        ("pictures-odd", pictures::all(&pictures::odd_names())),
    ];
    for (name, all) in pictures {
        write(&folder, name, &to_markup(pictures::room(all)))?;
    }
    println!("The gallery is in {}", folder.display());
    Ok(())
}

/// Pages as the reducer makes them, with the sentences of `plimsoll_report`.
fn real() -> [(&'static str, State); 5] {
    let example = State::from(Inputs::example());
    let moved = |lever: &str, text: &str| Action::LeverMoved { lever: lever.into(), text: text.into() };
    let typed = |figure: &str, text: &str| Action::FigureTyped { figure: figure.into(), text: text.into() };
    let levered = example.clone().after(&moved("churn", "-2")).after(&moved("acquisition-cost", "10"));
    let known = Action::KnownTyped { metric: "nrr".into(), text: "115".into() };
    let month = Action::Chosen { kind: ChoiceKind::Window, value: "month".into() };
    let paste =
        "Customer,Segment,Start,End\nAcme,SMB,1200,1500\nBrook,SMB,n/a,0\nCairn,Enterprise,9000,9600\n";
    [
        ("real-example", example.clone()),
        ("real-levered", levered),
        ("real-month-known", example.clone().after(&month).after(&known)),
        (
            "real-wrong",
            example.clone().after(&typed("lost-customers", "300")).after(&typed("start-mrr", "1.2.3,4")),
        ),
        ("real-paste", example.after(&Action::PasteTyped(paste.into()))),
    ]
}

/// What a page does not show at first sight: an open explanation, the corners of the scale.
fn pieces() -> Html {
    let open = html! {
        <ResultCard card={Rc::new(cards::explained(cards::nrr()))} dispatch={Callback::noop()} />
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
         <link rel=\"stylesheet\" href=\"app.css\"><link rel=\"stylesheet\" href=\"pictures.css\"></head><body><div id=\"app\">{markup}</div></body></html>"
    );
    fs::write(folder.join(format!("{name}.html")), page)
}
