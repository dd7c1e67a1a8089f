//! The worker's side: it keeps the accounts, scores them, and says what is asked of them. It words nothing.

mod aside;
mod care;
mod check;
mod compare;
mod fate;
mod held;
mod money;
mod suggest;
mod table;

use plimsoll_columns::accounts::Accounts;
use plimsoll_columns::scores::Refusal;

use super::checked::{CheckAsk, Suggesting};
use super::facts::facts;
use super::message::{LabMessage, LabRefusal, LabRequest, ScoreAsk, Scored, TableAsk, TableRows};
use aside::Aside;
use check::Checking;
use held::Held;
use suggest::Fitting;

/// Accounts that came from the data room, and their scores.
#[derive(Debug, Default)]
pub struct Desk {
    accounts: Accounts,
    held: Option<Held>,
    /// Portfolios of other questions.
    aside: Aside,
    /// A check that is under way.
    checking: Option<Checking>,
    /// Weights that are being learnt.
    fitting: Option<Fitting>,
}

impl Desk {
    /// Takes accounts, as the reading hands them over, in the place of those that were there.
    #[must_use]
    pub fn take(&mut self, bytes: &[u8]) -> LabMessage {
        self.aside = Aside::default();
        (self.held, self.checking, self.fitting) = (None, None, None);
        match Accounts::from_bytes(bytes) {
            Ok(accounts) if accounts.rows() == 0 => LabMessage::Refused(LabRefusal::Empty),
            Ok(accounts) => {
                let told = facts(&accounts);
                self.accounts = accounts;
                LabMessage::Facts(told)
            }
            Err(_) => LabMessage::Refused(LabRefusal::Malformed),
        }
    }

    /// The answer to what the lab asks.
    #[must_use]
    pub fn answer(&mut self, request: &LabRequest) -> LabMessage {
        let answer = match request {
            LabRequest::Score(ask) => self.score(ask).map(|scored| LabMessage::Scored(Box::new(scored))),
            LabRequest::Rows(ask) => self.rows(ask).map(LabMessage::Rows),
            LabRequest::Compare { model, snapshot, before, snapshot_before } => compare::compare(
                &mut self.aside,
                &self.accounts,
                (model, *snapshot),
                (before, *snapshot_before),
            )
            .map(LabMessage::Compared),
            LabRequest::Chances { model, snapshot } => {
                money::chances(&mut self.aside, &self.accounts, model, *snapshot).map(LabMessage::Chances)
            }
            LabRequest::Table { model, snapshot } => self.csv(model, *snapshot).map(LabMessage::Table),
            LabRequest::Check(ask) => Ok(self.begin_check(ask)),
            LabRequest::StopCheck => {
                self.checking = None;
                Ok(LabMessage::Checking(None))
            }
            LabRequest::Suggest(ask) => Ok(LabMessage::Suggesting(self.begin(ask))),
            LabRequest::Stop => {
                self.fitting = None;
                Ok(LabMessage::Suggesting(Suggesting::Stopped))
            }
        };
        answer.unwrap_or_else(LabMessage::Refused)
    }

    /// Whether something is under way of which there are more steps to do.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.checking.is_some() || self.fitting.is_some()
    }

    /// Does the next step, and says how far it is. A step takes no longer than a question, which can be asked in between.
    #[must_use]
    pub fn step(&mut self) -> LabMessage {
        if let Some(mut checking) = self.checking.take() {
            if let Some(checked) = checking.step(&self.accounts) {
                return LabMessage::Checked(Box::new(checked));
            }
            return LabMessage::Checking(Some(self.checking.insert(checking).progress()));
        }
        let told = self.fitting.as_mut().map_or(Suggesting::Stopped, Fitting::step);
        if !matches!(told, Suggesting::Working(..)) {
            self.fitting = None;
        }
        LabMessage::Suggesting(told)
    }

    /// Begins a check, in the place of what was under way.
    fn begin_check(&mut self, ask: &CheckAsk) -> LabMessage {
        self.checking = None;
        match check::begin(&self.accounts, ask) {
            Ok(checking) => LabMessage::Checking(Some(self.checking.insert(checking).progress())),
            Err(checked) => LabMessage::Checked(Box::new(checked)),
        }
    }

    /// Begins to learn weights, in the place of what was under way.
    fn begin(&mut self, ask: &CheckAsk) -> Suggesting {
        self.fitting = None;
        match suggest::begin(&self.accounts, ask) {
            Ok(fitting) => {
                self.fitting = Some(fitting);
                Fitting::begun()
            }
            Err(why) => Suggesting::Refused(why),
        }
    }

    fn score(&mut self, ask: &ScoreAsk) -> Result<Scored, LabRefusal> {
        let held = Held::moved_on(self.held.take(), &self.accounts, &ask.model, ask.snapshot, ask.begins)?;
        let held = self.held.insert(held);
        held.scored(&self.accounts, ask)
    }

    fn rows(&mut self, ask: &TableAsk) -> Result<TableRows, LabRefusal> {
        self.held.as_mut().map_or_else(|| Ok(TableRows::default()), |held| held.table(&self.accounts, ask))
    }

    fn csv(&mut self, model: &super::KeptModel, snapshot: u16) -> Result<Vec<u8>, LabRefusal> {
        let held = Held::moved_on(self.held.take(), &self.accounts, model, snapshot, false)?;
        let held = self.held.insert(held);
        Ok(held.csv(&self.accounts))
    }
}

impl From<Refusal> for LabRefusal {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NoMemory => Self::NoMemory,
            Refusal::TooLarge { .. } => Self::TooLarge,
            Refusal::SegmentCount => Self::TooManySegments,
            _ => Self::Model,
        }
    }
}
