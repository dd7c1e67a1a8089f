//! Where things lie: an axis with round steps, columns of months, and which of their names have room.
//!
//! Looked for and not taken: the crates that make ticks work in floats, and none of the small ones is kept. In whole
//! numbers it is a few lines, and a place is exact.

use super::pen::Pen;
use crate::view::{Axis, Month, Place, Tick};
use plimsoll_intake::Listed as _;

/// How many steps an axis has before it is widened to whole ones.
const STEPS: i128 = 5;

/// A measured axis, in any whole unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ruler {
    pub(crate) low: i128,
    pub(crate) high: i128,
    pub(crate) step: i128,
}

impl Ruler {
    /// The axis from one value to another, widened to whole steps of 1, 2 or 5 times a power of ten. No step is
    /// smaller than `least`.
    pub(crate) fn around(low: i128, high: i128, least: i128) -> Self {
        let (low, high) = (low.min(high), low.max(high));
        let step = round_step(high.saturating_sub(low), least.max(1));
        let down = |value: i128| value.div_euclid(step).saturating_mul(step);
        let up = |value: i128| down(value.saturating_add(step).saturating_sub(1));
        let (low, high) = (down(low), up(high));
        Self { low, high: if high > low { high } else { low.saturating_add(step) }, step }
    }

    /// Where a value lies; beyond the ends, on the end. Half a hundredth of a percent is rounded up.
    pub(crate) fn place(&self, value: i128) -> Place {
        let width = self.high.saturating_sub(self.low).max(1);
        let along = value.clamp(self.low, self.high).saturating_sub(self.low);
        let end = i128::from(Place::END.0);
        let doubled = along.saturating_mul(end).saturating_mul(2).saturating_add(width);
        let place = doubled.div_euclid(width.saturating_mul(2));
        u16::try_from(place).map_or(Place::END, |place| Place(place.min(Place::END.0)))
    }

    /// Whether a value lies within.
    pub(crate) fn holds(&self, value: i128) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// The axis with its lines, written by `write`.
    pub(crate) fn axis(&self, unit: Option<String>, write: impl Fn(i128) -> String) -> Axis {
        let mut ticks = Vec::new();
        let mut at = self.low;
        while at <= self.high {
            ticks.push(Tick { place: self.place(at), text: write(at), rank: 0 });
            at = at.saturating_add(self.step);
        }
        Axis { unit, ticks, zero: self.holds(0).then(|| self.place(0)) }
    }
}

/// The smallest of 1, 2 or 5 times a power of ten, not below `least`, that goes at most [`STEPS`] times into a span.
fn round_step(span: i128, least: i128) -> i128 {
    let enough = |step: &i128| *step >= least && step.saturating_mul(STEPS) >= span;
    let tens = core::iter::successors(Some(1_i128), |power| power.checked_mul(10));
    let steps = tens.flat_map(|power| [1, 2, 5].map(|factor| power.saturating_mul(factor)));
    steps.into_iter().find(enough).unwrap_or(i128::MAX)
}

/// The left end, the middle and the right end of one of many equally wide columns, with `gap` percent of a column
/// left free around it.
pub(super) fn column(position: usize, count: usize, gap: usize) -> (Place, Place, Place) {
    let at = |percent: usize| {
        let along = position.saturating_mul(100).saturating_add(percent).saturating_mul(100);
        let place = along.checked_div(count).unwrap_or(0);
        Place(u16::try_from(place).unwrap_or(Place::END.0).min(Place::END.0))
    };
    let side = gap.min(100).div_euclid(2);
    (at(side), at(50), at(100_usize.saturating_sub(side)))
}

/// The names of months below their columns. The last month is always named; between names lie as many months as
/// leave each its room, at three widths of the drawing.
pub(super) fn months(pen: &Pen<'_>, first: Month, count: usize) -> Vec<Tick> {
    const EVERY: [usize; 11] = [1, 2, 3, 4, 6, 12, 24, 48, 96, 192, 384];
    // Each stride is a multiple of the finer one, so that names that appear fall between those that are there.
    let every = |most: usize, finer: usize| {
        let fits = |every: &&usize| count.div_ceil(**every) <= most && every.checked_rem(finer) == Some(0);
        EVERY.iter().find(fits).copied().unwrap_or(count.max(1))
    };
    let fine = every(13, 1);
    let medium = every(8, fine);
    let strides = [every(4, medium), medium, fine];
    let rank = |position: usize| {
        let before_last = count.saturating_sub(position).saturating_sub(1);
        strides.iter().position(|stride| before_last.checked_rem(*stride) == Some(0))
    };
    (0..count)
        .filter_map(|position| {
            let rank = u8::try_from(rank(position)?).ok()?;
            let month = first.plus(i32::try_from(position).ok()?);
            Some(Tick { place: column(position, count, 0).1, text: pen.short_month(month), rank })
        })
        .listed()
}

#[cfg(test)]
mod tests {
    use plimsoll_metrics::Currency;

    use super::*;
    use crate::English;

    fn ruler(low: i128, high: i128) -> (i128, i128, i128) {
        let Ruler { low, high, step } = Ruler::around(low, high, 1);
        (low, high, step)
    }

    #[test]
    fn steps_are_round_and_the_ends_lie_on_them() {
        assert_eq!(ruler(0, 590_200), (0, 600_000, 200_000));
        assert_eq!(ruler(0, 1_000_000), (0, 1_000_000, 200_000));
        assert_eq!(ruler(-31_000, 48_200), (-40_000, 60_000, 20_000));
        assert_eq!(ruler(7, 7), (7, 8, 1));
        assert_eq!(ruler(0, 0), (0, 1, 1));
        assert_eq!(Ruler::around(0, 0, 100), Ruler { low: 0, high: 100, step: 100 });
    }

    #[test]
    fn places_are_rounded_to_the_nearest() {
        let ruler = Ruler { low: 0, high: 30_000, step: 10_000 };
        assert_eq!(ruler.place(10_000), Place(3_333));
        assert_eq!(ruler.place(20_000), Place(6_667));
        assert_eq!(ruler.place(-5), Place(0));
        assert_eq!(ruler.place(40_000), Place(10_000));
    }

    #[test]
    fn the_largest_amounts_there_are_have_a_place() {
        let most = i128::from(i64::MAX).saturating_mul(100);
        let ruler = Ruler::around(most.saturating_neg(), most, 1);
        assert_eq!(ruler.place(0), Place(5_000));
        assert!(ruler.axis(None, |value| value.to_string()).ticks.len() <= 8);
    }

    #[test]
    fn columns_share_the_width() {
        assert_eq!(column(0, 4, 20), (Place(250), Place(1_250), Place(2_250)));
        assert_eq!(column(3, 4, 0), (Place(7_500), Place(8_750), Place(10_000)));
    }

    #[test]
    fn months_are_named_where_there_is_room() {
        let pen = Pen::new(&English, Currency::Usd);
        let named = |count, rank| {
            let ticks = months(&pen, Month(24_288), count);
            ticks.iter().filter(|tick| tick.rank <= rank).count()
        };
        assert_eq!([0, 1, 2].map(|rank| named(12, rank)), [3, 6, 12]);
        assert_eq!([0, 1, 2].map(|rank| named(61, rank)), [3, 6, 11]);
        assert_eq!([0, 1, 2].map(|rank| named(1, rank)), [1, 1, 1]);
        let last = months(&pen, Month(24_288), 61).pop().map(|tick| (tick.text, tick.rank));
        assert_eq!(last, Some(("Jan 2029".into(), 0)));
    }
}
