//! What each lever of a scenario has of a metric's change.

use plimsoll_forecast::{Basis, NoShares, Shares};
use plimsoll_metrics::{Exact, Metric};

use super::{Context, Worked};
use crate::sentence::{inline, list, movable_label, undefined};
use crate::show::change::reading;
use crate::view::{SharePart, SharesView};

/// The shares in every scenario that moves something, over the page's window: they add up to what the table says has changed.
pub(super) fn show(context: &Context<'_>, all: &[Worked], metric: &'static Metric) -> Vec<SharesView> {
    let moves = |worked: &&Worked| worked.applied.problems.len() < worked.named.scenario.moves.len();
    all.iter().filter(moves).map(|worked| of(context, worked, metric)).collect()
}

fn of(context: &Context<'_>, worked: &Worked, metric: &'static Metric) -> SharesView {
    let view = SharesView {
        slug: worked.named.slug.clone(),
        name: worked.name(),
        parts: Vec::new(),
        total: None,
        note: None,
    };
    match worked.named.scenario.shares(context.before, metric, Basis::Window) {
        Ok(shares) => shared(context, worked, metric, &shares, view),
        Err(reason) => SharesView { note: Some(no_shares(context, &reason)), ..view },
    }
}

fn shared(
    context: &Context<'_>,
    worked: &Worked,
    metric: &'static Metric,
    shares: &Shares,
    view: SharesView,
) -> SharesView {
    let Shares { before, after, parts, rounded } = shares;
    let refused = &worked.applied.problems;
    let parts: Vec<_> =
        parts.iter().filter(|(over, _)| !refused.iter().any(|(one, _)| one == over)).collect();
    let sizes: Vec<Exact> = parts.iter().map(|(_, part)| part.clone()).collect();
    let mut written = context.writer.adding_up(metric.unit, before, after, &sizes);
    let whole = written.pop();
    let reads = |change: &Exact| reading(metric.direction, &Exact::zero(), change);
    let part = |((over, part), amount): (&&(_, Exact), String)| SharePart {
        label: movable_label(*over).into(),
        amount,
        reading: reads(part),
    };
    let write = |value: &Exact| context.writer.value(metric.unit, value);
    SharesView {
        parts: parts.iter().zip(written).map(part).collect(),
        total: whole.map(|amount| SharePart {
            label: [&write(before), " → ", &write(after)].concat(),
            amount,
            reading: reads(&after.minus(before)),
        }),
        note: rounded.then(|| "Worked out to twenty decimals, as the exact fractions are too long.".into()),
        ..view
    }
}

fn no_shares(context: &Context<'_>, reason: &NoShares) -> String {
    match reason {
        NoShares::TooMany(count) => {
            ["A change by ", &count.to_string(), " moves is not shared out: there are too many orders."]
                .concat()
        }
        NoShares::Undefined { moved, reason } => {
            let levers: Vec<String> = moved.iter().map(|over| inline(movable_label(*over))).collect();
            let why = undefined(reason, |figure| context.is_unread(figure));
            if levers.is_empty() {
                return why;
            }
            ["With ", &list(&levers), " alone there is no value to go by: ", &inline(&why)].concat()
        }
    }
}
