//! In which bands of a scale the true share may lie.

use plimsoll_metrics::Exact;

use super::{Confidence, WHOLE, beta, floats, lowest_by_score, millionths_down};

/// The bands that the 95 % interval reaches, by position on the scale, lowest values first.
///
/// The rule, ours: a count is **too small to tell** where Wilson's 95 % interval reaches into more than one band. It asks
/// nothing of the chances, so that the verdict and the interval printed beside it can never contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandsReached {
    /// The band of the lower end.
    pub lowest: usize,
    /// The band of the upper end.
    pub highest: usize,
}

impl BandsReached {
    /// Whether the count cannot tell these bands apart: they are more than one.
    #[must_use]
    pub const fn too_small_to_tell(self) -> bool {
        self.lowest < self.highest
    }
}

/// The bands that the share `count ÷ total` may lie in, by Wilson's 95 % interval.
///
/// `edges` are those between the bands, ascending, over the window of the count: take a scale's annual edges there with
/// [`plimsoll_metrics::rescale`] first. An edge is not reached by an interval that ends on it.
///
/// Nothing where [`wilson`](super::wilson) has no interval.
///
/// ```
/// use plimsoll_forecast::bands_reached;
/// use plimsoll_metrics::Exact;
/// let edges = [5, 8, 12, 15, 20].map(Exact::percent);
/// let few = bands_reached(4, 40, &edges).unwrap();
/// assert!(few.too_small_to_tell());
/// assert_eq!((few.lowest, few.highest), (0, 5), "from 4.0 to 23.1 %");
/// assert!(!bands_reached(1_000, 10_000, &edges).unwrap().too_small_to_tell());
/// ```
#[must_use]
pub fn bands_reached(count: u64, total: u64, edges: &[Exact]) -> Option<BandsReached> {
    let (count, rest, total) = floats(count, total)?;
    let deviations = Confidence::NinetyFive.deviations();
    let low = lowest_by_score(count, total, deviations);
    let high = 1.0 - lowest_by_score(rest, total, deviations);
    let passed = |by: &dyn Fn(f64) -> bool| edges.iter().filter(|edge| by(share(edge))).count();
    let lowest = passed(&|edge| edge <= low);
    Some(BandsReached { lowest, highest: passed(&|edge| edge < high).max(lowest) })
}

/// The chance that the true share lies in each band, lowest values first, in whole millionths that add up to a million.
///
/// `count` of `total` leave it spread as Beta(`count` + ½, `total` − `count` + ½), which is Jeffreys' prior after the count
/// (`conventions.md`, "Metrics the sources name without a formula"). `edges` as for [`bands_reached`]; there is one band
/// more than edges. An edge below 0 or above 100 % leaves nothing beyond it, and one that does not ascend an empty band.
///
/// Nothing in the same cases as [`bands_reached`].
///
/// ```
/// use plimsoll_forecast::chance_of_each_band;
/// use plimsoll_metrics::Exact;
/// // One of two: the spread is even, so half lies below the half.
/// assert_eq!(chance_of_each_band(1, 2, &[Exact::percent(50)]), Some(vec![500_000, 500_000]));
/// assert_eq!(chance_of_each_band(3, 2, &[]), None);
/// ```
#[must_use]
pub fn chance_of_each_band(count: u64, total: u64, edges: &[Exact]) -> Option<Vec<u32>> {
    let (count, rest, _) = floats(count, total)?;
    let mut chances = Vec::with_capacity(edges.len().saturating_add(1));
    let mut before = 0;
    for edge in edges {
        let below = millionths(beta::below(share(edge), count + 0.5, rest + 0.5)).max(before);
        chances.push(below.saturating_sub(before));
        before = below;
    }
    chances.push(WHOLE.saturating_sub(before));
    Some(chances)
}

/// To the nearest, and never outside of nothing and a whole.
fn millionths(share: f64) -> u32 {
    millionths_down(share + 0.5 / f64::from(WHOLE)).min(WHOLE)
}

/// An edge as a double, by its first eighteen decimals; nothing and a whole where it lies beyond them.
fn share(edge: &Exact) -> f64 {
    if edge.is_negative() {
        return 0.0;
    }
    if *edge >= Exact::one() {
        return 1.0;
    }
    let decimal = edge.to_decimal(18);
    decimal.map_or(0.0, |decimal| {
        let parts = i64::try_from(decimal.mantissa()).unwrap_or(0);
        parts as f64 / (0..decimal.scale()).fold(1.0, |power, _| power * 10.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_become_the_nearest_doubles() {
        let hundredths = [0, 5, 12, 99, 100, 130, -5].map(|count| share(&Exact::percent(count)));
        assert_eq!(hundredths, [0.0, 0.05, 0.12, 0.99, 1.0, 1.0, 0.0]);
        assert_eq!(Exact::from(1).divided_by(&Exact::from(3)).map(|third| share(&third)), Some(1.0 / 3.0));
    }

    #[test]
    fn none_of_twenty_is_most_likely_but_not_surely_in_the_best_band() {
        let edges = [5, 8, 12, 15, 20].map(Exact::percent);
        let chances = chance_of_each_band(0, 20, &edges).unwrap_or_default();
        assert_eq!(chances.first(), Some(&850_529), "mpmath: 0.850529495…");
        assert_eq!(chances.len(), 6);
    }

    #[test]
    fn what_lies_beyond_a_share_has_no_chance() {
        let edges = [-10, 0, 50, 40, 100, 120].map(Exact::percent);
        assert_eq!(chance_of_each_band(1, 2, &edges), Some(vec![0, 0, 500_000, 0, 500_000, 0, 0]));
    }

    /// None of 20: 0 to 16.11 %.
    #[test]
    fn a_band_is_reached_where_the_interval_passes_its_edge() {
        let reached = |edges: &[i64]| {
            let edges: Vec<_> = edges.iter().map(|edge| Exact::percent(*edge)).collect();
            bands_reached(0, 20, &edges).map(|reached| (reached.lowest, reached.highest))
        };
        assert_eq!(reached(&[]), Some((0, 0)));
        assert_eq!(reached(&[17]), Some((0, 0)));
        assert_eq!(reached(&[16]), Some((0, 1)));
        assert_eq!(reached(&[5, 8, 12, 15, 20]), Some((0, 4)));
        assert_eq!(reached(&[0, 17]), Some((1, 1)), "nothing lies below nothing");
    }
}
