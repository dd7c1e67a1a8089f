//! What need not be worked out again: a key press on the view changes one question, or one scenario.

use crate::state::Inputs;
use crate::view::WhatIfsView;

/// A part of the view before, where it rests on nothing that has changed: on the figures and choices, on the asks of these names, and
/// on the scenarios and levers where it says so.
pub(super) fn kept<T: Clone>(
    before: Option<(&Inputs, &WhatIfsView)>,
    now: &Inputs,
    asks: &[&str],
    with_scenarios: bool,
    part: impl Fn(&WhatIfsView) -> &T,
) -> Option<T> {
    let (then, view) = before?;
    let asked = |inputs: &Inputs| {
        let asked = inputs.asks.iter().filter(|(what, _)| asks.iter().any(|name| what.starts_with(name)));
        asked.map(|(what, text)| (what.to_owned(), text.to_owned())).collect::<Vec<_>>()
    };
    let scenarios = then.scenarios == now.scenarios && then.levers == now.levers;
    let same = is_same_company(then, now) && asked(then) == asked(now) && (scenarios || !with_scenarios);
    same.then(|| part(view).clone())
}

/// Whether figures, choices and benchmarks are the same.
fn is_same_company(then: &Inputs, now: &Inputs) -> bool {
    let texts = |inputs: &Inputs| {
        let Inputs {
            window, currency, decimal_mark, segment, industry, stage, annualising, churn_scope, ..
        } = inputs;
        [window, currency, decimal_mark, segment, industry, stage, annualising, churn_scope]
            .map(String::clone)
    };
    texts(then) == texts(now)
        && then.figures == now.figures
        && then.known == now.known
        && then.known_windows == now.known_windows
        && then.conventions == now.conventions
        && then.benchmarks == now.benchmarks
        && then.pack == now.pack
}

/// Whether a view of scenarios of one of these inputs is that of the other: only what is asked of the draws may differ.
pub(in crate::show) fn is_same_view(then: &Inputs, now: &Inputs) -> bool {
    let asked = |inputs: &Inputs| {
        let asked = inputs
            .asks
            .iter()
            .filter(|(what, _)| !what.starts_with("range.") && !what.starts_with("uncertainty."));
        asked.map(|(what, text)| (what.to_owned(), text.to_owned())).collect::<Vec<_>>()
    };
    is_same_company(then, now)
        && then.view == now.view
        && then.scenarios == now.scenarios
        && then.levers == now.levers
        && asked(then) == asked(now)
}
