//! What changes before a customer leaves, and how long before.

use crate::benchmarks::Source;
use crate::benchmarks::sources::BENCHMARK_SURVEY;

/// How strongly a signal speaks of churn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Moderately.
    Moderate,
    /// Between moderately and strongly.
    ModerateToHigh,
    /// Strongly.
    High,
    /// Very strongly.
    VeryHigh,
}

impl Strength {
    /// Its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Moderate => "moderate",
            Self::ModerateToHigh => "moderate to high",
            Self::High => "high",
            Self::VeryHigh => "very high",
        }
    }
}

/// A change that comes before churn.
#[derive(Debug, PartialEq, Eq)]
pub struct ChurnSignal {
    /// The name under which it is stored and linked.
    pub slug: &'static str,
    /// Its name.
    pub term: &'static str,
    /// The change itself.
    pub change: &'static str,
    /// How long before churn it shows, in days: at least and at most.
    pub lead_days: (u32, u32),
    /// How strongly it speaks of churn.
    pub strength: Strength,
    /// The slug of the metric that it is a change of, where there is one.
    pub metric: Option<&'static str>,
    /// Where it is from.
    pub source: &'static Source,
}

const fn signal(
    slug: &'static str,
    term: &'static str,
    change: &'static str,
    lead_days: (u32, u32),
    strength: Strength,
    metric: Option<&'static str>,
) -> ChurnSignal {
    ChurnSignal { slug, term, change, lead_days, strength, metric, source: &BENCHMARK_SURVEY }
}

/// The signals, strongest first.
pub static CHURN_SIGNALS: [ChurnSignal; 7] = [
    signal("login-decline", "Logins", "fewer by more than 30 %", (60, 90), Strength::VeryHigh, None),
    signal(
        "sponsor-departure",
        "Executive sponsor",
        "leaves the customer",
        (30, 90),
        Strength::VeryHigh,
        None,
    ),
    signal(
        "nps-drop",
        "NPS",
        "down by more than 3 points of the answer from 0 to 10",
        (30, 60),
        Strength::High,
        Some("net-promoter-score"),
    ),
    signal("escalations", "Support escalations", "more often", (30, 60), Strength::High, None),
    signal(
        "meetings-cancelled",
        "Meetings",
        "cancelled more often",
        (30, 45),
        Strength::ModerateToHigh,
        None,
    ),
    signal("adoption-decline", "Feature adoption", "shrinks", (60, 90), Strength::Moderate, None),
    signal("competitor-mentions", "Competitors", "come up in talks", (30, 60), Strength::Moderate, None),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_stand_first() {
        assert!(CHURN_SIGNALS.is_sorted_by(|one, next| one.strength >= next.strength));
    }

    /// Catalogue A5, in its own order there.
    #[test]
    fn lead_times_and_strengths_are_those_of_the_catalogue() {
        let known = [
            ("login-decline", (60, 90), "very high"),
            ("nps-drop", (30, 60), "high"),
            ("sponsor-departure", (30, 90), "very high"),
            ("escalations", (30, 60), "high"),
            ("meetings-cancelled", (30, 45), "moderate to high"),
            ("adoption-decline", (60, 90), "moderate"),
            ("competitor-mentions", (30, 60), "moderate"),
        ];
        assert_eq!(known.len(), CHURN_SIGNALS.len());
        for (slug, days, strength) in known {
            let found = CHURN_SIGNALS.iter().find(|signal| signal.slug == slug);
            let found = found.map(|signal| (signal.lead_days, signal.strength.label()));
            assert_eq!(found, Some((days, strength)), "{slug}");
        }
    }
}
