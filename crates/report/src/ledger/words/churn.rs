//! What stands beside churn, in sentences.

use plimsoll_intake::Grown as _;

use super::{Months, money};
use crate::format::Formatter;
use crate::sentence::counted;
use crate::told::{ChurnFacts, LedgerFacts, ReasonFacts};

/// Sentences on churn over the longest window that ends here.
pub(super) fn notes(ledger: &LedgerFacts, end: usize, formatter: &dyn Formatter) -> Vec<String> {
    let Some(churn) = &ledger.churn else { return Vec::new() };
    let span = Months(&ledger.calendar).span(churn.start, end);
    let mut notes = Vec::new();
    notes.grow_by((churn.left > 0).then(|| early(ledger, churn, &span, formatter)));
    notes.grow_by(churn.reasons.map(|lost| reasons(ledger, &lost, &span, formatter)));
    notes
}

/// Who joined and left inside of the window: no part of churn, which starts with those who were there.
fn early(ledger: &LedgerFacts, churn: &ChurnFacts, span: &str, formatter: &dyn Formatter) -> String {
    [
        "Early churn: of ",
        &counted(churn.joined, "customer", "customers", formatter),
        " who joined, ",
        span,
        ", ",
        &formatter.number(churn.left.into(), 0),
        if churn.left == 1 { " was" } else { " were" },
        " gone again by its end (",
        &money(churn.left_money, ledger.currency, formatter),
        " a month). They are no part of churn, which starts with those who were there.",
    ]
    .concat()
}

fn reasons(ledger: &LedgerFacts, lost: &ReasonFacts, span: &str, formatter: &dyn Formatter) -> String {
    let money = |minor: i64| money(minor, ledger.currency, formatter);
    let untold = if lost.untold > 0 {
        [", and ", &money(lost.untold), " without a reason"].concat()
    } else {
        String::new()
    };
    [
        "Why customers left, ",
        span,
        ", by “",
        ledger.attributes.get(lost.attribute).map(String::as_str).unwrap_or_default(),
        "”: of ",
        &money(lost.all()),
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

#[cfg(test)]
mod tests {
    use plimsoll_columns::{LedgerBuilder, Month};
    use plimsoll_metrics::Currency;

    use crate::format::English;
    use crate::ledger::Store;
    use crate::view::{DataRequest, Light, Told};
    use crate::worded;

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
            tallied: std::rc::Rc::default(),
        }
    }

    fn churn_notes(store: &Store) -> Vec<String> {
        let asked = DataRequest::Ledger(Light::default());
        let Told::Ledger(ledger) = worded(&store.answer(&asked), &English) else { return Vec::new() };
        ledger.notes.into_iter().filter(|note| !note.starts_with("The ledger does not")).collect()
    }

    #[test]
    fn failed_payments_are_told_from_decisions() {
        let rows = [
            ("A", 24_300..24_302, 10_000, "payment_failed"),
            ("B", 24_300..24_301, 20_050, "Too expensive"),
            ("C", 24_300..24_302, 500, " "),
            ("D", 24_300..24_304, 900, ""),
        ];
        let notes = churn_notes(&store(&rows));
        assert_eq!(
            notes,
            [
                "Why customers left, January 2025 to April 2025, by “Cancellation reason”: of $305.50 a month lost, $100 went \
              involuntarily (a payment failed) and $200.50 by decision, and $5 without a reason."
            ]
        );
    }

    #[test]
    fn who_came_and_went_inside_of_the_window_is_told_apart() {
        let notes = churn_notes(&store(&[
            ("A", 24_300..24_304, 900, ""),
            ("B", 24_301..24_303, 5_000, ""),
            ("C", 24_302..24_304, 700, ""),
        ]));
        assert_eq!(
            notes,
            [
                "Early churn: of 2 customers who joined, January 2025 to April 2025, 1 was gone again by its end ($50 a month). \
              They are no part of churn, which starts with those who were there."
            ]
        );
    }
}
