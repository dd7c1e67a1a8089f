//! Random companies for the properties of this room.

use plimsoll_metrics::figures::{self, LIMITS};
use plimsoll_metrics::{Accepts, Book, Exact, Figure, Metric, Window, all_metrics};
use proptest::prelude::*;

use crate::lever::{ChurnScope, Lever};
use crate::scenario::{By, Movable, Move, Scenario};

/// A company in which every figure was entered, and parts fit into their wholes.
pub(crate) fn full() -> impl Strategy<Value = Book> {
    let window = prop::sample::select(Window::ALL.to_vec());
    let count = figures::all().count();
    let conventions = prop::collection::vec(any::<bool>(), all_metrics().count());
    (window, prop::collection::vec(0..=1_000_i64, count), conventions).prop_map(|(window, sizes, chosen)| {
        let mut book = Book::new(window);
        for (figure, size) in figures::all().zip(sizes) {
            book.set(figure, value(figure, size));
        }
        // Some limits are of parts that are wholes themselves.
        for limit in LIMITS.iter().chain(LIMITS) {
            if limit.is_broken(|figure| book.counted(figure)) {
                let whole = book.counted(limit.whole).unwrap_or_else(Exact::zero);
                let parts = Exact::from(i64::try_from(limit.parts.len()).unwrap_or(1));
                let part = whole.divided_by(&parts).map_or_else(Exact::zero, |part| round_down(&part));
                limit.parts.iter().for_each(|part_of| book.set(part_of, part.clone()));
            }
        }
        for (metric, _) in all_metrics().zip(chosen).filter(|(_, chosen)| *chosen) {
            book.choose(metric);
        }
        book
    })
}

/// Any metric of the catalogue.
pub(crate) fn metric() -> impl Strategy<Value = &'static Metric> {
    prop::sample::select(all_metrics().collect::<Vec<_>>())
}

fn value(figure: &Figure, size: i64) -> Exact {
    match figure.accepts {
        Accepts::Share => Exact::per_mille(size),
        Accepts::Score => Exact::per_mille(size.saturating_mul(100)),
        Accepts::Whole => Exact::from(size),
        Accepts::Horizon => Exact::from(1_i64.saturating_add(size % 50)),
        Accepts::Amount => Exact::from(size.saturating_mul(1_234)).times(&Exact::percent(1)),
    }
}

pub(crate) fn round_down(value: &Exact) -> Exact {
    Exact::zero().minus(&Exact::zero().minus(value).round_up())
}

pub(crate) fn book(window: Window, amounts: &[(&'static Figure, i64)]) -> Book {
    let mut book = Book::new(window);
    amounts.iter().for_each(|(figure, amount)| book.set(figure, Exact::from(*amount)));
    book
}

/// A company that mostly goes on: what it loses is less than half, and everything that a projection needs is there.
pub(crate) fn going_concern() -> impl Strategy<Value = Book> {
    let window = prop::sample::select(Window::ALL.to_vec());
    let mrr = (1..=1_000_000_i64, 0..=500_i64, 0..=400_i64, 0..=99_i64, 0..=400_i64, 0..=50_i64);
    let customers = (1..=5_000_i64, 0..=500_i64, 0..=499_i64);
    let money = (1..=1_000_i64, 0..=1_000_000_i64);
    (window, mrr, customers, money).prop_map(|(window, mrr, customers, money)| {
        let (start, new, lost, cut, bought, back) = mrr;
        let (there, joined, left) = customers;
        let of_start = |share: i64| Exact::from(start).times(&Exact::per_mille(share));
        let mut book = book(window, &[(&figures::START_MRR, start), (&figures::START_CUSTOMERS, there)]);
        book.set(&figures::NEW_MRR, of_start(new));
        book.set(&figures::CHURNED_MRR, of_start(lost));
        book.set(&figures::CONTRACTION_MRR, of_start(cut));
        book.set(&figures::EXPANSION_MRR, of_start(bought));
        book.set(&figures::REACTIVATED_MRR, of_start(back));
        book.set(&figures::NEW_CUSTOMERS, Exact::from(joined));
        book.set(&figures::LOST_CUSTOMERS, round_down(&Exact::from(there).times(&Exact::per_mille(left))));
        book.set(&figures::GROSS_MARGIN, Exact::per_mille(money.0));
        book.set(&figures::ACQUISITION_SPEND, Exact::from(money.1));
        book
    })
}

fn by() -> impl Strategy<Value = By> {
    (0..3_usize, -200..=300_i64).prop_map(|(way, size)| {
        let amount = Exact::per_mille(size);
        match way {
            0 => By::Points(amount),
            1 => By::Percent(amount),
            _ => By::To(amount.abs()),
        }
    })
}

/// Moves of levers and figures, some of which cannot be made.
pub(crate) fn scenario(longest: u32) -> impl Strategy<Value = Scenario> {
    let figures = [&figures::NEW_MRR, &figures::GROSS_MARGIN, &figures::NEW_CUSTOMERS, &figures::CHURNED_MRR];
    let all = Lever::ALL.into_iter().map(Movable::Lever).chain(figures.into_iter().map(Movable::Figure));
    let over = prop::sample::select(all.collect::<Vec<_>>());
    let scope = prop::sample::select(vec![ChurnScope::Both, ChurnScope::Customers, ChurnScope::Revenue]);
    (prop::collection::vec((over, by(), 0..=longest), 0..=5), scope).prop_map(|(moves, churn_scope)| {
        let moves = moves.into_iter().map(|(over, by, months)| (over, Move { by, months }));
        Scenario { moves: moves.collect(), churn_scope }
    })
}
