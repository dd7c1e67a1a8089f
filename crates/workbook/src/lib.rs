//! Spreadsheet files to plain tables.
//!
//! A file first passes a gate: what it is, by its bytes and not by its name; whether it unpacks within limits, its
//! checksums hold, and its XML has no traps. Then a streaming reader gives the filled cells in order, and they become
//! CSV in blocks. Nothing is ever allocated by a size that the file claims.
//!
//! ```
//! use plimsoll_workbook::{Other, Refusal, look};
//! assert_eq!(look(b"Customer,MRR\n"), Err(Refusal::NotAWorkbook(Other::Text)));
//! ```
//!
//! This room does not know what a table is about, a browser, or wording.

mod book;
mod bytes;
mod date;
mod format;
mod gate;
pub mod limits;
mod merges;
mod number;
mod ods;
mod ole;
mod refusal;
mod scan;
mod sniff;
mod table;
mod xls;
mod xlsx;
mod xml;
mod zip;

pub use book::{SheetInfo, Workbook, fuzz_workbook, look, sheets, to_csv};
pub use gate::Kind;
pub use refusal::{Counted, Fault, Other, Refusal};
