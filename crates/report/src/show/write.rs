//! Quantities in words: the number, its unit, and as many digits as keep the verdict true.

use plimsoll_metrics::benchmarks::Scale;
use plimsoll_metrics::{Currency, Exact, Figure, Kind, Metric, Range, Unit, Window};
use rust_decimal::Decimal;

use crate::format::Formatter;
use crate::sentence::per_window;

/// The most decimals that are shown to tell a value from an edge.
const MOST_DECIMALS: u32 = 6;

/// A dash, where there is no value.
pub(crate) const DASH: &str = "–";

/// Writes quantities in the page's locale, currency and window.
#[derive(Clone, Copy)]
pub(crate) struct Writer<'a> {
    pub(crate) formatter: &'a dyn Formatter,
    pub(crate) currency: Currency,
    pub(crate) window: Window,
}

impl Writer<'_> {
    /// A value of a metric, with its usual digits.
    pub(crate) fn value(&self, unit: Unit, value: &Exact) -> String {
        self.with_decimals(unit, value, self.usual_decimals(unit, value))
    }

    /// A value of a figure: as many digits as it has, money with none or all of its minor unit.
    pub(crate) fn figure(&self, figure: &Figure, value: &Exact) -> String {
        let decimals = match figure.unit {
            Unit::Money | Unit::MoneyPerMonth | Unit::MoneyPerYear => self.money_decimals(value),
            unit => least_decimals(&shown(unit, value), 2),
        };
        self.with_decimals(figure.unit, value, decimals)
    }

    fn money_decimals(&self, value: &Exact) -> u32 {
        if least_decimals(value, 1) == 0 { 0 } else { self.currency.decimals() }
    }

    /// A value inside of a formula: money to its minor unit, so that the line can be checked by hand.
    pub(crate) fn part(&self, unit: Unit, value: &Exact) -> String {
        match unit {
            Unit::Money | Unit::MoneyPerMonth | Unit::MoneyPerYear => {
                self.with_decimals(unit, value, self.money_decimals(value))
            }
            Unit::Percent => self.with_decimals(unit, value, least_decimals(&shown(unit, value), 4).max(1)),
            _ => self.value(unit, value),
        }
    }

    /// A value of a figure with a result's digits: what a lever makes of it need not be whole.
    pub(crate) fn rounded(&self, figure: &Figure, value: &Exact) -> String {
        self.value(figure.unit, value)
    }

    /// A share as points: "2 points", "1 point".
    pub(crate) fn points(&self, share: &Exact) -> String {
        let points = shown(Unit::Percent, share);
        let number = self.number(&points, least_decimals(&points, 2));
        let one = points.abs() == Exact::one();
        [number.as_str(), if one { " point" } else { " points" }].concat()
    }

    /// A share as a percentage with as many digits as it has: "10%", "2.5%".
    pub(crate) fn exact_percent(&self, share: &Exact) -> String {
        self.with_decimals(Unit::Percent, share, least_decimals(&shown(Unit::Percent, share), 2))
    }

    /// The annual value of a metric with as many digits as keep it on its side of every line, and a word where no
    /// number of digits does.
    pub(crate) fn graded(&self, unit: Unit, annual: &Exact, scale: &Scale) -> (String, Option<&'static str>) {
        let usual = self.usual_decimals(unit, annual);
        let verdict = scale.grade(annual);
        let holds = |decimals: &u32| {
            let rounded = shown(unit, annual).to_decimal(*decimals).map(Exact::from);
            rounded.is_some_and(|rounded| scale.grade(&hidden(unit, &rounded)) == verdict)
        };
        if let Some(decimals) = (usual..=MOST_DECIMALS).find(holds) {
            return (self.with_decimals(unit, annual, decimals), None);
        }
        let rounded = shown(unit, annual).to_decimal(usual).map(Exact::from);
        let below = rounded.is_some_and(|rounded| hidden(unit, &rounded) > *annual);
        let word = if below { "just below the line" } else { "just above the line" };
        (self.with_decimals(unit, annual, usual), Some(word))
    }

    /// A difference with its sign: "+1.6 points", "−$5,396", "+0.3".
    pub(crate) fn difference(&self, unit: Unit, before: &Exact, after: &Exact) -> String {
        match self.distance(unit, before, after) {
            Some(distance) => [if after < before { "−" } else { "+" }, &distance].concat(),
            None if before == after => "no change".into(),
            None => "hardly any change".into(),
        }
    }

    /// A difference without its sign, or nothing where its digits are all zero.
    pub(crate) fn distance(&self, unit: Unit, before: &Exact, after: &Exact) -> Option<String> {
        let difference = after.minus(before);
        let decimals = self.usual_decimals(unit, &before.abs().plus(&difference.abs()));
        if shown(unit, &difference).to_decimal(decimals).is_none_or(|rounded| rounded.is_zero()) {
            return None;
        }
        Some(self.size(unit, &difference.abs(), decimals))
    }

    /// What a small step does, without its sign: as many digits as usual, and two that count.
    pub(crate) fn effect(&self, unit: Unit, change: &Exact) -> String {
        let size = change.abs();
        let written = shown(unit, &size);
        let usual = self.usual_decimals(unit, &size);
        let counts = |decimals: &u32| written.times(&Exact::from(10).power(*decimals)) >= Exact::from(10);
        let decimals =
            if size.is_zero() { usual } else { (usual..MOST_DECIMALS).find(counts).unwrap_or(MOST_DECIMALS) };
        self.size(unit, &size, decimals)
    }

    /// The same with its sign.
    pub(crate) fn signed_effect(&self, unit: Unit, change: &Exact) -> String {
        let sign = match (change.is_zero(), change.is_negative()) {
            (true, _) => return "no change".into(),
            (_, true) => "−",
            (_, false) => "+",
        };
        [sign, &self.effect(unit, change)].concat()
    }

    /// Parts of a difference with their signs, then all of it. They are rounded alike, to one digit more than a difference
    /// by itself, and add up as they are written: what rounding leaves goes to the largest part, where it is least seen.
    pub(crate) fn adding_up(
        &self,
        unit: Unit,
        before: &Exact,
        after: &Exact,
        parts: &[Exact],
    ) -> Vec<String> {
        let whole = after.minus(before);
        let usual = self.usual_decimals(unit, &before.abs().plus(&whole.abs()));
        let decimals = usual.saturating_add(u32::from(!unit.is_money()));
        let rounded = |value: &Exact| shown(unit, value).to_decimal(decimals).map(Exact::from);
        let whole = rounded(&whole).unwrap_or_else(Exact::zero);
        let mut parts: Vec<Exact> =
            parts.iter().map(|part| rounded(part).unwrap_or_else(Exact::zero)).collect();
        let rest = whole.minus(&parts.iter().fold(Exact::zero(), |sum, part| sum.plus(part)));
        if let Some(largest) = parts.iter_mut().max_by_key(|part| part.abs()) {
            *largest = largest.plus(&rest);
        }
        let written = |value: &Exact| {
            let sign = if value.is_negative() { "−" } else { "+" };
            let size = self.size(unit, &hidden(unit, &value.abs()), decimals);
            if value.is_zero() { size } else { [sign, &size].concat() }
        };
        parts.iter().chain([&whole]).map(written).collect()
    }

    /// The size of a difference: "1.6 points", "$5,396", "0.3".
    fn size(&self, unit: Unit, size: &Exact, decimals: u32) -> String {
        let number = match unit {
            Unit::Percent => self.number(&shown(unit, size), decimals),
            Unit::Multiple => self.number(size, decimals),
            _ => self.with_decimals(unit, size, decimals),
        };
        let suffix = match unit {
            Unit::Percent => " points",
            Unit::Months => " months",
            Unit::Days => " days",
            Unit::Score | Unit::NetScore => " points",
            _ => "",
        };
        [&number, suffix].concat()
    }

    /// The unit of a metric beside its value: "a year", "per customer".
    pub(crate) fn unit_of(&self, metric: &Metric) -> String {
        match metric.unit {
            Unit::Percent if metric.depends_on_window() => per_window(self.window).into(),
            Unit::Percent | Unit::Multiple | Unit::NetScore => String::new(),
            Unit::Money => "per customer".into(),
            Unit::MoneyPerMonth => "a month".into(),
            Unit::MoneyPerYear if metric.kind.is(Kind::ARR_PER_MANAGER) => "a year, for each manager".into(),
            Unit::MoneyPerYear => "a year".into(),
            Unit::Customers if metric.kind.is(Kind::CUSTOMERS_PER_MANAGER) => "for each manager".into(),
            Unit::Customers => "customers".into(),
            Unit::Count => "per account".into(),
            Unit::Months => "months".into(),
            Unit::Years => "years".into(),
            Unit::Days => "days".into(),
            Unit::Hours => "hours".into(),
            Unit::People => "managers".into(),
            Unit::Score => "of 100".into(),
            Unit::Rating => match metric.range {
                Range::Between(_, most) => ["of ", &most.to_string()].concat(),
                _ => String::new(),
            },
        }
    }

    /// A value without decimals: a published line.
    pub(crate) fn whole(&self, unit: Unit, value: &Exact) -> String {
        self.with_decimals(unit, value, 0)
    }

    /// A number with exactly so many decimals.
    pub(crate) fn number(&self, value: &Exact, decimals: u32) -> String {
        self.decimal(value, decimals, |decimal| self.formatter.number(decimal, decimals))
    }

    fn with_decimals(&self, unit: Unit, value: &Exact, decimals: u32) -> String {
        let value = shown(unit, value);
        self.decimal(&value, decimals, |decimal| match unit {
            Unit::Percent => self.formatter.percent(decimal, decimals),
            Unit::Money | Unit::MoneyPerMonth | Unit::MoneyPerYear => {
                self.formatter.money(decimal, self.currency, decimals)
            }
            Unit::Multiple => [self.formatter.number(decimal, decimals).as_str(), " : 1"].concat(),
            _ => self.formatter.number(decimal, decimals),
        })
    }

    fn decimal(&self, value: &Exact, decimals: u32, write: impl Fn(Decimal) -> String) -> String {
        value.to_decimal(decimals).map_or_else(|| DASH.into(), write)
    }

    fn usual_decimals(&self, unit: Unit, value: &Exact) -> u32 {
        match unit {
            Unit::Percent
            | Unit::Multiple
            | Unit::Months
            | Unit::Years
            | Unit::Score
            | Unit::NetScore
            | Unit::Rating => 1,
            Unit::Customers | Unit::Days | Unit::Hours | Unit::People | Unit::Count => {
                least_decimals(value, 1)
            }
            Unit::Money | Unit::MoneyPerMonth | Unit::MoneyPerYear if value.abs() >= Exact::from(1_000) => 0,
            Unit::Money | Unit::MoneyPerMonth | Unit::MoneyPerYear => self.currency.decimals(),
        }
    }
}

/// The number that is written for a value: a share is written in percent.
fn shown(unit: Unit, value: &Exact) -> Exact {
    if unit == Unit::Percent { value.times(&Exact::from(100)) } else { value.clone() }
}

/// The value of a written number.
fn hidden(unit: Unit, number: &Exact) -> Exact {
    if unit == Unit::Percent { number.times(&Exact::percent(1)) } else { number.clone() }
}

/// The fewest decimals, up to `most`, that write the value whole.
fn least_decimals(value: &Exact, most: u32) -> u32 {
    (0..most)
        .find(|decimals| value.to_decimal(*decimals).is_some_and(|rounded| Exact::from(rounded) == *value))
        .unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::English;

    fn written(unit: Unit, before: i64, after: i64, parts: &[Exact]) -> String {
        let writer = Writer { formatter: &English, currency: Currency::Usd, window: Window::Year };
        writer.adding_up(unit, &Exact::from(before), &Exact::from(after), parts).join(" ")
    }

    #[test]
    fn parts_add_up_as_they_are_written() {
        let third = || Exact::from(3).inverse();
        let thirds = [third(), third(), third()];
        assert_eq!(written(Unit::Multiple, 2, 3, &thirds), "+0.33 +0.33 +0.34 +1.00");
        let signed = [Exact::from(-2), Exact::from(3).plus(&third()), Exact::zero().minus(&third())];
        assert_eq!(written(Unit::Money, 5_000, 5_001, &signed), "−$2 +$3 $0 +$1");
        assert_eq!(written(Unit::Months, 2, 2, &[Exact::zero()]), "0.00 months 0.00 months");
    }
}
