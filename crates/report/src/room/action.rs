//! What happened in the data room.

use std::rc::Rc;

use super::PageFacts;
use crate::view::{DataRequest, Picture, RedrawnView, Take, Told};

/// Something that the reader did, a worker said, or the page changed. [`crate::Room::after`] says what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomAction {
    /// A worker said something: the one that holds what was accepted, or one on its way in.
    Told {
        /// Whether it holds what was accepted.
        by_store: bool,
        /// What it said.
        message: Rc<Told>,
    },
    /// The customers behind the figures on offer were drawn again ([`crate::redrawn_view`]).
    Redrawn(Rc<RedrawnView>),
    /// The worker that was reading did not answer, or met a fault.
    Lost,
    /// The page holds something else now.
    PageChanged(PageFacts),
    /// A reading of the data was chosen: another delimiter, another order of day and month.
    SettingChosen {
        /// The setting's slug.
        setting: String,
        /// The option's value.
        value: String,
    },
    /// A column was said to hold something else.
    ColumnChosen {
        /// The column's place, from 0.
        column: u32,
        /// What it holds: the option's value.
        role: String,
    },
    /// What was read is accepted.
    Accepted,
    /// What was read, or is being read, is thrown away.
    Discarded,
    /// Something was asked of the accepted ledger.
    Asked(DataRequest),
    /// The rows behind one of the page's figures were asked for on the page, by the figure's slug.
    FigureAsked(String),
    /// Whose figures the page is offered: a group's value, empty for all customers.
    GroupChosen(String),
    /// The ledger's figures were taken over into the page.
    FiguresUsed,
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
    /// A copy of the data is to outlive a reload, or no longer.
    KeepAsked(bool),
    /// Whether there is such a copy: the browser may have no room for one.
    Kept(bool),
    /// The health lab was opened, where accounts are scored.
    LabOpened,
}
