//! The calculator's figures from a ledger: over each window that it reaches back over, for all customers and each group.
//!
//! They are counted customer by customer between the window's two ends, so that the calculator's formulas give the cohort's
//! retention (`definitions.md` D1, D4): who came and went in between is in neither end, and who paused counts at what it pays now.

use plimsoll_intake::{Grown as _, Listed as _};
use plimsoll_metrics::{Currency, Exact, Figure, Window};
use rust_decimal::Decimal;

use super::Store;
use super::pair::{Between, Moves, Paid};
use crate::format::Formatter;
use crate::paste::{ledger_figures, plain};
use crate::sentence::month_name;
use crate::show::Writer;
use crate::view::{FigureLine, LedgerFigures, Month};

impl Store {
    /// The figures of every window that ends in this month.
    pub(super) fn figures(
        &self,
        end: usize,
        attribute: Option<usize>,
        formatter: &dyn Formatter,
    ) -> Vec<LedgerFigures> {
        Window::ALL
            .into_iter()
            .filter_map(|window| Some((window, self.start_of(window, end)?)))
            .flat_map(|(window, start)| self.over(window, start, end, attribute, formatter))
            .listed()
    }

    fn over(
        &self,
        window: Window,
        start: usize,
        end: usize,
        attribute: Option<usize>,
        formatter: &dyn Formatter,
    ) -> Vec<LedgerFigures> {
        let mut all = (Between::default(), Moves::default());
        let mut groups = vec![
            (Between::default(), Moves::default());
            attribute.map_or(0, |attribute| self.ledger.values(attribute).len())
        ];
        for customer in 0..self.ledger.customer_count() {
            let paid = Paid::of(&self.ledger, customer, start, end);
            let mut moves = Moves::default();
            moves.count(&self.ledger, customer, start, end);
            all.0.count(paid);
            all.1.add(moves);
            if let Some(group) =
                attribute.and_then(|attribute| groups.get_mut(self.ledger.value_of(attribute, customer)))
            {
                group.0.count(paid);
                group.1.add(moves);
            }
        }
        let span = self.span(start, end);
        let writer = Writer { formatter, currency: self.currency, window };
        let line = |group: String, label: String, sums: &(Between, Moves)| LedgerFigures {
            window: window.slug().into(),
            group,
            label,
            span: span.clone(),
            lines: lines(sums, self.of_two_dates, &writer),
        };
        let names = attribute.map(|attribute| self.values(attribute)).unwrap_or_default();
        let each = names.into_iter().zip(&groups).map(|(name, sums)| {
            let label = if name.is_empty() { "Without one".into() } else { name.clone() };
            line(["=", &name].concat(), label, sums)
        });
        let mut figures = vec![line(String::new(), "All customers".into(), &all)];
        figures.grow_by(each);
        figures
    }

    /// A month of the ledger in words.
    pub(super) fn month_name(&self, place: usize) -> String {
        match place {
            0 if self.of_two_dates => "the start".into(),
            _ if self.of_two_dates => "the end".into(),
            _ => month_name(self.month(place)),
        }
    }

    /// The place of the month in which a window opens that ends here; nothing where the ledger does not reach back so far.
    /// Two dates are taken for the ends of whichever window the page has.
    pub(super) fn start_of(&self, window: Window, end: usize) -> Option<usize> {
        let months = if self.of_two_dates { 1 } else { usize::try_from(window.months()).ok()? };
        end.checked_sub(months)
    }

    /// "March 2024 to March 2025"
    pub(super) fn span(&self, start: usize, end: usize) -> String {
        [self.month_name(start), self.month_name(end)].join(" to ")
    }

    pub(super) fn month(&self, place: usize) -> Month {
        let first = self.ledger.first_month().map_or(0, |month| month.0);
        Month(first).plus(i32::try_from(place).unwrap_or(i32::MAX))
    }
}

/// The sums in the order of [`ledger_figures`].
fn lines((sums, moves): &(Between, Moves), of_two_dates: bool, writer: &Writer<'_>) -> Vec<FigureLine> {
    let money = [sums.start, sums.new, sums.expansion, sums.contraction, sums.churn];
    let counts = [sums.start_customers, sums.new_customers, sums.lost_customers];
    let mut values = money.map(|minor| amount(minor, writer.currency)).to_vec();
    values.grow_by(counts.map(Decimal::from));
    // Between two dates nothing is known of months.
    if !of_two_dates {
        values.grow_by(
            [moves.expansion, moves.contraction, moves.churn].map(|minor| amount(minor, writer.currency)),
        );
    }
    let line = |(figure, value): (&'static Figure, Decimal)| FigureLine {
        slug: figure.slug.into(),
        label: figure.term.into(),
        typed: plain(value),
        written: writer.figure(figure, &Exact::from(value)),
    };
    ledger_figures().zip(values).map(line).listed()
}

/// Minor units as an amount. What is beyond a decimal is far beyond what a ledger takes.
pub(super) fn amount(minor: i128, currency: Currency) -> Decimal {
    Decimal::try_from_i128_with_scale(minor, currency.decimals()).unwrap_or(Decimal::MAX)
}
