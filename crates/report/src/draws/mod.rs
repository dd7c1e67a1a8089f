//! What the uncertain figures lead to, drawn in pieces: in a worker of its own, which knows the inputs and answers numbers.
//!
//! [`Draws`] is the work, [`Drawn`] what it found so far. Words are made of it where it is shown ([`crate::uncertainty`]).

mod ask;
mod drawn;
mod range;
mod redraw;
mod work;

pub use ask::drawn_from;
pub(crate) use ask::{
    KNOWN_RANGE, METRIC, RANGE, SEED, figure_range, known_range, metric, seed, term_of, uncertain,
};
pub use drawn::{Drawn, DrawnFan, DrawnMetric, Five, Weight};
pub(crate) use range::{RangeProblem, Ranged};
pub use redraw::{Redrawn, RedrawnRate, Redraws};
pub use work::Draws;
