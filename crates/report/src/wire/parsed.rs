//! What people type or paste, read.

use std::collections::BTreeMap;

use plimsoll_intake::{DecimalMark, NumberProblem, Unit as Seen, read_number};
use plimsoll_metrics::{Exact, Figure};
use serde::{Deserialize, Serialize};

use super::listed::name_of;
use super::number::Quantity;
use crate::paste::{PASTED, read_paste};
use crate::read::{Problem, quantity, refusal};
use crate::sentence::{problem, unreadable};

/// A text, as it was typed or pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextGiven {
    /// The text.
    pub text: String,
    /// Its decimal mark, `.` or `,`; empty where it is not known. A table then settles its own, a number is read by the locale's.
    pub mark: String,
    /// The ISO 4217 code of the currency that amounts have to be in.
    pub currency: String,
    /// The slug of the figure as which a number is read; may be empty.
    pub figure: String,
}

/// A text, read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Parsed {
    /// A number.
    Number {
        /// Its value; a percentage is a part of one.
        value: Quantity,
        /// Whether it had a percent sign, or was read as a figure that is a percentage.
        is_percent: bool,
        /// The code or sign of its currency; null where it had none.
        currency: Option<String>,
        /// Whether another decimal mark would have made another number of it: "1.000".
        is_ambiguous: bool,
    },
    /// Neither a number nor a table.
    Unreadable {
        /// Why, in a sentence.
        sentence: String,
    },
    /// A table of customers: name, MRR at the start, MRR at the end, and segment.
    Table {
        /// How it was read, in a sentence.
        summary: String,
        /// Whether the decimal mark has to be given before anything counts.
        needs_decimal_mark: bool,
        /// Whether it has months of its own, which is more than two dates: the app reads such tables.
        is_ledger: bool,
        /// What was left out or is worth knowing; the first dozen.
        issues: Vec<TableIssue>,
        /// How many more there are.
        more_issues: u32,
        /// All customers first, then each segment; empty while nothing counts.
        segments: Vec<TableSegment>,
    },
}

/// Something about a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TableIssue {
    /// Where: "Row 3, column “MRR at end”".
    pub place: String,
    /// What is wrong, and what follows.
    pub reason: String,
    /// Whether something was left out because of it.
    pub is_left_out: bool,
}

/// The figures of one segment, to be evaluated as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TableSegment {
    /// Its name.
    pub label: String,
    /// Whether it is all customers.
    pub is_all: bool,
    /// The figures, by name, as decimal text.
    #[cfg_attr(test, ts(type = "{ [Name in FigureName]?: string }"))]
    pub figures: BTreeMap<String, String>,
}

/// Reads a number as people type it; as this figure's, where one is given.
pub(super) fn number(text: &str, mark: DecimalMark, currency: &str, figure: Option<&Figure>) -> Parsed {
    let reading = match read_number(text, mark) {
        Ok(reading) => reading,
        Err(NumberProblem::Empty) => return Parsed::Unreadable { sentence: "There is nothing here.".into() },
        Err(problem) => return Parsed::Unreadable { sentence: unreadable(problem) },
    };
    let has_sign = reading.unit == Some(Seen::Percent);
    let is_percent = has_sign || figure.is_some_and(|figure| figure.unit == plimsoll_metrics::Unit::Percent);
    let refused = figure.and_then(|figure| {
        let typed = quantity(text, mark, figure.unit, currency);
        typed.problem.or_else(|| refusal(figure, typed.value.as_ref()?))
    });
    let value = Exact::from(reading.value);
    let value = if is_percent { value.times(&Exact::percent(1)) } else { value };
    match (refused, Quantity::of(&value)) {
        (None, Some(value)) => Parsed::Number {
            value,
            is_percent,
            currency: match reading.unit {
                Some(Seen::Currency(sign)) => Some(sign.to_string()),
                _ => None,
            },
            is_ambiguous: reading.ambiguous,
        },
        (refused, _) => {
            let refused = refused.unwrap_or(Problem::Negative);
            Parsed::Unreadable { sentence: problem(&refused, currency, None) }
        }
    }
}

/// Reads a table of customers as it was pasted.
pub(super) fn table(text: &str, mark: &str, currency: &str) -> Parsed {
    let reading = read_paste(text, mark, currency);
    let figures = |texts: Vec<String>| {
        let mut figures = BTreeMap::new();
        // One by one: collecting would bring a sort for lists of pairs.
        for (figure, text) in PASTED.iter().zip(texts) {
            figures.insert(name_of(figure.slug), text);
        }
        figures
    };
    Parsed::Table {
        summary: reading.summary,
        needs_decimal_mark: reading.needs_mark,
        is_ledger: reading.is_data,
        issues: reading
            .issues
            .into_iter()
            .map(|issue| TableIssue {
                place: issue.place,
                reason: issue.reason,
                is_left_out: issue.is_left_out,
            })
            .collect(),
        more_issues: u32::try_from(reading.more_issues).unwrap_or(u32::MAX),
        segments: reading
            .segments
            .into_iter()
            .map(|segment| TableSegment {
                is_all: segment.value.is_empty(),
                label: segment.label,
                figures: figures(segment.figures),
            })
            .collect(),
    }
}
