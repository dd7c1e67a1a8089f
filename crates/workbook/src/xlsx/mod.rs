//! Excel's workbook since 2007: XML parts in an archive.
//!
//! Read by our own few lines on `quick-xml` rather than by `calamine`, which trusts the sizes that a file claims, keeps
//! a sheet as a full rectangle, and does not tell a share from a number.

mod relations;
mod sheet;
mod strings;
mod styles;

use crate::limits;
use crate::merges::Merges;
use crate::refusal::{Counted, Fault, Refusal};
use crate::table::Take;
use crate::xml::{Piece, Xml};
use crate::zip::Archive;

use relations::Relations;
use strings::Strings;
use styles::Styles;

/// A workbook whose sheets are known.
pub(crate) struct Xlsx<'a> {
    archive: Archive<'a>,
    sheets: Vec<Sheet>,
    strings: Strings,
    styles: Styles,
    since_1904: bool,
}

/// A sheet of cells.
struct Sheet {
    name: String,
    part: String,
    is_hidden: bool,
}

impl<'a> Xlsx<'a> {
    /// Reads what the sheets rest on: their list, the shared texts, the formats.
    pub(crate) fn open(archive: Archive<'a>) -> Result<Self, Refusal> {
        let top = Relations::read(&archive, "")?;
        let workbook = top.target_of("officeDocument").unwrap_or("xl/workbook.xml").to_owned();
        let relations = Relations::read(&archive, &workbook)?;
        let (sheets, since_1904) = list(&archive, &workbook, &relations)?;
        let strings = Strings::read(&archive, relations.target_of("sharedStrings"))?;
        let styles = Styles::read(&archive, relations.target_of("styles"))?;
        Ok(Self { archive, sheets, strings, styles, since_1904 })
    }

    /// Whether days are counted from 1904.
    pub(crate) const fn since_1904(&self) -> bool {
        self.since_1904
    }

    /// The name of each sheet, and whether it is hidden.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = (&str, bool)> {
        self.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.is_hidden))
    }

    /// Reads the cells of a sheet. Merged ranges stand after them in the file; they are collected where they are
    /// wanted.
    pub(crate) fn cells(
        &self,
        sheet: usize,
        take: &mut dyn Take,
        merges: Option<&mut Merges>,
    ) -> Result<(), Refusal> {
        let sheet = self.sheets.get(sheet).ok_or(Refusal::NoSuchSheet { sheet })?;
        let xml = Xml::open(&self.archive, &sheet.part)
            .ok_or_else(|| Refusal::damaged(&sheet.part, Fault::Missing))?;
        sheet::read(xml, &self.strings, &self.styles, take, merges)
    }
}

/// The sheets of cells in their order, and whether days are counted from 1904.
fn list(archive: &Archive<'_>, name: &str, relations: &Relations) -> Result<(Vec<Sheet>, bool), Refusal> {
    let mut xml = Xml::open(archive, name).ok_or_else(|| Refusal::damaged(name, Fault::Missing))?;
    let (mut sheets, mut since_1904) = (Vec::new(), false);
    loop {
        match xml.next()? {
            Piece::Over => return Ok((sheets, since_1904)),
            Piece::Start(tag) if tag.name() == "workbookPr" => since_1904 = tag.says("date1904"),
            Piece::Start(tag) if tag.name() == "sheet" => {
                let Some((name, id)) = tag.get("name").zip(tag.get("id")) else { continue };
                let Some(part) = relations.sheet(&id) else { continue };
                // A part that many sheets share could be read without end.
                if sheets.iter().any(|sheet: &Sheet| sheet.part == part) {
                    return Err(Refusal::damaged(part, Fault::Overlap));
                }
                let is_hidden = tag.get("state").is_some_and(|state| state != "visible");
                let name = name.chars().take(limits::NAME_CHARS).collect();
                sheets.push(Sheet { name, part: part.to_owned(), is_hidden });
                if sheets.len() > limits::SHEETS {
                    return Err(Refusal::too_many(Counted::Sheets, limits::SHEETS as u64));
                }
            }
            _ => {}
        }
    }
}
