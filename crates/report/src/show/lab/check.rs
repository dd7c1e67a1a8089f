//! Whether the score tells who leaves, in words and pictures.

use plimsoll_forecast::validation::{LEAST_OF_EACH, USUALLY_ENOUGH};

use super::shares::place;
use super::{Bench, checked, refused};
use crate::lab::checked::{Basis, Checked, NoCheck, Timing, ToldBy};
use crate::view::lab::{CheckView, WayOut};
use crate::view::{Place, SelectOption};

/// Said of an answer that is not of the model as it is.
pub(super) const STALE: &str =
    "This is of the model and snapshot as they were when it was asked. Ask again for the model as it is now.";

/// The question, and its answer once it is there.
pub(super) fn show(bench: &Bench<'_>) -> CheckView {
    let asked = &bench.lab.checked;
    let answered = asked.answered();
    let verdict = answered.map(|(Checked { basis, verdict }, ask)| (basis, verdict, ask));
    CheckView {
        outcomes: outcomes(bench),
        moments: moments(bench),
        ask: if answered.is_some() { "Check again" } else { "Check the score" },
        progress: asked.progress().map(|steps| progress(bench, steps)),
        stale: answered.filter(|(_, ask)| **ask != bench.lab.check_ask()).map(|_| STALE),
        answer: verdict.and_then(|(basis, verdict, ask)| {
            let verdict = verdict.as_ref().ok()?;
            Some(Box::new(checked::show(bench, basis, verdict, &ask.model)))
        }),
        refusal: verdict.and_then(|(basis, verdict, _)| Some(refusal(bench, basis, verdict.as_ref().err()?))),
    }
}

/// "Step 3 of 12", and the part of the whole.
pub(super) fn progress(bench: &Bench<'_>, (done, of): (u32, u32)) -> (String, Place) {
    (["Step ", &bench.count(done), " of ", &bench.count(of)].concat(), place(done, of))
}

/// What is known of who left.
fn outcomes(bench: &Bench<'_>) -> String {
    let (left, stayed) = bench.facts.left;
    let all = bench.accounts(i64::from(left).saturating_add(stayed.into()));
    if left > 0 || stayed > 0 {
        [&bench.count(left), " of ", &all, " in the latest snapshot are marked as having left."].concat()
    } else if bench.facts.has_days {
        "A column holds the day on which accounts left.".into()
    } else if bench.facts.snapshots.len() > 1 {
        "No column says who left. Who is in an earlier snapshot and in no later one counts as having left."
            .into()
    } else {
        "Nothing says yet who left.".into()
    }
}

/// The snapshots by which scores can be made.
fn moments(bench: &Bench<'_>) -> Vec<SelectOption> {
    let snapshots = &bench.facts.snapshots;
    let chosen = usize::from(bench.lab.snapshot_to_check());
    let option = |(place, (day, rows)): (usize, &(Option<i32>, u32))| {
        let day = day.map_or_else(|| bench.nth_snapshot(place), super::words::day_written);
        let label = [&day, " (", &bench.accounts((*rows).into()), ")"].concat();
        SelectOption { value: place.to_string(), label, selected: place == chosen }
    };
    if snapshots.len() < 2 { Vec::new() } else { snapshots.iter().enumerate().map(option).collect() }
}

/// On which accounts something was found: "4,812 accounts as of 2025-06-30, of which 289 left within 184 days, until …".
pub(super) fn tested_on(bench: &Bench<'_>, basis: &Basis, (left, stayed): (u64, u64)) -> String {
    let as_of =
        basis.day.map(|day| [" as of ", &super::words::day_written(day)].concat()).unwrap_or_default();
    let when = match basis.timing {
        Timing::SameTime => " by the time they were written down".into(),
        Timing::Later => " by a later snapshot".into(),
        Timing::Within(days, end) => {
            let days = bench.days(days);
            [" within ", &days, ", until ", &super::words::day_written(end)].concat()
        }
    };
    [
        &bench.accounts_of(left.saturating_add(stayed)),
        &as_of,
        ", of which ",
        &bench.count(left),
        " left",
        &when,
    ]
    .concat()
}

/// What has to be known of outcomes.
pub(super) fn cautions(bench: &Bench<'_>, basis: &Basis, (left, stayed): (u64, u64)) -> Vec<String> {
    let mut cautions = Vec::new();
    match basis.timing {
        Timing::SameTime => cautions.push(
            "Scores and outcomes are of the same time: a score may be low because the customer had gone, which warns of nothing. \
             Scores from before they left would be a test."
                .into(),
        ),
        Timing::Later => cautions.push("Snapshots have no days, so it is not known how long accounts were watched.".into()),
        Timing::Within(..) => {}
    }
    if basis.told_by == ToldBy::Absence {
        cautions.push("No column says who left: who is in no later snapshot counts as having left.".into());
    }
    if left.min(stayed) < USUALLY_ENOUGH {
        let (few, what) = if left <= stayed { (left, " left") } else { (stayed, " stayed") };
        let few = [&bench.count(few), what].concat();
        cautions.push(
            [
                "Only ",
                &few,
                ". Below ",
                &bench.count(USUALLY_ENOUGH),
                ", take it with care: see the intervals.",
            ]
            .concat(),
        );
    }
    if basis.gone_before > 0 {
        cautions
            .push([&bench.accounts_of(basis.gone_before), " had left before, and do not count."].concat());
    }
    if basis.unknown > 0 {
        let are = [
            &bench.accounts_of(basis.unknown),
            " do not count, because it is not known whether they left in that time.",
        ];
        cautions.push(are.concat());
    }
    cautions
}

fn refusal(bench: &Bench<'_>, basis: &Basis, why: &NoCheck) -> WayOut {
    let (what, way_out) = match why {
        NoCheck::NoOutcomes => return no_outcomes(),
        NoCheck::NobodyLeft => ("Nobody who has a score left.".into(), nobody_left(basis)),
        NoCheck::NobodyStayed => return nobody_stayed(),
        NoCheck::TooFewLeft(left) => (too_few(bench, *left, "left"), more_churn()),
        NoCheck::TooFewStayed(stayed) => {
            (too_few(bench, *stayed, "stayed"), "A table that holds those who stayed, too, can be checked.")
        }
        NoCheck::OneScore(score) => (
            ["Every account has the same score, ", &bench.points(*score), "."].concat(),
            "Give weight to an indicator that differs between accounts; “How it counts” says how its values become points.",
        ),
        NoCheck::Refused(refusal) => {
            let (what, way_out) = refused(*refusal);
            (what.into(), way_out)
        }
    };
    WayOut { what, way_out: way_out.into() }
}

pub(super) fn no_outcomes() -> WayOut {
    WayOut {
        what: "Nothing says who left.".into(),
        way_out: "Add a column that does, “Churned” with yes and no or the day on which they left, or open two exports of different \
                  days together."
            .into(),
    }
}

pub(super) fn nobody_stayed() -> WayOut {
    WayOut {
        what: "Every account that has a score left.".into(),
        way_out:
            "A score is told by how it parts those who left from those who stayed. Add those who stayed."
                .into(),
    }
}

pub(super) const fn nobody_left(basis: &Basis) -> &'static str {
    match basis.timing {
        Timing::SameTime if basis.left > 0 => {
            "Of those who left nothing is known any more. Choose a snapshot from before they left, or open an older export with this one."
        }
        _ => "Choose an earlier snapshot, after which more time has passed, or a column that says who left.",
    }
}

pub(super) const fn more_churn() -> &'static str {
    "Choose an earlier snapshot, after which more have left, or bring in more of the past."
}

fn too_few(bench: &Bench<'_>, count: u64, what: &str) -> String {
    let least = bench.count(LEAST_OF_EACH);
    [
        "Only ",
        &bench.accounts_of(count),
        " with a score ",
        what,
        ". With fewer than ",
        &least,
        " nothing can be said.",
    ]
    .concat()
}
