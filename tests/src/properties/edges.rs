//! Bands part the line, and figures built to land on an edge land in its band.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use plimsoll_metrics::benchmarks::{Edge, PUBLISHED, Scale, Segment, TABLES};
use plimsoll_metrics::metrics::{GROSS_REVENUE_RETENTION, LOGO_CHURN, LTV_CAC, NET_REVENUE_RETENTION};
use plimsoll_metrics::{Book, Direction, Exact, Figure, Metric, Window, all_metrics, figures};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::company::{hundredths, window};

/// Every scale there is, of metrics and of their complements, in general and for each segment.
static GRADED: LazyLock<Vec<(&'static str, Scale)>> = LazyLock::new(|| {
    let slugs: BTreeSet<&str> = TABLES.iter().flat_map(|table| table.slugs()).collect();
    let segments: Vec<_> = std::iter::once(None).chain(Segment::ALL.iter().copied().map(Some)).collect();
    let published = slugs
        .iter()
        .flat_map(|slug| segments.iter().map(|segment| (*slug, PUBLISHED.scale(*slug, *segment))));
    let mirrored = all_metrics().map(|metric| (metric.slug, scale_of(metric)));
    published.chain(mirrored).filter_map(|(slug, scale)| Some((slug, scale?.into_owned()))).collect()
});

fn scale_of(metric: &'static Metric) -> Option<Cow<'static, Scale>> {
    PUBLISHED.scale(metric, None)
}

/// Values all over the line and very near to whole percents and tenths.
fn value() -> impl Strategy<Value = Exact> {
    let anywhere = (-200_000_000..=500_000_000_i64).prop_map(|count| Exact::from(Decimal::new(count, 8)));
    let near = (0..=400_i64, -3..=3_i64)
        .prop_map(|(percent, off)| Exact::percent(percent).plus(&Exact::from(Decimal::new(off, 18))));
    // Scores, days, counts and ratings in tenths.
    let plain = (-1_000..=1_000_i64, -3..=3_i64).prop_map(|(tenths, off)| {
        Exact::from(Decimal::new(tenths, 1)).plus(&Exact::from(Decimal::new(off, 18)))
    });
    prop_oneof![anywhere, near, plain]
}

/// The bands that hold a value, by the rule alone: from its own start, and before the next one's.
fn holding(scale: &Scale, value: &Exact) -> Vec<usize> {
    let starts = |position: usize| match scale.bands.get(position).map(|band| band.from) {
        None => false,
        Some(None) => true,
        Some(Some(cut)) if cut.edge == Edge::Starts => *value >= cut.value(),
        Some(Some(cut)) => *value > cut.value(),
    };
    (0..scale.bands.len()).filter(|position| starts(*position) && !starts(position + 1)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_value_has_exactly_one_band(value in value()) {
        for (slug, scale) in GRADED.iter() {
            let position = scale.grade(&value).unwrap().position;
            prop_assert_eq!(holding(scale, &value), [position], "{} at {:?}", slug, value);
        }
    }

    #[test]
    fn a_better_value_has_no_worse_band(one in value(), other in value()) {
        let (low, high) = if one <= other { (one, other) } else { (other, one) };
        for (_, scale) in GRADED.iter() {
            let (low, high) = (scale.grade(&low).unwrap(), scale.grade(&high).unwrap());
            prop_assert!(low.position <= high.position);
            let (worse, better) = match scale.direction {
                Direction::Higher => (low, high),
                Direction::Lower => (high, low),
            };
            prop_assert!(worse.band.standing <= better.band.standing);
            let met = |target: Option<(_, bool)>| target.is_some_and(|(_, met)| met);
            prop_assert!(met(better.target) || !met(worse.target));
        }
    }
}

/// The edge of a scale at this value, and that a book lies on it, below it and above it as it should.
struct OnEdge<'a> {
    metric: &'static Metric,
    cut: Exact,
    book: &'a Book,
    /// A figure that raises the metric, and the smallest change of it.
    raised_by: (&'static Figure, Exact),
}

impl OnEdge<'_> {
    fn check(&self) {
        let scale = scale_of(self.metric).unwrap();
        let starts = |value: &Exact| {
            scale.bands.iter().position(|band| band.from.is_some_and(|cut| cut.value() == *value))
        };
        let above = starts(&self.cut).unwrap();
        let edge = scale.bands[above].from.unwrap().edge;
        let on = if edge == Edge::Starts { above } else { above - 1 };
        assert_eq!(self.book.annual(self.metric), Ok(self.cut.clone()), "{}", self.metric.slug);
        let (figure, unit) = &self.raised_by;
        for (change, expected) in
            [(Exact::zero(), on), (unit.clone(), above), (Exact::zero().minus(unit), above - 1)]
        {
            let mut book = self.book.clone();
            let moved = book.figure(figure).unwrap().plus(&change);
            if moved.is_negative() {
                continue;
            }
            book.set(figure, moved);
            let value = book.annual(self.metric).unwrap();
            let position = scale.grade(&value).unwrap().position;
            assert_eq!(
                position, expected,
                "{} at {value:?}, {change:?} from {:?}",
                self.metric.slug, self.cut
            );
        }
    }
}

/// A book over this window with these figures.
fn book(window: Window, entries: &[(&'static Figure, Exact)]) -> Book {
    let mut book = Book::new(window);
    entries.iter().for_each(|(figure, value)| book.set(figure, value.clone()));
    book
}

fn minus(value: &Exact) -> Exact {
    Exact::zero().minus(value)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn net_retention_on_an_edge(
        cut in prop::sample::select(vec![90, 100, 110, 120, 130]),
        start in 1_000..=100_000_000_000_i64, contraction in 0..=500_i64, churn in 0..=500_i64, window in window(),
    ) {
        // Only all of it, kept, is the same over any window.
        let window = if cut == 100 { window } else { Window::Year };
        let (cut, start) = (Exact::percent(cut), hundredths(start));
        let share = |count: i64| start.times(&Exact::per_mille(count));
        let (contraction, churn) = (share(contraction), share(churn));
        let bought = start.times(&cut).minus(&start).plus(&contraction).plus(&churn);
        // What would have to be bought back is lost on top instead.
        let churn = churn.minus(&bought.clone().min(Exact::zero()));
        let bought = bought.max(Exact::zero());
        let book = book(window, &[
            (&figures::START_MRR, start),
            (&figures::EXPANSION_MRR, bought),
            (&figures::CONTRACTION_MRR, contraction),
            (&figures::CHURNED_MRR, churn),
        ]);
        let raised_by = (&figures::EXPANSION_MRR, hundredths(1));
        OnEdge { metric: &NET_REVENUE_RETENTION, cut, book: &book, raised_by }.check();
    }

    #[test]
    fn gross_retention_on_an_edge(
        cut in prop::sample::select(vec![80, 85, 90, 92, 95]),
        start in 1_000..=100_000_000_000_i64, split in 0..=1_000_i64,
    ) {
        let (cut, start) = (Exact::percent(cut), hundredths(start));
        let lost = start.times(&cut.complement());
        let contraction = lost.times(&Exact::per_mille(split));
        let book = book(Window::Year, &[
            (&figures::START_MRR, start),
            (&figures::CHURNED_MRR, lost.minus(&contraction)),
            (&figures::CONTRACTION_MRR, contraction),
        ]);
        let raised_by = (&figures::CHURNED_MRR, minus(&hundredths(1)));
        OnEdge { metric: &GROSS_REVENUE_RETENTION, cut, book: &book, raised_by }.check();
    }

    #[test]
    fn logo_churn_on_an_edge(percent in prop::sample::select(vec![5, 8, 12, 15, 20]), times in 1..=100_000_i64) {
        let book = book(Window::Year, &[
            (&figures::START_CUSTOMERS, Exact::from(100 * times)),
            (&figures::LOST_CUSTOMERS, Exact::from(percent * times)),
        ]);
        let raised_by = (&figures::LOST_CUSTOMERS, Exact::one());
        OnEdge { metric: &LOGO_CHURN, cut: Exact::percent(percent), book: &book, raised_by }.check();
    }

    /// Churn is lost ÷ start, which no decimal holds for most of these; the ratio is a whole number all the same.
    #[test]
    fn lifetime_value_on_an_edge_of_its_cost(
        ratio in prop::sample::select(vec![1, 3]), window in window(), cents in 1..=10_000_000_i64,
        margin in 1..=10_000_i64, start in 1..=9_999_i64, lost in 1..=1_000_i64, new in 1..=999_i64,
    ) {
        let lost = lost.min(start);
        let whole = |count: i64| Exact::from(count);
        let (months, cents) = (whole(window.months().into()), hundredths(cents));
        let margin = hundredths(margin).times(&Exact::percent(1));
        let revenue = whole(start + new - lost).times(&whole(lost * ratio)).times(&cents);
        let spend = months.times(&cents).times(&margin).times(&whole(start)).times(&whole(new));
        let book = book(window, &[
            (&figures::START_MRR, revenue),
            (&figures::NEW_MRR, Exact::zero()),
            (&figures::EXPANSION_MRR, Exact::zero()),
            (&figures::CONTRACTION_MRR, Exact::zero()),
            (&figures::CHURNED_MRR, Exact::zero()),
            (&figures::START_CUSTOMERS, whole(start)),
            (&figures::NEW_CUSTOMERS, whole(new)),
            (&figures::LOST_CUSTOMERS, whole(lost)),
            (&figures::GROSS_MARGIN, margin),
            (&figures::ACQUISITION_SPEND, spend.clone()),
        ]);
        // A cent of spend less; where that is more than the whole spend, a small part of it.
        let unit = hundredths(1).min(spend.times(&Exact::percent(1)));
        let raised_by = (&figures::ACQUISITION_SPEND, minus(&unit));
        OnEdge { metric: &LTV_CAC, cut: whole(ratio), book: &book, raised_by }.check();
    }
}
