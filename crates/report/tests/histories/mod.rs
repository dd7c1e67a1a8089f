//! Histories that can be told by hand.

#![allow(dead_code, reason = "each test uses a part of them")]
#![allow(clippy::inconsistent_digit_grouping, reason = "the last two digits are cents")]

use plimsoll_report::Currency;
use plimsoll_report::picture::{Cohort, History, MonthSums};
use plimsoll_report::view::{Month, Movement};

fn january(year: i32) -> Month {
    Month::from_year_month(year, 1).unwrap_or_default()
}

/// Months from January 2025 on: the first one's balance, then each month's movements. Customers: ten, one a movement.
pub(crate) fn months(told: &[(i64, &[(Movement, i64)])]) -> History {
    let mut end = 0_i64;
    let mut months = Vec::new();
    for (balance, movements) in told {
        let mut sums = MonthSums {
            start: end,
            end: end.saturating_add(*balance),
            start_logos: 10,
            ..MonthSums::default()
        };
        for (movement, amount) in *movements {
            let (place, sign) = match movement {
                Movement::New => (&mut sums.new, 1_i64),
                Movement::Expansion => (&mut sums.expansion, 1),
                Movement::Reactivation => (&mut sums.reactivation, 1),
                Movement::Contraction => (&mut sums.contraction, -1),
                Movement::Churn => (&mut sums.churn, -1),
            };
            *place = *amount;
            sums.end = sums.end.saturating_add(amount.saturating_mul(sign));
        }
        end = sums.end;
        months.push(sums);
    }
    History { months, ..History::empty(Currency::Usd, january(2025)) }
}

/// $1,000, then three months with movements, which end at $1,200.
pub(crate) fn four_months() -> History {
    months(&[
        (1_000_00, &[]),
        (0, &[(Movement::New, 300_00), (Movement::Expansion, 50_00)]),
        (0, &[(Movement::New, 50_00), (Movement::Contraction, 100_00)]),
        (0, &[(Movement::New, 100_00), (Movement::Churn, 200_00)]),
    ])
}

/// So many months in which nothing moves.
pub(crate) fn flat(balance: i64, count: usize) -> History {
    let month = MonthSums { start: balance, end: balance, ..MonthSums::default() };
    History { months: vec![month; count], ..months(&[]) }
}

/// Twelve months without a rate, from January 2025, then months in which those who paid 1,000 a year before pay so
/// much now, with and without upsells.
pub(crate) fn trailing(rows: &[(i64, i64)]) -> History {
    let rated = rows.iter().map(|(now_12, kept_12)| MonthSums {
        base_12: 1_000,
        now_12: *now_12,
        kept_12: *kept_12,
        ..MonthSums::default()
    });
    History { months: vec![MonthSums::default(); 12].into_iter().chain(rated).collect(), ..months(&[]) }
}

/// An opening cohort of a thousand, one of four in February 2025, one of five in March.
pub(crate) fn three_cohorts() -> History {
    let cohort = |first, cells: &[(i64, i64)]| Cohort { first, cells: cells.to_vec() };
    History {
        cohorts: vec![
            cohort(2, &[(5, 500_00), (5, 500_00)]),
            cohort(1, &[(4, 400_00), (3, 300_00), (2, 560_00)]),
            cohort(0, &[(1_000, 9_000_00), (999, 9_000_00), (900, 8_100_00), (900, 8_100_00)]),
        ],
        ..months(&[(0, &[]), (0, &[]), (0, &[]), (0, &[])])
    }
}
