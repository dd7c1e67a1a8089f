//! The gate before every reader: what passes here can be read within the limits of time and memory.

use std::borrow::Cow;

use crate::limits;
use crate::ole::Compound;
use crate::refusal::{Counted, Other, Refusal};
use crate::scan::Scan;
use crate::sniff::{self, Container};
use crate::zip::Archive;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Excel's workbook since 2007, with macros or without.
    Xlsx,
    /// The workbook of LibreOffice and other OpenDocument programs.
    Ods,
    /// Excel's workbook of 1997 to 2003.
    Xls,
}

/// A file that passed.
pub(crate) enum Passed<'a> {
    /// An archive with all of its parts in order.
    Xlsx(Archive<'a>),
    /// Likewise.
    Ods(Archive<'a>),
    /// The stream of records of a binary workbook.
    Xls(Vec<u8>),
}

/// Lets a file pass, or says why not.
pub(crate) fn pass(bytes: Cow<'_, [u8]>) -> Result<Passed<'_>, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > limits::FILE_BYTES {
        return Err(Refusal::TooLarge { bytes: bytes.len() as u64, limit: limits::FILE_BYTES as u64 });
    }
    match sniff::container(&bytes) {
        Container::Other(other) => Err(Refusal::NotAWorkbook(other)),
        Container::Compound => compound(&bytes).map(Passed::Xls),
        Container::Zip => {
            let archive = Archive::open(bytes)?;
            let kind = contents(&archive);
            unpack_all(&archive)?;
            match kind? {
                Kind::Ods if is_encrypted(&archive)? => Err(Refusal::Password),
                Kind::Ods => Ok(Passed::Ods(archive)),
                _ => Ok(Passed::Xlsx(archive)),
            }
        }
    }
}

/// What an archive holds, by the names of its parts.
fn contents(archive: &Archive<'_>) -> Result<Kind, Refusal> {
    let has = |name: &str| archive.part(name).is_some();
    let any = |end: &str| archive.parts().iter().any(|part| part.name.ends_with(end));
    if has("[Content_Types].xml") {
        let other = if any("workbook.bin") {
            Other::BinaryWorkbook
        } else if has("word/document.xml") || has("ppt/presentation.xml") {
            Other::Document
        } else {
            return Ok(Kind::Xlsx);
        };
        return Err(Refusal::NotAWorkbook(other));
    }
    if has("content.xml") || has("META-INF/manifest.xml") {
        return Ok(Kind::Ods);
    }
    let is_numbers = any(".iwa") || has("Index.zip");
    Err(Refusal::NotAWorkbook(if is_numbers { Other::Numbers } else { Other::Zip }))
}

/// Unpacks every part to its end, once, and keeps nothing.
fn unpack_all(archive: &Archive<'_>) -> Result<(), Refusal> {
    let (mut total, mut tags) = (0_u64, 0_u64);
    for part in archive.parts() {
        let is_markup = [".xml", ".rels"].iter().any(|end| part.name.to_ascii_lowercase().ends_with(end));
        let mut scan = Scan::new(&part.name);
        let mut unpack = archive.unpack(part);
        loop {
            let before = unpack.produced();
            let block = unpack.block()?;
            if block.is_empty() {
                break;
            }
            if is_markup {
                scan.push(block)?;
                if tags.saturating_add(scan.tags()) > limits::TAGS {
                    return Err(Refusal::too_many(Counted::Tags, limits::TAGS));
                }
            }
            total = total.saturating_add(unpack.produced().saturating_sub(before));
            if total > limits::UNPACKED_BYTES {
                return Err(Refusal::Unpacked { limit: limits::UNPACKED_BYTES });
            }
        }
        tags = tags.saturating_add(scan.tags());
    }
    Ok(())
}

/// Whether the list of an OpenDocument archive says that its parts are encrypted.
fn is_encrypted(archive: &Archive<'_>) -> Result<bool, Refusal> {
    let Some(manifest) = archive.part("META-INF/manifest.xml") else { return Ok(false) };
    let mut unpack = archive.unpack(manifest);
    let mut text = Vec::new();
    loop {
        let block = unpack.block()?;
        if block.is_empty() {
            break;
        }
        text.extend_from_slice(block);
        if memchr::memmem::find(&text, b":encryption-data").is_some() {
            return Ok(true);
        }
        // A word may lie across two blocks.
        text.drain(..text.len().saturating_sub(32));
    }
    Ok(false)
}

/// The workbook's stream in a compound file.
fn compound(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let compound = Compound::open(bytes)?;
    let has = |name: &str| compound.has(name);
    if has("EncryptedPackage") || has("EncryptionInfo") {
        return Err(Refusal::Password);
    }
    if has("Workbook") {
        return compound.stream("Workbook");
    }
    Err(Refusal::NotAWorkbook(if has("Book") {
        Other::OldExcel
    } else if has("WordDocument") || has("PowerPoint Document") {
        Other::Document
    } else {
        Other::Unknown
    }))
}
