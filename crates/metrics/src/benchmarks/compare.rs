//! What comparable companies reach: quartiles by customer segment, medians by industry and stage
//! (catalogue A2.2, A2.4, A2.6, A2.19, A2.20). All of them are annual.

use super::Source;
use super::source::sources::BENCHMARK_SURVEY;
use crate::catalogue::metrics::{GROSS_REVENUE_RETENTION, LOGO_CHURN, NET_REVENUE_RETENTION};
use crate::{Direction, Exact, Metric};

macro_rules! group {
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $item_doc:literal])* $item:ident $slug:literal $label:literal,)* }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $item_doc])* $item,)* }

        impl $name {
            /// All of them, in the order of the source.
            pub const ALL: &'static [Self] = &[$(Self::$item,)*];

            /// The name under which it is stored and linked.
            #[must_use]
            pub const fn slug(self) -> &'static str { match self { $(Self::$item => $slug,)* } }

            /// Its name.
            #[must_use]
            pub const fn label(self) -> &'static str { match self { $(Self::$item => $label,)* } }
        }
    };
}

group! {
    /// The size of the customers that a company sells to, by annual recurring revenue of one customer.
    /// An edge belongs to the larger segment (catalogue C26).
    Segment {
        /// From $100,000 a year.
        Enterprise "enterprise" "Enterprise",
        /// From $25,000 to below $100,000 a year.
        MidMarket "mid-market" "Mid-market",
        /// Below $25,000 a year: small and medium businesses.
        Smb "smb" "SMB",
    }
}

group! {
    /// The industry that a company sells in.
    Industry {
        /// Infrastructure and developer tools.
        Infrastructure "infrastructure" "Infrastructure / DevOps",
        /// Security software.
        Cybersecurity "cybersecurity" "Cybersecurity",
        /// Software for people departments.
        HrTech "hr-tech" "HR tech",
        /// Software for marketing.
        MarTech "martech" "MarTech",
        /// Software for finance.
        FinTech "fintech" "FinTech",
        /// Software for health care.
        HealthTech "healthtech" "HealthTech",
        /// Software for education.
        EdTech "edtech" "EdTech",
        /// Tools for online shops.
        Ecommerce "ecommerce" "eCommerce tools",
    }
}

group! {
    /// How far along a company is, by its own annual recurring revenue.
    Stage {
        /// Below $10 million.
        Early "early" "Early, below $10M ARR",
        /// From $10 million to below $50 million.
        Growth "growth" "Growth, $10M–$50M ARR",
        /// From $50 million to below $200 million.
        Scale "scale" "Scale, $50M–$200M ARR",
        /// From $200 million.
        Enterprise "enterprise" "Enterprise, $200M+ ARR",
    }
}

/// The quarter of comparable companies in which a value lies. The better side includes the cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quarter {
    /// Among the best quarter.
    Top,
    /// At the median or better.
    UpperHalf,
    /// Below the median.
    LowerHalf,
    /// Among the worst quarter.
    Bottom,
}

/// Median and quartiles of a segment. "Top" is the better quartile: the low one for churn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quartiles {
    /// The line below which the worst quarter lies.
    pub bottom: Exact,
    /// The middle company.
    pub median: Exact,
    /// The line from which the best quarter lies.
    pub top: Exact,
    /// Which way is better.
    pub direction: Direction,
    /// Where the row is from.
    pub source: &'static Source,
}

impl Quartiles {
    /// The quarter in which the annual value lies. The better side includes the cut.
    #[must_use]
    pub fn quarter(&self, value: &Exact) -> Quarter {
        let reaches = |line: &Exact| match self.direction {
            Direction::Higher => value >= line,
            Direction::Lower => value <= line,
        };
        if reaches(&self.top) {
            Quarter::Top
        } else if reaches(&self.median) {
            Quarter::UpperHalf
        } else if reaches(&self.bottom) {
            Quarter::LowerHalf
        } else {
            Quarter::Bottom
        }
    }

    fn complement(self) -> Self {
        let direction = match self.direction {
            Direction::Higher => Direction::Lower,
            Direction::Lower => Direction::Higher,
        };
        let (bottom, median, top) =
            (self.bottom.complement(), self.median.complement(), self.top.complement());
        Self { bottom, median, top, direction, ..self }
    }
}

/// A published median.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Median {
    /// The middle company's annual value.
    pub value: Exact,
    /// Where it is from.
    pub source: &'static Source,
}

/// Bottom quartile, median and top quartile, in percent.
type QuartileRow = (Segment, [i64; 3]);

/// Quartiles by segment. A new table is a row here.
static QUARTILES: [(&Metric, [QuartileRow; 3]); 3] = [
    (
        &NET_REVENUE_RETENTION,
        [
            (Segment::Enterprise, [105, 115, 130]),
            (Segment::MidMarket, [98, 108, 120]),
            (Segment::Smb, [85, 95, 105]),
        ],
    ),
    (
        &GROSS_REVENUE_RETENTION,
        [
            (Segment::Enterprise, [90, 95, 98]),
            (Segment::MidMarket, [85, 90, 95]),
            (Segment::Smb, [75, 82, 90]),
        ],
    ),
    (
        &LOGO_CHURN,
        [(Segment::Enterprise, [10, 5, 2]), (Segment::MidMarket, [18, 10, 5]), (Segment::Smb, [35, 20, 12])],
    ),
];

/// Medians by industry, in percent: NRR, GRR and annual logo churn.
static INDUSTRIES: [(Industry, [i64; 3]); 8] = [
    (Industry::Infrastructure, [125, 95, 5]),
    (Industry::Cybersecurity, [120, 93, 7]),
    (Industry::HrTech, [110, 90, 12]),
    (Industry::MarTech, [105, 87, 15]),
    (Industry::FinTech, [115, 92, 8]),
    (Industry::HealthTech, [112, 91, 10]),
    (Industry::EdTech, [100, 85, 18]),
    (Industry::Ecommerce, [108, 88, 14]),
];

/// Medians by stage, in percent: NRR and GRR. Not monotone at the top; that is what the source says (C25).
static STAGES: [(Stage, [i64; 2]); 4] = [
    (Stage::Early, [100, 85]),
    (Stage::Growth, [110, 90]),
    (Stage::Scale, [118, 93]),
    (Stage::Enterprise, [115, 95]),
];

/// The metrics of the columns of the industry table; the stage table has the first two.
static COLUMNS: [&Metric; 3] = [&NET_REVENUE_RETENTION, &GROSS_REVENUE_RETENTION, &LOGO_CHURN];

/// The segment's quartiles of a metric, or of its complement, mirrored.
#[must_use]
pub fn quartiles(metric: &Metric, segment: Segment) -> Option<Quartiles> {
    let own = |metric: &Metric| {
        let (_, rows) = QUARTILES.iter().find(|(row, _)| *row == metric)?;
        let (_, [bottom, median, top]) = rows.iter().find(|(row, _)| *row == segment)?;
        Some(Quartiles {
            bottom: Exact::percent(*bottom),
            median: Exact::percent(*median),
            top: Exact::percent(*top),
            direction: metric.direction,
            source: &BENCHMARK_SURVEY,
        })
    };
    own(metric).or_else(|| own(metric.complement_of()?).map(Quartiles::complement))
}

/// The industry's median of a metric, or of its complement.
#[must_use]
pub fn industry_median(metric: &Metric, industry: Industry) -> Option<Median> {
    let (_, row) = INDUSTRIES.iter().find(|(row, _)| *row == industry)?;
    median(metric, row)
}

/// The stage's median of a metric, or of its complement.
#[must_use]
pub fn stage_median(metric: &Metric, stage: Stage) -> Option<Median> {
    let (_, row) = STAGES.iter().find(|(row, _)| *row == stage)?;
    median(metric, row)
}

fn median(metric: &Metric, row: &[i64]) -> Option<Median> {
    let own = |metric: &Metric| {
        let (_, percent) = COLUMNS.iter().zip(row).find(|(column, _)| **column == metric)?;
        Some(Exact::percent(*percent))
    };
    let value = own(metric).or_else(|| own(metric.complement_of()?).map(|value| value.complement()))?;
    Some(Median { value, source: &BENCHMARK_SURVEY })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]

    use super::*;
    use crate::catalogue::metrics::CUSTOMER_RETENTION;

    #[test]
    fn the_better_side_includes_the_cut() {
        let enterprise = quartiles(&NET_REVENUE_RETENTION, Segment::Enterprise).unwrap();
        assert_eq!(enterprise.quarter(&Exact::percent(115)), Quarter::UpperHalf);
        let churn = quartiles(&LOGO_CHURN, Segment::Enterprise).unwrap();
        assert_eq!(churn.quarter(&Exact::percent(2)), Quarter::Top);
        assert_eq!(churn.quarter(&Exact::percent(11)), Quarter::Bottom);
    }

    #[test]
    fn a_complement_lies_in_the_same_quarter() {
        for segment in Segment::ALL {
            let churn = quartiles(&LOGO_CHURN, *segment).unwrap();
            let kept = quartiles(&CUSTOMER_RETENTION, *segment).unwrap();
            for percent in 0..=100 {
                let value = Exact::percent(percent);
                assert_eq!(churn.quarter(&value), kept.quarter(&value.complement()));
            }
        }
    }

    #[test]
    fn medians_are_found_by_column() {
        assert_eq!(industry_median(&LOGO_CHURN, Industry::EdTech).unwrap().value, Exact::percent(18));
        assert_eq!(stage_median(&GROSS_REVENUE_RETENTION, Stage::Scale).unwrap().value, Exact::percent(93));
        assert_eq!(stage_median(&LOGO_CHURN, Stage::Scale), None);
    }
}
