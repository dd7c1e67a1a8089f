//! The cells of a sheet, one at a time.

use super::strings::{Strings, rich, unescaped};
use super::styles::Styles;
use crate::limits;
use crate::merges::Merges;
use crate::refusal::{Counted, Fault, Refusal};
use crate::table::{Place, Take, Value, check_length};
use crate::xml::{Piece, Tag, Xml};

/// What a cell says its value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Type {
    #[default]
    Number,
    Shared,
    Text,
    Truth,
    Iso,
}

/// What is to be done after a piece of the part.
enum Then {
    GoOn,
    /// Gather the text of the element that has just begun.
    Gather,
    /// Gather text that may be in runs.
    GatherRuns,
    Skip,
    /// Pay for a cell that has been taken.
    Pay,
    Stop,
}

/// A sheet being read.
struct Reader<'r> {
    part: String,
    strings: &'r Strings,
    styles: &'r Styles,
    take: &'r mut dyn Take,
    merges: Option<&'r mut Merges>,
    /// The row and column of the next cell that does not say where it is.
    next: Place,
    /// Before this place no cell may come any more.
    free: Place,
    /// The open cell.
    place: Place,
    kind: Type,
    format: usize,
    value: String,
}

/// Reads all cells, and the merged ranges where they are wanted.
pub(super) fn read(
    mut xml: Xml<'_>,
    strings: &Strings,
    styles: &Styles,
    take: &mut dyn Take,
    merges: Option<&mut Merges>,
) -> Result<(), Refusal> {
    let mut reader = Reader {
        part: xml.part().to_owned(),
        strings,
        styles,
        take,
        merges,
        next: Place::default(),
        free: Place::default(),
        place: Place::default(),
        kind: Type::default(),
        format: 0,
        value: String::new(),
    };
    loop {
        match reader.piece(xml.next()?)? {
            Then::GoOn => {}
            Then::Gather => xml.text(&mut reader.value)?,
            Then::GatherRuns => rich(&mut xml, &mut reader.value)?,
            Then::Skip => xml.skip()?,
            Then::Pay => xml.paid(),
            Then::Stop => return Ok(()),
        }
    }
}

impl Reader<'_> {
    fn piece(&mut self, piece: Piece<'_>) -> Result<Then, Refusal> {
        match piece {
            Piece::Over => return Ok(Then::Stop),
            Piece::Text(_) => {}
            Piece::Start(tag) => match tag.name() {
                "c" => self.begin(&tag)?,
                "v" => return Ok(Then::Gather),
                "is" => return Ok(Then::GatherRuns),
                "row" => self.row(&tag)?,
                // Formulas stand beside their last results. What else may hold cells is not this sheet's own.
                "f" | "extLst" => return Ok(Then::Skip),
                "mergeCell" => self.merge(&tag)?,
                _ => {}
            },
            Piece::End(end) => match end.name() {
                "c" if self.end()? => return Ok(Then::Pay),
                "row" => self.next = Place { row: self.next.row.saturating_add(1), column: 0 },
                "sheetData" if self.merges.is_none() => return Ok(Then::Stop),
                _ => {}
            },
        }
        Ok(Then::GoOn)
    }

    /// A row begins; it may say which.
    fn row(&mut self, tag: &Tag<'_>) -> Result<(), Refusal> {
        if let Some(number) = tag.get("r") {
            let row = number.parse::<u32>().ok().and_then(|number| number.checked_sub(1));
            let row = row.ok_or_else(|| self.fault(Fault::Reference))?;
            if row < self.next.row {
                return Err(self.fault(Fault::Order));
            }
            self.next = Place { row, column: 0 };
        }
        if self.next.row >= limits::ROWS {
            return Err(Refusal::too_many(Counted::Rows, u64::from(limits::ROWS)));
        }
        Ok(())
    }

    /// A cell begins; it may say where it is, what it holds, and its format.
    fn begin(&mut self, tag: &Tag<'_>) -> Result<(), Refusal> {
        let (mut place, mut kind, mut format) = (Some(self.next), Type::Number, 0);
        tag.each(|name, value| match name {
            "r" => place = parse_place(value),
            "s" => format = value.parse().unwrap_or_default(),
            "t" => {
                kind = match value {
                    "s" => Type::Shared,
                    "str" | "inlineStr" | "e" => Type::Text,
                    "b" => Type::Truth,
                    "d" => Type::Iso,
                    _ => Type::Number,
                }
            }
            _ => {}
        });
        let place = place.ok_or_else(|| self.fault(Fault::Reference))?;
        (self.place, self.kind, self.format) = (place, kind, format);
        self.next = Place { row: place.row, column: place.column.saturating_add(1) };
        self.value.clear();
        Ok(())
    }

    /// A cell ends: it is taken, unless it is empty. Answers whether it was.
    fn end(&mut self) -> Result<bool, Refusal> {
        if self.value.is_empty() {
            return Ok(false);
        }
        for (what, number, limit) in [
            (Counted::Rows, self.place.row, limits::ROWS),
            (Counted::Columns, self.place.column, limits::COLUMNS),
        ] {
            if number >= limit {
                return Err(Refusal::too_many(what, u64::from(limit)));
            }
        }
        if self.place < self.free {
            return Err(self.fault(Fault::Order));
        }
        let trimmed = self.value.trim();
        let text;
        let value = match self.kind {
            Type::Number => Value::Digits(trimmed, self.styles.reading(self.format)),
            Type::Iso => Value::Iso(trimmed),
            Type::Truth => Value::Truth(trimmed != "0" && trimmed != "false"),
            Type::Shared => {
                let number = trimmed.parse().ok();
                let shared = number.and_then(|number| self.strings.get(number));
                Value::Text(shared.ok_or_else(|| self.fault(Fault::Reference))?)
            }
            Type::Text => {
                text = unescaped(&self.value);
                Value::Text(&text)
            }
        };
        if let Value::Text(text) | Value::Digits(text, _) | Value::Iso(text) = value {
            if text.is_empty() {
                return Ok(false);
            }
            check_length(text, self.place)?;
        }
        self.take.cell(self.place, value)?;
        self.free = self.next;
        Ok(true)
    }

    fn merge(&mut self, tag: &Tag<'_>) -> Result<(), Refusal> {
        let range = tag.get("ref").and_then(|range| {
            let (first, last) = range.split_once(':')?;
            Some((parse_place(first)?, parse_place(last)?))
        });
        match (&mut self.merges, range) {
            (Some(merges), Some((first, last))) => merges.add(first, last),
            _ => Ok(()),
        }
    }

    fn fault(&self, fault: Fault) -> Refusal {
        Refusal::damaged(&self.part, fault)
    }
}

/// Reads a place such as `AB12`.
fn parse_place(text: &str) -> Option<Place> {
    let end = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = text.split_at_checked(end)?;
    let mut column: u32 = 0;
    for letter in letters.bytes().map(|letter| letter.to_ascii_uppercase()) {
        let value = u32::from(letter.checked_sub(b'A')?).checked_add(1)?;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    let row =
        digits.parse::<u32>().ok().filter(|_| digits.starts_with(|first: char| first.is_ascii_digit()))?;
    Some(Place { row: row.checked_sub(1)?, column: column.checked_sub(1)? })
}

#[cfg(test)]
mod tests {
    use super::{Place, parse_place};

    #[test]
    fn places_are_letters_and_digits() {
        let place = |row, column| Some(Place { row, column });
        assert_eq!(parse_place("A1"), place(0, 0));
        assert_eq!(parse_place("z10"), place(9, 25));
        assert_eq!(parse_place("XFD1048576"), place(1_048_575, 16_383));
        for text in ["", "A", "1", "A0", "1A", "A-1", "A+1", "A1:B2", "ÄÄ1", "ZZZZZZZZ1", "A99999999999"] {
            assert_eq!(parse_place(text), None, "{text}");
        }
    }
}
