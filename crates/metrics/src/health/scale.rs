//! From a number to points: in a line, or in steps. Exact, in whole numbers.

use super::quantity::{FULL_POINTS, MOST_PLACES, Quantity};

/// How a number becomes points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scale {
    /// In a line from the zero point, 0 points, to the hundred point, 100 points. Beyond them the points stay as they are. Where less is
    /// better, the hundred point is the smaller number.
    Linear {
        /// What gives no points.
        zero: Quantity,
        /// What gives all points.
        hundred: Quantity,
    },
    /// In steps: a number gets the points of the last cut that it has reached.
    Steps {
        /// The points below the first cut, in hundredths.
        below: u16,
        /// Ascending cuts, each with the points from there on, in hundredths.
        cuts: Vec<(Quantity, u16)>,
    },
}

/// What is wrong with a scale or a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleFault {
    /// The zero point and the hundred point are the same number.
    EqualEnds,
    /// There are no cuts.
    NoCuts,
    /// This cut (counted from 0) is not above the one before it.
    CutsNotAscending(usize),
    /// Points above 100, at this cut or text (counted from 0; below the first cut, 0 as well).
    PointsTooHigh(usize),
    /// More decimal places than [`MOST_PLACES`].
    TooManyPlaces,
    /// No text has points.
    NoTexts,
    /// This text (counted from 0) stands there twice.
    TextTwice(usize),
    /// The column does not hold what the rule reads: numbers, dates or texts.
    WrongColumn,
}

impl Scale {
    /// Whether the scale can be used.
    ///
    /// # Errors
    ///
    /// What is wrong with it; see [`RuleFault`].
    pub fn check(&self) -> Result<(), RuleFault> {
        self.reader(0).map(|_| ())
    }

    /// Makes it ready for numbers of so many decimal places.
    ///
    /// # Errors
    ///
    /// What is wrong with it; see [`RuleFault`].
    pub fn reader(&self, places: u8) -> Result<ScaleReader, RuleFault> {
        let own = match self {
            Self::Linear { zero, hundred } => zero.places.max(hundred.places),
            Self::Steps { cuts, .. } => cuts.iter().map(|(cut, _)| cut.places).max().unwrap_or_default(),
        };
        let common = places.max(own);
        let number = |quantity: &Quantity| quantity.in_places(common).ok_or(RuleFault::TooManyPlaces);
        let factor = number(&Quantity { units: 1, places })?;
        let kind = match self {
            Self::Linear { zero, hundred } => line(number(zero)?, number(hundred)?)?,
            Self::Steps { below, cuts } => {
                let cuts = cuts.iter().map(|(cut, points)| Ok((number(cut)?, *points)));
                steps(*below, cuts.collect::<Result<_, RuleFault>>()?)?
            }
        };
        Ok(ScaleReader { factor, kind })
    }
}

fn line(zero: i128, hundred: i128) -> Result<Kind, RuleFault> {
    if zero == hundred { Err(RuleFault::EqualEnds) } else { Ok(Kind::Line { zero, hundred }) }
}

fn steps(below: u16, cuts: Vec<(i128, u16)>) -> Result<Kind, RuleFault> {
    if cuts.is_empty() {
        return Err(RuleFault::NoCuts);
    }
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    if let Some(place) = pairs.clone().position(|(one, next)| one.0 >= next.0) {
        return Err(RuleFault::CutsNotAscending(place.saturating_add(1)));
    }
    if below > FULL_POINTS {
        return Err(RuleFault::PointsTooHigh(0));
    }
    if let Some(place) = cuts.iter().position(|(_, points)| *points > FULL_POINTS) {
        return Err(RuleFault::PointsTooHigh(place));
    }
    Ok(Kind::Steps { below, cuts })
}

/// A scale ready for numbers of one number of decimal places.
#[derive(Clone, Debug)]
pub struct ScaleReader {
    /// By how much a number is multiplied to have the places of the scale.
    factor: i128,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Line { zero: i128, hundred: i128 },
    Steps { below: u16, cuts: Vec<(i128, u16)> },
}

impl ScaleReader {
    /// The points of a number, in hundredths, rounded once, half away from zero.
    ///
    /// ```
    /// use plimsoll_metrics::health::{Quantity, Scale};
    /// let fewer_is_better = Scale::Linear { zero: Quantity::whole(12), hundred: Quantity::whole(0) };
    /// let reader = fewer_is_better.reader(1)?; // numbers with one decimal place
    /// assert_eq!(reader.points(45), 6_250); // 4.5
    /// assert_eq!((reader.points(-10), reader.points(400)), (10_000, 0));
    /// # Ok::<(), plimsoll_metrics::health::RuleFault>(())
    /// ```
    #[must_use]
    pub fn points(&self, units: i64) -> u16 {
        // With at most nine places nothing comes near the ends of 128 bits: 2⁶³ × 10⁹ × 2 × 10⁴ is below 2¹⁰⁸.
        let number = i128::from(units).saturating_mul(self.factor);
        match &self.kind {
            Kind::Line { zero, hundred } => along(number, *zero, *hundred),
            Kind::Steps { below, cuts } => {
                let reached = cuts.partition_point(|(cut, _)| *cut <= number);
                reached.checked_sub(1).and_then(|last| cuts.get(last)).map_or(*below, |(_, points)| *points)
            }
        }
    }
}

/// How far a number is on the way from one to another, in hundredths of a hundredth.
fn along(number: i128, zero: i128, hundred: i128) -> u16 {
    let (low, high) = (zero.min(hundred), zero.max(hundred));
    let way = number.clamp(low, high).abs_diff(zero);
    let whole = low.abs_diff(high);
    let full = u128::from(FULL_POINTS);
    // Short numbers, which nearly all are, divide in one instruction.
    let points = match (u64::try_from(whole), u64::try_from(way)) {
        (Ok(whole), Ok(way)) if whole <= u64::MAX / 40_000 => {
            let twice = way.saturating_mul(2).saturating_mul(FULL_POINTS.into()).saturating_add(whole);
            twice.checked_div(whole.saturating_mul(2)).map(u128::from)
        }
        _ => way
            .saturating_mul(2)
            .saturating_mul(full)
            .saturating_add(whole)
            .checked_div(whole.saturating_mul(2)),
    };
    points.and_then(|points| u16::try_from(points).ok()).unwrap_or_default()
}

/// No scale has more places than a number can be given.
const _: () = assert!(MOST_PLACES <= 9);

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "small numbers of tests")]
mod tests {
    use super::*;
    use crate::Exact;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    const fn tenths(units: i64) -> Quantity {
        Quantity { units, places: 1 }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let steps = |below, cuts: &[(i64, u16)]| {
            let cuts = cuts.iter().map(|(cut, points)| (Quantity::whole(*cut), *points)).collect();
            Scale::Steps { below, cuts }.check()
        };
        let equal = Scale::Linear { zero: Quantity::whole(5), hundred: tenths(50) };
        assert_eq!(equal.check(), Err(RuleFault::EqualEnds));
        let long = Scale::Linear { zero: Quantity { units: 1, places: 10 }, hundred: tenths(50) };
        assert_eq!(long.check(), Err(RuleFault::TooManyPlaces));
        assert_eq!(steps(0, &[]), Err(RuleFault::NoCuts));
        assert_eq!(steps(0, &[(1, 5), (1, 7)]), Err(RuleFault::CutsNotAscending(1)));
        assert_eq!(steps(0, &[(1, 5), (3, 7), (2, 9)]), Err(RuleFault::CutsNotAscending(2)));
        assert_eq!(steps(10_001, &[(1, 5)]), Err(RuleFault::PointsTooHigh(0)));
        assert_eq!(steps(0, &[(1, 5), (2, 10_001)]), Err(RuleFault::PointsTooHigh(1)));
        assert_eq!(steps(10_000, &[(1, 5)]), Ok(()));
    }

    #[test]
    fn a_cut_belongs_to_the_step_that_starts_there() {
        let scale = Scale::Steps { below: 10_000, cuts: vec![(tenths(25), 5_000), (Quantity::whole(10), 0)] };
        let reader = scale.reader(2);
        let points = [249, 250, 999, 1_000, i64::MIN, i64::MAX]
            .map(|units| reader.as_ref().map(|all| all.points(units)));
        assert_eq!(points, [10_000, 5_000, 5_000, 0, 10_000, 0].map(Ok::<u16, &RuleFault>));
    }

    /// 0.005 points, and as much below zero on the way down: half goes away from zero.
    #[test]
    fn half_a_hundredth_is_rounded_up() {
        for (zero, hundred, units) in [(0, 20_000, 1), (20_000, 0, 19_999), (-20_000, 0, -19_999)] {
            let scale = Scale::Linear { zero: Quantity::whole(zero), hundred: Quantity::whole(hundred) };
            assert_eq!(scale.reader(0).map(|reader| reader.points(units)), Ok(1));
        }
    }

    #[test]
    fn the_ends_of_numbers_do_not_overflow() {
        let (zero, hundred) = (Quantity::whole(i64::MIN), Quantity { units: i64::MAX, places: 9 });
        let reader = Scale::Linear { zero, hundred }.reader(0);
        let points =
            [i64::MIN, i64::MIN / 2, 0, i64::MAX].map(|units| reader.as_ref().map(|all| all.points(units)));
        assert_eq!(points, [0, 5_000, 10_000, 10_000].map(Ok::<u16, &RuleFault>));
    }

    proptest! {
        #[test]
        fn a_line_is_as_in_fractions(
            ends in (-1_000_000_i64..1_000_000, -1_000_000_i64..1_000_000),
            places in (0..4_u8, 0..4_u8, 0..4_u8),
            units in -3_000_000_i64..3_000_000,
        ) {
            let exact = |units: i64, places: u8| Exact::from(Decimal::new(units, places.into()));
            let (zero, hundred) = (exact(ends.0, places.0), exact(ends.1, places.1));
            let whole = hundred.minus(&zero);
            prop_assume!(!whole.is_zero());
            let way = exact(units, places.2).minus(&zero).divided_by(&whole).unwrap_or_else(Exact::zero);
            let share = if way.is_negative() { Exact::zero() } else if way > Exact::one() { Exact::one() } else { way };
            let wanted = share.times(&Exact::from(10_000)).to_decimal(0);
            let scale = Scale::Linear {
                zero: Quantity { units: ends.0, places: places.0 },
                hundred: Quantity { units: ends.1, places: places.1 },
            };
            let points = scale.reader(places.2).map(|reader| reader.points(units));
            prop_assert_eq!(points.ok().map(Decimal::from), wanted);
        }

        #[test]
        fn the_way_down_mirrors_the_way_up(low in -1_000_i64..1_000, size in 1_i64..5_000, units in -9_000_i64..9_000) {
            let line = |zero, hundred| Scale::Linear { zero: Quantity::whole(zero), hundred: Quantity::whole(hundred) };
            let points = |scale: &Scale, units| scale.reader(0).map(|reader| reader.points(units));
            let (up, down) = (line(low, low + size), line(low + size, low));
            let mirrored = low + (low + size) - units;
            prop_assert_eq!(points(&up, units), points(&down, mirrored));
        }

        #[test]
        fn more_is_never_worse_where_more_is_better(low in -50_i64..50, size in 1_i64..500, one in -90_i64..900, more in 0_i64..90) {
            let scale = Scale::Linear { zero: Quantity::whole(low), hundred: Quantity::whole(low + size) };
            let points = |units| scale.reader(0).map(|reader| reader.points(units)).unwrap_or_default();
            prop_assert!(points(one) <= points(one + more));
        }
    }
}
