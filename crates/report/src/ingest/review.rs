//! The one screen on which a reading is looked over.

use plimsoll_intake::{
    Choice, Column, Encoding, Issue, IssueKind, Look, MappingProblem, Question, Role, Severity, Shape,
    Tallied, check, put_in_order,
};
use plimsoll_intake::{Grown as _, Listed as _};

use super::offers::{duplicates, offer, offers, until};
use super::{key, settings, words};
use crate::format::Formatter;
use crate::sentence::{counted, month_name};
use crate::told::{Found, ReviewFacts};
use crate::view::{ColumnView, IssueGroup, Review, SelectOption, Setting};

/// How many values of a column are shown.
const VALUES: usize = 3;

/// The review of what a pass came to.
pub(crate) fn review(facts: &ReviewFacts, formatter: &dyn Formatter) -> Review {
    let Some(look) = facts.look.as_deref().filter(|look| !look.mapping.columns.is_empty()) else {
        return Review {
            name: facts.name.clone(),
            outcome: "There is nothing in it.".into(),
            ..Review::default()
        };
    };
    let problems = check(&look.mapping);
    Review {
        name: facts.name.clone(),
        shape: words::shape_found(&look.mapping),
        outcome: outcome(facts, look, &problems, formatter),
        can_accept: facts.found.as_ref().is_some_and(|found| found.customers > 0),
        settings: settings(facts, look),
        columns: columns(look),
        preview: preview(look),
        issues: issues(look, facts.found.as_ref(), formatter),
        remembered: (key(look), look.mapping.to_text()),
    }
}

/// What comes of it, or what is missing before anything can.
fn outcome(
    facts: &ReviewFacts,
    look: &Look,
    problems: &[MappingProblem],
    formatter: &dyn Formatter,
) -> String {
    if look.first.is_empty() {
        return "There is a header and no row below it.".into();
    }
    match look.questions.len() {
        0 => {}
        1 => return "One thing cannot be told from the data alone. Answer it, and the rest is read.".into(),
        count => {
            let words = " things cannot be told from the data alone. Answer them, and the rest is read.";
            return [&formatter.number(count.into(), 0), words].concat();
        }
    }
    if !problems.is_empty() {
        let sentences: Vec<String> =
            problems.iter().map(|problem| super::mapping_problem(*problem, &look.mapping)).listed();
        return sentences.join(" ");
    }
    match &facts.found {
        Some(found) => {
            [sum(found, super::is_of_two_dates(look), formatter), of_currency(&facts.page, look)].concat()
        }
        None => "Nothing was read.".into(),
    }
}

/// What follows from amounts in another currency than the page's.
fn of_currency(page: &str, look: &Look) -> String {
    let other = super::currency_of(page, look.mapping.currency).filter(|currency| currency.code() != page);
    let other = other.map(|currency| {
        format!(
            " Amounts are in {}, the page counts in {page}: with their figures, it will count in {0}.",
            currency.code()
        )
    });
    other.unwrap_or_default()
}

/// How everything was understood. What is asked has its question.
fn settings(facts: &ReviewFacts, look: &Look) -> Vec<Setting> {
    let asked = |choice: &Choice| {
        look.questions
            .iter()
            .any(|question| question.answers.iter().any(|answer| settings::is_about_the_same(answer, choice)))
    };
    let mut all: Vec<Setting> = look.questions.iter().map(question).listed();
    all.grow_by(of_shape(look));
    all.grow_by(of_sheets(&facts.sheets));
    all.push(of_encoding(facts.encoding.unwrap_or(Encoding::Utf8)));
    let mut all_offers = offers(&look.mapping);
    let tallied = facts.found.as_ref().map(|found| found.tallied.as_ref());
    all_offers.grow_by(tallied.and_then(until));
    all_offers.grow_by(duplicates(&look.mapping, tallied));
    for (label, choices, chosen) in all_offers {
        // What the data gives no reason to decide is not offered; what is asked stands above already.
        if let Some(chosen) = chosen.filter(|chosen| !asked(chosen)) {
            all.push(offer(label, &choices, &chosen, option));
        }
    }
    all
}

fn option(choice: &Choice, selected: bool) -> SelectOption {
    SelectOption { value: settings::carried(choice).1, label: words::choice(choice), selected }
}

/// Which sheet of a workbook is read, where there are several.
fn of_sheets((names, chosen): &(Vec<String>, usize)) -> Option<Setting> {
    let option = |(place, name): (usize, &String)| SelectOption {
        value: place.to_string(),
        label: name.clone(),
        selected: place == *chosen,
    };
    (names.len() > 1).then(|| Setting {
        slug: "sheet".into(),
        label: "Sheet".into(),
        options: names.iter().enumerate().map(option).listed(),
        question: None,
    })
}

fn of_encoding(chosen: Encoding) -> Setting {
    let option = |encoding: Encoding| SelectOption {
        value: encoding.slug().into(),
        label: words::encoding(encoding).into(),
        selected: encoding == chosen,
    };
    let options = Encoding::ALL.iter().copied().map(option).listed();
    Setting { slug: "encoding".into(), label: "Characters are".into(), options, question: None }
}

/// The question that a table raises of which nothing is known.
fn of_shape(look: &Look) -> Option<Setting> {
    let is_asked = look.questions.iter().any(|question| question.setting == plimsoll_intake::Setting::Shape);
    if look.mapping.shape.is_some() || is_asked {
        return None;
    }
    let options = Shape::ALL.iter().map(|shape| option(&Choice::Shape(*shape), false)).listed();
    let slug = settings::carried(&Choice::Shape(Shape::Long)).0;
    Some(Setting { slug, label: String::new(), options, question: Some("What does a row stand for?".into()) })
}

fn question(question: &Question) -> Setting {
    let slug = question.answers.first().map(|answer| settings::carried(answer).0).unwrap_or_default();
    let options = question.answers.iter().map(|answer| option(answer, false)).listed();
    Setting { slug, label: String::new(), options, question: Some(super::question(question)) }
}

fn columns(look: &Look) -> Vec<ColumnView> {
    let view = |(place, column): (usize, &Column)| {
        let values = look.first.iter().filter_map(|row| row.cells.get(place));
        let values =
            values.map(|cell| words::shown(cell)).filter(|cell| !cell.is_empty()).take(VALUES).listed();
        ColumnView {
            number: u32::try_from(place).unwrap_or(u32::MAX),
            header: if column.header.is_empty() {
                ["Column ", &place.saturating_add(1).to_string()].concat()
            } else {
                words::shown(&column.header)
            },
            roles: roles(column.role),
            values,
        }
    };
    look.mapping.columns.iter().enumerate().map(view).listed()
}

fn roles(chosen: Role) -> Vec<SelectOption> {
    let option = |role: Role| SelectOption {
        value: role.slug().into(),
        label: words::role(role).into(),
        selected: role == chosen,
    };
    Role::ALL.iter().copied().map(option).listed()
}

fn preview(look: &Look) -> Vec<(String, Vec<String>)> {
    let row = |row: &plimsoll_intake::Row| {
        (row.line.to_string(), row.cells.iter().map(|cell| words::shown(cell)).listed())
    };
    look.first.iter().map(row).listed()
}

/// "1,204 customers over 36 months, January 2023 to December 2025. 12,004 of 12,007 rows count."
fn sum(found: &Found, of_two_dates: bool, formatter: &dyn Formatter) -> String {
    if let Some(snapshots) = &found.snapshots {
        return crate::accounts::found(found.customers, snapshots, &found.tallied, formatter);
    }
    let Some(first) = found.first else {
        return "No row of it could be counted. See below why, and change how it is read.".into();
    };
    let months = found.months;
    let month = |place: usize| month_name(first.plus(i32::try_from(place).unwrap_or(i32::MAX)));
    let count =
        |number: usize, one, many| counted(u64::try_from(number).unwrap_or(u64::MAX), one, many, formatter);
    let Tallied { rows, counted: counts, .. } = *found.tallied;
    let span = if of_two_dates {
        " at two dates".into()
    } else {
        let span =
            if months == 1 { month(0) } else { [month(0), month(months.saturating_sub(1))].join(" to ") };
        [" over ", &count(months, "month", "months"), ", ", &span].concat()
    };
    [
        count(found.customers, "customer", "customers").as_str(),
        &span,
        ". ",
        &formatter.number(counts.into(), 0),
        " of ",
        &counted(rows, "row counts.", "rows count.", formatter),
    ]
    .concat()
}

/// What was left out first, then what is worth knowing.
fn issues(look: &Look, found: Option<&Found>, formatter: &dyn Formatter) -> Vec<IssueGroup> {
    // Each with how many there are and the first of them.
    let mut groups = look.issues.iter().map(|issue| (1, std::slice::from_ref(issue))).listed();
    let of_rows = found.map(|found| found.tallied.issues.as_slice()).unwrap_or_default();
    groups.grow_by(of_rows.iter().map(|group| (group.count, group.first.as_slice())));
    let rank = |first: &[Issue]| match first.first().map(|issue| issue.severity) {
        Some(Severity::Note) | None => 2,
        Some(Severity::CellOut) => 1,
        Some(_) => 0,
    };
    put_in_order(&mut groups, |one, other| rank(one.1).cmp(&rank(other.1)).then(other.0.cmp(&one.0)));
    groups.into_iter().filter_map(|(count, first)| view(count, first, formatter)).listed()
}

fn view(count: u64, all: &[Issue], formatter: &dyn Formatter) -> Option<IssueGroup> {
    let first = all.first()?;
    let reason = |issue: &Issue| crate::paste::reason(&issue.kind);
    // Cells that cannot be read are of one group, each for a reason of its own.
    let common = all.iter().all(|issue| issue.kind == first.kind);
    let place = |issue: &Issue| match common {
        true => words::place(issue),
        false => [&words::place(issue), ". ", &reason(issue)].concat(),
    };
    // What is of the whole has no place; names that look alike are named without their rows.
    let has_place = first.row.is_some() || matches!(first.kind, IssueKind::LooksAlike { .. });
    let places = if has_place { all.iter().map(place).listed() } else { Vec::new() };
    let what = if common { reason(first) } else { words::several(&first.kind).into() };
    let follows = if first.severity == Severity::CellOut { " The cell counts as empty." } else { "" };
    Some(IssueGroup {
        what: [what.as_str(), follows].concat(),
        count: match (first.row, has_place) {
            (Some(_), _) => counted(count, "row", "rows", formatter),
            (None, true) => counted(count, "name", "names", formatter),
            (None, false) => String::new(),
        },
        places,
        is_left_out: first.severity.leaves_row_out(),
    })
}
