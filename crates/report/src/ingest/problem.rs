//! What keeps a table from being read, in words.

use plimsoll_intake::{Full, Mapping, MappingProblem, Role, Shape};

/// What keeps a mapping from being read by, and what to do about it.
///
/// ```
/// use plimsoll_intake::{check, look};
/// use plimsoll_report::ingest::mapping_problem;
/// let seen = look("Month,MRR\n2025-01,9.50\n");
/// let said: Vec<String> =
///     check(&seen.mapping).iter().map(|problem| mapping_problem(*problem, &seen.mapping)).collect();
/// assert_eq!(said, ["It is not known what a row stands for. Choose it, then the columns that it needs."]);
/// ```
#[must_use]
pub fn mapping_problem(problem: MappingProblem, mapping: &Mapping) -> String {
    let column = |place: usize| match mapping.columns.get(place).map(|column| column.header.as_str()) {
        Some(header) if !header.is_empty() => format!("“{header}”"),
        _ => format!("{}", place.saturating_add(1)),
    };
    match problem {
        MappingProblem::NoShape => {
            "It is not known what a row stands for. Choose it, then the columns that it needs.".into()
        }
        MappingProblem::NoMonths => {
            "There are no months in it: this is a table of accounts as they are today, and no ledger comes of it. Export what each customer paid by month, or subscriptions with their start.".into()
        }
        MappingProblem::NoCustomer => "No column says who the customer is. Choose one.".into(),
        MappingProblem::Missing(role) => format!("No column holds the {}. Choose one.", role_name(role)),
        MappingProblem::NoMonthColumns => "No column is headed by a month. Choose the columns of amounts.".into(),
        MappingProblem::WithoutMonth { column: place } => {
            format!("It is not known which month column {} is of. Name its month.", column(place))
        }
        MappingProblem::SameMonth { first, second } => {
            format!("Columns {} and {} are of one month. Leave one out.", column(first), column(second))
        }
        MappingProblem::Twice { role, first, second } => format!(
            "Columns {} and {} both claim to be the {}. Leave one out.",
            column(first),
            column(second),
            role_name(role)
        ),
        MappingProblem::NoScale => "Say whether amounts are whole units or cents.".into(),
        MappingProblem::NoBasis => "Say what time an amount is for.".into(),
        MappingProblem::NoQuantity => "Say whether an amount is for one piece or for all.".into(),
        MappingProblem::NoSigns => "Say how a change shows that a customer pays less.".into(),
    }
}

/// What a row stands for, as it is offered.
#[must_use]
pub const fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Long => "A customer in one month",
        Shape::Wide => "A customer, with a column for each month",
        Shape::Edges => "A customer at the start and at the end",
        Shape::Events => "A change from a day on",
        Shape::Intervals => "A subscription with its start and end",
        Shape::Accounts => "An account at one moment",
    }
}

/// Why nothing more is taken, and what to do.
#[must_use]
pub const fn no_room(full: Full) -> &'static str {
    match full {
        Full::TooLarge => {
            "The amounts add up to more than is kept exactly. Check that they are not in a smaller unit than chosen."
        }
        Full::TooManyMonths => {
            "The dates reach over more months than a ledger has. Check that day, month and year are read right."
        }
        Full::TooManyCustomers => "There are more customers than a ledger has. Read a part of them.",
        Full::TooManySnapshots => {
            "The column of dates holds too many different days for accounts to be compared by. Choose another column, or none."
        }
        Full::NoMemory => {
            "The browser has no memory left for so much data. Close other pages, or read a part of it."
        }
    }
}

/// What a column holds, within a sentence.
const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Ignored => "part that is not read",
        Role::CustomerId => "customer's id",
        Role::CustomerName => "customer's name",
        Role::Subscription => "subscription",
        Role::Amount => "amount",
        Role::MonthAmount => "amounts of a month",
        Role::StartAmount => "amount at the start",
        Role::EndAmount => "amount at the end",
        Role::Change => "change of the amount",
        Role::Balance => "amount after the change",
        Role::Date => "month or date",
        Role::Rank => "order of changes",
        Role::EventType => "type of change",
        Role::From => "day of the start",
        Role::Until => "last day",
        Role::Ended => "day on which it ended",
        Role::TrialEnd => "end of the trial",
        Role::Trial => "mark of a trial",
        Role::Status => "status",
        Role::Interval => "billing interval",
        Role::IntervalCount => "number of billing intervals",
        Role::Quantity => "quantity",
        Role::Currency => "currency",
        Role::Attribute => "group",
        Role::Owner => "owner",
        Role::Renewal => "renewal date",
        Role::Seats => "number of seats",
        Role::SeatsUsed => "number of seats used",
        Role::Churned | Role::Active => "column of who has left",
        Role::Indicator | Role::Percent | Role::Share | Role::Rating | Role::Day | Role::Word => {
            "sign of health"
        }
    }
}
