//! A plan over months, of which every quantity may be uncertain, and the fan of what becomes of it.

use plimsoll_columns::draws::{LANES, Percentiles, Quantity as Drawn, Shape, Streams, Walk, WalkColumns};
use plimsoll_metrics::benchmarks::Scale;

use super::rank::by_influence;
use super::{Chances, Distribution, Influence, Limits, REMEMBERED, Refused, Spread, blocks};

/// One quantity of a plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// What is known of it.
    pub spread: Distribution,
    /// Drawn anew for each month: it goes up and down. Else it is the same in all months, and only unknown, which makes the fan
    /// wider, as nothing evens out.
    pub each_month: bool,
}

/// A plan for MRR. Every month loses shares of its opening, gains one, and wins customers for what is spent:
///
/// `MRR = MRR before × (1 − churn − contraction + expansion) + spend ÷ CAC × revenue per account`
///
/// Churn and contraction together take at most everything.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// How many months, from twelve to a hundred and twenty.
    pub months: u32,
    /// MRR before the first month.
    pub start_mrr: Quantity,
    /// Share of a month's opening MRR that leaves.
    pub churn: Quantity,
    /// Share of a month's opening MRR by which those who stay pay less.
    pub contraction: Quantity,
    /// Share of a month's opening MRR by which those who stay pay more.
    pub expansion: Quantity,
    /// What is spent in the first month on winning customers.
    pub spend: Quantity,
    /// By which share the spending grows from month to month.
    pub growth: Quantity,
    /// What it costs to win one customer (CAC), a hundredth at least.
    pub acquisition_cost: Quantity,
    /// What one customer pays in a month (ARPA).
    pub revenue_per_account: Quantity,
    /// Gross margin, as a share.
    pub margin: Quantity,
}

/// A quantity of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanInput {
    /// MRR before the first month.
    StartMrr,
    /// What leaves.
    Churn,
    /// What those who stay pay less.
    Contraction,
    /// What those who stay pay more.
    Expansion,
    /// What is spent on winning customers.
    Spend,
    /// How the spending grows.
    Growth,
    /// CAC.
    AcquisitionCost,
    /// ARPA of a month.
    RevenuePerAccount,
    /// Gross margin.
    Margin,
}

/// What a plan leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// ARR at the end of a month, the first one 0: twelve times its MRR.
    Arr(usize),
    /// Net revenue retention over the first twelve months: the product of what each month keeps and adds.
    NetRetention,
    /// Gross revenue retention over the first twelve months.
    GrossRetention,
    /// ARPA × margin ÷ churn, each its mean over the months.
    LifetimeValue,
    /// The same ÷ CAC.
    LtvToCac,
    /// CAC ÷ (ARPA × margin), in months.
    Payback,
}

impl Quantity {
    /// A quantity that is known.
    #[must_use]
    pub const fn known(value: f64) -> Self {
        Self { spread: Distribution::Constant(value), each_month: false }
    }

    /// One that is the same in all months, but unknown.
    #[must_use]
    pub const fn unknown(spread: Distribution) -> Self {
        Self { spread, each_month: false }
    }

    /// One that is another one each month.
    #[must_use]
    pub const fn each_month(spread: Distribution) -> Self {
        Self { spread, each_month: true }
    }
}

impl PlanInput {
    /// All quantities, in the order in which they are drawn. Their places number their streams: a new one goes to the end.
    pub const ALL: [Self; 9] = [
        Self::StartMrr,
        Self::Churn,
        Self::Contraction,
        Self::Expansion,
        Self::Spend,
        Self::Growth,
        Self::AcquisitionCost,
        Self::RevenuePerAccount,
        Self::Margin,
    ];

    /// What it can be.
    #[must_use]
    pub const fn limits(self) -> Limits {
        match self {
            Self::StartMrr | Self::Spend | Self::RevenuePerAccount | Self::Expansion => Limits::AMOUNT,
            Self::Churn | Self::Contraction | Self::Margin => Limits::SHARE,
            Self::AcquisitionCost => Limits::DIVISOR,
            Self::Growth => Limits::CHANGE,
        }
    }
}

impl Plan {
    /// Its quantity.
    #[must_use]
    pub const fn quantity(&self, input: PlanInput) -> Quantity {
        match input {
            PlanInput::StartMrr => self.start_mrr,
            PlanInput::Churn => self.churn,
            PlanInput::Contraction => self.contraction,
            PlanInput::Expansion => self.expansion,
            PlanInput::Spend => self.spend,
            PlanInput::Growth => self.growth,
            PlanInput::AcquisitionCost => self.acquisition_cost,
            PlanInput::RevenuePerAccount => self.revenue_per_account,
            PlanInput::Margin => self.margin,
        }
    }
}

/// Draws of a plan, as many as there was time for so far.
///
/// ```
/// use plimsoll_forecast::uncertainty::{Distribution, Outcome, Plan, PlanDraws, PlanInput, Quantity};
/// let plan = Plan {
///     months: 36,
///     start_mrr: Quantity::known(100_000.0),
///     churn: Quantity::unknown(Distribution::between(0.02, 0.04)),
///     contraction: Quantity::known(0.0),
///     expansion: Quantity::known(0.01),
///     spend: Quantity::known(60_000.0),
///     growth: Quantity::known(0.0),
///     acquisition_cost: Quantity::unknown(Distribution::between(9_000.0, 15_000.0)),
///     revenue_per_account: Quantity::known(500.0),
///     margin: Quantity::known(0.8),
/// };
/// let mut draws = PlanDraws::new(&plan, 7, 10_000).unwrap();
/// draws.advance(2_000); // a first fan
/// let early = draws.fan().last().copied().flatten().unwrap();
/// draws.advance(8_000); // and a finer one
/// let fan = draws.fan().last().copied().flatten().unwrap();
/// assert!(fan.p5 < fan.p50 && fan.p50 < fan.p95 && (early.p50 / fan.p50 - 1.0).abs() < 0.02);
/// assert_eq!(draws.influence(Outcome::Arr(35))[0].input, PlanInput::Churn);
/// ```
#[derive(Clone, Debug)]
pub struct PlanDraws {
    walk: Walk,
    columns: WalkColumns,
    percentiles: Percentiles,
}

impl PlanDraws {
    /// Nothing drawn yet. There is room for so many draws; more make room as they come.
    ///
    /// # Errors
    ///
    /// The first quantity that cannot be drawn, and why. A plan of too few or too many months names none.
    pub fn new(plan: &Plan, seed: u64, room: usize) -> Result<Self, (Option<PlanInput>, Refused)> {
        if !(12..=120).contains(&plan.months) {
            return Err((None, Refused::Months));
        }
        let months = plan.months as usize;
        let drawn = |input: PlanInput| -> Result<Drawn, (Option<PlanInput>, Refused)> {
            let Quantity { spread, each_month } = plan.quantity(input);
            let shape = spread.shape(input.limits()).map_err(|reason| (Some(input), reason))?;
            // What never differs need not be drawn anew.
            let redrawn = each_month && !matches!(shape, Shape::Constant(_));
            Ok(Drawn::new(shape, redrawn, Streams::new(seed, input as u32)))
        };
        let walk = Walk {
            months,
            start: drawn(PlanInput::StartMrr)?,
            churn: drawn(PlanInput::Churn)?,
            contraction: drawn(PlanInput::Contraction)?,
            expansion: drawn(PlanInput::Expansion)?,
            spend: drawn(PlanInput::Spend)?,
            growth: drawn(PlanInput::Growth)?,
            cost: drawn(PlanInput::AcquisitionCost)?,
            revenue: drawn(PlanInput::RevenuePerAccount)?,
            margin: drawn(PlanInput::Margin)?,
        };
        let room = blocks(room).saturating_mul(LANES);
        let columns = WalkColumns::with_room(months, room, room.min(REMEMBERED));
        Ok(Self { walk, columns, percentiles: Percentiles::default() })
    }

    /// How many draws there are.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.columns.len()
    }

    /// Draws as many more, rounded up to whole blocks of 64. In pieces or at once, they are the same draws.
    pub fn advance(&mut self, draws: usize) {
        for _ in 0..blocks(draws) {
            self.walk.advance(&mut self.columns, REMEMBERED);
        }
    }

    /// How an outcome is spread over the draws so far; nothing where no draw has a value.
    pub fn spread(&mut self, outcome: Outcome) -> Option<Spread> {
        let times = if matches!(outcome, Outcome::Arr(_)) { 12.0 } else { 1.0 };
        let column = column(&self.columns, outcome);
        Spread::of(&mut self.percentiles, column, times)
    }

    /// How ARR is spread at the end of each month.
    pub fn fan(&mut self) -> Vec<Option<Spread>> {
        (0..self.walk.months).map(|month| self.spread(Outcome::Arr(month))).collect()
    }

    /// How many draws lie in each band of a scale. Of ARR there is none.
    #[must_use]
    pub fn chances(&self, outcome: Outcome, scale: &Scale) -> Chances {
        Chances::of(column(&self.columns, outcome), scale)
    }

    /// The share of draws in which ARR reaches a goal by the end of a month, from 0 to 1; nothing before the first draw.
    #[must_use]
    pub fn chance_of_reaching(&self, month: usize, arr: f64) -> Option<f64> {
        let column = column(&self.columns, Outcome::Arr(month));
        let reached = column.iter().filter(|mrr| f64::from(**mrr) * 12.0 >= arr).count();
        (!column.is_empty()).then(|| reached as f64 / column.len() as f64)
    }

    /// Which uncertain quantity matters most for an outcome, that one first, by rank correlation over the first 10,240 draws.
    /// One that is drawn each month counts with its mean over the months.
    #[must_use]
    pub fn influence(&self, outcome: Outcome) -> Vec<Influence<PlanInput>> {
        let inputs = PlanInput::ALL.into_iter().zip(&self.columns.seen);
        by_influence(inputs.map(|(input, seen)| (input, seen.as_slice())), column(&self.columns, outcome))
    }
}

/// The column of an outcome; an empty one for a month that there is not.
fn column(columns: &WalkColumns, outcome: Outcome) -> &[f32] {
    match outcome {
        Outcome::Arr(month) => columns.paid.get(month).map(Vec::as_slice).unwrap_or_default(),
        Outcome::NetRetention => &columns.net_retention,
        Outcome::GrossRetention => &columns.gross_retention,
        Outcome::LifetimeValue => &columns.lifetime_value,
        Outcome::LtvToCac => &columns.value_to_cost,
        Outcome::Payback => &columns.payback,
    }
}

#[cfg(test)]
mod tests;
