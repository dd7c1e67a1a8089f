//! What comparable companies reach: quartiles and medians. All of them are annual where a window matters.

use super::Source;
use super::find::{Found, cell, cell_for};
use super::group::{Segment, Who};
use super::table::Role;
use crate::{Direction, Exact};

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

    pub(super) fn complement(self) -> Self {
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
    /// The middle company's value.
    pub value: Exact,
    /// The line from which the best quarter lies, where the row has one.
    pub top: Option<Exact>,
    /// Whose median it is.
    pub who: Who,
    /// Where it is from.
    pub source: &'static Source,
}

impl Median {
    pub(super) fn complement(self) -> Self {
        Self { value: self.value.complement(), top: self.top.map(|top| top.complement()), ..self }
    }
}

/// The quartiles of a metric in a segment, where all three are published.
pub(super) fn quartiles(slug: &str, segment: Segment) -> Option<Quartiles> {
    let line = |role| cell_for(slug, role, Who::Segment(segment));
    let median = line(Role::Median)?;
    Some(Quartiles {
        bottom: line(Role::Bottom)?.cell.value()?,
        median: median.cell.value()?,
        top: line(Role::Top)?.cell.value()?,
        direction: median.table.direction?,
        source: median.source(),
    })
}

/// The median of exactly these.
pub(super) fn median_for(slug: &str, who: Who) -> Option<Median> {
    median_of(slug, cell_for(slug, Role::Median, who)?)
}

/// The median of the segment, or of everybody.
pub(super) fn median(slug: &str, segment: Option<Segment>) -> Option<Median> {
    median_of(slug, cell(slug, Role::Median, segment)?)
}

fn median_of(slug: &str, found: Found) -> Option<Median> {
    let who = found.row.who;
    let top = cell_for(slug, Role::Top, who).and_then(|top| top.cell.value());
    Some(Median { value: found.cell.value()?, top, who, source: found.source() })
}
