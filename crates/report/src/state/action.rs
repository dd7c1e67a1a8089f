//! What happened, in the past tense.

use std::rc::Rc;

use plimsoll_forecast::ChurnScope;

use crate::PasteReading;
use crate::pack::LineMove;
use crate::view::ChoiceKind;

/// Something the user did. [`crate::State::after`] says what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Text was typed into a figure's field.
    FigureTyped {
        /// The figure's slug.
        figure: String,
        /// The whole text.
        text: String,
    },
    /// One of the page's choices was made.
    Chosen {
        /// Which choice.
        kind: ChoiceKind,
        /// The option's value.
        value: String,
    },
    /// Another view of the page was opened, by its slug. It is kept, and is no step that is taken back.
    ViewOpened(String),
    /// How a metric's value came about was asked for, or put away again, by the metric's slug. It is no step.
    ExplanationToggled(String),
    /// One of a metric's conventions was chosen; the metric itself brings its own formula back.
    ConventionChosen {
        /// The slug of the metric that it stands for.
        metric: String,
        /// The convention's slug.
        convention: String,
    },
    /// How shorter windows become years was chosen: `compounded` or `times-twelve`.
    AnnualisingChosen(String),
    /// Text was typed into a metric's own field, which stands for its formula from now on.
    KnownTyped {
        /// The metric's slug.
        metric: String,
        /// The whole text.
        text: String,
    },
    /// The window of a known metric was chosen.
    KnownWindowChosen {
        /// The metric's slug.
        metric: String,
        /// The window's slug.
        window: String,
    },
    /// A known metric was taken back: its formula counts again.
    KnownRemoved {
        /// The metric's slug.
        metric: String,
    },
    /// A lever was moved or its number typed.
    LeverMoved {
        /// The lever's slug.
        lever: String,
        /// The whole text.
        text: String,
    },
    /// What the churn lever moves was chosen.
    ChurnScopeChosen(ChurnScope),
    /// The levers as they are were kept as a scenario of their own.
    ScenarioKept,
    /// A scenario was made whole: what reaches a goal, or a copy of one that is ready-made.
    ScenarioMade {
        /// The scenario's name.
        name: String,
        /// What is moved, apart by semicolons: what it is about, as in [`Action::ScenarioTold`] behind the slash, a space, and
        /// the text. "churn -2;churn/months 12".
        moves: String,
    },
    /// Something about a scenario was typed or chosen: its name under `<scenario>`, how far a lever goes under
    /// `<scenario>/<lever>`, whether to a value under `<scenario>/<lever>/by`, over how many months under
    /// `<scenario>/<lever>/months`.
    ScenarioTold {
        /// What it is about.
        key: String,
        /// The whole text.
        text: String,
    },
    /// A scenario was removed, by its name in the keys.
    ScenarioRemoved(String),
    /// Something was asked on the view of what-ifs: which metric to move, which goal, how many months.
    Asked {
        /// What is asked: `goal.metric`.
        what: String,
        /// The whole text, or the chosen option's value.
        text: String,
    },
    /// Something was decided in the health lab: all that is decided there, as one text.
    LabChanged(String),
    /// A text of the page was copied. It is no step.
    TextCopied(String),
    /// All levers were put back to rest.
    LeversReset,
    /// The text of the paste panel changed.
    PasteTyped(String),
    /// A segment was chosen in the paste panel; empty is all.
    PasteSegmentChosen(String),
    /// The decimal mark of the pasted table was settled: `.` or `,`.
    PasteMarkChosen(String),
    /// A pasted table was read, or could not be. It counts only where the text, the mark and the currency are still
    /// the ones that were read.
    PasteRead {
        /// The text that was read.
        text: Rc<str>,
        /// The decimal mark that was settled, or empty.
        mark: String,
        /// The currency's code.
        currency: String,
        /// What the table holds.
        reading: PasteReading,
    },
    /// The pasted figures were accepted.
    PasteAccepted,
    /// The pasted text was thrown away.
    PasteDiscarded,
    /// A made-up ledger was asked for.
    SampleChosen(String),
    /// The data room gave figures of a ledger, to be taken over.
    LedgerFiguresUsed {
        /// As they would be typed, in the order of a pasted table's figures.
        figures: Vec<String>,
        /// The currency's code.
        currency: String,
        /// The slug of the window that they are counted over.
        window: String,
    },
    /// The rows behind a figure that a ledger gave were asked for, by the figure's slug.
    RowsAsked(String),
    /// How a table was read was accepted in the data room, and is to be remembered.
    MappingKept {
        /// The name that the table's headers make.
        name: String,
        /// The mapping.
        mapping: String,
    },
    /// The lines of a metric's scale are to be moved, or not any more, by the metric's slug. It is no step.
    LinesToggled(String),
    /// A line of a metric's scale was moved.
    LineMoved {
        /// The metric's slug.
        metric: String,
        /// Which line: 0 parts the two lowest bands.
        position: usize,
        /// How.
        by: LineMove,
    },
    /// The lines of a metric's scale were put back, by the metric's slug.
    LinesReset(String),
    /// A file of benchmarks was chosen, and taken apart outside: what became of it, and texts. `entries` are places and
    /// texts in turn; `syntax` is a line and a column; `large`, `deep` and `unopened` are without texts.
    PackChosen {
        /// What became of it.
        kind: String,
        /// The texts.
        texts: Vec<String>,
    },
    /// The reader's benchmarks were given another name.
    PackNamed(String),
    /// The reader's benchmarks are to be saved as a file. It is no step.
    PackSaved,
    /// The built-in benchmarks count again, alone.
    PackClosed,
    /// The worked example was asked for.
    ExampleRestored,
    /// Everything was cleared.
    Cleared,
    /// The last step was taken back.
    Undone,
    /// The last step taken back was brought back.
    Redone,
    /// The user left a field, so that what is typed next is a step of its own.
    Settled,
}
