//! What hangs on a weight: each is moved a little, and all accounts are scored again.

use plimsoll_columns::scores::Class;

use super::scoring::{Weighed, class_of, weigh_accounts};
use super::{Counts, HIGHEST, MISSING, Outcome, Thresholds};
use crate::uncertainty::correlation_of_places;

/// How many points a weight is moved, of a hundred that all weights make up.
pub(super) const POINTS: i32 = 5;

/// Why stability cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotStable {
    /// Columns, weights and outcomes are not of the same length.
    LengthsDiffer,
    /// Every weight is zero.
    NoWeight,
    /// No account has a score.
    NoScore,
    /// The thresholds are reversed or equal.
    ThresholdsReversed,
}

/// One weight moved up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MovedWeight {
    /// Which indicator's.
    pub indicator: usize,
    /// By how many points of a hundred: 5 or −5.
    pub points: i32,
    /// Its weight then, in the measure of the weights as given. It stops at zero.
    pub weight: u32,
    /// Accounts that have a score both ways.
    pub accounts: u64,
    /// Of these, how many are in another class.
    pub changed_class: u64,
    /// Of these, how many came into red.
    pub into_red: u64,
    /// Of these, how many came out of red.
    pub out_of_red: u64,
    /// Spearman's rank correlation of both scores, in millionths; nothing for fewer than three accounts, and where one of both
    /// scores is the same for everybody.
    pub rank_correlation: Option<i32>,
    /// The area under the curve, in millionths; nothing where nobody left or nobody stayed.
    pub area: Option<u32>,
}

/// What each weight, moved by five points, changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stability {
    /// Each weight down and up, in their order. A weight of zero cannot go down.
    pub moved: Vec<MovedWeight>,
    /// The area of the weights as they are, in millionths.
    pub area: Option<u32>,
    /// The lowest area with a weight moved, and the highest.
    pub areas: Option<(u32, u32)>,
}

/// Moves each weight by five points down and up, and scores all accounts again. A point is a hundredth of the sum of the weights as
/// they are; the others stay as they are, so they give up a little of their share, as when a slider is moved.
///
/// # Errors
///
/// See [`NotStable`].
pub fn stability(
    columns: &[&[u16]],
    weights: &[u32],
    outcomes: &[Outcome],
    thresholds: Thresholds,
) -> Result<Stability, NotStable> {
    if columns.len() != weights.len() || columns.iter().any(|column| column.len() != outcomes.len()) {
        return Err(NotStable::LengthsDiffer);
    }
    if thresholds.red_below >= thresholds.green_from {
        return Err(NotStable::ThresholdsReversed);
    }
    let sum = weights.iter().fold(0_u64, |sum, weight| sum.saturating_add(u64::from(*weight)));
    if sum == 0 {
        return Err(NotStable::NoWeight);
    }
    let weighed = weigh_accounts(columns, weights);
    let scores: Vec<u16> = weighed.iter().map(|account| account.score()).collect();
    if scores.iter().all(|score| *score == MISSING) {
        return Err(NotStable::NoScore);
    }
    let before = Before { places: places(&scores), weighed, scores, outcomes, thresholds };
    // Rounded to a whole weight, but never to none.
    let step = u32::try_from((sum.saturating_add(10) / 20).max(1)).unwrap_or(u32::MAX);
    let mut moved = Vec::new();
    for ((indicator, column), weight) in columns.iter().enumerate().zip(weights) {
        for (points, then) in [(-POINTS, weight.saturating_sub(step)), (POINTS, weight.saturating_add(step))]
        {
            if then != *weight {
                moved.push(before.moved(indicator, points, column, (*weight, then)));
            }
        }
    }
    let area = area(&before.scores, outcomes);
    let all = || moved.iter().filter_map(|moved| moved.area);
    let areas = all().min().zip(all().max());
    Ok(Stability { moved, area, areas })
}

/// The accounts under the weights as they are.
struct Before<'a> {
    weighed: Vec<Weighed>,
    scores: Vec<u16>,
    places: Vec<f64>,
    outcomes: &'a [Outcome],
    thresholds: Thresholds,
}

impl Before<'_> {
    fn moved(&self, indicator: usize, points: i32, column: &[u16], (from, to): (u32, u32)) -> MovedWeight {
        let other = |(account, value): (&Weighed, &u16)| account.with(*value, from, to).score();
        let scores: Vec<u16> = self.weighed.iter().zip(column).map(other).collect();
        let mut found = MovedWeight {
            indicator,
            points,
            weight: to,
            accounts: 0,
            changed_class: 0,
            into_red: 0,
            out_of_red: 0,
            rank_correlation: None,
            area: area(&scores, self.outcomes),
        };
        for (before, after) in self.scores.iter().zip(&scores) {
            let classes = class_of(*before, self.thresholds).zip(class_of(*after, self.thresholds));
            if let Some((before, after)) = classes {
                found.count(before, after);
            }
        }
        found.rank_correlation = self.correlation(&scores, found.accounts);
        found
    }

    /// Only where the same accounts have a score both ways are places comparable as they are.
    fn correlation(&self, scores: &[u16], accounts: u64) -> Option<i32> {
        let both = || self.scores.iter().zip(scores).map(|(one, other)| *one <= HIGHEST && *other <= HIGHEST);
        let same = both().zip(&self.scores).all(|(both, score)| both == (*score <= HIGHEST));
        let masked: Vec<u16>;
        let own: &[f64] = if same {
            &self.places
        } else {
            masked = self
                .scores
                .iter()
                .zip(both())
                .map(|(score, both)| if both { *score } else { MISSING })
                .collect();
            &places(&masked)
        };
        let pairs = own.iter().copied().zip(places(scores)).zip(both()).filter(|(_, both)| *both);
        let count = usize::try_from(accounts).ok().filter(|count| *count >= 3)?;
        let found = correlation_of_places(pairs.map(|(pair, _)| pair), count)?;
        Some(libm::round(found * super::WHOLE as f64) as i32)
    }
}

impl MovedWeight {
    fn count(&mut self, before: Class, after: Class) {
        let one_if = |is: bool| u64::from(is);
        self.accounts = self.accounts.saturating_add(1);
        self.changed_class = self.changed_class.saturating_add(one_if(before != after));
        self.into_red = self.into_red.saturating_add(one_if(before != after && after == Class::Red));
        self.out_of_red = self.out_of_red.saturating_add(one_if(before != after && before == Class::Red));
    }
}

impl Weighed {
    /// The same account with another weight for one of its indicators.
    fn with(self, value: u16, from: u32, to: u32) -> Self {
        if value > HIGHEST {
            return self;
        }
        let times = |weight: u32| u64::from(weight).saturating_mul(value.into());
        Self {
            sum: self.sum.saturating_sub(times(from)).saturating_add(times(to)),
            weight: self.weight.saturating_sub(from.into()).saturating_add(to.into()),
        }
    }
}

fn area(scores: &[u16], outcomes: &[Outcome]) -> Option<u32> {
    Counts::of(scores, outcomes).area().map(|area| area.millionths())
}

/// The place of each score in order, from 0, equal scores at their mean place; counted, not sorted.
fn places(scores: &[u16]) -> Vec<f64> {
    let mut counts = vec![0_u64; usize::from(HIGHEST).saturating_add(1)];
    for score in scores {
        if let Some(count) = counts.get_mut(usize::from(*score)) {
            *count = count.saturating_add(1);
        }
    }
    let mut start = 0_u64;
    let means = counts.into_iter().map(|count| {
        let mean = start as f64 + (count as f64 - 1.0) / 2.0;
        start = start.saturating_add(count);
        mean
    });
    let means: Vec<f64> = means.collect();
    scores.iter().map(|score| means.get(usize::from(*score)).copied().unwrap_or(f64::NAN)).collect()
}

#[cfg(test)]
mod tests;
