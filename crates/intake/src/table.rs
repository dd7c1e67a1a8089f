//! Text to cells, each row with the line where it starts.
//!
//! Quoting follows RFC 4180, read by hand rather than through a CSV crate: those close an open quote at the end of the
//! text without a word, and with it swallow every row below. Here a quote that does not close its cell is an ordinary
//! character, the rows below stay rows, and the reader is told.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::delimiter;
use crate::issue::IssueKind;

/// The most text that is read on the page.
const BYTES: usize = 256 * 1024;
/// The most rows.
const ROWS: usize = 50_000;
/// The most cells in a row.
const COLUMNS: usize = 1_000;
/// The most characters in a cell.
const CHARS: usize = 1_000;

/// A row with anything in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The line where it starts, from 1.
    pub line: u32,
    /// Its cells as written, quotes taken off.
    pub cells: Vec<String>,
    /// What is wrong with the row itself, and in which cell if it is one.
    pub fault: Option<(Option<usize>, IssueKind)>,
}

/// A paste cut into cells. Blank rows are not in it, but they count as lines.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) delimiter: char,
    pub(crate) rows: Vec<Row>,
}

/// Cuts a paste into cells, unless there is too much of it.
pub(crate) fn read(text: &str) -> Result<Table, IssueKind> {
    if text.len() > BYTES {
        return Err(IssueKind::TooMuchText { bytes: text.len(), limit: BYTES });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = with_line_ends(text);
    let delimiter = delimiter::of(&text);
    let mut rows = Vec::new();
    for row in Rows::new(&text, delimiter) {
        if rows.len() == ROWS {
            return Err(IssueKind::TooManyRows { limit: ROWS });
        }
        rows.push(row);
    }
    if rows.is_empty() { Err(IssueKind::NothingPasted) } else { Ok(Table { delimiter, rows }) }
}

/// The text with `\n` at the end of each line, whether it was `\r\n`, `\r` or that already.
#[inline(never)]
fn with_line_ends(text: &str) -> Cow<'_, str> {
    if !text.as_bytes().contains(&b'\r') {
        return Cow::Borrowed(text);
    }
    let mut all = String::with_capacity(text.len());
    for (place, part) in text.split('\r').enumerate() {
        if place > 0 {
            all.push('\n');
        }
        all.push_str(if place > 0 { part.strip_prefix('\n').unwrap_or(part) } else { part });
    }
    Cow::Owned(all)
}

/// Cuts the beginning of a table into cells: so many rows at most, whatever is wrong with them.
pub(crate) fn sample(text: &str, delimiter: Option<char>, rows: usize) -> Table {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = with_line_ends(text);
    let delimiter = delimiter.unwrap_or_else(|| delimiter::of(&text));
    Table { delimiter, rows: Rows::new(&text, delimiter).take(rows).collect() }
}

/// A row taken from the beginning of a text.
pub(crate) struct Taken {
    pub(crate) row: Row,
    pub(crate) is_blank: bool,
    /// The line after it.
    pub(crate) line: u32,
    /// How many bytes of the text are left.
    pub(crate) left: usize,
}

/// Takes the row at the beginning of a text that ends its lines with `\n`; none where it may go on in what follows.
pub(crate) fn take(text: &str, delimiter: char, line: u32, is_all: bool) -> Option<Taken> {
    let mut rows = Rows { line, ..Rows::new(text, delimiter) };
    let row = rows.row();
    let left = rows.rest.len();
    let taken = text.get(..text.len().saturating_sub(left)).unwrap_or_default();
    let is_open = !taken.ends_with('\n') || (rows.ran_out && text.len() <= LOOKAHEAD.saturating_mul(2));
    if !is_all && is_open {
        return None;
    }
    Some(Taken { is_blank: is_blank(&row.cells), row, line: rows.line, left })
}

impl Row {
    /// The row that a text holds, which starts in this line and ends with the text.
    ///
    /// ```
    /// use plimsoll_intake::Row;
    /// assert_eq!(Row::cut("Acme;\"1;2\"", ';', 7).cells, ["Acme", "1;2"]);
    /// ```
    #[must_use]
    pub fn cut(text: &str, delimiter: char, line: u32) -> Self {
        let text = with_line_ends(text);
        Rows { line, ..Rows::new(&text, delimiter) }.row()
    }

    /// Whether there is nothing in it, as in a blank line.
    ///
    /// ```
    /// use plimsoll_intake::Row;
    /// assert!(Row::cut(" ,,", ',', 7).is_blank() && !Row::cut(",0", ',', 7).is_blank());
    /// ```
    #[must_use]
    pub fn is_blank(&self) -> bool {
        is_blank(&self.cells)
    }
}

/// The rows of a text that ends its lines with `\n`, blank ones skipped.
pub(crate) struct Rows<'a> {
    rest: &'a str,
    delimiter: char,
    line: u32,
    /// Whether the end of the text was reached in search of a closing quote.
    ran_out: bool,
}

impl<'a> Rows<'a> {
    pub(crate) const fn new(text: &'a str, delimiter: char) -> Self {
        Self { rest: text, delimiter, line: 1, ran_out: false }
    }

    /// Takes a row, blank or not.
    fn row(&mut self) -> Row {
        let mut row = Row { line: self.line, cells: Vec::new(), fault: None };
        loop {
            let (cell, unclosed) = self.cell();
            let column = row.cells.len();
            let chars = cell.chars().count();
            if column == COLUMNS {
                row.fault = Some((None, IssueKind::TooManyColumns { limit: COLUMNS }));
            } else if chars > CHARS {
                row.fault = Some((Some(column), IssueKind::CellTooLong { chars, limit: CHARS }));
            } else if unclosed && row.fault.is_none() {
                row.fault = Some((Some(column), IssueKind::UnclosedQuote));
            }
            if column < COLUMNS {
                row.cells.push(cell);
            }
            if let Some(rest) = self.rest.strip_prefix(self.delimiter) {
                self.rest = rest;
            } else {
                self.rest = self.rest.strip_prefix('\n').unwrap_or_default();
                self.line = self.line.saturating_add(1);
                return row;
            }
        }
    }

    /// Takes a cell up to its delimiter or line end, and says whether a quote in it is left open.
    fn cell(&mut self) -> (String, bool) {
        let mut unclosed = false;
        if let Some(body) = self.rest.trim_start_matches(' ').strip_prefix('"') {
            match quoted(body, self.delimiter) {
                Ok((cell, rest)) => {
                    let lines = cell.bytes().filter(|&byte| byte == b'\n').count();
                    self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
                    self.rest = rest;
                    return (cell, false);
                }
                Err(open) => {
                    self.ran_out |= open == Open::ToTheEnd;
                    unclosed = open != Open::InOneLine;
                }
            }
        }
        let end = self.rest.find([self.delimiter, '\n']).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        (cell.to_owned(), unclosed)
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        while !self.rest.is_empty() {
            let row = self.row();
            if !is_blank(&row.cells) {
                return Some(row);
            }
        }
        None
    }
}

/// How far an opening quote was followed that no quote closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// Another quote stands in the same line, and does not end a cell.
    InOneLine,
    /// Another quote stands lines below, and does not end a cell.
    OverLines,
    /// There is none up to the end of the text, or as far as is looked.
    ToTheEnd,
}

/// How far a closing quote is looked for.
const LOOKAHEAD: usize = 64 * 1024;

/// The cell whose opening quote has been taken, and the text after it; or how far no quote was found that closes it
/// before a delimiter or a line end.
fn quoted(body: &str, delimiter: char) -> Result<(String, &str), Open> {
    let mut cell = String::new();
    let mut rest = body;
    loop {
        let (before, after) = rest.split_once('"').ok_or(Open::ToTheEnd)?;
        if cell.len().saturating_add(before.len()) > LOOKAHEAD {
            return Err(Open::ToTheEnd);
        }
        cell.push_str(before);
        if let Some(escaped) = after.strip_prefix('"') {
            cell.push('"');
            rest = escaped;
            continue;
        }
        let tail = after.trim_start_matches(' ');
        let closes = tail.is_empty() || tail.starts_with([delimiter, '\n']);
        return if closes {
            Ok((cell, tail))
        } else if cell.contains('\n') {
            Err(Open::OverLines)
        } else {
            Err(Open::InOneLine)
        };
    }
}

/// Whether a row is empty, or only a line drawn under a header (`|---|---:|`).
fn is_blank(cells: &[String]) -> bool {
    let mut ruled = false;
    for cell in cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()) {
        if cell.len() < 3 || !cell.bytes().all(|byte| matches!(byte, b'-' | b':' | b'=')) {
            return false;
        }
        ruled = true;
    }
    !ruled || cells.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines and cells, compactly.
    fn cut(text: &str) -> String {
        match read(text) {
            Err(kind) => format!("{kind:?}"),
            Ok(table) => {
                let row = |row: &Row| {
                    let fault = row.fault.as_ref().map_or_else(String::new, |fault| format!(" {fault:?}"));
                    format!("{}:{}{fault}", row.line, row.cells.join("¦"))
                };
                table.rows.iter().map(row).collect::<Vec<_>>().join(" / ")
            }
        }
    }

    #[test]
    fn rows_keep_the_line_where_they_start() {
        assert_eq!(cut("a,b\n\n\nc,d\n"), "1:a¦b / 4:c¦d");
        assert_eq!(cut("a,b\r\n , \r\nc,d"), "1:a¦b / 3:c¦d");
        assert_eq!(cut("a,b\rc,d\r"), "1:a¦b / 2:c¦d");
        assert_eq!(cut("\u{feff}a,\"x\r\ny\"\r\nc,d"), "1:a¦x\ny / 3:c¦d");
        assert_eq!(cut("|a|b|\n|---|--:|\n|c|d|"), "1:¦a¦b¦ / 3:¦c¦d¦");
        assert_eq!(cut(""), "NothingPasted");
        assert_eq!(cut(" \n\t\n"), "NothingPasted");
    }

    #[test]
    fn quotes_enclose_delimiters_line_ends_and_quotes() {
        assert_eq!(cut("a,b\n\"x, \"\"y\"\"\",\"z\""), "1:a¦b / 2:x, \"y\"¦z");
        assert_eq!(cut("a,b\n \"x,y\" , 1"), "1:a¦b / 2:x,y¦ 1");
        assert_eq!(cut("a\tb\n5\" disk\t1"), "1:a¦b / 2:5\" disk¦1");
    }

    #[test]
    fn a_quote_that_closes_nothing_swallows_nothing() {
        assert_eq!(cut("a,b\n\"Big\" Corp,1\nc,2"), "1:a¦b / 2:\"Big\" Corp¦1 / 3:c¦2");
        let open = "(Some(0), UnclosedQuote)";
        assert_eq!(cut("a,b\n\"x,1\ny,2"), format!("1:a¦b / 2:\"x¦1 {open} / 3:y¦2"));
        assert_eq!(cut("a,b\n\"x,1\n\"y\",2"), format!("1:a¦b / 2:\"x¦1 {open} / 3:y¦2"));
    }

    #[test]
    fn there_are_limits() {
        let long = "x".repeat(1_001);
        assert_eq!(
            cut(&format!("a,b\n{long},1")),
            format!("1:a¦b / 2:{long}¦1 (Some(0), CellTooLong {{ chars: 1001, limit: 1000 }})")
        );
        assert!(cut(&",".repeat(1_001)).is_empty() || cut(&"a,".repeat(1_001)).contains("TooManyColumns"));
        assert_eq!(cut(&"a\n".repeat(50_001)), "TooManyRows { limit: 50000 }");
        assert_eq!(cut(&"a".repeat(262_145)), "TooMuchText { bytes: 262145, limit: 262144 }");
    }
}
