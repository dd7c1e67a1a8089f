#![allow(clippy::arithmetic_side_effects, reason = "the counts of a test are small")]
#![allow(clippy::indexing_slicing, reason = "a test stops where it is surprised")]

use super::*;
use crate::validation::tests::two_scores;
use crate::validation::{MISSING, Outcome};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

const THRESHOLDS: Thresholds = Thresholds { red_below: 4_000, green_from: 7_000 };

fn outcomes(of: &[Outcome]) -> Outcomes {
    let cell = |outcome: &Outcome| match outcome {
        Outcome::Left => Some(true),
        Outcome::Stayed => Some(false),
        Outcome::Unknown => None,
    };
    Outcomes::undated(&of.iter().map(cell).collect::<Vec<_>>())
}

/// scikit-learn's `roc_auc_score` and `average_precision_score` on the same numbers give 0.7203774 and 0.4946350.
#[test]
fn a_score_is_judged() {
    let (scores, _, of) = two_scores();
    let outcomes = outcomes(&of);
    let scored = Scored { scores: &scores, outcomes: &outcomes, arr: &[] };
    let thresholds = Thresholds { red_below: 1_000, green_from: 3_000 };
    let found = validate(&scored, thresholds, 1);
    let summary = found.as_ref().map(|found| (found.area.millionths(), found.average_precision, found.few));
    assert_eq!(summary, Ok((720_377, 494_635, true)));
    assert_eq!(found.as_ref().map(|found| found.timing), Ok(Timing::Undated));
    assert_eq!(found.map(|found| found.left.count), Ok(33));
}

#[test]
fn what_cannot_be_judged_says_why() {
    use Outcome::{Left, Stayed, Unknown};
    let judge = |scores: &[u16], of: &[Outcome], arr: &[i64]| {
        validate(&Scored { scores, outcomes: &outcomes(of), arr }, THRESHOLDS, 1).err()
    };
    let with = |left: usize, stayed: usize| [vec![Left; left], vec![Stayed; stayed]].concat();
    let scores: Vec<u16> = (0..40).collect();
    assert_eq!(judge(&scores, &with(0, 40), &[]), Some(NoVerdict::NobodyLeft));
    assert_eq!(judge(&scores, &with(40, 0), &[]), Some(NoVerdict::NobodyStayed));
    assert_eq!(judge(&scores, &[Unknown; 40], &[]), Some(NoVerdict::NobodyLeft));
    assert_eq!(judge(&scores, &with(9, 31), &[]), Some(NoVerdict::TooFewLeft { left: 9 }));
    assert_eq!(judge(&scores, &with(31, 9), &[]), Some(NoVerdict::TooFewStayed { stayed: 9 }));
    assert_eq!(judge(&[77; 40], &with(20, 20), &[]), Some(NoVerdict::OneScore { score: 77 }));
    assert_eq!(judge(&[MISSING; 40], &with(20, 20), &[]), Some(NoVerdict::NobodyLeft));
    assert_eq!(judge(&scores, &with(20, 19), &[]), Some(NoVerdict::LengthsDiffer));
    assert_eq!(judge(&scores, &with(20, 20), &[5]), Some(NoVerdict::LengthsDiffer));
    assert_eq!(judge(&scores, &with(10, 30), &[]), None);
    let scored = Scored { scores: &scores, outcomes: &outcomes(&with(10, 30)), arr: &[] };
    let reversed = Thresholds { red_below: 7_000, green_from: 4_000 };
    assert_eq!(validate(&scored, reversed, 1).err(), Some(NoVerdict::ThresholdsReversed));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn confusion_adds_up(rows in proptest::collection::vec((0_u16..10_001, 0_usize..3, 0_i64..1_000_000), 0..60), below in 0_u16..10_001) {
        let of: Vec<_> = rows.iter().map(|row| [Outcome::Left, Outcome::Stayed, Outcome::Unknown][row.1]).collect();
        let scores: Vec<_> = rows.iter().map(|row| row.0).collect();
        let arr: Vec<_> = rows.iter().map(|row| row.2).collect();
        let outcomes = outcomes(&of);
        let found = Confusion::below(below, &Scored { scores: &scores, outcomes: &outcomes, arr: &arr });
        let fields = [found.warned_left, found.warned_stayed, found.quiet_left, found.quiet_stayed];
        let counts = Counts::of(&scores, &of);
        prop_assert_eq!(fields.iter().map(|field| field.accounts).sum::<u64>(), counts.all());
        prop_assert_eq!(found.warned_left.accounts + found.quiet_left.accounts, counts.left);
        let known = rows.iter().filter(|row| row.1 < 2).map(|row| i128::from(row.2));
        prop_assert_eq!(fields.iter().map(|field| field.arr).sum::<i128>(), known.sum::<i128>());
    }
}
