//! Rows of one customer become one customer.

use rust_decimal::Decimal;

use super::Customer;
use crate::exact::add;
use crate::issue::{Field, IssueKind};
use crate::order::{Grown as _, Listed as _};
use crate::order::{Looks, Numbers};

/// Customers so far.
#[derive(Default)]
pub(crate) struct Merge {
    pub(crate) customers: Vec<Customer>,
    /// Where each name stands in the list.
    places: Numbers,
    names: Looks,
    segments: Looks,
    /// What the rows above pay: all of them, and those since the last row of totals.
    above: [Above; 2],
}

/// What rows pay together at both ends; nothing where that is more than is kept exactly.
#[derive(Clone, Copy)]
struct Above {
    rows: usize,
    paid: Option<[Decimal; 2]>,
}

impl Default for Above {
    fn default() -> Self {
        Self { rows: 0, paid: Some([Decimal::ZERO; 2]) }
    }
}

impl Above {
    fn take(&mut self, customer: &Customer) {
        self.rows = self.rows.saturating_add(1);
        self.paid = self
            .paid
            .and_then(|[start, end]| add(start, customer.start).zip(add(end, customer.end)))
            .map(Into::into);
    }

    fn is(&self, sum: &Customer) -> bool {
        self.rows > 0 && self.paid == Some([sum.start, sum.end])
    }
}

impl Merge {
    /// Whether a row that is named like a sum is one: of all rows above it, or of those since the last such row. It is then
    /// not to be added.
    pub(crate) fn sums_up(&mut self, row: &Customer) -> bool {
        let is_sum = self.above.iter().any(|above| above.is(row));
        if let Some(since) = self.above.last_mut().filter(|_| is_sum) {
            *since = Above::default();
        }
        is_sum
    }

    /// Adds the customer of a row, and says what is worth knowing about it.
    pub(crate) fn add(&mut self, customer: Customer) -> Vec<(Field, IssueKind)> {
        self.above.iter_mut().for_each(|above| above.take(&customer));
        let mut found = Vec::new();
        let (place, _) = self.places.meet(&customer.name);
        let Some(known) = self.customers.get_mut(place) else {
            let twin = self.names.meet(&customer.name);
            found.grow_by(twin.map(|other| (Field::Name, IssueKind::LooksAlike { other })));
            found.grow_by(self.meet_segment(customer.segment.as_deref()));
            self.customers.push(customer);
            return found;
        };
        let (Some(start), Some(end)) = (add(known.start, customer.start), add(known.end, customer.end))
        else {
            return vec![(Field::Name, IssueKind::TooLarge)];
        };
        (known.start, known.end) = (start, end);
        found.push((Field::Name, IssueKind::AddedUp { first: known.row }));
        match (&known.segment, customer.segment) {
            (Some(kept), Some(other)) if *kept != other => {
                found.push((Field::Segment, IssueKind::SegmentDiffers { kept: kept.clone() }));
            }
            (None, Some(segment)) => {
                known.segment = Some(segment.clone());
                found.grow_by(self.meet_segment(Some(&segment)));
            }
            _ => {}
        }
        found
    }

    fn meet_segment(&mut self, segment: Option<&str>) -> Option<(Field, IssueKind)> {
        let other = self.segments.meet(segment?)?;
        Some((Field::Segment, IssueKind::LooksAlike { other }))
    }
}

/// The segments of customers, in order of appearance.
pub(super) fn segments(customers: &[Customer]) -> Vec<String> {
    let mut seen = Numbers::default();
    let segments = customers.iter().filter_map(|customer| customer.segment.as_ref());
    segments.filter(|segment| seen.meet(segment).1).cloned().listed()
}
