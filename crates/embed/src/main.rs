//! The program of the custom elements: what an element was told goes in as texts, what it shows comes out as JSON.
//!
//! It keeps nothing but how each locale writes numbers, so all elements of a page share one instance, and one that is
//! moved or removed leaves nothing behind. `web/embed` holds the elements themselves.

use std::cell::RefCell;
use std::io::{Result, Write};
use std::rc::Rc;

use plimsoll_intl::Intl;
use plimsoll_report::{English, Few, Formatter, embed};
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter as JsonFormatter;
use wasm_bindgen::prelude::wasm_bindgen;

/// The page's own.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    /// How each locale that was asked for writes numbers.
    static LOCALES: RefCell<Few<String, Rc<dyn Formatter>>> = RefCell::default();
}

fn main() {}

/// What an element shows: `report::view::EmbedView` as JSON. Options are names and texts in turn.
#[wasm_bindgen]
#[must_use]
pub fn show(options: Vec<String>, locale: &str) -> String {
    json(&embed::show(&pairs(options), &*formatter(locale)))
}

/// The report of what an element holds: `report::wire::Report` as JSON.
#[wasm_bindgen]
#[must_use]
pub fn report(options: Vec<String>, locale: &str) -> String {
    json(&embed::report(&pairs(options), &*formatter(locale)))
}

/// What an element for health shows: `report::view::HealthView` as JSON.
#[wasm_bindgen]
#[must_use]
pub fn health(told: Vec<String>, locale: &str) -> String {
    json(&embed::health(&pairs(told), &*formatter(locale)))
}

/// What is meant when a field that shows `shown`, which stands for `meant`, is changed to `now`.
#[wasm_bindgen]
#[must_use]
pub fn typed(meant: &str, shown: &str, now: &str, locale: &str) -> String {
    embed::typed(meant, shown, now, &*formatter(locale))
}

fn pairs(options: Vec<String>) -> Vec<(String, String)> {
    let mut options = options.into_iter();
    let mut pairs = Vec::new();
    while let (Some(name), Some(text)) = (options.next(), options.next()) {
        pairs.push((name, text));
    }
    pairs
}

/// How a locale writes numbers. Making a format is slow, so each locale is made once; and the browser's first one of all takes
/// longer than twenty elements, so the English of the United States, which we write as it does, is ours.
fn formatter(locale: &str) -> Rc<dyn Formatter> {
    LOCALES.with_borrow_mut(|locales| {
        if let Some(intl) = locales.get(&locale.to_owned()) {
            return Rc::clone(intl);
        }
        let made: Rc<dyn Formatter> =
            if locale == "en-US" { Rc::new(English) } else { Rc::new(Intl::of(locale)) };
        locales.set(locale.to_owned(), Rc::clone(&made));
        made
    })
}

/// Plain values only, so nothing of it can fail.
fn json(value: &impl Serialize) -> String {
    let mut text = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut text, Numbers);
    let written = value.serialize(&mut serializer);
    if written.is_ok() { String::from_utf8(text).unwrap_or_default() } else { String::new() }
}

/// Lets the browser write floats: tables for doing it here would weigh as much as a tenth of the program.
struct Numbers;

impl JsonFormatter for Numbers {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> Result<()> {
        writer.write_all(browser::text(value).as_bytes())
    }
}

mod browser {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// A number in the fewest digits that are it.
        #[wasm_bindgen(js_name = String)]
        pub(super) fn text(value: f64) -> String;
    }
}
