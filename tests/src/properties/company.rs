//! Random companies, as whole cents and customers, so that a failing one can be read.

use plimsoll_metrics::{Book, Exact, Figure, Unit, Window, figures};
use plimsoll_report::{Inputs, State};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// One company's figures over a window. `None` is a figure that was not entered.
#[derive(Clone, Debug)]
pub(crate) struct Company {
    pub(crate) window: Window,
    pub(crate) figures: Vec<(&'static str, Option<Decimal>)>,
}

/// Hundredths as an exact number: cents, and hundredths of a percent with `percent`.
pub(crate) fn hundredths(count: i64) -> Exact {
    Exact::from(Decimal::new(count, 2))
}

impl Company {
    /// The figures as a book: shares as shares.
    pub(crate) fn book(&self) -> Book {
        let mut book = Book::new(self.window);
        for figure in figures::all() {
            if let Some(value) = self.value(figure) {
                book.set(figure, value);
            }
        }
        book
    }

    /// The value of a figure, where it was entered.
    pub(crate) fn value(&self, figure: &'static Figure) -> Option<Exact> {
        let (_, typed) = self.figures.iter().find(|(slug, _)| *slug == figure.slug)?;
        let value = Exact::from((*typed)?);
        Some(if figure.unit == Unit::Percent { value.times(&Exact::percent(1)) } else { value })
    }

    /// The same typed into a page.
    pub(crate) fn state(&self) -> State {
        let mut inputs = Inputs { window: self.window.slug().into(), ..Inputs::default() };
        for (slug, value) in &self.figures {
            if let Some(value) = value {
                // A fourth decimal keeps three of them from being read as a group.
                inputs.figures.set(slug, &format!("{value:.4}").replace(".0000", ""));
            }
        }
        State::from(inputs)
    }
}

pub(crate) fn window() -> impl Strategy<Value = Window> {
    prop::sample::select(Window::ALL.to_vec())
}

/// A company whose figures agree with each other: nothing lost that was not there, customers and revenue at the start.
pub(crate) fn consistent() -> impl Strategy<Value = Company> {
    let money = 0..=100_000_000_000_i64;
    let thousandths = 0..=1_000_i64;
    let lost = (thousandths.clone(), thousandths.clone());
    let revenue = (1..=100_000_000_000_i64, money.clone(), money.clone(), lost);
    let customers = (1..=100_000_i64, 0..=10_000_i64, thousandths);
    let rest = (0..=10_000_i64, money, 0..=300_i64);
    (window(), revenue, customers, rest).prop_map(|(window, revenue, customers, rest)| {
        let (start, new, expansion, (lost, split)) = revenue;
        let lost = start * lost / 1_000;
        let contraction = lost * split / 1_000;
        let (customers, joined, left) = customers;
        let (margin, spend, years) = rest;
        let cents = |count| Some(Decimal::new(count, 2));
        let whole = |count| Some(Decimal::from(count));
        Company {
            window,
            figures: vec![
                ("start-mrr", cents(start)),
                ("new-mrr", cents(new)),
                ("expansion-mrr", cents(expansion)),
                ("contraction-mrr", cents(contraction)),
                ("churned-mrr", cents(lost - contraction)),
                ("start-customers", whole(customers)),
                ("new-customers", whole(joined)),
                ("lost-customers", whole(customers * left / 1_000)),
                ("gross-margin", cents(margin)),
                ("acquisition-spend", cents(spend)),
                ("lifetime-years", Some(Decimal::new(years, 1))),
            ],
        }
    })
}

/// A company whose figures may be missing, zero, enormous, or contradict each other.
pub(crate) fn any_figures() -> impl Strategy<Value = Company> {
    let amount = prop_oneof![
        2 => Just(None),
        3 => Just(Some(Decimal::ZERO)),
        6 => (0..=100_000_i64).prop_map(|count| Some(Decimal::from(count))),
        3 => (0..=10_000_000_i64).prop_map(|cents| Some(Decimal::new(cents, 2))),
        1 => any::<u64>().prop_map(|count| Some(Decimal::from(count))),
    ];
    (window(), prop::collection::vec(amount, figures::all().count())).prop_map(|(window, amounts)| {
        let figures = figures::all().zip(amounts).map(|(figure, amount)| {
            let company = Company { window, figures: vec![(figure.slug, amount)] };
            let accepted = company.value(figure).is_some_and(|value| figure.accepts(&value));
            (figure.slug, amount.filter(|_| accepted))
        });
        Company { window, figures: figures.collect() }
    })
}
