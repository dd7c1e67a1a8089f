//! The boundary of Plimsoll: what the user decided, and the pure function from that to everything shown.
//!
//! [`State`] holds what was decided, an [`Action`] says what happened, [`State::after`] is the reducer, and
//! [`page`] works out the whole [`view::Page`]. Sentences are composed here; how a number is written is passed
//! in as a [`Formatter`].
//!
//! This room does not know a component, a style, a browser or a clock.

mod accounts;
mod choices;
pub mod csv;
mod draws;
pub mod embed;
mod format;
pub mod ingest;
pub mod lab;
mod ledger;
mod message;
mod pack;
mod paste;
pub mod picture;
mod read;
mod room;
mod scenarios;
mod sentence;
mod show;
pub mod state;
pub mod told;
pub mod view;
pub mod wire;

pub use accounts::AccountStore;
pub use draws::{
    Drawn, DrawnFan, DrawnMetric, Draws, Five, Redrawn, RedrawnRate, Redraws, Weight, drawn_from,
};
pub use format::{English, Formatter};
pub use ingest::Reading;
pub use ledger::Store;
pub use message::{from_bytes, to_bytes};
pub use pack::LineMove;
pub use paste::{PasteReading, PastedSegment, read_paste};
pub use plimsoll_intake::DecimalMark;
pub use plimsoll_metrics::{Currency, Few};
pub use room::{PageFacts, Room, RoomAction, redrawn_view};
pub use rust_decimal::Decimal;
pub use sentence::{RefusalSentence, workbook_refusal};
pub use show::{DrawState, lab_view, page, page_with, shelf, shelf_after, uncertainty, view_of};
pub use state::{Action, Inputs, State, carried, taken};
pub use told::{DataMessage, worded};
