//! Bytes and text to typed records, each with its issues.
//!
//! A file goes through [`detect`] and a [`Decoder`], a [`look()`] proposes a [`Mapping`] and asks what only its reader can
//! tell, a [`Cutter`] cuts its text into rows, and [`Records`] hands what customers pay in each month to a [`Sink`]. A paste
//! of customers with two ends is read at once by [`read_customers`], and [`movements`] adds those up. [`read_number`] and
//! [`read_date`] read one cell as a person wrote it. Reading never fails and never guesses in silence: whatever was left
//! out, added up or could be read two ways is an [`Issue`] or a [`Question`] with its row, column and reason. The reasons
//! are values; their wording is the business of whoever shows them.
//!
//! This room does not know what a metric is, what any figure is used for, or how a message is worded. It does no
//! input or output, has no clock and holds no floating-point number.

mod alike;
mod ballot;
mod cell;
mod currency;
mod customers;
mod cutter;
mod date;
mod delimiter;
mod encoding;
mod exact;
mod header;
mod issue;
mod known;
mod look;
mod mapping;
mod movement;
mod named;
mod number;
mod order;
mod reason;
mod records;
mod role;
mod spike;
mod table;
mod text;

pub use alike::alike;
pub use cell::{is_as_written, is_total};
pub use currency::CurrencyMark;
pub use customers::{Columns, Customer, Customers, read_customers};
pub use cutter::Cutter;
pub use date::{DateOrder, DateProblem, DateReading, DayCount, day_text, read_date, read_day_count};
pub use encoding::{Decoder, Encoding, EncodingProof, decode, detect};
pub use issue::{Field, Issue, IssueKind, Severity};
pub use known::{Export, by_slug as export_by_slug};
pub use look::{Choice, Example, Look, Question, SAMPLE_BYTES, Setting, look, look_with};
pub use mapping::{
    Basis, Column, Duplicates, ExportSlug, Mapping, MappingProblem, PercentScale, PlainLong, Quantity, Scale,
    Shape, Signs, Spikes, check, header_key,
};
pub use movement::{MovementProblem, Movements, movements};
pub use number::{DecimalMark, NumberProblem, Reading, Unit, read_number};
pub use order::{Grown, Listed, put_in_order};
pub use plimsoll_columns::Month;
pub use reason::{is_involuntary, is_of_reasons};
pub use records::{
    AccountRecords, Entry, Full, IssueGroup, Records, Rehearsal, Sink, Tallied, rehearse, rehearse_accounts,
};
pub use role::{Role, Sign};
pub use table::Row;
