//! XML parts as events, with a limit on how long one of them may be.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};

use crate::limits;
use crate::refusal::{Counted, Fault, Refusal};
use crate::zip::{Archive, Unpack};

/// A part being read.
pub(crate) struct Xml<'a> {
    reader: Reader<Limited<'a>>,
    buffer: Vec<u8>,
    part: String,
    depth: u32,
    /// How many pieces may still be read; none where nobody counts.
    allowed: Option<u64>,
}

/// What a reader asks for: the opening of an element, its end, or text in between. Text comes in pieces.
#[derive(Debug)]
pub(crate) enum Piece<'x> {
    /// An element begins. One without content ends right after.
    Start(Tag<'x>),
    /// An element ends.
    End(Ending<'x>),
    /// Text, with its references resolved.
    Text(Cow<'x, str>),
    /// The part is over.
    Over,
}

/// The end of an element.
#[derive(Debug)]
pub(crate) struct Ending<'x>(BytesEnd<'x>);

impl Ending<'_> {
    /// The name without its prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

/// The opening of an element. Names are told without prefixes, which programs choose as they like.
#[derive(Debug)]
pub(crate) struct Tag<'x>(BytesStart<'x>);

impl Tag<'_> {
    /// The name without its prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute by its name without prefix.
    pub(crate) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| Cow::Owned(value.into_owned()))
    }

    /// Whether an attribute says yes.
    pub(crate) fn says(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
    }

    /// Calls with each attribute's name without prefix and its value as it stands in the file.
    pub(crate) fn each(&self, mut with: impl FnMut(&str, &str)) {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        for attribute in attributes.flatten() {
            with(attribute.key.local_name().into_inner(), &attribute.value);
        }
    }
}

impl<'a> Xml<'a> {
    /// Begins to read a part, if there is one of that name.
    pub(crate) fn open(archive: &'a Archive<'_>, name: &str) -> Option<Self> {
        let part = archive.part(name)?;
        let mut reader =
            Reader::from_reader(Limited { unpack: archive.unpack(part), taken: 0, overlong: false });
        reader.config_mut().expand_empty_elements = true;
        Some(Self {
            reader,
            buffer: Vec::new(),
            part: part.name.clone(),
            depth: 0,
            allowed: Some(limits::IDLE),
        })
    }

    /// The name of the part.
    pub(crate) fn part(&self) -> &str {
        &self.part
    }

    /// How many elements are open.
    pub(crate) const fn depth(&self) -> u32 {
        self.depth
    }

    /// A value has been read, which pays for the pieces that it took: a part of blanks and of unknown elements alone
    /// would keep the reader busy for nothing.
    pub(crate) fn paid(&mut self) {
        if let Some(allowed) = &mut self.allowed {
            *allowed = allowed.saturating_add(limits::PIECES_A_VALUE);
        }
    }

    /// From here on pieces are not counted, because they have been before.
    pub(crate) fn uncounted(mut self) -> Self {
        self.allowed = None;
        self
    }

    /// A fault of this part.
    pub(crate) fn fault(&self, fault: Fault) -> Refusal {
        Refusal::damaged(&self.part, fault)
    }

    /// The next piece.
    ///
    /// # Errors
    /// The part is not well-formed, or declares a document type.
    pub(crate) fn next(&mut self) -> Result<Piece<'_>, Refusal> {
        if let Some(allowed) = &mut self.allowed {
            *allowed =
                allowed.checked_sub(1).ok_or_else(|| Refusal::too_many(Counted::Idle, limits::IDLE))?;
        }
        self.buffer.clear();
        self.reader.get_mut().taken = 0;
        let (part, depth) = (&self.part, &mut self.depth);
        let bad = |fault| Refusal::damaged(part, fault);
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Start(start)) => {
                *depth = depth.saturating_add(1);
                if *depth > limits::DEPTH {
                    return Err(Refusal::TooDeep { part: part.clone(), limit: limits::DEPTH });
                }
                Ok(Piece::Start(Tag(start)))
            }
            Ok(Event::End(end)) => {
                *depth = depth.saturating_sub(1);
                Ok(Piece::End(Ending(end)))
            }
            Ok(Event::Text(text)) => Ok(Piece::Text(text.xml10_content())),
            Ok(Event::CData(text)) => Ok(Piece::Text(text.xml10_content())),
            Ok(Event::GeneralRef(reference)) => {
                let letter = match reference.resolve_char_ref() {
                    Ok(Some(letter)) => letter,
                    Ok(None) => match &*reference {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "quot" => '"',
                        "apos" => '\'',
                        _ => return Err(bad(Fault::Markup)),
                    },
                    Err(_) => return Err(bad(Fault::Markup)),
                };
                Ok(Piece::Text(Cow::Owned(letter.into())))
            }
            Ok(Event::DocType(_)) => Err(Refusal::Doctype { part: part.clone() }),
            Ok(Event::Eof) if *depth > 0 => Err(bad(Fault::Markup)),
            Ok(Event::Eof) => Ok(Piece::Over),
            Ok(_) => Ok(Piece::Text(Cow::Borrowed(""))),
            Err(Error::Io(_)) => Err(self.reader.get_ref().why(part)),
            Err(Error::Encoding(_)) => Err(bad(Fault::Encoding)),
            Err(_) => Err(bad(Fault::Markup)),
        }
    }

    /// The text up to the end of the element that has just begun, elements within it included.
    pub(crate) fn text(&mut self, into: &mut String) -> Result<(), Refusal> {
        let outer = self.depth.saturating_sub(1);
        while self.depth > outer {
            match self.next()? {
                Piece::Text(text) => {
                    if into.len().saturating_add(text.len()) > limits::TOKEN_BYTES {
                        return Err(self.fault(Fault::LongToken));
                    }
                    into.push_str(&text);
                }
                Piece::Over => break,
                Piece::Start(_) | Piece::End(_) => {}
            }
        }
        Ok(())
    }

    /// Passes over the element that has just begun.
    pub(crate) fn skip(&mut self) -> Result<(), Refusal> {
        let outer = self.depth.saturating_sub(1);
        while self.depth > outer {
            if matches!(self.next()?, Piece::Over) {
                break;
            }
        }
        Ok(())
    }
}

/// A part's bytes, no more than a token of them at a time.
struct Limited<'a> {
    unpack: Unpack<'a>,
    taken: usize,
    overlong: bool,
}

impl Limited<'_> {
    /// Why reading failed.
    fn why(&self, part: &str) -> Refusal {
        match self.unpack.refusal() {
            Some(refusal) => refusal.clone(),
            None if self.overlong => Refusal::damaged(part, Fault::LongToken),
            None => Refusal::damaged(part, Fault::Encoding),
        }
    }
}

impl Read for Limited<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.unpack.read(into)
    }
}

impl BufRead for Limited<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.taken > limits::TOKEN_BYTES {
            self.overlong = true;
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.unpack.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.taken = self.taken.saturating_add(amount);
        self.unpack.consume(amount);
    }
}
