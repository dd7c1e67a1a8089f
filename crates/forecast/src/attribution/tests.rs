#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it is surprised"
)]

use plimsoll_metrics::metrics::{LIFETIME_VALUE, LOGO_CHURN, LTV_CAC};
use plimsoll_metrics::{WhenZero, Window, figures};
use proptest::prelude::*;

use super::*;
use crate::company::{book, full, metric, scenario};
use crate::scenario::{By, Move};
use crate::{ChurnScope, Lever};

fn levers(moves: &[(Lever, By)]) -> Scenario {
    let moves = moves.iter().map(|(lever, by)| (Movable::Lever(*lever), Move::at_once(by.clone())));
    Scenario { moves: moves.collect(), churn_scope: ChurnScope::Both }
}

/// LTV = ARPA × margin ÷ churn: a tenth more for the price, half for the margin. Before 100, after 55.
#[test]
fn two_factors_share_what_they_bring_together() {
    let mut book = book(
        Window::Month,
        &[
            (&figures::START_MRR, 1_000),
            (&figures::NEW_MRR, 0),
            (&figures::EXPANSION_MRR, 0),
            (&figures::CONTRACTION_MRR, 0),
            (&figures::CHURNED_MRR, 0),
            (&figures::START_CUSTOMERS, 100),
            (&figures::NEW_CUSTOMERS, 10),
            (&figures::LOST_CUSTOMERS, 10),
        ],
    );
    book.set(&figures::GROSS_MARGIN, Exact::one());
    let price = (Lever::Price, By::Percent(Exact::percent(10)));
    let margin = (Lever::GrossMargin, By::Percent(Exact::percent(-50)));
    let shares = levers(&[price, margin]).shares(&book, &LIFETIME_VALUE, Basis::Window).map(|shares| {
        (shares.before, shares.after, shares.parts.into_iter().map(|(_, part)| part).collect::<Vec<_>>())
    });
    // Price alone +10 or, at half the margin, +5; margin alone −50 or, at the higher price, −55.
    let parts = vec![Exact::per_mille(7_500), Exact::per_mille(-52_500)];
    assert_eq!(shares, Ok((Exact::from(100), Exact::from(55), parts)));
}

#[test]
fn a_set_without_a_value_is_named() {
    let mut book = book(
        Window::Year,
        &[(&figures::START_CUSTOMERS, 100), (&figures::LOST_CUSTOMERS, 10), (&figures::START_MRR, 100)],
    );
    for figure in
        [&figures::NEW_MRR, &figures::EXPANSION_MRR, &figures::CONTRACTION_MRR, &figures::CHURNED_MRR]
    {
        book.set(figure, Exact::zero());
    }
    book.set(&figures::NEW_CUSTOMERS, Exact::zero());
    book.set(&figures::GROSS_MARGIN, Exact::one());
    let scenario = levers(&[
        (Lever::GrossMargin, By::Percent(Exact::percent(-50))),
        (Lever::Churn, By::To(Exact::zero())),
    ]);
    let Err(NoShares::Undefined { moved, reason }) = scenario.shares(&book, &LIFETIME_VALUE, Basis::Window)
    else {
        panic!("without churn a lifetime has no end")
    };
    assert_eq!(moved, [Movable::Lever(Lever::Churn)]);
    assert!(matches!(reason, Undefined::ZeroDivisor(WhenZero::NoChurn, _)), "{reason:?}");
    let base = Scenario::default().shares(&Book::new(Window::Year), &LOGO_CHURN, Basis::Window);
    assert!(matches!(base, Err(NoShares::Undefined { moved, .. }) if moved.is_empty()));
}

#[test]
fn more_than_seven_are_too_many() {
    let over =
        figures::all().take(8).map(|figure| (Movable::Figure(figure), Move::at_once(By::To(Exact::one()))));
    let scenario = Scenario { moves: over.collect(), ..Scenario::default() };
    assert_eq!(scenario.shares(&Book::new(Window::Year), &LTV_CAC, Basis::Window), Err(NoShares::TooMany(8)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn parts_add_up_to_the_whole_change(
        book in full(), scenario in scenario(0), metric in metric(), year in any::<bool>(),
    ) {
        let basis = if year { Basis::Year } else { Basis::Window };
        for metric in [metric, &LTV_CAC] {
            let Ok(shares) = scenario.shares(&book, metric, basis) else { continue };
            let sum = shares.parts.iter().fold(Exact::zero(), |sum, (_, part)| sum.plus(part));
            prop_assert_eq!(sum, shares.after.minus(&shares.before), "{}", metric.slug);
            let Ok(after) = basis.value(&scenario.apply(&book).book, metric) else {
                return Err(TestCaseError::fail("with all moves it has a value"));
            };
            let off = after.minus(&shares.after).abs();
            prop_assert!(off.is_zero() || shares.rounded && off <= Exact::from(10).power(8).inverse());
        }
    }

    #[test]
    fn what_moves_nothing_has_no_part(book in full(), scenario in scenario(0), place in 0..=5_usize) {
        // A figure set to what it is.
        let Some(still) = book.figure(&figures::START_CUSTOMERS).cloned() else { return Ok(()) };
        let idle = (Movable::Figure(&figures::START_CUSTOMERS), Move::at_once(By::To(still)));
        let mut moves: Vec<_> = scenario.moves.iter().map(|(over, motion)| (*over, motion.clone())).collect();
        moves.insert(place.min(moves.len()), idle.clone());
        let with = Scenario { moves: moves.into_iter().collect(), churn_scope: scenario.churn_scope };
        for metric in [&LTV_CAC, &LIFETIME_VALUE, &LOGO_CHURN] {
            let (Ok(with), Ok(without)) =
                (with.shares(&book, metric, Basis::Window), scenario.shares(&book, metric, Basis::Window))
            else {
                continue;
            };
            let part = with.parts.iter().find(|(over, _)| *over == idle.0).map(|(_, part)| part.clone());
            prop_assert_eq!(part, Some(Exact::zero()));
            let others: Vec<_> = with.parts.into_iter().filter(|(over, _)| *over != idle.0).collect();
            if !with.rounded && !without.rounded {
                prop_assert_eq!(others, without.parts);
            }
        }
    }

    #[test]
    fn what_is_too_long_for_one_fraction_is_rounded(values in prop::collection::vec(1..=i64::MAX, 32)) {
        let small = |value: &i64| Exact::from(*value).inverse();
        let long = values.iter().zip(values.iter().rev());
        let mut long: Vec<_> = long.map(|(one, other)| small(one).plus(&Exact::from(*other % 1_000))).collect();
        let exact = parts(&long, 5).filter(|parts| add_up(parts, &change(&long)));
        prop_assert_eq!(exact, None);
        let parts = rounded_parts(&mut long, 5);
        prop_assert!(parts.is_some_and(|parts| add_up(&parts, &change(&long))));
    }

    #[test]
    fn rounded_parts_add_up_too_and_are_close(values in prop::collection::vec(1..=1_000_000_i64, 16)) {
        let values: Vec<_> = values.into_iter().map(|value| Exact::from(value).inverse()).collect();
        let change = change(&values);
        let (Some(exact), Some(rounded)) = (parts(&values, 4), rounded_parts(&mut values.clone(), 4)) else {
            return Err(TestCaseError::fail("both are there"));
        };
        let sum = rounded.iter().fold(Exact::zero(), |sum, part| sum.plus(part));
        prop_assert_eq!(sum, change);
        for (exact, rounded) in exact.iter().zip(&rounded) {
            let off = exact.minus(rounded).abs();
            prop_assert_eq!(off.to_decimal(18).map(|off| off.is_zero()), Some(true));
        }
    }
}
