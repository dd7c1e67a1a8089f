//! What the user decided. Everything else is derived from it.

mod action;
mod benchmarks;
mod carried;
mod changed;
mod grouped;
mod history;
mod inputs;
mod scenarios;
mod texts;

pub use action::Action;
pub use carried::{carried, taken};
pub(crate) use grouped::{edited, grouped};
pub use history::State;
pub(crate) use history::{StepKind, TIMES_TWELVE, scope_slug};
pub use inputs::{Inputs, PasteDraft, VERSION};
pub(crate) use scenarios::{MOST_SCENARIOS, is_full};
pub use texts::Texts;
