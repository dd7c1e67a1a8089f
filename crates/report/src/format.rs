//! How numbers are written: passed in, so that the browser's own locale writes them, and plain English in tests.

use plimsoll_intake::DecimalMark;
use plimsoll_metrics::Currency;
use rust_decimal::{Decimal, RoundingStrategy};

/// Writes numbers. A minus is a minus sign (U+2212), never a hyphen.
pub trait Formatter {
    /// The decimal mark that people of the locale type.
    fn decimal_mark(&self) -> DecimalMark;

    /// A number with exactly so many decimals, grouped.
    fn number(&self, value: Decimal, decimals: u32) -> String;

    /// A percentage of so many percent, with exactly so many decimals: `93.5` gives "93.5%".
    fn percent(&self, percent: Decimal, decimals: u32) -> String;

    /// An amount of money with exactly so many decimals.
    fn money(&self, amount: Decimal, currency: Currency, decimals: u32) -> String;

    /// The currency's sign, as it stands beside an empty field.
    fn sign(&self, currency: Currency) -> String;
}

/// Plain English, as `en-US` writes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct English;

impl Formatter for English {
    fn decimal_mark(&self) -> DecimalMark {
        DecimalMark::Point
    }

    fn number(&self, value: Decimal, decimals: u32) -> String {
        let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        let digits = format!("{:.*}", usize::try_from(decimals).unwrap_or(0), rounded.abs());
        let (whole, fraction) = digits.split_once('.').map_or((digits.as_str(), None), |(w, f)| (w, Some(f)));
        let mut text = String::new();
        if rounded.is_sign_negative() && !rounded.is_zero() {
            text.push('−');
        }
        for (position, digit) in whole.chars().enumerate() {
            let left = whole.len().saturating_sub(position);
            if position > 0 && left.checked_rem(3) == Some(0) {
                text.push(',');
            }
            text.push(digit);
        }
        if let Some(fraction) = fraction {
            text.push('.');
            text.push_str(fraction);
        }
        text
    }

    fn percent(&self, percent: Decimal, decimals: u32) -> String {
        let mut text = self.number(percent, decimals);
        text.push('%');
        text
    }

    fn money(&self, amount: Decimal, currency: Currency, decimals: u32) -> String {
        let number = self.number(amount, decimals);
        let sign = self.sign(currency);
        // A code stands apart from the number, a sign beside it.
        let gap = if sign.ends_with(|last: char| last.is_ascii_alphabetic()) { "\u{a0}" } else { "" };
        match number.strip_prefix('−') {
            Some(size) => format!("−{sign}{gap}{size}"),
            None => format!("{sign}{gap}{number}"),
        }
    }

    fn sign(&self, currency: Currency) -> String {
        match currency {
            Currency::Usd => "$",
            Currency::Eur => "€",
            Currency::Gbp => "£",
            Currency::Cad => "CA$",
            Currency::Aud => "A$",
            Currency::Brl => "R$",
            Currency::Mxn => "MX$",
            Currency::Inr => "₹",
            Currency::Jpy => "¥",
            Currency::Krw => "₩",
            Currency::Ils => "₪",
            other => other.code(),
        }
        .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_writes_groups_signs_and_decimals() {
        let write = |units, scale, decimals| English.number(Decimal::new(units, scale), decimals);
        assert_eq!(write(1_234_567_891, 2, 2), "12,345,678.91");
        assert_eq!(write(-1_005, 3, 2), "−1.01");
        assert_eq!(write(-4, 3, 2), "0.00");
        assert_eq!(write(999, 0, 0), "999");
        assert_eq!(English.money(Decimal::new(-5, 0), Currency::Usd, 2), "−$5.00");
        assert_eq!(English.money(Decimal::new(5, 0), Currency::Chf, 0), "CHF\u{a0}5");
        assert_eq!(English.percent(Decimal::new(935, 1), 1), "93.5%");
    }
}
