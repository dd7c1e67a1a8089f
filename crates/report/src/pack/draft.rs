//! From the parts of a document to a pack.

use plimsoll_metrics::benchmarks::{
    Band, Draft, DraftBand, DraftTarget, Edge, FaultPlace, FaultReason, LONGEST_NAME, LONGEST_TEXT,
    MOST_BANDS, SOURCES, Scale, ScaleFault, Segment, Standing,
};
use plimsoll_metrics::{Exact, Metric, Unit, find_metric};
use rust_decimal::Decimal;

use super::parts::Part;
use super::{
    EVIDENCE, Fault, LONGEST_LINE, MOST_SCALES, MOST_SOURCES, Pack, PackScale, PackSource, Reason, VERSION,
    replay,
};
use crate::sentence::{month_of, standing_slug};

/// The standings, worst first.
pub(super) const STANDINGS: [Standing; 6] = [
    Standing::Concerning,
    Standing::BelowTarget,
    Standing::Acceptable,
    Standing::Good,
    Standing::Excellent,
    Standing::BestInClass,
];

pub(super) fn pack(document: &Part) -> Result<Pack, Fault> {
    let version = document.text("version", LONGEST_LINE)?.unwrap_or_default();
    if version != VERSION {
        return Err(document.fault_at("version", Reason::Version(version.into())));
    }
    document.only(&["version", "name", "sources", "scales"])?;
    let name = document.needed("name", LONGEST_NAME)?.into();
    let mut sources: Vec<PackSource> = Vec::new();
    for part in document.list("sources", MOST_SOURCES)? {
        let source = source(part)?;
        if sources.iter().any(|held| held.id == source.id) {
            return Err(part.fault_at("id", Reason::Twice(source.id)));
        }
        sources.push(source);
    }
    let mut scales: Vec<PackScale> = Vec::new();
    for part in document.list("scales", MOST_SCALES)? {
        let own = scale(part, &sources)?;
        // A metric and its complement have one scale, in either of the two ways of writing it.
        let head = |metric: &'static Metric| metric.complement_of().unwrap_or(metric);
        if scales.iter().any(|held| head(held.metric) == head(own.metric) && held.segment == own.segment) {
            return Err(part.fault_at("metric", Reason::Twice(own.metric.slug.into())));
        }
        scales.push(own);
    }
    Ok(Pack { name, sources, scales })
}

fn source(part: &Part) -> Result<PackSource, Fault> {
    part.only(&["id", "title", "publisher", "date", "evidence"])?;
    let (id, title) = (part.needed("id", LONGEST_NAME)?.into(), part.needed("title", LONGEST_LINE)?.into());
    let publisher = part.needed("publisher", LONGEST_LINE)?.into();
    let date = part.text("date", LONGEST_LINE)?.unwrap_or_default();
    if !date.is_empty() && !is_date(date) {
        return Err(part.fault_at("date", Reason::Date));
    }
    let evidence = part.one_of("evidence", EVIDENCE.into_iter(), |(slug, _)| slug)?;
    let (evidence, _) = evidence.ok_or_else(|| part.fault_at("evidence", Reason::Missing))?;
    Ok(PackSource { id, title, publisher, date: date.into(), evidence })
}

/// Whether it is `2026` or `2026-02`.
fn is_date(date: &str) -> bool {
    let (year, month) = date.split_once('-').map_or((date, None), |(year, month)| (year, Some(month)));
    let digits =
        |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(year, 4) && month.is_none_or(|month| digits(month, 2) && month_of(month).is_some())
}

fn scale(part: &Part, sources: &[PackSource]) -> Result<PackScale, Fault> {
    part.only(&["metric", "segment", "source", "bands", "target"])?;
    let slug = part.needed("metric", LONGEST_LINE)?;
    let metric = find_metric(slug).ok_or_else(|| part.fault_at("metric", Reason::Metric(slug.into())))?;
    let segment = part.one_of("segment", Segment::ALL.iter().copied(), Segment::slug)?;
    let id = part.needed("source", LONGEST_NAME)?;
    let source = sources.iter().find(|source| source.id == id);
    let source = source.ok_or_else(|| part.fault_at("source", Reason::Source(id.into())))?;
    let bands = part.list("bands", usize::MAX)?;
    if bands.len() > MOST_BANDS {
        return Err(part.fault_at("bands", Reason::TooMany(MOST_BANDS)));
    }
    let draft = Draft {
        bands: bands.iter().map(|part| band(part, metric)).collect::<Result<_, _>>()?,
        direction: metric.direction,
        target: part.part("target").map(|part| target(part, metric)).transpose()?,
        source: source.words(),
    };
    let scale = Scale::new(draft).map_err(|fault| placed(part, metric, fault))?;
    let scale = adapted(metric, segment, source, &scale).unwrap_or(scale);
    Ok(PackScale { metric, segment, source: id.into(), scale })
}

fn band(part: &Part, metric: &Metric) -> Result<DraftBand, Fault> {
    part.only(&["name", "standing", "from", "edge", "meaning"])?;
    let standing = part.one_of("standing", STANDINGS.into_iter(), standing_slug)?;
    let edges = [Edge::Starts, Edge::Ends].into_iter();
    let edge = part.one_of("edge", edges, edge_slug)?.unwrap_or(Edge::Starts);
    Ok(DraftBand {
        name: part.needed("name", LONGEST_NAME)?.into(),
        standing: standing.ok_or_else(|| part.fault_at("standing", Reason::Missing))?,
        meaning: part.text("meaning", LONGEST_TEXT)?.unwrap_or_default().into(),
        from: number(part, "from", metric)?.map(|from| (from, edge)),
    })
}

pub(super) const fn edge_slug(edge: Edge) -> &'static str {
    match edge {
        Edge::Starts => "from",
        Edge::Ends => "above",
    }
}

/// How a line is met: by being on it, or only by being past it.
pub(super) const REACHED: [&str; 2] = ["on the line", "past the line"];

fn target(part: &Part, metric: &Metric) -> Result<DraftTarget, Fault> {
    part.only(&["line", "reached", "meaning"])?;
    let [_, past] = REACHED;
    let line = number(part, "line", metric)?;
    Ok(DraftTarget {
        line: line.ok_or_else(|| part.fault_at("line", Reason::Missing))?,
        strict: part.one_of("reached", REACHED.into_iter(), |how| how)? == Some(past),
        meaning: part.text("meaning", LONGEST_TEXT)?.unwrap_or_default().into(),
    })
}

/// A number of the metric, as a value: a share for a percentage.
fn number(part: &Part, name: &str, metric: &Metric) -> Result<Option<Decimal>, Fault> {
    let Some(text) = part.text(name, LONGEST_TEXT)? else { return Ok(None) };
    let fault = |reason| part.fault_at(name, reason);
    if !is_number(text) {
        return Err(fault(Reason::NotANumber(text.into())));
    }
    let number = Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text));
    let value = number.ok().and_then(|number| from_written(metric, number));
    let value = value.ok_or_else(|| fault(Reason::Scale(FaultReason::TooFar)))?;
    if !metric.range.holds(&Exact::from(value)) {
        return Err(fault(Reason::OutOfRange(metric.range)));
    }
    Ok(Some(value))
}

/// Whether it is a number as JSON writes it, whatever its size.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let signed = |text: &str, signs: &[char]| digits(text.strip_prefix(signs).unwrap_or(text));
    let (number, power) =
        text.split_once(['e', 'E']).map_or((text, None), |(number, power)| (number, Some(power)));
    let (whole, part) = number.split_once('.').map_or((number, None), |(whole, part)| (whole, Some(part)));
    signed(whole, &['-']) && part.is_none_or(digits) && power.is_none_or(|power| signed(power, &['+', '-']))
}

/// The value of a number as it is written: a share is written in percent.
pub(super) fn from_written(metric: &Metric, number: Decimal) -> Option<Decimal> {
    let value = number.normalize();
    if metric.unit == Unit::Percent {
        return Some(value.checked_mul(Decimal::new(1, 2))?.normalize());
    }
    Some(value)
}

/// The published scale with its lines moved, where this is one: it has that source, and differs in nothing else.
fn adapted(metric: &Metric, segment: Option<Segment>, source: &PackSource, own: &Scale) -> Option<Scale> {
    let published = plimsoll_metrics::benchmarks::PUBLISHED.scale(metric, segment)?.into_owned();
    let of = published.source.source()?;
    let is_listed = SOURCES.iter().any(|listed| *listed == of && listed.id == source.id);
    let moved = replay::with_cuts_of(&published, own)?;
    (is_listed && content(&moved) == content(own)).then_some(moved)
}

/// What a scale says, however its numbers are kept and wherever it is from.
fn content(scale: &Scale) -> impl PartialEq {
    let band = |band: &Band| {
        let from = band.from.map(|cut| (cut.value(), cut.edge));
        (band.name.clone(), band.standing, band.meaning.clone(), from)
    };
    let target = scale.target.as_ref();
    let target = target.map(|target| (target.value(), target.strict, target.meaning.clone()));
    (scale.bands.iter().map(band).collect::<Vec<_>>(), target)
}

/// The fault of a scale at the part of the document that it is about.
fn placed(part: &Part, metric: &Metric, fault: ScaleFault) -> Fault {
    let name = match fault.reason {
        FaultReason::Standing => "standing",
        FaultReason::NoText | FaultReason::TooLong => "name",
        _ => "from",
    };
    let reason = match fault.reason {
        FaultReason::Standing => Reason::WrongWay(metric.direction),
        reason => Reason::Scale(reason),
    };
    match fault.place {
        FaultPlace::Scale => part.fault_at("bands", reason),
        FaultPlace::Source => part.fault_at("source", reason),
        FaultPlace::Target => part.fault_at("target.line", reason),
        FaultPlace::Band(position) => {
            part.fault_at(&["bands[", &position.to_string(), "].", name].concat(), reason)
        }
    }
}
