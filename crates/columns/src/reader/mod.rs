//! The fast way from bytes to a ledger, for plain tables: one row is a customer, a month, an amount and attributes.

mod amount;
mod cells;
mod index;
mod rows;
mod scan;

use crate::LedgerBuilder;
use amount::Amounts;
use index::{Index, LONGEST};

/// Where the cells of a plain table stand. Columns are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LongLayout {
    /// What stands between cells.
    pub delimiter: u8,
    /// How many cells a row has.
    pub columns: usize,
    /// The column of the customer's name or id.
    pub customer: usize,
    /// The column of the month.
    pub month: usize,
    /// The column of the amount.
    pub amount: usize,
    /// The columns of the attributes, in the order in which the ledger shall have them.
    pub attributes: Vec<usize>,
    /// Decimals of the currency's minor unit: 2 for cents. Amounts have a decimal point, up to so many decimals, and no
    /// marks between thousands.
    pub decimals: u8,
    /// Records before the first row, the header included, and empty lines too.
    pub skip_rows: u32,
}

/// Called with the number of the line on which a record starts (from 1) and its bytes, without the line's end.
type Odd<'a> = dyn FnMut(u64, &[u8], &mut LedgerBuilder) + 'a;

/// A stretch that is indexed at once: small enough to stay in the nearest cache with its index.
const STRETCH: usize = 1 << 14;

/// Reads a plain table into a [`LedgerBuilder`], in pieces of any size.
///
/// Read at full speed are names of up to sixteen bytes, months as `2025-03` or `2025-03-31`, amounts such as `1234.5`,
/// and quotes around any cell; longer names a little slower. Every record that is not so plain (another number of
/// cells, another way of writing, no name, or an amount that the ledger refuses) goes to `odd`, which may add it by
/// itself. Records come in the order of the table, and how the bytes are cut into pieces changes nothing. A quote that
/// does not close within 64 KiB, or before the end, opened by mistake: its record ends with its line, and is odd.
///
/// ```
/// use plimsoll_columns::{LongLayout, LongReader};
/// let layout = LongLayout {
///     delimiter: b',', columns: 3, customer: 0, month: 1, amount: 2, attributes: vec![], decimals: 2, skip_rows: 1,
/// };
/// let mut odd_lines = Vec::new();
/// let mut reader = LongReader::new(layout);
/// reader.push(b"id,month,mrr\nacme,2025-03,12.50\nacme,Mar", &mut |_, _, _| ());
/// reader.push(b"ch 25,13\n", &mut |line, _, _| odd_lines.push(line));
/// let ledger = reader.finish(&mut |_, _, _| ()).finish();
/// assert_eq!((ledger.amount(0, 0), odd_lines), (1_250, vec![3]));
/// ```
pub struct LongReader {
    layout: LongLayout,
    amounts: Amounts,
    builder: LedgerBuilder,
    index: Index,
    /// The start of a record whose end is still to come.
    carry: Vec<u8>,
    /// Whether the first bytes were looked at for a byte order mark.
    began: bool,
    skip: u32,
    lines: u64,
    rows: u64,
    /// Whether a quote stood where plain tables have none.
    strays: bool,
}

impl LongReader {
    /// A reader of tables laid out so.
    #[must_use]
    pub fn new(layout: LongLayout) -> Self {
        let builder = LedgerBuilder::new(layout.attributes.len());
        Self::continuing(layout, builder)
    }

    /// A reader of one more table, whose rows are added to those that the builder has.
    #[must_use]
    pub fn continuing(layout: LongLayout, builder: LedgerBuilder) -> Self {
        Self {
            amounts: Amounts::new(layout.decimals),
            builder,
            index: Index::new(),
            carry: Vec::new(),
            began: false,
            skip: layout.skip_rows,
            lines: 0,
            rows: 0,
            strays: false,
            layout,
        }
    }

    /// Reads the next bytes of the table, which are UTF-8, perhaps cut within a letter.
    pub fn push(&mut self, chunk: &[u8], odd: &mut Odd<'_>) {
        let mut rest = chunk;
        // As long as a record is cut, a little more of the chunk goes behind its start.
        let mut more = 1 << 10;
        while !self.began || !self.carry.is_empty() {
            if rest.is_empty() {
                return;
            }
            let (head, tail) = rest.split_at(more.min(rest.len()));
            let before = self.carry.len();
            self.carry.extend_from_slice(head);
            let dropped = self.begin(false);
            let carry = core::mem::take(&mut self.carry);
            let used = if self.began { self.take(&carry, false, odd) } else { 0 };
            self.carry = carry;
            if let Some(of_chunk) = used.saturating_add(dropped).checked_sub(before).filter(|_| used > 0) {
                // The record is whole. What stands behind it is read where it lies.
                rest = rest.get(of_chunk..).unwrap_or_default();
                self.carry.clear();
                break;
            }
            self.carry.drain(..used);
            rest = tail;
            more = more.saturating_mul(2).min(LONGEST);
        }
        let used = self.take(rest, false, odd);
        self.carry.extend_from_slice(rest.get(used..).unwrap_or_default());
    }

    /// Reads what is left, and gives back the builder.
    #[must_use]
    pub fn finish(self, odd: &mut Odd<'_>) -> LedgerBuilder {
        self.finish_noting(odd).0
    }

    /// The same, and whether a quote stood anywhere where plain tables have none: inside of a cell, with something behind
    /// it, or never closed. What such a quote encloses can be seen otherwise, so who reads carefully should read it all.
    #[must_use]
    pub fn finish_noting(mut self, odd: &mut Odd<'_>) -> (LedgerBuilder, bool) {
        self.begin(true);
        let mut carry = core::mem::take(&mut self.carry);
        if carry.last().is_some_and(|last| *last != b'\n') {
            carry.push(b'\n');
        }
        self.take(&carry, true, odd);
        (self.builder, self.strays)
    }

    /// How many rows were read so far, odd ones included; empty lines are none.
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// What was added so far.
    #[must_use]
    pub const fn builder(&self) -> &LedgerBuilder {
        &self.builder
    }

    /// Drops a byte order mark, once so much is there that it can be told; says how many bytes that were.
    fn begin(&mut self, is_last: bool) -> usize {
        const MARK: &[u8] = b"\xEF\xBB\xBF";
        if self.began || (self.carry.len() < MARK.len() && !is_last) {
            return 0;
        }
        self.began = true;
        if self.carry.starts_with(MARK) { self.carry.drain(..MARK.len()).len() } else { 0 }
    }

    /// Reads whole records from bytes that begin with a record; says how many bytes they took.
    fn take(&mut self, bytes: &[u8], is_last: bool, odd: &mut Odd<'_>) -> usize {
        let (mut at, mut length) = (0_usize, STRETCH);
        while at < bytes.len() {
            let end = at.saturating_add(length).min(bytes.len());
            let stretch = bytes.get(at..end).unwrap_or_default();
            self.strays |= !self.index.build(stretch, self.layout.delimiter);
            if self.index.records() > 0 {
                self.stretch(stretch, odd);
                at = at.saturating_add(self.index.consumed());
                length = STRETCH;
            } else if length < LONGEST && end < bytes.len() {
                length = LONGEST;
            } else if stretch.len() == LONGEST || is_last {
                at = at.saturating_add(self.broken(bytes.get(at..).unwrap_or_default(), odd));
            } else {
                break;
            }
        }
        at
    }
}
