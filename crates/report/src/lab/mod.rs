//! The health lab: a model of health that is tuned on accounts.
//!
//! What is decided is one [`Document`], which the page keeps as a text and gives back after an undo. [`Lab`] is the state of the
//! program beside the page; [`Desk`] is the worker's side, which holds the accounts and answers with plain values.

mod action;
pub mod checked;
mod desk;
mod document;
mod facts;
pub mod file;
pub mod keep;
pub mod message;
pub(crate) mod moments;
mod propose;
mod state;
pub mod typed;

#[cfg(test)]
mod tests;

pub use action::LabAction;
pub use desk::Desk;
pub use document::{Document, MOST_VERSIONS};
pub use keep::KeptModel;
pub use message::{Class, LabMessage, LabRefusal, LabRequest};
pub use state::{Effect, Lab};
