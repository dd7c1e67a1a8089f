//! A first look at every XML part, fast enough for all of them: document types, depth, encoding.
//!
//! The readers look at a few parts only and parse those in full. This runs over all of them, at the speed of finding
//! the next bracket, so that a trap is refused wherever it lies.

use memchr::{memchr, memchr3, memmem};

use crate::limits;
use crate::refusal::{Fault, Refusal};

/// What the scan is in the midst of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Text,
    /// A tag, and the quote of the value that is open in it.
    Tag {
        closing: bool,
        quote: Option<u8>,
    },
    Comment,
    CharacterData,
    Instruction,
    /// Just after an opening bracket.
    Opening,
    /// After `<!`, with how many of the next letters have been seen.
    Declaration,
}

/// The state between two blocks of a part.
pub(crate) struct Scan<'p> {
    part: &'p str,
    within: Within,
    /// The last bytes that were passed over: an end mark may lie across two blocks.
    tail: [u8; 8],
    seen: usize,
    /// The last byte of a tag so far: a slash there says that the element is empty.
    last: u8,
    begun: bool,
    depth: u32,
    tags: u64,
}

impl<'p> Scan<'p> {
    pub(crate) const fn new(part: &'p str) -> Self {
        Self { part, within: Within::Text, tail: [0; 8], seen: 0, last: 0, begun: false, depth: 0, tags: 0 }
    }

    /// How many tags, comments and the like have begun.
    pub(crate) const fn tags(&self) -> u64 {
        self.tags
    }

    /// Looks at the next block.
    ///
    /// # Errors
    /// A document type, elements nested too deep, or an encoding that is not read here.
    pub(crate) fn push(&mut self, block: &[u8]) -> Result<(), Refusal> {
        if !self.begun && !block.is_empty() {
            self.begun = true;
            if block.starts_with(&[0xff, 0xfe]) || block.starts_with(&[0xfe, 0xff]) {
                return Err(Refusal::damaged(self.part, Fault::Encoding));
            }
        }
        if memchr(0, block).is_some() {
            return Err(Refusal::damaged(self.part, Fault::Encoding));
        }
        let mut rest = block;
        while !rest.is_empty() {
            rest = self.step(rest)?;
        }
        Ok(())
    }

    /// Goes on to the next place that matters; answers what lies after it.
    fn step<'b>(&mut self, rest: &'b [u8]) -> Result<&'b [u8], Refusal> {
        match self.within {
            Within::Text => {
                let Some(at) = memchr(b'<', rest) else { return Ok(&[]) };
                self.within = Within::Opening;
                Ok(after(rest, at))
            }
            Within::Opening => {
                let first = rest.first().copied().unwrap_or_default();
                (self.tail, self.seen, self.last) = ([0; 8], 0, 0);
                self.tags = self.tags.saturating_add(1);
                self.within = match first {
                    b'!' => Within::Declaration,
                    b'?' => Within::Instruction,
                    b'/' => Within::Tag { closing: true, quote: None },
                    _ => Within::Tag { closing: false, quote: None },
                };
                // A bracket or quote right here belongs to the tag already.
                Ok(if matches!(first, b'!' | b'?' | b'/') { after(rest, 0) } else { rest })
            }
            Within::Declaration => self.declaration(rest),
            Within::Comment => Ok(self.until(b"-->", rest)),
            Within::CharacterData => Ok(self.until(b"]]>", rest)),
            Within::Instruction => Ok(self.until(b"?>", rest)),
            Within::Tag { closing, quote: Some(quote) } => {
                let Some(at) = memchr(quote, rest) else { return Ok(&[]) };
                self.within = Within::Tag { closing, quote: None };
                self.last = quote;
                Ok(after(rest, at))
            }
            Within::Tag { closing, quote: None } => self.tag(rest, closing),
        }
    }

    /// After `<!`: a comment, character data, or what is refused.
    fn declaration<'b>(&mut self, rest: &'b [u8]) -> Result<&'b [u8], Refusal> {
        const DATA: &[u8] = b"[CDATA[";
        let letter = rest.first().copied();
        let at = self.seen;
        self.seen = at.saturating_add(1);
        let comment = self.tail.first() == Some(&b'-') || (at == 0 && letter == Some(b'-'));
        if let Some(place) = self.tail.get_mut(at) {
            *place = letter.unwrap_or_default();
        }
        let expected = if comment { b"--".get(at) } else { DATA.get(at) };
        if expected != letter.as_ref() {
            return Err(Refusal::Doctype { part: self.part.to_owned() });
        }
        if comment && at == 1 {
            self.within = Within::Comment;
            self.tail = [0; 8];
        } else if !comment && at.saturating_add(1) == DATA.len() {
            self.within = Within::CharacterData;
            self.tail = [0; 8];
        }
        Ok(after(rest, 0))
    }

    /// Within a tag: on to its end or to the next quote.
    fn tag<'b>(&mut self, rest: &'b [u8], closing: bool) -> Result<&'b [u8], Refusal> {
        let Some(at) = memchr3(b'>', b'"', b'\'', rest) else {
            self.last = rest.last().copied().unwrap_or_default();
            return Ok(&[]);
        };
        let found = rest.get(at).copied();
        if found != Some(b'>') {
            self.within = Within::Tag { closing, quote: found };
            return Ok(after(rest, at));
        }
        let before = at.checked_sub(1).and_then(|before| rest.get(before)).copied();
        let is_empty_element = before.unwrap_or(self.last) == b'/';
        self.within = Within::Text;
        if closing {
            self.depth = self.depth.saturating_sub(1);
        } else if !is_empty_element {
            self.depth = self.depth.saturating_add(1);
            if self.depth > limits::DEPTH {
                return Err(Refusal::TooDeep { part: self.part.to_owned(), limit: limits::DEPTH });
            }
        }
        Ok(after(rest, at))
    }

    /// Passes over everything up to and including an end mark.
    fn until<'b>(&mut self, mark: &[u8], rest: &'b [u8]) -> &'b [u8] {
        // The mark may have begun in the block before.
        for begun in (1..mark.len()).rev() {
            let (Some(first), Some(second)) = (mark.get(..begun), mark.get(begun..)) else { continue };
            if self.tail.ends_with(first) && rest.starts_with(second) {
                self.within = Within::Text;
                return rest.get(second.len()..).unwrap_or_default();
            }
        }
        if let Some(at) = memmem::find(rest, mark) {
            self.within = Within::Text;
            return rest.get(at.saturating_add(mark.len())..).unwrap_or_default();
        }
        self.remember(rest);
        &[]
    }

    /// Keeps the last bytes that were passed over.
    fn remember(&mut self, passed: &[u8]) {
        for &byte in passed.get(passed.len().saturating_sub(self.tail.len())..).unwrap_or_default() {
            self.tail.rotate_left(1);
            if let Some(last) = self.tail.last_mut() {
                *last = byte;
            }
        }
    }
}

/// What lies after the byte at a place.
fn after(rest: &[u8], at: usize) -> &[u8] {
    rest.get(at.saturating_add(1)..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Scan;

    /// The code of the refusal, or "fine", whatever the size of the blocks.
    fn scan(text: &str) -> &'static str {
        let by = |size: usize| {
            let mut scan = Scan::new("part");
            text.as_bytes().chunks(size).try_for_each(|block| scan.push(block)).map_err(|why| why.code())
        };
        let whole = by(usize::MAX);
        for size in 1..12 {
            assert_eq!(by(size), whole, "{text} in blocks of {size}");
        }
        whole.err().unwrap_or("fine")
    }

    #[test]
    fn document_types_are_found_wherever_they_stand() {
        assert_eq!(scan("<?xml version='1.0'?><!DOCTYPE a><a/>"), "doctype");
        assert_eq!(scan("<a><!doctype b></a>"), "doctype");
        assert_eq!(scan("<!ENTITY x 'y'>"), "doctype");
        assert_eq!(scan("<!-<a/>"), "doctype");
        assert_eq!(scan("<!-- > <!DOCTYPE a> --><a b='<!DOCTYPE' c=\"'>\"/>"), "fine");
        assert_eq!(scan("<a><![CDATA[ <!DOCTYPE a> ]]]]></a>"), "fine");
        assert_eq!(scan("<?a <!DOCTYPE ?><a/>"), "fine");
        assert_eq!(scan("<!-- - -- ---><!DOCTYPE a>"), "doctype");
        assert_eq!(scan("<![CDATA[]]><!DOCTYPE a>"), "doctype");
        assert_eq!(scan("<a b='/'><!DOCTYPE a>"), "doctype");
    }

    #[test]
    fn depth_counts_open_elements_only() {
        let nested = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
        assert_eq!(scan(&nested(64)), "fine");
        assert_eq!(scan(&nested(65)), "too_deep");
        assert_eq!(scan(&"<a/><a b='1'/>".repeat(100)), "fine");
        assert_eq!(scan(&"<a></a>".repeat(100)), "fine");
        assert_eq!(scan(&"<a b='/'>".repeat(65)), "too_deep");
        assert_eq!(scan(&"<a b=\"/>\">".repeat(65)), "too_deep");
    }

    #[test]
    fn other_encodings_are_named() {
        assert_eq!(scan("<\0a\0"), "damaged");
        assert_eq!(Scan::new("part").push(&[0xff, 0xfe, b'<', 0]).map_err(|why| why.code()), Err("damaged"));
    }
}
