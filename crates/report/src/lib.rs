//! The boundary of Plimsoll: what the user decided, and the pure function from that to everything shown.

pub mod state;
pub mod view;

pub use state::{Action, Inputs, KnownText};
