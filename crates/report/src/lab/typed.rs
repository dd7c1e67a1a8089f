//! Numbers of the lab as they are typed: a mark of decimals may be a point or a comma, and there are no groups.

use plimsoll_metrics::health::{FULL_POINTS, MOST_PLACES, Quantity};

/// A number as it is typed.
///
/// ```
/// use plimsoll_metrics::health::Quantity;
/// use plimsoll_report::lab::typed::quantity;
/// assert_eq!(quantity(" -12,50 "), Some(Quantity { units: -1_250, places: 2 }));
/// assert_eq!(quantity("1,000.5"), None);
/// ```
#[must_use]
pub fn quantity(text: &str) -> Option<Quantity> {
    let text = text.trim();
    let (is_negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let places = u8::try_from(part.len()).ok().filter(|places| *places <= MOST_PLACES)?;
    let all = || whole.bytes().chain(part.bytes());
    if all().next().is_none() || !all().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let units = all().try_fold(0_i64, |units, byte| {
        units.checked_mul(10)?.checked_add(i64::from(byte.saturating_sub(b'0')))
    })?;
    let units = if is_negative { units.checked_neg()? } else { units };
    Some(Quantity { units, places })
}

/// A number as hundredths, where it has no more than two decimals; a sign of percent may follow.
fn hundredths(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let quantity = quantity(text)?;
    // Zeros behind the second decimal say nothing.
    quantity.in_places(MOST_PLACES).and_then(|units| {
        let step = 10_i128.checked_pow(u32::from(MOST_PLACES.saturating_sub(2)))?;
        (units.checked_rem(step)? == 0).then_some(())?;
        i64::try_from(units.checked_div(step)?).ok()
    })
}

/// A weight in hundredths of a percent: not below zero. Empty is none.
#[must_use]
pub fn weight(text: &str) -> Option<u32> {
    if text.trim().is_empty() { Some(0) } else { u32::try_from(hundredths(text)?).ok() }
}

/// Points in hundredths: from 0 to 100.
#[must_use]
pub fn points(text: &str) -> Option<u16> {
    u16::try_from(hundredths(text)?).ok().filter(|points| *points <= FULL_POINTS)
}

/// Hundredths as they would be typed: 1,250 is "12.5".
///
/// ```
/// use plimsoll_report::lab::typed::written;
/// assert_eq!([0, 1_250, 4_000, 5].map(written), ["0", "12.5", "40", "0.05"]);
/// ```
#[must_use]
pub fn written(hundredths: u32) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let text = [whole.to_string(), ".".into(), (part / 10).to_string(), (part % 10).to_string()].concat();
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A number in units of its last decimal, with all of its decimals.
///
/// ```
/// use plimsoll_report::lab::typed::decimal;
/// assert_eq!([(123_456, 2), (5, 2), (-5, 3), (7, 0)].map(|(units, places)| decimal(units, places)), ["1234.56", "0.05", "-0.005", "7"]);
/// ```
#[must_use]
pub fn decimal(units: i64, places: u8) -> String {
    let digits = units.unsigned_abs().to_string();
    let places = usize::from(places);
    let padded =
        [&"0".repeat(places.saturating_add(1).saturating_sub(digits.len())), digits.as_str()].concat();
    let (whole, part) = padded.split_at(padded.len().saturating_sub(places));
    let sign = if units < 0 { "-" } else { "" };
    if part.is_empty() { [sign, whole].concat() } else { [sign, whole, ".", part].concat() }
}

/// Whether what has this key is typed, letter by letter; what is chosen is a step at once.
pub(super) fn is_key(key: &str) -> bool {
    let (head, rest) = key.split_once('/').unwrap_or((key, ""));
    let field = rest.rsplit('/').next().unwrap_or_default();
    match head {
        "red" | "green" | "weight" | "chance" | "save" | "hours" | "name" => true,
        "measure" => ["zero", "hundred", "below", "others", "from", "points"].contains(&field),
        _ => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it is surprised")]
mod tests {
    use super::*;

    #[test]
    fn weights_and_points_are_read_to_the_hundredth() {
        assert_eq!(
            [" 30 % ", "12,5", "0.05", "", "1.000"].map(weight),
            [Some(3_000), Some(1_250), Some(5), Some(0), Some(100)]
        );
        assert_eq!(["-1", "x", "1.005", "1 000"].map(weight), [None; 4]);
        assert_eq!(["100", "100.01", "", "0"].map(points), [Some(10_000), None, None, Some(0)]);
    }

    #[test]
    fn what_is_written_is_read_again() {
        for hundredths in (0..10_001).step_by(7) {
            assert_eq!(weight(&written(hundredths)), Some(hundredths));
        }
    }
}
