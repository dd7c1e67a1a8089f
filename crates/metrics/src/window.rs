//! The window a figure was counted over, and what a rate becomes over another one.

use crate::{Compounding, Exact};

/// How long a window lasts. Flows (churn, expansion) are counted over it; rates are per window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Window {
    /// One month.
    Month,
    /// Three months.
    Quarter,
    /// Twelve months. Benchmark bands are annual.
    Year,
}

impl Window {
    /// Every window, shortest first.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// How many months the window lasts.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// The name under which it is stored and linked: `month`, `quarter` or `year`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// How a shorter window becomes a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Annualising {
    /// Rates compound: what is lost cannot be lost again.
    #[default]
    Compounded,
    /// Rates are taken as often as the window fits into the year. Common, and wrong for what is lost or kept.
    TimesTwelve,
}

/// What a rate over one window becomes over another, by compounding: a kept share `r` becomes `r^n`, a lost
/// share becomes `1 − (1 − r)^n`, and a value that does not depend on the window stays as it is.
///
/// Nothing where the rate leaves nothing to take a root of (a share below zero).
///
/// Five percent lost a month is 45.96 % a year, not 60 % (`definitions.md` D5 of the sources):
///
/// ```
/// use plimsoll_metrics::{Compounding, Exact, Window, rescale};
/// let yearly = rescale(&Exact::percent(5), Compounding::Lost, Window::Month, Window::Year).unwrap();
/// assert_eq!(yearly.to_decimal(4).unwrap().to_string(), "0.4596");
/// ```
#[must_use]
pub fn rescale(value: &Exact, compounding: Compounding, from: Window, to: Window) -> Option<Exact> {
    if from == to {
        return Some(value.clone());
    }
    match compounding {
        Compounding::None => Some(value.clone()),
        Compounding::Kept => kept(value, from.months(), to.months()),
        Compounding::Gained => simply(value, from, to),
        Compounding::Lost => {
            kept(&value.complement(), from.months(), to.months()).map(|kept| kept.complement())
        }
    }
}

/// What a rate over one window becomes over a year, by the chosen convention.
///
/// ```
/// use plimsoll_metrics::{Annualising, Compounding, Exact, Window, annualise};
/// let five = Exact::percent(5);
/// let yearly = annualise(&five, Compounding::Lost, Window::Month, Annualising::TimesTwelve);
/// assert_eq!(yearly, Some(Exact::percent(60)));
/// ```
#[must_use]
pub fn annualise(
    value: &Exact,
    compounding: Compounding,
    from: Window,
    annualising: Annualising,
) -> Option<Exact> {
    match (annualising, compounding) {
        (Annualising::TimesTwelve, Compounding::Lost) => simply(value, from, Window::Year),
        (Annualising::TimesTwelve, Compounding::Kept) => {
            simply(&value.complement(), from, Window::Year).map(|lost| lost.complement())
        }
        _ => rescale(value, compounding, from, Window::Year),
    }
}

/// A rate taken as often as one window fits into the other.
fn simply(value: &Exact, from: Window, to: Window) -> Option<Exact> {
    value.times(&Exact::from(i64::from(to.months()))).divided_by(&Exact::from(i64::from(from.months())))
}

/// A kept share over `from` months, over `to` months. One of the two divides the other.
fn kept(share: &Exact, from: u32, to: u32) -> Option<Exact> {
    if share.is_negative() {
        return None;
    }
    match (to.checked_div(from), from.checked_div(to)) {
        (Some(times), _) if times > 0 => Some(share.power(times)),
        (_, Some(parts)) => share.root(parts),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]

    use super::*;

    /// The conversions that source 001 prints rounded, computed (catalogue A7, C20).
    #[test]
    fn monthly_churn_compounds_to_a_year() {
        for (monthly, yearly) in [(1, "0.1136"), (2, "0.2153"), (3, "0.3062"), (5, "0.4596")] {
            let value = rescale(&Exact::percent(monthly), Compounding::Lost, Window::Month, Window::Year);
            assert_eq!(value.unwrap().to_decimal(4).unwrap().to_string(), yearly, "{monthly} % a month");
        }
    }

    /// Source 000's quarter of 107.5 % is 133.5 % a year (catalogue C21).
    #[test]
    fn a_quarter_of_net_retention_compounds_to_a_year() {
        let value = rescale(&Exact::per_mille(1_075), Compounding::Kept, Window::Quarter, Window::Year);
        assert_eq!(value.unwrap().to_decimal(3).unwrap().to_string(), "1.335");
    }

    #[test]
    fn a_share_below_nothing_has_no_other_window() {
        assert_eq!(rescale(&Exact::percent(101), Compounding::Lost, Window::Year, Window::Month), None);
    }
}
