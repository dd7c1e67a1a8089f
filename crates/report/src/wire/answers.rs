//! What another program may ask, each question a function of what it gives. All are pure: the same question and formatter
//! give the same answer, and nothing of a question is kept.

use plimsoll_intake::DecimalMark;
use plimsoll_metrics::{Metric, find_figure, find_metric};

use super::explained::{self, Explanation};
use super::given::Given;
use super::listed::{self, Benchmark, Listing};
use super::metric::{self, MetricReport};
use super::parsed::{self, Parsed, TextGiven};
use super::projected::{self, Ahead, Course};
use super::scored::{self, Accounts, Health};
use super::solved::{self, GoalGiven, Solution};
use super::words::ReasonCode;
use super::{Report, whole};
use crate::format::Formatter;
use crate::state::Inputs;

/// All that follows from what is given: moves fully phased in, own benchmarks before the published ones.
///
/// ```
/// use plimsoll_report::{English, Inputs, wire};
/// use plimsoll_report::wire::{Given, MoveGiven};
/// let text = |text: &str| text.to_owned();
/// let less_churn =
///     MoveGiven { lever: text("churn"), by: text("points"), amount: text("-2%"), ..MoveGiven::default() };
/// let given = Given { inputs: Inputs::example().entries(), moves: vec![less_churn], ..Given::default() };
/// let report = wire::report(given, &English);
/// assert_eq!(report.metric("logo-churn").unwrap().printed, "18.0% a year");
/// ```
#[must_use]
pub fn report(given: Given, formatter: &dyn Formatter) -> Report {
    given.seen().show(formatter, whole)
}

/// How the value of the metric of this slug came about; nothing where there is no such metric.
#[must_use]
pub fn explain(given: Given, slug: &str, formatter: &dyn Formatter) -> Option<Explanation> {
    let metric = find_metric(slug)?;
    Some(given.seen().show(formatter, |context, problems| explained::explain(context, metric, problems)))
}

/// An annual value of a metric, held against everything that is known of it; nothing where there is no such metric.
///
/// ```
/// use plimsoll_report::{English, wire};
/// let graded = wire::grade(wire::Given::default(), "net-revenue-retention", "107.5", &English).unwrap();
/// assert_eq!(graded.band.unwrap().better.unwrap().distance.decimal, "0.025");
/// ```
#[must_use]
pub fn grade(given: Given, slug: &str, value: &str, formatter: &dyn Formatter) -> Option<MetricReport> {
    let metric = find_metric(slug)?;
    let mut seen = given.seen();
    let chosen = seen.inputs;
    seen.inputs = Inputs { window: "year".into(), ..chosen.cleared() };
    seen.inputs.known.set(metric.slug, value);
    Some(seen.show(formatter, |context, problems| {
        let report = metric::report(context, metric);
        let unread = problems.into_iter().find(|problem| problem.field.starts_with("known."));
        unread.map_or(report.clone(), |problem| unread_value(report, problem.sentence))
    }))
}

/// The metric without a value, because what was given for one could not be read.
fn unread_value(report: MetricReport, sentence: String) -> MetricReport {
    let reason = metric::Reason { code: ReasonCode::Missing, missing: Vec::new(), sentence, way_out: None };
    MetricReport { reason: Some(reason), ..report }
}

/// Which value of a figure or lever reaches a goal; nothing where metric, figure and lever are unknown.
#[must_use]
pub fn solve(given: Given, goal: &GoalGiven, formatter: &dyn Formatter) -> Option<Solution> {
    let metric: &'static Metric = find_metric(&goal.metric)?;
    given.seen().show(formatter, |context, problems| solved::solve(context, metric, goal, problems))
}

/// Where MRR and customers go, the moves phased in on the way.
#[must_use]
pub fn project(given: Given, ahead: &Ahead, formatter: &dyn Formatter) -> Course {
    let mut seen = given.seen();
    let scenario = core::mem::take(&mut seen.scenario);
    seen.show(formatter, |context, problems| projected::course(context, &scenario, ahead, problems))
}

/// The health of accounts.
#[must_use]
pub fn score(given: Given, accounts: &Accounts, formatter: &dyn Formatter) -> Health {
    given.seen().show(formatter, |context, problems| scored::score(context, accounts, problems))
}

/// Reads a text as people type or paste it: a table, where it has more than one line or a tab; else a number.
#[must_use]
pub fn parse(given: &TextGiven, formatter: &dyn Formatter) -> Parsed {
    let TextGiven { text, mark, currency, figure } = given;
    if text.trim_matches(['\n', '\r']).contains(['\n', '\r', '\t']) {
        return parsed::table(text, mark, currency);
    }
    let mark = match mark.as_str() {
        "," => DecimalMark::Comma,
        "." => DecimalMark::Point,
        _ => formatter.decimal_mark(),
    };
    parsed::number(text, mark, currency, find_figure(figure))
}

/// All that has a name.
#[must_use]
pub fn listing(formatter: &dyn Formatter) -> Listing {
    Given::default().seen().show(formatter, |context, _| listed::listing(context))
}

/// What every metric is held against.
#[must_use]
pub fn published(given: Given, formatter: &dyn Formatter) -> Vec<Benchmark> {
    given.seen().show(formatter, |context, _| listed::benchmarks(context))
}
