//! The lines that a value is held against: its band and how far off the next ones are, its target, its neighbours.

use plimsoll_metrics::benchmarks::{self, Cut, Edge, Grade, Scale};
use plimsoll_metrics::{Direction, Exact, Metric};
use serde::{Deserialize, Serialize};

use super::number::Quantity;
use super::source::Source;
use super::words::{NeighbourKind, Quarter, Reading, Side, Standing, TargetState};
use crate::show::{Context, in_words, neighbours, verdict};

/// The band that a value lies in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Band {
    /// Its name: "Below target".
    pub name: String,
    /// How good it is.
    pub standing: Standing,
    /// What it means, in a few words; may be empty.
    pub meaning: String,
    /// The next better band; null in the best one.
    pub better: Option<NextBand>,
    /// The next worse band; null in the worst one.
    pub worse: Option<NextBand>,
}

/// A band next to that of a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NextBand {
    /// Its name.
    pub name: String,
    /// How good it is.
    pub standing: Standing,
    /// The line between it and the value.
    pub line: Quantity,
    /// Whether a value on the line lies in it.
    pub includes_line: bool,
    /// How far the value is from the line, without a sign.
    pub distance: Quantity,
}

/// A line to reach.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Target {
    /// The line.
    pub line: Quantity,
    /// Which side of it is meant.
    pub side: Side,
    /// Where the annual value stands to it; null where there is none.
    pub state: Option<TargetState>,
    /// Whether that meets it; null where there is no value.
    pub is_met: Option<bool>,
    /// The same in a sentence: "On the line; the target is above 110%."
    pub sentence: Option<String>,
}

/// What comparable companies reach, over a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Neighbour {
    /// What they have in common.
    pub kind: NeighbourKind,
    /// Who they are: "SMB", "FinTech".
    pub who: String,
    /// The value in their middle.
    pub median: Quantity,
    /// The line from which the best quarter lies, where it is published.
    pub top: Option<Quantity>,
    /// The line beyond which the worst quarter lies, where it is published.
    pub bottom: Option<Quantity>,
    /// In which quarter the annual value lies; null where that cannot be told.
    pub quarter: Option<Quarter>,
    /// Whether the annual value is better than the median; null where there is none.
    pub reading: Option<Reading>,
    /// The same in words: "1.5 points below the median".
    pub printed: String,
    /// Where it is published.
    pub source: Source,
}

/// The band of the annual value.
pub(super) fn band(context: &Context<'_>, metric: &'static Metric, scale: &Scale) -> Option<Band> {
    let value = context.annual(metric).ok()?;
    let grade = scale.grade(&value)?;
    let verdict = verdict(context, metric, scale)?;
    let (better, worse) = beside(scale, &grade, &value);
    Some(Band {
        name: verdict.band.into(),
        standing: verdict.standing.into(),
        meaning: verdict.meaning.into(),
        better,
        worse,
    })
}

/// The next better and the next worse band.
pub(super) fn beside(scale: &Scale, grade: &Grade, value: &Exact) -> (Option<NextBand>, Option<NextBand>) {
    let next = |place: Option<usize>, cut: Option<Cut>, is_above: bool| {
        let (band, cut) = (scale.bands.get(place?)?, cut?);
        let line = cut.value();
        Some(NextBand {
            name: band.name.to_string(),
            standing: band.standing.into(),
            includes_line: (cut.edge == Edge::Starts) == is_above,
            distance: Quantity::of(&line.minus(value).abs())?,
            line: Quantity::of(&line)?,
        })
    };
    let above = grade.position.checked_add(1);
    let above = next(above, above.and_then(|place| scale.bands.get(place)?.from), true);
    let below = next(grade.position.checked_sub(1), grade.band.from, false);
    match scale.direction {
        Direction::Higher => (above, below),
        Direction::Lower => (below, above),
    }
}

/// The target line of a scale.
pub(super) fn target(context: &Context<'_>, metric: &'static Metric, scale: &Scale) -> Option<Target> {
    let target = scale.target.as_ref()?;
    let stands =
        context.annual(metric).ok().and_then(|value| scale.grade(&value)).and_then(|grade| grade.target);
    Some(Target {
        line: Quantity::of(&target.value())?,
        side: match (scale.direction, target.strict) {
            (Direction::Higher, true) => Side::Above,
            (Direction::Higher, false) => Side::AtLeast,
            (Direction::Lower, true) => Side::Below,
            (Direction::Lower, false) => Side::AtMost,
        },
        state: stands.map(|(state, _)| state.into()),
        is_met: stands.map(|(_, is_met)| is_met),
        sentence: verdict(context, metric, scale).and_then(|verdict| verdict.target),
    })
}

/// What the neighbours of a metric reach.
pub(super) fn all_neighbours(context: &Context<'_>, metric: &'static Metric) -> Vec<Neighbour> {
    let value = context.annual(metric).ok();
    let shown = |neighbour: crate::show::Neighbour| {
        let words = in_words(context, metric, &neighbour, value.as_ref());
        let bottom = neighbour.quartiles.as_ref().map(|quartiles| &quartiles.bottom);
        let quarter = neighbour.quartiles.as_ref().zip(value.as_ref());
        Some(Neighbour {
            kind: neighbour.by.into(),
            who: words.who,
            median: Quantity::of(&neighbour.median)?,
            top: neighbour.top.as_ref().and_then(Quantity::of),
            bottom: bottom.and_then(Quantity::of),
            quarter: quarter.map(|(quartiles, value)| quartiles.quarter(value).into()),
            reading: value.as_ref().map(|_| words.reading.into()),
            printed: words.standing,
            source: neighbour.source.into(),
        })
    };
    neighbours(context, metric).into_iter().filter_map(shown).collect()
}

/// One band of a scale, as it is published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ScaleBand {
    /// Its name.
    pub name: String,
    /// How good it is.
    pub standing: Standing,
    /// What it means, in a few words; may be empty.
    pub meaning: String,
    /// Where it starts; null for the lowest one.
    pub from: Option<Quantity>,
    /// Whether a value exactly there lies in it.
    pub includes_from: bool,
}

impl From<&benchmarks::Band> for ScaleBand {
    fn from(band: &benchmarks::Band) -> Self {
        Self {
            name: band.name.to_string(),
            standing: band.standing.into(),
            meaning: band.meaning.to_string(),
            from: band.from.and_then(|cut| Quantity::of(&cut.value())),
            includes_from: band.from.is_some_and(|cut| cut.edge == Edge::Starts),
        }
    }
}
