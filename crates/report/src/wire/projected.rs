//! Where MRR and customers go, month by month.

use plimsoll_forecast::{ArrReached, BreakEven, NoProjection, Opening, Projection, Scenario, project};
use plimsoll_metrics::{Exact, Undefined};
use serde::{Deserialize, Serialize};

use super::metric::{Reason, why};
use super::number::Quantity;
use super::problem::{FieldProblem, of_move};
use super::words::ReasonCode;
use crate::read;
use crate::sentence::{self, no_projection};
use crate::show::Context;

/// What is asked of a projection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ahead {
    /// How many months, 1 to 60.
    pub months: u32,
    /// Whether it sets out from the start of the window, and not from its end.
    pub from_start: bool,
    /// The ARR whose month is asked for, as it is typed; may be empty.
    pub arr: String,
}

/// What lies ahead. An extrapolation: rates and flows of the window go on as they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Course {
    /// MRR where it sets out from; null where nothing can be projected.
    pub opening_mrr: Option<Quantity>,
    /// The months, the first one after the opening first; empty where nothing can be projected.
    pub months: Vec<MonthAhead>,
    /// Why nothing can be projected; null where something can.
    pub reason: Option<Reason>,
    /// Why customers are not projected; null where they are.
    pub no_customers: Option<Reason>,
    /// When the ARR that was asked for is reached; null where none was.
    pub arr: Option<Milestone>,
    /// When the margin of the first month's new customers has paid what they cost to win; null where that has no value.
    pub break_even: Option<Milestone>,
    /// What is wrong with what was entered; empty where nothing is.
    pub problems: Vec<FieldProblem>,
}

/// One month. Fractions of customers are expected values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MonthAhead {
    /// Which one, from 1.
    pub month: u32,
    /// ARR at its end.
    pub arr: Option<Quantity>,
    /// What happens to MRR.
    pub mrr: MrrAhead,
    /// What happens to customers; null where that is not known.
    pub customers: Option<CustomersAhead>,
}

/// A month's MRR: opening + new + reactivated + expansion − contraction − churned = closing, exactly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MrrAhead {
    /// At the start of the month.
    pub opening: Option<Quantity>,
    /// Of customers who join.
    pub new: Option<Quantity>,
    /// Of customers who come back.
    pub reactivated: Option<Quantity>,
    /// What customers pay more.
    pub expansion: Option<Quantity>,
    /// What customers pay less.
    pub contraction: Option<Quantity>,
    /// Of customers who leave.
    pub churned: Option<Quantity>,
    /// At the end of the month.
    pub closing: Option<Quantity>,
}

/// A month's customers: opening + new + reactivated − lost = closing, exactly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CustomersAhead {
    /// At the start of the month.
    pub opening: Option<Quantity>,
    /// Who join.
    pub new: Option<Quantity>,
    /// Who come back.
    pub reactivated: Option<Quantity>,
    /// Who leave.
    pub lost: Option<Quantity>,
    /// At the end of the month.
    pub closing: Option<Quantity>,
}

/// When something is reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Milestone {
    /// In this month, which may lie beyond those projected; null where it is not reached.
    pub month: Option<u32>,
    /// Whether it is never reached, however long things go on.
    pub is_never: bool,
    /// What it tends to, where it is never reached.
    pub limit: Option<Quantity>,
}

impl Milestone {
    const fn new(month: Option<u32>, is_never: bool, limit: Option<Quantity>) -> Self {
        Self { month, is_never, limit }
    }
}

pub(super) fn course(
    context: &Context<'_>,
    scenario: &Scenario,
    ahead: &Ahead,
    mut problems: Vec<FieldProblem>,
) -> Course {
    let currency = context.writer.currency.code();
    let unit = plimsoll_metrics::Unit::MoneyPerYear;
    let arr = read::quantity(&ahead.arr, context.read.mark, unit, currency);
    if let Some(problem) = &arr.problem {
        let sentence = sentence::problem(problem, currency, None);
        problems.push(FieldProblem { field: "arr".into(), sentence });
    }
    let opening = if ahead.from_start { Opening::Start } else { Opening::End };
    match project(context.before, scenario, ahead.months, opening) {
        Ok(projection) => {
            problems.extend(projection.problems.iter().map(of_move));
            walked(context, &projection, arr.value.as_ref(), problems)
        }
        Err(reason) => Course {
            opening_mrr: None,
            months: Vec::new(),
            reason: Some(no_course(context, &reason)),
            no_customers: None,
            arr: None,
            break_even: None,
            problems,
        },
    }
}

fn no_course(context: &Context<'_>, reason: &NoProjection) -> Reason {
    let sentence = no_projection(reason, |figure| context.is_unread(figure));
    let why = match reason {
        NoProjection::Undefined { reason, .. } => why(context, reason),
        NoProjection::TooLarge { .. } => why(context, &Undefined::Overflow),
        NoProjection::Horizon(_) => Reason {
            code: ReasonCode::OutOfRange,
            missing: Vec::new(),
            sentence: String::new(),
            way_out: None,
        },
    };
    Reason { sentence, ..why }
}

fn walked(
    context: &Context<'_>,
    projection: &Projection,
    arr: Option<&Exact>,
    problems: Vec<FieldProblem>,
) -> Course {
    Course {
        opening_mrr: Quantity::of(&projection.opening_mrr),
        months: projection.months.iter().map(month).collect(),
        reason: None,
        no_customers: projection.no_customers.as_ref().map(|reason| why(context, reason)),
        arr: arr.map(|target| match projection.reaches_arr(target) {
            ArrReached::InMonth(month) => Milestone::new(Some(month), false, None),
            ArrReached::Never { limit } => Milestone::new(None, true, Quantity::of(&limit)),
            ArrReached::NotWithin(_) => Milestone::new(None, false, None),
        }),
        break_even: projection.breaks_even().ok().map(|reached| match reached {
            BreakEven::InMonth(month) => Milestone::new(Some(month), false, None),
            BreakEven::Never { limit, .. } => Milestone::new(None, true, Quantity::of(&limit)),
            BreakEven::NotWithin(_) => Milestone::new(None, false, None),
        }),
        problems,
    }
}

fn month(ahead: &plimsoll_forecast::MonthAhead) -> MonthAhead {
    let mrr = &ahead.mrr;
    MonthAhead {
        month: ahead.month,
        arr: Quantity::of(&ahead.arr()),
        mrr: MrrAhead {
            opening: Quantity::of(&mrr.opening),
            new: Quantity::of(&mrr.new),
            reactivated: Quantity::of(&mrr.reactivated),
            expansion: Quantity::of(&mrr.expansion),
            contraction: Quantity::of(&mrr.contraction),
            churned: Quantity::of(&mrr.churned),
            closing: Quantity::of(&mrr.closing),
        },
        customers: ahead.customers.as_ref().map(|moved| CustomersAhead {
            opening: Quantity::of(&moved.opening),
            new: Quantity::of(&moved.new),
            reactivated: Quantity::of(&moved.reactivated),
            lost: Quantity::of(&moved.lost),
            closing: Quantity::of(&moved.closing),
        }),
    }
}
