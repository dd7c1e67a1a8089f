//! The texts that cells share, in one piece of memory.

use std::borrow::Cow;

use crate::limits;
use crate::refusal::{Counted, Refusal};
use crate::xml::{Piece, Xml};
use crate::zip::Archive;

/// All texts one after the other, and where each ends. The number that the part claims to hold is never looked at.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Reads the part, if there is one.
    pub(super) fn read(archive: &Archive<'_>, part: Option<&str>) -> Result<Self, Refusal> {
        let mut strings = Self::default();
        let Some(mut xml) = Xml::open(archive, part.unwrap_or("xl/sharedStrings.xml")) else {
            return Ok(strings);
        };
        let mut item = String::new();
        loop {
            match xml.next()? {
                Piece::Over => return Ok(strings),
                Piece::Start(tag) if tag.name() == "si" => {
                    item.clear();
                    rich(&mut xml, &mut item)?;
                    strings.push(&unescaped(&item))?;
                    xml.paid();
                }
                _ => {}
            }
        }
    }

    /// The text of a number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start =
            number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.text.get(start..end)
    }

    fn push(&mut self, item: &str) -> Result<(), Refusal> {
        if self.ends.len() >= limits::TEXTS {
            return Err(Refusal::too_many(Counted::Texts, limits::TEXTS as u64));
        }
        if self.text.len().saturating_add(item.len()) > limits::TEXT_BYTES {
            return Err(Refusal::too_many(Counted::TextBytes, limits::TEXT_BYTES as u64));
        }
        self.text.try_reserve(item.len()).map_err(|_| Refusal::NoMemory)?;
        self.text.push_str(item);
        self.ends.try_reserve(1).map_err(|_| Refusal::NoMemory)?;
        self.ends.push(self.text.len());
        Ok(())
    }
}

/// The text of an element that has just begun: its runs joined, without the reading aids of East Asian texts.
pub(super) fn rich(xml: &mut Xml<'_>, into: &mut String) -> Result<(), Refusal> {
    let outer = xml.depth().saturating_sub(1);
    loop {
        let (is_text, is_aid) = match xml.next()? {
            Piece::Start(tag) => (tag.name() == "t", matches!(tag.name(), "rPh" | "phoneticPr")),
            Piece::Over => return Ok(()),
            Piece::End(_) | Piece::Text(_) => (false, false),
        };
        if is_text {
            xml.text(into)?;
        } else if is_aid {
            xml.skip()?;
        }
        if xml.depth() <= outer {
            return Ok(());
        }
    }
}

/// A text with `_x000D_` and the like turned back into the characters that XML cannot hold.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let digits = after.get(..4).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let letter = digits
            .filter(|_| after.get(4..5) == Some("_"))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        match letter {
            Some(letter) => {
                out.push(letter);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escapes_of_characters_are_undone_once() {
        assert_eq!(unescaped("a_x000D_\nb"), "a\r\nb");
        assert_eq!(unescaped("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescaped("a_x_xZZZZ_ max_x"), "a_x_xZZZZ_ max_x");
        assert_eq!(unescaped("_xD800_"), "_xD800_");
        assert_eq!(unescaped("é_x00é_"), "é_x00é_");
    }
}
