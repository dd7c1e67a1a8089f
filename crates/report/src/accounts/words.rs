//! What is said of accounts, while they are looked over and once they are kept.

use plimsoll_columns::Month;
use plimsoll_columns::accounts::{NO_DAY, Part, calendar};
use plimsoll_intake::{Grown as _, Listed as _, Sign, Tallied};

use crate::format::Formatter;
use crate::ledger::money;
use crate::sentence::{counted, month_name};
use crate::told::{AccountsFacts, KeptColumn};
use crate::view::{AccountsView, KeptColumnView};

/// "200 accounts at 2 moments, 30 June 2025 and 31 December 2025. 400 of 400 rows count."
pub(crate) fn found(
    accounts: usize,
    snapshots: &[(i32, u32)],
    tallied: &Tallied,
    formatter: &dyn Formatter,
) -> String {
    if accounts == 0 {
        return "No row of it could be counted. See below why, and change how it is read.".into();
    }
    [
        many(accounts, "account", "accounts", formatter).as_str(),
        &moments(snapshots, formatter),
        ". ",
        &formatter.number(tallied.counted.into(), 0),
        " of ",
        &counted(tallied.rows, "row counts.", "rows count.", formatter),
    ]
    .concat()
}

/// The accounts that are kept, in short.
pub(crate) fn view(facts: &AccountsFacts, formatter: &dyn Formatter) -> AccountsView {
    let rows: u64 = facts.snapshots.iter().map(|(_, rows)| u64::from(*rows)).sum();
    let mut notes = crate::ingest::notes(&facts.tallied);
    notes.grow_by(
        (facts.churned.is_none()).then(|| {
            "No column says who has left, so whether a score tells it cannot be measured.".to_owned()
        }),
    );
    AccountsView {
        name: facts.name.clone(),
        summary: summary(facts, formatter),
        columns: facts.columns.iter().map(|column| kept(column, rows, formatter)).listed(),
        notes,
    }
}

/// "200 accounts at 2 moments, 30 June 2025 and 31 December 2025. They pay $5,200,000 a year; 18 have left."
fn summary(facts: &AccountsFacts, formatter: &dyn Formatter) -> String {
    let mut all = vec![many(facts.accounts, "account", "accounts", formatter)];
    all.push(moments(&facts.snapshots, formatter));
    all.push(".".into());
    if let Some(revenue) = facts.revenue {
        all.push(format!(" Together they pay {} a year.", money(revenue, facts.currency, formatter)));
    }
    if let Some(churned) = facts.churned.and_then(|churned| u64::try_from(churned).ok()) {
        all.push([" ", &counted(churned, "has left.", "have left.", formatter)].concat());
    }
    all.concat()
}

/// When they were written down, where there is more to say than once.
fn moments(snapshots: &[(i32, u32)], formatter: &dyn Formatter) -> String {
    let ends = snapshots.first().zip(snapshots.last());
    let Some(((first, _), (last, _))) = ends else { return String::new() };
    match (snapshots.len(), *first) {
        (1, NO_DAY) => String::new(),
        (1, day) => [" on ", &day_name(day)].concat(),
        (count, NO_DAY) => [" at ", &many(count, "moment", "moments", formatter)].concat(),
        (count, first) => {
            let between = if count == 2 { " and " } else { " to " };
            let count = many(count, "moment", "moments", formatter);
            [" at ", &count, ", ", &day_name(first), between, &day_name(*last)].concat()
        }
    }
}

/// "30 June 2025"
fn day_name(day: i32) -> String {
    let (year, month, day) = calendar(day);
    let month = Month::from_year_month(year, month).map(month_name).unwrap_or_default();
    [&day.to_string(), " ", &month].concat()
}

fn many(count: usize, one: &str, many: &str, formatter: &dyn Formatter) -> String {
    counted(u64::try_from(count).unwrap_or(u64::MAX), one, many, formatter)
}

fn kept(column: &KeptColumn, rows: u64, formatter: &dyn Formatter) -> KeptColumnView {
    let missing = u64::try_from(column.missing).unwrap_or(u64::MAX);
    let header = if column.header.is_empty() { "Seats used of those bought" } else { &column.header };
    KeptColumnView {
        header: header.into(),
        what: what(column),
        missing: match missing {
            0 => "none".into(),
            all if all == rows => "all".into(),
            some => [&formatter.number(some.into(), 0), " of ", &formatter.number(rows.into(), 0)].concat(),
        },
    }
}

/// What a column counts as.
fn what(column: &KeptColumn) -> String {
    let part = Part::ALL.get(usize::from(column.part)).copied().unwrap_or(Part::Indicator);
    let what = match part {
        Part::Name => "Name",
        Part::Segment => "Segment",
        Part::Group => "Something to group by",
        Part::Owner => "Who looks after the account",
        Part::Revenue => "What is paid a year",
        Part::Churned => "Whether the account has left",
        Part::ChurnDay => "Day on which it left",
        Part::Renewal => "Renewal date",
        Part::Seats => "Seats bought",
        Part::SeatsUsed => "Seats used",
        Part::Indicator => {
            let sign = Sign::from_slug(&column.sign).map(sign_name);
            let percent = if column.percent { ", in percent" } else { "" };
            return match sign {
                Some(sign) => ["Sign of health: ", sign, percent].concat(),
                None => ["Sign of health", percent].concat(),
            };
        }
    };
    what.into()
}

/// A sign, within a sentence.
const fn sign_name(sign: Sign) -> &'static str {
    match sign {
        Sign::Health => "a health score",
        Sign::Usage => "use",
        Sign::Adoption => "adoption",
        Sign::Logins => "logins",
        Sign::LastLogin => "last login",
        Sign::Nps => "net promoter score",
        Sign::Csat => "satisfaction",
        Sign::Effort => "effort",
        Sign::Tickets => "tickets",
        Sign::Escalations => "escalations",
        Sign::Resolution => "time to resolution",
        Sign::Sentiment => "what its manager thinks",
        Sign::Engagement => "engagement",
        Sign::LastContact => "last contact",
        Sign::Onboarding => "onboarding",
        Sign::Payment => "payment",
        Sign::SeatActivation => "use of seats",
        Sign::Since => "customer since",
    }
}
