//! Published numbers in words: ranges, lines and bands, each in its own unit.

use plimsoll_metrics::benchmarks::{Cell, Cut, Measure, Number};
use plimsoll_metrics::{Currency, Exact, Unit};

use super::Writer;
use super::scale::span_words;

impl Writer<'_> {
    /// A published number: "110%", "$2,000,000", "45 days".
    pub(crate) fn published(&self, number: Number) -> String {
        self.measured(number.measure, &number.value())
    }

    fn measured(&self, measure: Measure, value: &Exact) -> String {
        // The sources count in dollars, whatever the page's currency is.
        let dollars = Writer { currency: Currency::Usd, ..*self };
        match measure {
            Measure::Percent => self.exact_percent(value),
            Measure::Money => dollars.whole(Unit::Money, value),
            Measure::Days => {
                [self.plain(value).as_str(), if *value == Exact::one() { " day" } else { " days" }].concat()
            }
            Measure::Times => [self.plain(value).as_str(), " : 1"].concat(),
            Measure::Count | Measure::Points | Measure::Rating => self.plain(value),
        }
    }

    /// A cell of a published table.
    pub(crate) fn cell(&self, cell: Cell) -> String {
        let number = |number: Number| self.published(number);
        match cell {
            Cell::Blank => String::new(),
            Cell::Text(text) => text.into(),
            Cell::Who(who) => who.label().into(),
            Cell::Exactly(one) => number(one),
            Cell::About(one) => ["about ", &number(one)].concat(),
            Cell::Above(one) => ["above ", &number(one)].concat(),
            Cell::AtLeast(one) => [&number(one), " or more"].concat(),
            Cell::Below(one) => ["below ", &number(one)].concat(),
            Cell::UpTo(one) => ["up to ", &number(one)].concat(),
            Cell::Range(low, high) => [&number(low), " to ", &number(high)].concat(),
            Cell::RangeAndMore(low, high) => [&number(low), " to ", &number(high), " and more"].concat(),
            Cell::BelowEither(low, high) => ["below ", &number(low), " to ", &number(high)].concat(),
            Cell::Stretch { from, to, measure } => self.stretch(from, to, measure),
        }
    }

    fn stretch(&self, from: Option<Cut>, to: Option<Cut>, measure: Measure) -> String {
        span_words(from, to, |value| self.measured(measure, value))
    }

    /// A number with as many digits as it has, up to two.
    fn plain(&self, value: &Exact) -> String {
        let whole = if value.is_whole() { 0 } else { 1 };
        self.number(value, whole)
    }
}
