//! The components of the page. Each is a function of a view model of `plimsoll_report`; what the user does leaves
//! it as an `Action`.
//!
//! This room does not know how a number is worked out or written, where anything is kept, or what time it is.
//! Whether a disclosure is open and by which column a table is sorted is all that a component remembers by itself.
//!
//! Pieces are plain functions from a view model to `Html`. A piece is a component where it remembers something, or
//! where skipping it while its value stays the same saves more than the bytes that every component costs.

mod card;
mod card_parts;
mod choices;
mod data;
mod door;
mod equation;
mod events;
mod explanation;
mod footer;
mod form;
mod header;
mod headline;
mod icons;
mod ids;
mod known;
mod lab;
mod lever;
mod lines;
mod number;
mod pack;
mod page;
mod panel;
mod paste;
mod paste_review;
mod picture;
mod radios;
mod scale;
mod select;
mod shelf;
mod views;
mod waiting;
mod what_if;
mod words;

pub use card::{ResultCard, ResultCardProps};
pub use data::data_room;
pub use equation::equation;
pub use explanation::explanation;
pub use form::figures;
pub use headline::headline;
pub use lab::lab;
pub use page::page_view;
pub use paste::paste_panel;
pub use picture::{PictureCard, PictureCardProps};
pub use scale::scale;
pub use shelf::{shelf, uncertainty};
pub use what_if::what_if;
