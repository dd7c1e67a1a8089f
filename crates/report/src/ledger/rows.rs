//! The rows behind a number: which customers it is made of, and what each paid.

use plimsoll_intake::{Listed as _, put_in_order};
use plimsoll_metrics::Window;

use super::pair::Paid;
use super::{Seen, text};
use crate::told::{RowFacts, RowsFacts, RowsOf};
use crate::view::{Behind, Month, Movement};

/// How many rows are shown.
const SHOWN: usize = 100;

/// A customer among the rows, what it paid in the two months that count, and by how much it moved what is asked about.
struct Line {
    customer: usize,
    paid: Paid,
    moved: i64,
}

impl Seen<'_> {
    /// The rows behind one of the calculator's figures.
    pub(super) fn rows_of_figure(&self, window: &str, group: &str, figure: u8) -> RowsFacts {
        let found = self.lines_of_figure(window, group, figure);
        let Some((ends, lines)) = found else { return self.nothing() };
        self.rows(RowsOf::Figure(figure), ends, &lines)
    }

    /// What each customer that a figure counts paid at both ends of a window, in minor units, the least byte first.
    pub(super) fn paid_of_figure(&self, window: &str, group: &str, figure: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        for line in self.lines_of_figure(window, group, figure).map(|(_, lines)| lines).unwrap_or_default() {
            bytes.extend_from_slice(&line.paid.then.to_le_bytes());
            bytes.extend_from_slice(&line.paid.now.to_le_bytes());
        }
        bytes
    }

    fn lines_of_figure(&self, window: &str, group: &str, figure: u8) -> Option<((usize, usize), Vec<Line>)> {
        let window = Window::ALL.into_iter().find(|asked| asked.slug() == window)?;
        let end = self.end()?;
        let start = self.store.calendar().start_of(window, end)?;
        let attribute = self.by();
        let value = group.strip_prefix('=');
        let group = attribute.zip(value).map(|(attribute, value)| {
            (attribute, self.store.values(attribute).iter().position(|name| name == value))
        });
        let in_group = |customer| {
            group.is_none_or(|(attribute, place)| {
                Some(self.store.ledger.value_of(attribute, customer)) == place
            })
        };
        let lines = self.lines(start, end, &|customer, paid| in_group(customer) && counts(figure, paid));
        Some(((start, end), lines))
    }

    /// The rows behind a mark of a picture.
    pub(super) fn rows_behind(&self, behind: Behind) -> RowsFacts {
        self.behind(behind).unwrap_or_else(|| self.nothing())
    }

    fn behind(&self, behind: Behind) -> Option<RowsFacts> {
        let place = |month: Month| self.store.calendar().place(month);
        let rows = match behind {
            Behind::Movement { movement, from, to } => self.of_movement(movement, place(from)?, place(to)?),
            Behind::Paying { month } => self.at(RowsOf::Paying, place(month)?, &|_, paid| paid.now > 0),
            Behind::Kept { month } => {
                let end = place(month)?;
                let start = end.checked_sub(12)?;
                self.rows(RowsOf::Kept, (start, end), &self.lines(start, end, &|_, paid| paid.then > 0))
            }
            Behind::Cohort { first, age } => {
                let (first, now) = (place(first)?, place(first.plus(i32::from(age)))?);
                let lines = self.lines(first, now, &|customer, paid| {
                    paid.then > 0 && (0..first).all(|month| self.paid(customer, month) == 0)
                });
                self.rows(RowsOf::Cohort, (first, now), &lines)
            }
            Behind::Group { group, month } => {
                let (attribute, group) = (self.by()?, usize::try_from(group).ok()?);
                let name = self.store.values(attribute).get(group).cloned().unwrap_or_default();
                self.at(RowsOf::Group(name), place(month)?, &|customer, paid| {
                    paid.now > 0 && self.store.ledger.value_of(attribute, customer) == group
                })
            }
        };
        Some(rows)
    }

    /// One movement, month by month over a span, each customer with all that it moved: so the rows add up to the bar, also
    /// where a customer left, came back and left again.
    fn of_movement(&self, movement: Movement, from: usize, to: usize) -> RowsFacts {
        let start = from.saturating_sub(1);
        let line = |customer| {
            let months = (from..=to).filter(|month| self.moves(customer, *month) == Some(movement));
            let moved = months.map(|month| {
                let Paid { then, now } = self.pair(customer, month.saturating_sub(1), month);
                now.saturating_sub(then)
            });
            let moved = moved.fold(0, i64::saturating_add);
            (moved != 0).then(|| Line { customer, paid: self.pair(customer, start, to), moved })
        };
        let lines = sorted((0..self.store.ledger.customer_count()).filter_map(line));
        RowsFacts { from, ..self.rows(RowsOf::Movement(movement), (start, to), &lines) }
    }

    /// What a customer did in a month; nothing in the first, which is the opening balance.
    fn moves(&self, customer: usize, month: usize) -> Option<Movement> {
        let before = month.checked_sub(1)?;
        let Paid { then, now } = self.pair(customer, before, month);
        let paid_ever = || (0..before).any(|month| self.paid(customer, month) > 0);
        match (then > 0, now > 0) {
            (false, true) if paid_ever() => Some(Movement::Reactivation),
            (false, true) => Some(Movement::New),
            (true, false) => Some(Movement::Churn),
            _ if now > then => Some(Movement::Expansion),
            _ if now < then => Some(Movement::Contraction),
            _ => None,
        }
    }

    /// Customers in one month, beside the month before.
    fn at(&self, of: RowsOf, end: usize, holds: &dyn Fn(usize, Paid) -> bool) -> RowsFacts {
        let start = end.saturating_sub(1);
        self.rows(of, (start, end), &self.lines(start, end, holds))
    }

    fn lines(&self, then: usize, now: usize, holds: &dyn Fn(usize, Paid) -> bool) -> Vec<Line> {
        let line = |customer| {
            let paid = self.pair(customer, then, now);
            Line { customer, paid, moved: paid.now.saturating_sub(paid.then) }
        };
        sorted(
            (0..self.store.ledger.customer_count()).map(line).filter(|line| holds(line.customer, line.paid)),
        )
    }

    fn rows(&self, of: RowsOf, (then, now): (usize, usize), lines: &[Line]) -> RowsFacts {
        let row = |line: &Line| RowFacts {
            customer: self.store.customer(line.customer),
            values: (0..self.store.attributes.len())
                .map(|attribute| self.value(attribute, line.customer))
                .listed(),
            money: [line.paid.then, line.paid.now, line.moved],
        };
        RowsFacts {
            of,
            currency: self.store.currency,
            calendar: self.store.calendar(),
            from: now,
            then,
            now,
            attributes: self.store.attributes.clone(),
            count: lines.len(),
            rows: lines.iter().take(SHOWN).map(row).listed(),
        }
    }

    /// The value of an attribute that a customer has.
    fn value(&self, attribute: usize, customer: usize) -> String {
        let value = self.store.ledger.values(attribute).get(self.store.ledger.value_of(attribute, customer));
        value.map(|value| text(value)).unwrap_or_default()
    }

    /// The answer to a question about something that is not there any more.
    fn nothing(&self) -> RowsFacts {
        self.rows(RowsOf::Nothing, (0, 0), &[])
    }
}

/// The largest movement first, then the largest amount, then as the data has them.
fn sorted(lines: impl Iterator<Item = Line>) -> Vec<Line> {
    let weight = |line: &Line| (line.moved.unsigned_abs(), line.paid.then.max(line.paid.now));
    let mut lines: Vec<Line> = lines.listed();
    put_in_order(&mut lines, |one, other| weight(other).cmp(&weight(one)));
    lines
}

/// Whether a customer is among those that a figure counts, by its place among [`crate::paste::PASTED`].
fn counts(figure: u8, paid: Paid) -> bool {
    const HOLDS: [fn(Paid) -> bool; 8] = [
        |paid| paid.then > 0,
        Paid::is_new,
        |paid| paid.change() > 0,
        |paid| paid.change() < 0,
        Paid::is_lost,
        |paid| paid.then > 0,
        Paid::is_new,
        Paid::is_lost,
    ];
    HOLDS.get(usize::from(figure)).is_some_and(|holds| holds(paid))
}

#[cfg(test)]
mod tests {
    use plimsoll_columns::{LedgerBuilder, Month};
    use plimsoll_metrics::Currency;

    use crate::ledger::Store;
    use crate::view::{DataRequest, Light};

    #[test]
    fn what_customers_paid_is_told_of_all_of_them_or_of_a_group() {
        let mut builder = LedgerBuilder::new(1);
        for customer in 0..150_i64 {
            let (name, group) = (customer.to_string(), if customer < 20 { "Big" } else { "Small" });
            for (month, minor) in [(24_300, 1_000 + customer), (24_312, 2_000)] {
                // The last ten pay at the end only, the first one at the start only.
                if (customer < 140 || month > 24_300) && (customer > 0 || month == 24_300) {
                    assert!(builder.add(name.as_bytes(), Month(month), minor, &[group.as_bytes()]).is_ok());
                }
            }
        }
        let store = Store {
            ledger: builder.finish(),
            name: "ledger.csv".into(),
            currency: Currency::Usd,
            attributes: vec!["Segment".into()],
            of_two_dates: false,
            tallied: std::rc::Rc::default(),
        };
        let paid = |window: &str, group: &str| {
            let light = Light { grouping: "0".into(), ..Light::default() };
            let asked = DataRequest::Figure { window: window.into(), group: group.into(), figure: 0, light };
            let bytes = store.paid(&asked);
            let numbers: Vec<i64> =
                bytes.as_chunks::<8>().0.iter().map(|one| i64::from_le_bytes(*one)).collect();
            numbers
        };
        let all = paid("year", "");
        assert_eq!(all.len(), 280, "140 customers, more than are shown");
        assert!(
            all.as_chunks::<2>().0.contains(&[1_000, 0]) && all.as_chunks::<2>().0.contains(&[1_007, 2_000])
        );
        assert_eq!(paid("year", "=Big").len(), 40);
        assert!(paid("century", "").is_empty());
        assert!(store.paid(&DataRequest::Ledger(Light::default())).is_empty());
    }
}
