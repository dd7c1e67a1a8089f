//! How accounts are cared for, as far as columns say so, and days to the first value.

use plimsoll_metrics::benchmarks::{Opinion, Segment};
use plimsoll_metrics::{Book, Exact, Known, Metric, figures, metrics};
use rust_decimal::Decimal;

use super::Bench;
use super::team::value;
use crate::lab::message::{CareSign, Measure, MeasureTold, TeamTold};
use crate::show::DASH;
use crate::view::lab::{Numbers, StatView};

/// How accounts are cared for: a name in links, the metric, and the header that would tell of it.
pub(super) static CARE: [(&str, &Metric, &str); 8] = [
    ("qbr", &metrics::QBR_COMPLETION, "QBRs scheduled, QBRs completed"),
    ("reviewed", &metrics::QBR_COMPLETION_OF_ELIGIBLE, "QBR eligible, QBR completed"),
    ("sponsor", &metrics::SPONSOR_COVERAGE, "Executive sponsor"),
    ("contacts", &metrics::CONTACT_COVERAGE, "Contacts"),
    ("attendance", &metrics::MEETING_ATTENDANCE, "Meetings scheduled, Meetings attended"),
    ("nps", &metrics::NET_PROMOTER_SCORE, "NPS"),
    ("csat", &metrics::SATISFACTION_SCORE, "CSAT (1 to 5)"),
    ("response", &metrics::RESPONSE_TIME, "Response days"),
];

/// The book of all accounts, with what is measured of them.
pub(super) fn whole(bench: &Bench<'_>, told: &TeamTold, mut book: Book) -> Book {
    for of in &told.measures {
        let Some(mean) = mean(of.whole, of.places) else { continue };
        let known = |value| Known { value, window: bench.context.writer.window };
        match of.measure {
            Measure::Promoters => book.set_known(&metrics::NET_PROMOTER_SCORE, known(mean)),
            Measure::Satisfaction => book.set_known(&metrics::SATISFACTION_SCORE, known(mean)),
            Measure::ResponseDays => book.set(&figures::RESPONSE_DAYS, mean),
            Measure::FirstValueDays => book.set(&figures::VALUE_DAYS, mean),
        }
    }
    book
}

fn mean((sum, count): (i64, u32), places: u8) -> Option<Exact> {
    let sum = Exact::from(Decimal::from_i128_with_scale(sum.into(), places.into()));
    sum.divided_by(&Exact::from(i64::from(count)))
}

/// How the accounts are cared for by one measure; nothing where no column says so.
pub(super) fn stat(
    bench: &Bench<'_>,
    told: &TeamTold,
    book: &Book,
    (slug, metric, _): &(&'static str, &'static Metric, &str),
) -> Option<StatView> {
    let exact = book.evaluate(metric).ok()?;
    let scale = bench.context.scale(metric);
    let verdict = scale
        .and_then(|scale| scale.grade(&exact))
        .map(|grade| (grade.band.name.into_owned(), grade.band.standing));
    let about = [lines(bench, metric, bench.context.read.choices.segment), from_columns(told, metric)];
    Some(StatView {
        slug,
        label: metric.term,
        value: [&value(bench, book, metric)?, " ", &bench.context.writer.unit_of(metric)]
            .concat()
            .trim_end()
            .to_owned(),
        change: None,
        verdict,
        about: about.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "),
    })
}

/// The published median and lines: "Median 75%; above 90%."
fn lines(bench: &Bench<'_>, metric: &'static Metric, segment: Option<Segment>) -> String {
    let median = bench.context.benchmarks.median(metric, segment);
    let median = median.map(|of| ["median ", &bench.context.writer.value(metric.unit, &of.value)].concat());
    let opinions = bench.context.benchmarks.opinions(metric, segment);
    let lines = opinions.iter().filter_map(|opinion| match opinion {
        Opinion::Line(line) => Some(["target ", &bench.context.writer.cell(line.cell)].concat()),
        _ => None,
    });
    let all: Vec<String> = median.into_iter().chain(lines).collect();
    if all.is_empty() { String::new() } else { ["Published: ", &all.join(", "), "."].concat() }
}

/// Which columns a measure is read from.
fn from_columns(told: &TeamTold, metric: &'static Metric) -> String {
    let is_of = |sign: CareSign| match sign {
        CareSign::ReviewsScheduled | CareSign::ReviewsCompleted => *metric == metrics::QBR_COMPLETION,
        CareSign::ReviewDue | CareSign::Reviewed => *metric == metrics::QBR_COMPLETION_OF_ELIGIBLE,
        CareSign::Sponsored => *metric == metrics::SPONSOR_COVERAGE,
        CareSign::Contacts => *metric == metrics::CONTACT_COVERAGE,
        CareSign::MeetingsScheduled | CareSign::MeetingsAttended => *metric == metrics::MEETING_ATTENDANCE,
    };
    let is_measured = |measure: Measure| match measure {
        Measure::Promoters => *metric == metrics::NET_PROMOTER_SCORE,
        Measure::Satisfaction => *metric == metrics::SATISFACTION_SCORE,
        Measure::ResponseDays => *metric == metrics::RESPONSE_TIME,
        Measure::FirstValueDays => *metric == metrics::TIME_TO_FIRST_VALUE,
    };
    let counted = told.care.iter().filter(|(sign, _)| is_of(*sign)).map(|(_, header)| header);
    let measured = told.measures.iter().filter(|of| is_measured(of.measure)).map(|of| &of.header);
    let headers: Vec<String> = counted.chain(measured).map(|header| ["“", header, "”"].concat()).collect();
    if headers.is_empty() { String::new() } else { ["From ", &headers.join(" and "), "."].concat() }
}

/// What no column says, and which headers would.
pub(super) fn missing(book: &Book) -> Option<String> {
    let missing = CARE.iter().filter(|(_, metric, _)| book.evaluate(metric).is_err());
    let missing: Vec<String> =
        missing.map(|(_, metric, header)| [metric.term, " (", header, ")"].concat()).collect();
    (!missing.is_empty()).then(|| {
        ["No column tells of these; in brackets, what it could be called: ", &missing.join("; "), "."]
            .concat()
    })
}

/// Days to the first value by segment.
pub(super) fn by_segment(bench: &Bench<'_>, of: &MeasureTold) -> Numbers {
    let writer = &bench.context.writer;
    let row = |name: String, counted: (i64, u32), segment: Option<Segment>| {
        let mean = mean(counted, of.places)?;
        let metric = &metrics::TIME_TO_FIRST_VALUE;
        let published = if segment.is_some() { lines(bench, metric, segment) } else { String::new() };
        let scale = bench.context.benchmarks.scale(metric, segment).filter(|_| segment.is_some());
        let band = scale.and_then(|scale| scale.grade(&mean)).map(|grade| grade.band.name.into_owned());
        Some(vec![
            name,
            writer.number(&mean, 1),
            bench.count(counted.1),
            band.unwrap_or_else(|| DASH.into()),
            if published.is_empty() { DASH.into() } else { published },
        ])
    };
    let names = bench.facts.segments.iter().map(|(name, _)| name.clone());
    let segments =
        names.zip(&of.segments).filter_map(|(name, counted)| row(name.clone(), *counted, segment_of(&name)));
    Numbers {
        caption: ["Time to first value by segment, from “", &of.header, "”"].concat(),
        heads: vec!["Segment", "Mean, days", "Accounts", "Band", "Published"],
        rows: row("All accounts".into(), of.whole, None).into_iter().chain(segments).collect(),
    }
}

/// The published segment of this name.
fn segment_of(name: &str) -> Option<Segment> {
    let plain = |text: &str| text.to_lowercase().replace(|letter: char| !letter.is_alphanumeric(), "");
    let name = plain(name);
    Segment::ALL
        .iter()
        .copied()
        .find(|segment| plain(segment.slug()) == name || plain(segment.label()) == name)
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it is surprised"
)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_known_by_their_names() {
        assert_eq!(
            ["Mid-Market", "SMB", "midmarket", "Other"].map(segment_of),
            [Some(Segment::MidMarket), Some(Segment::Smb), Some(Segment::MidMarket), None]
        );
    }
}
