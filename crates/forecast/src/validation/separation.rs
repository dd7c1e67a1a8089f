//! Accounts in parts by chance, as many that left in each as in any other.

use super::Outcome;
use plimsoll_columns::draws::Places;

/// The part of an account, from zero; nothing for one of which it is not known whether it left.
pub(super) type Fold = Option<u8>;

/// What the parts are for. Each purpose has chance of its own, so that no part of one is a part of another.
#[derive(Clone, Copy, Debug)]
pub(super) enum Purpose {
    /// Judging chances by other accounts.
    Brier,
    /// Keeping accounts back for the test.
    Test,
    /// Learning from no more accounts than the most.
    Limit,
    /// Choosing the strength of a penalty.
    Strength,
}

/// Puts accounts into parts. Those that left and those that stayed are each dealt out in an order by chance, so the parts differ
/// by one of each at most.
pub(super) fn folds(outcomes: &[Outcome], parts: u8, seed: u64, purpose: Purpose) -> Vec<Fold> {
    let mut folds = vec![None; outcomes.len()];
    let first = (purpose as u32).saturating_mul(2);
    for (number, which) in (first..).zip([Outcome::Left, Outcome::Stayed]) {
        let these = outcomes.iter().enumerate().filter(|(_, outcome)| **outcome == which);
        let mut these: Vec<usize> = these.map(|(place, _)| place).collect();
        Places::new(seed, number).shuffle(&mut these);
        for (place, part) in these.into_iter().zip((0..parts).cycle()) {
            if let Some(fold) = folds.get_mut(place) {
                *fold = Some(part);
            }
        }
    }
    folds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_its_share_of_both_and_the_seed_decides() {
        use Outcome::{Left, Stayed, Unknown};
        let outcomes: Vec<_> =
            (0..103).map(|place| if place % 4 == 0 { Left } else { Stayed }).chain([Unknown]).collect();
        let parts = folds(&outcomes, 5, 1, Purpose::Test);
        for part in 0..5 {
            let count = |which| {
                parts.iter().zip(&outcomes).filter(|(fold, of)| **fold == Some(part) && **of == which).count()
            };
            assert!((5..=6).contains(&count(Left)) && (15..=16).contains(&count(Stayed)), "{part}");
        }
        assert_eq!(parts.last(), Some(&None));
        assert_eq!(parts, folds(&outcomes, 5, 1, Purpose::Test));
        assert_ne!(parts, folds(&outcomes, 5, 2, Purpose::Test));
        assert_ne!(parts, folds(&outcomes, 5, 1, Purpose::Brier));
    }
}
