//! Characters that do not show.

/// Marks of no width that spreadsheets and web pages leave around what is copied from them. Overrides and isolates,
/// which can make a number read otherwise than it is, are not among them.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{61C}' | '\u{2060}' | '\u{FEFF}')
}

/// White space, or nothing to see at all.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// A text by which two names are told to look alike: no capitals, spaces, invisible characters or overrides.
pub(crate) fn look(text: &str) -> String {
    text.chars()
        .filter(|&c| !is_blank(c) && !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        .map(small)
        .collect()
}

/// Whether a character is part of a word: a letter or a digit of any script. Told by what is none, since the full table
/// of Unicode would weigh more than the difference is worth: what is rare counts as a letter of a word that nobody knows.
pub(crate) fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2c2}'..='\u{2c5}' | '\u{2d2}'..='\u{2df}' => false,
        // Accents apart from their letter, punctuation, currencies, arrows and pictures.
        '\u{300}'..='\u{36f}'
        | '\u{1680}'
        | '\u{2000}'..='\u{206f}'
        | '\u{20a0}'..='\u{20ff}'
        | '\u{2190}'..='\u{245f}'
        | '\u{2500}'..='\u{2bff}' => false,
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30fb}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{feff}'..='\u{ff0f}' => false,
        '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' => false,
        '\u{ffe0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' => false,
        _ => true,
    }
}

/// A text in small letters.
pub(crate) fn lower(text: &str) -> String {
    text.chars().map(small).collect()
}

/// The small letter of the scripts that customers' names are mostly in. The full table of Unicode would weigh more on
/// the page than this hint is worth.
fn small(c: char) -> char {
    let shift: u32 = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        // Latin Extended-A: capitals and small letters take turns, in two stretches with the odd ones first.
        'Ĺ'..='Ň' | 'Ź'..='Ž' => u32::from(c) & 1,
        'İ' | 'ı' => 0,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => (u32::from(c) & 1) ^ 1,
        _ => 0,
    };
    u32::from(c).checked_add(shift).and_then(char::from_u32).unwrap_or(c)
}

/// A cell as an issue quotes it: its first forty characters.
pub(crate) fn shortened(cell: &str) -> String {
    const LIMIT: usize = 40;
    match cell.char_indices().nth(LIMIT).and_then(|(at, _)| cell.get(..at)) {
        Some(start) => [start, "…"].concat(),
        None => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_capitals_spaces_and_hidden_marks_look_alike() {
        assert_eq!(look("Acme  Inc"), look("acme\u{a0}inc"));
        assert_eq!(look("ÉCOLE ŁÓDŹ Ωμέγα ЁЖ"), look("école łódź ωμέγα ёж"));
        assert_eq!(look("Acme\u{200b}"), look("ACME\u{202e}"));
        assert_ne!(look("Acme"), look("Acne"));
    }

    #[test]
    fn small_letters_are_those_of_unicode() {
        for c in ('\0'..='\u{52F}').filter(|&c| small(c) != c) {
            assert_eq!(Some(small(c)), c.to_lowercase().next(), "{c}");
        }
    }

    #[test]
    fn letters_and_digits_are_of_words_and_marks_are_not() {
        for c in '\0'..='\u{2c1}' {
            assert_eq!(is_of_word(c), c.is_alphanumeric(), "{c:?}");
        }
        for c in ('\u{370}'..'\u{2000}').chain('\u{4e00}'..'\u{a000}').filter(|c| c.is_alphanumeric()) {
            assert!(is_of_word(c), "{c:?}");
        }
        for c in "–—’“”…‐€₹→■★、。「」，：；？！・\u{3000}\u{301}\u{200b}\u{feff}😀".chars()
        {
            assert!(!is_of_word(c) && !c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn long_cells_are_shortened_between_characters() {
        assert_eq!(shortened("short"), "short");
        assert_eq!(shortened(&"é".repeat(41)), ["é".repeat(40), "…".into()].concat());
        assert_eq!(shortened(&"é".repeat(40)), "é".repeat(40));
    }
}
