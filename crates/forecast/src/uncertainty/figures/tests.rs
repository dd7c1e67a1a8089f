use plimsoll_metrics::{Window, all_metrics, figures};

use super::super::Distribution;
use super::*;
use crate::uncertainty::double;
use plimsoll_metrics::{Annualising, Exact, Known, Outcome, conventions, metrics};

/// Figures that all agree with each other, whole, so that they are the same in 32 bits.
fn full_book(window: Window) -> Book {
    let mut book = Book::new(window);
    let counted = (65..).zip([1_i64, 2, 3].into_iter().cycle());
    for ((place, sixteenths), figure) in counted.zip(figures::all()) {
        let value = match figure.accepts {
            plimsoll_metrics::Accepts::Share => Exact::from(sixteenths).divided_by(&Exact::from(16)),
            plimsoll_metrics::Accepts::Horizon => Some(Exact::from(4)),
            plimsoll_metrics::Accepts::Score => Some(Exact::from(75)),
            _ => Some(Exact::from(place)),
        };
        if let Some(value) = value {
            book.set(figure, value);
        }
    }
    for (figure, value) in [
        (&figures::START_MRR, 65_536),
        (&figures::CHURNED_MRR, 1_024),
        (&figures::CONTRACTION_MRR, 512),
        (&figures::START_CUSTOMERS, 2_048),
        (&figures::LOST_CUSTOMERS, 128),
    ] {
        book.set(figure, Exact::from(value));
    }
    // A whole may be a part of another one, so the limits are gone through until all hold.
    for limit in [figures::LIMITS; 3].into_iter().flatten() {
        if limit.is_broken(|figure| book.counted(figure)) {
            let parts = limit.parts.iter().filter_map(|part| book.counted(part));
            let whole = parts.fold(Exact::from(32), |sum, part| sum.plus(&part));
            book.set(limit.whole, whole);
        }
    }
    book
}

/// Every figure of a book as "uncertain", with no uncertainty: draws have to come to what the exact evaluation says.
fn constants(book: &Book) -> Vec<Uncertain> {
    figures::all()
        .filter(|figure| Subject::Figure(figure).limits().is_ok())
        .filter_map(|figure| {
            let spread = Distribution::Constant(double(book.figure(figure)?)?);
            Some(Uncertain { of: Subject::Figure(figure), spread })
        })
        .collect()
}

/// Holds an estimate against an exact outcome.
fn agrees(found: &Estimate, exact: &Outcome) -> bool {
    match (found, exact) {
        (Estimate::Spread(found), Ok(exact)) => double(exact).is_some_and(|exact| {
            found.p5 == found.p95 && (found.p50 - exact).abs() <= 1e-6 * exact.abs().max(1e-3)
        }),
        (Estimate::Never, Err(_)) => true,
        (Estimate::Undefined(reason), Err(exact)) => reason == exact,
        _ => false,
    }
}

fn hold_against_exact(book: &Book, uncertain: &[Uncertain], what: &str) -> usize {
    let wanted: Vec<_> = all_metrics().collect();
    let draws = FigureDraws::new(book, uncertain, &wanted, 1);
    assert!(draws.is_ok(), "{what}: {:?}", draws.err());
    let Ok(mut draws) = draws else { return 0 };
    draws.advance(64);
    let mut count = 0_usize;
    for metric in wanted {
        let [found, annual] = draws.estimates(metric);
        if found != Estimate::Certain {
            count = count.saturating_add(usize::from(matches!(found, Estimate::Spread(_))));
            let exact = book.evaluate(metric);
            assert!(agrees(&found, &exact), "{what} {}: {found:?} for {exact:?}", metric.slug);
            let exact = book.annual(metric);
            assert!(agrees(&annual, &exact), "{what} {} a year: {annual:?} for {exact:?}", metric.slug);
        }
    }
    count
}

#[test]
fn every_metric_comes_to_its_exact_value() {
    for window in Window::ALL {
        for annualising in [Annualising::Compounded, Annualising::TimesTwelve] {
            let mut book = full_book(window);
            book.set_annualising(annualising);
            let uncertain = constants(&book);
            let count = hold_against_exact(&book, &uncertain, &format!("{window:?} {annualising:?}"));
            assert!(count > 40, "{count} metrics have a value");
        }
    }
}

#[test]
fn every_convention_comes_to_its_exact_value() {
    for metric in all_metrics() {
        for convention in conventions(metric) {
            let mut book = full_book(Window::Quarter);
            book.choose(convention);
            hold_against_exact(&book, &constants(&book), convention.slug);
        }
    }
}

#[test]
fn what_is_missing_is_named_as_by_the_exact_value() {
    let mut book = Book::new(Window::Month);
    book.set(&figures::START_MRR, Exact::from(4_096));
    book.set(&figures::START_CUSTOMERS, Exact::from(0));
    hold_against_exact(&book, &constants(&book), "almost nothing");
}

#[test]
fn a_known_metric_stands_for_its_formula_over_any_window() {
    for metric in [&metrics::NET_REVENUE_RETENTION, &metrics::LOGO_CHURN, &metrics::GROSS_REVENUE_RETENTION] {
        for window in Window::ALL {
            let mut book = full_book(Window::Quarter);
            let value = Exact::from(15).divided_by(&Exact::from(16)).unwrap_or_else(Exact::one);
            book.set_known(metric, Known { value, window });
            let spread = Distribution::Constant(0.9375);
            let uncertain = [Uncertain { of: Subject::Known(metric, window), spread }];
            let count = hold_against_exact(&book, &uncertain, &format!("{} by {window:?}", metric.slug));
            assert!(count > 0);
        }
    }
}

#[test]
fn draws_whose_figures_contradict_each_other_have_no_value() {
    let mut book = full_book(Window::Year);
    book.set(&figures::CONTRACTION_MRR, Exact::from(32_768));
    let spread = Distribution::Uniform { low: 0.0, high: 65_536.0 };
    let churned = Uncertain { of: Subject::Figure(&figures::CHURNED_MRR), spread };
    // Net retention alone would have a value, as expansion makes up for it.
    book.set(&figures::EXPANSION_MRR, Exact::from(65_536));
    let metric = &metrics::NET_REVENUE_RETENTION;
    let draws = FigureDraws::new(&book, &[churned], &[metric], 5);
    let Ok(mut draws) = draws else { return assert!(draws.is_ok()) };
    draws.advance(6_400);
    let Estimate::Spread(spread) = draws.estimate(metric) else {
        return assert_eq!(draws.estimate(metric), Estimate::Certain);
    };
    assert!((3_000..3_400).contains(&spread.draws), "half of them: {}", spread.draws);
    assert!(spread.p5 >= 1.0 && spread.p95 <= 1.5, "{spread:?}");
    let benchmarks = plimsoll_metrics::benchmarks::Benchmarks::default();
    let scale = benchmarks.scale(metric, None);
    let chances = scale.and_then(|scale| draws.chances(metric, &scale)).unwrap_or_default();
    assert_eq!(chances.undefined, 6_400 - spread.draws);
    assert_eq!(draws.contradictions(), chances.undefined);
}

#[test]
fn what_matters_most_comes_first() {
    let mut book = full_book(Window::Month);
    book.set(&figures::INVOLUNTARY_LOST, Exact::zero());
    let uncertain = |figure, low, high| Uncertain {
        of: Subject::Figure(figure),
        spread: Distribution::between(low, high),
    };
    let inputs = [
        uncertain(&figures::EXPANSION_MRR, 60.0, 70.0),
        uncertain(&figures::CHURNED_MRR, 1_000.0, 3_000.0),
        uncertain(&figures::LOST_CUSTOMERS, 10.0, 30.0),
    ];
    let metric = &metrics::NET_REVENUE_RETENTION;
    let draws = FigureDraws::new(&book, &inputs, &[metric], 5);
    let Ok(mut draws) = draws else { return assert!(draws.is_ok()) };
    draws.advance(4_000);
    let influence = draws.influence(metric);
    let [first, second, third] = influence.as_slice() else { return assert_eq!(influence.len(), 3) };
    assert_eq!(first.input, Subject::Figure(&figures::CHURNED_MRR));
    assert!(first.correlation < -0.99);
    assert!(second.correlation.abs() < 0.06 && third.correlation.abs() < 0.06, "{influence:?}");
}

/// What a seed means does not change: this is the net retention of a plain book.
#[test]
fn bits_are_pinned() {
    let book = full_book(Window::Month);
    let spread = Distribution::between(900.0, 1_300.0);
    let churned = Uncertain { of: Subject::Figure(&figures::CHURNED_MRR), spread };
    let draws = FigureDraws::new(&book, &[churned], &[&metrics::NET_REVENUE_RETENTION], 2026);
    let Ok(mut draws) = draws else { return assert!(draws.is_ok()) };
    draws.advance(640);
    let column = draws.drawn.iter().flat_map(|drawn| drawn.values.iter().chain(&drawn.annual));
    let hash = column.fold(0_u64, |hash, value| {
        hash.rotate_left(5).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(value.to_bits())
    });
    assert_eq!(hash, 17_355_870_781_777_633_478);
}

#[test]
fn a_choice_is_not_uncertain() {
    let spread = Distribution::Constant(5.0);
    let years = Uncertain { of: Subject::Figure(&figures::HORIZON_YEARS), spread };
    let refused = FigureDraws::new(&Book::new(Window::Month), &[years], &[], 1).err();
    assert_eq!(refused, Some((0, Refused::Chosen)));
}
