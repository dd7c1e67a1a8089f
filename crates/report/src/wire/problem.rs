//! What is wrong with what was entered.

use plimsoll_forecast::{Movable, MoveProblem};
use serde::{Deserialize, Serialize};

use crate::sentence::{self, move_problem};
use crate::show::Context;

/// What is wrong with one entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FieldProblem {
    /// Where it was entered: `figures.start-mrr`, `known.logo-churn`, `moves.churn`, `pack.scales[0].bands`.
    pub field: String,
    /// What is wrong and what would be right, in a sentence or two.
    pub sentence: String,
}

/// The problems of every entry: figures, metrics entered as known, levers.
pub(super) fn all(context: &Context<'_>) -> Vec<FieldProblem> {
    let code = context.writer.currency.code();
    let found = |table: &str, slug: &str, sentence: String| FieldProblem {
        field: [table, ".", slug].concat(),
        sentence,
    };
    let read = context.read;
    let figures = read.figures.iter().filter_map(|(figure, typed)| {
        let problem = typed.problem.as_ref()?;
        Some(found("figures", figure.slug, sentence::problem(problem, code, None)))
    });
    let known = read.known.iter().filter_map(|(metric, typed)| {
        let problem = typed.problem.as_ref()?;
        Some(found("known", metric.slug, sentence::problem(problem, code, Some(metric))))
    });
    let unread = read
        .lever_problems
        .iter()
        .map(|(lever, problem)| found("levers", lever.slug(), sentence::problem(problem, code, None)));
    let stuck = context
        .lever_problems
        .iter()
        .map(|(lever, problem)| found("levers", lever.slug(), sentence::lever_problem(problem)));
    figures.chain(known).chain(unread).chain(stuck).collect()
}

/// The problem of a move.
pub(super) fn of_move((over, problem): &(Movable, MoveProblem)) -> FieldProblem {
    let slug = match over {
        Movable::Lever(lever) => lever.slug(),
        Movable::Figure(figure) => figure.slug,
    };
    FieldProblem { field: ["moves.", slug].concat(), sentence: move_problem(problem) }
}
