//! Amounts of any time to whole minor units by the month.

use rust_decimal::Decimal;

use super::interval::Length;
use crate::exact::add;
use crate::mapping::Scale;

/// What rounding did to the amounts so far.
#[derive(Debug, Default)]
pub(super) struct Rounding {
    /// How many were rounded.
    pub(super) count: u64,
    /// By how much they became larger, in minor units.
    pub(super) sum: Decimal,
}

/// The amount by the month in minor units, so many times over, rounded once and half away from zero; none where it takes
/// more digits than are kept.
pub(super) fn monthly(
    amount: Decimal,
    times: Decimal,
    length: Length,
    (scale, decimals): (Scale, u32),
    rounding: &mut Rounding,
) -> Option<i64> {
    let (amount, times) = (amount.normalize(), times.normalize());
    let power = if scale == Scale::Minor { 0 } else { decimals };
    let (per, of) = length.by_the_month()?;
    let numerator = amount
        .mantissa()
        .checked_mul(times.mantissa())?
        .checked_mul(10_i128.checked_pow(power)?)?
        .checked_mul(per)?;
    let digits = amount.scale().checked_add(times.scale())?;
    let divisor = 10_i128.checked_pow(digits)?.checked_mul(of)?;
    let (whole, rest) = (numerator.checked_div(divisor)?, numerator.checked_rem(divisor)?);
    let away = rest.unsigned_abs().checked_mul(2)? >= divisor.unsigned_abs();
    let rounded = if away { whole.checked_add(rest.signum())? } else { whole };
    if rest != 0 {
        rounding.note(rounded.checked_mul(divisor)?.checked_sub(numerator)?, divisor);
    }
    i64::try_from(rounded).ok()
}

impl Rounding {
    /// Nothing yet.
    pub(super) const fn new() -> Self {
        Self { count: 0, sum: Decimal::ZERO }
    }

    /// Counts an amount that became larger by `part` of `whole`.
    fn note(&mut self, part: i128, whole: i128) {
        const MILLION: i128 = 1_000_000;
        self.count = self.count.saturating_add(1);
        let millionths = part.checked_mul(MILLION).and_then(|part| part.checked_div(whole)).unwrap_or(0);
        if let Ok(more) = Decimal::try_from_i128_with_scale(millionths, 6) {
            self.sum = add(self.sum, more).unwrap_or(self.sum);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::interval::Unit;
    use super::*;

    fn minor(amount: (i64, u32), times: i64, unit: Unit, count: u32) -> (Option<i64>, String) {
        let mut rounding = Rounding::default();
        let amount = Decimal::new(amount.0, amount.1);
        let length = Length { unit, count };
        let minor = monthly(amount, Decimal::from(times), length, (Scale::Units, 2), &mut rounding);
        (minor, format!("{} {}", rounding.count, rounding.sum))
    }

    #[test]
    fn amounts_are_rounded_once_and_half_away_from_zero() {
        assert_eq!(minor((4900, 2), 1, Unit::Month, 1), (Some(4900), "0 0".into()));
        assert_eq!(minor((1200, 0), 1, Unit::Year, 1), (Some(10_000), "0 0".into()));
        assert_eq!(minor((100, 0), 1, Unit::Year, 1), (Some(833), "1 -0.333333".into()));
        assert_eq!(minor((6, 2), 1, Unit::Year, 1), (Some(1), "1 0.5".into()));
        assert_eq!(minor((-6, 2), 1, Unit::Year, 1), (Some(-1), "1 -0.5".into()));
        // Seven seats of a cent a year each are seven twelfths of a cent together, not seven times nothing.
        assert_eq!(minor((1, 2), 7, Unit::Year, 1).0, Some(1));
        assert_eq!(minor((300, 0), 1, Unit::Month, 3).0, Some(10_000));
        assert_eq!(minor((300, 0), 1, Unit::Week, 1).0, Some(130_000));
        assert_eq!(minor((1, 0), 1, Unit::Day, 1).0, Some(3042));
        assert_eq!(minor((i64::MAX, 0), 1000, Unit::Month, 1).0, None);
    }
}
