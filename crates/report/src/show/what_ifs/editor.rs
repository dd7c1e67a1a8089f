//! The scenarios as they are made.

use plimsoll_forecast::{Lever, LeverProblem, Movable, MoveProblem, Scale};

use super::sentence::subject;
use super::{Context, Worked};
use crate::Inputs;
use crate::read::Problem;
use crate::scenarios::{PERCENT, Part, copy, value_unit};
use crate::sentence::{self, capital, inline, left_out, lever_label, list, movable_label, move_problem};
use crate::show::what_if::effect;
use crate::state::MOST_SCENARIOS;
use crate::view::{EntryView, KeepView, MoveView, ScenarioView, ScenariosView, SelectOption};

/// The scenarios, and the way to one more.
pub(super) fn show(context: &Context<'_>, inputs: &Inputs, all: &[Worked]) -> ScenariosView {
    ScenariosView {
        keep: keep(inputs),
        scenarios: all.iter().map(|worked| scenario(context, inputs, worked)).collect(),
    }
}

/// The button that keeps the levers as a scenario.
pub(in crate::show) fn keep(inputs: &Inputs) -> KeepView {
    let kept = inputs.scenarios.iter().filter(|(key, _)| !key.contains('/')).count();
    let of = [kept.to_string().as_str(), " of ", &MOST_SCENARIOS.to_string(), " scenarios kept."].concat();
    KeepView {
        label: if inputs.levers.is_empty() {
            "Add an empty scenario"
        } else {
            "Keep the levers as a scenario"
        },
        can: kept < MOST_SCENARIOS,
        about: if kept == 0 { String::new() } else { of },
    }
}

fn scenario(context: &Context<'_>, inputs: &Inputs, worked: &Worked) -> ScenarioView {
    let named = &worked.named;
    let context = worked.context(context);
    let moves = |lever| move_of(&context, inputs, worked, lever);
    ScenarioView {
        slug: named.slug.clone(),
        name: worked.name(),
        text: named.name.clone(),
        about: about(&context, worked),
        is_own: named.is_own,
        copy: (!named.is_own).then(|| copy(&worked.name(), &named.scenario, context.read.mark)),
        moves: if named.is_own { Lever::ALL.into_iter().map(moves).collect() } else { Vec::new() },
        left_out: if named.is_own {
            Vec::new()
        } else {
            worked.applied.problems.iter().filter(|one| !waits(one)).map(left_out).collect()
        },
    }
}

fn about(context: &Context<'_>, worked: &Worked) -> String {
    let moves = subject(context, worked).map(|subject| [&capital(&subject.text), "."].concat());
    if worked.named.is_own {
        return moves.unwrap_or_else(|| "Nothing is moved.".into());
    }
    let waiting: Vec<String> = worked
        .applied
        .problems
        .iter()
        .filter(|one| waits(one))
        .map(|(over, _)| inline(movable_label(*over)))
        .collect();
    let wait = if waiting.is_empty() {
        String::new()
    } else {
        [&capital(&list(&waiting)), ": nothing to move yet, as figures are missing."].concat()
    };
    let parts = match moves {
        Some(moves) => vec![moves, "Our assumption, from no source.".into(), wait],
        None if waiting.is_empty() => vec!["Nothing is moved.".into()],
        None => vec![wait],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a move only waits for figures. Of a ready-made scenario that is no mistake of the reader's.
const fn waits((_, problem): &(Movable, MoveProblem)) -> bool {
    matches!(problem, MoveProblem::Lever(LeverProblem::NothingToMove(_)))
}

fn move_of(context: &Context<'_>, inputs: &Inputs, worked: &Worked, lever: Lever) -> MoveView {
    let key = |part: &str| [&worked.named.slug, "/", lever.slug(), part].concat();
    let told = |part: &str| inputs.scenarios.get(&key(part)).unwrap_or_default();
    let is_value = told("/by") == "to";
    let is_percent = told("/by") == PERCENT && lever.scale() == Scale::Points;
    let wrong = |part: Part| {
        let is_it = |(of, at, _): &&(Lever, Part, Problem)| (*of, *at) == (lever, part);
        worked.named.problems.iter().find(is_it).map(|(_, _, problem)| words(context, problem))
    };
    let movable = Movable::Lever(lever);
    let refused = worked.applied.problems.iter().find(|(over, _)| *over == movable);
    let refused = refused.map(|(_, problem)| move_problem(problem));
    let is_moved = worked.named.scenario.moves.get(&movable).is_some() && refused.is_none();
    let (prefix, suffix) = units(context, lever, is_value);
    let suffix = if is_percent { "% of it".into() } else { suffix };
    let option = |value: &str, label: &str, selected| SelectOption {
        value: value.into(),
        label: label.into(),
        selected,
    };
    MoveView {
        label: lever_label(lever),
        amount: EntryView {
            key: key(""),
            text: told("").into(),
            rest: " ",
            prefix,
            suffix,
            problem: wrong(Part::Amount).or(refused),
        },
        by_key: key("/by"),
        by: [option("", "by", !is_value && !is_percent), option("to", "to", is_value)]
            .into_iter()
            .chain((lever.scale() == Scale::Points).then(|| option(PERCENT, "by %", is_percent)))
            .collect(),
        months: EntryView {
            key: key("/months"),
            text: told("/months").into(),
            rest: "0",
            prefix: "over".into(),
            suffix: "months".into(),
            problem: wrong(Part::Months),
        },
        effect: is_moved.then(|| effect(context, lever)).flatten(),
    }
}

/// What is wrong with what was typed.
pub(super) fn words(context: &Context<'_>, problem: &Problem) -> String {
    sentence::problem(problem, context.writer.currency.code(), None)
}

/// The unit before and after the number.
fn units(context: &Context<'_>, lever: Lever, is_value: bool) -> (String, String) {
    let after = match (is_value, lever.scale(), lever) {
        (false, Scale::Points, _) => "points",
        (false, Scale::Percent, _) | (true, _, Lever::Churn | Lever::GrossMargin) => "%",
        (true, _, Lever::Contraction | Lever::Expansion) => "% of MRR",
        (true, _, Lever::Price) => "a month",
        (true, _, Lever::AcquisitionCost) => "a customer",
    };
    let is_money = is_value && value_unit(lever).is_money();
    let sign = || context.writer.formatter.sign(context.writer.currency);
    (if is_money { sign() } else { String::new() }, after.into())
}
