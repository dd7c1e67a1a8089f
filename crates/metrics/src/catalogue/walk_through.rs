//! The row that CONTRIBUTING.md adds in its walk-through, compiled by the macro that makes every panel.

#![allow(unreachable_pub, reason = "the macro makes rows that the catalogue hands out; this one stays here")]
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test stops where it is surprised")]

use super::figures::EXPANSION_MRR;
use super::unit_economics::REVENUE_PER_ACCOUNT;
use crate::Expression as E;
use crate::benchmarks::sources::MEASURING_GUIDE;
use crate::{
    Book, Constant, Direction, Exact, Kind, Known, Range, Role, Token, Undefined, Unit, Window, notation,
};

panel! {
    "walk-through" "Walk-through"

    /// Annual revenue per account: ARPA × 12.
    ANNUAL_REVENUE_PER_ACCOUNT {
        slug: "annual-revenue-per-account",
        term: "Annual revenue per account",
        abbreviation: None,
        plain: "What a customer pays each year",
        meaning: "Twelve times what an average customer pays each month.",
        unit: Unit::Money,
        kind: Kind::ANNUAL_MONEY_PER_CUSTOMER,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Product(&[E::Metric(&REVENUE_PER_ACCOUNT), E::Constant(Constant::MONTHS_PER_YEAR)]),
        improved_by: &[&EXPANSION_MRR],
        sources: &[&MEASURING_GUIDE],
    }
}

/// The lines between two others, without the blanks before them.
fn lines_between(text: &str, first: &str, last: &str) -> Vec<String> {
    let inside = text.lines().map(str::trim).skip_while(|line| *line != first).skip(1);
    inside.take_while(|line| *line != last).map(Into::into).collect()
}

#[test]
fn the_row_is_the_one_that_contributors_read() {
    let read = lines_between(include_str!("../../../../CONTRIBUTING.md"), "```rust", "```");
    let here = lines_between(include_str!("walk_through.rs"), &read[0], "}");
    assert_eq!(read[1..read.len() - 1], here);
    assert!(here.len() > 10, "{here:?}");
}

#[test]
fn the_row_is_a_metric_of_its_panel() {
    assert_eq!(PANEL.metrics, [&ANNUAL_REVENUE_PER_ACCOUNT]);
    for figure in ANNUAL_REVENUE_PER_ACCOUNT.improved_by {
        assert_eq!(ANNUAL_REVENUE_PER_ACCOUNT.formula.occurrences(figure), 1, "{}", figure.slug);
    }
}

#[test]
fn the_row_is_evaluated_and_explained() {
    let mut book = Book::new(Window::Year);
    let Err(Undefined::Missing(needs)) = book.evaluate(&ANNUAL_REVENUE_PER_ACCOUNT) else {
        panic!("nothing is entered, and yet it has a value");
    };
    assert!(needs.contains(&&EXPANSION_MRR));
    let value = Exact::from(1_000);
    book.set_known(&REVENUE_PER_ACCOUNT, Known { value, window: Window::Year });
    assert_eq!(book.evaluate(&ANNUAL_REVENUE_PER_ACCOUNT), Ok(Exact::from(12_000)));
    let tokens = notation(&ANNUAL_REVENUE_PER_ACCOUNT.formula);
    let [Token::Metric(metric), Token::Times, Token::Constant(constant)] = tokens.as_slice() else {
        panic!("{tokens:?}");
    };
    assert_eq!((*metric, constant.value), (&REVENUE_PER_ACCOUNT, 12));
}
