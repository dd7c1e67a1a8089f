//! The first rows as they would be read.

use super::{Full, Records, Sink, Tallied};
use crate::mapping::{Mapping, MappingProblem};
use crate::table;
use plimsoll_columns::Month;

/// An amount as it would go to the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The customer.
    pub customer: String,
    /// The month.
    pub month: Month,
    /// The amount in the currency's minor unit.
    pub minor: i64,
    /// The cells kept beside the customer.
    pub attributes: Vec<String>,
}

/// What the beginning of a table reads as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsal {
    /// The first amounts.
    pub entries: Vec<Entry>,
    /// How many more there are.
    pub more: u64,
    /// What became of the rows.
    pub tallied: Tallied,
}

/// Keeps the first amounts and counts the others.
struct First {
    limit: usize,
    entries: Vec<Entry>,
    more: u64,
}

impl Sink for First {
    fn add(&mut self, customer: &str, month: Month, minor: i64, attributes: &[&str]) -> Result<(), Full> {
        if self.entries.len() < self.limit {
            let attributes = attributes.iter().map(|text| (*text).to_owned()).collect();
            self.entries.push(Entry { customer: customer.to_owned(), month, minor, attributes });
        } else {
            self.more = self.more.saturating_add(1);
        }
        Ok(())
    }
}

/// Reads the beginning of a table by a mapping, as far as it was looked at, and keeps so many amounts.
///
/// ```
/// use plimsoll_intake::{look, rehearse};
/// let sample = "Customer,MRR 2025-01,MRR 2025-02\nAcme,99.50,\nTotal,99.50,\n";
/// let read = rehearse(sample, &look(sample).mapping, 2, 10);
/// let read = read.map_err(|problems| format!("{problems:?}"))?;
/// assert_eq!((read.entries.len(), read.entries[0].minor), (1, 9950));
/// assert_eq!((read.tallied.rows, read.tallied.counted), (2, 1));
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
/// What keeps the mapping from being read by.
pub fn rehearse(
    sample: &str,
    mapping: &Mapping,
    decimals: u32,
    entries: usize,
) -> Result<Rehearsal, Vec<MappingProblem>> {
    let mut records = Records::new(mapping, decimals)?;
    let mut first = First { limit: entries, entries: Vec::new(), more: 0 };
    let table = table::sample(crate::look::beginning(sample), Some(mapping.delimiter), usize::MAX);
    for row in table.rows.iter().filter(|row| row.line > mapping.header_line) {
        // The sink above takes everything.
        let _ = records.push(row, &mut first);
    }
    let tallied = records.finish(&mut first).unwrap_or_default();
    Ok(Rehearsal { entries: first.entries, more: first.more, tallied })
}
