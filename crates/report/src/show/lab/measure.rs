//! How the values of a column become points.

use super::{Bench, problem, words};
use crate::lab::keep::{Flaw, KeptIndicator, KeptLifecycle, KeptLine, KeptRule, pair_key};
use crate::lab::message::{ColumnFacts, ValueFacts};
use crate::view::lab::{MeasureField, MeasureRow, MeasureView};
use crate::view::{EntryView, SelectOption};

/// The columns that can feed an indicator.
pub(super) fn columns(bench: &Bench<'_>, of: &KeptIndicator) -> Vec<SelectOption> {
    let none = SelectOption { value: String::new(), label: "None".into(), selected: of.column.is_empty() };
    let columns =
        bench.facts.columns.iter().filter(|column| column.is_indicator).map(|column| SelectOption {
            value: column.header.clone(),
            label: column.header.clone(),
            selected: column.header == of.column,
        });
    std::iter::once(none).chain(columns).collect()
}

/// The open measure of an indicator.
pub(super) fn show(bench: &Bench<'_>, of: &KeptIndicator, flaws: &[Flaw]) -> MeasureView {
    let column = bench.facts.columns.iter().find(|column| column.header == of.column);
    let model = &bench.lab.document.model;
    MeasureView {
        kinds: kinds(column, &of.rule),
        values: column.map(|column| values(bench, column)).unwrap_or_default(),
        fields: fields(bench, of, flaws),
        rows: rows(bench, of, flaws),
        can_add: matches!(of.rule, KeptRule::Steps(_) | KeptRule::Texts(_)),
        switch: Some(SelectOption {
            value: "lifecycle".into(),
            label: "Leave it out in the first 90 days of a customer".into(),
            selected: of.applies != KeptLifecycle::Always,
        }),
        reading: reading(&of.rule),
        problem: problem::of(flaws, &["measure/", &of.slug].concat(), model),
    }
}

/// The ways that fit the column.
fn kinds(column: Option<&ColumnFacts>, rule: &KeptRule) -> Vec<SelectOption> {
    let fits: &[(&str, &str)] = match column.map(|column| &column.values) {
        Some(ValueFacts::Days(_)) => {
            &[("days-since", "By the days since then"), ("days-until", "By the days until then")]
        }
        Some(ValueFacts::Texts(..)) => &[("texts", "By the text")],
        _ => &[
            ("line", "In a line between two values"),
            ("steps", "In steps"),
            ("score", "It is a score from 0 to 100"),
            ("rating", "A rating, 5 is best"),
            ("rating-one-is-best", "A rating, 1 is best"),
        ],
    };
    let option = |(value, label): &(&str, &str)| SelectOption {
        value: (*value).into(),
        label: (*label).into(),
        selected: rule.slug() == *value,
    };
    fits.iter().map(option).collect()
}

/// What the values of the column are like.
fn values(bench: &Bench<'_>, column: &ColumnFacts) -> String {
    match &column.values {
        ValueFacts::Numbers { places, marks: Some([least, _, low, middle, high, _, most]) } => {
            let number = |units: &i64| bench.units(*units, *places);
            [
                "From ",
                &number(least),
                " to ",
                &number(most),
                "; half of them from ",
                &number(low),
                " to ",
                &number(high),
                ", the middle is ",
                &number(middle),
                ".",
            ]
            .concat()
        }
        ValueFacts::Days(Some([first, middle, last])) => {
            let day = |day: &i32| words::day_written(*day);
            ["From ", &day(first), " to ", &day(last), ", the middle is ", &day(middle), "."].concat()
        }
        ValueFacts::Texts(texts, different) => {
            let told = texts.iter().map(|(text, count)| [text, " (", &bench.count(*count), ")"].concat());
            let more = (texts.len() < *different as usize).then(|| "and others".to_owned());
            [&told.chain(more).collect::<Vec<_>>().join(", "), "."].concat()
        }
        ValueFacts::Numbers { .. } | ValueFacts::Days(None) => "The column is empty.".into(),
    }
}

fn entry(bench: &Bench<'_>, flaws: &[Flaw], key: String, text: &str, suffix: &str) -> EntryView {
    EntryView {
        problem: problem::of(flaws, &key, &bench.lab.document.model),
        key,
        text: text.to_owned(),
        rest: "",
        prefix: String::new(),
        suffix: suffix.to_owned(),
    }
}

fn fields(bench: &Bench<'_>, of: &KeptIndicator, flaws: &[Flaw]) -> Vec<MeasureField> {
    let field = |label, name: &str, text: &str, suffix| MeasureField {
        label,
        field: entry(bench, flaws, ["measure/", &of.slug, "/", name].concat(), text, suffix),
    };
    let ends = |line: &KeptLine, suffix| {
        vec![
            field("0 points at", "zero", &line.zero, suffix),
            field("100 points at", "hundred", &line.hundred, suffix),
        ]
    };
    match &of.rule {
        KeptRule::Line(line) => ends(line, ""),
        KeptRule::DaysSince(line) | KeptRule::DaysUntil(line) => ends(line, "days"),
        KeptRule::Steps(steps) => vec![field("Points below the first step", "below", &steps.below, "points")],
        KeptRule::Texts(texts) => vec![field("Points of any other text", "others", &texts.others, "points")],
        KeptRule::Score | KeptRule::Rating | KeptRule::RatingOneIsBest => Vec::new(),
    }
}

fn rows(bench: &Bench<'_>, of: &KeptIndicator, flaws: &[Flaw]) -> Vec<MeasureRow> {
    let (pairs, prefix) = match &of.rule {
        KeptRule::Steps(steps) => (&steps.cuts, "from"),
        KeptRule::Texts(texts) => (&texts.points, ""),
        _ => return Vec::new(),
    };
    let row = |(place, (from, points)): (usize, &(String, String))| {
        let from = entry(bench, flaws, pair_key(&of.slug, place, "from"), from, "");
        MeasureRow {
            place,
            from: EntryView { prefix: prefix.into(), ..from },
            points: entry(bench, flaws, pair_key(&of.slug, place, "points"), points, "points"),
        }
    };
    pairs.iter().enumerate().map(row).collect()
}

/// What the rule means, in a sentence.
fn reading(rule: &KeptRule) -> String {
    let line = |line: &KeptLine, what: &str| {
        [
            &line.zero,
            what,
            " or worse gives 0 points, ",
            &line.hundred,
            what,
            " or better gives 100, and what lies between is on a line.",
        ]
        .concat()
    };
    match rule {
        KeptRule::Line(ends) => line(ends, ""),
        KeptRule::DaysSince(ends) => line(ends, " days since then"),
        KeptRule::DaysUntil(ends) => line(ends, " days until then"),
        KeptRule::Score => "The value is the points. What is not from 0 to 100 counts as missing.".into(),
        KeptRule::Rating => "1 gives 0 points, 5 gives 100.".into(),
        KeptRule::RatingOneIsBest => "1 gives 100 points, 5 gives 0.".into(),
        KeptRule::Steps(_) => "Each value gets the points of the last step that it has reached.".into(),
        KeptRule::Texts(_) => "Each text gets its points; capital and small letters are the same.".into(),
    }
}
