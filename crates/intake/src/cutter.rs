//! A table cut into rows while its text arrives.

use crate::table::{self, Row};

/// Cuts a text into rows, wherever its pieces are cut. Quotes are understood as in a paste: one that closes nothing within
/// 64 kB is an ordinary character, and the rows below stay rows.
///
/// ```
/// use plimsoll_intake::Cutter;
/// let mut cutter = Cutter::new(',');
/// cutter.push("Acme,\"1,2");
/// assert_eq!(cutter.next(), None);
/// cutter.push("00\"\r\nBolt,3");
/// assert_eq!(cutter.next().map(|row| row.cells), Some(vec!["Acme".into(), "1,200".into()]));
/// assert_eq!(cutter.next(), None);
/// cutter.finish();
/// assert_eq!(cutter.next().map(|row| row.line), Some(2));
/// assert_eq!(cutter.next(), None);
/// ```
#[derive(Debug, Clone)]
pub struct Cutter {
    delimiter: char,
    /// Text with `\n` at the end of each line, of which some is cut already.
    held: String,
    /// How many bytes of it are.
    cut: usize,
    line: u32,
    /// Whether the last piece ended in `\r`, which may be half a line end.
    half_end: bool,
    begun: bool,
    finished: bool,
}

impl Cutter {
    /// A cutter at the start of a text.
    #[must_use]
    pub const fn new(delimiter: char) -> Self {
        Self {
            delimiter,
            held: String::new(),
            cut: 0,
            line: 1,
            half_end: false,
            begun: false,
            finished: false,
        }
    }

    /// Takes a piece of text.
    pub fn push(&mut self, text: &str) {
        self.held.drain(..self.cut);
        self.cut = 0;
        let text = if self.begun { text } else { text.strip_prefix('\u{feff}').unwrap_or(text) };
        self.begun |= !text.is_empty();
        for c in text.chars() {
            match c {
                '\n' if self.half_end => {}
                '\r' => self.held.push('\n'),
                other => self.held.push(other),
            }
            self.half_end = c == '\r';
        }
    }

    /// Says that no more text follows.
    pub const fn finish(&mut self) {
        self.finished = true;
    }
}

impl Iterator for Cutter {
    type Item = Row;

    /// The next row that has come in whole; none where more text is needed, or nothing is left.
    fn next(&mut self) -> Option<Row> {
        loop {
            let rest = self.held.get(self.cut..).filter(|rest| !rest.is_empty())?;
            let taken = table::take(rest, self.delimiter, self.line, self.finished)?;
            self.cut = self.held.len().saturating_sub(taken.left);
            self.line = taken.line;
            if !taken.is_blank {
                return Some(taken.row);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn pieces_cut_alike_wherever_they_are_cut(
            text in "[ab,;\"\r\n é|-]{0,60}", cuts in prop::collection::vec(1_usize..7, 0..60),
        ) {
            let whole: Vec<Row> = table::sample(&text, Some(','), 1_000).rows;
            let mut cutter = Cutter::new(',');
            let mut rows = Vec::new();
            let chars: Vec<char> = text.chars().collect();
            let mut rest = chars.as_slice();
            for cut in cuts {
                let (piece, after) = rest.split_at(cut.min(rest.len()));
                cutter.push(&piece.iter().collect::<String>());
                rows.extend(cutter.by_ref());
                rest = after;
            }
            cutter.push(&rest.iter().collect::<String>());
            cutter.finish();
            rows.extend(cutter);
            prop_assert_eq!(rows, whole);
        }
    }
}
