//! What a workbook may be, so that none can fill the memory or keep the reader busy. Each refusal names its limit.

/// The longest file, in bytes.
pub const FILE_BYTES: usize = 64 * 1024 * 1024;
/// The most bytes that a zip archive may unpack to, all parts together.
pub const UNPACKED_BYTES: u64 = 256 * 1024 * 1024;
/// How many bytes may come out of one packed byte, once [`RATIO_FREE_BYTES`] are out.
pub const RATIO: u64 = 100;
/// What may come out of a part before its ratio counts, in bytes.
pub const RATIO_FREE_BYTES: u64 = 1024 * 1024;
/// The most parts of an archive.
pub const PARTS: usize = 1_000;
/// How deep XML elements may be nested.
pub const DEPTH: u32 = 64;
/// The most tags of all XML parts together.
pub const TAGS: u64 = 32_000_000;
/// How many tags and texts of a part may hold no value.
pub const IDLE: u64 = 8_000_000;
/// How many tags and texts a value may take: its cell, its formula, the runs of its text.
pub(crate) const PIECES_A_VALUE: u64 = 24;
/// The longest single tag, text or comment of an XML part, in bytes.
pub(crate) const TOKEN_BYTES: usize = 1024 * 1024;
/// The most sheets.
pub const SHEETS: usize = 1_000;
/// The most filled cells of a sheet.
pub const CELLS: u64 = 2_000_000;
/// The most rows of a sheet.
pub const ROWS: u32 = 1_048_576;
/// The most columns of a sheet.
pub const COLUMNS: u32 = 16_384;
/// The most characters of a cell.
pub const CELL_CHARS: usize = 32_767;
/// The most characters of a sheet's name.
pub(crate) const NAME_CHARS: usize = 255;
/// The most different texts of a workbook.
pub const TEXTS: usize = 2_000_000;
/// The most bytes of all different texts together.
pub const TEXT_BYTES: usize = 96 * 1024 * 1024;
/// The most bytes of the texts of one row, where a row has to be kept until it ends.
pub(crate) const ROW_BYTES: usize = 32 * 1024 * 1024;
/// The most cell formats of a workbook.
pub const FORMATS: usize = 65_536;
/// The most merged ranges of a sheet.
pub const MERGES: usize = 262_144;
/// The longest table that a sheet may become, in bytes: what a CSV file may be.
pub const TABLE_BYTES: u64 = 200 * 1024 * 1024;
