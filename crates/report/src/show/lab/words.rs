//! Words that several parts share.

use plimsoll_metrics::{Exact, Unit};
use rust_decimal::Decimal;

use super::Bench;
use crate::lab::Class;
use crate::lab::message::{OddTold, RawValue};
use crate::lab::typed;
use crate::show::DASH;
use crate::view::lab::ClassMark;

/// A class with its name.
pub(super) fn mark(class: Class) -> ClassMark {
    let name = match class {
        Class::Red => "Red",
        Class::Yellow => "Yellow",
        Class::Green => "Green",
        Class::Unscored => "No score",
    };
    ClassMark { class, name }
}

impl Bench<'_> {
    /// A whole number, grouped.
    pub(super) fn count(&self, count: impl Into<Decimal>) -> String {
        self.context.writer.formatter.number(count.into(), 0)
    }

    /// So many accounts: "1 account", "1,204 accounts".
    pub(super) fn accounts(&self, count: i64) -> String {
        [self.count(count).as_str(), if count == 1 { " account" } else { " accounts" }].concat()
    }

    /// ARR in minor units, as money.
    pub(super) fn arr(&self, minor: i64) -> String {
        let writer = &self.context.writer;
        let decimals = writer.currency.decimals();
        let value = Exact::from(Decimal::from_i128_with_scale(minor.into(), decimals));
        writer.value(Unit::MoneyPerYear, &value)
    }

    /// Hundredths of a point: "61.3".
    pub(super) fn points(&self, hundredths: u16) -> String {
        self.context.writer.formatter.number(Decimal::new(hundredths.into(), 2), 1)
    }

    /// A score, or a dash.
    pub(super) fn score(&self, score: Option<u16>) -> String {
        score.map_or_else(|| DASH.into(), |score| self.points(score))
    }

    /// A share: "62.4%".
    pub(super) fn share(&self, share: &Exact) -> String {
        self.context.writer.value(Unit::Percent, share)
    }

    /// What stands in a cell.
    pub(super) fn raw(&self, value: &RawValue) -> String {
        match value {
            RawValue::Missing => DASH.into(),
            RawValue::Number(units, places) => self.units(*units, *places),
            RawValue::Day(day) => day_written(*day),
            RawValue::Text(text) => text.clone(),
        }
    }

    /// A number in units of its last decimal, with as many decimals as it needs.
    pub(super) fn units(&self, units: i64, places: u8) -> String {
        let value = Decimal::from_i128_with_scale(units.into(), places.into()).normalize();
        self.context.writer.formatter.number(value, value.scale())
    }
}

/// A day since 1970-01-01 as it is written everywhere: 2026-06-30.
pub(super) fn day_written(day: i32) -> String {
    plimsoll_intake::day_text(day)
}

/// Hundredths of a percent, as they would be typed.
pub(super) fn weight(hundredths: u32) -> String {
    typed::written(hundredths)
}

/// What the accounts are, in one line.
pub(super) fn accounts(bench: &Bench<'_>) -> String {
    let facts = bench.facts;
    let snapshot = facts.snapshots.get(usize::from(bench.lab.snapshot()));
    let (day, rows) = snapshot.copied().unwrap_or_default();
    let arr = facts.arr.map(|arr| [", ", &bench.arr(arr), " ARR"].concat()).unwrap_or_default();
    let day = day.map(|day| [", as of ", &day_written(day)].concat()).unwrap_or_default();
    let moments = match facts.snapshots.len() {
        0 | 1 => String::new(),
        count => [", the latest of ", &bench.count(count as u64), " snapshots"].concat(),
    };
    [&bench.accounts(rows.into()), &arr, &day, &moments, "."].concat()
}

/// What has to be known of them.
pub(super) fn notes(bench: &Bench<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if bench.facts.arr.is_none() {
        notes.push("No column says what accounts pay, so nothing is weighed by ARR.".into());
    }
    for (kept, odd) in bench.model.indicators.iter().zip(&bench.scored.odd) {
        let words = ["out of its range", "in the past", "still ahead", "a text without points"];
        for (told, word) in odd.iter().zip(words).filter(|(told, _)| told.count > 0) {
            let are = if told.count == 1 { " value is " } else { " values are " };
            let count = bench.count(told.count);
            notes.push(
                [&kept.term, ": ", &count, are, word, " and counted as missing", &lines(bench, told), "."]
                    .concat(),
            );
        }
    }
    notes
}

/// Where odd values stand: " (line 7 of the table)", " (lines 7, 9, 12 and others of the table)".
fn lines(bench: &Bench<'_>, told: &OddTold) -> String {
    let lines = told.lines.iter().map(|line| bench.count(*line)).collect::<Vec<_>>().join(", ");
    let others = if (told.lines.len() as u64) < u64::from(told.count) { " and others" } else { "" };
    let head = if told.count == 1 { " (line " } else { " (lines " };
    [head, &lines, others, " of the table)"].concat()
}
