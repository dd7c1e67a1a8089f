//! Days since an epoch to dates. Spreadsheet programs count days, and Excel counts one that never was.

use std::fmt::Write;

use chrono::{Days, NaiveDate};

use crate::format::Reading;

/// The last day that spreadsheet programs show, 31 December 9999.
const LAST: f64 = 2_958_465.0;
/// By how many days the epoch of 1904 is later.
const LATER: f64 = 1_462.0;
/// 29 February 1900 in Excel's count, a day that never was; it was counted in a program that Excel had to agree with.
const NEVER: u64 = 60;
/// How many seconds a day has.
const DAY: f64 = 86_400.0;

/// Writes a number of days as a date, a date and a time, or a time. Answers whether it is one; nothing is written
/// where it is not, such as for zero, which empty dates often hold.
pub(crate) fn write(days: f64, reading: Reading, since_1904: bool, out: &mut String) -> bool {
    if !(0.0..=LAST + 1.0).contains(&days) {
        return false;
    }
    let (mut day, mut second) = (days.floor(), (days.fract() * DAY).round());
    if second >= DAY {
        (day, second) = (day + 1.0, 0.0);
    }
    if reading == Reading::Elapsed {
        clock(day * DAY + second, out);
        return true;
    }
    if reading == Reading::Time && day == 0.0 {
        clock(second, out);
        return true;
    }
    // The epoch of 1904 has a day zero.
    let day = if since_1904 { day + LATER } else { day };
    if !(1.0..=LAST).contains(&day) {
        return false;
    }
    date(whole(day), out);
    if second > 0.0 || reading != Reading::Date {
        out.push(' ');
        clock(second, out);
    }
    true
}

/// Writes a day of Excel's count as year, month and day.
fn date(day: u64, out: &mut String) {
    if day == NEVER {
        out.push_str("1900-02-29");
        return;
    }
    // Days before the one that never was are right when counted from the last day of 1899.
    let before = if day < NEVER { 31 } else { 30 };
    let date =
        NaiveDate::from_ymd_opt(1899, 12, before).and_then(|epoch| epoch.checked_add_days(Days::new(day)));
    if let Some(date) = date {
        _ = write!(out, "{date}");
    }
}

/// Writes seconds as hours, minutes and seconds.
fn clock(seconds: f64, out: &mut String) {
    let seconds = whole(seconds);
    let part = |per: u64| seconds.checked_div(per).unwrap_or_default();
    let (minutes, seconds) = (part(60) % 60, seconds % 60);
    _ = write!(out, "{:02}:{minutes:02}:{seconds:02}", part(3_600));
}

/// A number that is whole and not negative already.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it was rounded, and lies between 0 and 10^12"
)]
const fn whole(number: f64) -> u64 {
    number as u64
}

/// Writes a date or a time that stands as text in the way of ISO 8601: `2025-03-01T00:00:00`, `PT36H00M05S`. What is
/// none is written as it stands.
pub(crate) fn write_iso(text: &str, out: &mut String) {
    if let Some(seconds) = duration(text) {
        clock(seconds, out);
        return;
    }
    let is_date = |date: &str| date.len() == 10 && date.starts_with(|first: char| first.is_ascii_digit());
    let Some((date, time)) = text.split_once('T').filter(|(date, _)| is_date(date)) else {
        return out.push_str(text);
    };
    // A fraction of a second, and the mark of universal time, say nothing that a month needs.
    let time = time.trim_end_matches('Z');
    let time = time.split_once('.').map_or(time, |(whole, _)| whole);
    out.push_str(date);
    if time != "00:00:00" {
        out.extend([" ", time]);
    }
}

/// The seconds of `PT12H30M05.5S`.
fn duration(text: &str) -> Option<f64> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (unit, per) in [('H', 3_600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((number, after)) = rest.split_once(unit) {
            seconds += crate::number::parse(number).filter(|number| *number >= 0.0)? * per;
            rest = after;
        }
    }
    (rest.is_empty() && seconds < DAY * LAST).then(|| seconds.round())
}

#[cfg(test)]
mod tests {
    use super::{Reading, write, write_iso};

    fn written(days: f64, reading: Reading, since_1904: bool) -> Option<String> {
        let mut out = String::new();
        write(days, reading, since_1904, &mut out).then_some(out)
    }

    #[test]
    fn both_epochs_and_the_day_that_never_was() {
        let date = |days| written(days, Reading::Date, false);
        for (days, text) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (60.0, "1900-02-29"),
            (61.0, "1900-03-01"),
            (45_717.0, "2025-03-01"),
            (2_958_465.0, "9999-12-31"),
            (45_717.5, "2025-03-01 12:00:00"),
            (45_716.999_999_9, "2025-03-01"),
        ] {
            assert_eq!(date(days).as_deref(), Some(text));
        }
        for days in [0.0, 0.5, -1.0, 2_958_466.0, 1e12, f64::NAN, f64::INFINITY] {
            assert_eq!(date(days), None, "{days}");
        }
        assert_eq!(written(0.0, Reading::Date, true).as_deref(), Some("1904-01-01"));
        assert_eq!(written(44_255.0, Reading::Date, true).as_deref(), Some("2025-03-01"));
    }

    #[test]
    fn times_have_seconds() {
        assert_eq!(written(45_717.0, Reading::DateTime, false).as_deref(), Some("2025-03-01 00:00:00"));
        assert_eq!(written(45_717.75, Reading::DateTime, false).as_deref(), Some("2025-03-01 18:00:00"));
        assert_eq!(written(0.25, Reading::Time, false).as_deref(), Some("06:00:00"));
        assert_eq!(written(1.5, Reading::Elapsed, false).as_deref(), Some("36:00:00"));
        assert_eq!(written(0.0, Reading::Elapsed, false).as_deref(), Some("00:00:00"));
    }

    #[test]
    fn iso_texts_lose_only_what_says_nothing() {
        let iso = |text: &str| {
            let mut out = String::new();
            write_iso(text, &mut out);
            out
        };
        assert_eq!(iso("2025-03-01"), "2025-03-01");
        assert_eq!(iso("2025-03-01T00:00:00"), "2025-03-01");
        assert_eq!(iso("2025-03-01T09:30:00.5Z"), "2025-03-01 09:30:00");
        assert_eq!(iso("PT36H00M05S"), "36:00:05");
        assert_eq!(iso("PT1H-5M"), "PT1H-5M");
        assert_eq!(iso("soon"), "soon");
    }
}
