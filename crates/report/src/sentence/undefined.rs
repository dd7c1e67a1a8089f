//! Why there is no value, and the way out.

use plimsoll_metrics::metrics::{
    CLOSING_CUSTOMERS, CLOSING_MRR, CUSTOMER_RETENTION, GROSS_REVENUE_CHURN, GROSS_REVENUE_RETENTION,
    LOGO_CHURN, NET_REVENUE_RETENTION,
};
use plimsoll_metrics::{Expression, Figure, Metric, Undefined, WhenZero};

use super::{inline, list};

/// The reason in a sentence. `unread` says whether a figure's field has a problem.
pub(crate) fn undefined(reason: &Undefined, unread: impl Fn(&'static Figure) -> bool) -> String {
    match reason {
        Undefined::Missing(figures) => {
            let broken: Vec<String> =
                figures.iter().filter(|figure| unread(figure)).map(|figure| inline(figure.term)).collect();
            if broken.is_empty() {
                let terms: Vec<String> = figures.iter().map(|figure| inline(figure.term)).collect();
                format!("Needs {}.", list(&terms))
            } else {
                format!("Waits for {}: see the word beside the field.", list(&broken))
            }
        }
        Undefined::ZeroDivisor(WhenZero::NoBase, divisor) => {
            ["With no ", &list(&names(divisor)), ", there is nothing to measure against."].concat()
        }
        Undefined::ZeroDivisor(WhenZero::NoChurn, _) => {
            "Nobody left in this window, so a lifetime has no end.".into()
        }
        Undefined::ZeroDivisor(WhenZero::Never, _) => {
            "An account brings nothing in, so its cost is never earned back.".into()
        }
        Undefined::ZeroDivisor(WhenZero::NoLosses, _) => {
            "Nothing was lost in this window, so there is nothing to compare gains with.".into()
        }
        Undefined::OutOfRange(metric) => contradiction(metric).into(),
        Undefined::Overflow => "The result is too large to write.".into(),
    }
}

/// What would help, where something would.
pub(crate) fn way_out(reason: &Undefined) -> Option<&'static str> {
    match reason {
        Undefined::ZeroDivisor(WhenZero::NoChurn, _) => {
            Some("Take a longer window, or enter on the churn card the churn you expect.")
        }
        Undefined::ZeroDivisor(WhenZero::Never, _) => {
            Some("Check the gross margin and the revenue per account.")
        }
        Undefined::OutOfRange(_) => Some("Check the figures that it rests on."),
        Undefined::Overflow => Some("Check the figures for digits too many."),
        Undefined::Missing(_) | Undefined::ZeroDivisor(WhenZero::NoBase | WhenZero::NoLosses, _) => None,
    }
}

fn contradiction(metric: &Metric) -> &'static str {
    let is = |others: &[&Metric]| others.contains(&metric);
    if is(&[&GROSS_REVENUE_RETENTION, &GROSS_REVENUE_CHURN]) {
        "Churned and contraction MRR together are more than the MRR at the start."
    } else if is(&[&NET_REVENUE_RETENTION]) {
        "Churned and contraction MRR are more than the MRR at the start with expansion."
    } else if is(&[&LOGO_CHURN, &CUSTOMER_RETENTION]) {
        "More customers were lost than there were at the start."
    } else if is(&[&CLOSING_MRR]) {
        "More MRR was lost than there was."
    } else if is(&[&CLOSING_CUSTOMERS]) {
        "More customers were lost than there were."
    } else {
        "The figures contradict each other here."
    }
}

/// What the divisor is made of, by name.
fn names(expression: &Expression) -> Vec<String> {
    match expression {
        Expression::Figure(figure) => vec![inline(figure.term)],
        Expression::Metric(metric) => vec![inline(metric.term)],
        _ => expression.parts().into_iter().flat_map(names).collect(),
    }
}
