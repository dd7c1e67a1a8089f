//! A line of a scale, moved by hand: how far it can go, in which steps, and what is kept of it.

use plimsoll_metrics::benchmarks::{Scale, Segment};
use plimsoll_metrics::{Metric, Range};
use rust_decimal::{Decimal, RoundingStrategy};

use super::Lines;
use super::lines::{is_of, key};
use super::replay::line;
use super::write::written_decimal;
use crate::state::Texts;
use crate::view::Place;

/// How a line is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineMove {
    /// By so many steps, up or down.
    Steps(i16),
    /// To a place on the strip on which lines are moved.
    To(Place),
}

/// The strip on which lines are moved: its ends, and the step.
///
/// It reaches half the length of the published bands beyond them, as far as the metric can go. The step is a power of
/// ten, so that lines come to stand on short numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reach {
    low: Decimal,
    high: Decimal,
    step: Decimal,
}

impl Reach {
    /// The strip of a scale.
    pub(crate) fn of(range: Range, scale: &Scale) -> Option<Self> {
        let first = line(scale, 0)?;
        let last = line(scale, scale.bands.len().checked_sub(2)?)?;
        let length = last.checked_sub(first).filter(|length| !length.is_zero());
        let length = length.unwrap_or_else(|| if first.is_zero() { Decimal::ONE } else { first.abs() });
        let beyond = length.checked_div(Decimal::TWO)?;
        let (least, most) = match range {
            Range::FromZero => (Some(Decimal::ZERO), None),
            Range::Share => (Some(Decimal::ZERO), Some(Decimal::ONE)),
            Range::Between(least, most) => (Some(least.into()), Some(most.into())),
            Range::Any => (None, None),
        };
        let low = first.checked_sub(beyond)?;
        let high = last.checked_add(beyond)?;
        let low = least.map_or(low, |least| low.max(least));
        let high = most.map_or(high, |most| high.min(most));
        let step = step(high.checked_sub(low)?)?;
        let low = low.checked_div(step)?.floor().checked_mul(step)?;
        Some(Self { low, high: high.checked_div(step)?.ceil().checked_mul(step)?, step })
    }

    /// Where a value is on the strip.
    pub(crate) fn place(&self, value: Decimal) -> Option<Place> {
        let share = value.checked_sub(self.low)?.checked_div(self.high.checked_sub(self.low)?)?;
        let place = share.checked_mul(Place::END.0.into())?.clamp(Decimal::ZERO, Place::END.0.into());
        place.round().try_into().ok().map(Place)
    }

    /// The value at a place, on a step.
    fn value(&self, place: Place) -> Option<Decimal> {
        let share = Decimal::from(place.0.min(Place::END.0)).checked_div(Place::END.0.into())?;
        let along = self.high.checked_sub(self.low)?.checked_mul(share)?;
        let steps = self.low.checked_add(along)?.checked_div(self.step)?;
        steps.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).checked_mul(self.step)
    }
}

/// A thousandth of the length, or the next larger power of ten.
fn step(length: Decimal) -> Option<Decimal> {
    let least = length.checked_div(Decimal::ONE_THOUSAND)?;
    let mut step = Decimal::new(1, 6);
    while step < least {
        step = step.checked_mul(Decimal::TEN)?;
    }
    Some(step.normalize())
}

impl Lines {
    /// The strip on which the lines of a card are moved. It stays while they move.
    pub(crate) fn reach(&self, metric: &'static Metric, segment: Option<Segment>) -> Option<Reach> {
        Reach::of(metric.range, self.base.scale(metric, segment)?.as_ref())
    }

    /// The moved lines once this one was moved as well; nothing where there is none to move.
    pub(crate) fn with_line_moved(
        &self,
        texts: &Texts,
        (metric, segment): (&'static Metric, Option<Segment>),
        position: usize,
        by: LineMove,
    ) -> Option<Texts> {
        let reach = self.reach(metric, segment)?;
        let scale = self.benchmarks.scale(metric, segment)?;
        let wanted = match by {
            LineMove::Steps(steps) => {
                reach.step.checked_mul(steps.into())?.checked_add(line(&scale, position)?)?
            }
            LineMove::To(place) => reach.value(place)?,
        };
        let moved = scale.with_cut_moved(position, wanted.clamp(reach.low, reach.high));
        let value = line(&moved, position)?;
        let spot = self.spot(metric, segment);
        let (position, value) = if spot.is_mirrored {
            let last = scale.bands.len().checked_sub(2)?;
            (last.checked_sub(position)?, Decimal::ONE.checked_sub(value)?)
        } else {
            (position, value)
        };
        let mut texts = texts.clone();
        let was = line(self.base.scale(spot.metric, spot.segment)?.as_ref(), position)?;
        let key = key(spot, position);
        if was == value {
            texts.remove(&key);
        } else {
            texts.set(&key, &written_decimal(spot.metric, value));
        }
        Some(texts)
    }

    /// The moved lines without those of a card.
    pub(crate) fn with_lines_back(
        &self,
        texts: &Texts,
        metric: &'static Metric,
        segment: Option<Segment>,
    ) -> Texts {
        let spot = self.spot(metric, segment);
        let mut kept = texts.clone();
        for (held, _) in texts.iter().filter(|(held, _)| is_of(spot, held)) {
            kept.remove(held);
        }
        kept
    }
}
