#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it is surprised"
)]

use plimsoll_metrics::benchmarks::PUBLISHED;
use plimsoll_metrics::figures::{
    self, CHURNED_MRR, DISCOUNT_RATE, FORECAST_ARR, GROSS_MARGIN, LOST_CUSTOMERS, NEW_CUSTOMERS, RENEWED_ARR,
    START_CUSTOMERS, START_MRR,
};
use plimsoll_metrics::metrics::{
    self, CSMS_BY_TIME, GROSS_REVENUE_RETENTION, LIFETIME_VALUE, LIFETIME_VALUE_CAPPED, LOGO_CHURN, LTV_CAC,
    NET_REVENUE_RETENTION,
};
use plimsoll_metrics::{Accepts, Known};
use proptest::prelude::*;

use super::*;
use crate::company::{book, full, going_concern, metric};
use crate::lever::Lever;

fn figure_reach(
    book: &Book,
    metric: &'static Metric,
    goal: &Goal<'_>,
    figure: &'static Figure,
) -> Result<Reached, OutOfReach> {
    reach(book, metric, goal, Movable::Figure(figure), ChurnScope::Both, 2)
}

fn over_window(value: Exact) -> Goal<'static> {
    Goal::Value(value, Basis::Window)
}

fn company() -> Book {
    let mut book = book(
        Window::Year,
        &[
            (&START_MRR, 50_000),
            (&figures::NEW_MRR, 5_000),
            (&figures::EXPANSION_MRR, 5_000),
            (&figures::CONTRACTION_MRR, 1_000),
            (&CHURNED_MRR, 4_000),
            (&START_CUSTOMERS, 100),
            (&NEW_CUSTOMERS, 20),
            (&LOST_CUSTOMERS, 10),
            (&figures::ACQUISITION_SPEND, 10_000),
        ],
    );
    book.set(&GROSS_MARGIN, Exact::percent(80));
    book
}

/// One figure of the formula, one goal, and the figure by hand.
#[test]
fn worked_goals_by_inverting() {
    let percent = Exact::percent;
    let cases: [(&Metric, Exact, &Figure, Exact); 6] = [
        (&NET_REVENUE_RETENTION, percent(110), &CHURNED_MRR, Exact::from(-1_000)),
        (&NET_REVENUE_RETENTION, percent(104), &CHURNED_MRR, Exact::from(2_000)),
        (&LOGO_CHURN, percent(7), &LOST_CUSTOMERS, Exact::from(7)),
        // 7.5 % of 100: half a customer is not lost.
        (&LOGO_CHURN, Exact::per_mille(75), &LOST_CUSTOMERS, Exact::from(7)),
        // 10 lost are 7.5 % of 133.3: fewer are not enough to start with.
        (&LOGO_CHURN, Exact::per_mille(75), &START_CUSTOMERS, Exact::from(134)),
        (&LIFETIME_VALUE, Exact::from(10_000_000), &GROSS_MARGIN, Exact::from(2)),
    ];
    for (metric, goal, figure, expected) in cases {
        let found = figure_reach(&company(), metric, &over_window(goal.clone()), figure);
        match found {
            Ok(found) => assert_eq!(found.at, expected, "{} {goal:?}", metric.slug),
            // What the formula asks for lies outside of what there can be.
            Err(out) => {
                assert!(
                    !figure.accepts(&expected) && out.why == WhyNot::RangeEnds,
                    "{} {out:?}",
                    metric.slug
                );
                let ends = if expected.is_negative() { Exact::zero() } else { Exact::one() };
                assert_eq!(out.nearest.map(|nearest| nearest.at), Some(ends));
            }
        }
    }
}

/// A figure that stands in the formula twice: new customers dilute revenue per account and spread the cost.
#[test]
fn what_stands_twice_is_searched_for() {
    let company = company();
    let Ok(now) = company.evaluate(&LTV_CAC) else { panic!("it has a value") };
    let goal = Goal::AtLeast(now.times(&Exact::from(2)), Basis::Window);
    let found =
        figure_reach(&company, &LTV_CAC, &goal, &NEW_CUSTOMERS).map(|found| (found.at, found.all.len()));
    // LTV:CAC = 55,000 × 0.8 × 12 ÷ 0.1 × n ÷ (90 + n) ÷ 10,000: twice that of 20 is 960 ÷ 11 × … → n = 51.43.
    assert_eq!(found, Ok((Exact::from(52), 1)));
}

/// Forecast accuracy is 100 % less the distance: two forecasts are as good.
#[test]
fn all_places_are_given_and_the_nearest_first() {
    let mut book = Book::new(Window::Year);
    book.set(&RENEWED_ARR, Exact::from(1_000));
    book.set(&FORECAST_ARR, Exact::from(1_300));
    let accuracy = &metrics::FORECAST_ACCURACY;
    let found = figure_reach(&book, accuracy, &over_window(Exact::percent(90)), &FORECAST_ARR);
    let found = found.map(|found| (found.at, found.all, found.change));
    let both = vec![Exact::from(900), Exact::from(1_100)];
    assert_eq!(found, Ok((Exact::from(1_100), both, Some(Exact::from(-200)))));
    // Exactly right is one cent in all.
    for goal in [over_window(Exact::one()), Goal::AtLeast(Exact::one(), Basis::Year)] {
        let found = figure_reach(&book, accuracy, &goal, &FORECAST_ARR);
        assert_eq!(
            found.map(|found| (found.at, found.all)),
            Ok((Exact::from(1_000), vec![Exact::from(1_000)]))
        );
    }
    // More than right is not possible: the metric turns back at 100 %.
    let found = figure_reach(&book, accuracy, &over_window(Exact::percent(101)), &FORECAST_ARR);
    let turns = Nearest { at: Exact::from(1_000), value: Exact::one() };
    assert_eq!(found, Err(OutOfReach { why: WhyNot::TurnsBack, nearest: Some(Box::new(turns)) }));
}

#[test]
fn bands_and_targets_are_reached_on_the_right_side_of_their_edge() {
    let company = company();
    let Some(scale) = PUBLISHED.scale(&GROSS_REVENUE_RETENTION, None) else { panic!("it is graded") };
    // 90 % now. [92, 95] and above 95: a cent less than 2,500 is needed for the best band, and 2,500 for the one below.
    for (position, lost) in [(4, 300_000), (5, 149_999)] {
        let goal = Goal::Band(&scale, position);
        let found = figure_reach(&company, &GROSS_REVENUE_RETENTION, &goal, &CHURNED_MRR);
        let found = found.map(|found| (found.at, found.already));
        assert_eq!(found, Ok((Exact::from(lost).times(&Exact::percent(1)), false)), "{position}");
    }
    let goal = Goal::Band(&scale, 2);
    let found = figure_reach(&company, &GROSS_REVENUE_RETENTION, &goal, &CHURNED_MRR);
    assert_eq!(found.map(|found| (found.at, found.already)), Ok((Exact::from(4_000), true)));
    // The target is above 90 %, and 90 % is what there is.
    let found = figure_reach(&company, &GROSS_REVENUE_RETENTION, &Goal::Target(&scale), &CHURNED_MRR);
    assert_eq!(found.map(|found| found.at), Ok(Exact::from(399_999).times(&Exact::percent(1))));
    let none = figure_reach(&company, &GROSS_REVENUE_RETENTION, &Goal::Band(&scale, 9), &CHURNED_MRR);
    assert_eq!(none, Err(WhyNot::NoSuchLine.into()));
}

#[test]
fn levers_reach_goals_as_figures_do() {
    let company = company();
    let over = Movable::Lever(Lever::Churn);
    let goal = over_window(Exact::percent(104));
    let found = reach(&company, &NET_REVENUE_RETENTION, &goal, over, ChurnScope::Both, 2);
    // Half the churn: 5 of 10 points of logo churn.
    assert_eq!(found.map(|found| found.at), Ok(Exact::percent(-5)));
    let goal = over_window(Exact::percent(109));
    let found = reach(&company, &NET_REVENUE_RETENTION, &goal, over, ChurnScope::Both, 2);
    let ends = Nearest { at: Exact::percent(-10), value: Exact::percent(108) };
    assert_eq!(found, Err(OutOfReach { why: WhyNot::RangeEnds, nearest: Some(Box::new(ends)) }));
}

/// 3 of 29 are 10.34… %, which no hundredths of a point take to nothing but by passing it.
#[test]
fn a_lever_gets_to_nothing() {
    let company = book(Window::Year, &[(&START_CUSTOMERS, 29), (&LOST_CUSTOMERS, 3)]);
    let over = Movable::Lever(Lever::Churn);
    let found = reach(&company, &LOGO_CHURN, &over_window(Exact::zero()), over, ChurnScope::Both, 2);
    assert_eq!(found.map(|found| found.at), Ok(Exact::percent(1).times(&Exact::percent(-1_035))));
}

#[test]
fn what_has_no_bearing_says_so() {
    let mut company = company();
    let goal = over_window(Exact::percent(104));
    let not = |book: &Book, figure| figure_reach(book, &NET_REVENUE_RETENTION, &goal, figure);
    assert_eq!(not(&company, &LOST_CUSTOMERS), Err(WhyNot::NotInFormula.into()));
    // Nothing is known of the MRR at the start, so nothing that is lost has a rate.
    let nothing = not(&Book::new(Window::Year), &CHURNED_MRR).map_err(|out| out.why);
    assert!(matches!(nothing, Err(WhyNot::Undefined(Undefined::Missing(_)))), "{nothing:?}");
    // Discounting does not matter where nobody pays.
    company.set(&GROSS_MARGIN, Exact::zero());
    let found = figure_reach(&company, &LIFETIME_VALUE_CAPPED, &over_window(Exact::one()), &DISCOUNT_RATE);
    assert_eq!(found.map_err(|out| out.why), Err(WhyNot::NoEffect));
    company.set_known(&NET_REVENUE_RETENTION, Known { value: Exact::one(), window: Window::Year });
    assert_eq!(not(&company, &CHURNED_MRR), Err(WhyNot::NotInFormula.into()));
}

/// 2,000 accounts at 90 for each manager need 23; 1,800 are the most that 20 look after.
#[test]
fn steps_are_reached_at_their_end() {
    let mut book = book(Window::Year, &[(&figures::MANAGED_CUSTOMERS, 2_000)]);
    book.set_known(&metrics::CSM_CAPACITY, Known { value: Exact::from(90), window: Window::Year });
    let goal = Goal::AtMost(Exact::from(20), Basis::Window);
    let found = figure_reach(&book, &CSMS_BY_TIME, &goal, &figures::MANAGED_CUSTOMERS);
    assert_eq!(found.map(|found| found.at), Ok(Exact::from(1_800)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn where_a_goal_is_reached_it_is_met_and_next_to_it_is_not(
        company in full(), part in 1..=300_i64, year in any::<bool>(), metric in metric(),
    ) {
        let basis = if year { Basis::Year } else { Basis::Window };
        for metric in [metric, &LTV_CAC] {
            let Ok(now) = basis.value(&company, metric) else { continue };
            let goal = Goal::Value(now.times(&Exact::percent(part)), basis);
            for figure in metric.improved_by.iter().copied() {
                let Ok(found) = figure_reach(&company, metric, &goal, figure) else { continue };
                let mut there = company.clone();
                there.set(figure, found.at.clone());
                let value = basis.value(&there, metric);
                prop_assert_eq!(value.as_ref(), Ok(&found.value));
                prop_assert!(goal.is_met_by(metric, &found.value), "{}", metric.slug);
                prop_assert!(figure.accepts(&found.at) || figure.accepts == Accepts::Whole);
                prop_assert!(found.all.contains(&found.at));
                if let (Some(exact), Basis::Window) = (found.exact, basis) {
                    there.set(figure, exact);
                    let value = basis.value(&there, metric);
                    let line = now.times(&Exact::percent(part));
                    // Only what is rounded up cannot be just anything.
                    prop_assert!(value == Ok(line) || metric.unit == plimsoll_metrics::Unit::People, "{}", metric.slug);
                }
            }
        }
    }

    #[test]
    fn inverting_and_searching_find_the_same(company in going_concern(), part in 1..=300_i64) {
        for metric in [&NET_REVENUE_RETENTION, &GROSS_REVENUE_RETENTION, &LOGO_CHURN, &LIFETIME_VALUE, &LTV_CAC] {
            let Ok(now) = company.evaluate(metric) else { continue };
            let goal = over_window(now.times(&Exact::percent(part)));
            for figure in metric.improved_by.iter().copied() {
                let Ok(line) = goal.line() else { continue };
                let dial = Dial::new(&company, Movable::Figure(figure), ChurnScope::Both, 2);
                let sought = Sought { metric, goal: &goal, line, dial };
                let Some(inverted) = sought.inverted(figure) else { continue };
                let searched = sought.searched().map(|found| found.at);
                // Where every value of the range meets the goal, nothing starts or stops to be met.
                let ends = [sought.dial.amount(sought.dial.least), sought.dial.amount(sought.dial.most)];
                prop_assert!(
                    searched == Ok(inverted.at.clone()) || ends.contains(&inverted.at),
                    "{} {}: {:?} {:?}", metric.slug, figure.slug, searched, inverted.at
                );
            }
        }
    }

    #[test]
    fn every_way_there_is_of_a_lever_is_met_there(company in going_concern(), part in 1..=300_i64) {
        for metric in [&NET_REVENUE_RETENTION, &LOGO_CHURN, &LTV_CAC] {
            let Ok(now) = company.evaluate(metric) else { continue };
            let goal = over_window(now.times(&Exact::percent(part)));
            for lever in Lever::ALL {
                let Ok(found) = reach(&company, metric, &goal, Movable::Lever(lever), ChurnScope::Both, 2) else { continue };
                for at in found.all {
                    let levers = crate::Levers { moves: [(lever, at)].into_iter().collect(), ..Default::default() };
                    let value = levers.apply(&company).book.evaluate(metric);
                    prop_assert!(value.is_ok_and(|value| goal.is_met_by(metric, &value)));
                }
            }
        }
    }
}
