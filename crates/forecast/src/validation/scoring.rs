//! Scores of accounts under given weights, and the class of a score.

use plimsoll_columns::scores::Class;

use super::{HIGHEST, MISSING, Thresholds};

/// The class of a score in hundredths of a point; nothing where there is no score.
pub(super) const fn class_of(score: u16, thresholds: Thresholds) -> Option<Class> {
    Some(match score {
        _ if score > HIGHEST => return None,
        _ if score < thresholds.red_below => Class::Red,
        _ if score < thresholds.green_from => Class::Yellow,
        _ => Class::Green,
    })
}

/// The weighted sum of what is present, and the weight of that: the score is their quotient.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weighed {
    pub(super) sum: u64,
    pub(super) weight: u64,
}

impl Weighed {
    /// Rounded down to whole hundredths. A threshold is whole hundredths as well, so whether a score lies below it is decided as
    /// on the exact quotient.
    pub(super) fn score(self) -> u16 {
        let score = self.sum.checked_div(self.weight).unwrap_or(u64::from(MISSING));
        u16::try_from(score).unwrap_or(MISSING)
    }

    fn add(&mut self, weight: u64, value: u16) {
        if value <= HIGHEST {
            self.sum = self.sum.saturating_add(weight.saturating_mul(value.into()));
            self.weight = self.weight.saturating_add(weight);
        }
    }
}

/// What each account weighs. A column for each indicator, a value for each account.
pub(super) fn weigh_accounts(columns: &[&[u16]], weights: &[u32]) -> Vec<Weighed> {
    let accounts = columns.iter().map(|column| column.len()).min().unwrap_or(0);
    let mut weighed = vec![Weighed::default(); accounts];
    for (column, weight) in columns.iter().zip(weights) {
        for (account, value) in weighed.iter_mut().zip(*column) {
            account.add(u64::from(*weight), *value);
        }
    }
    weighed
}

/// The score of each account: the weighted mean of the indicators that are present, in hundredths of a point, **rounded down** so
/// that a class read from it is the exact one. [`MISSING`] where nothing that has a weight is present.
pub(super) fn score_accounts(columns: &[&[u16]], weights: &[u32]) -> Vec<u16> {
    weigh_accounts(columns, weights).into_iter().map(Weighed::score).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edge_belongs_to_the_class_that_starts_there() {
        let thresholds = Thresholds { red_below: 4_000, green_from: 7_000 };
        let found = [0, 3_999, 4_000, 6_999, 7_000, HIGHEST].map(|score| class_of(score, thresholds));
        use Class::{Green, Red, Yellow};
        assert_eq!(found, [Red, Red, Yellow, Yellow, Green, Green].map(Some));
        assert_eq!(class_of(MISSING, thresholds), None);
    }

    #[test]
    fn a_score_is_the_mean_of_what_is_there_rounded_down() {
        let columns: [&[u16]; 2] = [&[8_000, 8_000, MISSING], &[2_001, MISSING, MISSING]];
        assert_eq!(score_accounts(&columns, &[50, 50]), [5_000, 8_000, MISSING]);
    }

    #[test]
    fn what_is_out_of_range_or_has_no_weight_counts_for_nothing() {
        let columns: [&[u16]; 2] = [&[4_000, 10_001], &[9_000, 9_000]];
        assert_eq!(score_accounts(&columns, &[1, 0]), [4_000, MISSING]);
        assert_eq!(score_accounts(&columns, &[u32::MAX, u32::MAX]), [6_500, 9_000]);
        assert_eq!(score_accounts(&[], &[]), [0; 0]);
    }
}
