//! What another program gives: inputs as they are saved, benchmarks of its own, and moves of a scenario.

use plimsoll_forecast::{By, Lever, Movable, Move, Scenario};
use plimsoll_metrics::{Unit, find_figure};

use super::problem::{self, FieldProblem};
use crate::format::Formatter;
use crate::pack::{Lines, kept};
use crate::read::{self, quantity};
use crate::scenarios::value_unit;
use crate::sentence::{self, pack_reason};
use crate::show::{Context, Writer};
use crate::state::Inputs;

/// What is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The inputs, as they are saved: texts by name.
    pub inputs: Vec<(String, String)>,
    /// The benchmarks, as texts by their place in the document (`docs/benchmark-pack.md`); empty for those published.
    pub pack: Vec<(String, String)>,
    /// What is moved, in this order.
    pub moves: Vec<MoveGiven>,
}

impl Default for Given {
    /// Nothing entered, nothing chosen but what always is.
    fn default() -> Self {
        Self { inputs: Inputs::default().entries(), pack: Vec::new(), moves: Vec::new() }
    }
}

/// One move of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoveGiven {
    /// The lever's slug; empty where a figure moves.
    pub lever: String,
    /// The figure's slug.
    pub figure: String,
    /// `points`, `percent` or `to`.
    pub by: String,
    /// How far, as it is typed.
    pub amount: String,
    /// Over how many months; at once for 0.
    pub months: u32,
}

/// All that is given, read.
pub(super) struct Seen {
    /// The inputs, with the benchmarks in them.
    pub(super) inputs: Inputs,
    /// What is moved.
    pub(super) scenario: Scenario,
    /// What is wrong with benchmarks and moves.
    pub(super) problems: Vec<FieldProblem>,
}

impl From<&Inputs> for Seen {
    fn from(inputs: &Inputs) -> Self {
        Self { inputs: inputs.clone(), scenario: Scenario::default(), problems: Vec::new() }
    }
}

/// What may be moved: the lever of this slug, else the figure of that one.
pub(super) fn movable(lever: &str, figure: &str) -> Option<Movable> {
    let lever = Lever::ALL.into_iter().find(|one| one.slug() == lever).map(Movable::Lever);
    lever.or_else(|| find_figure(figure).map(Movable::Figure))
}

impl Given {
    /// Reads it. Never fails: what cannot be read counts for nothing and says why.
    pub(super) fn seen(self) -> Seen {
        let mut seen = Seen::from(&Inputs::default());
        let mut found = |field: &str, sentence: String| {
            seen.problems.push(FieldProblem { field: field.into(), sentence });
        };
        match Inputs::from_entries(self.inputs) {
            Some(inputs) => seen.inputs = inputs,
            None => found("inputs", "They are of another version, or larger than any that are saved.".into()),
        }
        if !self.pack.is_empty() {
            match kept(&self.pack) {
                Ok(text) => seen.inputs.pack = text.into(),
                Err(fault) => found(&["pack.", &fault.place].concat(), pack_reason(&fault.reason)),
            }
        }
        let mark = seen.inputs.decimal_mark();
        for (place, given) in self.moves.iter().enumerate() {
            let Some(over) = movable(&given.lever, &given.figure) else { continue };
            let unit = match (given.by.as_str(), over) {
                ("to", Movable::Lever(lever)) => value_unit(lever),
                ("to", Movable::Figure(figure)) => figure.unit,
                _ => Unit::Percent,
            };
            let typed = quantity(&given.amount, mark, unit, &seen.inputs.currency);
            if let Some(problem) = &typed.problem {
                let sentence = sentence::problem(problem, &seen.inputs.currency, None);
                found(&["moves[", &place.to_string(), "]"].concat(), sentence);
            }
            let Some(value) = typed.value else { continue };
            let by = match given.by.as_str() {
                "to" => By::To(value),
                "points" => By::Points(value),
                _ => By::Percent(value),
            };
            seen.scenario.moves.set(over, Move::over(by, given.months));
        }
        seen
    }
}

impl Seen {
    /// Moves levers and scenario once, and shows something from that. Handed over with it is everything that is wrong.
    pub(super) fn show<T>(
        self,
        formatter: &dyn Formatter,
        show: impl FnOnce(&Context<'_>, Vec<FieldProblem>) -> T,
    ) -> T {
        let lines = Lines::read(&self.inputs);
        let read = read::inputs(&self.inputs);
        let levers = read.levers.apply(&read.book);
        let scenario = self.scenario.apply(&levers.book);
        let context = Context {
            read: &read,
            writer: Writer { formatter, currency: read.choices.currency, window: read.choices.window },
            before: &read.book,
            after: &scenario.book,
            moved: scenario.book != read.book,
            benchmarks: &lines.benchmarks,
            lever_problems: &levers.problems,
        };
        let mut problems = problem::all(&context);
        problems.extend(self.problems);
        problems.extend(
            lines.problems.into_iter().map(|sentence| FieldProblem { field: "pack".into(), sentence }),
        );
        problems.extend(scenario.problems.iter().map(problem::of_move));
        show(&context, problems)
    }
}
