//! The domain of Plimsoll: figures, metrics as formulas, and the benchmarks they are held against.
//!
//! Everything here is pure and exact. A [`Figure`] is what a person enters, a [`Metric`] is arithmetic
//! over figures and other metrics, a [`Book`] holds one set of figures for one [`Window`], and an
//! [`Outcome`] is either an exact number or the [`Undefined`] reason why there is none.
//!
//! This room does not know how a number is written, in which language, or where it came from.
//!
//! ```
//! use plimsoll_metrics::{Book, Exact, Window, figures, metrics};
//!
//! let mut book = Book::new(Window::Quarter);
//! book.set(&figures::START_MRR, Exact::from(400_000));
//! book.set(&figures::EXPANSION_MRR, Exact::from(60_000));
//! book.set(&figures::CONTRACTION_MRR, Exact::from(20_000));
//! book.set(&figures::CHURNED_MRR, Exact::from(10_000));
//!
//! let retention = book.evaluate(&metrics::NET_REVENUE_RETENTION);
//! assert_eq!(retention, Ok(Exact::per_mille(1_075)));
//! ```

#![deny(clippy::float_arithmetic, reason = "money and band edges are exact here")]

pub mod benchmarks;
mod book;
mod catalogue;
mod currency;
mod exact;
mod few;
mod figure;
mod formula;
pub mod health;
mod kind;
mod metric;
mod notation;
pub mod signals;
mod undefined;
mod window;

pub use book::{Book, Known, Outcome};
pub use catalogue::{
    PANELS, PORTFOLIO_PANEL, Panel, all_metrics, conventions, figures, find_figure, find_metric, metrics,
};
pub use currency::Currency;
pub use exact::Exact;
pub use few::Few;
pub use figure::{Accepts, Figure, Limit};
pub use formula::{Constant, Expression, Term, WhenZero};
pub use kind::{Kind, Nature};
pub use metric::{Compounding, Direction, Metric, Range, Role, Unit};
pub use notation::{Token, notation};
pub use undefined::Undefined;
pub use window::{Annualising, Window, annualise, rescale};
