//! What is asked and said while a table is read: where, what, and what to do.

mod issue;
mod problem;
mod question;

pub use issue::found_issue;
pub(crate) use issue::reason_in_ledgers;
pub use problem::{mapping_problem, no_room, shape_name};
pub use question::{answer_label, encoding_note, question};
