//! A table as a file for spreadsheets: UTF-8 with its mark, lines that end in CR LF, and no text that a spreadsheet
//! would take for a formula.
//!
//! A text that begins like a formula gets an apostrophe in front; reading takes exactly that apostrophe off again.
//! Numbers stay numbers: `-5` is not touched.

use std::borrow::Cow;

use crate::view::{Cell, PictureColumn, PictureTable, Plain};

/// By this mark a spreadsheet knows that the file is UTF-8.
pub(crate) const MARK: &str = "\u{feff}";

/// The table as a file.
///
/// ```
/// use plimsoll_report::csv;
/// use plimsoll_report::view::{Cell, PictureColumn, PictureTable, Plain, TableRow};
/// let table = PictureTable {
///     columns: vec![
///         PictureColumn { label: "Segment".into(), unit: None },
///         PictureColumn { label: "ARR".into(), unit: Some("USD".into()) },
///     ],
///     rows: vec![TableRow {
///         header: Cell { text: "=SUM(1)".into(), plain: Plain::Text("=SUM(1)".into()) },
///         cells: vec![Cell { text: "−$5".into(), plain: Plain::Number("-5".into()) }],
///     }],
///     ..PictureTable::default()
/// };
/// assert_eq!(csv::file(&table), "\u{feff}Segment,ARR (USD)\r\n'=SUM(1),-5\r\n");
/// ```
#[must_use]
pub fn file(table: &PictureTable) -> String {
    let mut text = MARK.to_owned();
    for line in lines(table) {
        let cells: Vec<Cow<'_, str>> = line.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// The table as it is put on the clipboard: cells with tabs between them, as spreadsheets exchange them.
#[must_use]
pub fn for_clipboard(table: &PictureTable) -> String {
    let one_line = |cell: &Cow<'_, str>| cell.replace(['\t', '\r', '\n'], " ");
    let lines = lines(table).map(|line| line.iter().map(one_line).collect::<Vec<_>>().join("\t"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The table line by line: its heading, then its rows.
fn lines(table: &PictureTable) -> impl Iterator<Item = Vec<Cow<'_, str>>> {
    let heading = |column: &PictureColumn| match &column.unit {
        Some(unit) => [&column.label, " (", unit, ")"].concat(),
        None => column.label.clone(),
    };
    let headings = table.columns.iter().map(|column| Cow::Owned(guarded(&heading(column)).into_owned()));
    let rows = table.rows.iter().map(|row| [&row.header].into_iter().chain(&row.cells).map(plain).collect());
    [headings.collect()].into_iter().chain(rows)
}

fn plain(cell: &Cell) -> Cow<'_, str> {
    match &cell.plain {
        Plain::Missing => Cow::Borrowed(""),
        Plain::Number(digits) => Cow::Borrowed(digits),
        Plain::Text(text) => guarded(text),
    }
}

/// A cell of the file: in quotation marks where it holds what separates cells or lines, or a blank at an end.
pub(crate) fn quoted(cell: &str) -> Cow<'_, str> {
    let is_special = |c: char| matches!(c, ',' | ';' | '"' | '\t' | '\r' | '\n');
    let has_blank_end = cell.starts_with(' ') || cell.ends_with(' ');
    if cell.contains(is_special) || has_blank_end {
        Cow::Owned(["\"", &cell.replace('"', "\"\""), "\""].concat())
    } else {
        Cow::Borrowed(cell)
    }
}

/// A text as it may stand in a spreadsheet: with an apostrophe in front where it begins like a formula, or like a
/// text that has such an apostrophe already.
///
/// ```
/// use plimsoll_report::csv::{guarded, unguarded};
/// assert_eq!(guarded("＝cmd"), "'＝cmd");
/// assert_eq!(guarded("'=1"), "''=1");
/// assert_eq!(guarded("O'Hara"), "O'Hara");
/// assert_eq!(unguarded(&guarded("'=1")), "'=1");
/// assert_eq!(unguarded("'tis"), "'tis");
/// ```
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if begins_like_a_formula(text) { Cow::Owned(["'", text].concat()) } else { Cow::Borrowed(text) }
}

/// The text of a cell that [`guarded`] wrote: without the apostrophe that it added, and no other one.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| begins_like_a_formula(text)).unwrap_or(cell)
}

/// Whether the first character that can be seen begins a formula. Blanks and what cannot be seen do not hide it,
/// and neither do apostrophes.
fn begins_like_a_formula(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    let is_unseen = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    text.starts_with(['\t', '\r', '\n']) || text.trim_start_matches(is_unseen).starts_with(begins)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::view::TableRow;

    fn row(texts: &[&str]) -> PictureTable {
        let cell = |text: &&str| Cell { text: (*text).into(), plain: Plain::Text((*text).into()) };
        let cells: Vec<Cell> = texts.iter().map(cell).collect();
        let (header, cells) = cells
            .split_first()
            .map_or_else(|| (cell(&""), Vec::new()), |(header, cells)| (header.clone(), cells.to_vec()));
        PictureTable { rows: vec![TableRow { header, cells }], ..PictureTable::default() }
    }

    #[test]
    fn everything_that_begins_a_formula_is_guarded() {
        for begins in [
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            "＝",
            "＋",
            "－",
            "＠",
            " =",
            "\u{feff}=",
            "\u{a0}\u{200b}@",
        ] {
            let text = [begins, "cmd|' /C calc'!A0"].concat();
            assert_eq!(guarded(&text), ["'", &text].concat());
        }
        for harmless in ["", "Acme", "5 - 3", "a=b", "'", "−5"] {
            assert_eq!(guarded(harmless), harmless);
        }
    }

    #[test]
    fn a_name_with_everything_in_it_is_one_cell() {
        let file = file(&row(&["Acme, \"Inc\"\r\nLtd", "=1+1", " x", "<b>&amp;"]));
        assert_eq!(file, "\u{feff}\r\n\"Acme, \"\"Inc\"\"\r\nLtd\",'=1+1,\" x\",\"<b>&amp;\"\r\n");
    }

    #[test]
    fn the_clipboard_gets_one_line_a_row() {
        assert_eq!(for_clipboard(&row(&["a\tb\nc", "=1"])), "\na b c\t'=1");
    }

    /// Reads a file of ours: cells with commas between them, quotation marks doubled inside of quotation marks.
    fn read(file: &str) -> Vec<Vec<String>> {
        let mut rows = vec![vec![String::new()]];
        let mut is_quoted = false;
        let text = file.trim_start_matches('\u{feff}').replace("\"\"", "\u{1}");
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            let Some(row) = rows.last_mut() else { break };
            match letter {
                '"' => is_quoted = !is_quoted,
                ',' if !is_quoted => row.push(String::new()),
                '\r' if !is_quoted && letters.next_if_eq(&'\n').is_some() => rows.push(vec![String::new()]),
                other => {
                    if let Some(cell) = row.last_mut() {
                        cell.push(if other == '\u{1}' { '"' } else { other });
                    }
                }
            }
        }
        rows
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(texts in proptest::collection::vec("[ a\"',;=+@\\-\t\r\n＝é]{1,8}", 1..4)) {
            // A cell that is only quotation marks cannot be told from an empty one by this short reader.
            prop_assume!(texts.iter().all(|text| !text.chars().all(|c| c == '"') ));
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let rows = read(&file(&row(&texts)));
            let cells: Vec<&str> = rows.get(1).into_iter().flatten().map(|cell| unguarded(cell)).collect();
            prop_assert_eq!(cells, texts);
        }
    }
}
