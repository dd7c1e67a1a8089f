//! A zip archive: its list of parts, each checked against the part itself.
//!
//! Not the `zip` crate: the gate has to walk the list and the headers of the parts itself, to see names that stand
//! twice, parts that share bytes and sizes that lie. With that done, what is left of an archive is the inflating, and
//! `miniz_oxide` does that.

mod list;
mod unpack;

use std::borrow::Cow;
use std::ops::Range;

use crate::refusal::Refusal;

pub(crate) use unpack::Unpack;

/// A part as the list states it. That it unpacks to what is stated is only known once [`Unpack`] has run to its end.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its name, such as `xl/workbook.xml`.
    pub(crate) name: String,
    /// Where its packed bytes lie in the file.
    place: Range<usize>,
    /// Packed by deflate; otherwise stored as it is.
    deflated: bool,
    /// The checksum that the list states.
    checksum: u32,
    /// The unpacked size that the list states. Nothing is ever allocated by it.
    size: u64,
}

/// An archive whose list is in order.
#[derive(Debug)]
pub(crate) struct Archive<'a> {
    bytes: Cow<'a, [u8]>,
    parts: Vec<Part>,
}

impl<'a> Archive<'a> {
    /// Reads the list of parts.
    ///
    /// # Errors
    /// The archive is cut off or damaged, has too many parts, or a part's name is odd or stands twice.
    pub(crate) fn open(bytes: Cow<'a, [u8]>) -> Result<Self, Refusal> {
        let parts = list::parts(&bytes)?;
        Ok(Self { bytes, parts })
    }

    /// All parts, in the order of the list.
    pub(crate) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The part of a name; capitals do not matter, as the packaging standard says.
    pub(crate) fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name))
    }

    /// Begins to unpack a part.
    pub(crate) fn unpack(&self, part: &Part) -> Unpack<'_> {
        Unpack::new(self.bytes.get(part.place.clone()).unwrap_or_default(), part)
    }
}
