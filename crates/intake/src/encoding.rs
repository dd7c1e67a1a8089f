//! Bytes of a file to text.
//!
//! A spreadsheet writes UTF-8 with or without a mark at the start, UTF-16 ("Unicode text") or, as plain "CSV" on Windows,
//! the code page windows-1252. Those few are decoded here: the crate that knows every encoding of the web would weigh
//! as much as the whole worker.

use crate::named::named;

named! {
    /// How a file writes its characters.
    pub enum Encoding {
        /// UTF-8.
        Utf8 "utf-8",
        /// UTF-16, the smaller byte first: what Excel saves as "Unicode text".
        Utf16Le "utf-16le",
        /// UTF-16, the larger byte first.
        Utf16Be "utf-16be",
        /// The code page of Windows in western languages.
        Windows1252 "windows-1252",
    }
}

/// What told the encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncodingProof {
    /// A byte order mark at the start.
    Mark,
    /// Every byte fits: not by chance, unless there are only plain letters.
    Content,
    /// Every other byte is zero, as in UTF-16, and there is no mark. Likely; worth naming to the reader.
    ZeroBytes,
    /// It is not UTF-8, and windows-1252 fits anything. Worth naming to the reader, who sees it by letters with accents.
    Remains,
}

/// The encoding of a file by its first bytes, a megabyte at most; and what told it. A sample that is not the `whole` file
/// may end inside of a character.
///
/// ```
/// use plimsoll_intake::{Encoding, EncodingProof, detect};
/// assert_eq!(detect(b"\xEF\xBB\xBFname", true), (Encoding::Utf8, EncodingProof::Mark));
/// assert_eq!(detect("Zoë".as_bytes(), true), (Encoding::Utf8, EncodingProof::Content));
/// assert_eq!(detect(b"Zo\xEB", true), (Encoding::Windows1252, EncodingProof::Remains));
/// assert_eq!(detect(b"n\0a\0m\0e\0", true), (Encoding::Utf16Le, EncodingProof::ZeroBytes));
/// ```
#[must_use]
pub fn detect(sample: &[u8], whole: bool) -> (Encoding, EncodingProof) {
    if sample.starts_with(b"\xEF\xBB\xBF") {
        return (Encoding::Utf8, EncodingProof::Mark);
    }
    if sample.starts_with(b"\xFF\xFE") {
        return (Encoding::Utf16Le, EncodingProof::Mark);
    }
    if sample.starts_with(b"\xFE\xFF") {
        return (Encoding::Utf16Be, EncodingProof::Mark);
    }
    if let Some(encoding) = by_zeros(sample) {
        return (encoding, EncodingProof::ZeroBytes);
    }
    match std::str::from_utf8(sample) {
        Err(problem) if whole || problem.error_len().is_some() => {
            (Encoding::Windows1252, EncodingProof::Remains)
        }
        _ => (Encoding::Utf8, EncodingProof::Content),
    }
}

/// UTF-16 without a mark: at least a third of one half of the bytes is zero, and at most one in a hundred of the other.
fn by_zeros(sample: &[u8]) -> Option<Encoding> {
    // Nearly every file has none, which is seen several bytes at a time.
    if !sample.contains(&0) {
        return None;
    }
    let zeros = |from: usize| {
        sample.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count().saturating_mul(3)
    };
    let (even, odd, units) = (zeros(0), zeros(1), sample.len().div_ceil(2));
    let few = |count: usize| count.saturating_mul(33) <= units;
    if odd > units && few(even) {
        Some(Encoding::Utf16Le)
    } else if even > units && few(odd) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Decodes a file piece by piece, wherever it is cut. A mark at the start is dropped.
///
/// ```
/// use plimsoll_intake::{Decoder, Encoding};
/// let mut decoder = Decoder::new(Encoding::Utf8);
/// let mut text = String::new();
/// decoder.push(b"Zo\xC3", &mut text);
/// decoder.push(b"\xAB", &mut text);
/// decoder.finish(&mut text);
/// assert_eq!((text.as_str(), decoder.malformed()), ("Zoë", 0));
/// ```
#[derive(Debug, Clone)]
pub struct Decoder {
    encoding: Encoding,
    /// The start of a character that the last piece was cut in.
    held: Vec<u8>,
    begun: bool,
    malformed: u64,
}

impl Decoder {
    /// A decoder at the start of a file.
    #[must_use]
    pub const fn new(encoding: Encoding) -> Self {
        Self { encoding, held: Vec::new(), begun: false, malformed: 0 }
    }

    /// How many places could not be read so far and became `\u{FFFD}`. Where there are any, the encoding was another one.
    #[must_use]
    pub const fn malformed(&self) -> u64 {
        self.malformed
    }

    /// Decodes a piece and appends its text.
    pub fn push(&mut self, bytes: &[u8], text: &mut String) {
        if self.held.is_empty() {
            self.decode(bytes, text);
        } else {
            let mut joined = std::mem::take(&mut self.held);
            joined.extend_from_slice(bytes);
            self.decode(&joined, text);
        }
    }

    /// Ends the text: a character that the file was cut in is malformed.
    pub fn finish(&mut self, text: &mut String) {
        if !std::mem::take(&mut self.held).is_empty() {
            self.lost(text);
        }
    }

    fn decode(&mut self, bytes: &[u8], text: &mut String) {
        match self.encoding {
            Encoding::Utf8 => self.utf8(bytes, text),
            Encoding::Utf16Le => self.utf16(bytes, u16::from_le_bytes, text),
            Encoding::Utf16Be => self.utf16(bytes, u16::from_be_bytes, text),
            Encoding::Windows1252 => bytes.iter().for_each(|&byte| self.letter(western(byte), text)),
        }
    }

    fn utf8(&mut self, mut bytes: &[u8], text: &mut String) {
        loop {
            let (valid, problem) = match std::str::from_utf8(bytes) {
                Ok(all) => (all, None),
                Err(problem) => {
                    let valid = bytes.get(..problem.valid_up_to()).unwrap_or_default();
                    (std::str::from_utf8(valid).unwrap_or_default(), Some(problem))
                }
            };
            self.append(valid, text);
            let Some(problem) = problem else { return };
            let rest = bytes.get(problem.valid_up_to()..).unwrap_or_default();
            let Some(bad) = problem.error_len() else {
                self.held = rest.to_vec();
                return;
            };
            self.lost(text);
            bytes = rest.get(bad..).unwrap_or_default();
        }
    }

    fn utf16(&mut self, bytes: &[u8], unit: fn([u8; 2]) -> u16, text: &mut String) {
        let (units, rest) = bytes.as_chunks::<2>();
        let is_lead = |unit: u16| (0xD800..0xDC00).contains(&unit);
        let last = units.last().filter(|&&last| is_lead(unit(last)));
        let whole = units.len().saturating_sub(usize::from(last.is_some()));
        for read in char::decode_utf16(units.iter().take(whole).map(|&pair| unit(pair))) {
            match read {
                Ok(letter) => self.letter(letter, text),
                Err(_) => self.lost(text),
            }
        }
        self.held.extend(last.into_iter().flatten());
        self.held.extend(rest);
    }

    fn letter(&mut self, letter: char, text: &mut String) {
        self.append(letter.encode_utf8(&mut [0; 4]), text);
    }

    fn append(&mut self, decoded: &str, text: &mut String) {
        let mark = if self.begun { None } else { decoded.strip_prefix('\u{FEFF}') };
        self.begun |= !decoded.is_empty();
        text.push_str(mark.unwrap_or(decoded));
    }

    fn lost(&mut self, text: &mut String) {
        self.malformed = self.malformed.saturating_add(1);
        self.letter('\u{FFFD}', text);
    }
}

/// The text of a whole file or sample, and how many places could not be read.
#[must_use]
pub fn decode(bytes: &[u8], encoding: Encoding) -> (String, u64) {
    let mut decoder = Decoder::new(encoding);
    let mut text = String::with_capacity(bytes.len());
    decoder.push(bytes, &mut text);
    decoder.finish(&mut text);
    (text, decoder.malformed())
}

/// A byte of windows-1252. Five are not assigned; they stand for the control characters of the same number.
fn western(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    let high = byte.checked_sub(0x80).and_then(|at| HIGH.get(usize::from(at)));
    high.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
        match encoding {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Encoding::Windows1252 => {
                text.chars().filter_map(|letter| (0..=255).find(|&byte| western(byte) == letter)).collect()
            }
        }
    }

    #[test]
    fn what_cannot_be_read_is_counted() {
        assert_eq!(decode(b"a\xFFb\xC3", Encoding::Utf8), ("a\u{FFFD}b\u{FFFD}".into(), 2));
        assert_eq!(decode(b"\x00\xDCa\x00b", Encoding::Utf16Le), ("\u{FFFD}a\u{FFFD}".into(), 2));
        assert_eq!(decode(b"\x80 \x9F \xE9", Encoding::Windows1252), ("€ Ÿ é".into(), 0));
    }

    #[test]
    fn only_the_first_mark_is_dropped() {
        assert_eq!(decode(b"\xEF\xBB\xBF\xEF\xBB\xBFa", Encoding::Utf8).0, "\u{FEFF}a");
        assert_eq!(decode(b"\xFF\xFEa\x00", Encoding::Utf16Le).0, "a");
        assert_eq!(decode(b"\xFE\xFF\x00a", Encoding::Utf16Be).0, "a");
    }

    proptest! {
        #[test]
        fn cuts_between_pieces_do_not_matter(
            text in "[a-zé€ÿ😀\u{FEFF}\n,]{0,40}", cuts in prop::collection::vec(1_usize..5, 0..60),
            encoding in prop::sample::select(Encoding::ALL),
        ) {
            let bytes = encode(&text, encoding);
            let mut decoder = Decoder::new(encoding);
            let (mut pieces, mut rest) = (String::new(), bytes.as_slice());
            for cut in cuts {
                let (piece, after) = rest.split_at(cut.min(rest.len()));
                decoder.push(piece, &mut pieces);
                rest = after;
            }
            decoder.push(rest, &mut pieces);
            decoder.finish(&mut pieces);
            prop_assert_eq!((pieces.clone(), decoder.malformed()), decode(&bytes, encoding));
            if encoding != Encoding::Windows1252 {
                prop_assert_eq!(pieces.as_str(), text.strip_prefix('\u{FEFF}').unwrap_or(&text));
            }
        }

        #[test]
        fn any_bytes_are_decoded(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            for &encoding in Encoding::ALL {
                let _ = decode(&bytes, encoding);
            }
            for whole in [true, false] {
                let (encoding, proof) = detect(&bytes, whole);
                if proof == EncodingProof::Content {
                    prop_assert_eq!(encoding, Encoding::Utf8);
                    prop_assert!(decode(&bytes, encoding).1 <= u64::from(!whole), "only the last may be cut");
                }
            }
        }
    }
}
