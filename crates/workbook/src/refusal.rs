//! Why a file is not read: values only. The sentences are composed in `report`.

/// What a file is, when it is no workbook that is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Other {
    /// A web page under a spreadsheet's name, as some services export it.
    Html,
    /// Excel's XML format of 2003.
    Xml2003,
    /// Some other XML.
    Xml,
    /// Plain text, such as CSV under a spreadsheet's name.
    Text,
    /// Excel's binary workbook, xlsb.
    BinaryWorkbook,
    /// A workbook of Excel 95 or older.
    OldExcel,
    /// A spreadsheet of Apple's Numbers.
    Numbers,
    /// A text or a presentation of an office program.
    Document,
    /// A PDF.
    Pdf,
    /// A zip archive without a workbook in it.
    Zip,
    /// Another compressed file, such as gzip, 7z or RAR.
    Compressed,
    /// A picture.
    Picture,
    /// Nothing that is known here.
    Unknown,
}

/// What is wrong inside of a damaged workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A part's bytes do not have the checksum that the archive states.
    Checksum,
    /// A part cannot be unpacked.
    Packing,
    /// A part is packed in a way that no spreadsheet program uses.
    Method,
    /// A part has another size than the archive states.
    Size,
    /// The archive's list of parts and its parts contradict each other.
    List,
    /// Two parts share the same bytes.
    Overlap,
    /// A part that every workbook has is missing.
    Missing,
    /// A part is not well-formed XML.
    Markup,
    /// A part is not in UTF-8.
    Encoding,
    /// A single tag or text of a part is longer than any spreadsheet program writes.
    LongToken,
    /// A cell, text or sheet is referred to that is not there.
    Reference,
    /// The rows or cells of a sheet are out of order.
    Order,
    /// A record of a binary workbook is cut short or contradicts itself.
    Record,
    /// The sectors of a binary workbook lead in a circle, or out of the file.
    Sectors,
}

/// What there is too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Parts of the archive.
    Parts,
    /// Tags of all XML parts together.
    Tags,
    /// Tags and texts of a sheet that hold no value, such as blank cells.
    Idle,
    /// Sheets.
    Sheets,
    /// Filled cells of a sheet.
    Cells,
    /// Rows of a sheet.
    Rows,
    /// Columns of a sheet.
    Columns,
    /// Different texts.
    Texts,
    /// Bytes of different texts.
    TextBytes,
    /// Cell formats.
    Formats,
    /// Merged ranges of a sheet.
    Merges,
    /// Bytes of the table that a sheet becomes.
    TableBytes,
}

/// Why a file is not read.
///
/// Nothing in it is wording: [`code`](Self::code) names the case, and its fields say where it is and what the limit is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// The file has no bytes.
    Empty,
    /// The file is longer than is read, in bytes.
    TooLarge {
        /// Its length.
        bytes: u64,
        /// The most.
        limit: u64,
    },
    /// The file is something else.
    NotAWorkbook(Other),
    /// The workbook is encrypted with a password.
    Password,
    /// The file ends before the workbook does.
    Truncated,
    /// The workbook is damaged, or was made by a program that does not keep to the format.
    Damaged {
        /// The part of the archive, the stream, or the sheet.
        part: String,
        /// What is wrong with it.
        fault: Fault,
    },
    /// An XML part declares a document type, which can hold traps and which no spreadsheet program writes.
    Doctype {
        /// The part.
        part: String,
    },
    /// The elements of an XML part are nested too deep.
    TooDeep {
        /// The part.
        part: String,
        /// The most levels.
        limit: u32,
    },
    /// The archive unpacks to more than is read, in bytes.
    Unpacked {
        /// The most.
        limit: u64,
    },
    /// A part grows too much when it is unpacked, as only a trap does.
    Bomb {
        /// The part.
        part: String,
        /// The most bytes for one packed byte.
        limit: u64,
    },
    /// Two parts have one name.
    Duplicate {
        /// The name.
        part: String,
    },
    /// A part's name leads out of the archive or is no name.
    OddName {
        /// The name, with replacement characters where it is no text.
        part: String,
    },
    /// There is too much of something.
    TooMany {
        /// Of what.
        what: Counted,
        /// The sheet, or empty where it concerns the whole workbook.
        sheet: String,
        /// The most.
        limit: u64,
    },
    /// A cell holds more characters than a spreadsheet program allows.
    CellTooLong {
        /// The sheet.
        sheet: String,
        /// The row, from 1.
        row: u32,
        /// The column, from 1.
        column: u32,
        /// The most.
        limit: u64,
    },
    /// The workbook has no sheet with cells.
    NoSheets,
    /// The sheet that was asked for is not there.
    NoSuchSheet {
        /// Which, from 0.
        sheet: usize,
    },
    /// The browser does not give the reader enough memory.
    NoMemory,
}

impl Refusal {
    /// The name of the case: stable, for logs and tests.
    ///
    /// ```
    /// assert_eq!(plimsoll_workbook::look(b"").map_err(|refusal| refusal.code()), Err("empty"));
    /// ```
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too_large",
            Self::NotAWorkbook(_) => "not_a_workbook",
            Self::Password => "password",
            Self::Truncated => "truncated",
            Self::Damaged { .. } => "damaged",
            Self::Doctype { .. } => "doctype",
            Self::TooDeep { .. } => "too_deep",
            Self::Unpacked { .. } => "unpacked",
            Self::Bomb { .. } => "bomb",
            Self::Duplicate { .. } => "duplicate",
            Self::OddName { .. } => "odd_name",
            Self::TooMany { .. } => "too_many",
            Self::CellTooLong { .. } => "cell_too_long",
            Self::NoSheets => "no_sheets",
            Self::NoSuchSheet { .. } => "no_such_sheet",
            Self::NoMemory => "no_memory",
        }
    }

    /// A fault of a part.
    pub(crate) fn damaged(part: &str, fault: Fault) -> Self {
        Self::Damaged { part: part.to_owned(), fault }
    }

    /// Too much of something in the whole workbook.
    pub(crate) const fn too_many(what: Counted, limit: u64) -> Self {
        Self::TooMany { what, sheet: String::new(), limit }
    }

    /// The same refusal, told of a sheet where it was told of none.
    pub(crate) fn in_sheet(mut self, name: &str) -> Self {
        match &mut self {
            Self::TooMany { sheet, .. } | Self::CellTooLong { sheet, .. } if sheet.is_empty() => {
                name.clone_into(sheet);
            }
            _ => {}
        }
        self
    }
}
