//! Rows of one customer become one customer.

use std::collections::BTreeMap;

use super::Customer;
use crate::exact::add;
use crate::issue::{Field, IssueKind};
use crate::text::look;

/// Where each text stands in a list. One kind of tree serves every look-up here, since each kind is code to fetch.
type Places = BTreeMap<String, usize>;

/// Customers so far.
#[derive(Default)]
pub(crate) struct Merge {
    pub(crate) customers: Vec<Customer>,
    /// Where each name stands in the list.
    places: Places,
    names: Looks,
    segments: Looks,
}

/// The first text of each look.
#[derive(Default)]
struct Looks {
    texts: Vec<String>,
    places: Places,
}

impl Looks {
    /// An earlier text that looks like this one and is not it.
    fn meet(&mut self, text: &str) -> Option<IssueKind> {
        let look = look(text);
        let Some(first) = self.places.get(&look).and_then(|place| self.texts.get(*place)) else {
            self.places.insert(look, self.texts.len());
            self.texts.push(text.to_owned());
            return None;
        };
        (first != text).then(|| IssueKind::LooksAlike { other: first.clone() })
    }
}

impl Merge {
    /// Adds the customer of a row, and says what is worth knowing about it.
    pub(crate) fn add(&mut self, customer: Customer) -> Vec<(Field, IssueKind)> {
        let mut found = Vec::new();
        let known = self.places.get(&customer.name).and_then(|place| self.customers.get_mut(*place));
        let Some(known) = known else {
            found.extend(self.names.meet(&customer.name).map(|kind| (Field::Name, kind)));
            found.extend(self.meet_segment(customer.segment.as_deref()));
            self.places.insert(customer.name.clone(), self.customers.len());
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
                found.extend(self.meet_segment(Some(&segment)));
            }
            _ => {}
        }
        found
    }

    fn meet_segment(&mut self, segment: Option<&str>) -> Option<(Field, IssueKind)> {
        let kind = self.segments.meet(segment?)?;
        Some((Field::Segment, kind))
    }
}

/// The segments of customers, in order of appearance.
pub(super) fn segments(customers: &[Customer]) -> Vec<String> {
    let mut seen = Places::new();
    let segments = customers.iter().filter_map(|customer| customer.segment.as_ref());
    segments.filter(|segment| seen.insert((*segment).clone(), 0).is_none()).cloned().collect()
}
