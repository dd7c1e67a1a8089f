//! Goal-seek and next steps: what is said to reach a band does.

use std::borrow::Cow;

use plimsoll_forecast::{next_step, seek};
use plimsoll_metrics::benchmarks::{Grade, PUBLISHED, Scale};
use plimsoll_metrics::{Accepts, Book, Exact, Metric, all_metrics};
use proptest::prelude::*;

use super::company::{consistent, hundredths};

fn grade(book: &Book, metric: &'static Metric) -> Option<Grade> {
    scale_of(metric)?.grade(&book.annual(metric).ok()?)
}

fn scale_of(metric: &'static Metric) -> Option<Cow<'static, Scale>> {
    PUBLISHED.scale(metric, None)
}

/// The book once a figure has changed by so much.
fn changed(book: &Book, figure: &'static plimsoll_metrics::Figure, change: &Exact) -> Book {
    let mut book = book.clone();
    let value = book.figure(figure).unwrap().plus(change);
    book.set(figure, value);
    book
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_next_step_reaches_its_band_and_asks_for_little_more(company in consistent()) {
        let book = company.book();
        for metric in all_metrics() {
            let Some(scale) = scale_of(metric) else { continue };
            let Some(step) = next_step(&book, metric, &scale, 2) else { continue };
            let place = format!("{}: {step:?}", metric.slug);
            let (before, after) = (grade(&book, metric).unwrap(), changed(&book, step.figure, &step.change));
            prop_assert!(step.band.standing > before.band.standing, "{}", place);
            prop_assert!(step.figure.accepts(after.figure(step.figure).unwrap()), "{}", place);
            prop_assert!(grade(&after, metric).unwrap().band.standing >= step.band.standing, "{}", place);
            // Rounded to two digits and at most one unit further, so three quarters of it must not be enough.
            if step.figure.accepts == Accepts::Amount && step.change.abs() >= Exact::from(100) {
                let less = changed(&book, step.figure, &step.change.times(&Exact::percent(75)));
                let reached = grade(&less, metric).is_some_and(|grade| grade.band.standing >= step.band.standing);
                prop_assert!(!reached, "{}", place);
            }
        }
    }

    #[test]
    fn the_best_band_has_no_next_step(company in consistent()) {
        let book = company.book();
        for metric in all_metrics() {
            let Some(scale) = scale_of(metric) else { continue };
            let Some(grade) = grade(&book, metric) else { continue };
            if scale.next_better(grade.position).is_none() {
                prop_assert_eq!(next_step(&book, metric, &scale, 2), None, "{}", metric.slug);
            }
        }
    }

    #[test]
    fn what_was_sought_is_what_is_found(company in consistent(), goal in 1..=100_000_i64) {
        let (book, goal) = (company.book(), hundredths(goal).times(&Exact::percent(1)));
        for metric in all_metrics() {
            for figure in metric.improved_by {
                let Ok(value) = seek(&book, metric, figure, &goal) else { continue };
                let mut found = book.clone();
                found.set(figure, value);
                if let Ok(reached) = found.evaluate(metric) {
                    prop_assert_eq!(reached, goal.clone(), "{} by {}", metric.slug, figure.slug);
                }
            }
        }
    }
}
