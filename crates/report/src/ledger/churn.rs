//! What stands beside churn: who came and went inside of the window, and why customers left, where a column says so.

use plimsoll_intake::{Grown as _, Listed as _};
use plimsoll_metrics::{Exact, Window};

use super::Store;
use super::figures::amount;
use super::pair::Paid;
use crate::format::Formatter;
use crate::sentence::counted;

/// Words by which a reason tells that a payment failed, rather than that somebody decided to leave. Each names the payment or is
/// a term of collecting it: "the product failed us" is a decision.
const INVOLUNTARY: [&str; 16] = [
    "involuntar",
    "payment fail",
    "payment_fail",
    "failed payment",
    "failed_payment",
    "declined",
    "dunning",
    "delinquen",
    "past due",
    "past_due",
    "unpaid",
    "nonpayment",
    "non-payment",
    "expired card",
    "card expired",
    "chargeback",
];

/// Parts of a header under which reasons stand.
const REASON: [&str; 3] = ["reason", "gungsgrund", "motif d"];

/// Lost revenue by why it was lost, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Lost {
    voluntary: i128,
    involuntary: i128,
    untold: i128,
}

impl Store {
    /// Sentences on churn over the longest window that ends here.
    pub(super) fn churn_notes(&self, end: usize, formatter: &dyn Formatter) -> Vec<String> {
        let windows = Window::ALL.into_iter().rev();
        let reach = windows.into_iter().find_map(|window| Some((window, self.start_of(window, end)?)));
        let Some((_, start)) = reach.filter(|_| !self.of_two_dates) else { return Vec::new() };
        let mut notes = Vec::new();
        notes.grow_by(self.early(start, end, formatter));
        notes.grow_by(self.by_reason(start, end, formatter));
        notes
    }

    /// Who joined and left inside of the window: no part of churn, which starts with those who were there.
    fn early(&self, start: usize, end: usize, formatter: &dyn Formatter) -> Option<String> {
        let early = self.ledger.early_churn(end, end.saturating_sub(start));
        let count = |number: i64| u64::try_from(number).unwrap_or(0);
        (early.left > 0).then(|| {
            [
                "Early churn: of ",
                &counted(count(early.joined), "customer", "customers", formatter),
                " who joined, ",
                &self.span(start, end),
                ", ",
                &formatter.number(early.left.into(), 0),
                if early.left == 1 { " was" } else { " were" },
                " gone again by its end (",
                &self.money(early.left_money.into(), formatter),
                " a month). They are no part of churn, which starts with those who were there.",
            ]
            .concat()
        })
    }

    /// How much of the lost revenue was lost to failed payments, where a column says why customers left.
    fn by_reason(&self, start: usize, end: usize, formatter: &dyn Formatter) -> Option<String> {
        let is_reason = |name: &String| REASON.iter().any(|part| holds(name, part));
        let attribute = self.attributes.iter().position(is_reason)?;
        let kinds: Vec<Option<bool>> =
            self.values(attribute).iter().map(|reason| involuntary(reason)).listed();
        let mut lost = Lost::default();
        for customer in 0..self.ledger.customer_count() {
            let paid = Paid::of(&self.ledger, customer, start, end);
            if paid.is_lost() {
                let kind = kinds.get(self.ledger.value_of(attribute, customer)).copied().flatten();
                lost.add(kind, paid.then.into());
            }
        }
        let all = lost.voluntary.saturating_add(lost.involuntary).saturating_add(lost.untold);
        (all > 0).then(|| self.reasons(&lost, all, (start, end), attribute, formatter))
    }

    fn reasons(
        &self,
        lost: &Lost,
        all: i128,
        (start, end): (usize, usize),
        attribute: usize,
        formatter: &dyn Formatter,
    ) -> String {
        let money = |minor: i128| self.money(minor, formatter);
        let untold = if lost.untold > 0 {
            [", and ", &money(lost.untold), " without a reason"].concat()
        } else {
            String::new()
        };
        [
            "Why customers left, ",
            &self.span(start, end),
            ", by “",
            self.attributes.get(attribute).map(String::as_str).unwrap_or_default(),
            "”: of ",
            &money(all),
            " a month lost, ",
            &money(lost.involuntary),
            " went involuntarily (a payment failed) and ",
            &money(lost.voluntary),
            " by decision",
            &untold,
            ".",
        ]
        .concat()
    }

    fn money(&self, minor: i128, formatter: &dyn Formatter) -> String {
        let value = Exact::from(amount(minor, self.currency));
        let decimals = self.currency.decimals();
        let decimals =
            if value.to_decimal(0).is_some_and(|whole| Exact::from(whole) == value) { 0 } else { decimals };
        value
            .to_decimal(decimals)
            .map(|value| formatter.money(value, self.currency, decimals))
            .unwrap_or_default()
    }
}

impl Lost {
    fn add(&mut self, involuntary: Option<bool>, minor: i128) {
        let sum = match involuntary {
            Some(true) => &mut self.involuntary,
            Some(false) => &mut self.voluntary,
            None => &mut self.untold,
        };
        *sum = sum.saturating_add(minor);
    }
}

/// Whether a text holds a part, in small letters or large.
fn holds(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|piece| piece.eq_ignore_ascii_case(part.as_bytes()))
}

/// Whether a reason tells of a failed payment; nothing where there is no reason.
fn involuntary(reason: &str) -> Option<bool> {
    (!reason.trim().is_empty()).then(|| INVOLUNTARY.iter().any(|part| holds(reason, part)))
}

#[cfg(test)]
mod tests {
    use plimsoll_columns::{LedgerBuilder, Month};
    use plimsoll_metrics::Currency;

    use super::*;
    use crate::format::English;

    /// A ledger in which each row is a customer, its months with an amount, and why it left.
    fn store(rows: &[(&str, std::ops::Range<i32>, i64, &str)]) -> Store {
        let mut builder = LedgerBuilder::new(1);
        for (customer, months, minor, reason) in rows {
            for month in months.clone() {
                assert!(builder.add(customer.as_bytes(), Month(month), *minor, &[reason.as_bytes()]).is_ok());
            }
        }
        Store {
            ledger: builder.finish(),
            name: "ledger.csv".into(),
            currency: Currency::Usd,
            attributes: vec!["Cancellation reason".into()],
            of_two_dates: false,
            notes: Vec::new(),
        }
    }

    #[test]
    fn failed_payments_are_told_from_decisions() {
        let rows = [
            ("A", 24_300..24_302, 10_000, "payment_failed"),
            ("B", 24_300..24_301, 20_050, "Too expensive"),
            ("C", 24_300..24_302, 500, " "),
            ("D", 24_300..24_304, 900, ""),
        ];
        let notes = store(&rows).churn_notes(3, &English);
        assert_eq!(
            notes,
            [
                "Why customers left, January 2025 to April 2025, by “Cancellation reason”: of $305.50 a month lost, $100 went \
              involuntarily (a payment failed) and $200.50 by decision, and $5 without a reason."
            ]
        );
    }

    #[test]
    fn a_reason_counts_as_involuntary_only_where_it_speaks_of_paying() {
        let told =
            ["payment_failed", "Card declined", "Past due", "The product failed us", "Declining use", " "];
        let some = [Some(true), Some(true), Some(true), Some(false), Some(false), None];
        assert_eq!(told.map(involuntary), some);
    }

    #[test]
    fn who_came_and_went_inside_of_the_window_is_told_apart() {
        let notes = store(&[
            ("A", 24_300..24_304, 900, ""),
            ("B", 24_301..24_303, 5_000, ""),
            ("C", 24_302..24_304, 700, ""),
        ])
        .churn_notes(3, &English);
        assert_eq!(
            notes,
            [
                "Early churn: of 2 customers who joined, January 2025 to April 2025, 1 was gone again by its end ($50 a month). \
              They are no part of churn, which starts with those who were there."
            ]
        );
    }
}
