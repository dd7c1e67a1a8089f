//! What the user decided. Everything else is derived from it.

mod action;
mod benchmarks;
mod changed;
mod grouped;
mod history;
mod inputs;
mod scenarios;
mod texts;

pub use action::Action;
pub use history::State;
pub(crate) use history::{StepKind, TIMES_TWELVE, scope_slug};
pub use inputs::{Inputs, PasteDraft, VERSION};
pub use texts::Texts;
