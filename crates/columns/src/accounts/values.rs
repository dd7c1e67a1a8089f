//! What stands in a column of accounts.

/// Stands in a column of numbers where there is none.
pub const NO_NUMBER: i64 = i64::MIN;
/// Stands in a column of days where there is none.
pub const NO_DAY: i32 = i32::MIN;
/// Stands in a column of texts where there is none.
pub const NO_TEXT: u32 = u32::MAX;
/// The most decimals that a number has.
pub const MOST_PLACES: u8 = 6;

/// A column's values by row, all of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// Numbers, each as the whole number that it makes with so many decimals: with two `places`, 425 is 4.25. [`NO_NUMBER`]
    /// where there is none.
    Number {
        /// The numbers. With [`MOST_PLACES`] decimals they would still fit.
        values: Vec<i64>,
        /// How many decimals each has, up to [`MOST_PLACES`].
        places: u8,
    },
    /// Days since 1970-01-01; [`NO_DAY`] where there is none.
    Day(Vec<i32>),
    /// Texts by their numbers; [`NO_TEXT`] where there is none.
    Text {
        /// The text's number for each row.
        ids: Vec<u32>,
        /// The texts by number, each once.
        values: Texts,
    },
}

impl Values {
    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self {
            Self::Number { values, .. } => values.len(),
            Self::Day(days) => days.len(),
            Self::Text { ids, .. } => ids.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// In how many rows nothing stands.
    #[must_use]
    pub fn missing(&self) -> usize {
        match self {
            Self::Number { values, .. } => values.iter().filter(|value| **value == NO_NUMBER).count(),
            Self::Day(days) => days.iter().filter(|day| **day == NO_DAY).count(),
            Self::Text { ids, .. } => ids.iter().filter(|id| **id == NO_TEXT).count(),
        }
    }
}

/// Texts by number.
///
/// ```
/// use plimsoll_columns::accounts::Texts;
/// let texts: Texts = ["Ada", "Bob"].into_iter().collect();
/// assert_eq!((texts.len(), texts.get(1), texts.get(2)), (2, Some(&b"Bob"[..]), None));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// All texts, one after another.
    pub(crate) bytes: Vec<u8>,
    /// Where each ends in `bytes`: ascending.
    pub(crate) ends: Vec<u32>,
}

impl Texts {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A text by its number, in UTF-8 where what it was read from was; nothing for a number that was not given.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&[u8]> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.bytes.get(start as usize..end as usize)
    }

    /// All of them, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).map(|number| self.get(number).unwrap_or_default())
    }

    /// Adds one at the end. What does not fit, because four billion bytes stand before it, counts as empty.
    pub(crate) fn push(&mut self, text: &[u8]) {
        let start = self.bytes.len();
        match u32::try_from(start.saturating_add(text.len())) {
            Ok(end) => {
                self.bytes.extend_from_slice(text);
                self.ends.push(end);
            }
            Err(_) => self.ends.push(u32::try_from(start).unwrap_or(u32::MAX)),
        }
    }
}

impl<T: AsRef<[u8]>> FromIterator<T> for Texts {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let mut all = Self::default();
        texts.into_iter().for_each(|text| all.push(text.as_ref()));
        all
    }
}

/// What a row says in one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing.
    Missing,
    /// A number; see [`Cell::number`], which makes sure that it fits.
    Number {
        /// The whole number that it makes with so many decimals.
        value: i64,
        /// How many decimals it has.
        places: u8,
    },
    /// A day since 1970-01-01.
    Day(i32),
    /// A text.
    Text(&'a [u8]),
}

impl Cell<'_> {
    /// A number with so many decimals; nothing where it has more than [`MOST_PLACES`], or would not fit with that many.
    ///
    /// ```
    /// use plimsoll_columns::accounts::Cell;
    /// assert_eq!(Cell::number(425, 2), Some(Cell::Number { value: 425, places: 2 }));
    /// assert_eq!(Cell::number(1 << 50, 2), None);
    /// ```
    #[must_use]
    pub fn number(value: i64, places: u8) -> Option<Self> {
        scaled(value, places, MOST_PLACES).map(|_| Self::Number { value, places })
    }
}

/// A number with other decimals: more of them, or as many.
pub(super) fn scaled(value: i64, places: u8, wanted: u8) -> Option<i64> {
    let power = 10_i64.checked_pow(wanted.checked_sub(places)?.into())?;
    value.checked_mul(power).filter(|scaled| *scaled != NO_NUMBER)
}

/// Year, month and day of the month of a day since 1970-01-01.
///
/// ```
/// use plimsoll_columns::accounts::calendar;
/// assert_eq!((calendar(0), calendar(-1), calendar(20_269)), ((1970, 1, 1), (1969, 12, 31), (2025, 6, 30)));
/// ```
#[must_use]
pub const fn calendar(day: i32) -> (i32, i32, i32) {
    /// From 0000-03-01, as years begin in March, so that the leap day is the last of its year.
    const BEGIN: i64 = 719_468;
    const CYCLE: i64 = 146_097;
    let days = (day as i64).wrapping_add(BEGIN);
    let (cycle, rest) = (days.div_euclid(CYCLE), days.rem_euclid(CYCLE));
    let leaps =
        rest.div_euclid(1_460).wrapping_sub(rest.div_euclid(36_524)).wrapping_add(rest.div_euclid(146_096));
    let year = rest.wrapping_sub(leaps).div_euclid(365);
    let before = year.wrapping_mul(365).wrapping_add(year >> 2).wrapping_sub(year.div_euclid(100));
    let of_year = rest.wrapping_sub(before);
    let month = of_year.wrapping_mul(5).wrapping_add(2).div_euclid(153);
    let of_month =
        of_year.wrapping_sub(month.wrapping_mul(153).wrapping_add(2).div_euclid(5)).wrapping_add(1);
    let (month, carry) = if month < 10 { (month.wrapping_add(3), 0) } else { (month.wrapping_sub(9), 1) };
    let year = year.wrapping_add(cycle.wrapping_mul(400)).wrapping_add(carry);
    (year as i32, month as i32, of_month as i32)
}

/// What a column of accounts is about, as far as it matters to whoever scores or groups them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Part {
    /// A sign of how the account fares.
    Indicator,
    /// The account's name, where accounts are told apart by something else. Texts.
    Name,
    /// The column that groups accounts first of all. Texts.
    Segment,
    /// Another one that groups them: plan, country. Texts.
    Group,
    /// Who looks after the account. Texts.
    Owner,
    /// What it pays a year, as a number with the currency's decimals: its minor units.
    Revenue,
    /// Whether it has left: 1, or 0 where it has not. A number without decimals.
    Churned,
    /// The day on which it left.
    ChurnDay,
    /// The day on which its contract is renewed.
    Renewal,
    /// How many seats it has bought. A number.
    Seats,
    /// How many of them are used. A number.
    SeatsUsed,
}

impl Part {
    /// Every part, each at its number.
    pub const ALL: [Self; 11] = [
        Self::Indicator,
        Self::Name,
        Self::Segment,
        Self::Group,
        Self::Owner,
        Self::Revenue,
        Self::Churned,
        Self::ChurnDay,
        Self::Renewal,
        Self::Seats,
        Self::SeatsUsed,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_at_their_numbers() {
        for (number, part) in Part::ALL.into_iter().enumerate() {
            assert_eq!(part as usize, number);
        }
    }

    #[test]
    fn days_follow_one_another_in_the_calendar() {
        let mut before = calendar(-60_000);
        for day in -59_999..120_000 {
            let (year, month, of_month) = calendar(day);
            let follows = match before {
                (y, m, d) if m == month => y == year && d.saturating_add(1) == of_month,
                (y, 12, 31) => (y.saturating_add(1), 1, 1) == (year, month, of_month),
                (y, m, d) => (28..=31).contains(&d) && (y, m.saturating_add(1), 1) == (year, month, of_month),
            };
            assert!(follows, "{before:?} and {:?}", (year, month, of_month));
            before = (year, month, of_month);
        }
        assert_eq!(
            (calendar(19_782), calendar(11_016), calendar(47_540)),
            ((2024, 2, 29), (2000, 2, 29), (2100, 2, 28))
        );
    }

    #[test]
    fn numbers_gain_decimals_and_lose_none() {
        assert_eq!(scaled(-425, 2, 4), Some(-42_500));
        assert_eq!(scaled(425, 2, 1), None);
        assert_eq!(scaled(i64::MIN, 6, 6), None);
        assert_eq!(Cell::number(i64::MAX, 6).is_some(), Cell::number(i64::MAX, 5).is_none());
    }
}
