#![allow(clippy::indexing_slicing, reason = "a test stops where it is surprised")]

use super::super::{Rows, Table};
use super::*;
use crate::validation::tests::portfolio;

fn table(accounts: usize, truth: &[f64]) -> Table {
    let (columns, outcomes) = portfolio(7, accounts, truth, 0.0);
    let columns: Vec<&[u16]> = columns.iter().map(Vec::as_slice).collect();
    let rows = Rows { columns: &columns, outcomes: &outcomes, accounts: &[] };
    Table::of(&rows, &(0..accounts).collect::<Vec<_>>(), 1)
}

fn near(found: &[f64], expected: &[f64]) {
    let same = found.len() == expected.len();
    assert!(
        same && found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 2e-7),
        "{found:?}"
    );
}

/// scipy 1.16's bounded L-BFGS on the same numbers, with the same loss. The last indicator speaks against staying, so its bound
/// holds it.
#[test]
fn the_bounded_fit_is_that_of_scipy() {
    let table = table(400, &[3.0, 1.0, 0.0, -2.0]);
    assert_eq!(table.left_and_stayed(), (163, 237));
    let cases = [
        (1e-4, [0.470_331_643, 0.949_948_654, 0.139_941_489, 0.057_724_115, 0.0], 0.586_836_531_684),
        (0.01, [0.459_348_228, 0.894_957_537, 0.130_559_791, 0.053_808_448, 0.0], 0.591_148_967_304),
        (0.3, [0.388_109_357, 0.370_090_743, 0.049_584_447, 0.019_898_057, 0.0], 0.638_896_026_099),
    ];
    for (strength, coefficients, loss) in cases {
        let mut place = Place::zero(&table, &table.all());
        let found = most_likely(&table, &table.all(), strength, &mut place, EXACT);
        near(&found, &coefficients);
        let there = objective(&Place { sums: sums(&table, &table.all(), &found), at: found }, strength);
        assert!((there - loss).abs() < 1e-11, "{there}");
    }
}

/// scikit-learn 1.9.1, `LogisticRegression(C=1 / (0.01 * 400))` of the first two indicators.
#[test]
fn where_no_bound_holds_it_is_the_fit_of_scikit_learn() {
    let mut table = table(400, &[3.0, 1.0, 0.0, -2.0]);
    table.columns.truncate(2);
    let mut place = Place::zero(&table, &table.all());
    let found = most_likely(&table, &table.all(), 0.01, &mut place, EXACT);
    near(&found, &[0.458_958_18, 0.894_175_17, 0.130_474_21]);
}

/// Where an indicator tells everything, the likelihood has no highest point; the penalty gives it one.
#[test]
fn what_tells_everything_still_ends() {
    let mut table = table(60, &[1.0]);
    table.stayed = table.columns[0].iter().map(|value| f64::from(u8::from(*value > 0.2))).collect();
    let mut place = Place::zero(&table, &table.all());
    let found = most_likely(&table, &table.all(), 1e-4, &mut place, EXACT);
    let here = sums(&table, &table.all(), &found);
    let slope = here.slope.iter().map(|slope| slope / here.rows).zip(&found);
    let left = slope.enumerate().map(|(place, (slope, at))| slope + if place > 0 { 1e-4 * at } else { 0.0 });
    assert!(left.into_iter().all(|left| left.abs() < 1e-9) && found[1] > 5.0, "{found:?}");
}
