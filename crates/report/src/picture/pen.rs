//! How a picture writes: amounts, shares, months and names.

use plimsoll_metrics::{Currency, Exact, Unit, Window};
use rust_decimal::Decimal;

use crate::format::Formatter;
use crate::sentence::{cut, month_name, short_month_name, visible};
use crate::show::{DASH, Writer};
use crate::view::{Cell, Month, PictureColumn, Plain};

/// The most characters of a name in a sentence; tables and bars show all of it.
const LONGEST_NAME: usize = 40;

/// Writes in a locale and a currency.
#[derive(Clone, Copy)]
pub(super) struct Pen<'a> {
    pub(super) writer: Writer<'a>,
}

/// The unit in which large amounts are written, so that they fit above a bar.
#[derive(Clone, Copy)]
pub(super) struct Thousands {
    power: u32,
    word: &'static str,
}

impl Thousands {
    /// The unit for amounts up to this one, in major units of the currency.
    fn of(largest: i128) -> Self {
        let (power, word) = match largest {
            ..10_000_000 => (0, ""),
            10_000_000..10_000_000_000 => (3, "thousand "),
            10_000_000_000..10_000_000_000_000 => (6, "million "),
            _ => (9, "billion "),
        };
        Self { power, word }
    }
}

impl<'a> Pen<'a> {
    pub(super) fn new(formatter: &'a dyn Formatter, currency: Currency) -> Self {
        Self { writer: Writer { formatter, currency, window: Window::Year } }
    }

    /// One major unit of the currency in minor ones: 100 cents.
    pub(super) fn major(&self) -> i128 {
        10_i128.saturating_pow(self.writer.currency.decimals())
    }

    /// An amount in minor units, exactly.
    fn exact(&self, minor: i128) -> Option<Exact> {
        self.decimal(minor).map(Exact::from)
    }

    fn decimal(&self, minor: i128) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(minor, self.writer.currency.decimals()).ok()
    }

    /// An amount, from minor units.
    pub(super) fn money(&self, minor: i128) -> String {
        self.exact(minor).map_or_else(|| DASH.into(), |amount| self.writer.value(Unit::Money, &amount))
    }

    /// A change, with its sign: "+$48,200".
    pub(super) fn change(&self, minor: i128) -> String {
        signed(minor, &self.money(minor))
    }

    /// The unit for amounts up to this many minor ones.
    pub(super) fn thousands(&self, largest: i128) -> Thousands {
        Thousands::of(largest.saturating_abs().checked_div(self.major()).unwrap_or(0))
    }

    /// What the numbers of such a unit count: "thousand $"; nothing where amounts are written in full.
    pub(super) fn unit(&self, thousands: Thousands) -> Option<String> {
        let sign = || self.writer.formatter.sign(self.writer.currency);
        (thousands.power > 0).then(|| [thousands.word, &sign()].concat())
    }

    /// An amount in such a unit.
    pub(super) fn short(&self, minor: i128, thousands: Thousands) -> String {
        if thousands.power == 0 {
            return self.money(minor);
        }
        let unit = Exact::from(10_i64.saturating_pow(thousands.power));
        let amount = self.exact(minor).and_then(|amount| amount.divided_by(&unit));
        amount.map_or_else(|| DASH.into(), |amount| self.writer.number(&amount, 0))
    }

    /// A change in such a unit, with its sign.
    pub(super) fn short_change(&self, minor: i128, thousands: Thousands) -> String {
        signed(minor, &self.short(minor, thousands))
    }

    /// An amount on an axis with such a step: without decimals where the step has none.
    pub(super) fn tick(&self, minor: i128, thousands: Thousands) -> String {
        let amount = self.exact(minor).unwrap_or_else(Exact::zero);
        match (thousands.power, amount.is_whole()) {
            (0, true) => self.writer.whole(Unit::Money, &amount),
            _ => self.short(minor, thousands),
        }
    }

    /// A share as a percentage: "93.5%".
    pub(super) fn percent(&self, share: &Exact) -> String {
        self.writer.value(Unit::Percent, share)
    }

    /// A count.
    pub(super) fn count(&self, count: i64) -> String {
        self.writer.number(&Exact::from(count), 0)
    }

    /// "March 2025".
    pub(super) fn month(&self, month: Month) -> String {
        month_name(month)
    }

    /// "Mar 2025".
    pub(super) fn short_month(&self, month: Month) -> String {
        short_month_name(month)
    }

    /// A name from the data inside of a sentence: shortened, and kept apart from the sentence's direction.
    pub(super) fn quoted(&self, name: &str) -> String {
        ["\u{2068}", &cut(&visible(name), LONGEST_NAME), "\u{2069}"].concat()
    }

    /// A cell with an amount.
    pub(super) fn money_cell(&self, minor: i128) -> Cell {
        let plain = self.decimal(minor).map_or(Plain::Missing, |amount| Plain::Number(amount.to_string()));
        Cell { text: self.money(minor), plain }
    }

    /// A cell with a change.
    pub(super) fn change_cell(&self, minor: i128) -> Cell {
        Cell { text: self.change(minor), ..self.money_cell(minor) }
    }

    /// A cell with a count.
    pub(super) fn count_cell(&self, count: i64) -> Cell {
        Cell { text: self.count(count), plain: Plain::Number(count.to_string()) }
    }

    /// A cell with a share, or without one.
    pub(super) fn share_cell(&self, share: Option<&Exact>) -> Cell {
        share.map_or_else(missing, |share| Cell {
            text: self.percent(share),
            plain: share.to_decimal(6).map_or(Plain::Missing, |share| Plain::Number(share.to_string())),
        })
    }

    /// A cell with a month.
    pub(super) fn month_cell(&self, month: Month) -> Cell {
        Cell { text: self.month(month), plain: Plain::Text(month.to_string()) }
    }

    /// A column of amounts.
    pub(super) fn money_column(&self, label: &str) -> PictureColumn {
        PictureColumn { label: label.into(), unit: Some(self.writer.currency.code().into()) }
    }
}

/// A column without a unit.
pub(super) fn column(label: &str) -> PictureColumn {
    PictureColumn { label: label.into(), unit: None }
}

/// A column of shares.
pub(super) fn share_column(label: &str) -> PictureColumn {
    PictureColumn { label: label.into(), unit: Some("share of 1".into()) }
}

/// A cell with words.
pub(super) fn words(text: &str) -> Cell {
    Cell { text: visible(text), plain: Plain::Text(text.into()) }
}

/// A cell without a value.
pub(super) fn missing() -> Cell {
    Cell { text: DASH.into(), plain: Plain::Missing }
}

/// A part of a whole; nothing where the whole is not above zero.
pub(super) fn share(part: i128, whole: i128) -> Option<Exact> {
    let exact = |minor: i128| Decimal::try_from_i128_with_scale(minor, 0).ok().map(Exact::from);
    if whole <= 0 { None } else { exact(part)?.divided_by(&exact(whole)?) }
}

/// So many months in words: "twelve months", "1 month" as "a month".
pub(super) fn months(count: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let number = WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned());
    [number.as_str(), if count == 1 { " month" } else { " months" }].concat()
}

fn signed(minor: i128, text: &str) -> String {
    if minor > 0 { ["+", text].concat() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::English;

    fn pen() -> Pen<'static> {
        Pen::new(&English, Currency::Usd)
    }

    #[test]
    fn large_amounts_take_a_larger_unit() {
        let short = |minor: i128| {
            let unit = pen().thousands(minor);
            (pen().short(minor, unit), pen().unit(unit))
        };
        assert_eq!(short(999_999_999), ("$10,000,000".into(), None));
        assert_eq!(short(1_234_567_890), ("12,346".into(), Some("thousand $".into())));
        assert_eq!(short(i128::from(i64::MAX)), ("92,233,720".into(), Some("billion $".into())));
    }

    #[test]
    fn changes_carry_their_sign() {
        assert_eq!(pen().change(4_820_000), "+$48,200");
        assert_eq!(pen().change(-4_820_050), "−$48,201");
        assert_eq!(pen().change(0), "$0.00");
        assert_eq!(Pen::new(&English, Currency::Jpy).change(500), "+¥500");
    }

    #[test]
    fn a_share_needs_a_whole() {
        assert_eq!(share(1, 0), None);
        assert_eq!(share(1, -5), None);
        assert_eq!(share(-1, 4), Some(Exact::percent(-25)));
    }

    #[test]
    fn a_name_cannot_turn_the_sentence_around() {
        assert_eq!(pen().quoted("A\u{202e}B\nC"), "\u{2068}A\u{fffd}B␊C\u{2069}");
        assert_eq!(pen().quoted(&"x".repeat(50)).chars().count(), 43);
    }
}
