//! The time of day after a date, and its zone.

/// Zones that exports write. They are understood and not converted: the day written is the day meant.
const ZONES: [&str; 18] = [
    "z", "utc", "gmt", "pst", "pdt", "mst", "mdt", "cst", "cdt", "est", "edt", "bst", "cet", "cest", "eet",
    "eest", "ist", "jst",
];

/// Cuts a text into its date and the second of the day; none where something else than a time follows the date.
pub(super) fn split(text: &str) -> Option<(&str, u32)> {
    let Some(colon) = text.find(':') else { return Some((without_zone(text), 0)) };
    let (before, after) = text.split_at_checked(colon)?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let hour: u32 = before.get(start.len()..)?.parse().ok().filter(|hour| *hour < 24)?;
    let mut minutes = after.strip_prefix(':')?;
    let minute = two_digits(&mut minutes)?;
    let second = match minutes.strip_prefix(':') {
        Some(rest) => {
            minutes = rest;
            two_digits(&mut minutes)?
        }
        None => 0,
    };
    let fraction =
        minutes.strip_prefix(['.', ',']).map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let (hour, zone) = half_day(hour, fraction.unwrap_or(minutes).trim())?;
    let date = start.trim_end_matches([' ', ',', 'T', 't']);
    let second =
        hour.checked_mul(3_600)?.checked_add(minute.checked_mul(60)?)?.checked_add(second.min(59))?;
    is_zone(zone).then_some((date, second))
}

fn two_digits(text: &mut &str) -> Option<u32> {
    let (digits, rest) = text.split_at_checked(2)?;
    *text = rest;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
    digits.parse().ok().filter(|value| *value <= 60)
}

/// The hour of the day, where AM or PM follows the time; and what is left.
fn half_day(hour: u32, rest: &str) -> Option<(u32, &str)> {
    let half = rest.get(..2).map(str::to_ascii_lowercase).filter(|half| half == "am" || half == "pm");
    let Some(half) = half else { return Some((hour, rest)) };
    let (1..=12, Some(after)) = (hour, rest.get(2..)) else { return None };
    let morning = hour % 12;
    Some((if half == "pm" { morning.saturating_add(12) } else { morning }, after.trim()))
}

/// Whether a text is empty or a zone: `Z`, `PDT`, `(UTC)`, `+02:00`.
fn is_zone(text: &str) -> bool {
    let bare = text.trim_start_matches('(').trim_end_matches(')');
    let is_offset = bare.starts_with(['+', '-'])
        && (2..=6).contains(&bare.len())
        && bare.chars().skip(1).all(|c| c.is_ascii_digit() || c == ':');
    bare.is_empty() || is_offset || ZONES.iter().any(|zone| zone.eq_ignore_ascii_case(bare))
}

/// A date without the zone after it.
fn without_zone(text: &str) -> &str {
    match text.rsplit_once(' ') {
        Some((date, zone))
            if is_zone(zone) && zone.starts_with(|c: char| c.is_ascii_alphabetic() || c == '(') =>
        {
            date
        }
        _ => text,
    }
}
