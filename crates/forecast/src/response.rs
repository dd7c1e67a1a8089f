//! How metrics that were entered as known answer to levers, which cannot reach the formula they replace.

use plimsoll_metrics::figures::{CHURNED_MRR, CONTRACTION_MRR, EXPANSION_MRR, START_MRR};
use plimsoll_metrics::metrics::{
    ACQUISITION_COST, CAC_PAYBACK, CUSTOMER_RETENTION, GROSS_REVENUE_CHURN, GROSS_REVENUE_RETENTION,
    LIFETIME_VALUE, LIFETIME_VALUE_BY_YEARS, LOGO_CHURN, LTV_CAC, NET_REVENUE_RETENTION, REVENUE_PER_ACCOUNT,
};
use plimsoll_metrics::{Book, Compounding, Exact, Figure, Known, Metric, Range};

use crate::lever::{ChurnScope, Lever, LeverProblem, factor, floor};

/// What a lever does to a known metric.
enum Response {
    /// Points of customers are added.
    Adds,
    /// Points of customers are taken away.
    TakesAway,
    /// The share of the starting MRR by which the flow moved is added; the points, where the flow is not known.
    AddsFlow(&'static Figure),
    /// The same, taken away.
    TakesAwayFlow(&'static Figure),
    /// It grows by the percent.
    Grows,
    /// It is divided by what the lever grows.
    Shrinks,
}

/// Which known metric answers to which lever, and how. What is not here stays as it was entered.
static RESPONSES: [(&Metric, Lever, Response); 17] = [
    (&LOGO_CHURN, Lever::Churn, Response::Adds),
    (&CUSTOMER_RETENTION, Lever::Churn, Response::TakesAway),
    (&NET_REVENUE_RETENTION, Lever::Churn, Response::TakesAwayFlow(&CHURNED_MRR)),
    (&NET_REVENUE_RETENTION, Lever::Contraction, Response::TakesAwayFlow(&CONTRACTION_MRR)),
    (&NET_REVENUE_RETENTION, Lever::Expansion, Response::AddsFlow(&EXPANSION_MRR)),
    (&GROSS_REVENUE_RETENTION, Lever::Churn, Response::TakesAwayFlow(&CHURNED_MRR)),
    (&GROSS_REVENUE_RETENTION, Lever::Contraction, Response::TakesAwayFlow(&CONTRACTION_MRR)),
    (&GROSS_REVENUE_CHURN, Lever::Churn, Response::AddsFlow(&CHURNED_MRR)),
    (&GROSS_REVENUE_CHURN, Lever::Contraction, Response::AddsFlow(&CONTRACTION_MRR)),
    (&REVENUE_PER_ACCOUNT, Lever::Price, Response::Grows),
    (&LIFETIME_VALUE, Lever::Price, Response::Grows),
    (&LIFETIME_VALUE_BY_YEARS, Lever::Price, Response::Grows),
    (&LTV_CAC, Lever::Price, Response::Grows),
    (&CAC_PAYBACK, Lever::Price, Response::Shrinks),
    (&ACQUISITION_COST, Lever::AcquisitionCost, Response::Grows),
    (&CAC_PAYBACK, Lever::AcquisitionCost, Response::Grows),
    (&LTV_CAC, Lever::AcquisitionCost, Response::Shrinks),
];

/// Moves every known metric that answers to the lever, over the book's window. Says whether there was one.
pub(crate) fn shift_known(
    before: &Book,
    after: &mut Book,
    lever: Lever,
    amount: &Exact,
    scope: ChurnScope,
) -> Result<bool, LeverProblem> {
    let mut reached = false;
    for (metric, _, response) in RESPONSES.iter().filter(|(metric, answers_to, response)| {
        *answers_to == lever && before.known(metric).is_some() && in_scope(response, lever, scope)
    }) {
        let Some(Ok(value)) = after.stand_in(metric) else { continue };
        let value = match response {
            Response::Adds => value.plus(amount),
            Response::TakesAway => value.minus(amount),
            Response::AddsFlow(flow) => {
                value.plus(&share_moved(before, after, flow).unwrap_or(amount.clone()))
            }
            Response::TakesAwayFlow(flow) => {
                value.minus(&share_moved(before, after, flow).unwrap_or(amount.clone()))
            }
            Response::Grows => value.times(&factor(amount)?),
            Response::Shrinks => value.divided_by(&factor(amount)?).ok_or(LeverProblem::BelowZero)?,
        };
        let value = stopped(metric, value)?;
        after.set_known(metric, Known { value, window: before.window() });
        reached = true;
    }
    Ok(reached)
}

fn in_scope(response: &Response, lever: Lever, scope: ChurnScope) -> bool {
    match response {
        Response::Adds | Response::TakesAway => scope.moves_customers(),
        Response::AddsFlow(_) | Response::TakesAwayFlow(_) => lever != Lever::Churn || scope.moves_revenue(),
        Response::Grows | Response::Shrinks => true,
    }
}

/// By which share of the starting MRR the lever moved a flow.
fn share_moved(before: &Book, after: &Book, flow: &'static Figure) -> Option<Exact> {
    let moved = after.figure(flow)?.minus(before.figure(flow)?);
    moved.divided_by(before.figure(&START_MRR)?)
}

/// Churn stops at none and retention without upsells at 100 %; more than everything cannot be lost.
fn stopped(metric: &Metric, value: Exact) -> Result<Exact, LeverProblem> {
    match (metric.compounding(), metric.range) {
        (Compounding::Lost, _) if value > Exact::one() => Err(LeverProblem::ChurnAboveWhole),
        (Compounding::Lost, _) => Ok(floor(value)),
        (Compounding::Kept, _) if value.is_negative() => Err(LeverProblem::ChurnAboveWhole),
        (Compounding::Kept, Range::Share) if value > Exact::one() => Ok(Exact::one()),
        _ => Ok(value),
    }
}
