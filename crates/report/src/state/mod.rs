//! What the user decided. Everything else is derived from it.

mod action;
mod inputs;

pub use action::Action;
pub use inputs::{Inputs, KnownText, PasteDraft};
