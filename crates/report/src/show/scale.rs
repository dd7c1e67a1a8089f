//! The picture of a scale: equal lengths for the bands, proportional places inside of them.

use plimsoll_metrics::benchmarks::{Band, Cut, Edge, Scale, Who};
use plimsoll_metrics::{Direction, Exact, Metric, Range};

use super::Context;
use super::compare::line;
use crate::view::{Mark, Place, ScaleView, Stretch, Verdict};

/// The picture with the value, the median and the target on it.
pub(super) fn show(
    context: &Context<'_>,
    metric: &'static Metric,
    scale: &Scale,
    verdict: Option<&Verdict>,
) -> ScaleView {
    let ruler = Ruler::new(metric, scale);
    let mark = |value: &Exact, label: String| Mark { place: ruler.place(value), label };
    let after = context.annual(metric).ok();
    let before = context.before.annual(metric).ok().filter(|before| after.as_ref() != Some(before));
    let written = |value: &Exact| context.writer.graded(metric.unit, value, scale).0;
    let quartiles =
        context.read.choices.segment.and_then(|segment| context.benchmarks.quartiles(metric, segment));
    let position = after.as_ref().and_then(|value| scale.grade(value)).map(|grade| grade.position);
    ScaleView {
        stretches: stretches(context, metric, scale, position),
        summary: summary(metric, after.as_ref().map(&written), verdict),
        value: after.as_ref().map(|value| mark(value, written(value))),
        before: before.as_ref().map(|value| mark(value, written(value))),
        target: scale.target.as_ref().map(|target| {
            let at = target.value();
            mark(&at, ["target ", &line(context, metric, &at)].concat())
        }),
        median: context.benchmarks.median(metric, context.read.choices.segment).map(|row| {
            let who = if row.who == Who::Anyone { "" } else { row.who.label() };
            let label = [who, " median ", &line(context, metric, &row.value)].concat();
            mark(&row.value, label.trim_start().into())
        }),
        quartiles: quartiles.map(|row| {
            let (low, high) = match metric.direction {
                Direction::Higher => (row.bottom, row.top),
                Direction::Lower => (row.top, row.bottom),
            };
            (mark(&low, line(context, metric, &low)), mark(&high, line(context, metric, &high)))
        }),
    }
}

fn summary(metric: &Metric, value: Option<String>, verdict: Option<&Verdict>) -> String {
    match (value, verdict) {
        (Some(value), Some(verdict)) => {
            [metric.term, ": ", &value, ", in the band “", &verdict.band, "”"].concat()
        }
        _ => [metric.term, ": no value yet"].concat(),
    }
}

fn stretches(context: &Context<'_>, metric: &Metric, scale: &Scale, position: Option<usize>) -> Vec<Stretch> {
    let count = scale.bands.len();
    scale
        .bands
        .iter()
        .enumerate()
        .map(|(index, band)| {
            let next = scale.bands.get(index.saturating_add(1)).and_then(|next| next.from);
            Stretch {
                name: band.name.clone(),
                standing: band.standing,
                from: Place(share(index, count)),
                to: Place(share(index.saturating_add(1), count)),
                cut: band.from.map(|cut| line(context, metric, &cut.value())),
                span: span(context, metric, band.from, next),
                is_current: position == Some(index),
            }
        })
        .collect()
}

/// The bands with what they span, best first.
pub(super) fn spans(context: &Context<'_>, metric: &Metric, scale: &Scale) -> Vec<(String, String)> {
    let row = |stretch: Stretch| (stretch.name.into(), stretch.span);
    stretches(context, metric, scale, None).into_iter().rev().map(row).collect()
}

fn span(context: &Context<'_>, metric: &Metric, from: Option<Cut>, to: Option<Cut>) -> String {
    span_words(from, to, |value| line(context, metric, value))
}

/// "from 110% to below 120%", true at both edges.
pub(crate) fn span_words(from: Option<Cut>, to: Option<Cut>, write: impl Fn(&Exact) -> String) -> String {
    let written = |cut: Cut| write(&cut.value());
    let start = from.map(|cut| match cut.edge {
        Edge::Starts => ["from ", &written(cut)].concat(),
        Edge::Ends => ["above ", &written(cut)].concat(),
    });
    let end = to.map(|cut| match (cut.edge, from) {
        (Edge::Starts, _) => ["below ", &written(cut)].concat(),
        (Edge::Ends, None) => ["up to ", &written(cut)].concat(),
        (Edge::Ends, Some(_)) => written(cut),
    });
    match (start, end) {
        (Some(start), Some(end)) => [&start, " to ", &end].concat(),
        (one, other) => one.or(other).unwrap_or_default(),
    }
}

/// `part` of `count` in hundredths of a percent.
fn share(part: usize, count: usize) -> u16 {
    let place = part.saturating_mul(usize::from(Place::END.0)).checked_div(count).unwrap_or(0);
    u16::try_from(place).unwrap_or(Place::END.0)
}

/// Where a value lies: which band, and how far into it.
struct Ruler {
    /// The ends of every band, lowest first; the outer two are made up where the band is open.
    ends: Vec<Exact>,
}

impl Ruler {
    fn new(metric: &Metric, scale: &Scale) -> Self {
        let cuts: Vec<Exact> =
            scale.bands.iter().filter_map(|band: &Band| band.from).map(|cut| cut.value()).collect();
        let width =
            |pair: Option<(&Exact, &Exact)>| pair.map_or_else(Exact::one, |(low, high)| high.minus(low));
        let first = width(cuts.first().zip(cuts.get(1)));
        let last = width(cuts.len().checked_sub(2).and_then(|index| cuts.get(index)).zip(cuts.last()));
        let lowest = cuts.first().map_or_else(Exact::zero, |cut| open_below(cut, &first));
        let highest = cuts.last().map_or_else(Exact::one, |cut| open_above(cut, &last, metric.range));
        Self { ends: [lowest].into_iter().chain(cuts).chain([highest]).collect() }
    }

    /// The place of a value; what lies beyond the ends is put on the end.
    fn place(&self, value: &Exact) -> Place {
        let count = self.ends.len().saturating_sub(1);
        let band =
            self.ends.iter().skip(1).take(count.saturating_sub(1)).take_while(|end| *end <= value).count();
        let into = self
            .ends
            .get(band)
            .zip(self.ends.get(band.saturating_add(1)))
            .and_then(|(low, high)| value.minus(low).divided_by(&high.minus(low)));
        let into = into.unwrap_or_else(Exact::zero).clamp(Exact::zero(), Exact::one());
        let along = Exact::from(i64::try_from(band).unwrap_or(0)).plus(&into);
        let share = along.divided_by(&Exact::from(i64::try_from(count).unwrap_or(1)));
        share.map_or(Place(0), |share| Place::at(&share))
    }
}

/// The made-up lower end of the lowest band: zero where that is near, else one band's width down.
fn open_below(cut: &Exact, width: &Exact) -> Exact {
    if *cut <= width.times(&Exact::from(2)) { Exact::zero() } else { cut.minus(width) }
}

/// The made-up upper end of the highest band: the whole where that is near, else one band's width up.
fn open_above(cut: &Exact, width: &Exact, range: Range) -> Exact {
    let near = cut.plus(&width.times(&Exact::from(2)));
    if range == Range::Share && near >= Exact::one() { Exact::one() } else { cut.plus(width) }
}
