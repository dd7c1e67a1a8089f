//! What the thresholds catch, what they miss, and what they warn of in vain.

use super::NAMES;
use crate::lab::checked::{RateTold, Verdict, WarningTold};
use crate::show::lab::Bench;
use crate::show::lab::shares::share;
use crate::view::lab::{Numbers, WarningView};

/// Red as the warning, then everything that is not green.
pub(super) fn show(bench: &Bench<'_>, verdict: &Verdict) -> [WarningView; 2] {
    let [red, not_green] = &verdict.warnings;
    let [red_name, other_name] = NAMES;
    [warning(bench, red_name, red), warning(bench, other_name, not_green)]
}

fn warning(bench: &Bench<'_>, name: &str, told: &WarningTold) -> WarningView {
    let [(hit, _), (wolf, _), (missed, _), _] = told.cells;
    let all_left = hit.saturating_add(missed);
    let cell = |(accounts, arr): (u64, i64)| {
        let arr = bench.facts.arr.map(|_| [", ", &bench.arr(arr)].concat()).unwrap_or_default();
        [&bench.count(accounts), arr.as_str()].concat()
    };
    let [hit_cell, wolf_cell, missed_cell, quiet_cell] = told.cells.map(cell);
    WarningView {
        finding: [
            name,
            " (below ",
            &bench.points(told.below),
            ") warns of ",
            &bench.count(hit),
            " of ",
            &bench.count(all_left),
            " that left, and in vain of ",
            &bench.count(wolf),
        ]
        .concat(),
        numbers: Numbers {
            caption: [name, " as the warning"].concat(),
            heads: vec!["", "Left", "Stayed"],
            rows: vec![
                vec!["Warned".into(), hit_cell, wolf_cell],
                vec!["Not warned".into(), missed_cell, quiet_cell],
            ],
        },
        rates: rates(bench, told),
    }
}

/// Each share in a sentence with its interval.
fn rates(bench: &Bench<'_>, told: &WarningTold) -> Vec<String> {
    let rate = |of: &str, rate: Option<RateTold>| {
        let rate = rate?;
        let counts = [&bench.count(rate.count), " of ", &bench.count(rate.total)].concat();
        let interval = bench.interval(rate.interval);
        Some([of, ": ", &bench.percent(share(&rate)), " (", &counts, "; ", &interval, ")"].concat())
    };
    let [recall, precision, quiet] = told.rates;
    let by_arr = told.recall_by_arr.filter(|_| bench.facts.arr.is_some());
    let rates = [
        rate("Of those that left, warned of (recall)", recall),
        rate("Of those warned of, left (precision)", precision),
        rate("Of those that stayed, not warned of (specificity)", quiet),
        by_arr.map(|share| ["Of the ARR that left, warned of: ", &bench.percent(share)].concat()),
    ];
    rates.into_iter().flatten().collect()
}
