//! Which part of a change each move of a scenario has: the Shapley value, which adds up to the whole change.

use plimsoll_metrics::{Book, Exact, Metric, Undefined};

use crate::scenario::{Basis, LONGEST, Movable, Scenario};

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

/// The most moves among which a change is shared out: twice the books for each one more.
pub const MOST_SHARED: usize = 7;

/// Decimals to which values are rounded where their fractions together would not fit, the first that fits.
const PLACES: [u32; 4] = [20, 16, 12, 8];

/// A change of a metric, shared out among the moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    /// The metric before the scenario.
    pub before: Exact,
    /// The metric with all of it.
    pub after: Exact,
    /// The part of each move, in the order of the scenario. Together they are `after − before`, exactly.
    pub parts: Vec<(Movable, Exact)>,
    /// Whether values were rounded (to twenty decimals, where that fits), because exact ones together were too long.
    pub rounded: bool,
}

/// Why a change cannot be shared out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoShares {
    /// The scenario has more than [`MOST_SHARED`] moves.
    TooMany(usize),
    /// With these moves alone the metric has no value.
    Undefined {
        /// The moves; none where the base book itself has no value.
        moved: Vec<Movable>,
        /// The reason.
        reason: Undefined,
    },
}

impl Scenario {
    /// Shares the change of a metric out among the moves, all of it phased in.
    ///
    /// A move's part is the change that it makes, averaged over all orders in which the moves could be added one by one
    /// (L. S. Shapley, "A Value for n-Person Games", 1953). Only the average depends on no order, gives nothing to a move that
    /// changes nothing, and leaves no rest. Whichever moves are there, they count in the scenario's own order; one that cannot be
    /// made changes nothing.
    ///
    /// # Errors
    ///
    /// See [`NoShares`].
    ///
    /// ```
    /// use plimsoll_forecast::{Basis, By, Lever, Movable, Move, Scenario};
    /// use plimsoll_metrics::{Book, Exact, Window, figures, metrics};
    ///
    /// let mut book = Book::new(Window::Year);
    /// book.set(&figures::ACQUISITION_SPEND, Exact::from(1_000));
    /// book.set(&figures::NEW_CUSTOMERS, Exact::from(10));
    /// let mut scenario = Scenario::default();
    /// scenario.moves.set(Movable::Lever(Lever::AcquisitionCost), Move::at_once(By::Percent(Exact::percent(20))));
    /// scenario.moves.set(Movable::Figure(&figures::NEW_CUSTOMERS), Move::at_once(By::To(Exact::from(20))));
    /// let shares = scenario.shares(&book, &metrics::ACQUISITION_COST, Basis::Window).unwrap();
    /// // From 100 to 60: dearer by 20 or by 10, and with twice as many by −50 or by −60.
    /// assert_eq!((shares.before, shares.after), (Exact::from(100), Exact::from(60)));
    /// assert_eq!((&shares.parts[0].1, &shares.parts[1].1), (&Exact::from(15), &Exact::from(-55)));
    /// ```
    pub fn shares(&self, book: &Book, metric: &'static Metric, basis: Basis) -> Result<Shares, NoShares> {
        let mut values = self.values(book, metric, basis)?;
        let exact = parts(&values, self.moves.len()).filter(|parts| add_up(parts, &change(&values)));
        let rounded = exact.is_none();
        let parts = match exact {
            Some(parts) => parts,
            None => rounded_parts(&mut values, self.moves.len())
                .ok_or(NoShares::Undefined { moved: Vec::new(), reason: Undefined::Overflow })?,
        };
        let end = |value: Option<&Exact>| value.cloned().unwrap_or_else(Exact::zero);
        let movables = self.moves.iter().map(|(over, _)| *over);
        let (before, after) = (end(values.first()), end(values.last()));
        Ok(Shares { before, after, parts: movables.zip(parts).collect(), rounded })
    }

    /// The metric for every set of moves; a bit of the place says whether a move is in it.
    fn values(&self, book: &Book, metric: &'static Metric, basis: Basis) -> Result<Vec<Exact>, NoShares> {
        if self.moves.len() > MOST_SHARED {
            return Err(NoShares::TooMany(self.moves.len()));
        }
        let mut books = vec![(book.clone(), Vec::new())];
        for (over, motion) in self.moves.iter() {
            // The last move of a set is made on the book of the set without it, so each set takes one move.
            let with: Vec<_> = books
                .iter()
                .map(|(book, moved)| {
                    let moved: Vec<Movable> = moved.iter().copied().chain([*over]).collect();
                    (self.moved(book, *over, motion, LONGEST).unwrap_or_else(|_| book.clone()), moved)
                })
                .collect();
            books.extend(with);
        }
        let value = |(book, moved): (Book, Vec<Movable>)| {
            basis.value(&book, metric).map_err(|reason| NoShares::Undefined { moved, reason })
        };
        books.into_iter().map(value).collect()
    }
}

/// The Shapley value of each of so many moves; nothing where a fraction does not fit.
fn parts(values: &[Exact], moves: usize) -> Option<Vec<Exact>> {
    let orders = factorial(moves);
    (0..moves)
        .map(|place| {
            let bit = 1_usize.checked_shl(u32::try_from(place).ok()?)?;
            let mut sum = Exact::zero();
            for (set, without) in values.iter().enumerate().filter(|(set, _)| set & bit == 0) {
                let size = usize::try_from(set.count_ones()).ok()?;
                let weight = factorial(size).times(&factorial(moves.checked_sub(size)?.checked_sub(1)?));
                sum = sum.plus(&values.get(set | bit)?.minus(without).times(&weight));
            }
            let part = sum.divided_by(&orders)?;
            part.to_decimal(8).map(|_| part)
        })
        .collect()
}

/// The whole change: with all of the moves, less with none.
fn change(values: &[Exact]) -> Exact {
    values.last().zip(values.first()).map_or_else(Exact::zero, |(after, before)| after.minus(before))
}

/// Whether the sum is this, and not too large to tell.
fn add_up(parts: &[Exact], change: &Exact) -> bool {
    let sum = parts.iter().fold(Exact::zero(), |sum, part| sum.plus(part));
    sum.to_decimal(8).is_some() && sum == *change
}

/// The same on rounded values. What rounding leaves of the whole change goes to the largest part, where it is least seen;
/// where even that is too long, the values before and after are rounded as well.
fn rounded_parts(values: &mut Vec<Exact>, moves: usize) -> Option<Vec<Exact>> {
    let round = |places: &u32| -> Option<Vec<Exact>> {
        values.iter().map(|value| value.to_decimal(*places).map(Exact::from)).collect()
    };
    let short = PLACES.iter().find_map(round)?;
    let rounded = parts(&short, moves)?;
    let rest = change(values).minus(&change(&short));
    let mut with_rest = rounded.clone();
    if let Some(largest) = with_rest.iter_mut().max_by_key(|part| part.abs()) {
        *largest = largest.plus(&rest);
    }
    if add_up(&with_rest, &change(values)) {
        return Some(with_rest);
    }
    *values = short;
    Some(rounded)
}

fn factorial(count: usize) -> Exact {
    (1..=count).fold(Exact::one(), |product, next| {
        product.times(&Exact::from(i64::try_from(next).unwrap_or(i64::MAX)))
    })
}
