use super::*;

fn fixed() -> Plan {
    Plan {
        months: 36,
        start_mrr: Quantity::known(100_000.0),
        churn: Quantity::known(0.02),
        contraction: Quantity::known(0.005),
        expansion: Quantity::known(0.01),
        spend: Quantity::known(60_000.0),
        growth: Quantity::known(0.03),
        acquisition_cost: Quantity::known(12_000.0),
        revenue_per_account: Quantity::known(500.0),
        margin: Quantity::known(0.8),
    }
}

/// Uncertain in every way at once.
fn uncertain() -> Plan {
    let triangle = |low, likeliest, high| Distribution::Triangular { low, likeliest, high };
    Plan {
        start_mrr: Quantity::unknown(Distribution::Uniform { low: 90_000.0, high: 110_000.0 }),
        churn: Quantity::each_month(triangle(0.005, 0.012, 0.03)),
        expansion: Quantity::each_month(Distribution::between(0.0, 0.02)),
        growth: Quantity::unknown(Distribution::Normal { mean: 0.02, deviation: 0.01 }),
        acquisition_cost: Quantity::unknown(Distribution::LogNormal { median: 12_000.0, deviation: 0.25 }),
        ..fixed()
    }
}

fn drawn(plan: &Plan, seed: u64, pieces: &[usize]) -> Option<PlanDraws> {
    let mut draws = PlanDraws::new(plan, seed, 100).ok()?;
    pieces.iter().for_each(|piece| draws.advance(*piece));
    Some(draws)
}

fn close(found: Option<Spread>, right: f64) -> bool {
    found.is_some_and(|found| {
        found.p5 == found.p95 && (found.p50 / right - 1.0).abs() < 1e-5 && found.draws == 64
    })
}

#[test]
fn a_plan_without_uncertainty_is_plain_arithmetic() {
    let Some(mut draws) = drawn(&fixed(), 1, &[1]) else { return assert!(fixed().months == 0) };
    let mut mrr = 100_000.0;
    for month in 0..36_u8 {
        let won = 60_000.0 * 1.03_f64.powi(i32::from(month)) / 12_000.0 * 500.0;
        mrr = mrr * 0.985 + won;
        let found = draws.spread(Outcome::Arr(usize::from(month)));
        assert!(close(found, mrr * 12.0), "month {month}: {found:?} for {}", mrr * 12.0);
    }
    for (outcome, right) in [
        (Outcome::NetRetention, 0.985_f64.powi(12)),
        (Outcome::GrossRetention, 0.975_f64.powi(12)),
        (Outcome::LifetimeValue, 500.0 * 0.8 / 0.02),
        (Outcome::LtvToCac, 500.0 * 0.8 / 0.02 / 12_000.0),
        (Outcome::Payback, 30.0),
    ] {
        let found = draws.spread(outcome);
        assert!(close(found, right), "{outcome:?}: {found:?} for {right}");
    }
    assert!(draws.influence(Outcome::Arr(35)).is_empty(), "nothing varies");
    assert_eq!(draws.spread(Outcome::Arr(36)), None, "there is no such month");
}

/// The same seed gives the same bits everywhere; this is what they are.
#[test]
fn bits_are_pinned() {
    let Some(draws) = drawn(&uncertain(), 2026, &[640]) else { return assert!(uncertain().months == 0) };
    let columns = &draws.columns;
    let after = [&columns.net_retention, &columns.gross_retention, &columns.value_to_cost, &columns.payback];
    let hash = columns.paid.iter().chain(after).chain(&columns.seen).flatten().fold(0_u64, |hash, value| {
        hash.rotate_left(5).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(value.to_bits())
    });
    assert_eq!(hash, 17_334_788_241_255_674_388);
}

#[test]
fn pieces_are_the_same_draws_as_all_at_once() {
    let columns = |pieces: &[usize]| drawn(&uncertain(), 5, pieces).map(|draws| draws.columns.paid);
    assert!(columns(&[1_280]).is_some());
    assert_eq!(columns(&[1_280]), columns(&[1, 63, 64, 640, 448]));
    assert_ne!(columns(&[1_280]), drawn(&uncertain(), 6, &[1_280]).map(|draws| draws.columns.paid));
}

#[test]
fn one_more_uncertain_quantity_leaves_the_draws_of_the_others() {
    let one = drawn(&uncertain(), 5, &[640]).map(|draws| draws.columns.seen);
    let more = Plan { margin: Quantity::unknown(Distribution::between(0.7, 0.8)), ..uncertain() };
    let more = drawn(&more, 5, &[640]).map(|draws| draws.columns.seen);
    let [Some(one), Some(more)] = [one, more] else { return assert!(uncertain().months == 0) };
    let same: Vec<_> = one.iter().zip(&more).map(|(one, more)| one == more).collect();
    assert_eq!(same, [true, true, true, true, true, true, true, true, false]);
}

/// Means by formula: shares that differ each month are independent, so the mean of a product is the product of means.
#[test]
fn the_mean_of_many_draws_is_that_of_the_formula() {
    let plan = Plan { spend: Quantity::known(0.0), ..uncertain() };
    let Some(draws) = drawn(&plan, 3, &[50_000]) else { return assert!(plan.months == 0) };
    let mean =
        |column: &[f32]| column.iter().map(|value| f64::from(*value)).sum::<f64>() / column.len() as f64;
    // The triangle's mean is a third of its corners; expansion's bell loses the twentieth below zero.
    let ratio = 0.103_135_6 / 0.95; // φ(1.6449) ÷ Φ(1.6449)
    let expansion = 0.01 + 0.01 / 1.644_853_6 * ratio;
    let kept = 1.0_f64 - 0.047 / 3.0 - 0.005 + expansion;
    let found = mean(&draws.columns.net_retention);
    assert!((found - kept.powi(12)).abs() < 0.000_5, "{found} for {}", kept.powi(12));
    let found = mean(&draws.columns.gross_retention);
    let left = (1.0 - 0.047_f64 / 3.0 - 0.005).powi(12);
    assert!((found - left).abs() < 0.000_5, "{found} for {left}");
}

#[test]
fn a_divisor_of_zero_leaves_draws_without_a_value() {
    let plan = Plan { churn: Quantity::known(0.0), margin: Quantity::known(0.0), ..fixed() };
    let Some(mut draws) = drawn(&plan, 1, &[64]) else { return assert!(plan.months == 0) };
    let found =
        [Outcome::LifetimeValue, Outcome::LtvToCac, Outcome::Payback].map(|outcome| draws.spread(outcome));
    assert_eq!(found, [None; 3]);
    assert!(draws.spread(Outcome::Arr(35)).is_some());
}

#[test]
fn more_cannot_leave_than_there_is() {
    let plan = Plan { churn: Quantity::known(0.7), contraction: Quantity::known(0.7), ..fixed() };
    let Some(mut draws) = drawn(&plan, 1, &[64]) else { return assert!(plan.months == 0) };
    assert_eq!(draws.spread(Outcome::GrossRetention).map(|spread| spread.p50), Some(0.0));
}

#[test]
fn what_cannot_be_drawn_is_named() {
    let refused = |plan: Plan| PlanDraws::new(&plan, 1, 0).err();
    let churn = Quantity::known(1.5);
    assert_eq!(refused(Plan { churn, ..fixed() }), Some((Some(PlanInput::Churn), Refused::OutOfLimits)));
    assert_eq!(refused(Plan { months: 11, ..fixed() }), Some((None, Refused::Months)));
    let acquisition_cost = Quantity::known(0.0);
    let named = Some((Some(PlanInput::AcquisitionCost), Refused::OutOfLimits));
    assert_eq!(refused(Plan { acquisition_cost, ..fixed() }), named);
}

#[test]
fn chances_and_goals_count_draws() {
    let Some(draws) = drawn(&uncertain(), 9, &[6_400]) else { return assert!(uncertain().months == 0) };
    let benchmarks = plimsoll_metrics::benchmarks::Benchmarks::default();
    let scale = benchmarks.scale(&plimsoll_metrics::metrics::LTV_CAC, None);
    let chances = scale.map(|scale| draws.chances(Outcome::LtvToCac, &scale)).unwrap_or_default();
    assert_eq!(chances.bands.iter().sum::<usize>(), 6_400);
    let reach = |goal| draws.chance_of_reaching(35, goal);
    assert_eq!((reach(0.0), reach(f64::MAX)), (Some(1.0), Some(0.0)));
    assert!(reach(2_000_000.0) >= reach(3_000_000.0));
    let influence = draws.influence(Outcome::Payback);
    assert_eq!(influence.first().map(|first| first.input), Some(PlanInput::AcquisitionCost));
    assert!(
        influence.first().is_some_and(|first| first.correlation > 0.999_999),
        "payback is CAC by a factor"
    );
}
