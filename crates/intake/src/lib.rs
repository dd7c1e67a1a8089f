//! Text to typed records, each with its issues.
//!
//! What people paste is read here and nowhere else: [`read_number`] reads one number as a person wrote it,
//! [`read_customers`] a table of customers, and [`movements`] adds those customers up. Reading never fails and never
//! guesses in silence: whatever was left out, added up or could be read two ways is an [`Issue`] with its row, column
//! and reason. The reasons are values; their wording is the business of whoever shows them.
//!
//! This room does not know what a metric is, what any figure is used for, or how a message is worded. It does no
//! input or output, has no clock and holds no floating-point number.

mod currency;
mod customers;
mod delimiter;
mod exact;
mod header;
mod issue;
mod movement;
mod number;
mod table;
mod text;

pub use currency::CurrencyMark;
pub use customers::{Columns, Customer, Customers, read_customers};
pub use issue::{Field, Issue, IssueKind, Severity};
pub use movement::{MovementProblem, Movements, movements};
pub use number::{DecimalMark, NumberProblem, Reading, Unit, read_number};
