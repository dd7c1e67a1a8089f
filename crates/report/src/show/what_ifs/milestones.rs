//! When each scenario gets where, or why it never does.

use plimsoll_forecast::{ArrReached, BreakEven, Projection};
use plimsoll_metrics::{Exact, Unit};

use super::Context;
use super::ahead::{large, percent};
use super::projection::{Ask, Course, Of};
use crate::sentence::{left_out, undefined};
use crate::show::DASH;
use crate::view::MilestoneRow;

/// The columns, the scenario first.
pub(super) fn columns(context: &Context<'_>, ask: &Ask) -> Vec<String> {
    let end = ["After ", &ask.months.to_string(), " months"].concat();
    let target =
        ask.target.as_ref().map(|target| ["Reaches ", &large(context, Of::Arr, target), " ARR"].concat());
    let last =
        ["Against as it is".to_owned()].into_iter().chain(target).chain(["Breaks even on CAC".to_owned()]);
    ["Scenario".to_owned(), end].into_iter().chain(last).collect()
}

/// One row for each scenario.
pub(super) fn show(context: &Context<'_>, ask: &Ask, courses: &[Course<'_>]) -> Vec<MilestoneRow> {
    let base = courses.first().and_then(Course::end);
    courses.iter().map(|course| row(context, ask, course, base)).collect()
}

fn row(context: &Context<'_>, ask: &Ask, course: &Course<'_>, base: Option<&Exact>) -> MilestoneRow {
    let end = match &course.values {
        Ok(values) => values.last().map_or_else(|| DASH.into(), |end| ask.of.write(context, end)),
        Err(reason) => reason.clone(),
    };
    let against =
        course.end().zip(base).map_or_else(|| DASH.into(), |(end, base)| against(context, end, base));
    let of = |write: &dyn Fn(&Projection) -> String| {
        course.projection.as_ref().map_or_else(|_| DASH.into(), |projection| write(projection))
    };
    let target = ask.target.as_ref().map(|target| of(&|projection| reached(context, projection, target)));
    let even = of(&|projection| breaks_even(context, projection));
    let said = &course.worked.applied.problems;
    let problems = course.projection.as_ref().map_or(&[][..], |projection| &projection.problems);
    MilestoneRow {
        slug: course.worked.named.slug.clone(),
        name: course.name.clone(),
        cells: [end, against].into_iter().chain(target).chain([even]).collect(),
        left_out: problems.iter().filter(|problem| !said.contains(problem)).map(left_out).collect(),
    }
}

/// "+20%", "−3.5%", "the same".
fn against(context: &Context<'_>, end: &Exact, base: &Exact) -> String {
    let sign = match end.cmp(base) {
        core::cmp::Ordering::Equal => return "the same".into(),
        core::cmp::Ordering::Less => "−",
        core::cmp::Ordering::Greater => "+",
    };
    let share = end.minus(base).abs().divided_by(base);
    share.map_or_else(|| DASH.into(), |share| [sign, &percent(context, &share)].concat())
}

fn reached(context: &Context<'_>, projection: &Projection, target: &Exact) -> String {
    match projection.reaches_arr(target) {
        ArrReached::InMonth(0) => "there already".into(),
        ArrReached::InMonth(month) => ["in month ", &month.to_string()].concat(),
        ArrReached::Never { limit } => {
            ["never: at this pace it tends to ", &large(context, Of::Arr, &limit)].concat()
        }
        ArrReached::NotWithin(months) => not_within(months),
    }
}

fn breaks_even(context: &Context<'_>, projection: &Projection) -> String {
    let money = |value: &Exact| context.writer.value(Unit::Money, value);
    match projection.breaks_even() {
        Ok(BreakEven::InMonth(0)) => "at once: a customer costs nothing to win".into(),
        Ok(BreakEven::InMonth(month)) => ["in month ", &month.to_string()].concat(),
        Ok(BreakEven::Never { limit, cost }) => {
            ["never: a customer costs ", &money(&cost), " and brings ", &money(&limit), " of margin in all"]
                .concat()
        }
        Ok(BreakEven::NotWithin(months)) => not_within(months),
        Err(reason) => undefined(&reason, |figure| context.is_unread(figure)),
    }
}

fn not_within(months: u32) -> String {
    match months.checked_div(12) {
        Some(years) if years > 0 => ["not within ", &years.to_string(), " years"].concat(),
        _ => ["not within ", &months.to_string(), " months"].concat(),
    }
}
