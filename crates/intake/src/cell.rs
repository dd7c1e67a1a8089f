//! What one cell of a table means beside what its column is.

use crate::currency::CurrencyMark;
use crate::number::{DecimalMark, NumberProblem, Reading, read_number};
use crate::text::is_blank;

/// The amount in a cell, if there is anything in it. A lone dash is nothing, as spreadsheets show zero.
pub(crate) fn amount(cell: &str, mark: DecimalMark) -> Option<Result<Reading, NumberProblem>> {
    let read = read_number(cell, mark);
    if read.is_err() {
        let is_sign = |c: char| CurrencyMark::find(c.encode_utf8(&mut [0; 4])).is_some();
        let bare = cell.trim_matches(|c| is_blank(c) || is_sign(c));
        if cell.chars().all(is_blank) || is_dash(bare) {
            return None;
        }
    }
    Some(read)
}

/// Whether a text is a lone dash.
pub(crate) fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "−" | "–" | "—")
}

/// Whether a text is what programs write where there is no number and no date.
pub(crate) fn is_nothing(text: &str) -> bool {
    // Nearly every cell is told by its length or its first character.
    text.len() <= 4
        && text.starts_with(['n', 'N', '#'])
        && ["null", "none", "n/a", "na", "nan", "nat", "#n/a", "nil"]
            .iter()
            .any(|word| word.eq_ignore_ascii_case(text))
}

/// A grade, and of how many where that stands beside it: `4`, `4/5`, `4 of 5`, `4 out of 5`, or stars. None for anything else.
pub(crate) fn grade(text: &str) -> Option<(&str, Option<u32>)> {
    let whole = |text: &str| text.trim().parse().ok();
    for between in ["/", " out of ", " of "] {
        if let Some((grade, of)) = text.split_once(between) {
            return whole(of).map(|of| (grade.trim(), Some(of)));
        }
    }
    let stars = text.chars().filter(|c| *c == '★').count();
    let all = text.chars().filter(|c| matches!(c, '★' | '☆')).count();
    if all == 0 || all != text.chars().count() {
        return Some((text, None));
    }
    const DIGITS: [&str; 11] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    DIGITS.get(stars).copied().zip(Some(u32::try_from(all).ok()))
}

/// Whether a name is that of a sum: what the fast reader, which does not know, has taken for a customer.
///
/// ```
/// use plimsoll_intake::is_total;
/// assert!(is_total("Grand total:") && !is_total("TotalEnergies"));
/// ```
#[must_use]
pub fn is_total(name: &str) -> bool {
    // Every customer of a ledger is asked, and most are told by their first letter: none is copied.
    let letters = || {
        let seen = name.chars().filter(|&c| !is_blank(c) && !c.is_ascii_punctuation());
        seen.map(|c| c.to_ascii_lowercase())
    };
    // One total begins with a g, the others with an s or a t.
    letters().next().is_some_and(|first| matches!(first, 'g' | 's' | 't'))
        && ["total", "totals", "sum", "grandtotal", "subtotal", "totalmrr"]
            .iter()
            .any(|total| letters().eq(total.chars()))
}

/// A text without white space around it, and without the apostrophe by which exports keep a spreadsheet from running it.
pub(crate) fn text(cell: &str) -> &str {
    let cell = cell.trim_matches(is_blank);
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) => {
            rest
        }
        _ => cell,
    }
}

/// Whether a text is read as it is written: nothing at its ends that reading drops (white space of any kind, marks of no
/// width, the apostrophe by which exports keep a spreadsheet from running it).
///
/// ```
/// use plimsoll_intake::is_as_written;
/// assert!(is_as_written("Acme & Sons"));
/// assert!(!is_as_written("Acme\u{200b}") && !is_as_written("'=Sum Ltd"));
/// ```
#[must_use]
pub fn is_as_written(name: &str) -> bool {
    // Nearly every name begins and ends with a plain character.
    let is_plain = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_graphic() && *byte != b'\'');
    let bytes = name.as_bytes();
    (is_plain(bytes.first()) && is_plain(bytes.last())) || text(name) == name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_apostrophe_of_exports_is_taken_off_and_no_other() {
        assert_eq!(text(" '=Sum Ltd "), "=Sum Ltd");
        assert_eq!(text("'t Hoen"), "'t Hoen");
        assert_eq!(text("\u{200b}Acme\u{a0}"), "Acme");
    }
}
