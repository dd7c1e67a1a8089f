//! What looks ahead, what looks back, and what only looks good.

use crate::benchmarks::Source;
use crate::benchmarks::sources::{DISCIPLINE_GUIDE, MEASURING_GUIDE, PRACTICAL_GUIDE};

/// When an indicator speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timing {
    /// Before it happens: there is still time to act.
    Leading,
    /// After it has happened.
    Lagging,
    /// Never: it grows whether customers are well or not.
    Vanity,
}

impl Timing {
    /// Its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Leading => "leading",
            Self::Lagging => "lagging",
            Self::Vanity => "vanity",
        }
    }

    /// Who reads it; nobody should read what is vanity.
    #[must_use]
    pub const fn readers(self) -> Option<&'static str> {
        match self {
            Self::Leading => Some("CSMs and CS operations"),
            Self::Lagging => Some("management, finance and the board"),
            Self::Vanity => None,
        }
    }
}

/// An indicator and when it speaks.
#[derive(Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The name under which it is stored and linked.
    pub slug: &'static str,
    /// Its name.
    pub term: &'static str,
    /// When it speaks.
    pub timing: Timing,
    /// What to keep in mind, or to look at instead.
    pub note: &'static str,
    /// The slug of its metric, where it is one.
    pub metric: Option<&'static str>,
    /// Where it is from.
    pub sources: &'static [&'static Source],
}

static GUIDES: [&Source; 3] = [&MEASURING_GUIDE, &PRACTICAL_GUIDE, &DISCIPLINE_GUIDE];
static PRACTICE: [&Source; 1] = [&PRACTICAL_GUIDE];

const fn indicator(
    timing: Timing,
    slug: &'static str,
    term: &'static str,
    note: &'static str,
    metric: Option<&'static str>,
) -> Indicator {
    let sources: &[&Source] = match timing {
        Timing::Leading | Timing::Lagging => &GUIDES,
        Timing::Vanity => &PRACTICE,
    };
    Indicator { slug, term, timing, note, metric, sources }
}

/// The indicators: those that look ahead, those that look back, those that only look good.
pub static TIMED_INDICATORS: [Indicator; 9] = [
    indicator(
        Timing::Leading,
        "health",
        "Health score",
        "only as good as its weights: hold it against who left",
        Some("health-score"),
    ),
    indicator(Timing::Leading, "usage-trend", "Usage trend", "the change counts, not the level", None),
    indicator(
        Timing::Leading,
        "sentiment",
        "Sentiment",
        "what customers and their CSM say, before they act",
        None,
    ),
    indicator(
        Timing::Lagging,
        "churn",
        "Churn",
        "says who has left, when it is too late for them",
        Some("logo-churn"),
    ),
    indicator(
        Timing::Lagging,
        "net-retention",
        "NRR",
        "the result of everything else, a year later",
        Some("net-revenue-retention"),
    ),
    indicator(
        Timing::Lagging,
        "retention",
        "Customer retention",
        "churn seen from the other side",
        Some("customer-retention"),
    ),
    indicator(Timing::Vanity, "sign-ups", "Total sign-ups", "never falls; see who reached first value", None),
    indicator(Timing::Vanity, "daily-users", "Daily active users", "see whether they use what matters", None),
    indicator(
        Timing::Vanity,
        "login-counts",
        "Number of logins",
        "a count says little; one customer's drop of 30 % says much",
        None,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_of_each_and_together() {
        let timings = TIMED_INDICATORS.each_ref().map(|indicator| indicator.timing);
        let [ahead, back, vain] =
            [Timing::Leading, Timing::Lagging, Timing::Vanity].map(|timing| [timing; 3]);
        assert_eq!(timings.to_vec(), [ahead, back, vain].concat());
    }

    #[test]
    fn vanity_has_no_readers() {
        assert_eq!(Timing::Vanity.readers(), None);
        assert!(Timing::Leading.readers() != Timing::Lagging.readers());
    }
}
