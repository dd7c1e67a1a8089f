//! The model as it is edited.

use plimsoll_metrics::Exact;
use plimsoll_metrics::health::{HEALTH_MODELS, Outside, outside_of_source};

use super::{Bench, measure, problem, words};
use crate::lab::keep::{Flaw, KeptIndicator, KeptMissing};
use crate::lab::message::ValueFacts;
use crate::lab::typed;
use crate::sentence::source_note;
use crate::view::SelectOption;
use crate::view::lab::{IndicatorView, ModelView, SegmentChoice, ThresholdField, WeightField};

/// How far a slider reaches at the least, in halves of a point: to 50.
const LEAST_REACH: u32 = 100;

/// Indicators, weights and thresholds.
pub(super) fn show(bench: &Bench<'_>) -> ModelView {
    let model = &bench.lab.document.model;
    let flaws = model.read().err().unwrap_or_default();
    let source = model.source();
    let weights = weights(bench);
    let sum = weights.iter().map(|weight| weight.unwrap_or(0)).fold(0_u32, u32::saturating_add);
    ModelView {
        models: models(bench),
        about: source
            .map(|of| [sentence_case(of.weights_from).as_str(), ". ", of.advice].concat())
            .unwrap_or_default(),
        source: source.map(source_line).unwrap_or_default(),
        segments: segments(bench),
        segment_note: segment_note(bench),
        indicators: model
            .indicators
            .iter()
            .zip(&weights)
            .enumerate()
            .map(|(place, (of, weight))| indicator(bench, (place, of), *weight, sum, &flaws))
            .collect(),
        total: [&words::weight(sum), " in all. What counts is each weight's share of that."].concat(),
        more: more(bench),
        thresholds: [
            threshold(&flaws, bench, "red", "Red below", &model.red_below),
            threshold(&flaws, bench, "green", "Green from", &model.green_from),
        ],
        missing: missing(model.missing),
        missing_note: missing_note(model.missing),
        is_changed: bench.lab.document.is_changed(bench.facts),
        offers_equal: source.is_some_and(|of| of.equal_weight.is_some()),
        problem: problem::whole(&flaws, model),
    }
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn source_line(of: &plimsoll_metrics::health::HealthModel) -> String {
    source_note(of.source).text
}

fn models(bench: &Bench<'_>) -> Vec<SelectOption> {
    let document = &bench.lab.document;
    let published = HEALTH_MODELS.into_iter().map(|of| SelectOption {
        value: of.slug.into(),
        label: of.term.into(),
        selected: document.model.based_on == of.slug,
    });
    let saved = document.versions.iter().map(|of| SelectOption {
        value: ["saved:", &of.name].concat(),
        label: ["Saved: ", &of.name].concat(),
        selected: false,
    });
    published.chain(saved).collect()
}

/// The weights that are shown, of all or of the chosen segment; nothing for what is no weight.
fn weights(bench: &Bench<'_>) -> Vec<Option<u32>> {
    texts(bench).map(typed::weight).collect()
}

/// The same as they were typed.
fn texts<'a>(bench: &'a Bench<'_>) -> impl Iterator<Item = &'a str> {
    let model = &bench.lab.document.model;
    let own = model.segments.iter().find(|of| is_chosen(bench, &of.segment));
    model.indicators.iter().enumerate().map(move |(place, of)| {
        own.and_then(|own| own.weights.get(place)).map_or(of.weight.as_str(), String::as_str)
    })
}

fn is_chosen(bench: &Bench<'_>, segment: &str) -> bool {
    !segment.is_empty() && bench.lab.looks.segment == segment
}

fn segments(bench: &Bench<'_>) -> Vec<SegmentChoice> {
    let named = bench.facts.segments.iter().filter(|(_, count)| *count > 0);
    let choices: Vec<SegmentChoice> = named
        .map(|(name, count)| SegmentChoice {
            value: name.clone(),
            label: [name, " (", &bench.count(*count), ")"].concat(),
            is_chosen: is_chosen(bench, name),
            is_own: bench.lab.document.model.segments.iter().any(|of| of.segment == *name),
        })
        .collect();
    if choices.len() < 2 {
        return Vec::new();
    }
    let all = SegmentChoice {
        value: String::new(),
        label: "All accounts".into(),
        is_chosen: bench.lab.looks.segment.is_empty(),
        is_own: false,
    };
    std::iter::once(all).chain(choices).collect()
}

fn segment_note(bench: &Bench<'_>) -> Option<String> {
    let segment = &bench.lab.looks.segment;
    let own = bench.lab.document.model.segments.iter().any(|of| of.segment == *segment);
    (!segment.is_empty()).then(|| {
        let are = if own { " has weights of its own." } else { " is weighed like all accounts." };
        [segment, are].concat()
    })
}

fn indicator(
    bench: &Bench<'_>,
    (place, of): (usize, &KeptIndicator),
    weight: Option<u32>,
    sum: u32,
    flaws: &[Flaw],
) -> IndicatorView {
    let model = &bench.lab.document.model;
    let component = model.source().and_then(|source| source.component(&of.slug));
    let counts = weight.unwrap_or(0);
    let share = Exact::from(i64::from(counts)).divided_by(&Exact::from(i64::from(sum)));
    let outside =
        component.and_then(|of| outside_of_source(of.given, counts, sum.into())).map(|side| match side {
            Outside::Below => "Less than its source gives it.",
            Outside::Above => "More than its source gives it.",
        });
    let text = texts(bench).nth(place).unwrap_or_default().to_owned();
    let half_points = counts.checked_div(50).unwrap_or(0);
    let key = if bench.lab.document.model.segments.iter().any(|of| is_chosen(bench, &of.segment)) {
        ["segment/", &bench.lab.looks.segment, "/weight/", &of.slug].concat()
    } else {
        ["weight/", &of.slug].concat()
    };
    let is_unread = bench.scored.unread.iter().any(|unread| usize::from(*unread) == place);
    IndicatorView {
        slug: of.slug.clone(),
        name: of.term.clone(),
        question: component.map(|of| of.question.to_owned()).unwrap_or_default(),
        weight: WeightField {
            spoken: [&words::weight(counts), " of ", &words::weight(sum)].concat(),
            text,
            half_points,
            most: half_points.max(LEAST_REACH),
            problem: problem::of(flaws, &key, model),
        },
        effective: share.map(|share| bench.share(&share)).unwrap_or_default(),
        outside: outside.map(Into::into),
        coverage: if of.column.is_empty() { NO_COLUMN.into() } else { coverage(bench, place) },
        columns: measure::columns(bench, of),
        measure: (bench.lab.looks.measure.as_deref() == Some(of.slug.as_str()))
            .then(|| measure::show(bench, of, flaws)),
        problem: if is_unread && !of.column.is_empty() { Some(unread(of)) } else { constant(bench, of) },
    }
}

/// A model asks for more than most tables have: that is no fault.
const NO_COLUMN: &str = "No column feeds it, so it counts for nobody. Choose one:";

fn unread(of: &KeptIndicator) -> String {
    ["The column “", &of.column, "” cannot be read this way. Choose another way under “How it counts”."]
        .concat()
}

/// What stands in every row of its column that holds anything, where that is one value: it parts no account from another.
fn constant(bench: &Bench<'_>, of: &KeptIndicator) -> Option<String> {
    let column = bench.facts.columns.iter().find(|column| column.header == of.column)?;
    let value = match &column.values {
        ValueFacts::Numbers { places, marks: Some([least, .., most]) } if least == most => {
            bench.units(*least, *places)
        }
        ValueFacts::Days(Some([first, _, last])) if first == last => words::day_written(*first),
        ValueFacts::Texts(texts, 1) => texts.first()?.0.clone(),
        _ => return None,
    };
    Some(
        [
            "Every row of “",
            &of.column,
            "” that is filled says ",
            &value,
            ", so it tells no account from another.",
        ]
        .concat(),
    )
}

/// "Known of 98.0% of accounts, median 64.0 points."
fn coverage(bench: &Bench<'_>, place: usize) -> String {
    let accounts: i64 =
        bench.scored.classes.iter().map(|(accounts, _)| *accounts).fold(0, i64::saturating_add);
    match bench.scored.medians.get(place).copied().flatten() {
        Some((twice, of)) => {
            let share =
                Exact::from(i64::from(of)).divided_by(&Exact::from(accounts)).unwrap_or_else(Exact::zero);
            let median = u16::try_from(twice / 2).unwrap_or(u16::MAX);
            ["Known of ", &bench.share(&share), " of accounts, median ", &bench.points(median), " points."]
                .concat()
        }
        None => "Known of no account.".into(),
    }
}

/// The columns that no indicator reads yet.
fn more(bench: &Bench<'_>) -> Vec<SelectOption> {
    let used = |header: &str| bench.lab.document.model.indicators.iter().any(|of| of.column == header);
    let free: Vec<SelectOption> = bench
        .facts
        .columns
        .iter()
        .filter(|column| column.is_indicator && !used(&column.header))
        .map(|column| SelectOption {
            value: column.header.clone(),
            label: column.header.clone(),
            selected: false,
        })
        .collect();
    if free.is_empty() {
        return free;
    }
    let none = SelectOption { value: String::new(), label: "Choose a column".into(), selected: true };
    std::iter::once(none).chain(free).collect()
}

fn threshold(
    flaws: &[Flaw],
    bench: &Bench<'_>,
    slug: &'static str,
    label: &'static str,
    text: &str,
) -> ThresholdField {
    ThresholdField {
        slug,
        label,
        text: text.to_owned(),
        hundredths: typed::points(text).unwrap_or(if slug == "red" { 0 } else { 10_000 }),
        problem: problem::of(flaws, slug, &bench.lab.document.model),
    }
}

fn missing(chosen: KeptMissing) -> Vec<SelectOption> {
    [
        ("gives-up-weight", "Its weight goes to the others", KeptMissing::GivesUpWeight),
        ("leaves-out", "The account gets no score", KeptMissing::LeavesOut),
        ("counts-as-zero", "It counts as 0 points", KeptMissing::CountsAsZero),
    ]
    .map(|(value, label, is)| SelectOption {
        value: value.into(),
        label: label.into(),
        selected: is == chosen,
    })
    .into()
}

const fn missing_note(chosen: KeptMissing) -> &'static str {
    match chosen {
        KeptMissing::GivesUpWeight => {
            "An account is judged by what is known of it; coverage says how much that is."
        }
        KeptMissing::LeavesOut => {
            "Only accounts of which everything is known have a score. The others count in no average and no rate."
        }
        KeptMissing::CountsAsZero => {
            "Not knowing counts against an account. That makes blanks look like trouble."
        }
    }
}
