//! A portfolio in wasm, as a worker would hold it, with everything around it left out.

use plimsoll_columns::scores::{Accounts, Class, Key, Missing, Portfolio, Scheme, View, Weighing};
use wasm_bindgen::prelude::wasm_bindgen;

/// The page's own.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}

/// Accounts and their scores.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bench(Portfolio);

#[wasm_bindgen]
impl Bench {
    /// Takes a table: indicators in hundredths of a point and amounts in minor units, column after column; nothing where it is refused.
    #[must_use]
    pub fn take(indicators: &[u16], segments: Vec<u16>, segment_count: u16, amounts: &[i64]) -> Option<Self> {
        let count = segments.len().max(1);
        let accounts = Accounts {
            indicators: indicators.chunks(count).map(<[u16]>::to_vec).collect(),
            owners: vec![0; segments.len()],
            segments,
            segment_count,
            amounts: amounts.chunks(count).map(<[i64]>::to_vec).collect(),
        };
        let mut portfolio = Portfolio::new(accounts).ok()?;
        // The order by ARR, which lists rest on, is made once, by the first that asks for it.
        portfolio.largest(Class::Red, None, 0).ok()?;
        Some(Self(portfolio))
    }

    /// Scores everything by the weights of one segment after the other. Answers, by segment and class (red, yellow, green), the count and
    /// each sum; then the hundred largest red accounts, −1 where there are fewer.
    pub fn score(&mut self, weights: &[u32], red_below: u16, green_from: u16, missing: u8) -> Vec<f64> {
        let count = self.0.segment_count();
        let each = weights.len().checked_div(count).unwrap_or_default().max(1);
        let weighing = |weights: &[u32]| Weighing { weights: weights.to_vec(), red_below, green_from };
        let missing = match missing {
            1 => Missing::LeavesOut,
            2 => Missing::CountsAsZero,
            _ => Missing::GivesUpWeight,
        };
        let scheme = Scheme { segments: weights.chunks(each).map(weighing).collect(), missing };
        if self.0.score(&scheme).is_err() {
            return Vec::new();
        }
        let mut out = Vec::new();
        for segment in 0..count {
            for class in [Class::Red, Class::Yellow, Class::Green] {
                let sums = self.0.sums(class, Some(segment));
                out.push(sums.accounts as f64);
                out.extend(sums.amounts.iter().map(|sum| *sum as f64));
            }
        }
        let largest = self.0.largest(Class::Red, None, 100).unwrap_or_default();
        out.extend(largest.iter().map(|row| f64::from(*row)));
        out.extend(std::iter::repeat_n(-1.0, 100_usize.saturating_sub(largest.len())));
        out
    }

    /// Averages, bins and coverage, of which how many accounts have a score, and what their scores come to in hundredths of a point.
    pub fn averages(&mut self) -> Vec<f64> {
        let total = self.0.spreads().map(|spreads| spreads.total).unwrap_or_default();
        vec![total.scored as f64, total.points as f64]
    }

    /// How many accounts are in another class than in the baseline; a hundred of them are listed.
    pub fn moved(&mut self) -> u32 {
        self.0.moved(100).map_or(0, |moved| moved.total)
    }

    /// The rows of the hundred lowest scores.
    pub fn worst(&mut self) -> Vec<u32> {
        self.0.worst(100).unwrap_or_default()
    }

    /// A hundred rows of the table sorted by score, from a place on.
    pub fn window(&mut self, start: usize) -> Vec<u32> {
        self.0.window(&View::all(Key::Score, false), start, 100).map(|window| window.rows).unwrap_or_default()
    }

    /// Keeps the scores as they are as the baseline.
    pub fn keep(&mut self) -> bool {
        self.0.keep_as_baseline().is_ok()
    }
}
