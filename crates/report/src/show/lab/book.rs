//! What the scores are as figures, so that the calculator's own metrics, bands and neighbours hold for them.

use plimsoll_metrics::{Book, Exact, Known, Window, figures, metrics};

use crate::lab::message::{Scored, Spread};

/// The accounts by class, and the average score as a value that is known.
pub(super) fn of(scored: &Scored) -> Book {
    let mut book = Book::new(Window::Year);
    let [red, yellow, green, unscored] = scored.classes.map(|(accounts, _)| accounts);
    let counted = red.saturating_add(yellow).saturating_add(green);
    let counts = [
        (&figures::RED_CUSTOMERS, red),
        (&figures::YELLOW_CUSTOMERS, yellow),
        (&figures::GREEN_CUSTOMERS, green),
        (&figures::SCORED_CUSTOMERS, counted),
        (&figures::MANAGED_CUSTOMERS, counted.saturating_add(unscored)),
    ];
    for (figure, count) in counts {
        book.set(figure, Exact::from(count));
    }
    if let Some(value) = average(&scored.spread) {
        book.set_known(&metrics::HEALTH_SCORE, Known { value, window: Window::Year });
    }
    book
}

/// The average score in points.
pub(super) fn average(spread: &Spread) -> Option<Exact> {
    Exact::from(spread.points).divided_by(&Exact::from(spread.scored.saturating_mul(100)))
}

/// The average score in points, where each account counts by its ARR.
pub(super) fn average_by_arr(spread: &Spread) -> Option<Exact> {
    // Accounts by the million with amounts by the billion still fit; what would not has no average rather than a wrong one.
    let points = i64::try_from(spread.points_by_arr.checked_div(100)?).ok()?;
    (spread.arr > 0).then(|| Exact::from(points).divided_by(&Exact::from(spread.arr)))?
}

/// The share of the weight that is there.
pub(super) fn coverage(spread: &Spread) -> Option<Exact> {
    let present = i64::try_from(spread.weight_present).ok()?;
    Exact::from(present).divided_by(&Exact::from(i64::try_from(spread.weight_applying).ok()?))
}
