use super::*;
use plimsoll_columns::draws::{Percentiles, Streams};

/// 64,000 draws, and their percentiles.
fn drawn(distribution: Distribution, limits: Limits) -> (Vec<f32>, [f32; 5]) {
    let mut column = Vec::new();
    let mut streams = Streams::new(11, 0);
    if let Ok(shape) = distribution.shape(limits) {
        for _ in 0..1_000 {
            let mut block = [0.0; 64];
            shape.fill(&mut streams, &mut block);
            column.extend_from_slice(&block);
        }
    }
    let found = Percentiles::default().of(&column, [5, 25, 50, 75, 95]);
    (column, found.map_or([f32::NAN; 5], |(found, _)| found))
}

/// Quantiles of each distribution by its formula. The tolerance is four standard deviations of a percentile of 64,000 draws,
/// as a share of the distance from p5 to p95.
#[test]
fn percentiles_are_those_of_the_formulas() {
    let any = Limits::ANY;
    let [low, quarter] = [1.644_853_63, 0.674_489_75];
    let log = |deviations: f64| 3.0 * (0.25 * deviations).exp();
    let root = |share: f64| (share * 6.0).sqrt();
    for (distribution, right) in [
        (Distribution::Uniform { low: 2.0, high: 4.0 }, [2.1, 2.5, 3.0, 3.5, 3.9]),
        (
            // From 0 by 2 to 3: the density rises over two thirds of all draws.
            Distribution::Triangular { low: 0.0, likeliest: 2.0, high: 3.0 },
            [root(0.05), root(0.25), root(0.5), 3.0 - 0.75_f64.sqrt(), 3.0 - 0.15_f64.sqrt()],
        ),
        (
            Distribution::Normal { mean: 1.0, deviation: 2.0 },
            [1.0 - 2.0 * low, 1.0 - 2.0 * quarter, 1.0, 1.0 + 2.0 * quarter, 1.0 + 2.0 * low],
        ),
        (
            Distribution::LogNormal { median: 3.0, deviation: 0.25 },
            [log(-low), log(-quarter), 3.0, log(quarter), log(low)],
        ),
        (Distribution::between(2.0, 4.0), [2.0, 3.0 - quarter / low, 3.0, 3.0 + quarter / low, 4.0]),
    ] {
        let (_, found) = drawn(distribution, any);
        let width = right[4] - right[0];
        for (found, right) in found.iter().zip(right) {
            assert!(
                (f64::from(*found) - right).abs() < 0.012 * width,
                "{distribution:?}: {found} for {right}"
            );
        }
    }
}

#[test]
fn a_bell_is_cut_off_where_the_figure_ends() {
    // Half of a bell around its lowest value: the median is the quartile of the whole bell.
    let (column, found) = drawn(Distribution::Normal { mean: 0.0, deviation: 0.1 }, Limits::SHARE);
    assert!(column.iter().all(|value| (0.0..=1.0).contains(value)));
    assert!((found[2] - 0.067_449).abs() < 0.001_5, "{found:?}");
    let (column, _) = drawn(Distribution::LogNormal { median: 0.9, deviation: 3.0 }, Limits::SHARE);
    assert!(column.iter().all(|value| *value > 0.0 && *value <= 1.0));
}

#[test]
fn what_is_no_distribution_is_refused() {
    let refused = |distribution: Distribution| distribution.shape(Limits::SHARE).err();
    for (distribution, reason) in [
        (Distribution::Constant(f64::NAN), Some(Refused::NotANumber)),
        (Distribution::Constant(1.01), Some(Refused::OutOfLimits)),
        (Distribution::Uniform { low: 0.2, high: 0.1 }, Some(Refused::NotAscending)),
        (Distribution::Triangular { low: 0.0, likeliest: 0.5, high: 0.4 }, Some(Refused::NotAscending)),
        (Distribution::Triangular { low: -0.1, likeliest: 0.5, high: 0.6 }, Some(Refused::OutOfLimits)),
        (Distribution::Normal { mean: 0.5, deviation: -0.1 }, Some(Refused::NotANumber)),
        (Distribution::Normal { mean: -0.1, deviation: 0.1 }, Some(Refused::OutOfLimits)),
        (Distribution::LogNormal { median: 0.0, deviation: 0.1 }, Some(Refused::OutOfLimits)),
        (Distribution::Normal { mean: 0.5, deviation: 1_000.0 }, Some(Refused::TooWide)),
        (Distribution::Normal { mean: 0.5, deviation: 0.0 }, None),
        (Distribution::Triangular { low: 0.5, likeliest: 0.5, high: 0.5 }, None),
    ] {
        assert_eq!(refused(distribution), reason, "{distribution:?}");
    }
    assert_eq!(Limits::accepted(Accepts::Horizon), Err(Refused::Chosen));
}

#[test]
fn a_range_whose_lower_end_comes_second_is_refused() {
    let backwards = [Distribution::between(4.0, 2.0), Distribution::between_skewed(4.0, 2.0)];
    assert!(backwards.iter().all(|distribution| distribution.shape(Limits::AMOUNT).is_err()));
}
