//! Why a pack is refused, and the way out. The place is said beside it.

use plimsoll_metrics::benchmarks::{
    Evidence, FaultReason, LONGEST_TEXT, MOST_BANDS, MOST_DECIMALS, Standing,
};
use plimsoll_metrics::{Direction, Metric, Range};

use super::{MONTHS, inline};
use crate::pack::{Fault, LONGEST_LINE, Reason};

/// The fault with its place, in a sentence or two.
pub(crate) fn pack_fault(fault: &Fault) -> String {
    let reason = pack_reason(&fault.reason);
    if fault.place.is_empty() { reason } else { [&fault.place, ": ", &reason].concat() }
}

/// What is wrong, and what would be right.
pub(crate) fn pack_reason(reason: &Reason) -> String {
    match reason {
        Reason::NotJson(..) | Reason::TooLarge | Reason::TooDeep | Reason::Unopened | Reason::Version(_) => {
            file(reason)
        }
        Reason::Missing => "This is missing or empty. Fill it in.".into(),
        Reason::Unknown(known) => format!("This is no part of a pack. Here can stand: {}.", known.join(", ")),
        Reason::NotText => "A text or a number has to stand here, not a list or an object.".into(),
        Reason::NotParts => "A list or an object has to stand here, as in the example of the format.".into(),
        Reason::NoneOf(known) => format!("Choose one of these: {}.", known.join(", ")),
        Reason::Metric(slug) => {
            format!(
                "There is no metric {}. The reference names them; a pack writes them as net-revenue-retention.",
                quoted(slug)
            )
        }
        Reason::Source(id) => {
            format!("No source has the id {}. Add it to the sources, or correct the id.", quoted(id))
        }
        Reason::Twice(what) => {
            format!("{} stands here for the second time. Keep one of the two.", quoted(what))
        }
        Reason::TooMany(most) => format!("There are more than {most}. Leave some out."),
        Reason::TooLong(most) => format!("This is longer than {most} letters. Shorten it."),
        Reason::Control => {
            "There is a line break, a tab or another hidden character in it. Write it in one line.".into()
        }
        Reason::Date => "Write the date as a year, 2026, or as a year and a month, 2026-02.".into(),
        Reason::NotANumber(text) => {
            format!(
                "{} is not a number. Write it in digits, with a point before decimals and no sign behind it.",
                quoted(text)
            )
        }
        Reason::OutOfRange(range) => out_of_range(*range),
        Reason::WrongWay(direction) => wrong_way(*direction).into(),
        Reason::Scale(reason) => scale(*reason),
    }
}

/// What is wrong with the file as a whole.
fn file(reason: &Reason) -> String {
    match reason {
        Reason::NotJson(line, column) => {
            format!(
                "Line {line}, column {column}: from here on it is no JSON. Look for a comma, quote or bracket that is missing or too many."
            )
        }
        Reason::TooLarge => {
            "The file is larger than 256 KiB, which no pack needs. Is it the right one?".into()
        }
        Reason::TooDeep => {
            "Lists and objects lie in each other deeper than in any pack. Is it the right file?".into()
        }
        Reason::Unopened => "The file could not be opened. Choose it again.".into(),
        Reason::Version(version) if version.is_empty() => {
            "The version is missing. A pack begins with \"version\": 1.".into()
        }
        Reason::Version(version) => {
            format!("This is version {}; this page reads version 1.", quoted(version))
        }
        _ => String::new(),
    }
}

fn out_of_range(range: Range) -> String {
    match range {
        Range::Share => "This metric lies between 0% and 100%, so no line can lie outside.".into(),
        Range::Between(least, most) => {
            format!("This metric lies between {least} and {most}, so no line can lie outside.")
        }
        Range::FromZero | Range::Any => "This metric is never below zero, so no line can lie there.".into(),
    }
}

const fn wrong_way(direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => {
            "For this metric higher is better, but this band is worse than the one below it. Turn the standings round."
        }
        Direction::Lower => {
            "For this metric lower is better, but this band is better than the one below it. Turn the standings round."
        }
    }
}

fn scale(reason: FaultReason) -> String {
    match reason {
        FaultReason::Empty => "There is no band. A scale has at least one.".into(),
        FaultReason::TooManyBands => format!("There are more than {MOST_BANDS} bands. Join some."),
        FaultReason::StartOfLowest => {
            "The lowest band has a start, so what lies below it would have no band. Leave its start out, or write the bands lowest first."
                .into()
        }
        FaultReason::NoStart => {
            "The band has no start. Every band but the lowest says from where on it counts.".into()
        }
        FaultReason::NotAscending => {
            "The band starts below the one before it, so the two overlap. Write the bands lowest first."
                .into()
        }
        FaultReason::SameStart => {
            "The band starts where the one before it does, which leaves that one empty. Move one of the two."
                .into()
        }
        FaultReason::Standing | FaultReason::Direction => {
            "The scale runs the wrong way for its metric.".into()
        }
        FaultReason::NoText => "This is empty. Fill it in.".into(),
        FaultReason::TooLong => format!("This is longer than {LONGEST_TEXT} letters. Shorten it."),
        FaultReason::TooFar => "No line lies as far from zero as this. Look for a digit too many.".into(),
        FaultReason::TooManyDecimals => {
            format!("The number has more than {MOST_DECIMALS} decimals. Round it.")
        }
    }
}

/// A text of the reader's, of which a long one is cut.
fn quoted(text: &str) -> String {
    let short: String = text.chars().take(LONGEST_LINE / 2).collect();
    let dots = if short.len() < text.len() { "…" } else { "" };
    ["“", &short, dots, "”"].concat()
}

/// A moved line of which nothing can be made.
pub(crate) fn line_not_replayed(key: &str, text: &str) -> String {
    format!("The moved line {} = {} could not be read, so it counts for nothing.", quoted(key), quoted(text))
}

/// The moved lines of a metric that no longer fit its scale.
pub(crate) fn lines_not_replayed(metric: &Metric) -> String {
    let term = inline(metric.term);
    format!("The lines that were moved for {term} do not fit its scale any more, so they count for nothing.")
}

/// A standing as a pack names it.
pub(crate) const fn standing_slug(standing: Standing) -> &'static str {
    match standing {
        Standing::Concerning => "concerning",
        Standing::BelowTarget => "below-target",
        Standing::Acceptable => "acceptable",
        Standing::Good => "good",
        Standing::Excellent => "excellent",
        Standing::BestInClass => "best-in-class",
    }
}

/// The place of a month among [`MONTHS`], by its number: `02`.
pub(crate) fn month_of(number: &str) -> Option<usize> {
    let place = number.parse::<usize>().ok()?.checked_sub(1)?;
    MONTHS.get(place).map(|_| place)
}

/// A kind of evidence in words.
pub(crate) const fn evidence_words(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::VendorGuide => "vendor guide",
        Evidence::PractitionerGuide => "practitioner guide",
        Evidence::RulesOfThumb => "rules of thumb",
        Evidence::SurveyCompilation => "survey compilation",
        Evidence::CommonPractice => "common practice",
    }
}
