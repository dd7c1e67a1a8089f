//! What shows that a customer is ready for more.

use crate::Exact;
use crate::benchmarks::Source;
use crate::benchmarks::sources::{BENCHMARK_SURVEY, MEASURING_GUIDE, PRACTICAL_GUIDE};

/// The line at which a signal shows, in whole percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// From there, the line included.
    From(u32),
    /// Below it, the line not included.
    Below(u32),
}

impl Line {
    /// Whether a share has reached the line.
    ///
    /// ```
    /// use plimsoll_metrics::Exact;
    /// use plimsoll_metrics::signals::Line;
    /// let ninety = Exact::percent(90);
    /// assert!(Line::From(90).is_reached_by(&ninety) && !Line::Below(90).is_reached_by(&ninety));
    /// ```
    #[must_use]
    pub fn is_reached_by(self, share: &Exact) -> bool {
        match self {
            Self::From(percent) => *share >= Exact::percent(i64::from(percent)),
            Self::Below(percent) => *share < Exact::percent(i64::from(percent)),
        }
    }
}

/// A sign that a customer is ready to buy more.
#[derive(Debug, PartialEq, Eq)]
pub struct ExpansionSignal {
    /// The name under which it is stored and linked.
    pub slug: &'static str,
    /// What shows.
    pub sign: &'static str,
    /// What the customer is ready for.
    pub ready_for: &'static str,
    /// The line at which it shows, where it is a share.
    pub line: Option<Line>,
    /// What sources say otherwise, where they do.
    pub dissent: Option<&'static str>,
    /// The slug of the metric that it is read from, where there is one.
    pub metric: Option<&'static str>,
    /// Where it is from.
    pub sources: &'static [&'static Source],
}

/// The signs. Seats in use are active ÷ licensed, which is not the same as licensed ÷ possible users (catalogue C35).
pub static EXPANSION_SIGNALS: [ExpansionSignal; 6] = [
    ExpansionSignal {
        slug: "seats-used",
        sign: "nearly every licensed seat is in use",
        ready_for: "more seats",
        line: Some(Line::From(90)),
        dissent: Some("Source 001 counts exactly 90 %; source 004 asks for more than 90 %."),
        metric: Some("seat-utilisation"),
        sources: &[&PRACTICAL_GUIDE, &BENCHMARK_SURVEY],
    },
    ExpansionSignal {
        slug: "seats-possible",
        sign: "the product is used well, and many who could use it have no seat",
        ready_for: "more seats",
        line: Some(Line::Below(60)),
        dissent: None,
        metric: None,
        sources: &[&MEASURING_GUIDE],
    },
    ExpansionSignal {
        slug: "higher-tier-interest",
        sign: "asks for, or tries, what only a higher tier has",
        ready_for: "a higher tier",
        line: None,
        dissent: None,
        metric: None,
        sources: &[&PRACTICAL_GUIDE, &BENCHMARK_SURVEY],
    },
    ExpansionSignal {
        slug: "modules-used",
        sign: "most of the modules it pays for are in use",
        ready_for: "another module",
        line: Some(Line::From(70)),
        dissent: None,
        metric: None,
        sources: &[&BENCHMARK_SURVEY],
    },
    ExpansionSignal {
        slug: "new-department",
        sign: "another department takes an interest",
        ready_for: "another department",
        line: None,
        dissent: None,
        metric: None,
        sources: &[&BENCHMARK_SURVEY],
    },
    ExpansionSignal {
        slug: "referrals",
        sign: "recommends you to others",
        ready_for: "a talk about more: the relationship is strong",
        line: None,
        dissent: None,
        metric: None,
        sources: &[&BENCHMARK_SURVEY],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Catalogue A5, A6 (P3) and C36.
    #[test]
    fn lines_are_those_of_the_catalogue() {
        let lines = EXPANSION_SIGNALS.iter().filter_map(|signal| Some((signal.slug, signal.line?)));
        let known = [
            ("seats-used", Line::From(90)),
            ("seats-possible", Line::Below(60)),
            ("modules-used", Line::From(70)),
        ];
        assert_eq!(lines.collect::<Vec<_>>(), known);
    }

    #[test]
    fn a_line_belongs_to_one_side() {
        for (line, below, on) in [(Line::From(70), false, true), (Line::Below(60), true, false)] {
            let (Line::From(percent) | Line::Below(percent)) = line;
            let edge = Exact::percent(i64::from(percent));
            let less = edge.minus(&Exact::per_mille(1));
            assert_eq!([less, edge].map(|share| line.is_reached_by(&share)), [below, on], "{line:?}");
        }
    }
}
