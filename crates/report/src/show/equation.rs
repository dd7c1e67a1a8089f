//! The retention equation.

use plimsoll_metrics::benchmarks::{Quadrant, retention_equation};
use plimsoll_metrics::metrics::{GROSS_REVENUE_RETENTION, NET_REVENUE_RETENTION};
use plimsoll_metrics::{Book, Exact};

use super::Context;
use crate::sentence::source_note;
use crate::view::{EquationView, QuadrantView};

/// The four quadrants in the order of the view.
static QUADRANTS: [(Quadrant, &str, &str); 4] = [
    (Quadrant::Compounding, "Compounding", "Customers stay and buy more: growth feeds on itself."),
    (
        Quadrant::LeakyGrowth,
        "Leaky growth",
        "Those who stay buy enough to hide those who leave. It does not last.",
    ),
    (
        Quadrant::IdleBase,
        "Idle base",
        "Customers stay, but nothing grows from them: there is money on the table.",
    ),
    (
        Quadrant::Shrinking,
        "Shrinking base",
        "Too much is lost, and what is added does not make up for it by enough. Fix retention first.",
    ),
];

/// The equation with the quadrant of the figures.
pub(super) fn show(context: &Context<'_>) -> EquationView {
    let equation = retention_equation();
    let (now, before) = (quadrant(context.after), quadrant(context.before));
    let (net, gross) = (percent(equation.net_percent), percent(equation.gross_percent));
    let reading = QUADRANTS.iter().find(|(quadrant, _, _)| Some(*quadrant) == now).map_or_else(
        || "It needs net and gross revenue retention.".to_owned(),
        |(_, name, reading)| [name, ". ", reading].concat(),
    );
    let reading = [reading, gap(context).unwrap_or_default()].concat();
    EquationView {
        now,
        before: before.filter(|before| Some(*before) != now),
        reading,
        rule: format!(
            "Growth lasts where NRR is above {net} and GRR above {gross} a year. Being on a line is not enough."
        ),
        quadrants: QUADRANTS.map(|(quadrant, name, reading)| QuadrantView {
            quadrant,
            name,
            lines: lines(quadrant, &net, &gross),
            reading,
        }),
        source: source_note(equation.source),
    }
}

/// A gap of more than ten points, which upsells alone fill (`definitions.md` D17).
fn gap(context: &Context<'_>) -> Option<String> {
    let net = context.annual(&NET_REVENUE_RETENTION).ok()?;
    let gap = net.minus(&context.annual(&GROSS_REVENUE_RETENTION).ok()?);
    (gap > Exact::percent(10)).then(|| {
        [" Net stands ", &context.writer.points(&gap), " above gross: that much rests on upsells."].concat()
    })
}

fn quadrant(book: &Book) -> Option<Quadrant> {
    let net = book.annual(&NET_REVENUE_RETENTION).ok()?;
    let gross = book.annual(&GROSS_REVENUE_RETENTION).ok()?;
    Some(retention_equation().quadrant(&net, &gross))
}

fn percent(percent: i64) -> String {
    format!("{percent}%")
}

fn lines(quadrant: Quadrant, net: &str, gross: &str) -> String {
    let (net_side, gross_side) = match quadrant {
        Quadrant::Compounding => ("above", "above"),
        Quadrant::LeakyGrowth => ("above", "up to"),
        Quadrant::IdleBase => ("up to", "above"),
        Quadrant::Shrinking => ("up to", "up to"),
    };
    format!("NRR {net_side} {net}, GRR {gross_side} {gross}")
}
