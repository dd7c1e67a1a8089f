#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it is surprised"
)]

use plimsoll_metrics::figures::{LOST_CUSTOMERS, START_CUSTOMERS};
use plimsoll_metrics::metrics::{LIFETIME_VALUE, LOGO_CHURN, LTV_CAC, NET_REVENUE_RETENTION};
use plimsoll_metrics::{Known, WhenZero, Window};
use proptest::prelude::*;

use super::*;
use crate::company::{book, full, metric};

/// 5 of 200 lost: one more or less is half a point; two more or less to start with, a fortieth of one.
#[test]
fn worked_rows() {
    let company = book(Window::Year, &[(&START_CUSTOMERS, 200), (&LOST_CUSTOMERS, 5)]);
    let rows = tornado(&company, &LOGO_CHURN, Basis::Window, None);
    let fraction = |over: i64, under: i64| Exact::from(over).times(&Exact::from(under).inverse());
    let less = |one: Exact| Ok(one.minus(&fraction(5, 200)));
    let expected = vec![
        Row {
            over: Movable::Figure(&LOST_CUSTOMERS),
            step: Exact::one(),
            down: less(fraction(4, 200)),
            up: less(fraction(6, 200)),
        },
        Row {
            over: Movable::Figure(&START_CUSTOMERS),
            step: Exact::from(2),
            down: less(fraction(5, 198)),
            up: less(fraction(5, 202)),
        },
    ];
    assert_eq!(rows, Ok(expected));
}

#[test]
fn a_side_that_cannot_be_taken_says_why() {
    let mut company = book(Window::Year, &[(&START_CUSTOMERS, 1), (&LOST_CUSTOMERS, 1)]);
    let rows = tornado(&company, &LOGO_CHURN, Basis::Window, None).unwrap_or_default();
    let sides: Vec<_> = rows.into_iter().map(|row| (row.over, row.down, row.up)).collect();
    let broken = || Err(NoStep::LargerThanWhole(&figures::LIMITS[0]));
    let lost = (Movable::Figure(&LOST_CUSTOMERS), Ok(Exact::from(-1)), broken());
    let there = (Movable::Figure(&START_CUSTOMERS), broken(), Ok(Exact::percent(-50)));
    assert_eq!(sides, [lost, there]);
    company.set(&LOST_CUSTOMERS, Exact::zero());
    let rows = tornado(&company, &LOGO_CHURN, Basis::Window, None).unwrap_or_default();
    let down: Vec<_> = rows.into_iter().map(|row| row.down).collect();
    assert_eq!(down[0], Err(NoStep::NotAccepted));
    assert!(
        matches!(down[1], Err(NoStep::Undefined(Undefined::ZeroDivisor(WhenZero::NoBase, _)))),
        "{down:?}"
    );
    company.set_known(&LOGO_CHURN, Known { value: Exact::percent(5), window: Window::Year });
    assert_eq!(tornado(&company, &LOGO_CHURN, Basis::Window, None), Ok(Vec::new()));
    assert!(tornado(&company, &LIFETIME_VALUE, Basis::Window, None).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn rows_fall_in_size_and_are_what_the_step_does(company in full(), metric in metric()) {
        for metric in [metric, &LTV_CAC] {
            for levers in [None, Some(ChurnScope::Both)] {
                let Ok(rows) = tornado(&company, metric, Basis::Year, levers) else { continue };
                let sizes: Vec<_> = rows.iter().map(Row::size).collect();
                prop_assert!(sizes.windows(2).all(|pair| pair[0] >= pair[1]));
                for row in rows {
                    let (Movable::Figure(figure), Ok(up)) = (row.over, row.up) else { continue };
                    let mut there = company.clone();
                    there.set(figure, company.counted(figure).unwrap_or_else(Exact::zero).plus(&row.step));
                    let change = there.annual(metric).and_then(|there| Ok(there.minus(&company.annual(metric)?)));
                    prop_assert_eq!(change, Ok(up));
                }
            }
        }
    }

    #[test]
    fn a_metric_rests_on_what_moves_it(company in full()) {
        let rests: Vec<_> = rests_on(&company, &NET_REVENUE_RETENTION).collect();
        let slugs: Vec<_> = rests.iter().map(|figure| figure.slug).collect();
        let by = if company.convention(&NET_REVENUE_RETENTION) == &NET_REVENUE_RETENTION { "" } else { "-by-month" };
        let flows = ["expansion-mrr", "contraction-mrr", "churned-mrr"].map(|flow| [flow, by].concat());
        prop_assert_eq!(slugs[0], "start-mrr");
        prop_assert_eq!(&slugs[1..], flows.as_slice());
    }
}
