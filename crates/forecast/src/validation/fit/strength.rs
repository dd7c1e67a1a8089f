//! How strong the penalty is: the strength whose coefficients, learnt from four parts, best foretell the fifth.

use super::newton::{Place, ROUGH, most_likely};
use super::sums::mean_loss;
use super::table::{PARTS, Table};

/// The strengths that are tried, strongest first, against the mean log loss of indicators of one spread.
const TRIED: [f64; 8] = [1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.000_1];

/// The log loss of each strength so far.
#[derive(Clone, Debug)]
pub(super) struct Strengths {
    losses: [f64; TRIED.len()],
    /// Where the strength before ended, within the same part.
    place: Option<Place>,
}

impl Strengths {
    /// Each strength in each part is one step.
    pub(super) const STEPS: u32 = (TRIED.len() as u32).saturating_mul(PARTS as u32);

    pub(super) const fn new() -> Self {
        Self { losses: [0.0; TRIED.len()], place: None }
    }

    /// The next strength, each part from the strongest on.
    pub(super) fn step(&mut self, table: &Table, done: u32) {
        let tried = TRIED.len() as u32;
        let (part, which) = (done.checked_div(tried).unwrap_or(0), done.checked_rem(tried).unwrap_or(0));
        let (these, others) = table.part(part as usize);
        if which == 0 {
            self.place = None;
        }
        let place = self.place.get_or_insert_with(|| Place::zero(table, &others));
        if let Some((strength, loss)) = TRIED.iter().zip(&mut self.losses).nth(which as usize) {
            *loss += mean_loss(table, &these, &most_likely(table, &others, *strength, place, ROUGH));
        }
    }

    /// The strength with the least loss; of equal ones the strongest.
    pub(super) fn best(&self) -> f64 {
        let mut best = (f64::INFINITY, 0.0);
        for (strength, loss) in TRIED.iter().zip(self.losses) {
            if loss < best.0 {
                best = (loss, *strength);
            }
        }
        best.1
    }
}
