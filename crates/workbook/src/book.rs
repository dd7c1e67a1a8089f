//! A workbook of any kind, behind the gate.

use std::borrow::Cow;

use crate::gate::{self, Kind, Passed};
use crate::refusal::Refusal;
use crate::table::{Csv, Extent, Merges, Take, Unmerged};
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
    kind: Kind,
    format: Format<'a>,
}

enum Format<'a> {
    Xlsx(Xlsx<'a>),
}

impl<'a> Workbook<'a> {
    /// Lets a file pass the gate, and reads what its sheets rest on.
    ///
    /// # Errors
    /// The file is no workbook, is locked or damaged, or is more than is read.
    pub fn open(bytes: impl Into<Cow<'a, [u8]>>) -> Result<Self, Refusal> {
        match gate::pass(bytes.into())? {
            Passed::Xlsx(archive) => {
                Ok(Self { kind: Kind::Xlsx, format: Format::Xlsx(Xlsx::open(archive)?) })
            }
            Passed::Ods(_) | Passed::Xls(_) => Err(Refusal::NoSheets),
        }
    }

    /// What kind of workbook it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The sheets in the order in which a program shows them. Their sizes are counted, whatever the file claims.
    ///
    /// # Errors
    /// A sheet is damaged or more than is read, or there is none.
    pub fn sheets(&self) -> Result<Vec<SheetInfo>, Refusal> {
        let Format::Xlsx(book) = &self.format;
        let names: Vec<(&str, bool)> = book.sheets().collect();
        let mut sheets = Vec::new();
        for (at, (name, hidden)) in names.into_iter().enumerate() {
            let (extent, _) = self.measure(at).map_err(|refusal| refusal.in_sheet(name))?;
            let Extent { rows, columns, .. } = extent;
            sheets.push(SheetInfo { name: name.to_owned(), rows, columns, hidden });
        }
        if sheets.is_empty() { Err(Refusal::NoSheets) } else { Ok(sheets) }
    }

    /// Writes a sheet as CSV. `hand_on` is called with each block of it, and with how many rows are done.
    ///
    /// # Errors
    /// There is no such sheet, it is damaged, or it is more than is read. What was handed on before is then to be
    /// thrown away.
    pub fn csv(&self, sheet: usize, hand_on: &mut dyn FnMut(&[u8], u32)) -> Result<(), Refusal> {
        let Format::Xlsx(book) = &self.format;
        let name = book.sheets().nth(sheet).map(|(name, _)| name).unwrap_or_default();
        let mut write = || {
            let (extent, mut merges) = self.measure(sheet)?;
            merges.ready();
            let take = Csv::new(extent.columns, book.since_1904(), hand_on);
            let mut unmerged = Unmerged { take, merges: &mut merges };
            self.cells(sheet, &mut unmerged, None)?;
            unmerged.take.finish()
        };
        write().map_err(|refusal| refusal.in_sheet(name))
    }

    /// How large a sheet is, and its merged ranges.
    fn measure(&self, sheet: usize) -> Result<(Extent, Merges), Refusal> {
        let (mut extent, mut merges) = (Extent::default(), Merges::default());
        self.cells(sheet, &mut extent, Some(&mut merges))?;
        Ok((extent, merges))
    }

    fn cells(&self, sheet: usize, take: &mut dyn Take, merges: Option<&mut Merges>) -> Result<(), Refusal> {
        let Format::Xlsx(book) = &self.format;
        book.cells(sheet, take, merges)
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
    let Ok(book) = Workbook::open(bytes) else { return };
    let count = book.sheets().map_or(1, |sheets| sheets.len());
    for sheet in 0..count {
        _ = book.csv(sheet, &mut |_, _| {});
    }
}
