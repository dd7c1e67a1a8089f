//! What the tests of several parts need.

#![allow(clippy::arithmetic_side_effects, reason = "the counts of a test are small")]

use super::{Counts, Outcome, Outcomes};

/// Accounts by their score and whether they left.
pub(super) fn accounts(list: &[(u16, bool)]) -> Counts {
    let mut counts = Counts::default();
    for (score, left) in list {
        counts.add(*score, if *left { Outcome::Left } else { Outcome::Stayed });
    }
    counts
}

/// Numbers that only have to be the same here and in the script that worked out what is expected: the textbook's congruential
/// generator, of which the upper 15 bits are taken.
pub(super) struct Textbook(pub(super) u64);

impl Textbook {
    pub(super) fn next(&mut self) -> u16 {
        self.0 = (self.0 * 1_103_515_245 + 12_345) % (1 << 31);
        (self.0 >> 16) as u16
    }
}

/// Two hundred accounts with two scores.
pub(super) fn two_scores() -> (Vec<u16>, Vec<u16>, Vec<Outcome>) {
    let mut numbers = Textbook(42);
    let mut found = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..200 {
        let [one, other, left] = [numbers.next() % 3_000, numbers.next() % 4_000, numbers.next() % 5];
        let stays = left != 0;
        found.0.push(one + if stays { 900 } else { 0 });
        found.1.push(other + if stays { 600 } else { 0 });
        found.2.push(if stays { Outcome::Stayed } else { Outcome::Left });
    }
    found
}

/// Accounts whose indicators are any from 0 to 100 points, and who stay with a logistic chance of `start` and, for each whole
/// range of an indicator, `truth`.
pub(super) fn portfolio(seed: u64, accounts: usize, truth: &[f64], start: f64) -> (Vec<Vec<u16>>, Outcomes) {
    let mut numbers = Textbook(seed);
    let mut columns = vec![Vec::new(); truth.len()];
    let mut left = Vec::new();
    for _ in 0..accounts {
        let mut sum = start;
        for (column, truth) in columns.iter_mut().zip(truth) {
            let value = numbers.next() % 10_001;
            sum += truth * f64::from(value) / 10_000.0;
            column.push(value);
        }
        let unit =
            (f64::from(numbers.next()) * 32_768.0 + f64::from(numbers.next()) + 0.5) / f64::from(1 << 30);
        left.push(Some(unit >= 1.0 / (1.0 + libm::exp(-sum))));
    }
    (columns, Outcomes::undated(&left))
}
