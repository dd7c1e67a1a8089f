//! What the user decided. Everything else is derived from it.

mod action;
mod history;
mod inputs;

pub use action::Action;
pub use history::State;
pub(crate) use history::{StepKind, scope_slug};
pub use inputs::{Inputs, KnownText, PasteDraft, VERSION};
