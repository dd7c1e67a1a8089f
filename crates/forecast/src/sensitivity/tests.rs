#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it is surprised"
)]

use plimsoll_metrics::figures::{self, DISCOUNT_RATE, FORECAST_ARR, HORIZON_YEARS, RENEWED_ARR};
use plimsoll_metrics::metrics::{self, LIFETIME_VALUE_CAPPED, LIFETIME_VALUE_WITH_EXPANSION};
use plimsoll_metrics::{Accepts, Known, WhenZero, all_metrics};
use proptest::prelude::*;

use super::*;
use crate::company::{full, metric};
use crate::rests_on;

fn shifted(book: &Book, figure: &'static Figure, by: &Exact) -> Option<Book> {
    let mut book = book.clone();
    let value = book.counted(figure)?.plus(by);
    book.set(figure, value);
    Some(book)
}

#[test]
fn a_corner_and_steps_are_named() {
    let mut book = Book::new(Window::Year);
    book.set(&RENEWED_ARR, Exact::from(1_000));
    let accuracy = &metrics::FORECAST_ACCURACY;
    for (forecast, expected) in
        [(900, Ok(Exact::per_mille(1))), (1_000, Err(NoSlope::Corner)), (1_100, Ok(Exact::per_mille(-1)))]
    {
        book.set(&FORECAST_ARR, Exact::from(forecast));
        assert_eq!(slope(&book, accuracy, &FORECAST_ARR), expected, "{forecast}");
    }
    book.set(&figures::MANAGED_ARR, Exact::from(5_000_000));
    let Some(managers) = all_metrics().find(|metric| {
        matches!(metric.formula, Expression::RoundUp(_))
            && metric.formula.occurrences(&figures::MANAGED_ARR) > 0
    }) else {
        panic!("one metric rounds up")
    };
    assert_eq!(slope(&book, managers, &figures::MANAGED_ARR), Err(NoSlope::Steps));
    assert_eq!(slope(&book, managers, &FORECAST_ARR), Ok(Exact::zero()));
}

/// Two years of months: the sum of q to the k, by hand for q = 1 (276) and for one month less.
#[test]
fn a_geometric_sum_at_one_has_its_slope() {
    let one = Sloped { value: Exact::one(), slope: Exact::one() };
    let years = level(Exact::from(2));
    let month = Book::new(Window::Month);
    let rise = of_geometric(&month, &one, &years, false, Exact::from(24)).map(|sum| sum.slope);
    assert_eq!(rise, Ok(Exact::from(276)));
    assert_eq!(of_geometric(&month, &one, &years, true, Exact::from(24)).err(), Some(NoSlope::Corner));
    // 1 + q + q² + q³ at 2: 1 + 4 + 12.
    let two = Sloped { value: Exact::from(2), slope: Exact::one() };
    let rise = of_geometric(&Book::new(Window::Quarter), &two, &level(Exact::one()), false, Exact::from(15));
    assert_eq!(rise.map(|sum| sum.slope), Ok(Exact::from(17)));
    let horizon = Sloped { value: Exact::one(), slope: Exact::one() };
    assert_eq!(of_geometric(&month, &two, &horizon, false, Exact::from(15)).err(), Some(NoSlope::Steps));
}

#[test]
fn where_there_is_no_value_there_is_no_slope() {
    let mut book = Book::new(Window::Year);
    let churn = |book: &Book| slope(book, &metrics::LOGO_CHURN, &figures::LOST_CUSTOMERS);
    assert!(matches!(churn(&book), Err(NoSlope::Undefined(Undefined::Missing(_)))));
    book.set(&figures::LOST_CUSTOMERS, Exact::zero());
    book.set(&figures::START_CUSTOMERS, Exact::zero());
    assert!(matches!(churn(&book), Err(NoSlope::Undefined(Undefined::ZeroDivisor(WhenZero::NoBase, _)))));
    book.set_known(&metrics::LOGO_CHURN, Known { value: Exact::percent(5), window: Window::Year });
    assert_eq!(churn(&book), Ok(Exact::zero()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The slope lies between two exact difference quotients, up to what the curve bends and roots are rounded by.
    #[test]
    fn a_slope_is_a_small_difference_quotient(book in full(), metric in metric()) {
        for metric in [metric, &metrics::LTV_CAC, &metrics::LIFETIME_VALUE] {
            for figure in rests_on(&book, metric).filter(|figure| figure.accepts != Accepts::Horizon) {
                let (Ok(slope), Ok(now)) = (slope(&book, metric, figure), book.evaluate(metric)) else { continue };
                let size = book.counted(figure).unwrap_or_else(Exact::zero).max(Exact::percent(1));
                let small = size.times(&Exact::per_mille(1)).times(&Exact::per_mille(1));
                let there = |by: &Exact| shifted(&book, figure, by)?.evaluate(metric).ok();
                let (Some(up), Some(down)) = (there(&small), there(&negative(&small))) else { continue };
                let double = small.plus(&small);
                let Some(quotient) = up.minus(&down).divided_by(&double) else { continue };
                // A central difference of 10⁻⁶ is right to about 10⁻¹² of how much the curve bends.
                let bend = up.plus(&down).minus(&now.plus(&now)).abs().divided_by(&small).unwrap_or_else(Exact::zero);
                // Powers and roots keep twenty digits, of which the small step shows the last ones.
                let digits = Exact::from(10).power(17).inverse();
                let noise = now.abs().plus(&Exact::one()).times(&digits).divided_by(&small).unwrap_or_else(Exact::zero);
                let allowed = bend.plus(&slope.abs().times(&Exact::from(10).power(6).inverse())).plus(&noise);
                prop_assert!(
                    quotient.minus(&slope).abs() <= allowed,
                    "{} {}: {:?} {:?}", metric.slug, figure.slug, quotient, slope
                );
            }
        }
    }

    #[test]
    fn what_does_not_stand_in_the_formula_has_no_slope(book in full(), metric in metric()) {
        let figures: Vec<_> = rests_on(&book, metric).collect();
        for figure in figures::all().filter(|figure| !figures.contains(figure)) {
            if let Ok(slope) = slope(&book, metric, figure) {
                prop_assert!(slope.is_zero(), "{} {}", metric.slug, figure.slug);
            }
        }
    }

    #[test]
    fn discounted_values_have_slopes(book in full()) {
        for metric in [&LIFETIME_VALUE_CAPPED, &LIFETIME_VALUE_WITH_EXPANSION] {
            if book.by_formula(metric).is_err() || book.evaluate(metric).is_err() {
                continue;
            }
            // A value that can just be written may have a slope that cannot.
            let rate = slope(&book, metric, &DISCOUNT_RATE);
            let falls = rate.as_ref().is_ok_and(|slope| *slope <= Exact::zero());
            prop_assert!(falls || rate == Err(NoSlope::Undefined(Undefined::Overflow)), "{} {rate:?}", metric.slug);
            let years = slope(&book, metric, &HORIZON_YEARS);
            prop_assert!(matches!(years, Err(NoSlope::Steps)) || metric == &LIFETIME_VALUE_WITH_EXPANSION);
        }
    }
}
