//! What a file is, by its first bytes. Names lie: many a `.xls` is a web page, many a `.xlsx` is CSV.

use crate::refusal::Other;

/// What is to be done with a file next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Container {
    /// A zip archive.
    Zip,
    /// A compound file, which older Office formats use, and newer ones when they are encrypted.
    Compound,
    /// Something else.
    Other(Other),
}

/// How much of a text is looked at.
const LOOK: usize = 4_096;

/// First bytes that tell what a file is.
const MAGIC: [(&[u8], Container); 18] = [
    (b"PK\x03\x04", Container::Zip),
    (b"PK\x05\x06", Container::Other(Other::Zip)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Container::Compound),
    (b"\x09\x08\x10\x00\x00\x06", Container::Other(Other::OldExcel)),
    (b"\x09\x08\x08\x00\x00\x05", Container::Other(Other::OldExcel)),
    (b"\x09\x04\x06\x00", Container::Other(Other::OldExcel)),
    (b"\x09\x02\x06\x00", Container::Other(Other::OldExcel)),
    (b"\x09\x00\x04\x00", Container::Other(Other::OldExcel)),
    (b"%PDF-", Container::Other(Other::Pdf)),
    (b"\x1f\x8b", Container::Other(Other::Compressed)),
    (b"7z\xbc\xaf\x27\x1c", Container::Other(Other::Compressed)),
    (b"Rar!", Container::Other(Other::Compressed)),
    (b"BZh", Container::Other(Other::Compressed)),
    (b"\xfd7zXZ\0", Container::Other(Other::Compressed)),
    (b"\x89PNG", Container::Other(Other::Picture)),
    (b"\xff\xd8\xff", Container::Other(Other::Picture)),
    (b"GIF8", Container::Other(Other::Picture)),
    (b"{\\rtf", Container::Other(Other::Document)),
];

/// Looks at the first bytes.
pub(crate) fn container(bytes: &[u8]) -> Container {
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    known.map_or_else(|| Container::Other(text(bytes)), |(_, container)| *container)
}

/// What kind of text a file is, or that it is none.
fn text(bytes: &[u8]) -> Other {
    let bytes = bytes.get(..LOOK).unwrap_or(bytes);
    let (bytes, wide) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (rest, false),
        [0xff, 0xfe, rest @ ..] | [0xfe, 0xff, rest @ ..] => (rest, true),
        all => (all, false),
    };
    // Enough for tags, whatever the encoding: only plain letters are compared.
    let letters: String = bytes
        .iter()
        .filter(|byte| !wide || **byte != 0)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    if letters.chars().any(|letter| matches!(letter, '\0'..='\u{8}' | '\u{e}'..='\u{1f}')) {
        return Other::Unknown;
    }
    let tags = letters.trim_start();
    let is_page = tags.starts_with('<')
        && ["<html", "<!doctype html", "<table", "<body", "<meta", "<style"]
            .iter()
            .any(|tag| tags.contains(tag));
    if tags.starts_with("mime-version:") || is_page {
        Other::Html
    } else if tags.starts_with("<?xml") || tags.starts_with("<workbook") {
        let is_workbook =
            tags.contains("excel.sheet") || tags.contains("schemas-microsoft-com:office:spreadsheet");
        if is_workbook { Other::Xml2003 } else { Other::Xml }
    } else {
        Other::Text
    }
}

#[cfg(test)]
mod tests {
    use super::{Container, container};
    use crate::refusal::Other;

    #[test]
    fn names_do_not_matter_contents_do() {
        let other = |bytes: &[u8]| match container(bytes) {
            Container::Other(other) => Some(other),
            _ => None,
        };
        assert_eq!(other(b"Customer,MRR\nAcme,1\n"), Some(Other::Text));
        assert_eq!(other("Kunde;MRR\nM\u{fc}ller;1\n".as_bytes()), Some(Other::Text));
        assert_eq!(other(b"\xff\xfeC\0u\0\t\x001\0\n\0"), Some(Other::Text));
        assert_eq!(other(b"\r\n <HTML><body><table>"), Some(Other::Html));
        assert_eq!(other(b"\xef\xbb\xbf<table border=1><tr>"), Some(Other::Html));
        assert_eq!(other(b"\xff\xfe<\0t\0a\0b\0l\0e\0>\0"), Some(Other::Html));
        assert_eq!(other(b"MIME-Version: 1.0\nX-Document-Type: Workbook"), Some(Other::Html));
        assert_eq!(
            other(b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>"),
            Some(Other::Xml2003)
        );
        assert_eq!(other(b"<?xml version=\"1.0\"?><rows/>"), Some(Other::Xml));
        assert_eq!(other(b"%PDF-1.7"), Some(Other::Pdf));
        assert_eq!(other(b"\x01\x02\x03\x04"), Some(Other::Unknown));
        assert_eq!(container(b"PK\x03\x04"), Container::Zip);
        assert_eq!(container(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Container::Compound);
    }
}
