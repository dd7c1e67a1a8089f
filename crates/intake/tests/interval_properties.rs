//! Which months a subscription counts in, against the definition taken day by day.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on should stop"
)]

use chrono::{Datelike as _, Days, NaiveDate};
use plimsoll_intake::{Choice, Month, look_with, rehearse};
use proptest::prelude::*;

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 1).unwrap().checked_add_days(Days::new(number)).unwrap()
}

/// Whether it is paid on this day, by the columns of the last day and of the day on which it ended.
fn is_paid(on: NaiveDate, from: NaiveDate, until: Option<NaiveDate>, ended: Option<NaiveDate>) -> bool {
    on >= from && until.is_none_or(|until| on <= until) && ended.is_none_or(|ended| on < ended)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_month_counts_if_its_last_day_is_paid(
        from in 0_u64..500, until in prop::option::of(0_u64..400), ended in prop::option::of(0_u64..400), cents in 100_u32..1_000_000,
    ) {
        let start = day(from);
        let [until, ended] = [until, ended].map(|length| length.map(|length| start.checked_add_days(Days::new(length)).unwrap()));
        let cell = |date: Option<NaiveDate>| date.map_or_else(String::new, |date| date.to_string());
        let amount = format!("{}.{:02}", cents / 100, cents % 100);
        let text = format!(
            "Customer,Start date,End date,Ended at,MRR\nAcme,{start},{},{},{amount}\nBolt,2024-01-01,,,0.50\n",
            cell(until), cell(ended)
        );
        let last = Month::from_year_month(2025, 12).unwrap();
        let mapping = look_with(&text, &[Choice::Until(last)]).mapping;
        let read = rehearse(&text, &mapping, 2, 1_000).unwrap();
        let found = read.entries.iter().filter(|entry| entry.customer == "Acme");
        let found: Vec<(String, i64)> = found.map(|entry| (entry.month.to_string(), entry.minor)).collect();
        let evenings = (0..731).map(day).filter(|day| day.succ_opt().unwrap().day() == 1);
        let paid = evenings.filter(|evening| is_paid(*evening, start, until, ended));
        let expected: Vec<(String, i64)> = paid.map(|day| (day.format("%Y-%m").to_string(), i64::from(cents))).collect();
        prop_assert_eq!(found, expected);
    }
}
