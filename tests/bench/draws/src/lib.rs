//! The draws as a module without glue: a plan timed beside other tools, and a number that is the same in every build.

use plimsoll_forecast::uncertainty::{Distribution, Outcome, Plan, PlanDraws, Quantity, Spread};

/// The plan of the side-by-side job: churn and expansion go up and down, CAC is unknown.
fn plan() -> Plan {
    let triangle =
        |low, likeliest, high| Quantity::each_month(Distribution::Triangular { low, likeliest, high });
    let cost = Distribution::LogNormal { median: 30_000.0, deviation: 0.25 };
    Plan {
        months: 36,
        start_mrr: Quantity::known(10_000_000.0 / 12.0),
        churn: triangle(0.005, 0.012, 0.03),
        contraction: Quantity::known(0.0),
        expansion: triangle(0.0, 0.01, 0.025),
        spend: Quantity::known(1_000_000.0),
        growth: Quantity::known(0.0),
        acquisition_cost: Quantity::unknown(cost),
        revenue_per_account: Quantity::known(2_000.0),
        margin: Quantity::known(0.8),
    }
}

/// ARR by month, then each of these outcomes.
fn spreads(plan: &Plan, draws: usize, seed: u32, outcomes: &[Outcome]) -> Vec<Spread> {
    let Ok(mut drawn) = PlanDraws::new(plan, seed.into(), draws) else { return Vec::new() };
    drawn.advance(draws);
    let mut spreads: Vec<Spread> = drawn.fan().into_iter().flatten().collect();
    spreads.extend(outcomes.iter().filter_map(|outcome| drawn.spread(*outcome)));
    spreads
}

/// p5, p50 and p95 of ARR by month, NRR, LTV and LTV:CAC: 117 doubles, to be given back to [`drop_result`].
#[unsafe(no_mangle)]
pub extern "C" fn w3(draws: usize, seed: u32) -> *mut f64 {
    let outcomes = [Outcome::NetRetention, Outcome::LifetimeValue, Outcome::LtvToCac];
    let spreads = spreads(&plan(), draws, seed, &outcomes);
    let found: Vec<f64> = spreads.iter().flat_map(|spread| [spread.p5, spread.p50, spread.p95]).collect();
    Box::into_raw(found.into_boxed_slice()).cast()
}

/// Frees a result of so many doubles.
///
/// # Safety
///
/// The place and length of a result that was not freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn drop_result(at: *mut f64, length: usize) {
    // SAFETY: what the caller promises.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(at, length)) });
}

/// A number of 53 bits over all bits of what a plan with every kind of distribution comes to.
#[unsafe(no_mangle)]
pub extern "C" fn bits() -> f64 {
    let bell = Distribution::Normal { mean: 0.02, deviation: 0.01 };
    let plan = Plan {
        start_mrr: Quantity::unknown(Distribution::Uniform { low: 800_000.0, high: 900_000.0 }),
        expansion: Quantity::each_month(Distribution::between(0.0, 0.02)),
        growth: Quantity::unknown(bell),
        ..plan()
    };
    let outcomes = [
        Outcome::NetRetention,
        Outcome::GrossRetention,
        Outcome::LifetimeValue,
        Outcome::LtvToCac,
        Outcome::Payback,
    ];
    let all = spreads(&plan, 10_000, 7, &outcomes);
    let values = all.iter().flat_map(|of| [of.p5, of.p25, of.p50, of.p75, of.p95]);
    let hash = values
        .fold(0_u64, |hash, value| hash.rotate_left(5).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ value.to_bits());
    (hash >> 11) as f64
}

#[cfg(test)]
mod tests {
    #[test]
    fn bits_are_those_of_the_browser() {
        assert_eq!(super::bits(), 6_099_259_954_870_830.0); // as in bits.mjs
    }
}
