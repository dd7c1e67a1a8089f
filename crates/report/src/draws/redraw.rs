//! The customers of a ledger drawn again and again from themselves: how far net and gross retention hang on which they are.

use plimsoll_columns::draws::PaidThenAndNow;
use plimsoll_forecast::uncertainty::{AccountDraws, Chances, Spread};
use plimsoll_metrics::benchmarks::{Scale, Segment};
use plimsoll_metrics::metrics::{GROSS_REVENUE_RETENTION, NET_REVENUE_RETENTION};
use serde::{Deserialize, Serialize};

use super::Five;
use super::ask::seed;
use super::work::{count, of};
use crate::choices;
use crate::pack::Lines;
use crate::state::Inputs;

/// With fewer customers than these, samples are too like each other to say anything.
const FEWEST: usize = 10;

/// How many samples there are, unless the customers are very many.
const SAMPLES: usize = 10_000;

/// With many customers each sample is long, and says little new: from a thousand samples on, a 5th percentile is right to about
/// a fiftieth of the interval's width.
const FEWEST_SAMPLES: usize = 1_000;

/// About how many numbers are drawn at most: a second or two.
const NUMBERS: usize = 200_000_000;

/// Numbers of a piece, about a millisecond's.
const PIECE: usize = 100_000;

/// The work on the customers of one ledger.
#[derive(Debug)]
pub struct Redraws {
    draws: Option<AccountDraws>,
    lines: Lines,
    segment: Option<Segment>,
    goal: usize,
    found: Redrawn,
    is_done: bool,
}

/// What the samples say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Redrawn {
    /// How many customers there are, each sample as many.
    pub customers: u32,
    /// How many samples; none where the customers are too few.
    pub samples: u32,
    /// How many customers there have to be.
    pub fewest: u32,
    /// What the samples were drawn with.
    pub seed: u64,
    /// Net and gross revenue retention over the window; nothing without samples.
    pub rates: Option<[RedrawnRate; 2]>,
}

/// One rate over all samples.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RedrawnRate {
    /// Its percentiles.
    pub five: Five,
    /// Each band of its scale with how many samples lie in it, lowest values first; empty without a scale. Bands are annual:
    /// they say something where the window is a year.
    pub bands: Vec<(String, u32)>,
}

impl Redraws {
    /// Nothing drawn yet. `paid` is what the store tells ([`crate::Store::paid`]); of the inputs, bands and seed count.
    ///
    /// ```
    /// use plimsoll_report::{Inputs, Redraws};
    /// let paid = (0..40_i64).flat_map(|place| [1_000, if place < 4 { 0 } else { 1_100 }]);
    /// let paid: Vec<u8> = paid.flat_map(i64::to_le_bytes).collect();
    /// let mut redraws = Redraws::new(&Inputs::default(), &paid);
    /// let found = loop {
    ///     if let Some(found) = redraws.advance() { break found.clone() }
    /// };
    /// assert_eq!((found.customers, found.samples), (40, 10_000));
    /// let [net, gross] = found.rates.unwrap();
    /// assert!(net.five[0] < 0.99 && 0.99 < net.five[4] && gross.five[4] <= 1.0);
    /// ```
    #[must_use]
    pub fn new(inputs: &Inputs, paid: &[u8]) -> Self {
        let accounts = PaidThenAndNow::new(pairs(paid));
        let customers = accounts.as_ref().map_or(0, PaidThenAndNow::len);
        let seed = seed(inputs).unwrap_or_default();
        let draws =
            accounts.filter(|_| customers >= FEWEST).map(|accounts| AccountDraws::new(accounts, seed));
        let each = draws.as_ref().map_or(1, AccountDraws::numbers_for_each);
        Self {
            draws,
            lines: Lines::read(inputs),
            segment: choices::read(inputs).segment,
            goal: NUMBERS.checked_div(each).unwrap_or(0).clamp(FEWEST_SAMPLES, SAMPLES),
            found: Redrawn { customers: count(customers), fewest: count(FEWEST), seed, ..Redrawn::default() },
            is_done: false,
        }
    }

    /// Whether there is nothing left to draw.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.is_done
    }

    /// Draws one more piece, of about a millisecond. What was found, once that is all.
    pub fn advance(&mut self) -> Option<&Redrawn> {
        if let Some(draws) = &mut self.draws {
            let piece = PIECE.checked_div(draws.numbers_for_each()).unwrap_or(0).max(1);
            draws.advance(piece.min(self.goal.saturating_sub(draws.draws())));
            if draws.draws() < self.goal {
                return None;
            }
        }
        self.tell();
        self.is_done = true;
        Some(&self.found)
    }

    fn tell(&mut self) {
        let Some(draws) = &mut self.draws else { return };
        let scales = [&NET_REVENUE_RETENTION, &GROSS_REVENUE_RETENTION]
            .map(|metric| self.lines.benchmarks.scale(metric, self.segment));
        let [net, gross] = &scales;
        let chances = draws.chances(net.as_deref(), gross.as_deref());
        self.found.samples = count(draws.draws());
        let spreads = draws.net_retention().zip(draws.gross_retention());
        self.found.rates = spreads.map(|(of_net, of_gross)| {
            let [in_net, in_gross] = &chances;
            [rate(&of_net, net.as_deref(), in_net), rate(&of_gross, gross.as_deref(), in_gross)]
        });
    }
}

fn rate(spread: &Spread, scale: Option<&Scale>, chances: &Chances) -> RedrawnRate {
    let bands = scale.into_iter().flat_map(|scale| scale.bands.iter()).zip(&chances.bands);
    RedrawnRate {
        five: of(spread),
        bands: bands.map(|(band, samples)| (band.name.clone().into(), count(*samples))).collect(),
    }
}

/// What each customer paid then and pays now.
fn pairs(paid: &[u8]) -> impl Iterator<Item = (i64, i64)> + '_ {
    let (numbers, _) = paid.as_chunks::<8>();
    let (pairs, _) = numbers.as_chunks::<2>();
    pairs.iter().map(|[then, now]| (i64::from_le_bytes(*then), i64::from_le_bytes(*now)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(pairs: impl IntoIterator<Item = (i64, i64)>) -> Vec<u8> {
        pairs.into_iter().flat_map(|(then, now)| [then, now]).flat_map(i64::to_le_bytes).collect()
    }

    fn redrawn(inputs: &Inputs, pairs: impl IntoIterator<Item = (i64, i64)>) -> Redrawn {
        let mut redraws = Redraws::new(inputs, &bytes(pairs));
        let mut found = None;
        while !redraws.is_done() {
            found = redraws.advance().cloned();
        }
        found.unwrap_or_default()
    }

    /// Of 100 equal customers one in ten leaves: the 5th percentile of Binomial(100, 0.9) is 85, the 95th 95, and from 91 on it
    /// is above 90 % with a chance of 0.451.
    #[test]
    fn equal_customers_give_the_binomial_distribution() {
        let found =
            redrawn(&Inputs::default(), (0..100).map(|place| (500, if place < 10 { 0 } else { 500 })));
        assert_eq!((found.customers, found.samples, found.seed), (100, 10_000, 1));
        let [net, gross] = found.rates.unwrap_or_default();
        let hundredths = net.five.map(|value| (value * 100.0).round());
        assert_eq!(hundredths, [85.0, 88.0, 90.0, 92.0, 95.0]);
        assert_eq!(gross.five, net.five, "nobody expands");
        assert_eq!(net.bands.iter().map(|(_, samples)| samples).sum::<u32>(), 10_000);
        let lowest = net.bands.first().map_or(0, |(_, samples)| *samples);
        // Below 90: P(≤ 89) = 0.4168, with a standard deviation of 0.0049.
        assert!((4_000..4_340).contains(&lowest), "{lowest}");
    }

    #[test]
    fn the_same_seed_gives_the_same_bits_and_another_one_others() {
        let pairs = || (1..=77).map(|place| (place, place * place % 91));
        let first = redrawn(&Inputs::default(), pairs());
        assert_eq!(first, redrawn(&Inputs::default(), pairs()));
        let mut other = Inputs::default();
        other.asks.set(super::super::SEED, "2");
        assert_ne!(first.rates, redrawn(&other, pairs()).rates);
    }

    #[test]
    fn few_customers_are_not_drawn_and_those_who_did_not_pay_do_not_count() {
        let found = redrawn(&Inputs::default(), (0..30).map(|place| (i64::from(place < 9), 1)));
        assert_eq!((found.customers, found.samples, found.rates), (9, 0, None));
        assert_eq!(redrawn(&Inputs::default(), []).customers, 0);
    }

    #[test]
    fn very_many_customers_are_drawn_less_often() {
        let redraws = Redraws::new(&Inputs::default(), &bytes((0..100_000).map(|_| (1, 1))));
        assert_eq!(redraws.goal, 1_999);
    }

    #[test]
    fn amounts_come_over_as_they_were() {
        let pairs = [(1, i64::MAX), (-1, 0), (i64::MIN, 77)];
        assert_eq!(super::pairs(&bytes(pairs)).collect::<Vec<_>>(), pairs);
    }
}
