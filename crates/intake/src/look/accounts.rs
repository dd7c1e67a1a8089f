//! What the columns of a table of accounts are: whatever is nothing else can be a sign of how an account fares.

use super::columns::{Content, content, most_of};
use super::settle::{Seen, ask};
use super::{Choice, Data, Question, Setting};
use crate::ballot::Votes;
use crate::cell;
use crate::header;
use crate::known;
use crate::mapping::{Duplicates, Mapping, Shape};
use crate::number::{DecimalMark, Unit, read_number};
use crate::order::{Listed as _, Numbers};
use crate::role::{self, Role, Said, Sign};

/// Of so many texts, a column is one to group by.
const GROUPS: usize = 12;

/// Gives the columns of a table of accounts what its reader did not decide.
pub(super) fn propose(mapping: &mut Mapping, data: &Data<'_>, said: &[Option<Said>], choices: &[Choice]) {
    if mapping.shape != Some(Shape::Accounts) {
        return;
    }
    let chosen = choices.iter().filter_map(|choice| match choice {
        Choice::Role(place, _) => Some(*place),
        _ => None,
    });
    let chosen: Vec<usize> = chosen.listed();
    prefer_annual(mapping, said, &chosen);
    for place in 0..mapping.columns.len() {
        let Some(role) = proposed(mapping, data, said, place).filter(|_| !chosen.contains(&place)) else {
            continue;
        };
        if let Some(column) = mapping.columns.get_mut(place) {
            column.role = role;
        }
    }
}

/// Of an annual and a monthly amount, the annual one is read: what accounts pay is kept by the year.
fn prefer_annual(mapping: &mut Mapping, said: &[Option<Said>], chosen: &[usize]) {
    let amounts = said.iter().enumerate().filter_map(|(place, said)| Some((place, (*said)?)));
    let mut annual = amounts.filter(|(place, said)| {
        said.role == Role::Amount
            && said.basis == Some(crate::mapping::Basis::Year)
            && !chosen.contains(place)
    });
    let (Some((annual, _)), Some(read)) = (annual.next(), mapping.column(Role::Amount)) else { return };
    if annual != read && !chosen.contains(&read) {
        for (place, column) in mapping.columns.iter_mut().enumerate() {
            if place == read {
                column.role = Role::Ignored;
            } else if place == annual {
                column.role = Role::Amount;
            }
        }
    }
}

/// What a column is in a table of accounts, where that is another thing than elsewhere.
fn proposed(mapping: &Mapping, data: &Data<'_>, said: &[Option<Said>], place: usize) -> Option<Role> {
    let column = mapping.columns.get(place)?;
    let has = |role| mapping.column(role).is_some();
    let is_known = said.get(place).is_some_and(Option::is_some);
    Some(match column.role {
        Role::Ignored if !is_known => unknown(data, place, &column.header),
        Role::Indicator | Role::Change | Role::Balance => indicator(data, place, &column.header),
        Role::Quantity if has(Role::Seats) => Role::Indicator,
        Role::Quantity => Role::Seats,
        Role::Until if !has(Role::Renewal) => Role::Renewal,
        Role::From | Role::Until | Role::TrialEnd => Role::Day,
        Role::Date if header::words(&column.header).0.iter().any(|word| word == "close") => Role::Day,
        Role::Status if tells_who_left(data, place) && !has(Role::Churned) && !has(Role::Active) => {
            Role::Churned
        }
        Role::Status | Role::EventType => Role::Attribute,
        Role::Churned | Role::Active => standing(data, place, column.role, has(Role::Ended), &column.header),
        _ => return None,
    })
}

/// A column of who has left can hold the days on which they did, or be a risk in numbers.
fn standing(data: &Data<'_>, place: usize, role: Role, has_days: bool, header: &str) -> Role {
    match content(data, place) {
        Content::Dates | Content::Counts(_) if role == Role::Churned && !has_days => Role::Ended,
        Content::Dates | Content::Counts(_) => Role::Day,
        Content::Numbers if data.cells(place).iter().any(|(_, cell)| known::has_left(cell).is_none()) => {
            indicator(data, place, header)
        }
        _ => role,
    }
}

/// Whether every cell of a column of statuses says whether an account has left, and one says that it has.
fn tells_who_left(data: &Data<'_>, place: usize) -> bool {
    let cells = data.cells(place);
    let mut left = cells.iter().map(|(_, cell)| known::has_left(cell));
    left.clone().any(|left| left == Some(true)) && left.all(|left| left.is_some())
}

/// A column whose header nobody knows, by what stands in it.
fn unknown(data: &Data<'_>, place: usize, header: &str) -> Role {
    if Sign::of_header(header).is_some() {
        return indicator(data, place, header);
    }
    match content(data, place) {
        Content::Empty => Role::Ignored,
        Content::Text if !is_grade(data, place) => words(data, place),
        _ => indicator(data, place, header),
    }
}

/// A column of texts: answers are a sign, a few words a group, and what says something else in each row is not read.
fn words(data: &Data<'_>, place: usize) -> Role {
    let cells = data.cells(place);
    let mut texts: Vec<&str> = Vec::new();
    for (_, cell) in &cells {
        if !texts.contains(cell) && texts.len() <= GROUPS {
            texts.push(cell);
        }
    }
    if texts.iter().all(|text| known::has_left(text).is_some()) {
        Role::Word
    } else if texts.len() <= GROUPS && texts.len().saturating_mul(2) <= cells.len() {
        Role::Attribute
    } else {
        Role::Ignored
    }
}

/// A sign of how an account fares: of which kind its cells are.
fn indicator(data: &Data<'_>, place: usize, header: &str) -> Role {
    let sign = Sign::of_header(header);
    // Of a sign that is known, half of the cells tell what it is; the others are named when they are read.
    match most_of(data, place, if sign.is_some() { 5 } else { 9 }) {
        Content::Dates => Role::Day,
        Content::Counts(_) if speaks_of_time(header) => Role::Day,
        _ if is_grade(data, place) => Role::Rating,
        Content::Text => Role::Word,
        Content::Empty => Role::Indicator,
        Content::Numbers | Content::Counts(_) => numbers(data, place, header, sign),
    }
}

fn numbers(data: &Data<'_>, place: usize, header: &str, sign: Option<Sign>) -> Role {
    let read =
        data.cells(place).into_iter().filter_map(|(_, cell)| read_number(cell, DecimalMark::Point).ok());
    let read: Vec<_> = read.listed();
    let ten = rust_decimal::Decimal::TEN;
    let within = |most| read.iter().all(|one| one.value >= rust_decimal::Decimal::ZERO && one.value <= most);
    let has_sign = read.iter().any(|one| one.unit == Some(Unit::Percent));
    let is_fraction =
        within(rust_decimal::Decimal::ONE) && read.iter().any(|one| !one.value.fract().is_zero());
    let is_graded = matches!(sign, Some(Sign::Csat | Sign::Sentiment | Sign::Effort));
    if has_sign || speaks_of_percent(header) || (is_fraction && sign.is_some_and(Sign::is_share)) {
        Role::Percent
    } else if is_graded && within(ten) {
        Role::Rating
    } else {
        Role::Indicator
    }
}

/// Whether cells are grades, such as 4/5: nearly all are, and one of them shows it.
fn is_grade(data: &Data<'_>, place: usize) -> bool {
    let cells = data.cells(place);
    let grades =
        cells.iter().filter_map(|(_, cell)| cell::grade(cell)).filter(|grade| grade.1.is_some()).count();
    grades > 0 && grades.saturating_mul(10) >= cells.len().saturating_mul(9)
}

/// Whether a header speaks of a part of a hundred.
pub(super) fn speaks_of_percent(header: &str) -> bool {
    let is_one = |word: &String| matches!(word.as_str(), "percent" | "percentage" | "pct" | "rate" | "share");
    header.contains('%') || header::words(header).0.iter().any(is_one)
}

/// Whether a header speaks of a moment.
fn speaks_of_time(header: &str) -> bool {
    let is_one = |word: &String| {
        matches!(
            word.as_str(),
            "date" | "day" | "at" | "on" | "since" | "last" | "seen" | "time" | "timestamp" | "until"
        )
    };
    header::words(header).0.iter().any(is_one)
}

/// Which of several rows of one account in one snapshot counts, where some are seen.
pub(super) fn duplicates(mapping: &Mapping, seen: &Seen<'_>) -> Option<Question> {
    if mapping.shape != Some(Shape::Accounts) || mapping.duplicates.is_some() {
        return None;
    }
    let customer = mapping.customer()?;
    let date = mapping.column(Role::Date);
    let mut known = Numbers::default();
    let mut cells = Votes::default();
    for (row, cell) in seen.data.cells(customer) {
        let moment = date.and_then(|date| row.cells.get(date)).map_or("", |cell| cell.trim());
        let (_, is_first) = known.meet(&[cell::text(cell), "\0", moment].concat());
        if !is_first && !cell::is_total(cell) {
            cells.cast(|| mapping.example(row, customer, cell));
        }
    }
    let answers = Duplicates::ALL.iter().copied().map(Choice::Duplicates).listed();
    (cells.count > 0).then(|| ask(Setting::Duplicates, answers, None, cells))
}

/// Whether a column is one that only a table of accounts has.
pub(super) const fn is_of_accounts(role: Role) -> bool {
    role.is_indicator()
        || matches!(role, Role::Churned | Role::Active | Role::SeatsUsed | Role::Seats | Role::Renewal)
}

/// Whether a header of dates says that a row is of a moment and not of a month.
pub(super) fn is_of_snapshots(header: &str) -> bool {
    let name = header::words(header).0.join(" ");
    role::says(header).is_some_and(|said| said.role == Role::Date)
        && (name.contains("snapshot") || name.starts_with("as of"))
}
