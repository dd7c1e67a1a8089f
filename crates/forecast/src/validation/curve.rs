//! Every threshold that could be drawn, and what it would catch.

use super::counts::{AtScore, Counts};
use super::millionths;

/// What "warned at this score and below" catches. One list of these is the ROC curve, the precision-recall curve and the curve
/// of gains: they differ in what is drawn over what. All of them start where nobody is warned, which is no point of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurvePoint {
    /// The score, in hundredths of a point, itself included.
    pub up_to: u16,
    /// Accounts warned that left.
    pub left: u64,
    /// Accounts warned that stayed.
    pub stayed: u64,
    /// Of all that left, the share warned, in millionths: recall.
    pub recall: u32,
    /// Of all that stayed, the share warned, in millionths: false alarms.
    pub false_alarms: u32,
    /// Of those warned, the share that left, in millionths: precision.
    pub precision: u32,
}

impl Counts {
    /// A point for each score that occurs, lowest first; nothing where nobody left or nobody stayed. Equal scores are one
    /// point, so no order among them is made up.
    #[must_use]
    pub fn curve(&self) -> Vec<CurvePoint> {
        let mut so_far = AtScore::default();
        let points = self.scores().filter_map(|(score, at)| {
            so_far = so_far.plus(at);
            self.point(score, so_far)
        });
        points.collect()
    }

    fn point(&self, up_to: u16, AtScore { left, stayed }: AtScore) -> Option<CurvePoint> {
        let share = |part: u64, whole: u64| millionths(part.into(), whole.into());
        Some(CurvePoint {
            up_to,
            left,
            stayed,
            recall: share(left, self.left)?,
            false_alarms: share(stayed, self.stayed)?,
            precision: share(left, left.saturating_add(stayed))?,
        })
    }

    /// The same curve with at most about so many points, for drawing: those that come next after equal steps of both shares.
    /// The last point always stands.
    #[must_use]
    pub fn curve_of_at_most(&self, points: u32) -> Vec<CurvePoint> {
        let all = self.curve();
        let step = 2_000_000_u32.checked_div(points).unwrap_or(u32::MAX);
        let mut next = 0_u32;
        let last = all.last().copied();
        let is_next = |point: &CurvePoint| {
            let along = point.recall.saturating_add(point.false_alarms);
            let stands = along >= next || Some(*point) == last;
            if stands {
                next = along.saturating_add(step);
            }
            stands
        };
        if all.len() <= points as usize { all } else { all.into_iter().filter(is_next).collect() }
    }

    /// Average precision: the mean of precision over all who left, in millionths, equal scores at one precision. By chance
    /// it is the share that left. Nothing where nobody left or nobody stayed.
    #[must_use]
    pub fn average_precision(&self) -> Option<u32> {
        let mut before = 0_u64;
        let mut sum = 0.0;
        for point in self.curve() {
            let warned = point.left.saturating_add(point.stayed) as f64;
            sum += point.left.saturating_sub(before) as f64 * (point.left as f64 / warned);
            before = point.left;
        }
        (before > 0).then(|| super::millionths_of(sum / before as f64))
    }
}

#[cfg(test)]
mod tests {
    use crate::validation::tests::accounts;
    use crate::validation::{Counts, HIGHEST, Outcome};

    /// The example of scikit-learn's pages on both curves: scores 0.1, 0.4, 0.35 and 0.8, of which the second pair is positive. What
    /// is high there is low here.
    #[test]
    fn the_published_example_comes_out() {
        let counts = accounts(&[(9_000, false), (6_000, false), (6_500, true), (2_000, true)]);
        let curve = counts.curve();
        let shares: Vec<_> =
            curve.iter().map(|point| (point.recall / 10_000, point.false_alarms / 10_000)).collect();
        assert_eq!(shares, [(50, 0), (50, 50), (100, 50), (100, 100)]);
        let precision: Vec<_> = curve.iter().map(|point| point.precision).collect();
        assert_eq!(precision, [1_000_000, 500_000, 666_667, 500_000]);
        assert_eq!(counts.average_precision(), Some(833_333));
    }

    #[test]
    fn equal_scores_are_one_point() {
        let counts = accounts(&[(5, true), (5, false), (5, true)]);
        assert_eq!(counts.curve().len(), 1);
        assert_eq!(counts.average_precision(), Some(666_667));
    }

    #[test]
    fn without_one_side_there_is_no_curve() {
        assert_eq!(accounts(&[(5, true)]).curve(), []);
        assert_eq!(accounts(&[(5, false)]).average_precision(), None);
    }

    #[test]
    fn a_thinned_curve_keeps_its_end() {
        let mut counts = Counts::default();
        for score in 0..=HIGHEST {
            counts.add(score, if score % 7 == 0 { Outcome::Left } else { Outcome::Stayed });
        }
        let thinned = counts.curve_of_at_most(100);
        assert!((50..=101).contains(&thinned.len()), "{}", thinned.len());
        assert_eq!(thinned.last(), counts.curve().last());
    }
}
