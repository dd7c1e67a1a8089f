//! What is turned to reach a goal: a figure or a lever, its finest unit and its range.

use plimsoll_metrics::figures::LIMITS;
use plimsoll_metrics::{Accepts, Book, Exact, Figure};

use crate::lever::{ChurnScope, Lever, Scale};
use crate::scenario::{Movable, level, move_lever, set_figure};
use crate::step::finest_unit;

/// As far as an amount is looked for where nothing limits it: a million million.
const FARTHEST: i64 = 1_000_000_000_000;
/// As far as a price or cost is looked for: ten times as much, in percent.
const FARTHEST_PERCENT: i64 = 900;

/// A figure or a lever, in whole units.
pub(super) struct Dial<'a> {
    pub(super) book: &'a Book,
    over: Movable,
    scope: ChurnScope,
    unit: Exact,
    /// What there is: the figure's value, or no movement.
    pub(super) now: Option<Exact>,
    /// The range, in units.
    pub(super) least: i64,
    pub(super) most: i64,
}

impl<'a> Dial<'a> {
    pub(super) fn new(book: &'a Book, over: Movable, scope: ChurnScope, decimals: u32) -> Self {
        let (unit, now, (least, most)) = match over {
            Movable::Figure(figure) => {
                (finest_unit(figure, decimals), book.counted(figure), figure_range(book, figure))
            }
            // A hundredth of a point or percent.
            Movable::Lever(lever) => {
                (Exact::percent(1).times(&Exact::percent(1)), Some(Exact::zero()), lever_range(book, lever))
            }
        };
        let mut dial = Self { book, over, scope, unit, now, least: 0, most: 0 };
        // A unit that lies before the range is refused by itself; a lever stops there at nothing, which is worth trying.
        dial.least = dial.units_below(&least).unwrap_or_default();
        dial.most = dial.units_below(&most).unwrap_or(i64::MAX / 4);
        dial
    }

    /// The value of the figure, or the movement, at so many units.
    pub(super) fn amount(&self, units: i64) -> Exact {
        self.unit.times(&Exact::from(units))
    }

    /// The whole units that are not above an amount.
    pub(super) fn units_below(&self, amount: &Exact) -> Option<i64> {
        let units = amount.divided_by(&self.unit)?;
        let below = Exact::zero().minus(&Exact::zero().minus(&units).round_up());
        i64::try_from(below.to_decimal(0)?).ok()
    }

    /// The book with the figure or lever there, where that is allowed.
    pub(super) fn book_at(&self, amount: &Exact) -> Option<Book> {
        match self.over {
            Movable::Figure(figure) => set_figure(self.book, figure, amount.clone()).ok(),
            Movable::Lever(lever) => move_lever(self.book, lever, amount, self.scope).ok(),
        }
    }
}

/// From the parts of the figure to what its whole leaves for it.
fn figure_range(book: &Book, figure: &'static Figure) -> (Exact, Exact) {
    let (mut least, mut most) = match figure.accepts {
        Accepts::Share => (Exact::zero(), Exact::one()),
        Accepts::Score => (Exact::zero(), Exact::from(100)),
        Accepts::Horizon => (Exact::one(), Exact::from(50)),
        Accepts::Amount | Accepts::Whole => (Exact::zero(), Exact::from(FARTHEST)),
    };
    for limit in LIMITS {
        let parts = limit.parts.iter().filter(|part| **part != figure).filter_map(|part| book.counted(part));
        let parts = parts.fold(Exact::zero(), |sum, part| sum.plus(&part));
        if limit.whole == figure {
            least = least.max(parts);
        } else if limit.parts.contains(&figure)
            && let Some(whole) = book.counted(limit.whole)
        {
            most = most.min(whole.minus(&parts));
        }
    }
    (least, most)
}

/// From taking all of it away to all that there can be.
fn lever_range(book: &Book, lever: Lever) -> (Exact, Exact) {
    let whole = Exact::one();
    if lever.scale() == Scale::Percent {
        return (Exact::zero().minus(&whole), Exact::percent(FARTHEST_PERCENT));
    }
    let level = level(book, lever).ok();
    let most = match lever {
        Lever::Expansion => Exact::from(10),
        _ => whole.minus(level.as_ref().unwrap_or(&Exact::zero())),
    };
    (Exact::zero().minus(&level.unwrap_or(whole)), most)
}
