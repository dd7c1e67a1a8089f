//! A column of raw values to a column of points, with the rows that are odd.

// What stands for an empty cell is that of the accounts' own columns.
pub use plimsoll_columns::accounts::{NO_DAY, NO_NUMBER, NO_TEXT};
use plimsoll_columns::scores::{APART, MISSING};

use super::indicator::{DayCount, Indicator, Lifecycle, Rule, same_text};
use super::quantity::{MOST_PLACES, Quantity};
use super::scale::{RuleFault, Scale, ScaleReader};

/// How many odd rows are listed for each indicator; all of them are counted.
pub const MOST_ODD_ROWS: usize = 1_000;

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub enum RawColumn<'a> {
    /// Numbers with so many decimal places; [`NO_NUMBER`] is an empty cell.
    Numbers {
        /// In units of the last place.
        units: &'a [i64],
        /// How many decimal places they have.
        places: u8,
    },
    /// Days since 1 January 1970; [`NO_DAY`] is an empty cell.
    Days(&'a [i32]),
    /// Texts by their numbers in a list; [`NO_TEXT`] is an empty cell.
    Texts {
        /// The number of each row's text.
        numbers: &'a [u32],
        /// The texts.
        texts: &'a [&'a str],
    },
}

/// What a reading needs besides the column.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moment<'a> {
    /// The day for which the score holds, in days since 1 January 1970.
    pub day: i32,
    /// The day on which each customer started, or [`NO_DAY`]; nothing where there is no such column.
    pub started: Option<&'a [i32]>,
}

/// Why a value that is there has no points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Odd {
    /// A score outside of 0 to 100, or a rating outside of 1 to 5.
    OutOfRange,
    /// A date that has passed, where days until it count.
    Past,
    /// A date to come, where days since it count.
    Ahead,
    /// A text that has no points.
    UnknownText,
}

impl Odd {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::OutOfRange, Self::Past, Self::Ahead, Self::UnknownText];
}

/// What one value comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Points in hundredths.
    Points(u16),
    /// The cell is empty.
    Empty,
    /// There is a value, and it has no points.
    Odd(Odd),
    /// The indicator does not apply to this customer now.
    Apart,
}

impl Reading {
    /// As a column of scores keeps it: points, or [`MISSING`], or [`APART`].
    #[must_use]
    pub const fn kept(self) -> u16 {
        match self {
            Self::Points(points) => points,
            Self::Empty | Self::Odd(_) => MISSING,
            Self::Apart => APART,
        }
    }
}

/// A column of points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Points {
    /// Points in hundredths by row, or [`MISSING`], or [`APART`].
    pub points: Vec<u16>,
    /// Rows whose value has no points, the first [`MOST_ODD_ROWS`] of them.
    pub odd: Vec<(u32, Odd)>,
    /// How many there are of each, in the order of [`Odd::ALL`].
    pub odd_counts: [u32; 4],
}

impl Indicator {
    /// Reads a column.
    ///
    /// ```
    /// use plimsoll_metrics::health::{Indicator, Lifecycle, Moment, Odd, Quantity, RawColumn, Rule, Scale};
    /// let seats = Indicator {
    ///     slug: "seats".into(),
    ///     term: "Seats in use".into(),
    ///     rule: Rule::Number(Scale::Linear { zero: Quantity::whole(20), hundred: Quantity::whole(80) }),
    ///     lifecycle: Lifecycle::Always,
    ///     weight: 2_500,
    /// };
    /// let column = RawColumn::Numbers { units: &[500, 950, 0], places: 1 };
    /// assert_eq!(seats.read(column, Moment::default())?.points, [5_000, 10_000, 0]);
    /// # Ok::<(), plimsoll_metrics::health::RuleFault>(())
    /// ```
    ///
    /// # Errors
    ///
    /// What is wrong with the rule, or that the column holds something else; see [`RuleFault`].
    pub fn read(&self, column: RawColumn<'_>, moment: Moment<'_>) -> Result<Points, RuleFault> {
        let reader = Reader::of(&self.rule, column, moment.day)?;
        let mut read = Points::default();
        let mut take = |row: usize, value: Reading| {
            let applies = self.lifecycle == Lifecycle::Always || self.lifecycle.applies(age(moment, row));
            let value = if applies { value } else { Reading::Apart };
            if let Reading::Odd(odd) = value {
                read.note(row, odd);
            }
            read.points.push(value.kept());
        };
        match column {
            RawColumn::Numbers { units, .. } => {
                units.iter().enumerate().for_each(|(row, units)| take(row, reader.number(*units)));
            }
            RawColumn::Days(days) => {
                days.iter().enumerate().for_each(|(row, day)| take(row, reader.day(*day)));
            }
            RawColumn::Texts { numbers, .. } => {
                numbers.iter().enumerate().for_each(|(row, number)| take(row, reader.text(*number)));
            }
        }
        Ok(read)
    }
}

/// How old a customer is.
fn age(moment: Moment<'_>, row: usize) -> Option<i64> {
    let started = *moment.started?.get(row)?;
    (started != NO_DAY).then(|| i64::from(moment.day).saturating_sub(started.into()))
}

impl Points {
    fn note(&mut self, row: usize, odd: Odd) {
        if let Some(count) = self.odd_counts.get_mut(odd as usize) {
            *count = count.saturating_add(1);
        }
        if let (true, Ok(row)) = (self.odd.len() < MOST_ODD_ROWS, u32::try_from(row)) {
            self.odd.push((row, odd));
        }
    }
}

/// A rule made ready for one column.
enum Reader {
    /// Numbers within these ends.
    Within(i64, i64, ScaleReader),
    Number(ScaleReader),
    Days(DayCount, i32, ScaleReader),
    /// The reading of each text.
    Texts(Vec<Reading>),
}

impl Reader {
    fn of(rule: &Rule, column: RawColumn<'_>, day: i32) -> Result<Self, RuleFault> {
        rule.check()?;
        match (rule, column) {
            (Rule::Score, RawColumn::Numbers { places, .. }) => within(0, 100, false, places),
            (Rule::Rating { one_is_best }, RawColumn::Numbers { places, .. }) => {
                within(1, 5, *one_is_best, places)
            }
            (Rule::Number(scale), RawColumn::Numbers { places, .. }) => {
                Ok(Self::Number(scale.reader(places)?))
            }
            (Rule::Days(count, scale), RawColumn::Days(_)) => Ok(Self::Days(*count, day, scale.reader(0)?)),
            (Rule::Texts { points, others }, RawColumn::Texts { texts, .. }) => {
                let others = others.map_or(Reading::Odd(Odd::UnknownText), Reading::Points);
                let of = |text: &&str| {
                    let known = points.iter().find(|(known, _)| same_text(known, text));
                    if text.trim().is_empty() {
                        Reading::Empty
                    } else {
                        known.map_or(others, |(_, points)| Reading::Points(*points))
                    }
                };
                Ok(Self::Texts(texts.iter().map(of).collect()))
            }
            _ => Err(RuleFault::WrongColumn),
        }
    }

    fn number(&self, units: i64) -> Reading {
        match self {
            _ if units == NO_NUMBER => Reading::Empty,
            Self::Number(scale) => Reading::Points(scale.points(units)),
            Self::Within(least, most, scale) if (*least..=*most).contains(&units) => {
                Reading::Points(scale.points(units))
            }
            _ => Reading::Odd(Odd::OutOfRange),
        }
    }

    fn day(&self, value: i32) -> Reading {
        let Self::Days(count, day, scale) = self else { return Reading::Empty };
        let ahead = i64::from(value).saturating_sub((*day).into());
        match count {
            _ if value == NO_DAY => Reading::Empty,
            DayCount::Until if ahead < 0 => Reading::Odd(Odd::Past),
            DayCount::Since if ahead > 0 => Reading::Odd(Odd::Ahead),
            DayCount::Until | DayCount::Since => Reading::Points(scale.points(ahead.saturating_abs())),
        }
    }

    fn text(&self, number: u32) -> Reading {
        let Self::Texts(readings) = self else { return Reading::Empty };
        readings.get(number as usize).copied().unwrap_or(Reading::Empty)
    }
}

/// A line from one whole number to another, and nothing outside of them.
fn within(least: i64, most: i64, falls: bool, places: u8) -> Result<Reader, RuleFault> {
    let (zero, hundred) = if falls { (most, least) } else { (least, most) };
    let scale = Scale::Linear { zero: Quantity::whole(zero), hundred: Quantity::whole(hundred) };
    let units = |whole: i64| {
        let units = Quantity::whole(whole).in_places(places.min(MOST_PLACES));
        units.and_then(|units| i64::try_from(units).ok()).ok_or(RuleFault::TooManyPlaces)
    };
    Ok(Reader::Within(units(least)?, units(most)?, scale.reader(places)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator(rule: Rule, lifecycle: Lifecycle) -> Indicator {
        Indicator { slug: "a".to_owned(), term: "A".to_owned(), rule, lifecycle, weight: 1 }
    }

    fn read(rule: Rule, column: RawColumn<'_>) -> Result<Points, RuleFault> {
        indicator(rule, Lifecycle::Always).read(column, Moment { day: 20_000, started: None })
    }

    fn line(zero: i64, hundred: i64) -> Scale {
        Scale::Linear { zero: Quantity::whole(zero), hundred: Quantity::whole(hundred) }
    }

    #[test]
    fn scores_and_ratings_are_refused_outside_of_their_range() {
        let units = [0, 1_005, 10_000, 10_001, -1, NO_NUMBER];
        let scores = read(Rule::Score, RawColumn::Numbers { units: &units, places: 2 }).unwrap_or_default();
        assert_eq!(scores.points, [0, 1_005, 10_000, MISSING, MISSING, MISSING]);
        assert_eq!(scores.odd, [(3, Odd::OutOfRange), (4, Odd::OutOfRange)]);
        assert_eq!(scores.odd_counts, [2, 0, 0, 0]);

        let units = [10, 30, 42, 50, 9, 51];
        let column = RawColumn::Numbers { units: &units, places: 1 };
        let up = read(Rule::Rating { one_is_best: false }, column).unwrap_or_default();
        assert_eq!(up.points, [0, 5_000, 8_000, 10_000, MISSING, MISSING]);
        let down = read(Rule::Rating { one_is_best: true }, column).unwrap_or_default();
        assert_eq!(down.points, [10_000, 5_000, 2_000, 0, MISSING, MISSING]);
    }

    #[test]
    fn days_count_one_way_and_today_counts_zero() {
        let days = [20_000, 20_045, 19_999, 20_500, NO_DAY];
        let until =
            read(Rule::Days(DayCount::Until, line(0, 90)), RawColumn::Days(&days)).unwrap_or_default();
        assert_eq!(until.points, [0, 5_000, MISSING, 10_000, MISSING]);
        assert_eq!(until.odd, [(2, Odd::Past)]);

        let days = [20_000, 19_985, 20_001, 19_000];
        let since =
            read(Rule::Days(DayCount::Since, line(30, 0)), RawColumn::Days(&days)).unwrap_or_default();
        assert_eq!(since.points, [10_000, 5_000, MISSING, 0]);
        assert_eq!(since.odd, [(2, Odd::Ahead)]);
    }

    #[test]
    fn texts_go_by_their_list() {
        let points = vec![("On time".to_owned(), 10_000), ("late".to_owned(), 2_500)];
        let texts = ["ON TIME ", "Late", "never", "  "];
        let column = RawColumn::Texts { numbers: &[0, 1, 2, 3, NO_TEXT], texts: &texts };
        let strict = Rule::Texts { points: points.clone(), others: None };
        let strict = read(strict, column).unwrap_or_default();
        assert_eq!(strict.points, [10_000, 2_500, MISSING, MISSING, MISSING]);
        assert_eq!(strict.odd, [(2, Odd::UnknownText)]);
        let kind = read(Rule::Texts { points: points.clone(), others: Some(0) }, column).unwrap_or_default();
        assert_eq!(kind.points, [10_000, 2_500, 0, MISSING, MISSING]);

        let twice = [points, vec![(" LATE".to_owned(), 0)]].concat();
        assert_eq!(Rule::Texts { points: twice, others: None }.check(), Err(RuleFault::TextTwice(2)));
        assert_eq!(Rule::Texts { points: vec![], others: None }.check(), Err(RuleFault::NoTexts));
    }

    #[test]
    fn a_rule_reads_its_own_kind_of_column() {
        let days = RawColumn::Days(&[1]);
        assert_eq!(read(Rule::Score, days), Err(RuleFault::WrongColumn));
        assert_eq!(read(Rule::Number(line(0, 1)), days), Err(RuleFault::WrongColumn));
    }

    /// Catalogue C45: tickets say nothing of a customer in the first ninety days.
    #[test]
    fn the_volume_of_support_does_not_apply_to_new_customers() {
        let tickets = indicator(Rule::Number(line(20, 0)), Lifecycle::From(super::super::NEW_FOR_DAYS));
        let started = [19_910, 19_911, NO_DAY, 20_010];
        let moment = Moment { day: 20_000, started: Some(&started) };
        let column = RawColumn::Numbers { units: &[20, 20, 20, 20], places: 0 };
        let points = tickets.read(column, moment).map(|read| read.points);
        assert_eq!(points, Ok(vec![0, APART, 0, APART]));
        let onboarding = indicator(Rule::Number(line(0, 20)), Lifecycle::Until(90));
        let points = onboarding.read(column, moment).map(|read| read.points);
        assert_eq!(points, Ok(vec![APART, 10_000, APART, 10_000]));
    }

    #[test]
    fn odd_rows_are_all_counted_and_some_listed() {
        let units = vec![-1; MOST_ODD_ROWS + 5];
        let read = read(Rule::Score, RawColumn::Numbers { units: &units, places: 0 }).unwrap_or_default();
        assert_eq!((read.odd.len(), read.odd_counts), (MOST_ODD_ROWS, [1_005, 0, 0, 0]));
    }
}
