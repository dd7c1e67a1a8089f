//! What a score means as a chance of leaving.

use super::counts::{AtScore, Counts};
use super::separation::{Fold, Purpose, folds};
use super::{Outcome, Rate, millionths, millionths_of};

/// Bins are ten points wide.
const BIN: u16 = 1_000;
/// Into so many parts accounts are put for the Brier score; each is judged by the others.
const FOLDS: u8 = 5;

/// Accounts whose scores lie close to each other, and how many of them left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    /// The lowest score, in hundredths of a point.
    pub from: u16,
    /// The score where the next bin starts; the last one holds 100 points too.
    pub to: u16,
    /// Of its accounts, those that left, with Wilson's interval; nothing where no account lies.
    pub left: Option<Rate>,
}

/// Neighbouring scores that are read as one chance of leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool {
    /// The lowest score in it, in hundredths of a point.
    pub from: u16,
    /// The highest score in it.
    pub to: u16,
    /// Its accounts that left.
    pub left: u64,
    /// All its accounts; never zero.
    pub accounts: u64,
}

impl Pool {
    /// The chance of leaving, in millionths.
    #[must_use]
    pub fn chance(&self) -> u32 {
        millionths(self.left.into(), self.accounts.into()).unwrap_or(0)
    }
}

/// The mean squared distance of chance and outcome (Brier, 1950), in millionths: 0 is perfect.
///
/// Accounts are put into five parts by chance; the chances of each part are those that the other four parts give, so none is
/// judged by a curve that was drawn through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brier {
    /// Of the chances that the scores are read as.
    pub of_scores: u32,
    /// Of saying the same for everybody: the share that left among the other parts. A score that tells something is below it.
    pub of_one_rate: u32,
}

/// What each score means as a chance of leaving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// Ten bins of ten points, lowest first.
    pub bins: [Bin; 10],
    /// The chance falls from pool to pool, lowest scores first: the curve that never rises and lies closest to the accounts
    /// (pool adjacent violators; Ayer and others, 1955).
    pub pools: Vec<Pool>,
    /// How far off chances read from it are.
    pub brier: Brier,
}

impl Calibration {
    /// Of scores and outcomes, parts by the seed. Nothing where nobody left or nobody stayed.
    pub(super) fn of(counts: &Counts, scores: &[u16], outcomes: &[Outcome], seed: u64) -> Option<Self> {
        (counts.left > 0 && counts.stayed > 0).then_some(())?;
        Some(Self { bins: bins(counts), pools: pools(counts), brier: brier(scores, outcomes, seed)? })
    }

    /// The chance of leaving that a score is read as, in millionths: that of its pool, and between two pools that of the lower
    /// one.
    #[must_use]
    pub fn chance(&self, score: u16) -> Option<u32> {
        pool_of(&self.pools, score).map(Pool::chance)
    }
}

fn bins(counts: &Counts) -> [Bin; 10] {
    let mut bins = [Bin { from: 0, to: 0, left: None }; 10];
    for (bin, number) in bins.iter_mut().zip(0_u16..) {
        let from = BIN.saturating_mul(number);
        let to = from.saturating_add(BIN);
        let within = |score: u16| from <= score && (score < to || number == 9);
        let inside = counts.scores().filter(|(score, _)| within(*score));
        let sum = inside.fold(AtScore::default(), |sum, (_, at)| sum.plus(at));
        *bin = Bin { from, to, left: Rate::of(sum.left, sum.all()) };
    }
    bins
}

/// Each score begins as a pool; one whose chance is not below that of the pool before it is put together with that one.
pub(super) fn pools(counts: &Counts) -> Vec<Pool> {
    let mut pools: Vec<Pool> = Vec::new();
    for (score, at) in counts.scores() {
        let mut new = Pool { from: score, to: score, left: at.left, accounts: at.all() };
        while let Some(before) = pools.pop_if(|before| !is_above(before, &new)) {
            new.from = before.from;
            new.left = new.left.saturating_add(before.left);
            new.accounts = new.accounts.saturating_add(before.accounts);
        }
        pools.push(new);
    }
    pools
}

fn is_above(one: &Pool, other: &Pool) -> bool {
    let cross = |one: &Pool, other: &Pool| u128::from(one.left).wrapping_mul(other.accounts.into());
    cross(one, other) > cross(other, one)
}

fn pool_of(pools: &[Pool], score: u16) -> Option<&Pool> {
    let after = pools.partition_point(|pool| pool.from <= score);
    pools.get(after.saturating_sub(1))
}

fn brier(scores: &[u16], outcomes: &[Outcome], seed: u64) -> Option<Brier> {
    let parts = folds(outcomes, FOLDS, seed, Purpose::Brier);
    let (mut sum, mut sum_of_rate, mut accounts) = (0.0, 0.0, 0_u64);
    for part in 0..FOLDS {
        let counts_of = |wanted: &dyn Fn(Fold) -> bool| {
            let mut counts = Counts::default();
            for ((score, outcome), fold) in scores.iter().zip(outcomes).zip(&parts) {
                if wanted(*fold) {
                    counts.add(*score, *outcome);
                }
            }
            counts
        };
        let (others, these) = (counts_of(&|fold| fold != Some(part)), counts_of(&|fold| fold == Some(part)));
        let pools = pools(&others);
        let rate = others.left as f64 / others.all() as f64;
        sum += squares(&these, |score| Some(share(pool_of(&pools, score)?)))?;
        sum_of_rate += squares(&these, |_| (others.all() > 0).then_some(rate))?;
        accounts = accounts.saturating_add(these.all());
    }
    let mean = |sum: f64| (accounts > 0).then(|| millionths_of(sum / accounts as f64));
    Some(Brier { of_scores: mean(sum)?, of_one_rate: mean(sum_of_rate)? })
}

fn share(pool: &Pool) -> f64 {
    pool.left as f64 / pool.accounts as f64
}

/// The squared distances of these accounts' outcomes from their chances, added up.
fn squares(counts: &Counts, chance: impl Fn(u16) -> Option<f64>) -> Option<f64> {
    let mut sum = 0.0;
    for (score, at) in counts.scores() {
        let chance = chance(score)?;
        sum += at.left as f64 * (1.0 - chance) * (1.0 - chance) + at.stayed as f64 * chance * chance;
    }
    Some(sum)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
