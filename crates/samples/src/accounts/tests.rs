//! Made-up accounts are as they are said to be.

#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on should stop"
)]

use super::*;

fn rows(size: AccountSize) -> Vec<Vec<String>> {
    let text: String = AccountSample::new(size).collect();
    text.lines().skip(1).map(|line| line.split(',').map(Into::into).collect()).collect()
}

#[test]
fn sizes_are_what_they_say() {
    for size in [AccountSize::Small, AccountSize::Medium] {
        let rows = rows(size);
        let count = size.accounts().saturating_mul(size.snapshots());
        assert_eq!(rows.len(), usize::try_from(count).unwrap_or(0));
        let columns = HEADER.split(',').count();
        assert!(rows.iter().all(|row| row.len() == columns), "{:?}", rows.first());
        let bytes: usize = AccountSample::new(size).map(|rows| rows.len()).sum();
        let told = usize::try_from(size.bytes()).unwrap_or(0);
        assert!(bytes.abs_diff(told) * 50 < told, "{size:?} has {bytes} bytes");
    }
    // The others by their first accounts.
    for size in [AccountSize::Large, AccountSize::Huge] {
        let bytes: usize = AccountSample::new(size).take(2_001).map(|rows| rows.len()).sum();
        let told = usize::try_from(u64::from(size.bytes()) * 2_000 / u64::from(size.accounts())).unwrap_or(0);
        assert!(bytes.abs_diff(told) * 30 < told, "{size:?} has {bytes} bytes of {told}");
    }
}

/// What goes before churn: of those who leave, adoption and use are lower half a year earlier, by more than noise.
#[test]
fn signs_go_before_churn_without_telling_it() {
    let rows = rows(AccountSize::Medium);
    let number = |cell: &String| cell.trim_end_matches('%').parse::<u64>().ok();
    let mut sums = [(0_u64, 0_u64); 2];
    let mut below = 0_u64;
    for pair in rows.chunks(2) {
        let [before, after] = pair else { continue };
        let left = usize::from(after[18] == "yes");
        assert_eq!((before[18].as_str(), after[19].is_empty()), ("no", left == 0));
        if let Some(adoption) = number(&before[8]) {
            sums[left] = (sums[left].0 + adoption, sums[left].1 + 1);
            below += u64::from(left == 1 && adoption >= 50);
        }
    }
    let [stayed, left] = sums.map(|(sum, count)| sum / count.max(1));
    assert!(stayed >= left + 12, "{stayed} and {left}");
    assert!(below * 20 > sums[1].1, "some leave in spite of good signs");
    let share = sums[1].1 * 100 / (sums[0].1 + sums[1].1);
    assert!((4..12).contains(&share), "{share} of a hundred leave");
}

/// Every column of signs has gaps, and what accounts pay is spread over more than a hundredfold.
#[test]
fn there_are_gaps_and_a_long_tail() {
    let rows = rows(AccountSize::Medium);
    for column in [7, 8, 10, 11, 12, 13, 14, 15, 16] {
        let gaps = rows.iter().filter(|row| row[18] == "no" && row[column].is_empty()).count();
        assert!(gaps > 20, "column {column} has {gaps} gaps");
    }
    let mut pays: Vec<u64> = rows.iter().map(|row| row[6].replace('.', "").parse().unwrap_or(0)).collect();
    pays.sort_unstable();
    let at = |share: usize| pays[pays.len() * share / 100];
    assert!(at(99) > at(50) * 20 && at(50) > at(1) * 5, "{} {} {}", at(1), at(50), at(99));
    let owners: std::collections::BTreeSet<&String> = rows.iter().map(|row| &row[5]).collect();
    assert!(owners.len() > 50 && owners.len() <= 83, "{} owners", owners.len());
}
