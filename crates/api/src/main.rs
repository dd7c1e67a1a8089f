//! The JavaScript package: what `report` answers, as plain JavaScript values. Nothing is worked out here, and nothing is kept
//! but how numbers are written, so there is nothing to free.
//!
//! `js/` stands before it. It reads what a caller gives, each value once, and hands over plain records of texts; so nothing
//! of a caller's is touched from here, and what comes back is plain too. One function takes every question, by its name.

use std::cell::RefCell;

use plimsoll_intl::Intl;
use plimsoll_report::wire;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

mod question;

use question::{Question, pairs};

/// Gives out memory, as on the page.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// How many locales are kept ready: making one is slow, and a program that writes in more at once is rare.
const READY: usize = 4;

thread_local! {
    /// How the latest locales write numbers.
    static LOCALES: RefCell<Vec<(String, Intl)>> = const { RefCell::new(Vec::new()) };
}

fn main() {}

/// The answer to a question, with numbers as the locale writes them. The lists are those of [`Question`], each pair as two texts.
///
/// # Errors
///
/// The answer could not be made into values, which nothing of it is known to cause.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "lists of texts are handed over one by one")]
pub fn answer(
    name: &str,
    locale: &str,
    about: Vec<String>,
    inputs: Vec<String>,
    pack: Vec<String>,
    moves: Vec<String>,
    weights: Vec<String>,
    accounts: Vec<String>,
) -> Result<JsValue, JsValue> {
    let question = Question {
        about: pairs(about),
        inputs: pairs(inputs),
        pack: pairs(pack),
        moves,
        weights: pairs(weights),
        accounts: pairs(accounts),
    };
    in_locale(locale, |formatter| {
        let given = || question.given();
        let metric = || question.text("metric");
        match name {
            "evaluate" => give(&wire::report(given(), formatter)),
            "explain" => give(&wire::explain(given(), &metric(), formatter)),
            "grade" => give(&wire::grade(given(), &metric(), &question.text("value"), formatter)),
            "solve" => give(&wire::solve(given(), &question.goal(), formatter)),
            "project" => give(&wire::project(given(), &question.ahead(), formatter)),
            "score" => give(&wire::score(given(), &question.accounts(), formatter)),
            "parse" => give(&wire::parse(&question.typed(), formatter)),
            "benchmarks" => give(&wire::published(given(), formatter)),
            _ => give(&wire::listing(formatter)),
        }
    })
}

/// Does something with the numbers of a locale.
fn in_locale<T>(locale: &str, act: impl FnOnce(&Intl) -> T) -> T {
    LOCALES.with_borrow_mut(|ready| {
        let held = ready.iter().position(|(held, _)| held == locale);
        let made = match held {
            Some(place) => ready.remove(place),
            None => (locale.to_owned(), Intl::of(locale)),
        };
        ready.truncate(READY - 1);
        let answer = act(&made.1);
        ready.insert(0, made);
        answer
    })
}

/// An answer as plain values: objects for records, `null` for nothing.
fn give<T: Serialize>(answer: &T) -> Result<JsValue, JsValue> {
    Ok(answer.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
