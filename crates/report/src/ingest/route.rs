//! The two ways to read a table: at full speed where it is plain, row by row where it is not. Both give the same ledger.

use plimsoll_columns::{Ledger, LedgerBuilder, LongLayout, LongReader, Month};
use plimsoll_intake::{
    AccountRecords, Cutter, Decoder, Encoding, Full, Grown as _, Mapping, MappingProblem, Records, Row,
    Shape, Tallied, alike, decode, is_as_written, is_total,
};

use super::Kept;
use super::onto::{Onto, Telling};

/// A table being read.
pub(super) enum Route {
    Plain(Box<Plain>),
    Careful(Box<Careful>),
}

/// A plain ledger: what the fast reader cannot read goes to the records.
pub(super) struct Plain {
    layout: LongLayout,
    reader: LongReader,
    odd: Odd,
    /// Whether something stood in a source of which only the careful reader knows what it is.
    strays: bool,
}

/// What the fast reader hands on.
struct Odd {
    delimiter: char,
    records: Records,
    full: Option<Full>,
    /// Whether a carriage return stood within a record, which the careful reader takes for the end of a line.
    strays: bool,
}

/// Any table.
pub(super) struct Careful {
    decoder: Decoder,
    encoding: Encoding,
    cutter: Cutter,
    delimiter: char,
    header_line: u32,
    takes: Takes,
    text: String,
    rows: u64,
}

/// What takes the rows.
enum Takes {
    Ledger(Records, LedgerBuilder),
    Accounts(AccountRecords),
}

/// A table that was read.
pub(super) struct Finished {
    pub(super) kept: Kept,
    pub(super) tallied: Tallied,
    pub(super) doubt: Option<Doubt>,
}

/// Why what was read is not what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Some bytes are not of the encoding.
    Encoding,
    /// The careful reader would read it otherwise: a row of totals counts as a customer, names have something
    /// at their ends that is not theirs, or quotes stand oddly.
    Names,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Plain(_) => "Plain",
            Self::Careful(_) => "Careful",
        })
    }
}

impl Route {
    /// The way to read by this mapping.
    ///
    /// # Errors
    /// What keeps the mapping from being read by.
    pub(super) fn new(
        mapping: &Mapping,
        encoding: Encoding,
        decimals: u32,
        careful: bool,
    ) -> Result<Self, Vec<MappingProblem>> {
        if mapping.shape == Some(Shape::Accounts) {
            let takes = Takes::Accounts(AccountRecords::new(mapping, decimals)?);
            return Ok(Self::Careful(Careful::new(mapping, encoding, takes).into()));
        }
        let records = Records::new(mapping, decimals)?;
        let plain = mapping.plain_long().filter(|_| encoding == Encoding::Utf8 && !careful);
        Ok(match plain {
            Some(plain) => {
                let layout = LongLayout {
                    delimiter: plain.delimiter,
                    columns: plain.columns,
                    customer: plain.customer,
                    month: plain.month,
                    amount: plain.amount,
                    attributes: plain.attributes,
                    decimals: if plain.minor { 0 } else { u8::try_from(decimals).unwrap_or(2) },
                    skip_rows: plain.skip_lines,
                };
                let odd = Odd { delimiter: mapping.delimiter, records, full: None, strays: false };
                Self::Plain(Box::new(Plain {
                    reader: LongReader::new(layout.clone()),
                    layout,
                    odd,
                    strays: false,
                }))
            }
            None => {
                let takes = Takes::Ledger(records, LedgerBuilder::new(mapping.attributes().len()));
                Self::Careful(Careful::new(mapping, encoding, takes).into())
            }
        })
    }

    /// Ends a source and begins the next one, if one was begun.
    pub(super) fn next_source(&mut self) {
        match self {
            Self::Plain(plain) => plain.next_source(),
            Self::Careful(careful) => {
                // What the last source leaves is read with the next piece, or at the end.
                let _ = careful.end_source();
            }
        }
    }

    /// About how many rows were read so far.
    pub(super) fn rows(&self) -> u64 {
        match self {
            Self::Plain(plain) => plain.reader.builder().rows(),
            Self::Careful(careful) => careful.rows,
        }
    }

    /// Reads a piece.
    ///
    /// # Errors
    /// Why nothing more is taken.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<(), Full> {
        match self {
            Self::Plain(plain) => {
                let odd = &mut plain.odd;
                plain.reader.push(bytes, &mut |line, raw, builder| odd.take(line, raw, builder));
                odd.full.map_or(Ok(()), Err)
            }
            Self::Careful(careful) => careful.push(bytes),
        }
    }

    /// Reads what is left. `tell` is told now and then how many amounts were put together, where that takes time.
    ///
    /// # Errors
    /// Why nothing more is taken.
    pub(super) fn finish(self, tell: &mut dyn FnMut(u64)) -> Result<Finished, Full> {
        match self {
            Self::Plain(plain) => plain.finish(),
            Self::Careful(careful) => careful.finish(tell),
        }
    }
}

impl Plain {
    fn next_source(&mut self) {
        let fresh = LongReader::new(self.layout.clone());
        let odd = &mut self.odd;
        let ended = std::mem::replace(&mut self.reader, fresh);
        let (builder, strays) = ended.finish_noting(&mut |line, raw, builder| odd.take(line, raw, builder));
        self.strays |= strays;
        self.reader = LongReader::continuing(self.layout.clone(), builder);
    }

    fn finish(mut self) -> Result<Finished, Full> {
        let odd = &mut self.odd;
        let (mut builder, strays) =
            self.reader.finish_noting(&mut |line, raw, builder| odd.take(line, raw, builder));
        let strays = strays || self.strays || self.odd.strays;
        if let Some(full) = self.odd.full {
            return Err(full);
        }
        let mut tallied = self.odd.records.finish(&mut Onto(&mut builder))?;
        // The builder has every row that counts, the last one of a file without a line end included.
        let left_out = tallied.rows.saturating_sub(tallied.counted);
        tallied.counted = builder.rows();
        tallied.rows = tallied.counted.saturating_add(left_out);
        let ledger = builder.finish();
        let doubt = doubt(&ledger, self.layout.attributes.len()).or(strays.then_some(Doubt::Names));
        if doubt.is_none() {
            let names = (0..ledger.customer_count()).map(|customer| ledger.customer(customer));
            tallied.issues.grow_by(alike(names));
        }
        Ok(Finished { kept: Kept::Ledger(ledger), tallied, doubt })
    }
}

impl Odd {
    fn take(&mut self, line: u64, raw: &[u8], builder: &mut LedgerBuilder) {
        if self.full.is_some() {
            return;
        }
        self.strays |= raw.contains(&b'\r');
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let row = Row::cut(&decode(raw, Encoding::Utf8).0, self.delimiter, line);
        if row.is_blank() {
            return;
        }
        match self.records.push(&row, &mut Onto(builder)) {
            // One wrong year makes the months of a ledger too many; the careful reader leaves such a row out.
            Err(Full::TooManyMonths | Full::TooLarge) => self.strays = true,
            read => self.full = read.err(),
        }
    }
}

/// The months that dates of a business lie in: what is beyond, the careful reader leaves out and names.
const NEAR: std::ops::Range<i32> = 1_900 * 12..2_200 * 12;

/// What shows only in what was read: text that is not of its encoding, names that the careful reader reads otherwise.
fn doubt(ledger: &Ledger, attributes: usize) -> Option<Doubt> {
    let last = |first: Month| first.plus(i32::try_from(ledger.month_count()).unwrap_or(i32::MAX));
    let mut is_odd =
        ledger.first_month().is_some_and(|first| first.0 < NEAR.start || last(first).0 > NEAR.end);
    for customer in 0..ledger.customer_count() {
        match std::str::from_utf8(ledger.customer(customer)) {
            Ok(name) => is_odd |= is_total(name) || !is_as_written(name),
            Err(_) => return Some(Doubt::Encoding),
        }
    }
    for value in (0..attributes).flat_map(|attribute| ledger.values(attribute)) {
        match std::str::from_utf8(value) {
            Ok(value) => is_odd |= !is_as_written(value),
            Err(_) => return Some(Doubt::Encoding),
        }
    }
    is_odd.then_some(Doubt::Names)
}

impl Careful {
    fn new(mapping: &Mapping, encoding: Encoding, takes: Takes) -> Self {
        Self {
            decoder: Decoder::new(encoding),
            encoding,
            cutter: Cutter::new(mapping.delimiter),
            delimiter: mapping.delimiter,
            header_line: mapping.header_line,
            takes,
            text: String::new(),
            rows: 0,
        }
    }

    fn push(&mut self, bytes: &[u8]) -> Result<(), Full> {
        self.text.clear();
        self.decoder.push(bytes, &mut self.text);
        self.cutter.push(&self.text);
        self.read()
    }

    fn read(&mut self) -> Result<(), Full> {
        for row in self.cutter.by_ref() {
            if row.line > self.header_line {
                self.rows = self.rows.saturating_add(1);
                match &mut self.takes {
                    Takes::Ledger(records, builder) => records.push(&row, &mut Onto(builder))?,
                    Takes::Accounts(records) => records.push(&row)?,
                }
            }
        }
        Ok(())
    }

    fn end_source(&mut self) -> Result<(), Full> {
        self.text.clear();
        std::mem::replace(&mut self.decoder, Decoder::new(self.encoding)).finish(&mut self.text);
        self.cutter.push(&self.text);
        self.cutter.finish();
        let read = self.read();
        self.cutter = Cutter::new(self.delimiter);
        if let Takes::Accounts(records) = &mut self.takes {
            records.next_source();
        }
        read
    }

    fn finish(mut self, tell: &mut dyn FnMut(u64)) -> Result<Finished, Full> {
        self.text.clear();
        self.decoder.finish(&mut self.text);
        self.cutter.push(&self.text);
        self.cutter.finish();
        self.read()?;
        let doubt =
            (self.encoding == Encoding::Utf8 && self.decoder.malformed() > 0).then_some(Doubt::Encoding);
        let (kept, tallied) = match self.takes {
            Takes::Ledger(records, mut builder) => {
                let mut sink = Telling { onto: Onto(&mut builder), tell, taken: 0 };
                let tallied = records.finish(&mut sink)?;
                (Kept::Ledger(builder.finish()), tallied)
            }
            Takes::Accounts(records) => {
                let (accounts, tallied) = records.finish();
                (Kept::Accounts(accounts), tallied)
            }
        };
        Ok(Finished { kept, tallied, doubt })
    }
}
