//! Goal-seek: which change of one figure or lever reaches a goal.

use std::borrow::Cow;

use plimsoll_forecast::{Basis, Goal, Lever, Movable, rests_on};
use plimsoll_metrics::benchmarks::{Band, Scale};
use plimsoll_metrics::metrics::LOGO_CHURN;
use plimsoll_metrics::{Metric, Unit};

use super::super::Context;
use super::super::scale::spans;
use super::super::value::target_line;
use super::ask;
use crate::read::{self, Typed};
use crate::sentence::{inline, lever_label, problem};
use crate::state::State;
use crate::view::{AskView, EntryView, GoalOutcome, GoalView, SelectOption};

const METRIC: &str = "goal.metric";
const TO: &str = "goal.to";
const VALUE: &str = "goal.value";
const BY: &str = "goal.by";

/// Where the metric shall get, as it is chosen.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Aim {
    /// The band of the scale at this position.
    Band(usize),
    /// The target line.
    Target,
    /// A value that is typed.
    Value,
}

impl Aim {
    fn slug(self) -> String {
        match self {
            Self::Band(position) => ["band-", &position.to_string()].concat(),
            Self::Target => "target".into(),
            Self::Value => "value".into(),
        }
    }
}

/// All that is asked, read.
pub(crate) struct Sought<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) metric: &'static Metric,
    pub(crate) scale: Option<Cow<'a, Scale>>,
    pub(crate) aim: Aim,
    /// The value that is typed, for [`Aim::Value`].
    pub(crate) typed: Typed,
    pub(crate) over: Movable,
}

/// A goal, and which change reaches it.
pub(super) fn show(context: &Context<'_>, state: &State) -> GoalView {
    let Some(sought) = asked(context, state) else {
        return GoalView {
            asks: Vec::new(),
            value: None,
            answer: ask::NOTHING.into(),
            outcome: GoalOutcome::Open,
            notes: Vec::new(),
            take: None,
        };
    };
    let asks = vec![
        ask::about(context, METRIC, "Metric to move", Some(sought.metric)),
        sought.aims(),
        sought.movables(),
    ];
    let value = (sought.aim == Aim::Value).then(|| sought.number(state));
    let open = |answer| (answer, GoalOutcome::Open, Vec::new(), None);
    let (answer, outcome, notes, take) = match sought.goal() {
        None if sought.typed.problem.is_some() => open("The value cannot be read.".into()),
        None => open(["Type the value that ", &inline(sought.metric.short()), " shall have."].concat()),
        Some(goal) => sought.answer(state, &goal),
    };
    GoalView { asks, value, answer, outcome, notes, take }
}

/// Nothing where no metric has a value.
fn asked<'a>(context: &'a Context<'a>, state: &State) -> Option<Sought<'a>> {
    let metric = ask::metric(context, state, METRIC, &LOGO_CHURN)?;
    let scale = context.scale(metric);
    let text = ask::answer(state, VALUE);
    let currency = context.writer.currency.code();
    let typed = read::quantity(text, context.read.mark, metric.unit, currency).within(metric.range);
    let mut sought =
        Sought { context, metric, scale, aim: Aim::Value, typed, over: Movable::Lever(Lever::Churn) };
    let offered = sought.offered();
    let chosen = ask::answer(state, TO);
    sought.aim = offered.into_iter().find(|aim| aim.slug() == chosen).unwrap_or(sought.next_aim());
    let chosen = ask::answer(state, BY);
    let offered = sought.over_offered();
    sought.over =
        offered.iter().copied().find(|over| over_slug(*over) == chosen).unwrap_or(sought.first_over());
    Some(sought)
}

/// Figures and levers may have one name.
fn over_slug(over: Movable) -> String {
    match over {
        Movable::Lever(lever) => ["lever-", lever.slug()].concat(),
        Movable::Figure(figure) => ["figure-", figure.slug].concat(),
    }
}

impl Sought<'_> {
    /// The goals that there are: bands above the lowest, best first, the target, and any value.
    fn offered(&self) -> Vec<Aim> {
        let bands = self.scale.as_ref().map_or(&[][..], |scale| scale.bands.as_ref());
        let least = bands.iter().map(|band| band.standing).min();
        let above = |(_, band): &(usize, &Band)| Some(band.standing) > least;
        let mut graded: Vec<_> = bands.iter().enumerate().filter(above).collect();
        graded.sort_by_key(|(_, band)| std::cmp::Reverse(band.standing));
        let target = self.scale.as_ref().and_then(|scale| scale.target.as_ref()).map(|_| Aim::Target);
        let bands = graded.into_iter().map(|(position, _)| Aim::Band(position));
        bands.chain(target).chain([Aim::Value]).collect()
    }

    /// The next better band, or the target, or a value.
    fn next_aim(&self) -> Aim {
        let Some(scale) = &self.scale else { return Aim::Value };
        let now = self.context.before.annual(self.metric).ok();
        let position = now.and_then(|now| scale.grade(&now)).map(|grade| grade.position);
        let standing =
            position.and_then(|position| scale.next_better(position)).map(|(band, _)| band.standing);
        let next = standing.and_then(|next| scale.bands.iter().position(|band| band.standing == next));
        match (next, &scale.target) {
            (Some(next), _) => Aim::Band(next),
            (None, Some(_)) => Aim::Target,
            (None, None) => Aim::Value,
        }
    }

    fn aims(&self) -> AskView {
        let mut spans =
            self.scale.as_ref().map(|scale| spans(self.context, self.metric, scale)).unwrap_or_default();
        spans.reverse();
        let label = |aim: Aim| match aim {
            Aim::Band(position) => {
                spans.get(position).map(|(name, span)| ["“", name, "”: ", span].concat()).unwrap_or_default()
            }
            Aim::Target => {
                let line =
                    self.scale.as_ref().and_then(|scale| target_line(self.context, self.metric, scale));
                ["The target: ", &line.unwrap_or_default()].concat()
            }
            Aim::Value => "A value of your own".into(),
        };
        let option =
            |aim: Aim| SelectOption { value: aim.slug(), label: label(aim), selected: aim == self.aim };
        AskView { what: TO, label: "Goal", options: self.offered().into_iter().map(option).collect() }
    }

    /// The figures that the metric rests on, then the levers.
    fn over_offered(&self) -> Vec<Movable> {
        let figures = rests_on(self.context.before, self.metric).map(Movable::Figure);
        figures.chain(Lever::ALL.into_iter().map(Movable::Lever)).collect()
    }

    /// The figure that improves the metric, where one is named; else the first of all.
    fn first_over(&self) -> Movable {
        let offered = self.over_offered();
        let improving = self.context.before.convention(self.metric).improved_by;
        let named = improving.iter().map(|figure| Movable::Figure(figure));
        let mut named = named.filter(|over| offered.contains(over));
        named.next().or(offered.first().copied()).unwrap_or(self.over)
    }

    fn movables(&self) -> AskView {
        let option = |over: Movable| SelectOption {
            value: over_slug(over),
            label: match over {
                Movable::Lever(lever) => ["Lever: ", &inline(lever_label(lever))].concat(),
                Movable::Figure(figure) => figure.term.into(),
            },
            selected: over == self.over,
        };
        let options = self.over_offered().into_iter().map(option).collect();
        AskView { what: BY, label: "What may move", options }
    }

    fn number(&self, state: &State) -> EntryView {
        let writer = &self.context.writer;
        let unit = writer.unit_of(self.metric);
        let suffix = match self.metric.unit {
            Unit::Percent => ["% ", &unit].concat().trim_end().to_owned(),
            Unit::Multiple => ": 1".into(),
            _ => unit,
        };
        EntryView {
            key: VALUE.into(),
            rest: " ",
            text: ask::answer(state, VALUE).into(),
            prefix: if self.metric.unit.is_money() {
                writer.formatter.sign(writer.currency)
            } else {
                String::new()
            },
            suffix,
            problem: self
                .typed
                .problem
                .as_ref()
                .map(|told| problem(told, writer.currency.code(), Some(self.metric))),
        }
    }

    /// The goal; nothing while its value is not typed.
    pub(crate) fn goal(&self) -> Option<Goal<'_>> {
        match (self.aim, &self.scale) {
            (Aim::Band(position), Some(scale)) => Some(Goal::Band(scale, position)),
            (Aim::Target, Some(scale)) => Some(Goal::Target(scale)),
            _ => Some(Goal::Value(self.typed.value.clone()?, Basis::Window)),
        }
    }

    /// The goal in a few words, after the metric's name: "to “Good”".
    fn goal_words(&self) -> String {
        let band = |position: usize| Some(self.scale.as_ref()?.bands.get(position)?.name.as_ref());
        match self.aim {
            Aim::Band(position) => ["to “", band(position).unwrap_or_default(), "”"].concat(),
            Aim::Target => "to its target".into(),
            Aim::Value => {
                let value = self.typed.value.as_ref();
                let value = value.map(|value| self.context.writer.value(self.metric.unit, value));
                ["to ", &value.unwrap_or_default()].concat()
            }
        }
    }

    /// The name of a scenario that reaches the goal.
    pub(super) fn name(&self) -> String {
        [self.metric.short(), " ", &self.goal_words()].concat()
    }
}
