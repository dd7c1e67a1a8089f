use super::*;
use crate::validation::tests::portfolio;

fn suggestion(accounts: usize, truth: &[f64], start: f64, seed: u64) -> Result<Suggestion, NoFit> {
    let (columns, outcomes) = portfolio(11, accounts, truth, start);
    let columns: Vec<&[u16]> = columns.iter().map(Vec::as_slice).collect();
    let rows = Rows { columns: &columns, outcomes: &outcomes, accounts: &[] };
    Fit::new(&rows, &vec![1; columns.len()], Separation::OtherAccounts, seed)?.finish()
}

fn weights(of: &Result<Suggestion, NoFit>) -> Vec<SuggestedWeight> {
    let weight = |of: &Suggested| match of {
        Suggested::Weight(weight) => Some(*weight),
        Suggested::None(_) => None,
    };
    of.iter().flat_map(|of| &of.indicators).filter_map(weight).collect()
}

#[test]
fn true_weights_are_found_and_a_useless_indicator_gets_about_none() {
    let found = suggestion(3_000, &[4.0, 2.0, 1.0, 0.0], -1.5, 1);
    let weights = weights(&found);
    for (weight, truth) in weights.iter().zip([5_714, 2_857, 1_429, 0]) {
        assert!(weight.low <= truth && truth <= weight.high, "{truth}: {weight:?}");
        assert!(weight.low <= weight.hundredths && weight.hundredths <= weight.high, "{weight:?}");
    }
    assert_eq!(weights.iter().map(|weight| weight.hundredths).sum::<u32>(), 10_000);
    assert!(weights.last().is_some_and(|last| last.hundredths < 300), "{weights:?}");
    let better = found.as_ref().map(|found| found.compared.difference.interval);
    assert!(matches!(better, Ok(Some((low, _))) if low > 0), "{better:?}");
}
