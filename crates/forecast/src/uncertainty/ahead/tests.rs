#![allow(clippy::indexing_slicing, reason = "a test stops where it is surprised")]

use plimsoll_metrics::figures::{self, CHURNED_MRR};
use plimsoll_metrics::{Exact, Figure, Window};
use proptest::prelude::*;

use super::super::{Distribution, Outcome, Plan, PlanDraws, Quantity, double};
use super::*;
use crate::company::{book, going_concern, scenario};
use crate::lever::Lever;
use crate::projection::{MonthAhead, NoProjection, Opening, project};
use crate::scenario::{By, Movable, Move};

fn flows() -> [&'static Figure; 6] {
    let [a, b, c] = [&figures::START_MRR, &figures::NEW_MRR, &figures::EXPANSION_MRR];
    [a, b, c, &figures::CONTRACTION_MRR, &figures::CHURNED_MRR, &figures::REACTIVATED_MRR]
}

/// Every figure of MRR as "uncertain", with no uncertainty.
fn constants(book: &Book) -> Vec<Uncertain> {
    let constant = |figure: &'static Figure| {
        let spread = Distribution::Constant(double(&book.counted(figure)?)?);
        Some(Uncertain { of: Subject::Figure(figure), spread })
    };
    flows().into_iter().filter_map(constant).collect()
}

fn close(found: Option<Spread>, right: &Exact) -> bool {
    let right = double(right).unwrap_or(f64::NAN);
    found.is_some_and(|found| {
        (found.p5 - right).abs() <= 2e-6 * right.abs().max(1e-3) && found.p5 == found.p95
    })
}

proptest! {
    /// The drawn months are those of the exact projection, whatever a scenario phases in.
    #[test]
    fn constants_give_the_exact_months(book in going_concern(), scenario in scenario(14)) {
        let exact = project(&book, &scenario, 24, Opening::End);
        let drawn = AheadDraws::new(&book, &constants(&book), &scenario, 24, 1);
        match (exact, drawn) {
            (Ok(exact), Ok(mut drawn)) => {
                drawn.advance(64);
                let fan = drawn.fan();
                for (found, month) in fan.into_iter().skip(1).zip(&exact.months) {
                    prop_assert!(close(found, &month.arr()), "month {}: {found:?} for {:?}", month.month, month.arr());
                }
            }
            // A part that is larger than its whole is found by the exact rates, and by each draw.
            (Err(NoProjection::Undefined { .. }), Ok(mut drawn)) => {
                drawn.advance(64);
                prop_assert_eq!(drawn.fan()[24], None);
            }
            (exact, drawn) => prop_assert!(exact.is_err() && drawn.is_err(), "{:?} {:?}", exact.err(), drawn.err()),
        }
    }

    /// So is a plan of the same shares and of as much new business.
    #[test]
    fn a_plan_without_uncertainty_gives_the_exact_months(book in going_concern()) {
        let Ok(exact) = project(&book, &Scenario::default(), 36, Opening::End) else { return Ok(()) };
        let Some(plan) = plan_of(&exact.months, double(&exact.opening_mrr).unwrap_or(0.0)) else { return Ok(()) };
        let Ok(mut drawn) = PlanDraws::new(&plan, 1, 64) else { return Ok(()) };
        drawn.advance(64);
        for (place, month) in exact.months.iter().enumerate() {
            let (found, right) = (drawn.spread(Outcome::Arr(place)), double(&month.arr()).unwrap_or(0.0));
            // In single precision, month after month.
            prop_assert!(found.is_some_and(|found| (found.p50 - right).abs() <= 5e-5 * right.max(1.0)), "{found:?} {right}");
        }
    }
}

/// The plan that a projection without a scenario follows: the shares of its first month, its new business as customers for one
/// unit each.
fn plan_of(months: &[MonthAhead], opening: f64) -> Option<Plan> {
    let first = &months.first()?.mrr;
    let share = |part: &Exact| (opening > 0.0).then(|| Some(Quantity::known(double(part)? / opening)))?;
    Some(Plan {
        months: u32::try_from(months.len()).ok()?,
        start_mrr: Quantity::known(opening),
        churn: share(&first.churned)?,
        contraction: share(&first.contraction)?,
        expansion: share(&first.expansion)?,
        spend: Quantity::known(double(&first.new.plus(&first.reactivated))?),
        growth: Quantity::known(0.0),
        acquisition_cost: Quantity::known(1.0),
        revenue_per_account: Quantity::known(1.0),
        margin: Quantity::known(1.0),
    })
}

fn company() -> Book {
    book(
        Window::Year,
        &[
            (&figures::START_MRR, 240_000),
            (&figures::NEW_MRR, 72_000),
            (&figures::EXPANSION_MRR, 28_800),
            (&figures::CONTRACTION_MRR, 6_000),
            (&CHURNED_MRR, 38_400),
        ],
    )
}

fn churned(low: f64, high: f64) -> [Uncertain; 1] {
    [Uncertain { of: Subject::Figure(&CHURNED_MRR), spread: Distribution::between(low, high) }]
}

#[test]
fn a_scenario_moves_every_draw_by_the_factor_of_the_middle() {
    let moved = Move::over(By::Percent(Exact::percent(-50)), 0);
    let scenario = Scenario {
        moves: [(Movable::Figure(&CHURNED_MRR), moved)].into_iter().collect(),
        ..Scenario::default()
    };
    let fan = |uncertain: &[Uncertain], scenario: &Scenario, book: &Book| {
        let mut draws = AheadDraws::new(book, uncertain, scenario, 12, 3).ok()?;
        draws.advance(2_000);
        draws.fan()[12]
    };
    let halved = fan(&churned(30_000.0, 46_800.0), &scenario, &company());
    let mut half = company();
    half.set(&CHURNED_MRR, Exact::from(19_200));
    // The opening is that of before: only the months ahead are moved.
    half.set(&figures::NEW_MRR, Exact::from(72_000));
    let plain = fan(&churned(15_000.0, 23_400.0), &Scenario::default(), &half);
    let width = |spread: Option<Spread>| spread.map(|spread| (spread.p95 - spread.p5) / spread.p50);
    assert!(halved.is_some() && plain.is_some());
    let pair = width(halved).zip(width(plain));
    assert!(pair.is_some_and(|(halved, plain)| halved > plain), "the opening is uncertain as well: {pair:?}");
}

#[test]
fn what_rests_on_nothing_uncertain_is_left_to_the_exact_projection() {
    let margin =
        Uncertain { of: Subject::Figure(&figures::GROSS_MARGIN), spread: Distribution::between(0.7, 0.8) };
    let found = AheadDraws::new(&company(), &[margin], &Scenario::default(), 12, 1).err();
    assert_eq!(found, Some(NoDraws::Certain));
    let missing =
        AheadDraws::new(&Book::new(Window::Year), &churned(1.0, 2.0), &Scenario::default(), 12, 1).err();
    assert!(matches!(missing, Some(NoDraws::Undefined(Undefined::Missing(_)))));
    let reversed = [Uncertain {
        of: Subject::Figure(&CHURNED_MRR),
        spread: Distribution::Uniform { low: 2.0, high: 1.0 },
    }];
    let refused = AheadDraws::new(&company(), &reversed, &Scenario::default(), 12, 1).err();
    assert_eq!(refused, Some(NoDraws::Refused(0, Refused::NotAscending)));
}

#[test]
fn pieces_are_the_same_draws_and_another_seed_gives_others() {
    let drawn = |seed, pieces: &[usize]| {
        let scenario = Scenario::from(&crate::lever::Levers {
            moves: [(Lever::Churn, Exact::percent(-2))].into_iter().collect(),
            ..crate::lever::Levers::default()
        });
        let mut draws = AheadDraws::new(&company(), &churned(3e4, 4e4), &scenario, 12, seed).ok()?;
        pieces.iter().for_each(|piece| draws.advance(*piece));
        Some(draws.fan())
    };
    assert!(drawn(5, &[1_280]).is_some());
    assert_eq!(drawn(5, &[1_280]), drawn(5, &[64, 640, 1, 512]));
    assert_ne!(drawn(5, &[1_280]), drawn(6, &[1_280]));
}

#[test]
fn a_goal_is_reached_in_as_many_draws_as_lie_above_it() {
    let draws = AheadDraws::new(&company(), &churned(3e4, 4e4), &Scenario::default(), 12, 1);
    let Ok(mut draws) = draws else { return assert!(draws.is_ok()) };
    assert_eq!(draws.chance_of_reaching(0.0), None);
    draws.advance(6_400);
    let median = draws.fan()[12].map_or(0.0, |spread| spread.p50);
    let chance = draws.chance_of_reaching(median).unwrap_or(0.0);
    assert!((chance - 0.5).abs() < 0.01, "{chance}");
    assert_eq!(draws.influence().first().map(|first| first.input), Some(Subject::Figure(&CHURNED_MRR)));
}
