//! What happens in the lab, in the past tense.

use std::rc::Rc;

use super::message::LabMessage;
use crate::state::Inputs;

/// Something happened.
#[derive(Clone, Debug)]
pub enum LabAction {
    /// The page told its inputs: nothing while another view is open.
    PageTold(Option<Box<Inputs>>),
    /// The worker said something.
    Heard(Rc<LabMessage>),
    /// The worker was lost for good.
    Lost,
    /// There are no accounts any more.
    Closed,
    /// Something about the model was typed or chosen: `model`, `missing`, `red`, `weight/<indicator>`,
    /// `measure/<indicator>/zero`. See [`super::Document::told`].
    Told {
        /// What it is about.
        key: String,
        /// The whole text.
        text: String,
    },
    /// A field was left or a slider let go: what comes next is a step of its own.
    Settled,
    /// Something that is only looked at was chosen: the open sheet, the order of the table. It is no step.
    Looked {
        /// What: `segment`, `measure`, `sort`, `class`, `owner`, `search`, `sheet`, `checked`.
        what: &'static str,
        /// At which.
        at: String,
    },
    /// What stands below the results is out of sight, and waits; or it does no more.
    BelowWaits(bool),
    /// The table was scrolled to this row.
    Scrolled(u32),
    /// An account's score was to be taken apart, or put together again.
    AccountToggled(u32),
    /// The model was saved under its name.
    VersionSaved,
    /// A saved model was opened, removed or exported.
    Version {
        /// What was done with it: `open`, `remove`, `export`.
        what: &'static str,
        /// Its name in the document.
        slug: String,
    },
    /// A file was chosen as a model: its text.
    FileChosen(String),
    /// The scored accounts were asked for as a file.
    TableAsked,
    /// Whether the score tells who leaves was asked.
    CheckAsked,
    /// That was stopped.
    CheckStopped,
    /// Weights were asked for that the accounts suggest.
    SuggestionAsked,
    /// That was stopped.
    SuggestionStopped,
    /// The suggested weights were to be tried.
    SuggestionTried,
    /// The weights from before were wanted back.
    SuggestionLeft,
}
