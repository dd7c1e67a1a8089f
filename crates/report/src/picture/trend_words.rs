//! What is said about a rate over time, and the table behind it.

use plimsoll_intake::Listed as _;
use plimsoll_metrics::benchmarks::TargetState;
use plimsoll_metrics::{Direction, Exact};

use super::History;
use super::pen::{column, missing, months, share_column, words};
use super::trend::{Point, Rate, Trend};
use crate::sentence::origin_note;
use crate::view::{Cell, PictureTable, TableRow};

/// What is drawn.
pub(super) const fn about(rate: Rate) -> &'static str {
    match rate {
        Rate::Net => {
            "Net revenue retention: what the customers of twelve months before pay now, month by month"
        }
        Rate::Gross => {
            "Gross revenue retention: the same customers, each with no more than it paid twelve months before"
        }
        Rate::LogoChurn => {
            "Logo churn: the share of the customers of twelve months before who are gone, month by month"
        }
        Rate::MonthlyLogoChurn => {
            "Logo churn of each month: the share of its first customers who left within it"
        }
    }
}

/// Why there is no value.
pub(super) fn too_little(history: &History, rate: Rate) -> String {
    let (have, need) = (history.months.len(), rate.reach().saturating_add(1));
    if have < need {
        let need = months(need);
        let there = match have {
            0 => "there are none yet".into(),
            1 => "there is one so far".into(),
            _ => ["there are ", &have.to_string(), " so far"].concat(),
        };
        return [rate.name(), " can be measured from ", &need, " on; ", &there, "."].concat();
    }
    let why = match rate {
        _ if !history.holes.is_empty() => {
            "the months that would be compared have no row in the data, or nobody paid in them"
        }
        Rate::MonthlyLogoChurn => "no month began with a customer",
        _ => "nobody paid twelve months before any of them",
    };
    [rate.name(), " cannot be measured in these months: ", why, "."].concat()
}

/// "NRR fell from 108.2% to 101.4% since March 2024, below the 110% target."
pub(super) fn finding(trend: &Trend<'_>) -> String {
    let valued = |point: &&Point<'_>| point.value.is_some();
    let Some(last) = trend.points.iter().rfind(valued) else { return String::new() };
    // A year before where that can be compared, else as far back as there are values.
    let year_before = last.month.plus(-12);
    let earlier = trend.points.iter().filter(valued).find(|point| point.month >= year_before);
    let (Some(now), Some(then)) = (&last.value, earlier.and_then(|point| point.value.as_ref())) else {
        return String::new();
    };
    let name = trend.rate.name();
    let (text, before) = (trend.written(now), trend.written(then));
    let since = earlier.map(|point| trend.pen.month(point.month)).unwrap_or_default();
    let moved = if earlier.is_some_and(|point| point.month == last.month) {
        format!("{name} is {text} in {since}")
    } else if text == before {
        format!("{name} has held at {text} since {since}")
    } else {
        let verb = if now < then { "fell" } else { "rose" };
        format!("{name} {verb} from {before} to {text} since {since}")
    };
    [&moved, &annualised(trend, now), &stands(trend, now), "."].concat()
}

/// What a monthly rate comes to in a year.
fn annualised(trend: &Trend<'_>, value: &Exact) -> String {
    let annual = (trend.rate == Rate::MonthlyLogoChurn).then(|| trend.rate.annual(value)).flatten();
    annual.map(|annual| [", ", &trend.pen.percent(&annual), " a year"].concat()).unwrap_or_default()
}

/// Where a value stands: to the target where there is one, else in which band.
fn stands(trend: &Trend<'_>, value: &Exact) -> String {
    let Some((scale, annual)) = trend.scale.zip(trend.rate.annual(value)) else {
        return String::new();
    };
    let Some(grade) = scale.grade(&annual) else { return String::new() };
    let Some((target, (state, met))) = scale.target.as_ref().zip(grade.target) else {
        return [": “", &grade.band.name, "”"].concat();
    };
    let line = trend.pen.writer.exact_percent(&target.value());
    let side = |past: bool| if past == (scale.direction == Direction::Higher) { "above" } else { "below" };
    match (state, met) {
        (TargetState::Short, _) => [", ", side(false), " the ", &line, " target"].concat(),
        (TargetState::Past, _) => [", ", side(true), " the ", &line, " target"].concat(),
        (TargetState::OnTheLine, true) => [", on the ", &line, " target"].concat(),
        (TargetState::OnTheLine, false) => [", on the line; the target is ", side(true), " ", &line].concat(),
    }
}

/// Where the bands are from, and which months could not be measured.
pub(super) fn note(trend: &Trend<'_>) -> Option<String> {
    let scale = trend.scale?;
    let monthly = match trend.rate {
        Rate::MonthlyLogoChurn => " They are annual, and drawn at the monthly rates that compound to them.",
        _ => "",
    };
    let gaps = trend.points.iter().filter(|point| point.value.is_none()).count();
    let gaps = match gaps {
        0 => String::new(),
        1 => " One month has no value.".into(),
        _ => [" ", &gaps.to_string(), " months have no value."].concat(),
    };
    Some(["Bands: ", &origin_note(&scale.source).text, ".", monthly, &gaps].concat())
}

pub(super) fn table(trend: &Trend<'_>) -> PictureTable {
    let pen = &trend.pen;
    let [whole, part] = match trend.rate {
        Rate::Net => ["Twelve months before", "The same customers now"],
        Rate::Gross => ["Twelve months before", "The same customers now, without upsells"],
        Rate::LogoChurn => ["Customers twelve months before", "Gone of them"],
        Rate::MonthlyLogoChurn => ["Customers at the start", "Gone of them"],
    };
    let is_money = matches!(trend.rate, Rate::Net | Rate::Gross);
    let heading = |label| if is_money { pen.money_column(label) } else { column(label) };
    let amount =
        |amount: i64| if is_money { pen.money_cell(i128::from(amount)) } else { pen.count_cell(amount) };
    let rows = trend.points.iter().map(|point| {
        let (now, then) = trend.rate.parts(point.sums);
        let value = point.value.as_ref();
        let written = value.map(|value| Cell { text: trend.written(value), ..pen.share_cell(Some(value)) });
        let band = value.and_then(|value| trend.band(value));
        TableRow {
            header: pen.month_cell(point.month),
            cells: vec![
                amount(then),
                amount(now),
                written.unwrap_or_else(missing),
                band.map_or_else(missing, |band| words(&band.name)),
            ],
        }
    });
    PictureTable {
        caption: about(trend.rate).into(),
        columns: vec![
            column("Month"),
            heading(whole),
            heading(part),
            share_column(trend.rate.name()),
            column("Band"),
        ],
        rows: rows.listed(),
    }
}
