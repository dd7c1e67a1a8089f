//! Net and gross retention of accounts, and how far they hang on which accounts happen to be there.

use plimsoll_columns::draws::{LANES, PaidThenAndNow, Percentiles, Streams};
use plimsoll_metrics::benchmarks::Scale;

use super::{Chances, Spread};

/// The number of the streams that accounts are drawn with.
const STREAM: u32 = 0x00ac_c000;

/// Retention of samples of accounts, each as large as all of them and drawn from all of them with repetition: the bootstrap of
/// B. Efron (1979). From [`Spread::p5`] to [`Spread::p95`] is its 90 % percentile interval.
///
/// Accounts are taken to be independent of each other. With fewer than about twenty the interval is too narrow.
///
/// ```
/// use plimsoll_columns::draws::PaidThenAndNow;
/// use plimsoll_forecast::uncertainty::AccountDraws;
/// let accounts = (0..40).map(|place| (1_000, if place % 10 == 0 { 0 } else { 1_100 }));
/// let mut draws = AccountDraws::new(PaidThenAndNow::new(accounts).unwrap(), 7);
/// draws.advance(1_000);
/// let net = draws.net_retention().unwrap();
/// assert!(net.p5 < 0.99 && 0.99 < net.p95);
/// assert!(draws.gross_retention().unwrap().p95 <= 1.0);
/// ```
#[derive(Clone, Debug)]
pub struct AccountDraws {
    accounts: PaidThenAndNow,
    streams: Streams,
    net: Vec<f32>,
    gross: Vec<f32>,
    percentiles: Percentiles,
}

impl AccountDraws {
    /// Nothing drawn yet.
    #[must_use]
    pub fn new(accounts: PaidThenAndNow, seed: u64) -> Self {
        let streams = Streams::new(seed, STREAM);
        Self { accounts, streams, net: Vec::new(), gross: Vec::new(), percentiles: Percentiles::default() }
    }

    /// How many samples there are.
    #[must_use]
    pub const fn draws(&self) -> usize {
        self.net.len()
    }

    /// How many numbers one sample takes, to judge how many there is time for.
    #[must_use]
    pub const fn numbers_for_each(&self) -> usize {
        self.accounts.len().next_multiple_of(LANES)
    }

    /// Draws so many more samples.
    pub fn advance(&mut self, draws: usize) {
        for _ in 0..draws {
            let sums = self.accounts.resample(&mut self.streams);
            let then = sums.then as f64; // above zero: every account paid
            self.net.push((sums.now as f64 / then) as f32);
            self.gross.push((sums.kept as f64 / then) as f32);
        }
    }

    /// How net revenue retention is spread over the samples.
    pub fn net_retention(&mut self) -> Option<Spread> {
        Spread::of(&mut self.percentiles, &self.net, 1.0)
    }

    /// How gross revenue retention is spread over the samples.
    pub fn gross_retention(&mut self) -> Option<Spread> {
        Spread::of(&mut self.percentiles, &self.gross, 1.0)
    }

    /// How many samples lie in each band of the scales for net and for gross retention; no band where there is no scale.
    #[must_use]
    pub fn chances(&self, net: Option<&Scale>, gross: Option<&Scale>) -> [Chances; 2] {
        [(net, &self.net), (gross, &self.gross)]
            .map(|(scale, column)| scale.map(|scale| Chances::of(column, scale)).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of 100 equal accounts one in ten leaves: what stays is binomial, with a standard deviation of 3 points. The quantiles
    /// of Binomial(100, 0.9) are 85, 88, 90, 92 and 95.
    #[test]
    fn equal_accounts_give_the_binomial_distribution() {
        let accounts = PaidThenAndNow::new((0..100).map(|place| (500, if place < 10 { 0 } else { 500 })));
        let mut draws = AccountDraws::new(accounts.unwrap_or_default(), 3);
        draws.advance(20_000);
        let spread = draws.gross_retention();
        let hundredths =
            spread.map(|of| [of.p5, of.p25, of.p50, of.p75, of.p95].map(|at| (at * 100.0).round()));
        assert_eq!(hundredths, Some([85.0, 88.0, 90.0, 92.0, 95.0]));
        assert_eq!(draws.net_retention(), spread, "nobody expands");
    }

    #[test]
    fn the_same_seed_gives_the_same_samples_in_any_pieces() {
        let accounts = PaidThenAndNow::new((1..=77).map(|place| (place, place * place))).unwrap_or_default();
        let drawn = |pieces: &[usize]| {
            let mut draws = AccountDraws::new(accounts.clone(), 3);
            pieces.iter().for_each(|piece| draws.advance(*piece));
            draws.net
        };
        assert_eq!(drawn(&[100]), drawn(&[1, 9, 90]));
        assert_eq!(drawn(&[100]).len(), 100);
    }

    #[test]
    fn chances_are_those_of_both_scales() {
        let accounts = PaidThenAndNow::new([(100, 125)]).unwrap_or_default();
        let mut draws = AccountDraws::new(accounts, 1);
        draws.advance(10);
        let benchmarks = plimsoll_metrics::benchmarks::Benchmarks::default();
        let net = benchmarks.scale(&plimsoll_metrics::metrics::NET_REVENUE_RETENTION, None);
        let gross = benchmarks.scale(&plimsoll_metrics::metrics::GROSS_REVENUE_RETENTION, None);
        let place = |chances: Chances| chances.bands.iter().position(|count| *count == 10);
        let places = draws.chances(net.as_deref(), gross.as_deref()).map(place);
        assert_eq!(places, [Some(4), Some(5)], "120 to 130 %, and above 95 %");
        assert_eq!(draws.chances(None, gross.as_deref()).map(place), [None, Some(5)]);
    }
}
