//! A plan walked through its months, 64 draws beside each other.

use super::four::{Four, each_four};
use super::{Block, LANES, Shape, Streams};

/// Months whose product is the retention of a year.
const YEAR: usize = 12;

/// One quantity of a plan while it is drawn.
#[derive(Clone, Debug)]
pub struct Quantity {
    shape: Shape,
    /// Drawn anew for every month, or once for all of them.
    redrawn: bool,
    streams: Streams,
    now: Block,
    /// What the months had, added up; only where they differ.
    sum: Block,
}

impl Quantity {
    /// A quantity with streams of its own. One that is `redrawn` goes up and down from month to month; one that is not is
    /// merely unknown.
    #[must_use]
    pub const fn new(shape: Shape, redrawn: bool, streams: Streams) -> Self {
        Self { shape, redrawn, streams, now: [0.0; LANES], sum: [0.0; LANES] }
    }

    fn start(&mut self) {
        if self.redrawn {
            self.sum = [0.0; LANES];
        } else {
            self.shape.fill(&mut self.streams, &mut self.now);
        }
    }

    fn next_month(&mut self) {
        if self.redrawn {
            self.shape.fill(&mut self.streams, &mut self.now);
            add(&mut self.sum, &self.now);
        }
    }

    /// Its mean over the months.
    fn mean(&self, months: usize) -> Block {
        if self.redrawn { scaled(&self.sum, 1.0 / months as f32) } else { self.now }
    }
}

/// Everything a plan needs, in the order in which it is drawn.
#[derive(Clone, Debug)]
pub struct Walk {
    /// How many months, twelve or more.
    pub months: usize,
    /// What is paid each month at the start.
    pub start: Quantity,
    /// Share of the month's opening that leaves.
    pub churn: Quantity,
    /// Share of the month's opening by which those who stay pay less.
    pub contraction: Quantity,
    /// Share of the month's opening by which those who stay pay more.
    pub expansion: Quantity,
    /// What is spent in a month on winning customers.
    pub spend: Quantity,
    /// By which share a month's spending is above that of the month before.
    pub growth: Quantity,
    /// What it costs to win one customer.
    pub cost: Quantity,
    /// What one customer pays in a month.
    pub revenue: Quantity,
    /// Which share of that is left after serving the customer.
    pub margin: Quantity,
}

/// What a walk leaves behind, a value for each draw. What is not finite stands for "there is no value": a divisor was zero.
#[derive(Clone, Debug, Default)]
pub struct WalkColumns {
    /// What is paid in each month.
    pub paid: Vec<Vec<f32>>,
    /// Kept of the first month's opening after twelve months, with expansion.
    pub net_retention: Vec<f32>,
    /// The same without expansion.
    pub gross_retention: Vec<f32>,
    /// What a customer brings before leaving.
    pub lifetime_value: Vec<f32>,
    /// The same for each unit that winning the customer costs.
    pub value_to_cost: Vec<f32>,
    /// Months after which a customer has brought what winning it costs.
    pub payback: Vec<f32>,
    /// The mean over the months of each quantity in the order of [`Walk`], of the first draws only.
    pub seen: [Vec<f32>; 9],
}

impl WalkColumns {
    /// Columns with room for so many draws.
    #[must_use]
    pub fn with_room(months: usize, draws: usize, remembered: usize) -> Self {
        let column = || Vec::with_capacity(draws);
        Self {
            paid: (0..months).map(|_| column()).collect(),
            net_retention: column(),
            gross_retention: column(),
            lifetime_value: column(),
            value_to_cost: column(),
            payback: column(),
            seen: std::array::from_fn(|_| Vec::with_capacity(remembered)),
        }
    }

    /// How many draws there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.net_retention.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.net_retention.is_empty()
    }
}

/// What becomes of one block.
struct State {
    paid: Block,
    net: Block,
    gross: Block,
    /// Σ churn, for its mean.
    lost: Block,
    won: Block,
    grown: Block,
}

impl Walk {
    /// Walks [`LANES`] more draws. Of the first `remembered` draws it is kept what went into them.
    pub fn advance(&mut self, columns: &mut WalkColumns, remembered: usize) {
        let months = self.months;
        self.all().into_iter().for_each(Quantity::start);
        let mut state = State {
            paid: self.start.now,
            net: [1.0; LANES],
            gross: [1.0; LANES],
            lost: [0.0; LANES],
            won: [0.0; LANES],
            grown: [1.0; LANES],
        };
        let wins_vary = self.spend.redrawn || self.cost.redrawn || self.revenue.redrawn;
        for (month, column) in columns.paid.iter_mut().enumerate().take(months) {
            self.all().into_iter().for_each(Quantity::next_month);
            if wins_vary || month == 0 {
                win(&mut state.won, &self.spend.now, &self.cost.now, &self.revenue.now);
            }
            if month > 0 {
                grow(&mut state.grown, &self.growth.now);
            }
            let rates = [&self.churn.now, &self.contraction.now, &self.expansion.now];
            if month < YEAR {
                step::<true>(&mut state, rates);
            } else {
                step::<false>(&mut state, rates);
            }
            column.extend_from_slice(&state.paid);
        }
        self.keep(&state, columns, remembered);
    }

    /// What a finished block says about a customer.
    fn keep(&mut self, state: &State, columns: &mut WalkColumns, remembered: usize) {
        let months = self.months;
        let of_customer = Customer {
            cost: self.cost.mean(months),
            revenue: self.revenue.mean(months),
            margin: self.margin.mean(months),
            churn: if self.churn.redrawn { scaled(&state.lost, 1.0 / months as f32) } else { self.churn.now },
        };
        let [value, to_cost, payback] = of_customer.worth();
        columns.net_retention.extend_from_slice(&state.net);
        columns.gross_retention.extend_from_slice(&state.gross);
        columns.lifetime_value.extend_from_slice(&value);
        columns.value_to_cost.extend_from_slice(&to_cost);
        columns.payback.extend_from_slice(&payback);
        if columns.seen.first().is_some_and(|seen| seen.len() < remembered) {
            for (seen, quantity) in columns.seen.iter_mut().zip(self.all()) {
                seen.extend_from_slice(&quantity.mean(months));
            }
        }
    }

    const fn all(&mut self) -> [&mut Quantity; 9] {
        [
            &mut self.start,
            &mut self.churn,
            &mut self.contraction,
            &mut self.expansion,
            &mut self.spend,
            &mut self.growth,
            &mut self.cost,
            &mut self.revenue,
            &mut self.margin,
        ]
    }
}

/// One month: what leaves, at most everything; what those who stay add; what is won. `FIRST_YEAR` where it counts for a year's
/// retention.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn step<const FIRST_YEAR: bool>(state: &mut State, rates: [&Block; 3]) {
    let State { paid, net, gross, lost, won, grown } = state;
    let [churn, contraction, expansion] = rates.map(fours);
    let rates = churn.zip(contraction).zip(expansion);
    let wins = fours(won).zip(fours(grown)).map(|(won, grown)| won * grown);
    let [paid, net, gross, lost] =
        [paid, net, gross, lost].map(|block| block.as_chunks_mut::<4>().0.iter_mut());
    let places = paid.zip(net).zip(gross).zip(lost);
    let [none, one] = [0.0, 1.0].map(Four::splat);
    for ((((churn, contraction), expansion), won), (((paid, net), gross), lost)) in
        rates.zip(wins).zip(places)
    {
        let left = one - (churn + contraction);
        let left = none.below(left).pick(left, none);
        let kept = left + expansion;
        (Four::load(lost) + churn).store(lost);
        if FIRST_YEAR {
            (Four::load(net) * kept).store(net);
            (Four::load(gross) * left).store(gross);
        }
        (Four::load(paid) * kept + won).store(paid);
    }
}

/// What a month's spending wins, in what is paid each month.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn win(won: &mut Block, spend: &Block, cost: &Block, revenue: &Block) {
    each_four!(won, spend = spend, cost = cost, revenue = revenue => spend / cost * revenue);
}

#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn grow(grown: &mut Block, growth: &Block) {
    for (grown, growth) in grown.as_chunks_mut::<4>().0.iter_mut().zip(fours(growth)) {
        (Four::load(grown) * (Four::splat(1.0) + growth)).store(grown);
    }
}

#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn add(sum: &mut Block, more: &Block) {
    for (sum, more) in sum.as_chunks_mut::<4>().0.iter_mut().zip(fours(more)) {
        (Four::load(sum) + more).store(sum);
    }
}

#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn scaled(block: &Block, by: f32) -> Block {
    let mut scaled = [0.0; LANES];
    each_four!(scaled, value = block => value * Four::splat(by));
    scaled
}

/// The lanes, four at once.
#[inline(always)]
fn fours(block: &Block) -> impl Iterator<Item = Four> {
    block.as_chunks::<4>().0.iter().map(Four::load)
}

/// Of one customer, for each draw.
struct Customer {
    cost: Block,
    revenue: Block,
    margin: Block,
    churn: Block,
}

impl Customer {
    /// The lifetime value, the same for each unit of cost, and the months until the cost is paid back.
    #[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
    fn worth(&self) -> [Block; 3] {
        let [mut value, mut to_cost, mut payback] = [[0.0; LANES]; 3];
        let Self { cost, revenue, margin, churn } = self;
        each_four!(value, revenue = revenue, margin = margin, churn = churn => revenue * margin / churn);
        each_four!(to_cost, value = value, cost = cost => value / cost);
        each_four!(payback, revenue = revenue, margin = margin, cost = cost => cost / (revenue * margin));
        [value, to_cost, payback]
    }
}
