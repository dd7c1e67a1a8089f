//! The answer: how well the score tells who leaves.

mod early;
mod pictures;
mod warning;

use super::{Bench, check};
use crate::lab::KeptModel;
use crate::lab::checked::{AreaTold, Basis, Verdict};
use crate::view::lab::CheckedView;

/// How a textbook reads an area, from the named share on: D. W. Hosmer, S. Lemeshow and R. X. Sturdivant, Applied Logistic
/// Regression, third edition, 2013, page 177.
const READINGS: [(u32, &str); 4] =
    [(900_000, "outstanding"), (800_000, "excellent"), (700_000, "acceptable"), (500_001, "poor")];

/// What a warning is called: red, and all that is not green.
const NAMES: [&str; 2] = ["Red", "Not green"];

/// All of it.
pub(super) fn show(bench: &Bench<'_>, basis: &Basis, verdict: &Verdict, model: &KeptModel) -> CheckedView {
    CheckedView {
        finding: finding(bench, &verdict.area),
        about: about(bench, basis, verdict),
        cautions: cautions(bench, basis, verdict),
        curve: pictures::curve(bench, verdict),
        lift: pictures::lift(bench, verdict),
        calibration: pictures::calibration(bench, verdict),
        warnings: warning::show(bench, verdict),
        lead: early::lead(bench, verdict.lead.as_ref()),
        steady: early::steady(bench, verdict.stability.as_ref(), model),
        segments: early::segments(bench, verdict),
    }
}

fn finding(bench: &Bench<'_>, area: &AreaTold) -> String {
    let times = bench.times_in_100(area.millionths);
    [
        "Of two accounts, one that left and one that stayed, the score puts the one that left lower ",
        &times,
        ".",
    ]
    .concat()
}

fn about(bench: &Bench<'_>, basis: &Basis, verdict: &Verdict) -> Vec<String> {
    let sure = match verdict.area.interval {
        Some((low, high)) => {
            let coin = if (low..=high).contains(&500_000) {
                ", so it may be no better than a coin, which does so 50 times"
            } else {
                "; a coin does so 50 times"
            };
            [
                "That is ",
                &bench.between_in_100(low, high),
                " with 95% confidence (DeLong’s interval)",
                coin,
                ".",
            ]
            .concat()
        }
        None => "All pairs agree, so there is no interval: with more accounts some would not.".into(),
    };
    let tested = ["Tested on ", &check::tested_on(bench, basis, verdict.counted), "."].concat();
    [sure, tested].into_iter().chain(reading(bench, verdict.area.millionths)).collect()
}

/// Millionths, rounded to so many decimals.
fn rounded(millionths: u32, decimals: u32) -> u32 {
    let unit = 10_u32.pow(6_u32.saturating_sub(decimals));
    millionths.saturating_add(unit / 2).checked_div(unit).unwrap_or(0).saturating_mul(unit)
}

/// What is published of such an area; nothing is for one that is no better than chance.
fn reading(bench: &Bench<'_>, area: u32) -> Option<String> {
    let word_of = |area: u32| READINGS.iter().find(|(from, _)| area >= *from).map(|(_, word)| *word);
    // As many decimals as keep it on its side of the line.
    let decimals = (2..6).find(|decimals| word_of(rounded(area, *decimals)) == word_of(area)).unwrap_or(6);
    let written = bench.decimals(area, decimals);
    let Some(word) = word_of(area) else {
        return (area < 500_000).then(|| {
            ["The area under the curve is ", &written, ": below 0.5, the score points the wrong way."]
                .concat()
        });
    };
    Some(
        [
            "The area under the curve is ", &written, ", which a textbook calls ", word,
            " (Hosmer, Lemeshow and Sturdivant, Applied Logistic Regression, 2013, page 177). Whether it is enough depends on what a \
             warning costs.",
        ]
        .concat(),
    )
}

fn cautions(bench: &Bench<'_>, basis: &Basis, verdict: &Verdict) -> Vec<String> {
    let mut cautions = check::cautions(bench, basis, verdict.counted);
    if verdict.without_score > 0 {
        cautions
            .push([&bench.accounts_of(verdict.without_score), " have no score, and do not count."].concat());
    }
    cautions.push(if bench.lab.document.before_suggestion.is_some() {
        "The weights were suggested by accounts among these, so this looks better than it is. The suggestion was tested on others.".into()
    } else {
        "The score learnt from none of these accounts, so all of them test it. Weights that were set after looking at who left are \
         not tested by it."
            .into()
    });
    cautions
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it is surprised"
)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_that_of_the_number_that_is_shown() {
        let word = |area: u32| READINGS.iter().find(|(from, _)| area >= *from).map(|(_, word)| *word);
        assert_eq!(
            [500_000, 500_001, 699_999, 700_000, 899_999, 1_000_000].map(word),
            [None, Some("poor"), Some("poor"), Some("acceptable"), Some("excellent"), Some("outstanding")]
        );
        assert_eq!(
            [rounded(799_600, 2), rounded(799_600, 4), rounded(812_345, 2)],
            [800_000, 799_600, 810_000]
        );
    }
}
