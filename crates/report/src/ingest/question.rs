//! What is asked about a table, and the answers offered.

use plimsoll_intake::{
    Basis, Choice, DateOrder, DayCount, DecimalMark, Duplicates, Encoding, EncodingProof, PercentScale,
    Quantity, Question, Scale, Setting, Shape, Signs, Spikes,
};

use super::shape_name;

/// A question with the cell that raises it.
///
/// ```
/// use plimsoll_intake::look;
/// use plimsoll_report::ingest::{answer_label, question};
/// let seen = look("Customer,Date,MRR\nAcme,03/04/2025,9.50\n");
/// assert_eq!(question(&seen.questions[0]), "Row 2, column “Date”, “03/04/2025”: what stands first, the day or the month?");
/// assert_eq!(answer_label(&seen.questions[0].answers[0]), "The day");
/// ```
#[must_use]
pub fn question(asked: &Question) -> String {
    let what = match asked.setting {
        Setting::Shape if asked.answers.contains(&Choice::Shape(Shape::Accounts)) => {
            "does the table show how accounts fare, or what customers pay?"
        }
        Setting::Shape => "is a row what the customer pays in that month, or a change from that day on?",
        Setting::Mark => "is the mark a decimal mark, or does it set off thousands?",
        Setting::Order => "what stands first, the day or the month?",
        Setting::Scale => "are amounts whole units, or cents?",
        Setting::Basis => "what time is an amount for?",
        Setting::Quantity => "is an amount for all of them, or for each one?",
        Setting::Signs => "how does a change show that a customer pays less?",
        Setting::Currency => "there are several currencies, and none is converted. Which one shall count?",
        Setting::Percent => "is this a number out of a hundred, or a multiple of the whole?",
        Setting::Spikes => "this is about twelve times the months beside it. Is it a year's amount?",
        Setting::Duplicates => "this account stands in an earlier row too. Which row counts?",
    };
    let Some(cell) = &asked.example else { return capital(what) };
    let column = if cell.header.is_empty() {
        format!("column {}", cell.column.saturating_add(1))
    } else {
        format!("column “{}”", cell.header)
    };
    format!("Row {}, {column}, “{}”: {what}", cell.line, cell.text)
}

fn capital(sentence: &str) -> String {
    let (first, rest) = sentence.split_at_checked(1).unwrap_or(("", sentence));
    [&first.to_ascii_uppercase(), rest].concat()
}

/// An answer, as it is offered.
#[must_use]
pub fn answer_label(answer: &Choice) -> String {
    let label = match *answer {
        Choice::Shape(shape) => shape_name(shape),
        Choice::Mark(DecimalMark::Point) => "The point is the decimal mark: 1,234.56",
        Choice::Mark(DecimalMark::Comma) => "The comma is the decimal mark: 1.234,56",
        Choice::Order(DateOrder::DayFirst) => "The day",
        Choice::Order(DateOrder::MonthFirst) => "The month",
        Choice::Count(DayCount::Spreadsheet) => "Days, as spreadsheets count them",
        Choice::Count(DayCount::Seconds) => "Seconds since 1970",
        Choice::Count(DayCount::Milliseconds) => "Milliseconds since 1970",
        Choice::Scale(Scale::Units) => "Whole units: 4900 is 4,900.00",
        Choice::Scale(Scale::Minor) => "Cents: 4900 is 49.00",
        Choice::Basis(basis) => basis_label(basis),
        Choice::Quantity(Quantity::All) => "For all of them",
        Choice::Quantity(Quantity::Each) => "For each one, times the quantity",
        Choice::Signs(Signs::Written) => "By a minus",
        Choice::Signs(Signs::ByType) => "By its type",
        Choice::Currency(currency) => return currency.to_string(),
        Choice::Percent(PercentScale::OfHundred) => "Out of a hundred: 5 is 5 %",
        Choice::Percent(PercentScale::OfOne) => "A multiple of the whole: 0.05 is 5 %",
        Choice::Spikes(Spikes::Keep) => "No, it counts as it is",
        Choice::Spikes(Spikes::Twelfth) => "Yes, a twelfth of it counts",
        Choice::Spikes(Spikes::LeaveOut) => "Leave such amounts out",
        Choice::Duplicates(Duplicates::First) => "The first one",
        Choice::Duplicates(Duplicates::Last) => "The last one",
        Choice::Duplicates(Duplicates::LeaveOut) => "None: leave such accounts out",
        Choice::Until(month) => return format!("Up to {month}"),
        Choice::Month(_, month) => return month.to_string(),
        Choice::HeaderLine(line) => return format!("The header ends in row {line}"),
        Choice::Delimiter(delimiter) => return delimiter.to_string(),
        Choice::Role(_, role) => role.slug(),
    };
    label.into()
}

const fn basis_label(basis: Basis) -> &'static str {
    match basis {
        Basis::Month => "A month (MRR)",
        Basis::Year => "A year (ARR), divided by 12",
        Basis::Quarter => "A quarter, divided by 3",
        Basis::HalfYear => "Half a year, divided by 6",
        Basis::Week => "A week, times 52, divided by 12",
        Basis::Day => "A day, times 365, divided by 12",
        Basis::Term => "The whole term, divided by its months",
        Basis::Row => "What the row's billing interval says",
    }
}

/// What is worth saying about how the file's characters were read, if anything.
#[must_use]
pub const fn encoding_note(encoding: Encoding, proof: EncodingProof) -> Option<&'static str> {
    match (proof, encoding) {
        (EncodingProof::Mark | EncodingProof::Content, _) => None,
        (EncodingProof::ZeroBytes, _) => {
            Some("The file was read as UTF-16, which its zero bytes suggest. Check that names look right.")
        }
        (EncodingProof::Remains, _) => {
            Some("The file is not UTF-8 and was read as Windows text. Check letters with accents.")
        }
    }
}
