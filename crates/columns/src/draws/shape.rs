//! How an uncertain quantity is spread, prepared for drawing.

use super::curve::{exponential, normal_quantile};
use super::four::Four;
use super::{Block, Streams};

/// One quantity's spread. Its figures are prepared where somebody's words become numbers; here they are only used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Always the same.
    Constant(f32),
    /// Every value between two is as likely as the others.
    Uniform {
        /// The lowest value.
        low: f32,
        /// How far the highest is above it.
        width: f32,
    },
    /// Straight up to the likeliest value and straight down from there.
    Triangular {
        /// The lowest value.
        low: f32,
        /// The highest value.
        high: f32,
        /// Which share lies below the likeliest value.
        cut: f32,
        /// (high − low) × (likeliest − low).
        left: f32,
        /// (high − low) × (high − likeliest).
        right: f32,
    },
    /// A bell, cut off where the quantity cannot be.
    Normal(Bell),
    /// A value whose logarithm is a bell: `mean` times e to the power of it, cut off where the quantity cannot be.
    LogNormal(Bell),
}

/// A normal distribution of which only a part is drawn from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bell {
    /// The mean; of a log-normal quantity its median.
    pub mean: f32,
    /// The standard deviation; of a log-normal quantity that of its logarithm.
    pub deviation: f32,
    /// Which share of the whole bell lies below what can be.
    pub below: f32,
    /// Which share of the whole bell can be.
    pub within: f32,
    /// The lowest value that can be.
    pub low: f32,
    /// The highest value that can be.
    pub high: f32,
}

impl Shape {
    /// A triangle from its three corners, ascending.
    ///
    /// ```
    /// use plimsoll_columns::draws::{Shape, Streams};
    /// let churn = Shape::triangular(0.005, 0.012, 0.03);
    /// let mut draws = [0.0; 64];
    /// churn.fill(&mut Streams::new(7, 0), &mut draws);
    /// assert!(draws.iter().all(|draw| (0.005..=0.03).contains(draw)));
    /// ```
    #[must_use]
    pub fn triangular(low: f32, likeliest: f32, high: f32) -> Self {
        let width = high - low;
        let cut = (likeliest - low) / width;
        Self::Triangular {
            low,
            high,
            cut,
            left: width * (likeliest - low),
            right: width * (high - likeliest),
        }
    }

    /// The next value of each lane.
    pub fn fill(&self, streams: &mut Streams, to: &mut Block) {
        match self {
            Self::Constant(value) => *to = [*value; super::LANES],
            Self::Uniform { low, width } => uniform(*low, *width, streams, to),
            Self::Triangular { low, high, cut, left, right } => {
                triangular([*low, *high, *cut, *left, *right], streams, to);
            }
            Self::Normal(bell) => normal(bell, streams, to),
            Self::LogNormal(bell) => log_normal(bell, streams, to),
        }
    }
}

#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn uniform(low: f32, width: f32, streams: &mut Streams, to: &mut Block) {
    let (low, width) = (Four::splat(low), Four::splat(width));
    streams.units(to, |unit| low + unit * width);
}

/// By turning the distribution round; one root serves both sides.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn triangular(figures: [f32; 5], streams: &mut Streams, to: &mut Block) {
    let [low, high, cut, left, right] = figures.map(Four::splat);
    let one = Four::splat(1.0);
    streams.units(to, |unit| {
        let rises = unit.below(cut);
        let root = rises.pick(unit * left, (one - unit) * right).square_root();
        rises.pick(low + root, high - root)
    });
}

#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn normal(bell: &Bell, streams: &mut Streams, to: &mut Block) {
    let Bell { mean, deviation, .. } = *bell;
    let [low, high] = [bell.low, bell.high].map(Four::splat);
    streams.units(to, |unit| {
        let value = Four::splat(mean) + Four::splat(deviation) * bell.deviations(unit);
        value.between(low, high)
    });
}

#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn log_normal(bell: &Bell, streams: &mut Streams, to: &mut Block) {
    let Bell { mean, deviation, .. } = *bell;
    let [low, high] = [bell.low, bell.high].map(Four::splat);
    streams.units(to, |unit| {
        let value = Four::splat(mean) * exponential(Four::splat(deviation) * bell.deviations(unit));
        value.between(low, high)
    });
}

impl Bell {
    /// How many standard deviations above the mean of what can be a share lies.
    #[inline(always)]
    fn deviations(&self, unit: Four) -> Four {
        normal_quantile(Four::splat(self.below) + unit * Four::splat(self.within))
    }
}
