//! Reading a pasted table: in the worker only.

use plimsoll_intake::Grown as _;
use plimsoll_intake::{
    Customer, Customers, DecimalMark, Movements, Severity, Shape, look, movements, read_customers,
};
use rust_decimal::Decimal;

use super::issue::paste_issue;
use super::{PasteReading, PastedSegment};
use crate::view::PasteIssue;

/// How many issues are listed at most.
const LISTED: usize = 12;

/// Reads a table of customers (name, MRR at the start, MRR at the end, optional segment). Never fails: what cannot
/// be read says why, with its row and column.
///
/// `mark` is the settled decimal mark, `.` or `,`, or empty; `currency` is the ISO 4217 code of the page. Amounts in
/// another currency are refused, never taken as they are.
#[must_use]
pub fn read_paste(text: &str, mark: &str, currency: &str) -> PasteReading {
    let settled = match mark {
        "." => Some(DecimalMark::Point),
        "," => Some(DecimalMark::Comma),
        _ => None,
    };
    if is_data(text) {
        return PasteReading {
            summary: "This table has months of its own, so it is read as data: see how below.".into(),
            is_data: true,
            ..PasteReading::default()
        };
    }
    let read = read_customers(text, settled);
    let foreign = foreign_currency(&read, currency);
    let segments = if foreign.is_some() || read.is_blocked() { Vec::new() } else { segments(&read) };
    let mut issues = Vec::new();
    issues.grow_by(foreign);
    issues.grow_by(read.issues.iter().map(paste_issue));
    let more_issues = issues.len().saturating_sub(LISTED);
    issues.truncate(LISTED);
    PasteReading {
        summary: summary(&read),
        needs_mark: read.needs_mark(),
        is_data: false,
        issues,
        more_issues,
        segments,
    }
}

/// Whether a table is one for the data room: it tells of months, changes or subscriptions.
fn is_data(text: &str) -> bool {
    matches!(look(text).mapping.shape, Some(Shape::Long | Shape::Wide | Shape::Events | Shape::Intervals))
}

fn foreign_currency(read: &Customers, page: &str) -> Option<PasteIssue> {
    let seen = read.currency.filter(|seen| !seen.stands_for(page))?;
    Some(PasteIssue {
        place: "The whole paste".into(),
        reason: format!("The amounts are in {seen}, the page is in {page}. Choose the currency above."),
        is_left_out: true,
    })
}

/// "48 rows read: 46 customers, 2 rows left out. Cells apart by a tab, decimal point."
fn summary(read: &Customers) -> String {
    let left_out = read.issues.iter().filter(|issue| issue.severity == Severity::LeftOut).count();
    let between = match read.delimiter {
        '\t' => "a tab",
        ';' => "a semicolon",
        '|' => "a bar",
        _ => "a comma",
    };
    let mark = match read.mark {
        Some(DecimalMark::Comma) => ", decimal comma",
        Some(DecimalMark::Point) => ", decimal point",
        None => "",
    };
    let rows = count(usize::try_from(read.rows_read).unwrap_or(usize::MAX), "row", "rows");
    let customers = count(read.customers.len(), "customer", "customers");
    let left_out = if left_out == 0 {
        String::new()
    } else {
        [", ", &count(left_out, "row left out", "rows left out")].concat()
    };
    format!("{rows} read: {customers}{left_out}. Cells apart by {between}{mark}.")
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// All customers, each segment, and those without one where there are some.
fn segments(read: &Customers) -> Vec<PastedSegment> {
    let customers = read.customers.as_slice();
    let mut segments = Vec::new();
    segments.grow_by(segment(customers, None, "", "All customers"));
    if read.segments.is_empty() {
        return segments;
    }
    let each =
        read.segments.iter().filter_map(|name| segment(customers, Some(name), &["=", name].concat(), name));
    let unnamed = customers.iter().any(|customer| customer.segment.is_none());
    let without = unnamed.then(|| segment(customers, Some(""), "=", "Without a segment")).flatten();
    segments.grow_by(each);
    segments.grow_by(without);
    segments
}

fn segment(customers: &[Customer], name: Option<&str>, value: &str, label: &str) -> Option<PastedSegment> {
    let sums = movements(customers, name).ok()?;
    Some(PastedSegment { value: value.into(), label: label.into(), figures: typed(&sums) })
}

/// The sums as they would be typed, in the order of [`super::PASTED`].
fn typed(sums: &Movements) -> Vec<String> {
    let mut typed = [sums.start, sums.new, sums.expansion, sums.contraction, sums.churn].map(plain).to_vec();
    let counts = [sums.customers_at_start, sums.customers_new, sums.customers_lost];
    typed.grow_by(counts.map(|count| count.to_string()));
    typed
}

/// A number that reads the same whatever the decimal mark: three decimals get a fourth, so that the point cannot be
/// taken for a grouping mark.
pub(crate) fn plain(value: Decimal) -> String {
    let mut value = value.normalize();
    if value.scale() == 3 {
        value.rescale(4);
    }
    value.to_string()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it is surprised")]

    use super::*;

    #[test]
    fn a_segment_has_its_own_figures() {
        let text = "Customer,Start,End,Segment\nAcme,100,130,A\nBolt,80,0,B\nCog,50,20,A\nDyn,,40,\n";
        let reading = read_paste(text, "", "USD");
        let labels: Vec<_> = reading.segments.iter().map(|segment| segment.label.as_str()).collect();
        assert_eq!(labels, ["All customers", "A", "B", "Without a segment"]);
        assert_eq!(reading.segments[1].figures, ["150", "0", "30", "30", "0", "2", "0", "0"]);
    }

    #[test]
    fn another_currency_is_refused() {
        let reading = read_paste("Customer,Start,End\nAcme,€100,€130\n", "", "USD");
        assert!(reading.segments.is_empty());
        assert!(reading.issues[0].reason.contains("EUR"), "{}", reading.issues[0].reason);
    }

    #[test]
    fn a_ledger_is_for_the_data_room() {
        let reading = read_paste("Customer,Month,MRR\nAcme,2025-01,100\nAcme,2025-02,130\n", "", "USD");
        assert!(reading.is_data && reading.segments.is_empty(), "{reading:?}");
        assert!(!read_paste("Customer,Start,End\nAcme,100,130\n", "", "USD").is_data);
    }

    #[test]
    fn three_decimals_cannot_be_taken_for_a_group() {
        assert_eq!(plain(Decimal::new(123_456, 3)), "123.4560");
        assert_eq!(plain(Decimal::new(1_500, 2)), "15");
    }
}
