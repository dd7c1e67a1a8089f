#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it is surprised"
)]

use plimsoll_metrics::benchmarks::PUBLISHED;
use plimsoll_metrics::metrics::{LIFETIME_VALUE, LTV_CAC, NET_REVENUE_RETENTION};
use plimsoll_metrics::{WhenZero, figures};
use proptest::prelude::*;

use super::*;
use crate::company::going_concern;
use crate::lever::{Lever, LeverProblem};
use crate::scenario::{Move, Scenario};

fn axis(over: Movable, settings: impl IntoIterator<Item = By>) -> Axis {
    Axis { over, settings: settings.into_iter().collect() }
}

#[test]
fn cells_without_a_value_say_why() {
    let mut book = crate::company::book(
        plimsoll_metrics::Window::Year,
        &[(&figures::START_MRR, 100), (&figures::START_CUSTOMERS, 10), (&figures::LOST_CUSTOMERS, 1)],
    );
    for figure in
        [&figures::NEW_MRR, &figures::EXPANSION_MRR, &figures::CONTRACTION_MRR, &figures::CHURNED_MRR]
    {
        book.set(figure, Exact::zero());
    }
    book.set(&figures::NEW_CUSTOMERS, Exact::zero());
    book.set(&figures::GROSS_MARGIN, Exact::percent(90));
    let churn = axis(Movable::Lever(Lever::Churn), [0, -10].map(|points| By::Points(Exact::percent(points))));
    let margin =
        axis(Movable::Lever(Lever::GrossMargin), [0, 20].map(|points| By::Points(Exact::percent(points))));
    let cells = grid(&book, &LIFETIME_VALUE, Basis::Window, None, &churn, &margin, ChurnScope::Both);
    let outside = || Cell::Refused(margin.over, MoveProblem::Lever(LeverProblem::MarginOutside));
    // 100 ÷ 9 × 0.9 × 12 ÷ 0.1.
    assert_eq!(cells[0], [Cell::Value { value: Exact::from(1_200), band: None }, outside()]);
    assert!(matches!(&cells[1][0], Cell::Undefined(Undefined::ZeroDivisor(WhenZero::NoChurn, _))));
    assert_eq!(cells[1][1], outside());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn each_cell_is_the_scenario_of_its_two_moves(company in going_concern(), sizes in prop::collection::vec(-100..=100_i64, 4)) {
        let rows = axis(Movable::Lever(Lever::Churn), sizes.iter().map(|size| By::Points(Exact::per_mille(*size))));
        let columns = axis(Movable::Lever(Lever::Price), sizes.iter().map(|size| By::Percent(Exact::percent(*size))));
        for metric in [&NET_REVENUE_RETENTION, &LTV_CAC] {
            let scale = PUBLISHED.scale(metric, None);
            let cells = grid(&company, metric, Basis::Year, scale.as_deref(), &rows, &columns, ChurnScope::Both);
            for (row, cells) in rows.settings.iter().zip(&cells) {
                for (column, cell) in columns.settings.iter().zip(cells) {
                    let moves = [(rows.over, row), (columns.over, column)];
                    let moves = moves.map(|(over, by)| (over, Move::at_once(by.clone())));
                    let applied = Scenario { moves: moves.into_iter().collect(), ..Scenario::default() }.apply(&company);
                    let expected = match (applied.problems.first(), applied.book.annual(metric)) {
                        (Some((over, problem)), _) => Cell::Refused(*over, problem.clone()),
                        (None, Err(reason)) => Cell::Undefined(reason),
                        (None, Ok(value)) => {
                            let band = scale.as_ref().and_then(|scale| Some(scale.grade(&value)?.position));
                            Cell::Value { value, band }
                        }
                    };
                    prop_assert_eq!(cell, &expected);
                }
            }
        }
    }
}
