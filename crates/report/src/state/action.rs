//! What happened, in the past tense.

use std::rc::Rc;

use plimsoll_forecast::ChurnScope;

use crate::PasteReading;
use crate::view::{ChoiceKind, DataMessage, DataRequest, Picture, Take};

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
    /// A worker said something about the reader's data: the one that holds what was accepted, or one on its way in.
    DataTold {
        /// Whether it holds what was accepted.
        by_store: bool,
        /// What it said.
        message: Rc<DataMessage>,
    },
    /// The worker that was reading did not answer, or met a fault.
    DataFailed,
    /// A reading of the data was chosen: another delimiter, another order of day and month.
    DataSettingChosen {
        /// The setting's slug.
        setting: String,
        /// The option's value.
        value: String,
    },
    /// A column was said to hold something else.
    DataColumnChosen {
        /// The column's place, from 0.
        column: u32,
        /// What it holds: the option's value.
        role: String,
    },
    /// What was read is accepted.
    DataAccepted,
    /// What was read, or is being read, is thrown away.
    DataDiscarded,
    /// A made-up ledger was asked for.
    SampleChosen(String),
    /// Something was asked of the accepted ledger.
    Asked(DataRequest),
    /// Whose figures the calculator is offered: a group's value, empty for all customers.
    LedgerGroupChosen(String),
    /// The ledger's figures were taken over into the calculator.
    LedgerFiguresUsed,
    /// A picture is to be taken along.
    PictureTaken {
        /// The picture.
        picture: Rc<Picture>,
        /// In what form.
        how: Take,
    },
    /// The rows behind a number were looked at long enough.
    RowsClosed,
    /// The ledger was put away.
    LedgerClosed,
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
