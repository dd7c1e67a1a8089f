//! The algebra of the levers.

use plimsoll_forecast::{ChurnScope, Lever, LeverProblem, Levers, Moved};
use plimsoll_metrics::metrics::{
    ACQUISITION_COST, GROSS_REVENUE_RETENTION, LIFETIME_VALUE, LOGO_CHURN, NET_REVENUE_RETENTION,
    NRR_BY_MOVEMENT,
};
use plimsoll_metrics::{
    Accepts, Book, Exact, Figure, Known, Metric, Window, all_metrics, conventions, figures,
};
use proptest::prelude::*;

use super::company::{Company, any_figures, consistent, hundredths};

/// A movement in hundredths of a point or percent.
fn amount() -> impl Strategy<Value = Exact> {
    prop_oneof![Just(0), -3_000..=3_000_i64, -20_000..=20_000_i64]
        .prop_map(|count| hundredths(count).times(&Exact::percent(1)))
}

fn scope() -> impl Strategy<Value = ChurnScope> {
    prop::sample::select(vec![ChurnScope::Both, ChurnScope::Customers, ChurnScope::Revenue])
}

fn one(lever: Lever, amount: &Exact, scope: ChurnScope) -> Levers {
    Levers { moves: [(lever, amount.clone())].into_iter().collect(), churn_scope: scope }
}

/// The figures, all but one, are as they were.
fn only(before: &Company, moved: &Moved, changed: &[&'static Figure]) {
    for figure in figures::all().filter(|figure| !changed.contains(figure)) {
        assert_eq!(moved.book.figure(figure), before.value(figure).as_ref(), "{}", figure.slug);
    }
}

fn at_least_zero(value: Exact) -> Exact {
    value.max(Exact::zero())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn levers_at_rest_change_nothing(company in any_figures(), scope in scope()) {
        let book = company.book();
        let moves = Lever::ALL.into_iter().map(|lever| (lever, Exact::zero()));
        for levers in [Levers::default(), Levers { moves: moves.collect(), churn_scope: scope }] {
            let moved = levers.apply(&book);
            prop_assert!(levers.at_rest());
            prop_assert_eq!(&moved.book, &book);
            prop_assert!(moved.problems.is_empty());
        }
    }

    #[test]
    fn points_of_churn_move_customers_and_revenue_by_one_factor(
        company in consistent(), points in amount(), scope in scope(),
    ) {
        let book = company.book();
        let moved = one(Lever::Churn, &points, scope).apply(&book);
        let before = book.evaluate(&LOGO_CHURN).unwrap();
        let goal = at_least_zero(before.plus(&points));
        if goal > Exact::one() {
            prop_assert_eq!(&moved.book, &book);
            prop_assert_eq!(&moved.problems, &[(Lever::Churn, LeverProblem::ChurnAboveWhole)]);
            return Ok(());
        }
        prop_assert!(moved.problems.is_empty());
        only(&company, &moved, &[&figures::LOST_CUSTOMERS, &figures::CHURNED_MRR]);
        let (customers, revenue) = (scope != ChurnScope::Revenue, scope != ChurnScope::Customers);
        let start = company.value(&figures::START_MRR).unwrap();
        let churned = company.value(&figures::CHURNED_MRR).unwrap();
        // With nobody lost there is nothing to scale: the points are lost of customers and revenue alike.
        let scaled = goal.divided_by(&before).map_or_else(|| start.times(&goal), |factor| churned.times(&factor));
        let scaled = if points.is_zero() { churned.clone() } else { scaled };
        let expected = if customers { goal } else { before };
        prop_assert_eq!(moved.book.evaluate(&LOGO_CHURN).unwrap(), expected);
        let expected = if revenue { scaled } else { churned };
        prop_assert_eq!(moved.book.figure(&figures::CHURNED_MRR), Some(&expected));
        let kept = |value: &'static Figure| company.value(value).unwrap();
        let net = start.plus(&kept(&figures::EXPANSION_MRR)).minus(&kept(&figures::CONTRACTION_MRR)).minus(&expected);
        if let Ok(retention) = moved.book.evaluate(&NET_REVENUE_RETENTION) {
            prop_assert_eq!(Some(retention), net.divided_by(&start));
        }
    }

    #[test]
    fn points_of_the_start_are_bought_or_cut_back(company in consistent(), points in amount()) {
        let start = company.value(&figures::START_MRR).unwrap();
        for (lever, figure) in
            [(Lever::Expansion, &figures::EXPANSION_MRR), (Lever::Contraction, &figures::CONTRACTION_MRR)]
        {
            let moved = one(lever, &points, ChurnScope::Both).apply(&company.book());
            only(&company, &moved, &[figure]);
            let expected = at_least_zero(company.value(figure).unwrap().plus(&start.times(&points)));
            prop_assert_eq!(moved.book.figure(figure), Some(&expected));
        }
    }

    #[test]
    fn a_price_scales_revenue_and_leaves_retention(company in consistent(), percent in amount()) {
        let (book, factor) = (company.book(), Exact::one().plus(&percent));
        let moved = one(Lever::Price, &percent, ChurnScope::Both).apply(&book);
        if factor.is_negative() {
            prop_assert_eq!(&moved.problems, &[(Lever::Price, LeverProblem::BelowZero)]);
            prop_assert_eq!(moved.book, book);
        } else if !factor.is_zero() {
            for metric in [&NET_REVENUE_RETENTION, &GROSS_REVENUE_RETENTION, &LOGO_CHURN] {
                prop_assert_eq!(moved.book.evaluate(metric), book.evaluate(metric));
            }
            let worth = book.evaluate(&LIFETIME_VALUE).map(|value| value.times(&factor));
            prop_assert_eq!(moved.book.evaluate(&LIFETIME_VALUE), worth);
        }
    }

    #[test]
    fn margin_and_cost_move_by_what_is_asked_or_not_at_all(company in consistent(), amount in amount()) {
        let book = company.book();
        let margin = book.figure(&figures::GROSS_MARGIN).unwrap().plus(&amount);
        let moved = one(Lever::GrossMargin, &amount, ChurnScope::Both).apply(&book);
        let (expected, problem) = if figures::GROSS_MARGIN.accepts(&margin) {
            (margin, None)
        } else {
            (book.figure(&figures::GROSS_MARGIN).unwrap().clone(), Some(&LeverProblem::MarginOutside))
        };
        prop_assert_eq!(moved.book.figure(&figures::GROSS_MARGIN), Some(&expected));
        prop_assert_eq!(moved.problems.first().map(|(_, problem)| problem), problem);
        let moved = one(Lever::AcquisitionCost, &amount, ChurnScope::Both).apply(&book);
        let factor = Exact::one().plus(&amount);
        let factor = if factor.is_negative() { Exact::one() } else { factor };
        let cost = book.evaluate(&ACQUISITION_COST).map(|cost| cost.times(&factor));
        prop_assert_eq!(moved.book.evaluate(&ACQUISITION_COST), cost);
    }

    #[test]
    fn no_lever_pushes_a_figure_out_of_what_it_accepts(
        company in any_figures(), amounts in prop::collection::vec(amount(), 6), scope in scope(),
    ) {
        let levers = Levers { moves: Lever::ALL.into_iter().zip(amounts).collect(), churn_scope: scope };
        let moved = levers.apply(&company.book());
        for figure in figures::all() {
            let Some(value) = moved.book.figure(figure) else { continue };
            // Levered counts may be fractions; all else is as for what is typed.
            let accepted = figure.accepts(value) || figure.accepts == Accepts::Whole;
            prop_assert!(accepted && !value.is_negative(), "{}: {:?}", figure.slug, value);
        }
        for metric in all_metrics() {
            if let Ok(value) = moved.book.evaluate(metric) {
                prop_assert!(metric.range.holds(&value), "{}: {:?}", metric.slug, value);
            }
        }
    }

    /// The points are of the customers of the start, whichever convention shows the churn.
    #[test]
    fn a_convention_leaves_the_levers_what_they_move(company in consistent(), points in amount(), scope in scope()) {
        let usual = company.book();
        for convention in conventions(&LOGO_CHURN) {
            let mut book = usual.clone();
            book.choose(convention);
            let moved = one(Lever::Churn, &points, scope).apply(&book);
            let mut expected = one(Lever::Churn, &points, scope).apply(&usual);
            expected.book.choose(convention);
            prop_assert_eq!(moved, expected);
        }
    }

    #[test]
    fn flows_month_by_month_move_with_their_flows(company in consistent(), points in amount()) {
        let mut book = company.book();
        for (by_month, flow) in [
            (&figures::EXPANSION_BY_MONTH, &figures::EXPANSION_MRR),
            (&figures::CONTRACTION_BY_MONTH, &figures::CONTRACTION_MRR),
            (&figures::CHURNED_BY_MONTH, &figures::CHURNED_MRR),
        ] {
            book.set(by_month, company.value(flow).unwrap());
        }
        let retention = |book: &Book, metric: &'static Metric| {
            let mut book = book.clone();
            book.choose(metric);
            book.evaluate(metric.head()).map_err(|reason| reason.code())
        };
        for lever in [Lever::Churn, Lever::Contraction, Lever::Expansion, Lever::Price] {
            let moved = one(lever, &points, ChurnScope::Both).apply(&book).book;
            let (usual, by_month) =
                (retention(&moved, &NET_REVENUE_RETENTION), retention(&moved, &NRR_BY_MOVEMENT));
            prop_assert_eq!(usual, by_month, "{:?}", lever);
        }
    }

    #[test]
    fn levers_count_in_their_own_order(
        company in consistent(), amounts in prop::collection::vec(amount(), 6), scope in scope(),
    ) {
        let moves: Vec<_> = Lever::ALL.into_iter().zip(amounts).collect();
        let levers = |moves: Vec<(Lever, Exact)>| Levers { moves: moves.into_iter().collect(), churn_scope: scope };
        let forward = levers(moves.clone()).apply(&company.book());
        let backward = levers(moves.into_iter().rev().collect()).apply(&company.book());
        prop_assert_eq!(forward, backward);
    }

    #[test]
    fn a_known_metric_moves_within_its_range(
        company in any_figures(), which in 0..64_usize, percent in 0..=20_000_i64,
        amounts in prop::collection::vec(amount(), 6), scope in scope(), window in super::company::window(),
    ) {
        let metrics: Vec<&'static Metric> = all_metrics().collect();
        let metric = metrics[which % metrics.len()];
        let value = hundredths(percent).times(&Exact::percent(1));
        let mut book = company.book();
        let window = if metric.depends_on_window() { window } else { Window::Year };
        if !metric.range.holds(&value) {
            return Ok(());
        }
        book.set_known(metric, Known { value, window });
        let levers = Levers { moves: Lever::ALL.into_iter().zip(amounts).collect(), churn_scope: scope };
        let moved = levers.apply(&book).book;
        let after = moved.evaluate(metric);
        prop_assert!(after.as_ref().is_ok_and(|after| metric.range.holds(after)), "{}: {:?}", metric.slug, after);
    }
}
