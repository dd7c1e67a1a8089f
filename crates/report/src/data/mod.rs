//! The page's side of the data room: what it was told by the workers, and what it shows of it.
//!
//! Nothing of this is an input: the data stays in its worker, and what the reader decides about it (the figures taken
//! over, how a table is to be read) becomes an input when it is accepted.

mod show;

use std::rc::Rc;

use crate::state::{Action, Inputs};
use crate::view::{Candidate, DataMessage, Failure, LedgerFigures, LedgerView, RowsView};

pub(crate) use show::show;

/// What is known of the reader's data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Data {
    /// What is on its way in.
    pub(crate) candidate: Option<Candidate>,
    /// What was accepted.
    pub(crate) ledger: Option<Rc<LedgerView>>,
    /// Whose figures the calculator is offered: a group's value, empty for all customers.
    pub(crate) group: String,
    /// The rows that were asked for.
    pub(crate) rows: Option<Rc<RowsView>>,
}

impl Data {
    /// What an action does to the data room; whether it was one for it.
    pub(crate) fn take(&mut self, action: &Action) -> bool {
        match action {
            Action::DataTold { by_store, message } => self.hear(*by_store, message),
            Action::DataFailed => self.candidate = Some(Candidate::Failed(no_answer())),
            Action::DataAccepted | Action::DataDiscarded => self.candidate = None,
            Action::LedgerGroupChosen(group) => self.group.clone_from(group),
            Action::RowsClosed => self.rows = None,
            Action::LedgerClosed => *self = Self::default(),
            Action::DataSettingChosen { .. }
            | Action::DataColumnChosen { .. }
            | Action::SampleChosen(_)
            | Action::PictureTaken { .. }
            | Action::Asked(_) => {}
            _ => return false,
        }
        true
    }

    fn hear(&mut self, by_store: bool, message: &DataMessage) {
        match message {
            // A store that is built anew after a fault says how far it is to nobody: what was shown still holds.
            DataMessage::Progress(progress) if !by_store => {
                self.candidate = Some(Candidate::Reading(progress.clone()));
            }
            DataMessage::Review(review) if !by_store => {
                self.candidate = Some(Candidate::Review(Rc::new(review.clone())));
            }
            DataMessage::Progress(_) | DataMessage::Review(_) => {}
            DataMessage::Ledger(ledger) => {
                if !ledger.figures.iter().any(|figures| figures.group == self.group) {
                    self.group.clear();
                }
                self.ledger = Some(Rc::new(ledger.clone()));
                self.rows = None;
            }
            DataMessage::Rows(rows) => self.rows = Some(Rc::new(rows.clone())),
            DataMessage::Failed(failure) => self.candidate = Some(Candidate::Failed(failure.clone())),
        }
    }

    /// The figures on offer over this window.
    pub(crate) fn figures(&self, window: &str) -> Option<&LedgerFigures> {
        let ledger = self.ledger.as_ref()?;
        ledger.figures.iter().find(|figures| figures.window == window && figures.group == self.group)
    }

    /// The inputs with the figures on offer taken over, and the currency that they are in.
    pub(crate) fn use_figures(&self, inputs: &mut Inputs) -> Option<()> {
        let figures = self.figures(&inputs.window)?;
        for (figure, text) in crate::paste::PASTED.into_iter().zip(&figures.figures) {
            inputs.figures.set(figure.slug, text);
        }
        inputs.currency.clone_from(&self.ledger.as_ref()?.currency);
        Some(())
    }

    /// What a review that is about to be accepted asks to be remembered: a name and a mapping.
    pub(crate) fn to_remember(&self) -> Option<&(String, String)> {
        match &self.candidate {
            Some(Candidate::Review(review)) if review.can_accept => Some(&review.remembered),
            _ => None,
        }
    }
}

fn no_answer() -> Failure {
    Failure {
        what: "The part of the page that reads data did not answer, or met a fault of its own. Nothing was changed.".into(),
        way_out: "Check the connection and open the data again. If it happens again, save it as CSV and try that.".into(),
    }
}
