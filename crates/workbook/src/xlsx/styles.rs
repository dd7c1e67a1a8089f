//! Cell formats: for each, how its numbers are to be read.

use std::collections::BTreeMap;

use crate::format::{self, Reading};
use crate::limits;
use crate::refusal::{Counted, Refusal};
use crate::xml::{Piece, Xml};
use crate::zip::Archive;

/// The readings of all cell formats, by their numbers.
#[derive(Default)]
pub(super) struct Styles(Vec<Reading>);

impl Styles {
    /// Reads the part, if there is one.
    pub(super) fn read(archive: &Archive<'_>, part: Option<&str>) -> Result<Self, Refusal> {
        let mut styles = Self::default();
        let Some(mut xml) = Xml::open(archive, part.unwrap_or("xl/styles.xml")) else { return Ok(styles) };
        let mut codes = BTreeMap::new();
        let mut in_cells = false;
        let too_many = Refusal::too_many(Counted::Formats, limits::FORMATS as u64);
        loop {
            match xml.next()? {
                Piece::Over => return Ok(styles),
                Piece::Start(tag) => match tag.name() {
                    "numFmt" => {
                        let number = tag.get("numFmtId").and_then(|number| number.parse::<u16>().ok());
                        // Formats of conditional rules have codes too; the first of a number is the workbook's own.
                        if let Some((number, code)) = number.zip(tag.get("formatCode")) {
                            codes.entry(number).or_insert_with(|| format::of_code(&code));
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        if styles.0.len() >= limits::FORMATS {
                            return Err(too_many);
                        }
                        let number = tag.get("numFmtId").and_then(|number| number.parse().ok()).unwrap_or(0);
                        let reading = codes.get(&number).copied();
                        styles.0.push(reading.unwrap_or_else(|| format::built_in(number)));
                    }
                    _ => {}
                },
                Piece::End(end) if end.name() == "cellXfs" => in_cells = false,
                Piece::End(_) | Piece::Text(_) => {}
            }
        }
    }

    /// How the numbers of a format are to be read.
    pub(super) fn reading(&self, number: usize) -> Reading {
        self.0.get(number).copied().unwrap_or_default()
    }
}
