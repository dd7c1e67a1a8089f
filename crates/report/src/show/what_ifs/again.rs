//! What need not be worked out again: a key press on the view changes one question, or one scenario.

use crate::draws::RANGE;
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
    let is_asked = |what: &str| asks.iter().any(|name| what.starts_with(name));
    let scenarios = then.scenarios == now.scenarios && then.levers == now.levers;
    let same =
        is_same_company(then, now) && are_same_asks(then, now, &is_asked) && (scenarios || !with_scenarios);
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
    let is_of_view = |what: &str| !what.starts_with(RANGE) && !what.starts_with("uncertainty.");
    is_same_company(then, now)
        && then.view == now.view
        && then.scenarios == now.scenarios
        && then.levers == now.levers
        && are_same_asks(then, now, &is_of_view)
}

/// Whether the asks that count are the same.
fn are_same_asks(then: &Inputs, now: &Inputs, counts: &dyn Fn(&str) -> bool) -> bool {
    let (then, now) = (then.asks.iter(), now.asks.iter());
    then.filter(|(what, _)| counts(what)).eq(now.filter(|(what, _)| counts(what)))
}
