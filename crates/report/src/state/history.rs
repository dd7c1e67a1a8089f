//! The reducer, with undo and redo.

use std::rc::Rc;

use plimsoll_forecast::ChurnScope;

use super::benchmarks::{self, Followed};
use super::changed::changed;
use super::grouped::{edited, grouped};
use super::texts::{LONGEST, LONGEST_MAPPING};
use super::{Action, Inputs};
use crate::pack::{Fault, Lines};
use crate::paste::{PasteReading, Pasted};
use crate::view::ChoiceKind;

/// The word for rates that are taken as often as their window fits into the year.
pub(crate) const TIMES_TWELVE: &str = "times-twelve";

/// How many steps can be taken back.
const STEPS: usize = 200;

/// What a step was about. Typing on in the same field is the same step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StepKind {
    Figure(String),
    Known(String),
    Lever(String),
    Choice(ChoiceKind),
    Convention(String),
    Annualising,
    ChurnScope,
    LeversReset,
    ScenarioKept,
    Scenario(String),
    ScenarioRemoved,
    Ask(String),
    Lab,
    Lines(String),
    LinesBack,
    Pack,
    PackName,
    PackBack,
    PasteText,
    PasteAnswer,
    PasteAccepted,
    PasteDiscarded,
    LedgerFigures,
    Example,
    Cleared,
}

/// The inputs with the steps that led to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    inputs: Rc<Inputs>,
    past: Vec<(Rc<Inputs>, StepKind)>,
    future: Vec<(Rc<Inputs>, StepKind)>,
    /// The step that typing may still go on with.
    open: Option<StepKind>,
    /// The metrics whose explanation is open, by slug.
    explained: Vec<String>,
    /// The field that somebody types in, and the text that stands there.
    typing: Option<(StepKind, String)>,
    /// What the worker read of a pasted table. Not an input: it follows from the draft, some time later.
    pasted: Option<Rc<Pasted>>,
    /// What values are held against. It follows from the inputs, and is read when they change.
    lines: Rc<Lines>,
    /// The metrics whose lines can be moved just now, by slug.
    movable: Vec<String>,
    /// Why the file of benchmarks that was chosen last was refused.
    refused: Option<Fault>,
}

impl Default for State {
    fn default() -> Self {
        Self::from(Inputs::example())
    }
}

impl From<Inputs> for State {
    fn from(inputs: Inputs) -> Self {
        Self {
            lines: Rc::new(Lines::read(&inputs)),
            movable: Vec::new(),
            refused: None,
            inputs: Rc::new(inputs),
            past: Vec::new(),
            future: Vec::new(),
            open: None,
            explained: Vec::new(),
            typing: None,
            pasted: None,
        }
    }
}

impl State {
    /// The inputs as they are.
    #[must_use]
    pub const fn inputs(&self) -> &Rc<Inputs> {
        &self.inputs
    }

    /// What the worker read of the draft as it is now.
    pub(crate) fn reading(&self) -> Option<&PasteReading> {
        let (draft, currency) = (&self.inputs.paste, &self.inputs.currency);
        let pasted = self.pasted.as_deref()?;
        let is_of_it = pasted.text == draft.text && pasted.mark == draft.mark && pasted.currency == *currency;
        is_of_it.then_some(&pasted.reading)
    }

    /// Whether the explanation of the metric of this slug is open.
    pub(crate) fn is_explained(&self, metric: &str) -> bool {
        self.explained.iter().any(|open| open == metric)
    }

    /// Whether the lines of the metric of this slug can be moved just now.
    pub(crate) fn is_movable(&self, metric: &str) -> bool {
        self.movable.iter().any(|open| open == metric)
    }

    /// What values are held against.
    pub(crate) fn lines(&self) -> &Lines {
        &self.lines
    }

    /// Why the file of benchmarks that was chosen last was refused.
    pub(crate) const fn refused(&self) -> Option<&Fault> {
        self.refused.as_ref()
    }

    /// The reader's benchmarks as a file: its name, and its texts by place, each after its place.
    #[must_use]
    pub fn pack_to_save(&self) -> (String, Vec<String>) {
        let pack = self.lines.export();
        (pack.name.clone(), pack.entries().into_iter().flat_map(|(place, text)| [place, text]).collect())
    }

    /// Whether somebody is typing in a field, which then shows just what was typed.
    #[must_use]
    pub const fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// What stands in the field that such a step is about: what is being typed there, or else its number in groups.
    pub(crate) fn shown(&self, field: &StepKind) -> String {
        match &self.typing {
            Some((typed, text)) if typed == field => text.clone(),
            _ => grouped(self.meant(field), self.inputs.decimal_mark()),
        }
    }

    /// What the inputs hold for that field.
    fn meant(&self, field: &StepKind) -> &str {
        let text = match field {
            StepKind::Figure(figure) => self.inputs.figures.get(figure),
            StepKind::Known(metric) => self.inputs.known.get(metric),
            _ => None,
        };
        text.unwrap_or_default()
    }

    /// What is meant by the text that stands in that field now.
    pub(super) fn typed(&self, field: &StepKind, now: &str) -> String {
        edited(self.meant(field), &self.shown(field), now, self.inputs.decimal_mark())
    }

    pub(crate) fn last_step(&self) -> Option<&StepKind> {
        self.past.last().map(|(_, step)| step)
    }

    pub(crate) fn next_step(&self) -> Option<&StepKind> {
        self.future.last().map(|(_, step)| step)
    }

    /// What follows from an action. Pure: the same state and action give the same state.
    ///
    /// ```
    /// use plimsoll_report::{Action, State};
    /// let typed = Action::FigureTyped { figure: "start-mrr".into(), text: "5000".into() };
    /// let state = State::default();
    /// let after = state.clone().after(&typed);
    /// assert_eq!(after.inputs().figures.get("start-mrr"), Some("5000"));
    /// assert_eq!(after.after(&Action::Undone).inputs(), state.inputs());
    /// ```
    #[must_use]
    pub fn after(mut self, action: &Action) -> Self {
        match action {
            // How a table was read is remembered, and is no step of its own.
            Action::MappingKept { name, mapping } => {
                Rc::make_mut(&mut self.inputs).mappings.set_up_to(LONGEST_MAPPING, name, mapping);
            }
            // It comes from the worker, whatever is typed meanwhile.
            Action::PasteRead { text, mark, currency, reading } => {
                let (text, mark, currency) = (text.clone(), mark.clone(), currency.clone());
                self.pasted = Some(Rc::new(Pasted { text, mark, currency, reading: reading.clone() }));
                return self;
            }
            Action::ExplanationToggled(metric) => {
                toggle(&mut self.explained, metric);
                return self;
            }
            Action::LinesToggled(metric) => {
                toggle(&mut self.movable, metric);
                return self;
            }
            Action::PackSaved => return self,
            Action::ViewOpened(view) => Rc::make_mut(&mut self.inputs).view.clone_from(view),
            Action::Undone => self.undo(),
            Action::Redone => self.redo(),
            Action::Settled => self.open = None,
            _ => {
                if let Some((inputs, step)) = self.follow(action) {
                    self.advance(inputs, step.clone());
                    self.typing = match action {
                        Action::FigureTyped { text, .. } | Action::KnownTyped { text, .. } => {
                            (text.len() <= LONGEST).then(|| (step, text.clone()))
                        }
                        _ => None,
                    };
                    return self;
                }
            }
        }
        self.typing = None;
        self
    }

    fn advance(&mut self, inputs: Inputs, step: StepKind) {
        if inputs == *self.inputs {
            return;
        }
        let before = self.put(Rc::new(inputs));
        self.future.clear();
        if self.open.as_ref() != Some(&step) {
            if self.past.len() >= STEPS {
                self.past.remove(0);
            }
            self.past.push((before, step.clone()));
        }
        let goes_on = matches!(
            step,
            StepKind::Figure(_)
                | StepKind::Known(_)
                | StepKind::Lever(_)
                | StepKind::Scenario(_)
                | StepKind::Ask(_)
                | StepKind::Lines(_)
                | StepKind::PackName
                | StepKind::PasteText
                | StepKind::Lab
        );
        self.open = goes_on.then_some(step);
    }

    fn undo(&mut self) {
        if let Some((before, step)) = self.past.pop() {
            let after = self.go_to(before);
            self.future.push((after, step));
            self.open = None;
        }
    }

    fn redo(&mut self) {
        if let Some((after, step)) = self.future.pop() {
            let before = self.go_to(after);
            self.past.push((before, step));
            self.open = None;
        }
    }

    /// Takes other inputs, in the view that is open. Answers those of before.
    fn go_to(&mut self, mut inputs: Rc<Inputs>) -> Rc<Inputs> {
        if inputs.view != self.inputs.view {
            Rc::make_mut(&mut inputs).view.clone_from(&self.inputs.view);
        }
        self.put(inputs)
    }

    /// Puts other inputs into their place, and reads from them what values are held against.
    fn put(&mut self, inputs: Rc<Inputs>) -> Rc<Inputs> {
        let before = std::mem::replace(&mut self.inputs, inputs);
        if before.pack != self.inputs.pack || before.benchmarks != self.inputs.benchmarks {
            self.lines = Rc::new(Lines::read(&self.inputs));
        }
        before
    }

    /// The inputs after an action, and what the step is about; nothing for an action that changes no input.
    fn follow(&mut self, action: &Action) -> Option<(Inputs, StepKind)> {
        match benchmarks::changed(&self.inputs, &self.lines, action)? {
            Followed::Elsewhere => changed(self, action),
            Followed::Changed(inputs, step) => {
                self.refused = None;
                Some((*inputs, step))
            }
            Followed::Refused(fault) => {
                self.refused = Some(fault);
                None
            }
        }
    }
}

fn toggle(open: &mut Vec<String>, metric: &str) {
    match open.iter().position(|one| one == metric) {
        Some(place) => drop(open.remove(place)),
        None => open.push(metric.into()),
    }
}

/// The saved name of a churn scope.
pub(crate) const fn scope_slug(scope: ChurnScope) -> &'static str {
    match scope {
        ChurnScope::Both => "both",
        ChurnScope::Customers => "customers",
        ChurnScope::Revenue => "revenue",
    }
}
