use proptest::prelude::*;

use super::DateOrder::{DayFirst, MonthFirst};
use super::*;

/// A date as read, compactly: the day, `~` where only a month was written, the seconds, and how sure its order is.
fn told(text: &str) -> String {
    match read_date(text, DayFirst) {
        Err(problem) => format!("{problem:?}"),
        Ok(read) => {
            let month = if read.whole_month { "~" } else { "" };
            let second = if read.second == 0 { String::new() } else { format!(" {}s", read.second) };
            let order = match (read.ambiguous, read.proves) {
                (true, _) => " either",
                (false, Some(DayFirst)) => " day",
                (false, Some(MonthFirst)) => " month",
                (false, None) => "",
            };
            format!("{}{month}{second}{order}", read.day)
        }
    }
}

#[test]
fn every_format_is_read() {
    for (text, expected) in [
        ("2025-03-04", "2025-03-04"),
        ("2025/3/4", "2025-03-04"),
        (" 2025-03-04 ", "2025-03-04"),
        ("2025-03-04T01:02:03Z", "2025-03-04 3723s"),
        ("2025-03-04T01:02:03.123456+02:00", "2025-03-04 3723s"),
        ("2025-03-04 01:02", "2025-03-04 3720s"),
        ("2025-01-05 10:00:00 PDT", "2025-01-05 36000s"),
        ("2025-01-05 10:00:00 UTC", "2025-01-05 36000s"),
        ("2025-01-05 UTC", "2025-01-05"),
        ("1/5/2025 12:30 AM", "2025-05-01 1800s either"),
        ("1/15/2025, 1:30 pm", "2025-01-15 48600s month"),
        ("2025-03", "2025-03-01~"),
        ("03/2025", "2025-03-01~"),
        ("202503", "2025-03-01~"),
        ("Mar 2025", "2025-03-01~"),
        ("March 2025", "2025-03-01~"),
        ("2025 März", "2025-03-01~"),
        ("Jan-25", "2025-01-01~"),
        ("Jan '25", "2025-01-01~"),
        ("janv.-25", "NotADate"),
        ("3/4/2025", "2025-04-03 either"),
        ("03-04-2025", "2025-04-03 either"),
        ("31/01/2025", "2025-01-31 day"),
        ("01/31/2025", "2025-01-31 month"),
        ("03/03/2025", "2025-03-03"),
        ("04.03.2025", "2025-03-04"),
        ("4.3.25", "2025-03-04"),
        ("1/31/25", "2025-01-31 month"),
        ("20250304", "2025-03-04"),
        ("4 March 2025", "2025-03-04"),
        ("4. März 2025", "2025-03-04"),
        ("March 4, 2025", "2025-03-04"),
        ("Tue, 4th of March 2025", "2025-03-04"),
        ("4-Mar-25", "2025-03-04"),
        ("9999-12-31", "9999-12-31"),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_date_says_why() {
    for (text, expected) in [
        ("", "Empty"),
        (" \u{a0}", "Empty"),
        ("Acme", "NotADate"),
        ("1200", "NotADate"),
        ("12.50", "NotADate"),
        ("45658", "NotADate"),
        ("25-01-03", "NotADate"),
        ("2025-13-01", "NoSuchDay"),
        ("2025-02-29", "NoSuchDay"),
        ("0000-00-00", "NoSuchDay"),
        ("Jan 25", "NoYear"),
        ("25-Jan", "NoYear"),
        ("2025-01-05 25:00", "NotADate"),
        ("2025-01-05 10:00 XYZ", "NotADate"),
        ("2025-Q1", "NotADate"),
        ("2025-01-0²", "NotADate"),
        ("½ March 2025", "NotADate"),
        ("12345678901", "NotADate"),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
    assert_eq!(told(&"9".repeat(60)), "TooLong { limit: 48 }");
}

#[test]
fn numbers_count_days_or_seconds() {
    let day = |text, count| read_day_count(text, count).map(|read| (read.day.to_string(), read.second));
    assert_eq!(day("61", DayCount::Spreadsheet), Ok(("1900-03-01".into(), 0)));
    assert_eq!(day("45658.5", DayCount::Spreadsheet), Ok(("2025-01-01".into(), 0)));
    assert_eq!(day("1735693200", DayCount::Seconds), Ok(("2025-01-01".into(), 3600)));
    assert_eq!(day("1735693200000", DayCount::Milliseconds), Ok(("2025-01-01".into(), 3600)));
    assert_eq!(day("60", DayCount::Spreadsheet), Err(DateProblem::NoSuchDay));
    assert_eq!(day("999999999999999999999999999999", DayCount::Seconds), Err(DateProblem::NotADate));
    assert_eq!(day("-5", DayCount::Seconds), Err(DateProblem::NotADate));
}

proptest! {
    #[test]
    fn dates_round_trip(days in 0_u64..80_000, format in prop::sample::select(vec![
        "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%-d/%-m/%Y", "%Y%m%d", "%d %B %Y", "%b %-d, %Y", "%Y-%m-%dT%H:%M:%SZ",
    ])) {
        let day = NaiveDate::from_ymd_opt(1980, 1, 1).and_then(|first| first.checked_add_days(Days::new(days)));
        let written = day.and_then(|day| day.and_hms_opt(0, 0, 0)).map(|day| day.format(format).to_string());
        let read = written.map(|written| read_date(&written, DayFirst).map(|read| read.day));
        prop_assert_eq!(read, day.map(Ok));
    }

    #[test]
    fn any_text_is_a_date_or_none(text in "\\PC{0,60}", marks in "[0-9JanFeb/:. TZ+-]{0,30}") {
        for text in [text, marks] {
            if let (Ok(one), Ok(other)) = (read_date(&text, DayFirst), read_date(&text, MonthFirst)) {
                prop_assert_eq!(one.ambiguous, other.ambiguous);
                prop_assert_eq!(one.ambiguous, one.day != other.day);
            }
            for &count in DayCount::ALL {
                let _ = read_day_count(&text, count);
            }
        }
    }
}
