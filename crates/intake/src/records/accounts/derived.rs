//! What follows from the columns of accounts and stands in none of them.

use plimsoll_columns::accounts::{Cell, Heading, Kind, Part};

use super::plan::Plan;
use crate::role::Sign;

/// The columns that are added, by the places of those they follow from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Derived {
    /// Whoever has a day on which they left has left.
    churn_day: Option<usize>,
    /// Seats bought and seats used.
    seats: Option<(usize, usize)>,
}

impl Derived {
    pub(super) fn of(plans: &[Plan]) -> Self {
        let place = |part: Part| plans.iter().position(|plan| plan.heading.part == part);
        let tells_activation = plans.iter().any(|plan| plan.heading.sign == Sign::SeatActivation.slug());
        Self {
            churn_day: place(Part::ChurnDay).filter(|_| place(Part::Churned).is_none()),
            seats: place(Part::Seats).zip(place(Part::SeatsUsed)).filter(|_| !tells_activation),
        }
    }

    /// What they are called: as the column that they follow from, and the share of seats as nothing.
    pub(super) fn headings(self, plans: &[Plan]) -> Vec<(Heading, Kind)> {
        let header =
            |place: usize| plans.get(place).map(|plan| plan.heading.header.clone()).unwrap_or_default();
        let churned = self.churn_day.map(|day| Heading {
            header: header(day),
            part: Part::Churned,
            sign: String::new(),
            percent: false,
        });
        let activation = self.seats.map(|_| Heading {
            header: String::new(),
            part: Part::Indicator,
            sign: Sign::SeatActivation.slug().into(),
            percent: true,
        });
        let all = [churned.map(|heading| (heading, 0)), activation.map(|heading| (heading, 2))];
        all.into_iter().flatten().map(|(heading, places)| (heading, Kind::Number { places })).collect()
    }

    /// Adds their cells to those of a row.
    pub(super) fn add_to(self, read: &mut Vec<Cell<'_>>, is_out: impl Fn(usize) -> bool) {
        let cell = |read: &[Cell<'_>], place: usize| match read.get(place) {
            Some(Cell::Number { value, places }) => Some((i128::from(*value), *places)),
            _ => None,
        };
        if let Some(day) = self.churn_day {
            let has_left = match read.get(day) {
                Some(Cell::Day(_)) => Some(1),
                _ => (!is_out(day)).then_some(0),
            };
            read.push(has_left.map_or(Cell::Missing, |value| Cell::Number { value, places: 0 }));
        }
        if let Some((bought, used)) = self.seats {
            let share =
                cell(read, bought).zip(cell(read, used)).and_then(|(bought, used)| share(used, bought));
            read.push(share.and_then(|share| Cell::number(share, 2)).unwrap_or(Cell::Missing));
        }
    }
}

/// How many hundredths of a percent one number is of another, rounded once and half away from zero; nothing of zero.
fn share((part, part_places): (i128, u8), (whole, whole_places): (i128, u8)) -> Option<i64> {
    let power = |places: u8| 10_i128.checked_pow(places.into());
    let numerator = part.checked_mul(power(whole_places)?)?.checked_mul(10_000)?;
    let divisor = whole.checked_mul(power(part_places)?)?;
    let (quotient, rest) = (numerator.checked_div(divisor)?, numerator.checked_rem(divisor)?);
    let is_half = rest.unsigned_abs().checked_mul(2)? >= divisor.unsigned_abs();
    i64::try_from(if is_half { quotient.checked_add(1)? } else { quotient }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_once_and_one_of_nothing_is_none() {
        assert_eq!(share((1, 0), (3, 0)), Some(3_333));
        assert_eq!(share((2, 0), (3, 0)), Some(6_667));
        assert_eq!(share((15, 1), (100, 2)), Some(15_000));
        assert_eq!(share((1, 0), (0, 0)), None);
    }
}
