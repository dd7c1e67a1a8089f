//! Weights that the accounts' own history suggests.
//!
//! Logistic regression of staying on the indicators, with weights that cannot be below zero (every indicator is "higher is better")
//! and are held small by an L2 penalty (Hoerl and Kennard, 1970; le Cessie and van Houwelingen, 1992), whose strength is
//! the one with the least log loss in five parts of the training accounts. Classes are not weighed against each other, because
//! the chances would no longer be true. What is suggested was tested on accounts, or at a time, that it was not trained on.

mod bounded;
mod check;
mod held;
mod newton;
mod resample;
mod strength;
mod suggestion;
mod sums;
mod table;

pub use check::{LEAST_LEFT_TO_TRAIN, LEFT_PER_INDICATOR, NoFit, SetAside};
pub use suggestion::{Suggested, SuggestedWeight, Suggestion, Tested};

use super::Outcomes;
use held::Held;
use resample::Resampled;
use strength::Strengths;
use table::Table;

/// No model asks for more; a health score rests on five to ten.
pub const MOST_INDICATORS: usize = 32;
/// Of ten parts so many are kept for the test.
const HELD_OUT: u8 = 3;
/// More accounts than these are not trained on: a part of them by chance is, and all others of the training side are left. The
/// weights are then known better than anybody needs, and each twice as many would take twice as long.
pub const MOST_TRAINED: usize = 100_000;

/// Accounts to learn from, or to test on: a column for each indicator with a value for each account.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// The indicators in hundredths of a point, higher is better; [`MISSING`](super::MISSING) where there is none.
    pub columns: &'a [&'a [u16]],
    /// What became of each account.
    pub outcomes: &'a Outcomes,
    /// Which account each row is, by number, to find one that stands there twice; empty where that is known not to be.
    pub accounts: &'a [u32],
}

/// What a suggestion is tested on.
#[derive(Clone, Copy, Debug)]
pub enum Separation<'a> {
    /// Three tenths of the accounts, by chance, of those that left and those that stayed alike.
    OtherAccounts,
    /// Later snapshots, of the same accounts or others. What became of those that are learnt from must have been known before
    /// the first of these was taken.
    LaterTime(Rows<'a>),
}

/// How far a fit is.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// So many steps of so many are done.
    Working {
        /// Done.
        done: u32,
        /// Of all; it does not change.
        of: u32,
    },
    /// All are.
    Done(Box<Suggestion>),
}

/// A fit that goes by steps, so that who runs it can say how far it is, and is ended by being dropped. It holds copies of what it
/// needs.
///
/// The same rows and seed give the same suggestion to the last bit, on every machine.
///
/// ```
/// use plimsoll_forecast::validation::{Fit, Outcomes, Rows, Separation, Step};
/// // Use is low where accounts leave, more often than not; the other indicator is any.
/// let (usage, other): (Vec<u16>, Vec<u16>) =
///     (0..400_u16).map(|place| (place * 25, place.wrapping_mul(7_919) % 10_000)).unzip();
/// let left: Vec<_> = (0..400).map(|place| Some(place * 7 % 10 < if place < 150 { 6 } else { 1 })).collect();
/// let outcomes = Outcomes::undated(&left);
/// let rows = Rows { columns: &[&usage, &other], outcomes: &outcomes, accounts: &[] };
/// let mut fit = Fit::new(&rows, &[5_000, 5_000], Separation::OtherAccounts, 1)?;
/// let suggestion = loop {
///     match fit.step()? {
///         Step::Working { done, of } => assert!(done <= of),
///         Step::Done(suggestion) => break suggestion,
///     }
/// };
/// assert!(suggestion.weights()[0] > 8_000);
/// assert!(suggestion.compared.difference.millionths > 0);
/// # Ok::<(), plimsoll_forecast::validation::NoFit>(())
/// ```
#[derive(Clone, Debug)]
pub struct Fit {
    table: Table,
    held: Held,
    strengths: Strengths,
    /// The coefficients that the training accounts give under the chosen strength.
    fitted: Vec<f64>,
    resampled: Option<Resampled>,
    done: u32,
    seed: u64,
}

impl Fit {
    /// Begins a fit; `current` are the weights that the suggestion is compared with, in any measure.
    ///
    /// # Errors
    ///
    /// Says why nothing can be learnt; see [`NoFit`].
    pub fn new(
        rows: &Rows<'_>,
        current: &[u32],
        separation: Separation<'_>,
        seed: u64,
    ) -> Result<Self, NoFit> {
        check::rows(rows, current)?;
        if let Separation::LaterTime(later) = &separation {
            check::rows(later, current)?;
            check::later(rows.outcomes, later.outcomes)?;
        }
        let (training, held) = Held::apart(rows, current, &separation, seed);
        let table = Table::of(rows, &training, seed);
        check::enough(&table, &held)?;
        Ok(Self {
            strengths: Strengths::new(),
            table,
            held,
            fitted: Vec::new(),
            resampled: None,
            done: 0,
            seed,
        })
    }

    /// How many steps there are in all.
    #[must_use]
    pub const fn steps() -> u32 {
        Strengths::STEPS.saturating_add(2).saturating_add(Resampled::STEPS)
    }

    /// Does the next step.
    ///
    /// # Errors
    ///
    /// [`NoFit::NothingTells`], once it is found that no indicator goes with staying.
    pub fn step(&mut self) -> Result<Step, NoFit> {
        let into_draws = self.done.checked_sub(Strengths::STEPS.saturating_add(1));
        match (self.done < Strengths::STEPS, into_draws, &mut self.resampled) {
            (true, ..) => self.strengths.step(&self.table, self.done),
            (false, None, _) => self.fit()?,
            (false, Some(_), None) => {
                let strength = self.strengths.best();
                self.resampled = Some(Resampled::new(&self.table, &self.fitted, strength, self.seed));
            }
            (false, Some(_), Some(resampled)) => {
                if self.done >= Self::steps() {
                    return self.suggestion().map(|suggestion| Step::Done(Box::new(suggestion)));
                }
                resampled.step(&self.table);
            }
        }
        self.done = self.done.saturating_add(1);
        Ok(Step::Working { done: self.done, of: Self::steps() })
    }

    /// Does all steps that are left.
    ///
    /// # Errors
    ///
    /// As [`Fit::step`].
    pub fn finish(mut self) -> Result<Suggestion, NoFit> {
        loop {
            if let Step::Done(suggestion) = self.step()? {
                return Ok(*suggestion);
            }
        }
    }

    fn fit(&mut self) -> Result<(), NoFit> {
        let rows = self.table.all();
        let mut place = newton::Place::zero(&self.table, &rows);
        self.fitted =
            newton::most_likely(&self.table, &rows, self.strengths.best(), &mut place, newton::EXACT);
        let tells = self.fitted.iter().skip(1).any(|coefficient| *coefficient > 0.0);
        if tells { Ok(()) } else { Err(NoFit::NothingTells) }
    }

    fn suggestion(&self) -> Result<Suggestion, NoFit> {
        let resampled = self.resampled.as_ref().ok_or(NoFit::NothingTells)?;
        suggestion::of(&self.table, &self.held, &self.fitted, resampled, self.strengths.best())
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
