//! The area under the ROC curve: how often an account that left had the lower score.

use super::counts::{AtScore, Counts};
use super::{HIGHEST, Outcome, WHOLE, millionths};
use crate::interval::{Confidence, Interval, Method};

/// How often, of one account that left and one that stayed, the one that left had the lower score; equal scores count half
/// (Mann and Whitney, 1947). One half is what chance gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Pairs in which the one that left was lower, twice, and pairs with equal scores once: so it stays whole.
    pub twice_won: u64,
    /// All pairs of one that left and one that stayed.
    pub pairs: u64,
    /// Its 95 % interval (DeLong, DeLong and Clarke-Pearson, "Comparing the Areas under Two or More Correlated Receiver
    /// Operating Characteristic Curves", 1988). Nothing with fewer than two accounts on a side, and where all pairs agree: then
    /// nothing varies, and the method would claim to be certain.
    pub interval: Option<Interval>,
}

impl Area {
    /// The area in millionths, to the nearest.
    ///
    /// ```
    /// use plimsoll_forecast::validation::{Counts, Outcome::{Left, Stayed}};
    /// let area = Counts::of(&[10, 20, 20, 30], &[Left, Left, Stayed, Stayed]).area().unwrap();
    /// assert_eq!((area.twice_won, area.pairs, area.millionths()), (7, 4, 875_000));
    /// ```
    #[must_use]
    pub fn millionths(&self) -> u32 {
        millionths(self.twice_won.into(), u128::from(self.pairs).saturating_mul(2)).unwrap_or(0)
    }

    fn share(&self) -> f64 {
        self.twice_won as f64 / (2.0 * self.pairs as f64)
    }
}

/// By how much one area is larger than another one over the same accounts, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The first less the other.
    pub millionths: i32,
    /// Its 95 % interval by the same method, which minds that both are of the same accounts. Nothing where nothing varies.
    pub interval: Option<(i32, i32)>,
}

/// Two scores of the same accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The area of the first score.
    pub first: Area,
    /// The area of the other one.
    pub other: Area,
    /// The first less the other.
    pub difference: Difference,
    /// Accounts that left and have both scores.
    pub left: u64,
    /// Accounts that stayed and have both scores.
    pub stayed: u64,
}

/// For each score, how many of the other side lie where they should, twice, equal ones once.
struct Placements {
    /// Of an account that left: those that stayed above it.
    left: Vec<u64>,
    /// Of an account that stayed: those that left below it.
    stayed: Vec<u64>,
}

impl Counts {
    /// The area under the curve of these accounts; nothing where nobody left or nobody stayed.
    #[must_use]
    pub fn area(&self) -> Option<Area> {
        let pairs = self.left.checked_mul(self.stayed).filter(|pairs| *pairs > 0)?;
        let placements = self.placements();
        let won = |(score, at): (u16, AtScore)| at.left.saturating_mul(place(&placements.left, score));
        let twice_won = self.scores().map(won).fold(0, u64::saturating_add);
        let area = Area { twice_won, pairs, interval: None };
        let [left, stayed] = [&placements.left, &placements.stayed].map(|of| move |score| place(of, score));
        let of_left = self.scores().map(|(score, at)| (at.left, left(score) as f64));
        let of_stayed = self.scores().map(|(score, at)| (at.stayed, stayed(score) as f64));
        let variance = variance(of_left, of_stayed, self.left, self.stayed);
        Some(Area { interval: variance.and_then(|variance| interval(area.share(), variance)), ..area })
    }

    fn placements(&self) -> Placements {
        let none = vec![0; usize::from(HIGHEST).saturating_add(1)];
        let mut placements = Placements { left: none.clone(), stayed: none };
        let mut below = AtScore::default();
        for (score, at) in self.scores() {
            let until = below.plus(at);
            let above = self.stayed.saturating_sub(until.stayed);
            put(&mut placements.left, score, above.saturating_mul(2).saturating_add(at.stayed));
            put(&mut placements.stayed, score, below.left.saturating_mul(2).saturating_add(at.left));
            below = until;
        }
        placements
    }
}

/// The areas of two scores over the accounts that have both, and their difference; nothing where nobody of these left or
/// nobody stayed.
#[must_use]
pub fn compare(first: &[u16], other: &[u16], outcomes: &[Outcome]) -> Option<Compared> {
    let accounts = || {
        let both = first.iter().copied().zip(other.iter().copied()).zip(outcomes.iter().copied());
        both.filter(|((first, other), _)| *first <= HIGHEST && *other <= HIGHEST)
    };
    let mut counts = [Counts::default(), Counts::default()];
    let [of_first, of_other] = &mut counts;
    for ((first, other), outcome) in accounts() {
        of_first.add(first, outcome);
        of_other.add(other, outcome);
    }
    let [one, two] = [of_first, of_other].map(|counts| (counts.area(), counts.placements()));
    let apart = |of: Outcome, one: &[u64], two: &[u64]| -> Vec<(u64, f64)> {
        let these = accounts().filter(|(_, outcome)| *outcome == of);
        these.map(|((a, b), _)| (1, place(one, a) as f64 - place(two, b) as f64)).collect()
    };
    let left = apart(Outcome::Left, &one.1.left, &two.1.left);
    let stayed = apart(Outcome::Stayed, &one.1.stayed, &two.1.stayed);
    let (first, other) = (one.0?, two.0?);
    let counted = (left.len() as u64, stayed.len() as u64);
    let variance = variance(left.into_iter(), stayed.into_iter(), counted.0, counted.1);
    let difference = difference(&first, &other, variance);
    Some(Compared { first, other, difference, left: counted.0, stayed: counted.1 })
}

fn difference(first: &Area, other: &Area, variance: Option<f64>) -> Difference {
    let apart = first.share() - other.share();
    let millionths = |share: f64| libm::floor(share * WHOLE as f64 + 0.5) as i32;
    let wide = variance.map(|variance| Confidence::NinetyFive.deviations() * variance.sqrt());
    let ends = wide.map(|wide| (millionths((apart - wide).max(-1.0)), millionths((apart + wide).min(1.0))));
    Difference { millionths: millionths(apart), interval: ends }
}

/// DeLong's variance of an area, or of the difference of two, from how the accounts of each side are placed among the other
/// side (twice, as differences where there are two). Nothing where nothing varies.
fn variance(
    left: impl Iterator<Item = (u64, f64)> + Clone,
    stayed: impl Iterator<Item = (u64, f64)> + Clone,
    all_left: u64,
    all_stayed: u64,
) -> Option<f64> {
    let (count_left, count_stayed) = (all_left as f64, all_stayed as f64);
    let of_left = spread(left, count_left, 2.0 * count_stayed)?;
    let of_stayed = spread(stayed, count_stayed, 2.0 * count_left)?;
    Some(of_left / count_left + of_stayed / count_stayed).filter(|variance| *variance > 0.0)
}

/// The variance of placements as shares of `whole`, weighed by how many accounts have each.
fn spread(placed: impl Iterator<Item = (u64, f64)> + Clone, count: f64, whole: f64) -> Option<f64> {
    let mean = placed.clone().map(|(accounts, place)| accounts as f64 * place).sum::<f64>() / count;
    let squares =
        placed.map(|(accounts, place)| accounts as f64 * (place - mean) * (place - mean)).sum::<f64>();
    (count > 1.5).then(|| squares / (count - 1.0) / (whole * whole))
}

fn interval(share: f64, variance: f64) -> Option<Interval> {
    let wide = Confidence::NinetyFive.deviations() * variance.sqrt();
    let low = libm::floor((share - wide).max(0.0) * WHOLE as f64) as u32;
    let high = libm::ceil((share + wide).min(1.0) * WHOLE as f64) as u32;
    (low < high).then_some(Interval { low, high, method: Method::DeLong })
}

fn place(places: &[u64], score: u16) -> u64 {
    places.get(usize::from(score)).copied().unwrap_or(0)
}

fn put(places: &mut [u64], score: u16, value: u64) {
    if let Some(place) = places.get_mut(usize::from(score)) {
        *place = value;
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
