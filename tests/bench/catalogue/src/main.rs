//! The whole catalogue, evaluated as the page does it, with everything around it left out.

use std::str::FromStr as _;

use plimsoll_metrics::benchmarks::{PUBLISHED, Segment};
use plimsoll_metrics::{Book, Exact, Unit, Window, all_metrics, figures};
use plimsoll_report::Inputs;
use rust_decimal::Decimal;
use wasm_bindgen::prelude::wasm_bindgen;

/// The page's own.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}

/// The worked example over a window, with a few more figures, so that every metric has a value.
fn book(window: Window) -> Book {
    let example = Inputs::example();
    let more = [("hours-per-csm", "160"), ("hours-per-account", "1.5")];
    let mut book = Book::new(window);
    for figure in figures::all() {
        let more = more.iter().find(|(slug, _)| *slug == figure.slug).map(|(_, text)| *text);
        let typed = example.figure(figure).or(more).and_then(|text| Decimal::from_str(text).ok());
        if let Some(number) = typed {
            let value = Exact::from(number);
            book.set(
                figure,
                if figure.unit == Unit::Percent { value.times(&Exact::percent(1)) } else { value },
            );
        }
    }
    book
}

/// Evaluates every metric, over the window and over a year, and holds it against its bands, in a fresh book each time, so
/// that nothing is remembered. Answers how many bands were given.
#[wasm_bindgen]
#[must_use]
pub fn evaluate(window: &str, times: u32) -> u32 {
    let window = Window::ALL.into_iter().find(|one| one.slug() == window).unwrap_or(Window::Year);
    let book = book(window);
    let mut bands: u32 = 0;
    for _ in 0..times {
        let mut fresh = book.clone();
        // What was worked out is forgotten with any change.
        fresh.set_annualising(plimsoll_metrics::Annualising::Compounded);
        for metric in all_metrics() {
            let (value, annual) = (fresh.evaluate(metric), fresh.annual(metric));
            let scale = PUBLISHED.scale(metric, Some(Segment::Smb));
            let grade = scale.zip(annual.ok()).and_then(|(scale, annual)| scale.grade(&annual));
            bands = bands.wrapping_add(u32::from(value.is_ok() && grade.is_some()));
        }
    }
    bands
}

/// How many metrics there are.
#[wasm_bindgen]
#[must_use]
pub fn metrics() -> u32 {
    u32::try_from(all_metrics().count()).unwrap_or(u32::MAX)
}
