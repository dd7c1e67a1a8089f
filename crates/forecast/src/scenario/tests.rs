#![allow(clippy::indexing_slicing, reason = "a test stops where it is surprised")]

use plimsoll_metrics::figures::{self, GROSS_MARGIN, LOST_CUSTOMERS, START_CUSTOMERS, START_MRR, USAGE};
use plimsoll_metrics::metrics::{ACQUISITION_COST, LOGO_CHURN, REVENUE_PER_ACCOUNT};
use plimsoll_metrics::{Accepts, Exact, Metric, Window};
use proptest::prelude::*;

use super::*;
use crate::company::{book, full, going_concern, scenario};

fn one(over: Movable, motion: Move) -> Scenario {
    Scenario { moves: [(over, motion)].into_iter().collect(), ..Scenario::default() }
}

/// A year: 10 of 100 left, 80 paid 40,000 at the end, 20 were won for 10,000.
fn company() -> Book {
    let mut book = book(
        Window::Year,
        &[
            (&START_MRR, 50_000),
            (&figures::NEW_MRR, 5_000),
            (&figures::EXPANSION_MRR, 5_000),
            (&figures::CONTRACTION_MRR, 1_000),
            (&figures::CHURNED_MRR, 4_000),
            (&START_CUSTOMERS, 100),
            (&figures::NEW_CUSTOMERS, 20),
            (&LOST_CUSTOMERS, 10),
            (&figures::ACQUISITION_SPEND, 10_000),
            (&USAGE, 60),
        ],
    );
    book.set(&GROSS_MARGIN, Exact::percent(80));
    book
}

/// Each way of moving each kind of thing, by hand.
#[test]
fn worked_moves() {
    let percent = Exact::percent;
    let lever = Movable::Lever;
    let figure = Movable::Figure;
    let cases: [(Movable, By, &Figure, Exact); 14] = [
        (lever(Lever::Churn), By::Points(percent(-2)), &LOST_CUSTOMERS, Exact::from(8)),
        (lever(Lever::Churn), By::Percent(percent(-50)), &LOST_CUSTOMERS, Exact::from(5)),
        (lever(Lever::Churn), By::To(percent(20)), &figures::CHURNED_MRR, Exact::from(8_000)),
        (lever(Lever::Contraction), By::Percent(percent(10)), &figures::CONTRACTION_MRR, Exact::from(1_100)),
        (lever(Lever::Contraction), By::To(percent(0)), &figures::CONTRACTION_MRR, Exact::zero()),
        (lever(Lever::Expansion), By::To(percent(12)), &figures::EXPANSION_MRR, Exact::from(6_000)),
        (lever(Lever::Price), By::To(Exact::from(600)), &START_MRR, Exact::from(60_000)),
        (lever(Lever::GrossMargin), By::Percent(percent(10)), &GROSS_MARGIN, percent(88)),
        (
            lever(Lever::AcquisitionCost),
            By::To(Exact::from(400)),
            &figures::ACQUISITION_SPEND,
            Exact::from(8_000),
        ),
        (figure(&GROSS_MARGIN), By::Points(percent(5)), &GROSS_MARGIN, percent(85)),
        (figure(&USAGE), By::Points(percent(5)), &USAGE, Exact::from(65)),
        (figure(&START_CUSTOMERS), By::Percent(percent(10)), &START_CUSTOMERS, Exact::from(110)),
        (figure(&LOST_CUSTOMERS), By::Percent(percent(25)), &LOST_CUSTOMERS, percent(1_250)),
        (figure(&figures::SUPPORT), By::To(Exact::from(70)), &figures::SUPPORT, Exact::from(70)),
    ];
    for (over, by, figure, expected) in cases {
        let applied = one(over, Move::at_once(by.clone())).apply(&company());
        assert_eq!(applied.problems, [], "{over:?} {by:?}");
        assert_eq!(applied.book.figure(figure), Some(&expected), "{over:?} {by:?}");
    }
}

#[test]
fn what_cannot_be_moved_says_why_and_leaves_nothing_behind() {
    let percent = Exact::percent;
    let lever = Movable::Lever;
    let figure = Movable::Figure;
    let limit = &figures::LIMITS[0];
    let now = Move::at_once;
    let cases = [
        (lever(Lever::Price), now(By::Points(percent(1))), MoveProblem::NotInPoints),
        (figure(&START_MRR), now(By::Points(percent(1))), MoveProblem::NotInPoints),
        (lever(Lever::Churn), now(By::To(percent(101))), MoveProblem::Lever(LeverProblem::ChurnAboveWhole)),
        (lever(Lever::Churn), now(By::To(percent(-1))), MoveProblem::Lever(LeverProblem::BelowZero)),
        (lever(Lever::Price), now(By::Percent(percent(-101))), MoveProblem::Lever(LeverProblem::BelowZero)),
        (figure(&GROSS_MARGIN), now(By::To(percent(101))), MoveProblem::NotAccepted),
        (figure(&START_MRR), now(By::Percent(percent(-101))), MoveProblem::NotAccepted),
        (figure(&LOST_CUSTOMERS), now(By::To(Exact::from(101))), MoveProblem::LargerThanWhole(limit)),
        (figure(&START_CUSTOMERS), now(By::To(Exact::from(9))), MoveProblem::LargerThanWhole(limit)),
        (lever(Lever::Churn), Move::over(By::To(percent(1)), 61), MoveProblem::PhaseInTooLong),
        (
            figure(&figures::SUPPORT),
            now(By::Percent(percent(1))),
            MoveProblem::Lever(LeverProblem::NothingToMove(vec![&figures::SUPPORT])),
        ),
    ];
    for (over, motion, problem) in cases {
        let applied = one(over, motion).apply(&company());
        assert_eq!(applied.problems, [(over, problem)]);
        assert_eq!(applied.book, company());
    }
}

/// A cost of nothing is no base for a percent.
#[test]
fn nothing_is_scaled_to_something() {
    let mut company = company();
    company.set(&figures::ACQUISITION_SPEND, Exact::zero());
    let over = Movable::Lever(Lever::AcquisitionCost);
    let applied = one(over, Move::at_once(By::To(Exact::from(400)))).apply(&company);
    assert_eq!(applied.problems, [(over, MoveProblem::NothingToScale)]);
}

#[test]
fn ready_made_scenarios_go_their_way() {
    let value = |ready: &Ready, metric: &'static Metric| {
        ready.scenario().apply(&company()).book.evaluate(metric).unwrap_or_else(|_| Exact::zero())
    };
    let [base, upside, downside] = &READY;
    for (metric, hand) in [
        (&LOGO_CHURN, [Exact::percent(10), Exact::percent(8), Exact::percent(12)]),
        (&ACQUISITION_COST, [Exact::from(500), Exact::from(450), Exact::from(550)]),
    ] {
        assert_eq!([base, upside, downside].map(|ready| value(ready, metric)), hand, "{}", metric.slug);
    }
    for ready in &READY {
        assert_eq!(ready.scenario().apply(&company()).problems, [], "{}", ready.outlook.slug());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn levers_in_their_own_order_are_what_levers_give(
        book in full(), amounts in prop::collection::vec(-300..=300_i64, 6),
    ) {
        let moves = Lever::ALL.into_iter().zip(amounts.into_iter().map(Exact::per_mille));
        let levers = Levers { moves: moves.collect(), churn_scope: ChurnScope::Both };
        let (moved, applied) = (levers.apply(&book), Scenario::from(&levers).apply(&book));
        prop_assert_eq!(applied.book, moved.book);
        let problems = moved.problems.into_iter();
        let problems: Vec<_> = problems.map(|(lever, problem)| (Movable::Lever(lever), MoveProblem::Lever(problem))).collect();
        prop_assert_eq!(applied.problems, problems);
    }

    #[test]
    fn phased_in_is_nothing_at_first_and_all_in_the_end(book in full(), scenario in scenario(60)) {
        let last = scenario.phased_in_after();
        prop_assert_eq!(scenario.apply_after(&book, last), scenario.apply(&book));
        let phased = |motion: &Move| Move { by: motion.by.clone(), months: motion.months.max(1) };
        let moves = scenario.moves.iter().map(|(over, motion)| (*over, phased(motion)));
        let phased = Scenario { moves: moves.collect(), churn_scope: scenario.churn_scope };
        prop_assert_eq!(phased.apply_after(&book, 0).book, book);
    }

    #[test]
    fn what_is_set_to_a_value_has_it(book in going_concern(), percent in 0..=1_000_i64, money in 1..=5_000_i64) {
        let (share, money) = (Exact::per_mille(percent), Exact::from(money));
        for (lever, metric, value) in [
            (Lever::Churn, &LOGO_CHURN, share),
            (Lever::Price, &REVENUE_PER_ACCOUNT, money.clone()),
            (Lever::AcquisitionCost, &ACQUISITION_COST, money),
        ] {
            let applied = one(Movable::Lever(lever), Move::at_once(By::To(value.clone()))).apply(&book);
            if applied.problems.is_empty() {
                prop_assert_eq!(applied.book.evaluate(metric), Ok(value), "{}", metric.slug);
            } else {
                prop_assert_eq!(applied.book, book.clone());
            }
        }
    }

    #[test]
    fn no_scenario_leaves_what_figures_accept(book in full(), scenario in scenario(60), months in 0..=60_u32) {
        let applied = scenario.apply_after(&book, months);
        for figure in figures::all() {
            let Some(value) = applied.book.figure(figure) else { continue };
            let is_fraction = figure.accepts == Accepts::Whole && !value.is_negative();
            prop_assert!(figure.accepts(value) || is_fraction, "{}: {:?}", figure.slug, value);
        }
    }
}
