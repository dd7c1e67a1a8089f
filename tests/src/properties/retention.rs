//! Identities between metrics, and that what is undefined is never a number.

use std::collections::BTreeSet;

use plimsoll_metrics::metrics::{
    CLOSING_CUSTOMERS, CLOSING_MRR, CUSTOMER_RETENTION, GROSS_REVENUE_CHURN, GROSS_REVENUE_RETENTION,
    LOGO_CHURN, NET_REVENUE_RETENTION, REVENUE_PER_ACCOUNT,
};
use plimsoll_metrics::{Book, Exact, Metric, Outcome, Undefined, all_metrics, figures};
use plimsoll_report::view::Value;
use plimsoll_report::{English, page};
use proptest::prelude::*;

use super::company::{any_figures, consistent, hundredths};
use crate::typed::card;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn gross_retention_is_never_above_the_whole_nor_above_net(company in consistent()) {
        let book = company.book();
        let value = |metric| book.evaluate(metric).unwrap();
        let (net, gross) = (value(&NET_REVENUE_RETENTION), value(&GROSS_REVENUE_RETENTION));
        prop_assert!(gross <= Exact::one());
        prop_assert!(!gross.is_negative());
        prop_assert!(net >= gross);
        let bought = company.value(&figures::EXPANSION_MRR).and_then(|bought| {
            bought.divided_by(&company.value(&figures::START_MRR)?)
        });
        prop_assert_eq!(net, gross.plus(&bought.unwrap()));
        let annual = |metric| book.annual(metric).unwrap();
        prop_assert!(annual(&NET_REVENUE_RETENTION) >= annual(&GROSS_REVENUE_RETENTION));
    }

    #[test]
    fn what_is_lost_and_what_is_kept_make_a_whole(company in consistent()) {
        let book = company.book();
        let whole = |kept, lost| book.evaluate(kept).unwrap().plus(&book.evaluate(lost).unwrap());
        prop_assert_eq!(whole(&CUSTOMER_RETENTION, &LOGO_CHURN), Exact::one());
        prop_assert_eq!(whole(&GROSS_REVENUE_RETENTION, &GROSS_REVENUE_CHURN), Exact::one());
        // A year loses no less than one of its months.
        let (lost, kept) = (&LOGO_CHURN, &GROSS_REVENUE_RETENTION);
        prop_assert!(book.annual(lost).unwrap() >= book.evaluate(lost).unwrap());
        prop_assert!(book.annual(kept).unwrap() <= book.evaluate(kept).unwrap());
    }

    #[test]
    fn revenue_per_account_spreads_all_of_the_revenue(company in consistent()) {
        let book = company.book();
        if let Ok(each) = book.evaluate(&REVENUE_PER_ACCOUNT) {
            let all = each.times(&book.evaluate(&CLOSING_CUSTOMERS).unwrap());
            prop_assert_eq!(all, book.evaluate(&CLOSING_MRR).unwrap());
        }
    }

    #[test]
    fn more_money_of_every_kind_leaves_rates_alone(company in consistent(), times in 1..=100_000_i64) {
        let times = hundredths(times);
        let before = company.book();
        let mut after = before.clone();
        for figure in figures::all() {
            if let Some(value) = before.figure(figure).filter(|_| figure.unit.is_money()) {
                after.set(figure, value.times(&times));
            }
        }
        for metric in all_metrics() {
            let times = if metric.unit.is_money() { times.clone() } else { Exact::one() };
            let written = |value: Exact| value.to_decimal(8).map(|_| value).ok_or(Undefined::Overflow);
            let expected = before.evaluate(metric).and_then(|value| written(value.times(&times)));
            prop_assert_eq!(after.evaluate(metric), expected, "{}", metric.slug);
        }
    }

    #[test]
    fn what_is_undefined_is_never_a_number(company in any_figures()) {
        let book = company.book();
        let page = page(&company.state(), &English);
        for metric in all_metrics() {
            let outcome = book.evaluate(metric);
            check_outcome(&outcome, &book, metric);
            let Some(card) = card(&page, metric.slug) else { continue };
            match (&card.value, &outcome) {
                (Value::Known { text, .. }, Ok(_)) => prop_assert!(text.contains(|c: char| c.is_ascii_digit())),
                (Value::Undefined { reason, .. }, Err(_)) => prop_assert!(reason.ends_with('.'), "{}", reason),
                (shown, worked_out) => prop_assert!(false, "{}: {:?}, {:?}", metric.slug, shown, worked_out),
            }
            prop_assert_eq!(card.verdict.is_some(), card.scale.is_some() && outcome.is_ok());
            prop_assert!(card.next_step.is_none() || outcome.is_ok());
        }
    }

    #[test]
    fn without_revenue_at_the_start_nothing_is_retained_or_lost(company in any_figures()) {
        let mut book = company.book();
        book.set(&figures::START_MRR, Exact::zero());
        for metric in [&NET_REVENUE_RETENTION, &GROSS_REVENUE_RETENTION, &GROSS_REVENUE_CHURN] {
            prop_assert!(book.evaluate(metric).is_err());
            prop_assert!(book.annual(metric).is_err());
        }
    }
}

/// A value lies in its metric's range and can be written; a reason is a true one.
fn check_outcome(outcome: &Outcome, book: &Book, metric: &'static Metric) {
    match outcome {
        Ok(value) => {
            assert!(metric.range.holds(value), "{}: {value:?}", metric.slug);
            assert!(value.to_decimal(8).is_some(), "{}", metric.slug);
        }
        Err(Undefined::Missing(missing)) => {
            assert!(!missing.is_empty());
            for figure in missing {
                assert!(book.figure(figure).is_none(), "{} is there", figure.slug);
                assert!(metric.formula.occurrences(figure) > 0, "{} is not needed", figure.slug);
            }
            let once: BTreeSet<&str> = missing.iter().map(|figure| figure.slug).collect();
            assert_eq!(once.len(), missing.len());
        }
        Err(reason) => assert!(!reason.code().is_empty()),
    }
}
