//! A change of scores, split into what accounts did and what the model did.

use plimsoll_columns::accounts::{Accounts, NO_TEXT};

use super::super::keep::KeptModel;
use super::super::message::{Compared, LabRefusal};
use super::aside::Aside;
use super::held::Held;

/// How many of those that moved furthest are told.
const FURTHEST: usize = 20;

/// The four scores of every account that is in both snapshots, summed, and those that moved furthest.
pub(super) fn compare(
    aside: &mut Aside,
    accounts: &Accounts,
    now: (&KeptModel, u16),
    before: (&KeptModel, u16),
) -> Result<Compared, LabRefusal> {
    aside.of_four(accounts, now, before, |four| compared(accounts, four))
}

fn compared(accounts: &Accounts, four: &[Held; 4]) -> Compared {
    let [first, .., last] = four;
    let then = by_account(accounts, first);
    let mut compared = Compared::default();
    let mut moved: Vec<(u32, u32, [u16; 4])> = Vec::new();
    for (row, account) in (0_u32..).zip(last.numbers(accounts)) {
        let Some(row_then) = then.get(account as usize).copied().filter(|row| *row != NO_TEXT) else {
            continue;
        };
        let scores = scores_of(four, row_then, row);
        let Some(scores) = scores else { continue };
        compared.accounts = compared.accounts.saturating_add(1);
        for (sum, score) in compared.sums.iter_mut().zip(scores) {
            *sum = sum.saturating_add(score.into());
        }
        let [start, .., end] = scores;
        moved.push((u32::from(start.abs_diff(end)), row, scores));
    }
    moved.sort_unstable_by_key(|(by, row, _)| (u32::MAX.saturating_sub(*by), *row));
    let furthest = moved.into_iter().take(FURTHEST).filter(|(by, ..)| *by > 0);
    compared.furthest = furthest.map(|(_, row, scores)| (last.name(accounts, row), scores)).collect();
    compared
}

/// Old data by the old model, new by the old, old by the new, new by the new: in the order in which they were made.
fn scores_of(four: &[Held; 4], then: u32, now: u32) -> Option<[u16; 4]> {
    let score = |held: &Held, row: u32| held.portfolio.account(row as usize)?.score;
    let [before, new_data, new_model, after] = four;
    Some([score(before, then)?, score(new_data, now)?, score(new_model, then)?, score(after, now)?])
}

/// The row of each account, by its number.
fn by_account(accounts: &Accounts, held: &Held) -> Vec<u32> {
    let mut rows = vec![NO_TEXT; accounts.ids().len()];
    for (row, account) in (0_u32..).zip(held.numbers(accounts)) {
        if let Some(slot) = rows.get_mut(account as usize) {
            *slot = row;
        }
    }
    rows
}
