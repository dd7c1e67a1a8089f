//! Composed sentences: all of the page's wording that is not a definition's own.

mod goal;
mod move_problem;
mod next_step;
mod pack;
mod problem;
mod range;
mod step;
mod undefined;
mod workbook;

pub(crate) use goal::{figure_takes, is_plural, lever_takes, step_size, why_not};
pub(crate) use move_problem::{left_out, movable_label, move_problem, no_projection};
pub(crate) use next_step::next_step;
pub(crate) use pack::{
    evidence_words, line_not_replayed, lines_not_replayed, month_of, pack_fault, pack_reason, standing_slug,
};
pub(crate) use problem::{lever_problem, problem, unreadable};
pub(crate) use range::range_problem;
pub(crate) use step::{lever_label, step_name};
pub(crate) use undefined::{undefined, way_out};
pub use workbook::{RefusalSentence, workbook_refusal};

use plimsoll_metrics::Window;
use plimsoll_metrics::benchmarks::{Origin, Segment, Source};

use crate::format::Formatter;
use crate::view::{Month, SourceNote};

/// The window as an option: "Year".
pub(crate) const fn window_name(window: Window) -> &'static str {
    match window {
        Window::Month => "Month",
        Window::Quarter => "Quarter",
        Window::Year => "Year",
    }
}

/// The window as a rate's unit: "a year".
pub(crate) const fn per_window(window: Window) -> &'static str {
    match window {
        Window::Month => "a month",
        Window::Quarter => "a quarter",
        Window::Year => "a year",
    }
}

/// The window as a flow's: "in the year".
pub(crate) const fn in_window(window: Window) -> &'static str {
    match window {
        Window::Month => "in the month",
        Window::Quarter => "in the quarter",
        Window::Year => "in the year",
    }
}

/// The segment with its bounds: what one customer pays a year, in dollars, as the source draws the line.
pub(crate) const fn segment_label(segment: Segment) -> &'static str {
    match segment {
        Segment::Enterprise => "Enterprise, $100K+ a year",
        Segment::MidMarket => "Mid-market, $25K–$100K a year",
        Segment::Smb => "SMB, below $25K a year",
    }
}

/// A term inside of a sentence: its first letter small, unless it begins an abbreviation.
///
/// Terms are ours and begin with plain letters, so the tables of every script's capitals need not be fetched.
pub(crate) fn inline(term: &str) -> String {
    let is_abbreviation = term.chars().nth(1).is_none_or(|second| !second.is_ascii_lowercase());
    if is_abbreviation { term.into() } else { with_first(term, char::to_ascii_lowercase) }
}

/// A term at the start of a sentence.
pub(crate) fn capital(term: &str) -> String {
    with_first(term, char::to_ascii_uppercase)
}

fn with_first(term: &str, change: fn(&char) -> char) -> String {
    let mut letters = term.chars();
    let first = letters.next().map(|first| change(&first));
    first.into_iter().chain(letters).collect()
}

/// "A", "A and B", "A, B and C".
pub(crate) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => [rest.join(", ").as_str(), " and ", last].concat(),
    }
}

/// A source in a line.
pub(crate) fn source_note(source: &Source) -> SourceNote {
    let evidence = evidence_words(source.evidence);
    let dated = source.updated_month().and_then(|(year, month)| {
        let month = MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?)?;
        Some([evidence, ", ", month, " ", year.to_string().as_str()].concat())
    });
    SourceNote {
        text: [source.title, " (", source.publisher, ")"].concat(),
        evidence: dated.unwrap_or_else(|| [evidence, ", undated"].concat()),
    }
}

/// Where a scale is from, in a line.
pub(crate) fn origin_note(origin: &Origin) -> SourceNote {
    match origin {
        Origin::Published(source) => source_note(source),
        Origin::Adapted(source) => {
            let note = source_note(source);
            SourceNote { text: note.text, evidence: [&note.evidence, ", with your own lines"].concat() }
        }
        Origin::Own(text) => SourceNote { text: text.clone(), evidence: "your own".into() },
    }
}

/// A text of the reader's own as it can be shown: what has no picture of its own, or would turn the direction of what follows,
/// is a sign.
pub(crate) fn visible(text: &str) -> String {
    let sign = |c: char| match c {
        '\u{0}'..='\u{1f}' => char::from_u32(u32::from(c).saturating_add(0x2400)).unwrap_or(' '),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => '\u{fffd}',
        other => other,
    };
    text.chars().map(sign).collect()
}

/// As many characters of a text, and a sign where there are more.
pub(crate) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most).and_then(|(at, _)| text.get(..at)) {
        Some(start) => [start, "…"].concat(),
        None => text.into(),
    }
}

/// "1 row", "12,004 rows".
pub(crate) fn counted(count: u64, one: &str, many: &str, formatter: &dyn Formatter) -> String {
    [formatter.number(count.into(), 0).as_str(), " ", if count == 1 { one } else { many }].concat()
}

/// "March 2025"
pub(crate) fn month_name(month: Month) -> String {
    let name = MONTHS.get(month_place(month)).copied();
    [name.unwrap_or_default(), " ", &month.year().to_string()].concat()
}

/// The place of a month of the year among [`MONTHS`].
fn month_place(month: Month) -> usize {
    usize::try_from(month.month()).unwrap_or(0).saturating_sub(1)
}

/// "Mar 2025"
pub(crate) fn short_month_name(month: Month) -> String {
    let name = MONTHS.get(month_place(month)).and_then(|name| name.get(..3));
    [name.unwrap_or_default(), " ", &month.year().to_string()].concat()
}

pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
