//! The data room: what its worker told, what the page beside it holds, and what is shown of both.
//!
//! The room is a program of its own, fetched when data first comes in. Nothing in it is an input of the page: what its
//! reader takes over (figures, how a table was read) becomes one when the page is told.

mod action;
mod redrawn;

use std::rc::Rc;

use plimsoll_metrics::Window;

use crate::paste::ledger_place;
use crate::view::{
    AccountsView, Candidate, DataRequest, Failure, FigureLine, LedgerFigures, LedgerView, Light, PasteFigure,
    RedrawnView, RoomView, RowsView, Told,
};

pub use action::RoomAction;
pub use redrawn::redrawn_view;

/// What is known in the room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// What is on its way in.
    candidate: Option<Candidate>,
    /// What was accepted.
    ledger: Option<Rc<LedgerView>>,
    /// Accounts, where those were accepted.
    accounts: Option<Rc<AccountsView>>,
    /// In what light the ledger was last asked to be seen, which may not be answered yet.
    asked: Light,
    /// Whose figures the page is offered: a group's value, empty for all customers.
    group: String,
    /// The rows that were asked for.
    rows: Option<Rc<RowsView>>,
    /// What was drawn of the customers behind the figures on offer.
    redrawn: Option<Rc<RedrawnView>>,
    /// Where the figures were counted that the page took over.
    used: Option<Counted>,
    /// Whether a copy of the data outlives a reload.
    is_kept: bool,
    /// What the page holds.
    page: PageFacts,
}

/// Where in the ledger figures are counted: over which window, for whom, in what light.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Counted {
    window: String,
    group: String,
    light: Light,
}

/// What the page holds, as far as the room compares with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageFacts {
    /// The window's slug.
    pub window: String,
    /// The figures that a ledger gives, as they are written now, in the order in which a ledger gives them.
    pub figures: Vec<String>,
}

impl Room {
    /// What follows from an action. Pure, as on the page.
    ///
    /// ```
    /// use plimsoll_report::{Room, RoomAction};
    /// let lost = Room::default().after(&RoomAction::Lost);
    /// assert!(lost.view().candidate.is_some(), "it says so");
    /// assert_eq!(lost.after(&RoomAction::Discarded), Room::default());
    /// ```
    #[must_use]
    pub fn after(mut self, action: &RoomAction) -> Self {
        let offered = self.light();
        match action {
            RoomAction::Told { by_store, message } => self.hear(*by_store, message),
            RoomAction::Lost => self.candidate = Some(Candidate::Failed(no_answer())),
            RoomAction::Accepted => {
                (self.candidate, self.asked, self.is_kept) = (None, Light::default(), false);
            }
            RoomAction::KeepAsked(is_kept) | RoomAction::Kept(is_kept) => self.is_kept = *is_kept,
            RoomAction::Discarded => self.candidate = None,
            RoomAction::Asked(DataRequest::Ledger(light)) => self.asked.clone_from(light),
            RoomAction::GroupChosen(group) => self.group.clone_from(group),
            RoomAction::Redrawn(found) => self.redrawn = Some(Rc::clone(found)),
            RoomAction::RowsClosed => self.rows = None,
            RoomAction::PageChanged(page) => self.page = page.clone(),
            RoomAction::FiguresUsed => self.used = self.light(),
            RoomAction::LedgerClosed => self = Self { page: self.page, ..Self::default() },
            RoomAction::SettingChosen { .. }
            | RoomAction::ColumnChosen { .. }
            | RoomAction::PictureTaken { .. }
            | RoomAction::LabOpened
            | RoomAction::Asked(_)
            | RoomAction::FigureAsked(_) => {}
        }
        if self.light() != offered {
            self.redrawn = None;
        }
        self
    }

    fn hear(&mut self, by_store: bool, message: &Told) {
        match message {
            // A store that is built anew after a fault says how far it is to nobody: what was shown still holds.
            Told::Progress(progress) if !by_store => {
                self.candidate = Some(Candidate::Reading(progress.clone()));
            }
            Told::Review(review) if !by_store => {
                self.candidate = Some(Candidate::Review(Rc::new(review.clone())));
            }
            Told::Progress(_) | Told::Review(_) => {}
            Told::Ledger(ledger) => {
                if !ledger.figures.iter().any(|figures| figures.group == self.group) {
                    self.group.clear();
                }
                self.ledger = Some(Rc::new(ledger.clone()));
                (self.rows, self.accounts, self.redrawn) = (None, None, None);
            }
            // What was accepted takes the place of what was there, whatever it was.
            Told::Accounts(accounts) => {
                self.accounts = Some(Rc::new(accounts.clone()));
                (self.rows, self.ledger, self.used) = (None, None, None);
            }
            Told::Rows(rows) => self.rows = Some(Rc::new(rows.clone())),
            Told::Failed(failure) => self.candidate = Some(Candidate::Failed(failure.clone())),
        }
    }

    /// Whether something waits to be accepted.
    #[must_use]
    pub const fn is_reviewing(&self) -> bool {
        matches!(self.candidate, Some(Candidate::Review(_)))
    }

    /// The figures on offer: over the page's window, or the longest that the ledger reaches back over where that is shorter.
    #[must_use]
    pub fn offer(&self) -> Option<&LedgerFigures> {
        let of_group =
            || self.ledger.iter().flat_map(|ledger| &ledger.figures).filter(|it| it.group == self.group);
        of_group().find(|figures| figures.window == self.page.window).or_else(|| of_group().next_back())
    }

    fn light(&self) -> Option<Counted> {
        let (ledger, offer) = (self.ledger.as_ref()?, self.offer()?);
        Some(Counted {
            window: offer.window.clone(),
            group: offer.group.clone(),
            light: ledger.light.clone(),
        })
    }

    /// The request for the rows behind one of the page's figures, counted as when the page took it over.
    #[must_use]
    pub fn rows_request(&self, figure: &str) -> Option<DataRequest> {
        let Counted { window, group, light } =
            self.used.clone().filter(|_| self.ledger.is_some()).or_else(|| self.light())?;
        Some(DataRequest::Figure { window, group, figure: ledger_place(figure)?, light })
    }

    /// The request for what the customers paid whom the figures on offer start with, to draw them again.
    #[must_use]
    pub fn redraw_request(&self) -> Option<DataRequest> {
        let Counted { window, group, light } = self.light()?;
        let figure = ledger_place(plimsoll_metrics::figures::START_MRR.slug)?;
        Some(DataRequest::Figure { window, group, figure, light })
    }

    /// What was drawn of them. Bands are annual, so of another window they say nothing.
    fn redrawn(&self) -> Option<RedrawnView> {
        let offer = self.offer()?;
        let mut view = self.redrawn.as_deref().cloned().unwrap_or_else(redrawn::waiting);
        if offer.window != Window::Year.slug() {
            view.bands.clear();
        }
        Some(view)
    }

    /// The currency of the figures on offer.
    #[must_use]
    pub fn currency(&self) -> &str {
        self.ledger.as_ref().map_or("", |ledger| &ledger.currency)
    }

    /// What a review that is about to be accepted asks to be remembered: a name and a mapping.
    #[must_use]
    pub fn to_remember(&self) -> Option<&(String, String)> {
        match &self.candidate {
            Some(Candidate::Review(review)) if review.can_accept => Some(&review.remembered),
            _ => None,
        }
    }

    /// What is shown.
    #[must_use]
    pub fn view(&self) -> RoomView {
        let lines = self.offer().map(|offer| offer.lines.as_slice()).unwrap_or_default();
        let now = self.page.figures.iter().map(String::as_str).chain(std::iter::repeat("–"));
        let line = |(line, now): (&FigureLine, &str)| PasteFigure {
            slug: line.slug.clone().into(),
            label: line.label.clone().into(),
            now: now.into(),
            then: line.written.clone(),
        };
        RoomView {
            candidate: self.candidate.clone(),
            ledger: self.ledger.clone(),
            asked: self.asked.clone(),
            accounts: self.accounts.clone(),
            window: self.offer().map(|offer| offer.window.clone()).unwrap_or_default(),
            is_shorter: self.offer().is_some_and(|offer| offer.window != self.page.window),
            group: self.group.clone(),
            figures: lines.iter().zip(now).map(line).collect(),
            rows: self.rows.clone(),
            redrawn: self.redrawn(),
            is_kept: self.is_kept,
        }
    }
}

fn no_answer() -> Failure {
    Failure {
        what: "The part of the page that reads data did not answer, or met a fault of its own. Nothing was changed.".into(),
        way_out: "Check the connection and open the data again. If it happens again, save it as CSV and try that.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_choice_changes_what_was_asked_last() {
        let light = Light { month: "24300".into(), ..Light::default() };
        let asked = Room::default().after(&RoomAction::Asked(DataRequest::Ledger(light.clone())));
        let answered = Told::Ledger(LedgerView::default());
        let late = asked.after(&RoomAction::Told { by_store: true, message: answered.into() });
        assert_eq!(late.view().asked, light, "an answer to what was asked before changes nothing of it");
        assert_eq!(late.after(&RoomAction::Accepted).view().asked, Light::default());
    }

    #[test]
    fn only_the_data_is_kept_that_its_reader_wanted_kept() {
        let kept = || Room::default().after(&RoomAction::KeepAsked(true));
        assert!(!Room::default().view().is_kept && kept().view().is_kept);
        for action in [RoomAction::Kept(false), RoomAction::Accepted, RoomAction::LedgerClosed] {
            assert!(!kept().after(&action).view().is_kept, "{action:?}");
        }
    }
}
