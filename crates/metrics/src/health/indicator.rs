//! One indicator as data: which column it reads, and how a value becomes points.

use super::scale::{RuleFault, Scale};

/// What a day count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayCount {
    /// Days that have passed since a date: since the last talk with an executive. Dates to come do not count.
    Since,
    /// Days until a date: until the renewal. Today counts 0, past dates do not count (`conventions.md`).
    Until,
}

/// How a value becomes points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// It is a score from 0 to 100 already. Outside of that it is refused.
    Score,
    /// A number.
    Number(Scale),
    /// A date, as days between it and the given day.
    Days(DayCount, Scale),
    /// A rating from 1 to 5, in a line: 1 gives no points, or with `true` all of them. Outside of 1 to 5 it is refused.
    Rating {
        /// Whether 1 is the best.
        one_is_best: bool,
    },
    /// A text, each with its points in hundredths. Capital and small letters are the same, spaces around do not count.
    Texts {
        /// Texts and their points.
        points: Vec<(String, u16)>,
        /// The points of every other text; nothing where another text has none.
        others: Option<u16>,
    },
}

/// When an indicator applies to a customer (catalogue C45: many tickets of a new customer can be engagement).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lifecycle {
    /// Always.
    #[default]
    Always,
    /// From so many days after the start on: the volume of support after the first ninety days.
    From(u16),
    /// Until so many days after the start: onboarding.
    Until(u16),
}

/// How long a customer is new (catalogue A3, C37): ninety days.
pub const NEW_FOR_DAYS: u16 = 90;

impl Lifecycle {
    /// Whether it applies at this age. A customer whose start is not known counts as established.
    #[must_use]
    pub const fn applies(self, age_in_days: Option<i64>) -> bool {
        match (self, age_in_days) {
            (Self::Always, _) | (Self::From(_), None) => true,
            (Self::Until(_), None) => false,
            (Self::From(days), Some(age)) => age >= days as i64,
            (Self::Until(days), Some(age)) => age < days as i64,
        }
    }
}

/// One indicator of a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The name under which it is stored.
    pub slug: String,
    /// Its name.
    pub term: String,
    /// How a value becomes points.
    pub rule: Rule,
    /// When it applies.
    pub lifecycle: Lifecycle,
    /// Its weight, in hundredths of a percent. Weights count by their share of the sum.
    pub weight: u32,
}

impl Rule {
    /// Whether the rule can be used.
    ///
    /// # Errors
    ///
    /// What is wrong with it; see [`RuleFault`].
    pub fn check(&self) -> Result<(), RuleFault> {
        match self {
            Self::Score | Self::Rating { .. } => Ok(()),
            Self::Number(scale) | Self::Days(_, scale) => scale.check(),
            Self::Texts { points, others } => check_texts(points, *others),
        }
    }
}

/// Texts as they are compared.
pub(super) fn same_text(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.trim().chars().flat_map(char::to_lowercase).collect::<String>();
    letters(one) == letters(other)
}

fn check_texts(points: &[(String, u16)], others: Option<u16>) -> Result<(), RuleFault> {
    if points.is_empty() {
        return Err(RuleFault::NoTexts);
    }
    let too_high = |points: u16| points > super::FULL_POINTS;
    if let Some(place) = points.iter().position(|(_, points)| too_high(*points)) {
        return Err(RuleFault::PointsTooHigh(place));
    }
    if others.is_some_and(too_high) {
        return Err(RuleFault::PointsTooHigh(points.len()));
    }
    for (place, (text, _)) in points.iter().enumerate() {
        if points.iter().take(place).any(|(before, _)| same_text(before, text)) {
            return Err(RuleFault::TextTwice(place));
        }
    }
    Ok(())
}
