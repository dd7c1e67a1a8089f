//! Which snapshots are about a year apart, or an even part of one.

/// A year in days, and how far off the days of two snapshots may be.
const YEAR: i64 = 365;
const ROOM: i64 = 31;
/// The shortest time that is taken as a part of a year is a month.
const MOST_TIMES: i64 = 12;

/// Of the snapshots before this one that from which a year passes most nearly, and how many such times a year has: 1 for a year
/// ago, 2 for half of one. Nothing where days are unknown or fit no part of a year.
///
/// The days are since 1970-01-01, earliest first.
#[must_use]
pub(super) fn earlier(days: &[Option<i32>], now: u16) -> Option<(u16, u32)> {
    let day = i64::from((*days.get(usize::from(now))?)?);
    let before = (0_u16..).zip(days).take(usize::from(now));
    let fits = before.filter_map(|(place, then)| {
        let passed = day.saturating_sub(i64::from((*then)?));
        let times = YEAR.saturating_add(passed / 2).checked_div(passed)?;
        let off = times.saturating_mul(passed).abs_diff(YEAR);
        let is_part = passed > 0 && (1..=MOST_TIMES).contains(&times) && off <= ROOM.unsigned_abs();
        is_part.then_some((times, off, place))
    });
    let (times, _, place) = fits.min()?;
    Some((place, u32::try_from(times).ok()?))
}

/// The snapshot of about a year before this one.
#[must_use]
pub(crate) fn year_before(days: &[Option<i32>], now: u16) -> Option<u16> {
    earlier(days, now).filter(|(_, times)| *times == 1).map(|(place, _)| place)
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it is surprised"
)]
mod tests {
    use super::*;

    #[test]
    fn a_year_ago_comes_before_its_parts() {
        let days = [Some(0), Some(10), Some(181), Some(340), Some(371)];
        assert_eq!(earlier(&days, 4), Some((1, 1)), "361 days are nearer to a year than 371");
        assert_eq!(year_before(&days, 4), Some(1));
        assert_eq!(earlier(&days, 2), Some((0, 2)));
        assert_eq!(year_before(&days, 2), None);
        assert_eq!(earlier(&days[2..], 2), Some((0, 2)), "190 days are half a year");
    }

    #[test]
    fn without_days_or_with_odd_ones_there_is_none() {
        assert_eq!(earlier(&[None, Some(365)], 1), None);
        assert_eq!(earlier(&[Some(0), None], 1), None);
        assert_eq!(earlier(&[Some(0), Some(700)], 1), None, "two years are no part of one");
        assert_eq!(earlier(&[Some(5), Some(5)], 1), None);
        assert_eq!(earlier(&[Some(0)], 0), None);
    }
}
