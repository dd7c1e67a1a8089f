//! Where the cells and records of a stretch of bytes end.

use super::scan::marks;

/// The longest record that is read as one, in bytes. A quote that has not closed by then opened by mistake.
pub(super) const LONGEST: usize = 1 << 16;

/// Stands before the first cell: the place before byte 0.
const BEFORE: u32 = u32::MAX;

/// The ends of cells and records in a stretch that begins where a record begins. The last record, when it is not whole,
/// has ends of cells here, but no end of its own.
pub(super) struct Index {
    /// Where each cell ends: the place of its delimiter or line feed. Starts with [`BEFORE`].
    ends: Vec<u32>,
    /// For each whole record, where in `ends` its last cell stands. Starts with 0, for what is before the first record.
    records: Vec<u32>,
    /// How many of `records` are in use.
    used: usize,
    /// Whether a line feed stands within quotes.
    pub(super) inner_lines: bool,
}

/// A record by where its cells stand in the index.
#[derive(Clone, Copy, Default)]
pub(super) struct Record {
    before: u32,
    last: u32,
}

impl Record {
    /// How many cells it has.
    #[inline(always)]
    pub(super) const fn cells(self) -> usize {
        self.last.wrapping_sub(self.before) as usize
    }

    /// Where the index holds it: one number, from which its cells are found.
    #[inline(always)]
    pub(super) const fn place(self) -> u32 {
        self.before
    }
}

impl Index {
    /// An index without room; it makes room for the stretches that it gets.
    pub(super) const fn new() -> Self {
        Self { ends: Vec::new(), records: Vec::new(), used: 0, inner_lines: false }
    }

    /// Makes room for a stretch: an end may be written for every byte, and a block writes past its last one.
    fn make_room(&mut self, length: usize) {
        let room = length.saturating_add(128);
        if self.ends.len() < room {
            self.ends = vec![0; room];
            self.records = vec![0; room];
            if let Some(first) = self.ends.first_mut() {
                *first = BEFORE;
            }
        }
    }

    /// The whole records.
    #[inline(always)]
    pub(super) const fn records(&self) -> usize {
        self.used
    }

    /// A record by number.
    #[inline(always)]
    pub(super) fn record(&self, number: usize) -> Option<Record> {
        let pair = self.records.get(number..)?.first_chunk::<2>()?;
        let [before, last] = *pair;
        Some(Record { before, last })
    }

    /// Where a cell of a record starts and ends, given the record's place.
    #[inline(always)]
    pub(super) fn cell(&self, record: u32, column: usize) -> Option<(usize, usize)> {
        let place = (record as usize).wrapping_add(column);
        let [before, end] = *self.ends.get(place..)?.first_chunk::<2>()?;
        Some((before.wrapping_add(1) as usize, end as usize))
    }

    /// Where a record starts, and where its line feed stands.
    pub(super) fn span(&self, record: Record) -> (usize, usize) {
        let end = |place: u32| self.ends.get(place as usize).copied().unwrap_or(BEFORE);
        (end(record.before).wrapping_add(1) as usize, end(record.last) as usize)
    }

    /// The bytes that whole records take up.
    pub(super) fn consumed(&self) -> usize {
        self.used
            .checked_sub(1)
            .and_then(|last| self.record(last))
            .map_or(0, |last| self.span(last).1.wrapping_add(1))
    }

    /// Indexes a stretch of at most [`LONGEST`] bytes; says whether all quotes stand where plain tables have them.
    pub(super) fn build(&mut self, bytes: &[u8], delimiter: u8) -> bool {
        self.make_room(bytes.len());
        // Blocks cannot tell what follows a quote on which a stretch ends; byte by byte that is no fault.
        self.by_blocks(bytes, delimiter).is_some() || self.by_bytes(bytes, delimiter)
    }

    /// Indexes 64 bytes at a time. Nothing when a quote stands where plain tables have none.
    #[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
    fn by_blocks(&mut self, bytes: &[u8], delimiter: u8) -> Option<()> {
        let (blocks, rest) = bytes.as_chunks::<64>();
        let mut last = [b'x'; 64]; // marks nothing
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        let mut at = Cursor { base: 0, ends: 1, records: 1 };
        let mut quotes = Quotes::AT_START;
        let mut inner = 0;
        for block in blocks.iter().chain(core::iter::once(&last)) {
            let mut found = marks(block, delimiter);
            if quotes.inside | found.quotes != 0 {
                let outside = quotes.outside(block, found.quotes, found.ends)?;
                inner |= found.lines & !outside;
                found.ends &= outside;
                found.lines &= outside;
            } else {
                quotes.after_end = found.ends >> 63;
                quotes.after_close = 0;
            }
            self.write(&mut at, found.ends, found.lines)?;
        }
        self.used = at.records.wrapping_sub(1);
        self.inner_lines = inner != 0;
        Some(())
    }

    /// Writes down the ends of one block.
    #[inline(always)]
    fn write(&mut self, at: &mut Cursor, ends: u64, lines: u64) -> Option<()> {
        let room = self.ends.get_mut(at.ends..)?.first_chunk_mut::<64>()?;
        let (head, rest) = room.split_at_mut(8);
        let count = ends.count_ones() as usize;
        let mut left = ends;
        // Eight are written whether they are there or not: a loop whose length is not known costs more.
        for slot in head {
            *slot = at.base.wrapping_add(left.trailing_zeros());
            left &= left.wrapping_sub(1);
        }
        if count > 8 {
            for slot in rest {
                *slot = at.base.wrapping_add(left.trailing_zeros());
                left &= left.wrapping_sub(1);
                if left == 0 {
                    break;
                }
            }
        }
        let mut left = lines;
        while left != 0 {
            let bit = left & left.wrapping_neg();
            let before = (ends & bit.wrapping_sub(1)).count_ones();
            *self.records.get_mut(at.records)? = (at.ends as u32).wrapping_add(before);
            at.records = at.records.wrapping_add(1);
            left ^= bit;
        }
        at.ends = at.ends.wrapping_add(count);
        at.base = at.base.wrapping_add(64);
        Some(())
    }

    /// Indexes byte by byte, for tables in which quotes stand anywhere. A quote opens only at the start of a cell; after
    /// a closing quote, what is neither the end of the cell nor a second quote goes on as plain text. Says whether none of
    /// that occurred.
    #[cold]
    fn by_bytes(&mut self, bytes: &[u8], delimiter: u8) -> bool {
        let (mut ends, mut records) = (1, 1);
        let mut is_plain = true;
        let mut state = State::Start;
        self.inner_lines = false;
        for (place, byte) in (0_u32..).zip(bytes) {
            let is_line = *byte == b'\n';
            let is_end = is_line || *byte == delimiter;
            is_plain &= match state {
                State::Start | State::Quoted => true,
                State::Plain => *byte != b'"',
                State::Closed => is_end || *byte == b'"' || (*byte == b'\r' && ends_line(bytes, place)),
            };
            state = match state {
                State::Quoted if *byte == b'"' => State::Closed,
                State::Quoted => {
                    self.inner_lines |= is_line;
                    State::Quoted
                }
                State::Closed if *byte == b'"' => State::Quoted,
                State::Start if *byte == b'"' => State::Quoted,
                _ if is_end => State::Start,
                _ => State::Plain,
            };
            if is_end && state == State::Start {
                if let Some(slot) = self.ends.get_mut(ends) {
                    *slot = place;
                }
                if let Some(slot) = self.records.get_mut(records).filter(|_| is_line) {
                    *slot = u32::try_from(ends).unwrap_or(BEFORE);
                    records = records.saturating_add(1);
                }
                ends = ends.saturating_add(1);
            }
        }
        self.used = records.saturating_sub(1);
        is_plain
    }
}

/// Whether a line feed follows, or nothing.
fn ends_line(bytes: &[u8], place: u32) -> bool {
    bytes.get((place as usize).saturating_add(1)).is_none_or(|next| *next == b'\n')
}

/// Where reading byte by byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the start of a cell.
    Start,
    /// In a cell without quotes, or behind its closing quote.
    Plain,
    /// Within quotes.
    Quoted,
    /// Right behind a quote that closes, unless a second one follows.
    Closed,
}

/// Where the next block is written.
struct Cursor {
    /// Place of the block's first byte.
    base: u32,
    ends: usize,
    records: usize,
}

/// What one block leaves to the next.
struct Quotes {
    /// All ones within quotes.
    inside: u64,
    /// 1 when the last byte was the end of a cell.
    after_end: u64,
    /// 1 when the last byte was a closing quote.
    after_close: u64,
}

impl Quotes {
    const AT_START: Self = Self { inside: 0, after_end: 1, after_close: 0 };

    /// Which bytes of a block lie outside of quotes. Nothing when a quote opens elsewhere than at the start of a cell,
    /// or closes elsewhere than at its end.
    #[inline]
    fn outside(&mut self, block: &[u8; 64], quotes: u64, ends: u64) -> Option<u64> {
        // From each opening quote, included, to its closing quote, not included.
        let mut inside = quotes;
        for shift in [1, 2, 4, 8, 16, 32] {
            inside ^= inside << shift;
        }
        inside ^= self.inside;
        let (open, close) = (quotes & inside, quotes & !inside);
        let ends = ends & !inside;
        // A quote that opens right after one that closed is the second of a pair, which stands for one quote.
        let may_open = (ends | close) << 1 | self.after_end | self.after_close;
        let after_close = close << 1 | self.after_close;
        let stray = (open & !may_open) | (after_close & !(ends | open));
        if stray != 0 && stray != stray & returns(block) {
            return None;
        }
        self.inside = if inside >> 63 == 1 { u64::MAX } else { 0 };
        self.after_end = ends >> 63;
        self.after_close = close >> 63;
        Some(!inside)
    }
}

/// Which bytes are carriage returns. They may stand behind a closing quote, before the line feed.
fn returns(block: &[u8; 64]) -> u64 {
    block.iter().rev().fold(0, |bits, byte| bits << 1 | u64::from(*byte == b'\r'))
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test that cannot go on should stop")]
mod tests {
    use super::Index;
    use proptest::prelude::*;

    type Ends = (Vec<u32>, Vec<u32>, bool);

    fn written(index: &Index) -> Ends {
        let records: Vec<u32> = index.records.iter().take(index.used + 1).copied().collect();
        let last = records.last().copied().unwrap_or(0) as usize;
        (index.ends.iter().take(last + 1).copied().collect(), records, index.inner_lines)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// On tables of every kind, blocks either see what bytes see or say that they cannot.
        #[test]
        fn blocks_and_bytes_agree(text in "([ab]{0,9}[,;\n]|\"[ab,\n]{0,5}(\"\")?[a\n]{0,70}\"(,|\r?\n)|[\",\n\ra]){0,60}") {
            let (mut fast, mut slow) = (Index::new(), Index::new());
            slow.make_room(text.len());
            slow.by_bytes(text.as_bytes(), b',');
            fast.make_room(text.len());
            if fast.by_blocks(text.as_bytes(), b',').is_some() {
                let (fast, slow) = (written(&fast), written(&slow));
                prop_assert_eq!(&fast.0, &slow.0);
                prop_assert_eq!(&fast.1, &slow.1);
            }
        }

        /// Well-formed quotes never need the slow way.
        #[test]
        fn well_formed_tables_take_the_fast_way(text in "((\"([a,\n]|\"\"){0,70}\"|[a ']{0,9})(,|\r?\n)){0,60}") {
            let mut index = Index::new();
            index.make_room(text.len());
            prop_assert!(index.by_blocks(text.as_bytes(), b',').is_some());
        }

        /// Wherever a stretch of well-formed quotes ends, nothing in it is odd.
        #[test]
        fn no_place_to_stop_makes_a_table_odd(text in "((\"([a,\n]|\"\"){0,9}\"|[a ']{0,9})(,|\r?\n)){0,12}") {
            let mut index = Index::new();
            for end in 0..=text.len() {
                prop_assert!(index.build(text.as_bytes().get(..end).unwrap_or_default(), b','), "up to {}", end);
            }
        }
    }

    #[test]
    fn a_stretch_of_nothing_but_ends_has_room() {
        for byte in [b',', b'\n', b'"'] {
            let bytes = vec![byte; super::LONGEST];
            let mut index = Index::new();
            index.make_room(bytes.len());
            assert!(index.by_blocks(&bytes, b',').is_some());
            assert_eq!(index.records(), if byte == b'\n' { super::LONGEST } else { 0 });
        }
    }
}
