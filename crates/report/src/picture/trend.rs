//! A rate month by month, before the benchmark bands it is held against.

use plimsoll_intake::{Grown as _, Listed as _};
use plimsoll_metrics::benchmarks::{Band, Scale, levels};
use plimsoll_metrics::{Compounding, Exact, Unit, Window, rescale};

use super::axis::{Ruler, column, months};
use super::pen::{Pen, share};
use super::trend_words::{about, finding, note, table, too_little};
use super::{History, MonthSums, nothing};
use crate::format::Formatter;
use crate::show::span_words;
use crate::view::{Behind, Drawing, Line, Mark, Month, Node, Picture, Place, Spot, TrendBand, TrendView};

/// Which rate is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// What the customers of twelve months before pay now, for each unit they paid then.
    Net,
    /// The same, each customer counted with no more than it paid then.
    Gross,
    /// The share of the customers of twelve months before who pay nothing now.
    LogoChurn,
    /// The share of a month's first customers who left within it.
    MonthlyLogoChurn,
}

impl Rate {
    /// Every rate.
    pub const ALL: [Self; 4] = [Self::Net, Self::Gross, Self::LogoChurn, Self::MonthlyLogoChurn];

    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::Net => "net-revenue-retention-trend",
            Self::Gross => "gross-revenue-retention-trend",
            Self::LogoChurn => "logo-churn-trend",
            Self::MonthlyLogoChurn => "monthly-logo-churn-trend",
        }
    }

    /// Its name at the start of a sentence.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Net => "NRR",
            Self::Gross => "GRR",
            Self::LogoChurn => "Logo churn",
            Self::MonthlyLogoChurn => "Monthly logo churn",
        }
    }

    /// The annual scale by which it is graded.
    const fn scale(self) -> &'static Scale {
        match self {
            Self::Net => &levels::NET_REVENUE_RETENTION,
            Self::Gross => &levels::GROSS_REVENUE_RETENTION,
            Self::LogoChurn | Self::MonthlyLogoChurn => &levels::LOGO_CHURN,
        }
    }

    /// Over how many months it is measured.
    pub(super) const fn reach(self) -> usize {
        match self {
            Self::MonthlyLogoChurn => 1,
            _ => 12,
        }
    }

    /// What is held against what, in a month.
    pub(super) const fn parts(self, sums: &MonthSums) -> (i64, i64) {
        match self {
            Self::Net => (sums.now_12, sums.base_12),
            Self::Gross => (sums.kept_12, sums.base_12),
            Self::LogoChurn => (sums.lost_logos_12, sums.base_logos_12),
            Self::MonthlyLogoChurn => (sums.churn_logos, sums.start_logos),
        }
    }

    /// The annual rate that is graded.
    pub(super) fn annual(self, value: &Exact) -> Option<Exact> {
        match self {
            Self::MonthlyLogoChurn => rescale(value, Compounding::Lost, Window::Month, Window::Year),
            _ => Some(value.clone()),
        }
    }

    /// Where a line of the annual scale lies for this rate.
    fn line(self, annual: &Exact) -> Option<Exact> {
        match self {
            Self::MonthlyLogoChurn => rescale(annual, Compounding::Lost, Window::Year, Window::Month),
            _ => Some(annual.clone()),
        }
    }
}

/// A month with its value, where it has one.
pub(super) struct Point<'a> {
    pub(super) month: Month,
    pub(super) sums: &'a MonthSums,
    pub(super) value: Option<Exact>,
}

/// All that the parts of the picture are made from.
pub(super) struct Trend<'a> {
    pub(super) pen: Pen<'a>,
    pub(super) rate: Rate,
    pub(super) scale: Option<&'static Scale>,
    pub(super) points: Vec<Point<'a>>,
}

/// A rate of every month that has one, before the metric's benchmark bands and its target line.
#[must_use]
pub fn trend(history: &History, rate: Rate, formatter: &dyn Formatter) -> Picture {
    let pen = Pen::new(formatter, history.currency);
    let trend = Trend { pen, rate, scale: Some(rate.scale()), points: points(history, rate) };
    if trend.points.iter().all(|point| point.value.is_none()) {
        return nothing(rate.slug(), too_little(history, rate), about(rate).into());
    }
    Picture {
        slug: rate.slug().into(),
        finding: finding(&trend),
        about: about(rate).into(),
        drawing: Drawing::Trend(draw(&trend)),
        table: table(&trend),
        note: note(&trend),
    }
}

/// The months from the first that can have a value. Where the data have no row, there is none.
fn points(history: &History, rate: Rate) -> Vec<Point<'_>> {
    let is_hole = |position: usize| history.holes.contains(&position);
    let point = |(position, sums): (usize, &'_ _)| {
        let (part, whole) = rate.parts(sums);
        let is_known = !is_hole(position) && !is_hole(position.saturating_sub(rate.reach()));
        let value = share(i128::from(part), i128::from(whole)).filter(|_| is_known);
        (position, value)
    };
    let sums = history.months.iter().enumerate().skip(rate.reach());
    sums.map(|(position, sums)| {
        let (position, value) = point((position, sums));
        Point { month: history.month(position), sums, value }
    })
    .listed()
}

impl Trend<'_> {
    /// A value with as many digits as keep it on its side of every line.
    pub(super) fn written(&self, value: &Exact) -> String {
        match (self.scale, self.rate) {
            (Some(scale), Rate::Net | Rate::Gross | Rate::LogoChurn) => {
                self.pen.writer.graded(Unit::Percent, value, scale).0
            }
            _ => self.pen.percent(value),
        }
    }

    /// The band of a value.
    pub(super) fn band(&self, value: &Exact) -> Option<Band> {
        Some(self.scale?.grade(&self.rate.annual(value)?)?.band)
    }
}

/// A rate in millionths, to be placed.
fn millionths(value: &Exact) -> Option<i128> {
    i128::try_from(value.times(&Exact::from(1_000_000)).to_decimal(0)?).ok()
}

/// The axis: around all values and the target, with some air, and not below zero.
fn ruler(trend: &Trend<'_>) -> Ruler {
    let target = trend
        .scale
        .and_then(|scale| scale.target.as_ref())
        .and_then(|target| millionths(&trend.rate.line(&target.value())?));
    let values = trend.points.iter().filter_map(|point| millionths(point.value.as_ref()?));
    let mut all = values.listed();
    all.grow_by(target);
    let (low, high) = (all.iter().min().copied().unwrap_or(0), all.iter().max().copied().unwrap_or(0));
    let least = if trend.rate == Rate::MonthlyLogoChurn { 2_000 } else { 10_000 };
    let air = high.saturating_sub(low).div_euclid(10).max(least);
    Ruler::around(low.saturating_sub(air).max(0), high.saturating_add(air), least)
}

fn draw(trend: &Trend<'_>) -> TrendView {
    let ruler = ruler(trend);
    let count = trend.points.len();
    let place = |value: &Exact| millionths(value).map(|value| ruler.place(value));
    let nodes: Vec<Node> = trend
        .points
        .iter()
        .enumerate()
        .map(|(position, point)| {
            let (from, at, to) = column(position, count, 0);
            Node { at, from, to, value: point.value.as_ref().and_then(place), spot: spot(trend, point) }
        })
        .listed();
    let last = trend.points.last().and_then(|point| point.value.as_ref()).zip(nodes.last());
    TrendView {
        axis: ruler.axis(None, |value| tick(trend, &ruler, value)),
        months: months(&trend.pen, trend.points.first().map_or(Month::default(), |point| point.month), count),
        bands: trend.scale.map(|scale| bands(trend, scale, &ruler)).unwrap_or_default(),
        target: target(trend, &ruler),
        lines: lines(&nodes),
        fitted: Vec::new(),
        last: last.and_then(|(value, node)| Some(Mark { place: node.value?, label: trend.written(value) })),
        nodes,
    }
}

fn tick(trend: &Trend<'_>, ruler: &Ruler, millionths: i128) -> String {
    let value = share(millionths, 1_000_000).unwrap_or_else(Exact::zero);
    let is_whole = ruler.step.rem_euclid(10_000) == 0;
    if is_whole { trend.pen.writer.whole(Unit::Percent, &value) } else { trend.pen.percent(&value) }
}

/// The target line with its name.
fn target(trend: &Trend<'_>, ruler: &Ruler) -> Option<Mark> {
    let target = trend.scale?.target.as_ref()?;
    let at = millionths(&trend.rate.line(&target.value())?)?;
    let line = trend.pen.writer.exact_percent(&target.value());
    let label = ["target: ", if target.strict { "above " } else { "at least " }, &line].concat();
    ruler.holds(at).then(|| Mark { place: ruler.place(at), label })
}

/// The bands, cut off at the ends of the axis.
fn bands(trend: &Trend<'_>, scale: &Scale, ruler: &Ruler) -> Vec<TrendBand> {
    let start = |band: Option<&Band>| {
        let cut = band.and_then(|band| band.from)?;
        millionths(&trend.rate.line(&cut.value())?)
    };
    let written = |value: &Exact| trend.pen.writer.exact_percent(value);
    scale
        .bands
        .iter()
        .enumerate()
        .filter_map(|(position, band)| {
            let next = scale.bands.get(position.saturating_add(1));
            let from = start(Some(band)).map_or(Place(0), |start| ruler.place(start));
            let to = start(next).map_or(Place::END, |end| ruler.place(end));
            (from < to).then(|| TrendBand {
                name: band.name.to_string(),
                span: span_words(band.from, next.and_then(|next| next.from), written),
                standing: band.standing,
                from,
                to,
                has_room: to.0.saturating_sub(from.0) >= 700,
            })
        })
        .listed()
}

/// The months that have a value, piece by piece.
fn lines(nodes: &[Node]) -> Vec<Line> {
    let points = |nodes: &[Node]| -> Vec<(Place, Place)> {
        nodes.iter().filter_map(|node| Some((node.at, node.value?))).listed()
    };
    let pieces = nodes.chunk_by(|one, next| one.value.is_some() == next.value.is_some());
    pieces.map(points).filter(|points| !points.is_empty()).map(|points| Line { points }).listed()
}

/// "March 2025: NRR 101.4%, “Acceptable”".
fn spot(trend: &Trend<'_>, point: &Point<'_>) -> Spot {
    let month = trend.pen.month(point.month);
    let Some(value) = &point.value else {
        return Spot { name: [&month, ": no value"].concat(), behind: None };
    };
    let band = trend.band(value).map(|band| [", “", &band.name, "”"].concat()).unwrap_or_default();
    let behind = match trend.rate {
        Rate::MonthlyLogoChurn => {
            Behind::Movement { movement: crate::view::Movement::Churn, from: point.month, to: point.month }
        }
        _ => Behind::Kept { month: point.month },
    };
    let name = [&month, ": ", trend.rate.name(), " ", &trend.written(value), &band].concat();
    Spot { name, behind: Some(behind) }
}
