//! What is asked, answered and taken, from actions to the page.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::panic,
    reason = "a test stops where it is surprised"
)]

use crate::view::{GoalOutcome, GoalView, Shelf, StepEffect, TakeHow, WhatIfsView};
use crate::{Action, English, Inputs, State, shelf, shelf_after};

fn asked(asks: &[(&str, &str)]) -> State {
    let state = State::from(Inputs::example()).after(&Action::ViewOpened("scenarios".into()));
    asks.iter().fold(state, |state, (what, text)| {
        state.after(&Action::Asked { what: (*what).into(), text: (*text).into() })
    })
}

fn shown(state: &State) -> WhatIfsView {
    match shelf(state, &English, None) {
        Some(Shelf::WhatIfs(view)) => *view,
        other => panic!("another view: {other:?}"),
    }
}

fn goal(asks: &[(&str, &str)]) -> GoalView {
    shown(&asked(asks)).goal
}

/// The action behind the button of an answer.
fn taken(view: &GoalView) -> Action {
    match view.take.clone().unwrap().how {
        TakeHow::Scenario { name, lever, text } => {
            Action::ScenarioMade { name, moves: [lever, " ", &text].concat() }
        }
        TakeHow::Figure { figure, text } => Action::FigureTyped { figure: figure.into(), text },
    }
}

#[test]
fn a_lever_that_reaches_a_goal_becomes_a_scenario_once() {
    let mut state = asked(&[("goal.to", "band-3"), ("goal.by", "lever-churn")]);
    let view = shown(&state);
    assert_eq!(
        view.goal.answer,
        "Churn 5.01 points lower takes logo churn to 14.99% a year, into “Acceptable”."
    );
    let action = taken(&view.goal);
    state = state.after(&action);
    let view = shown(&state);
    let kept = view.scenarios.scenarios.iter().find(|scenario| scenario.is_own).unwrap();
    assert_eq!(kept.name, "Logo churn to “Acceptable”");
    assert_eq!(
        state.inputs().scenarios.iter().collect::<Vec<_>>(),
        [("s1", kept.name.as_str()), ("s1/churn", "-5.01")]
    );
    assert_eq!(view.goal.take.unwrap().rests.unwrap(), "Kept as “Logo churn to “Acceptable””.");
    // The fact stays when somebody calls it otherwise, and goes with it.
    let renamed = Action::ScenarioTold { key: kept.slug.clone(), text: "Plan".into() };
    let view = shown(&state.clone().after(&renamed));
    assert_eq!(view.goal.take.unwrap().rests.unwrap(), "Kept as “Plan”.");
    let view = shown(&state.after(&Action::ScenarioRemoved(kept.slug.clone())));
    assert_eq!(view.goal.take.unwrap().rests, None);
}

#[test]
fn no_more_scenarios_are_kept_than_can_be() {
    let full =
        (0..6).fold(asked(&[("goal.by", "lever-churn")]), |state, _| state.after(&Action::ScenarioKept));
    let view = shown(&full).goal;
    assert!(view.take.as_ref().unwrap().rests.as_ref().unwrap().starts_with("As many scenarios"));
    assert_eq!(full.clone().after(&taken(&view)).inputs(), full.inputs());
}

#[test]
fn a_figure_becomes_a_scenario_where_one_lever_moves_it_alone() {
    let net = ("goal.metric", "net-revenue-retention");
    let view = goal(&[net, ("goal.to", "target"), ("goal.by", "figure-expansion-mrr")]);
    assert!(
        matches!(&view.take.as_ref().unwrap().how, TakeHow::Scenario { lever: "expansion", .. }),
        "{view:?}"
    );
    // In more digits than a lever by hand, so that it gets there.
    let state = asked(&[net]).after(&taken(&view));
    let own = state.inputs().scenarios.get("s1/expansion").unwrap().to_owned();
    assert_eq!(own, "16.500005");
    let view = goal(&[net, ("goal.to", "target"), ("goal.by", "figure-churned-mrr")]);
    assert!(view.take.is_none() && view.outcome == GoalOutcome::OutOfReach);
    let view = goal(&[net, ("goal.to", "band-2"), ("goal.by", "figure-churned-mrr")]);
    assert!(matches!(view.take.unwrap().how, TakeHow::Figure { figure: "churned-mrr", .. }));
}

#[test]
fn a_figure_that_is_used_reaches_the_goal() {
    let state = asked(&[("goal.to", "band-3")]);
    let after = shown(&state.clone().after(&taken(&shown(&state).goal))).goal;
    // The next goal stands where it stood, and is met now.
    assert_eq!(after.answer, "Logo churn is 14.8% a year, in “Acceptable” already: nothing has to move.");
    assert!(after.take.is_none());
}

#[test]
fn what_cannot_be_reached_says_why_and_what_is_nearest() {
    let value = |metric, value, by| {
        goal(&[("goal.metric", metric), ("goal.to", "value"), ("goal.value", value), ("goal.by", by)]).answer
    };
    for (answer, said) in [
        (
            value("net-revenue-retention", "150", "figure-churned-mrr"),
            "Not reachable, because churned MRR cannot go below $0. Nearest: churned MRR from $38,400 to $0, \
             $38,400 less, takes NRR to 109.5% a year, into “Acceptable”.",
        ),
        (
            value("logo-churn", "10", "lever-price"),
            "Not reachable, because logo churn stays the same, whatever price is.",
        ),
    ] {
        assert!(answer.starts_with(said), "{answer}");
    }
    assert_eq!(value("logo-churn", "", "lever-price"), "Type the value that logo churn shall have.");
    assert_eq!(value("logo-churn", "lots", "lever-price"), "The value cannot be read.");
    let view = goal(&[("goal.to", "value"), ("goal.value", "120")]);
    assert_eq!(view.value.unwrap().problem.unwrap(), "It must lie between 0% and 100%.");
    assert_eq!(view.outcome, GoalOutcome::Open);
}

#[test]
fn a_goal_that_is_met_in_two_places_names_the_other_one() {
    let accuracy = ("goal.metric", "renewal-forecast-accuracy");
    let view =
        goal(&[accuracy, ("goal.to", "value"), ("goal.value", "80"), ("goal.by", "figure-arr-forecast")]);
    assert_eq!(view.outcome, GoalOutcome::Reached);
    assert!(
        view.notes.iter().any(|note| note.starts_with("The goal also starts or stops to be met at $")),
        "{view:?}"
    );
}

#[test]
fn what_was_asked_of_another_metric_falls_back() {
    // LTV : CAC has no band in that place, and does not rest on that figure.
    let view = goal(&[("goal.metric", "ltv-cac"), ("goal.to", "band-5"), ("goal.by", "figure-promoters")]);
    let chosen: Vec<&str> = view
        .asks
        .iter()
        .flat_map(|ask| {
            ask.options.iter().filter(|option| option.selected).map(|option| option.value.as_str())
        })
        .collect();
    assert_eq!(chosen, ["ltv-cac", "band-2", "figure-acquisition-spend"]);
}

#[test]
fn a_tornado_is_sorted_and_lies_within_its_ends() {
    let view = shown(&asked(&[("sensitivity.metric", "cac-payback")])).tornado;
    assert_eq!(
        view.finding,
        "Gross margin matters most: one point moves CAC payback, on margin by 0.28 months."
    );
    let length = |effect: &StepEffect| match effect {
        StepEffect::Changes { from, to, .. } => {
            assert!(*from == view.zero || *to == view.zero);
            to.0 - from.0
        }
        StepEffect::Nothing(_) => 0,
    };
    let sizes: Vec<u16> = view.rows.iter().map(|row| length(&row.down).max(length(&row.up))).collect();
    assert!(sizes.is_sorted_by(|one, next| one >= next), "{sizes:?}");
    assert!(sizes.len() > 3 && sizes.len() <= 12);
}

#[test]
fn a_grid_never_holds_one_lever_against_itself() {
    let view = shown(&asked(&[("grid.rows", "price"), ("grid.columns", "price")])).grid;
    assert_eq!(view.sides, ("Price", "Churn"));
    let now: Vec<(usize, usize)> = view
        .rows
        .iter()
        .enumerate()
        .flat_map(|(down, row)| {
            let now = row.cells.iter().enumerate().filter(|(_, cell)| cell.is_now);
            now.map(move |(across, _)| (down, across))
        })
        .collect();
    assert_eq!((now.as_slice(), view.rows.len(), view.columns.len()), (&[(3, 3)][..], 7, 7));
}

#[test]
fn what_is_kept_is_what_would_be_worked_out_anew() {
    let ask = |what: &str, text: &str| Action::Asked { what: what.into(), text: text.into() };
    let tell = |key: &str, text: &str| Action::ScenarioTold { key: key.into(), text: text.into() };
    let actions = [
        ask("goal.metric", "net-revenue-retention"),
        ask("sensitivity.metric", "logo-churn"),
        ask("grid.rows", "price"),
        Action::ScenarioKept,
        tell("s1/churn", "-2"),
        tell("s1/churn/months", "6"),
        ask("range.churned-mrr", "30k to 45k"),
        ask("uncertainty.seed", "7"),
        ask("project.months", "48"),
        Action::LeverMoved { lever: "price".into(), text: "5".into() },
        Action::FigureTyped { figure: "lost-customers".into(), text: "40".into() },
        Action::Chosen { kind: crate::view::ChoiceKind::Window, value: "month".into() },
        Action::Undone,
        Action::ScenarioRemoved("s1".into()),
        Action::Cleared,
    ];
    let mut state = asked(&[]);
    let mut view = shelf(&state, &English, None);
    for action in actions {
        let before = state.inputs().clone();
        state = state.after(&action);
        let again = shelf_after(view.as_ref().map(|view| (&*before, view)), &state, &English, None);
        assert_eq!(again, shelf(&state, &English, None), "{action:?}");
        view = again;
    }
}
