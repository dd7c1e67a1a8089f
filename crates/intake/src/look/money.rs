//! What amounts are written in, and for what time they are.

use crate::order::Listed as _;
use rust_decimal::Decimal;

use super::settle::{Seen, amounts, ask};
use super::{Choice, Question, Setting};
use crate::ballot::{Ballot, Votes};
use crate::date::{DateOrder, month_of, read_date};
use crate::header;
use crate::known::{self, Sense};
use crate::mapping::{Basis, Mapping, Quantity, Scale, Shape, Signs, Spikes};
use crate::number::{DecimalMark, Unit, read_number};
use crate::order::put_in_order;
use crate::role::Role;
use crate::spike;
use plimsoll_columns::Month;

/// Units or cents. A fraction or a currency sign beside an amount proves units; what is known of the export, or a header
/// that says cents, proves either. Whole numbers below a thousand are units: nobody's customers all pay less than ten.
pub(super) fn scale(mapping: &mut Mapping, seen: &Seen<'_>) -> Option<Question> {
    if mapping.scale.is_some() {
        return None;
    }
    let said = mapping.amounts().into_iter().find_map(|column| seen.said.get(column)?.as_ref()?.scale);
    let export = mapping.export.and_then(known::by_slug);
    let told = said.or_else(|| export.and_then(|export| export.scale));
    let whole_currency =
        mapping.currency.is_some_and(|mark| WITHOUT_CENTS.iter().any(|code| mark.stands_for(code)));
    let thousand = Decimal::ONE_THOUSAND;
    let (mut units, mut large, mut other) = (Votes::default(), Votes::default(), 0_usize);
    for (column, row, cell, read) in amounts(mapping, seen.data) {
        let example = || mapping.example(row, column, cell);
        let fraction = !read.ambiguous && read.value.scale() > 0;
        if fraction || matches!(read.unit, Some(Unit::Currency(_))) {
            units.cast(example);
        } else if read.value.abs() >= thousand {
            large.cast(example);
        } else {
            other = other.saturating_add(1);
        }
    }
    mapping.scale = match told {
        Some(Scale::Units) => told,
        Some(Scale::Minor) if units.count == 0 => told,
        None if units.count > 0 || (large.count == 0 && other > 0) || whole_currency => Some(Scale::Units),
        _ => None,
    };
    if mapping.scale.is_some() {
        return None;
    }
    let answers = Scale::ALL.iter().copied().map(Choice::Scale).listed();
    // Against what the export is known for, nothing is likely.
    let likely = told.is_none().then_some(0);
    let cells = if told.is_some() { units } else { large };
    (cells.count > 0).then(|| ask(Setting::Scale, answers, likely, cells))
}

/// Currencies that have no minor unit.
const WITHOUT_CENTS: [&str; 7] = ["JPY", "KRW", "CLP", "VND", "ISK", "PYG", "UGX"];

/// The time that amounts are for, by the words of headers and titles and by what is known of the export.
pub(super) fn basis(mapping: &mut Mapping, seen: &Seen<'_>) -> Option<Question> {
    let has_interval = mapping.column(Role::Interval).is_some();
    if mapping.basis.is_some() || mapping.shape.is_none() {
        return None;
    }
    let columns = mapping.amounts();
    let by_header = columns.iter().find_map(|&column| {
        let said = seen.said.get(column).and_then(|said| said.as_ref()?.basis);
        said.or_else(|| words(&mapping.columns.get(column)?.header))
    });
    let by_export = mapping.export.and_then(known::by_slug).and_then(|export| export.basis);
    let by_title = seen.titles.iter().find_map(|title| words(title));
    let told = by_header.or(by_export).or(by_title).or_else(|| has_interval.then_some(Basis::Row));
    mapping.basis = told.filter(|basis| *basis != Basis::Row || has_interval);
    if mapping.basis.is_some() {
        return None;
    }
    let mut answers = [Basis::Month, Basis::Year, Basis::Quarter].map(Choice::Basis).to_vec();
    if mapping.shape == Some(Shape::Intervals) && mapping.column(Role::Until).is_some() {
        answers.push(Choice::Basis(Basis::Term));
    }
    let mut cells = Votes::default();
    for (column, row, cell, _) in amounts(mapping, seen.data) {
        cells.cast(|| mapping.example(row, column, cell));
    }
    let likely = (!matches!(mapping.shape, Some(Shape::Intervals | Shape::Accounts))).then_some(0);
    (cells.count > 0).then(|| ask(Setting::Basis, answers, likely, cells))
}

/// The time that a header or title speaks of.
fn words(text: &str) -> Option<Basis> {
    header::words(text).0.iter().find_map(|word| match word.as_str() {
        "mrr" | "cmrr" | "monthly" => Some(Basis::Month),
        "arr" | "carr" | "annual" | "annualized" | "annualised" | "yearly" => Some(Basis::Year),
        "quarterly" => Some(Basis::Quarter),
        _ => None,
    })
}

/// Whether an amount is for one piece or for all of them.
pub(super) fn quantity(mapping: &mut Mapping, seen: &Seen<'_>) -> Option<Question> {
    let Some(column) = mapping.column(Role::Quantity).filter(|_| mapping.shape == Some(Shape::Intervals))
    else {
        mapping.quantity = mapping.quantity.or(Some(Quantity::All));
        return None;
    };
    let said = mapping.amounts().into_iter().find_map(|column| seen.said.get(column)?.as_ref()?.quantity);
    let export = mapping.export.and_then(known::by_slug).and_then(|export| export.quantity);
    mapping.quantity = mapping.quantity.or(export).or(said);
    let mut cells = Votes::default();
    for (row, cell) in seen.data.cells(column) {
        if mapping.quantity.is_none()
            && read_number(cell, DecimalMark::Point).is_ok_and(|read| read.value != Decimal::ONE)
        {
            cells.cast(|| mapping.example(row, column, cell));
        }
    }
    let answers = Quantity::ALL.iter().copied().map(Choice::Quantity).listed();
    mapping.quantity.is_none().then(|| ask(Setting::Quantity, answers, None, cells))
}

/// How changes say that a customer pays less: by a minus, or by their type.
pub(super) fn signs(mapping: &mut Mapping, seen: &Seen<'_>) -> Option<Question> {
    if mapping.signs.is_some() || mapping.shape != Some(Shape::Events) {
        return None;
    }
    let column = mapping.column(Role::Change)?;
    let export = mapping.export.and_then(known::by_slug).and_then(|export| export.signs);
    let Some(kinds) = mapping.column(Role::EventType).filter(|_| export.is_none()) else {
        mapping.signs = Some(Signs::Written);
        return None;
    };
    let mut ballot = Ballot::new(Signs::Written, Signs::ByType);
    for (row, cell) in seen.data.cells(column) {
        let Ok(read) = read_number(cell, mapping.mark.unwrap_or(DecimalMark::Point)) else { continue };
        let kind = row.cells.get(kinds).and_then(|kind| known::sense(kind));
        let proves = match (read.value.is_sign_negative() && !read.value.is_zero(), kind) {
            (true, _) => Some(Signs::Written),
            (false, Some(Sense::Loss)) if !read.value.is_zero() => Some(Signs::ByType),
            _ => None,
        };
        ballot.cast(proves, true, || mapping.example(row, column, cell));
    }
    mapping.signs = ballot.decided(None).filter(|_| {
        ballot.clone().against(Signs::Written).is_none() || ballot.clone().against(Signs::ByType).is_none()
    });
    let answers = Signs::ALL.iter().copied().map(Choice::Signs).listed();
    let cells = ballot.clone().either;
    mapping.signs.is_none().then(|| ask(Setting::Signs, answers, None, cells))
}

/// Amounts about twelve times what the customer pays in the months beside it.
pub(super) fn spikes(mapping: &Mapping, seen: &Seen<'_>) -> Option<Question> {
    let monthly = mapping.basis == Some(Basis::Month);
    if mapping.spikes.is_some() || !monthly || !matches!(mapping.shape, Some(Shape::Long | Shape::Wide)) {
        return None;
    }
    let customer = mapping.customer()?;
    let mut series = Vec::new();
    let date = mapping.column(Role::Date);
    for (column, row, cell, read) in amounts(mapping, seen.data) {
        let name = row.cells.get(customer).map(|cell| cell.trim().to_owned()).unwrap_or_default();
        let month = match (mapping.columns.get(column)?.month, date) {
            (Some(month), _) => Some(month),
            (None, Some(date)) => row.cells.get(date).and_then(|date| {
                let read = read_date(date, mapping.order.unwrap_or(DateOrder::DayFirst)).ok()?;
                month_of(read.day)
            }),
            (None, None) => None,
        };
        if let Some(month) = month {
            series.push(Point {
                name,
                month,
                value: read.value,
                line: row.line,
                column,
                text: cell.to_owned(),
            });
        }
    }
    let mut cells = Votes::default();
    put_in_order(&mut series, |one, other| one.name.cmp(&other.name).then(one.month.cmp(&other.month)));
    for points in series.chunk_by(|one, other| one.name == other.name) {
        let values: Vec<(Month, i128)> =
            points.iter().filter_map(|point| Some((point.month, scaled(point.value)?))).listed();
        for place in spike::places(&values) {
            if let Some(point) = points.get(place) {
                let header =
                    mapping.columns.get(point.column).map(|column| column.header.clone()).unwrap_or_default();
                cells.cast(|| super::Example {
                    line: point.line,
                    column: point.column,
                    header,
                    text: point.text.clone(),
                });
            }
        }
    }
    let answers = Spikes::ALL.iter().copied().map(Choice::Spikes).listed();
    (cells.count > 0).then(|| ask(Setting::Spikes, answers, None, cells))
}

/// What a customer pays in a month, by one cell.
struct Point {
    name: String,
    month: Month,
    value: Decimal,
    line: u32,
    column: usize,
    text: String,
}

/// An amount in ten-thousandths, near enough to compare.
fn scaled(value: Decimal) -> Option<i128> {
    let power = |digits: u32| 10_i128.checked_pow(digits);
    match 4_u32.checked_sub(value.scale()) {
        Some(missing) => value.mantissa().checked_mul(power(missing)?),
        None => value.mantissa().checked_div(power(value.scale().saturating_sub(4))?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::currency::CurrencyMark;

    #[test]
    fn currencies_without_cents_are_known() {
        assert!(
            WITHOUT_CENTS
                .iter()
                .all(|code| CurrencyMark::find(code).is_some_and(|mark| mark.as_str() == *code))
        );
    }
}
