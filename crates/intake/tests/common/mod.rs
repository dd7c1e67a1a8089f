//! How tables are written in tests, and what their readers answer.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "each test uses a part of it, and one that cannot go on should stop"
)]

use plimsoll_intake::{Choice, Encoding, look_with};
use proptest::prelude::*;

/// How a table is written.
#[derive(Debug, Clone)]
pub struct Style {
    pub delimiter: char,
    pub comma: bool,
    pub quote_all: bool,
    pub ending: &'static str,
    pub order: Vec<usize>,
    pub encoding: Encoding,
    pub mark: bool,
}

pub fn style(columns: usize) -> impl Strategy<Value = Style> {
    let order = Just((0..columns).collect::<Vec<_>>()).prop_shuffle();
    let encoding = prop::sample::select(Encoding::ALL);
    let ending = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    let delimiter = prop::sample::select(vec![',', ';', '\t', '|']);
    (delimiter, any::<bool>(), any::<bool>(), ending, order, encoding, any::<bool>()).prop_map(
        |(delimiter, comma, quote_all, ending, order, encoding, mark)| Style {
            delimiter,
            comma,
            quote_all,
            ending,
            order,
            encoding,
            mark,
        },
    )
}

pub fn plain(columns: usize) -> Style {
    let order = (0..columns).collect();
    let (comma, quote_all, mark) = (false, false, false);
    Style { delimiter: ',', comma, quote_all, ending: "\n", order, encoding: Encoding::Utf8, mark }
}

pub fn money(cents: i64, style: &Style) -> String {
    format!("{}{}{:02}", cents / 100, if style.comma { ',' } else { '.' }, cents % 100)
}

/// The bytes of a table.
pub fn write(table: &[Vec<String>], style: &Style) -> Vec<u8> {
    let special = |c| matches!(c, '"' | '\n' | '\r') || c == style.delimiter;
    let mut text = String::new();
    for row in table {
        let cells = style.order.iter().map(|&place| {
            let cell = &row[place];
            let quoted = style.quote_all || cell.contains(special);
            if quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
        });
        text += &cells.collect::<Vec<_>>().join(&style.delimiter.to_string());
        text += style.ending;
    }
    encode(&text, style)
}

pub fn encode(text: &str, style: &Style) -> Vec<u8> {
    let marked = style.mark || matches!(style.encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    let text = if marked && style.encoding != Encoding::Windows1252 {
        format!("\u{feff}{text}")
    } else {
        text.into()
    };
    match style.encoding {
        Encoding::Utf8 => text.into_bytes(),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Windows1252 => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(),
    }
}

pub fn answers(text: &str) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for _ in 0..20 {
        let seen = look_with(text, &choices);
        let Some(question) = seen.questions.first() else { return choices };
        choices.push(question.answers[question.likely.unwrap_or(0)]);
    }
    panic!("questions without end: {choices:?}");
}
