//! Amounts kept until all months of a customer are there, so that a year's amount shows among a month's.

use super::people::People;
use super::row::Cells;
use super::tally::Tally;
use super::{Full, Sink};
use crate::issue::{Issue, IssueKind};
use crate::mapping::{Shape, Spikes};
use crate::order::put_in_order;
use crate::spike;
use crate::table::Row;
use plimsoll_columns::Month;

/// What a customer pays in a month, by one cell.
struct Point {
    person: usize,
    month: Month,
    minor: i64,
    line: u32,
    column: usize,
}

/// Amounts so far.
pub(super) struct Series {
    spikes: Spikes,
    points: Vec<Point>,
}

impl Series {
    pub(super) const fn new(spikes: Spikes) -> Self {
        Self { spikes, points: Vec::new() }
    }

    pub(super) fn take(&mut self, person: usize, row: &Row, amounts: Vec<(usize, Month, i64)>) {
        let line = row.line;
        let points =
            amounts.into_iter().map(|(column, month, minor)| Point { person, month, minor, line, column });
        self.points.extend(points);
    }

    /// Hands all amounts over, customer by customer, with those of a year treated as they are to be.
    pub(super) fn finish(
        mut self,
        cells: &Cells,
        people: &People,
        tally: &mut Tally,
        sink: &mut dyn Sink,
    ) -> Result<(), Full> {
        let key = |point: &Point| (point.person, point.month);
        put_in_order(&mut self.points, |one, other| key(one).cmp(&key(other)));
        for points in self.points.chunk_by(|one, other| one.person == other.person) {
            let values: Vec<(Month, i128)> =
                points.iter().map(|point| (point.month, i128::from(point.minor))).collect();
            let spikes = spike::places(&values);
            let Some((name, attributes)) = points.first().and_then(|point| people.person(point.person))
            else {
                continue;
            };
            for (place, point) in points.iter().enumerate() {
                let mut minor = point.minor;
                if spikes.contains(&place) {
                    let column = cells.mapping.columns.get(point.column).map(|column| column.header.clone());
                    let found = Some(name.to_owned());
                    let kind = IssueKind::AnnualAmongMonthly(self.spikes);
                    tally.note(Issue { row: Some(point.line), column, found, ..Issue::new(kind) });
                    match self.spikes {
                        Spikes::Keep => {}
                        Spikes::Twelfth => minor = twelfth(minor),
                        Spikes::LeaveOut => {
                            let is_row = u64::from(cells.mapping.shape == Some(Shape::Long));
                            tally.taken_back = tally.taken_back.saturating_add(is_row);
                            continue;
                        }
                    }
                }
                sink.add(name, point.month, minor, &attributes)?;
            }
        }
        Ok(())
    }
}

/// A twelfth, rounded half away from zero. Amounts here are not negative.
const fn twelfth(minor: i64) -> i64 {
    minor.saturating_add(6).div_euclid(12)
}
