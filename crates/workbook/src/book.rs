//! A workbook of any kind, behind the gate.

use std::borrow::Cow;

use crate::gate::{self, Kind, Passed};
use crate::merges::{Merges, Unmerged};
use crate::ods::Ods;
use crate::refusal::Refusal;
use crate::table::{Csv, Extent, Take};
use crate::xls::Xls;
use crate::xlsx::Xlsx;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetInfo {
    /// Its name.
    pub name: String,
    /// How many rows it has, up to the last one with a filled cell.
    pub rows: u32,
    /// How many columns it has, up to the last one with a filled cell.
    pub columns: u32,
    /// Its author hid it.
    pub hidden: bool,
}

/// A workbook that passed the gate.
pub struct Workbook<'a> {
    format: Format<'a>,
    sheets: Vec<Measured>,
}

enum Format<'a> {
    Xlsx(Xlsx<'a>),
    Ods(Ods<'a>),
    Xls(Xls),
}

/// A sheet, and what was measured of it.
struct Measured {
    name: String,
    is_hidden: bool,
    size: Option<(Extent, Merges)>,
}

impl<'a> Workbook<'a> {
    /// Lets a file pass the gate, and reads what its sheets rest on.
    ///
    /// # Errors
    /// The file is no workbook, is locked or damaged, is more than is read, or has no sheet of cells.
    pub fn open(bytes: impl Into<Cow<'a, [u8]>>) -> Result<Self, Refusal> {
        let format = match gate::pass(bytes.into())? {
            Passed::Xlsx(archive) => Format::Xlsx(Xlsx::open(archive)?),
            Passed::Ods(archive) => Format::Ods(Ods::open(archive)?),
            Passed::Xls(stream) => Format::Xls(Xls::open(stream)?),
        };
        let listed =
            |(name, is_hidden): (&str, bool)| Measured { name: name.to_owned(), is_hidden, size: None };
        let sheets: Vec<_> = match &format {
            Format::Xlsx(book) => book.sheets().map(listed).collect(),
            Format::Ods(book) => {
                let measured = |(name, is_hidden, extent)| Measured {
                    size: Some((extent, Merges::default())),
                    ..listed((name, is_hidden))
                };
                book.sheets().map(measured).collect()
            }
            Format::Xls(book) => book.sheets().map(listed).collect(),
        };
        if sheets.is_empty() { Err(Refusal::NoSheets) } else { Ok(Self { format, sheets }) }
    }

    /// What kind of workbook it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self.format {
            Format::Xlsx(_) => Kind::Xlsx,
            Format::Ods(_) => Kind::Ods,
            Format::Xls(_) => Kind::Xls,
        }
    }

    /// The sheets in the order in which a program shows them. Their sizes are counted, whatever the file claims.
    ///
    /// # Errors
    /// A sheet is damaged or more than is read.
    pub fn sheets(&mut self) -> Result<Vec<SheetInfo>, Refusal> {
        let mut sheets = Vec::new();
        for sheet in 0..self.sheets.len() {
            let Extent { rows, columns, .. } = self.measure(sheet)?;
            let Some(Measured { name, is_hidden, .. }) = self.sheets.get(sheet) else { continue };
            sheets.push(SheetInfo { name: name.clone(), rows, columns, hidden: *is_hidden });
        }
        Ok(sheets)
    }

    /// Writes a sheet as CSV. `hand_on` is called with each block of it, and with how many rows are done.
    ///
    /// # Errors
    /// There is no such sheet, it is damaged, or it is more than is read. What was handed on before is then to be
    /// thrown away.
    pub fn csv(&mut self, sheet: usize, hand_on: &mut dyn FnMut(&[u8], u32)) -> Result<(), Refusal> {
        let extent = self.measure(sheet)?;
        let measured = self.sheets.get_mut(sheet).ok_or(Refusal::NoSuchSheet { sheet })?;
        let (_, mut merges) = measured.size.take().unwrap_or_default();
        merges.ready();
        let since_1904 = match &self.format {
            Format::Xlsx(book) => book.since_1904(),
            Format::Xls(book) => book.since_1904(),
            Format::Ods(_) => false,
        };
        let take = Csv::new(extent.columns, since_1904, hand_on);
        let mut unmerged = Unmerged { take, merges: &mut merges };
        let read = self.format.cells(sheet, &mut unmerged, None).and_then(|()| unmerged.take.finish());
        let Some(measured) = self.sheets.get_mut(sheet) else { return read };
        measured.size = Some((extent, merges));
        read.map_err(|refusal| refusal.in_sheet(&measured.name))
    }

    /// How large a sheet is; its merged ranges are kept with that. It is measured once.
    fn measure(&mut self, sheet: usize) -> Result<Extent, Refusal> {
        let measured = self.sheets.get_mut(sheet).ok_or(Refusal::NoSuchSheet { sheet })?;
        if let Some((extent, _)) = &measured.size {
            return Ok(*extent);
        }
        let (mut extent, mut merges) = (Extent::default(), Merges::default());
        self.format
            .cells(sheet, &mut extent, Some(&mut merges))
            .map_err(|refusal| refusal.in_sheet(&measured.name))?;
        measured.size = Some((extent, merges));
        Ok(extent)
    }
}

impl Format<'_> {
    /// Reads the cells of a sheet, and its merged ranges where they are wanted and stand apart.
    fn cells(&self, sheet: usize, take: &mut dyn Take, merges: Option<&mut Merges>) -> Result<(), Refusal> {
        match self {
            Self::Xlsx(book) => book.cells(sheet, take, merges),
            Self::Ods(book) => book.cells(sheet, take),
            Self::Xls(book) => book.cells(sheet, take, merges),
        }
    }
}

/// What kind of workbook a file is, once it has passed the gate.
///
/// # Errors
/// It is none, or did not pass.
pub fn look(bytes: &[u8]) -> Result<Kind, Refusal> {
    gate::pass(Cow::Borrowed(bytes)).map(|passed| match passed {
        Passed::Xlsx(_) => Kind::Xlsx,
        Passed::Ods(_) => Kind::Ods,
        Passed::Xls(_) => Kind::Xls,
    })
}

/// The sheets of a file; see [`Workbook::sheets`].
///
/// # Errors
/// The file is not read, for the reason that the refusal says.
pub fn sheets(bytes: &[u8]) -> Result<Vec<SheetInfo>, Refusal> {
    Workbook::open(bytes)?.sheets()
}

/// A sheet of a file as CSV in one piece; see [`Workbook::csv`] for blocks.
///
/// Numbers are plain decimals as stored, with up to fifteen digits; shares keep their percent sign; dates are ISO
/// 8601; formulas are their last results; of merged cells the first is kept. Blank rows keep their lines.
///
/// # Errors
/// The file or the sheet is not read, for the reason that the refusal says.
pub fn to_csv(bytes: &[u8], sheet: usize) -> Result<Vec<u8>, Refusal> {
    let mut csv = Vec::new();
    let mut is_full = false;
    Workbook::open(bytes)?.csv(sheet, &mut |block, _| {
        is_full |= csv.try_reserve(block.len()).is_err();
        if !is_full {
            csv.extend_from_slice(block);
        }
    })?;
    if is_full { Err(Refusal::NoMemory) } else { Ok(csv) }
}

/// Everything that a file can reach, for fuzzers and tests of damaged files: its sheets, and each of them as CSV.
/// Whatever the bytes, this returns.
pub fn fuzz_workbook(bytes: &[u8]) {
    let Ok(mut book) = Workbook::open(bytes) else { return };
    let count = book.sheets().map_or(1, |sheets| sheets.len());
    for sheet in 0..count {
        _ = book.csv(sheet, &mut |_, _| {});
    }
}
