//! What a reading says: its questions, its answers, and what is wrong with a mapping.

use plimsoll_intake::{
    Basis, Choice, Column, DateOrder, DayCount, DecimalMark, Encoding, Full, Issue, Mapping, MappingProblem,
    PercentScale, Quantity, Question, Role, Scale, Setting, Shape, Signs, Spikes, Tallied, export_by_slug,
};

use crate::sentence::month_name;
use crate::view::{Failure, Month};

/// The most characters of a cell that are shown.
const SHOWN: usize = 60;

/// What the table was taken for.
pub(super) fn shape_found(mapping: &Mapping) -> String {
    let shape = match mapping.shape {
        Some(Shape::Long) => "A ledger: one row for each customer and month.",
        Some(Shape::Wide) => "A ledger: one row for each customer, one column for each month.",
        Some(Shape::Edges) => "Customers at two dates: what each paid at the start and at the end.",
        Some(Shape::Events) => "A log of changes: each row says by how much a customer pays more or less.",
        Some(Shape::Intervals) => "Subscriptions: each row has a start, perhaps an end, and a price.",
        Some(Shape::Accounts) => "Accounts as they are today.",
        None => "What a row stands for could not be told.",
    };
    match mapping.export.and_then(export_by_slug) {
        Some(export) => [shape, " The columns are those of ", export.name, "."].concat(),
        None => shape.into(),
    }
}

/// A choice as it is offered.
pub(super) fn choice(choice: &Choice) -> String {
    match choice {
        Choice::Delimiter(delimiter) => match delimiter {
            ',' => "a comma",
            ';' => "a semicolon",
            '\t' => "a tab",
            '|' => "a bar",
            other => return ["“", &other.to_string(), "”"].concat(),
        },
        Choice::HeaderLine(line) => return ["the header is line ", &line.to_string()].concat(),
        Choice::Role(_, of) => role(*of),
        Choice::Month(_, month) | Choice::Until(month) => return month_name(Month(month.0)),
        Choice::Shape(shape) => match shape {
            Shape::Long => "a customer and a month",
            Shape::Wide => "a customer, with a column for each month",
            Shape::Edges => "a customer at two dates",
            Shape::Events => "a change",
            Shape::Intervals => "a subscription",
            Shape::Accounts => "an account as it is today",
        },
        Choice::Mark(DecimalMark::Point) => "a point: 1,000 is a thousand",
        Choice::Mark(DecimalMark::Comma) => "a comma: 1.000 is a thousand",
        Choice::Order(DateOrder::DayFirst) => "day first: 3 April",
        Choice::Order(DateOrder::MonthFirst) => "month first: March 4",
        Choice::Count(DayCount::Spreadsheet) => "days, as a spreadsheet counts them",
        Choice::Count(DayCount::Seconds) => "seconds since 1970",
        Choice::Count(DayCount::Milliseconds) => "thousandths of a second since 1970",
        Choice::Scale(Scale::Units) => "whole units: 1200 is twelve hundred",
        Choice::Scale(Scale::Minor) => "the smallest unit: 1200 cents are twelve",
        Choice::Basis(basis) => for_what(*basis),
        Choice::Quantity(Quantity::All) => "all of them: the quantity does not matter",
        Choice::Quantity(Quantity::Each) => "one: it is multiplied by the quantity",
        Choice::Signs(Signs::Written) => "by a minus before the amount",
        Choice::Signs(Signs::ByType) => "by the type of the row",
        Choice::Currency(currency) => return currency.as_str().into(),
        Choice::Percent(PercentScale::OfHundred) => "five percent",
        Choice::Percent(PercentScale::OfOne) => "five hundred percent: 0.05 is five percent",
        Choice::Spikes(Spikes::Keep) => "they count as they are written",
        Choice::Spikes(Spikes::Twelfth) => "they are for a year: a twelfth counts",
        Choice::Spikes(Spikes::LeaveOut) => "they are left out",
    }
    .into()
}

const fn for_what(basis: Basis) -> &'static str {
    match basis {
        Basis::Month => "a month (MRR)",
        Basis::Year => "a year (ARR): a twelfth counts",
        Basis::Quarter => "a quarter: a third counts",
        Basis::HalfYear => "a half year: a sixth counts",
        Basis::Week => "a week: times 52, divided by 12",
        Basis::Day => "a day: times 365, divided by 12",
        Basis::Row => "what the row's interval says",
    }
}

pub(super) const fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16 (Excel's “Unicode text”)",
        Encoding::Utf16Be => "UTF-16, the other way round",
        Encoding::Windows1252 => "Windows, western Europe",
    }
}

/// What a column can hold, in words.
pub(super) const fn role(role: Role) -> &'static str {
    match role {
        Role::Ignored => "Not used",
        Role::CustomerId => "Customer's id",
        Role::CustomerName => "Customer's name",
        Role::Subscription => "Subscription's id",
        Role::Amount => "Amount",
        Role::MonthAmount => "Amount in the month of its header",
        Role::StartAmount => "Amount at the start",
        Role::EndAmount => "Amount at the end",
        Role::Change => "Change of the amount",
        Role::Balance => "Amount after the change",
        Role::Date => "Month or date",
        Role::Rank => "Order of changes on one day",
        Role::EventType => "Type of change",
        Role::From => "Start of the subscription",
        Role::Until => "Last day of the subscription",
        Role::Ended => "Day on which it ended",
        Role::TrialEnd => "End of the trial",
        Role::Trial => "Whether it is a trial",
        Role::Status => "Status",
        Role::Interval => "Billing interval",
        Role::IntervalCount => "Number of intervals",
        Role::Quantity => "Quantity",
        Role::Currency => "Currency",
        Role::Attribute => "Something to group by",
        Role::Owner => "Who looks after the customer",
        Role::Renewal => "Renewal date",
        Role::Seats => "Seats",
        Role::Indicator => "Sign of health",
    }
}

/// A question, with the cell that raises it.
pub(super) fn question(question: &Question) -> String {
    let example = question.example.as_ref().map(|example| {
        let column = if example.header.is_empty() {
            String::new()
        } else {
            [", column “", &shown(&example.header), "”"].concat()
        };
        [" See “", &shown(&example.text), "” in row ", &example.line.to_string(), &column, "."].concat()
    });
    let asked = match question.setting {
        Setting::Shape => "What does a row stand for?",
        Setting::Mark => "The amounts can be read in two ways. Which mark begins the decimals?",
        Setting::Order => "The dates can be read in two ways. What comes first?",
        Setting::Scale => "Are the amounts in whole units, or in the smallest unit, such as cents?",
        Setting::Basis => "For what time are the amounts?",
        Setting::Quantity => "There is a quantity. For how many is the amount?",
        Setting::Signs => "How does a row say that a customer pays less?",
        Setting::Currency => {
            "There is more than one currency, and none is converted. Which one counts? Rows in the others are left out."
        }
        Setting::Percent => "What does a 5 mean in the column of percentages?",
        Setting::Spikes => "Some amounts are about twelve times those beside them. What are they?",
    };
    [asked, &example.unwrap_or_default()].concat()
}

/// What keeps a mapping from being read by, and the way out.
pub(super) fn mapping_problem(problem: MappingProblem, mapping: &Mapping) -> String {
    let header =
        |place: usize| mapping.columns.get(place).map_or("", |column: &Column| column.header.as_str());
    let both = |first: usize, second: usize| {
        ["“", &shown(header(first)), "” and “", &shown(header(second)), "”"].concat()
    };
    match problem {
        MappingProblem::NoShape => {
            "What a row stands for could not be told. Say below what each column holds.".into()
        }
        MappingProblem::NoMonths => {
            "A table of accounts has no months in it, so no ledger comes of it. Open an export of \
             subscriptions, of changes, or of MRR by month."
                .into()
        }
        MappingProblem::NoCustomer => "No column says who the customer is. Choose one below.".into(),
        MappingProblem::Missing(of) => {
            ["No column holds what is needed: ", &role(of).to_lowercase(), ". Choose one below."].concat()
        }
        MappingProblem::NoMonthColumns => {
            "No column's header names a month. Choose below which columns hold a month's amounts.".into()
        }
        MappingProblem::WithoutMonth { column } => {
            ["The header “", &shown(header(column)), "” names no month. Set that column to something else."]
                .concat()
        }
        MappingProblem::SameMonth { first, second } => {
            ["The columns ", &both(first, second), " are for one month. Use one of them."].concat()
        }
        MappingProblem::Twice { role: of, first, second } => [
            "The columns ",
            &both(first, second),
            " both claim to be: ",
            &role(of).to_lowercase(),
            ". Use one of them.",
        ]
        .concat(),
        MappingProblem::NoScale => {
            "It is not settled whether amounts are in whole units or the smallest.".into()
        }
        MappingProblem::NoBasis => "It is not settled for what time the amounts are.".into(),
        MappingProblem::NoQuantity => "It is not settled whether an amount is for one or for all.".into(),
        MappingProblem::NoSigns => "It is not settled how a row says that a customer pays less.".into(),
    }
}

/// Where an issue is, and what stands there.
pub(super) fn place(issue: &Issue) -> String {
    let row = issue.row.map(|row| ["Row ", &row.to_string()].concat()).unwrap_or_default();
    let column =
        issue.column.as_ref().map(|column| [", column “", &shown(column), "”"].concat()).unwrap_or_default();
    let found = issue.found.as_ref().map(|found| [": “", &shown(found), "”"].concat()).unwrap_or_default();
    [row, column, found].concat()
}

/// A cell as it is shown: cut where it is long, and what has no picture of its own as a sign.
pub(super) fn shown(cell: &str) -> String {
    let picture = |c: char| match c {
        '\u{0}'..='\u{1f}' => char::from_u32(u32::from(c).saturating_add(0x2400)).unwrap_or(' '),
        '\u{7f}' => '\u{2421}',
        other => other,
    };
    let mut chars = cell.trim().chars();
    let mut text: String = chars.by_ref().take(SHOWN).map(picture).collect();
    if chars.next().is_some() {
        text.push('…');
    }
    text
}

/// What is worth knowing beside the numbers of a ledger.
pub(super) fn notes(tallied: &Tallied) -> Vec<String> {
    let mut notes = Vec::new();
    let left_out = tallied.rows.saturating_sub(tallied.counted);
    if left_out > 0 {
        let rows = if left_out == 1 {
            " row was left out when the data was read."
        } else {
            " rows were left out when the data was read."
        };
        notes.push([&left_out.to_string(), rows].concat());
    }
    if let Some(until) = tallied.until.filter(|_| tallied.running > 0) {
        notes.push(
            [
                "Subscriptions without an end are counted up to ",
                &month_name(Month(until.0)),
                ", the last month in the data.",
            ]
            .concat(),
        );
    }
    if tallied.rounded > 0 {
        notes.push(
            [
                &tallied.rounded.to_string(),
                " amounts were rounded to the currency's smallest unit when they were made monthly.",
            ]
            .concat(),
        );
    }
    notes
}

/// Why nothing more is taken.
pub(super) fn full(full: Full) -> Failure {
    let (what, way_out) = match full {
        Full::TooLarge => (
            "The amounts add up to more than can be kept exactly.",
            "Check whether they are in cents, or in another currency than you think.",
        ),
        Full::TooManyMonths => (
            "There are more months than a ledger holds.",
            "Check the dates: one may be far off. Or cut the data into parts.",
        ),
        Full::TooManyCustomers => (
            "There are more customers than a ledger holds.",
            "Cut the data into parts, by segment for example.",
        ),
        Full::NoMemory => {
            ("The browser gives this page no more memory.", "Close other tabs, or cut the data into parts.")
        }
    };
    Failure { what: what.into(), way_out: way_out.into() }
}

/// Why several files are not read as one.
pub(super) fn differs(names: &[String]) -> Failure {
    let name = |name: Option<&String>| name.map(|name| shown(name)).unwrap_or_default();
    Failure {
        what: [
            "“",
            &name(names.last()),
            "” has other columns than “",
            &name(names.first()),
            "”, so they are not one table.",
        ]
        .concat(),
        way_out: "Open files of one export together, and others one after the other.".into(),
    }
}
