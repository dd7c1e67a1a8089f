use super::*;
use crate::uncertainty::rank_correlation;

const THRESHOLDS: Thresholds = Thresholds { red_below: 4_000, green_from: 7_000 };

#[test]
fn worked_by_hand() {
    let columns: [&[u16]; 2] = [&[8_000, 3_000, 3_800, MISSING], &[2_000, 5_100, 9_000, 4_000]];
    // Scores are 50, 40.5, 64 and 40; nobody is red.
    use Outcome::{Left, Stayed};
    let found = stability(&columns, &[5_000, 5_000], &[Left, Left, Stayed, Stayed], THRESHOLDS);
    let moved = found.as_ref().map(|found| found.moved.as_slice()).unwrap_or_default();
    let summary: Vec<_> = moved.iter().map(|moved| (moved.indicator, moved.points, moved.weight)).collect();
    assert_eq!(summary, [(0, -5, 4_500), (0, 5, 5_500), (1, -5, 4_500), (1, 5, 5_500)]);
    // At 55 of 105 the second has (165,000 + 255,000) ÷ 105 = 40 exactly; at 45 of 95 for the other 39.947.
    let red: Vec<_> =
        moved.iter().map(|moved| (moved.accounts, moved.changed_class, moved.into_red)).collect();
    assert_eq!(red, [(4, 0, 0), (4, 0, 0), (4, 1, 1), (4, 0, 0)]);
    assert_eq!(found.as_ref().map(|found| found.area), Ok(Some(500_000)));
}

#[test]
fn a_weight_that_is_gone_takes_its_accounts_along() {
    let columns: [&[u16]; 2] = [&[5_000, 6_000, 7_000, MISSING], &[5_000, 6_000, MISSING, 9_000]];
    let found = stability(&columns, &[1, 30], &[Outcome::Stayed; 4], THRESHOLDS);
    let moved = found.map(|found| found.moved).unwrap_or_default();
    let down = moved.first();
    assert_eq!(down.map(|moved| (moved.weight, moved.accounts)), Some((0, 3)), "the third has no score then");
    assert_eq!(down.and_then(|moved| moved.rank_correlation), Some(1_000_000));
    assert_eq!(down.and_then(|moved| moved.area), None);
}

#[test]
fn places_are_those_of_sorting() {
    let mut numbers = crate::validation::tests::Textbook(5);
    let one: Vec<u16> = (0..500).map(|_| numbers.next() % 200).collect();
    let other: Vec<u16> = one.iter().map(|score| score / 3 + numbers.next() % 50).collect();
    let floats = |scores: &[u16]| scores.iter().map(|score| f32::from(*score)).collect::<Vec<_>>();
    let expected = rank_correlation(&floats(&one), &floats(&other));
    let found = correlation_of_places(places(&one).into_iter().zip(places(&other)), 500);
    assert_eq!(found, expected);
}

#[test]
fn what_cannot_be_moved_says_why() {
    let column: &[u16] = &[5_000, MISSING];
    let outcomes = [Outcome::Left, Outcome::Stayed];
    let of = |columns: &[&[u16]], weights: &[u32], thresholds| {
        stability(columns, weights, &outcomes, thresholds).err()
    };
    assert_eq!(of(&[column], &[1, 2], THRESHOLDS), Some(NotStable::LengthsDiffer));
    assert_eq!(of(&[&[1]], &[1], THRESHOLDS), Some(NotStable::LengthsDiffer));
    assert_eq!(of(&[column], &[0], THRESHOLDS), Some(NotStable::NoWeight));
    assert_eq!(of(&[&[MISSING; 2]], &[1], THRESHOLDS), Some(NotStable::NoScore));
    let reversed = Thresholds { red_below: 7_000, green_from: 7_000 };
    assert_eq!(of(&[column], &[1], reversed), Some(NotStable::ThresholdsReversed));
}
