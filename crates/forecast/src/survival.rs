//! How long customers stay: the shifted beta-geometric model, fitted to customers of any age.
//!
//! Under constant churn everybody leaves at one rate. Here each customer has a rate of its own, spread over customers as a
//! beta distribution, so that those who stay are more and more those who seldom leave, and retention rises with age
//! (Fader and Hardie, "How to Project Customer Retention", 2007; `definitions.md` D20).

/// The customers of one age, in whole windows since their first payment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgeOfLife {
    /// Customers who were still there one age before, and are known to the end of this one.
    pub at_risk: u32,
    /// Of these, who left before this age.
    pub left: u32,
}

/// A fitted model. Both parameters are above zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShiftedBetaGeometric {
    /// The weight of leaving: the mean rate in the first window is `alpha ÷ (alpha + beta)`.
    pub alpha: f64,
    /// The weight of staying.
    pub beta: f64,
}

/// Least customers at the first age for a fit: with fewer, chance alone bends the curve.
const LEAST_CUSTOMERS: u32 = 50;
/// Least customers who left.
const LEAST_LEFT: u32 = 10;
/// Least ages: two parameters need more than a few points.
const LEAST_AGES: usize = 6;
/// Both searches halve, or nearly so, what is left; so many steps leave nothing that a double tells apart.
const STEPS: u32 = 80;
/// The sum of both parameters is looked for between e^-5 and e^12. At the upper end the rates of customers no longer differ.
const LOWEST: f64 = -5.0;
const HIGHEST: f64 = 12.0;

impl ShiftedBetaGeometric {
    /// The most likely model of these lives; `lives[0]` is age one. Nothing where there is too little to fit: fewer than 50
    /// customers, ten who left, or six ages.
    ///
    /// The likelihood of an age is binomial in its rate `alpha ÷ (alpha + beta + age − 1)`, so customers who are still there
    /// (censored) count for as long as they are known.
    ///
    /// ```
    /// use plimsoll_forecast::{AgeOfLife, ShiftedBetaGeometric};
    /// // The "High End" customers of Fader and Hardie: of 1,000, so many were left after each of seven years.
    /// let there = [1000, 869, 743, 653, 593, 551, 517, 491];
    /// let lives: Vec<_> =
    ///     there.windows(2).map(|pair| AgeOfLife { at_risk: pair[0], left: pair[0] - pair[1] }).collect();
    /// let model = ShiftedBetaGeometric::fit(&lives).unwrap();
    /// assert_eq!((format!("{:.2}", model.alpha), format!("{:.1}", model.beta)), ("0.67".into(), "3.8".into()));
    /// assert_eq!(format!("{:.2}", model.surviving(12)), "0.38");
    /// assert_eq!(ShiftedBetaGeometric::fit(&lives[..5]), None);
    /// ```
    #[must_use]
    pub fn fit(lives: &[AgeOfLife]) -> Option<Self> {
        let ages = lives.iter().take_while(|age| age.at_risk > 0).count();
        let left = lives.iter().fold(0_u32, |sum, age| sum.saturating_add(age.left));
        let first = lives.first().map_or(0, |age| age.at_risk);
        if first < LEAST_CUSTOMERS || left < LEAST_LEFT || ages < LEAST_AGES {
            return None;
        }
        let lives = lives.get(..ages)?;
        let sum = best_sum(|logarithm| likelihood(lives, logarithm.exp()));
        let alpha = best_alpha(lives, sum);
        Some(Self { alpha, beta: sum - alpha })
    }

    /// The share of customers who are still there at an age: 1 at age zero.
    #[must_use]
    pub fn surviving(&self, age: u32) -> f64 {
        (1..=age).map(|age| 1.0 - rate(self.alpha, self.alpha + self.beta, age)).product()
    }
}

/// The share of those at risk who leave before an age.
fn rate(alpha: f64, sum: f64, age: u32) -> f64 {
    alpha / (sum + f64::from(age) - 1.0)
}

fn ages(lives: &[AgeOfLife]) -> impl Iterator<Item = (u32, f64, f64)> {
    let counts = |age: &AgeOfLife| (f64::from(age.left), f64::from(age.at_risk.saturating_sub(age.left)));
    (1..).zip(lives).map(move |(age, life)| {
        let (left, stayed) = counts(life);
        (age, left, stayed)
    })
}

/// For a sum of both parameters, the best `alpha`: where the slope of the likelihood, which only falls, is zero.
fn best_alpha(lives: &[AgeOfLife], sum: f64) -> f64 {
    let slope = |alpha: f64| -> f64 {
        ages(lives)
            .map(|(age, left, stayed)| left / alpha - stayed / (sum + f64::from(age) - 1.0 - alpha))
            .sum()
    };
    let (mut low, mut high) = (0.0, sum);
    for _ in 0..STEPS {
        let middle = f64::midpoint(low, high);
        if slope(middle) > 0.0 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// The logarithm of the likelihood at the best `alpha` of a sum.
fn likelihood(lives: &[AgeOfLife], sum: f64) -> f64 {
    let alpha = best_alpha(lives, sum);
    ages(lives)
        .map(|(age, left, stayed)| {
            let rate = rate(alpha, sum, age);
            left * rate.ln() + stayed * (1.0 - rate).ln()
        })
        .sum()
}

/// The sum whose logarithm is the most likely, by golden sections.
fn best_sum(likelihood: impl Fn(f64) -> f64) -> f64 {
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut low, mut high) = (LOWEST, HIGHEST);
    for _ in 0..STEPS {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if likelihood(left) < likelihood(right) { low = left } else { high = right }
    }
    f64::midpoint(low, high).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lives(there: &[u32]) -> Vec<AgeOfLife> {
        there
            .iter()
            .zip(there.iter().skip(1))
            .map(|(before, now)| AgeOfLife { at_risk: *before, left: before.saturating_sub(*now) })
            .collect()
    }

    #[test]
    fn where_everybody_leaves_at_one_rate_the_curve_is_that_of_constant_churn() {
        let model = ShiftedBetaGeometric::fit(&lives(&[10_000, 9_000, 8_100, 7_290, 6_561, 5_905, 5_314]));
        let survives = model.map(|model| (model.surviving(20) * 1_000.0).round());
        assert_eq!(survives, Some(122.0), "0.9 to the power of 20");
    }

    #[test]
    fn regular_customers_of_the_source_are_fitted_as_there() {
        let regular = ShiftedBetaGeometric::fit(&lives(&[1000, 631, 468, 382, 326, 289, 262, 241]));
        let [alpha, beta] = regular.map_or([0.0; 2], |model| [model.alpha, model.beta]);
        assert!((alpha - 0.704).abs() < 0.01 && (beta - 1.182).abs() < 0.02, "{alpha} {beta}");
    }

    #[test]
    fn too_little_is_not_fitted() {
        assert_eq!(ShiftedBetaGeometric::fit(&[]), None);
        assert_eq!(ShiftedBetaGeometric::fit(&lives(&[49, 40, 30, 20, 15, 12, 10, 9])), None);
        assert_eq!(ShiftedBetaGeometric::fit(&lives(&[90, 89, 88, 87, 86, 85, 84, 83])), None, "seven left");
        assert_eq!(ShiftedBetaGeometric::fit(&lives(&[90, 60, 50, 40, 30])), None, "four ages");
    }
}
