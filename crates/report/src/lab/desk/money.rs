//! What accounts pay now and paid a year ago, and who left by class.

use plimsoll_columns::accounts::{Accounts, NO_DAY, NO_NUMBER, NO_ROW, Part};
use plimsoll_columns::scores;
use plimsoll_metrics::health::amount_columns;

use super::super::keep::KeptModel;
use super::super::message::{ChancesTold, LabRefusal};
use super::super::moments;
use super::aside::Aside;
use super::held::Held;

/// The columns of amounts of a snapshot, and what was paid a year ago by who is no longer in it.
pub(super) struct Paid {
    pub(super) amounts: Vec<Vec<i64>>,
    pub(super) gone: i64,
    /// The rows of those who have left, ascending.
    pub(super) left: Vec<u32>,
}

/// What the accounts in these rows pay. Who has left pays nothing of what retention counts, whatever the table still says.
pub(super) fn paid(accounts: &Accounts, rows: &[u32], snapshot: u16) -> Paid {
    let left =
        (0_u32..).zip(rows).filter(|(_, row)| has_left(accounts, **row)).map(|(place, _)| place).collect();
    let now: Vec<i64> = rows.iter().map(|row| arr(accounts, *row)).collect();
    let Some(before) =
        accounts.numbers(Part::Revenue).and_then(|_| moments::year_before(&days(accounts), snapshot))
    else {
        return Paid { amounts: amount_columns(&now, None), gone: 0, left };
    };
    let mut then = vec![0_i64; accounts.ids().len()];
    for (row, _) in accounts.pairs(before, snapshot) {
        if let Some(paid) = then.get_mut(account(accounts, row)) {
            *paid = still_paid(accounts, row);
        }
    }
    let base: Vec<i64> =
        rows.iter().map(|row| then.get(account(accounts, *row)).copied().unwrap_or(0)).collect();
    let kept: Vec<i64> = rows.iter().map(|row| still_paid(accounts, *row)).collect();
    let mut amounts = amount_columns(&kept, Some(&base));
    if let Some(first) = amounts.first_mut() {
        *first = now;
    }
    let gone = accounts.pairs(before, snapshot).into_iter().filter(|(_, later)| *later == NO_ROW);
    Paid { amounts, gone: gone.map(|(row, _)| still_paid(accounts, row)).fold(0, i64::saturating_add), left }
}

/// Who left of the accounts that were red, yellow and green by this model, from the snapshot from which a year passes most nearly.
pub(super) fn chances(
    aside: &mut Aside,
    accounts: &Accounts,
    model: &KeptModel,
    snapshot: u16,
) -> Result<Option<ChancesTold>, LabRefusal> {
    let Some((from, times)) = moments::earlier(&days(accounts), snapshot) else { return Ok(None) };
    let told = ChancesTold { from, to: snapshot, times, ..ChancesTold::default() };
    let told = aside.of_earlier(accounts, model, from, |held| left_since(accounts, held, told.clone()))?;
    let is_told = told.counts.iter().any(|(left, _)| *left > 0);
    Ok(is_told.then_some(told))
}

/// Counts who left and who stayed since.
fn left_since(accounts: &Accounts, held: &Held, mut told: ChancesTold) -> ChancesTold {
    let (from, snapshot) = (told.from, told.to);
    for (place, (row, later)) in accounts.pairs(from, snapshot).into_iter().enumerate() {
        let class = held.portfolio.account(place).map(|account| account.class);
        let Some(counts) = class.and_then(|class: scores::Class| told.counts.get_mut(class as usize)) else {
            continue;
        };
        if has_left(accounts, row) {
            continue;
        }
        let (left, stayed) = counts;
        let count = if later == NO_ROW || has_left(accounts, later) { left } else { stayed };
        *count = count.saturating_add(1);
    }
    told
}

/// The days of the snapshots, where they are known.
fn days(accounts: &Accounts) -> Vec<Option<i32>> {
    accounts.snapshots().iter().map(|one| (one.day != NO_DAY).then_some(one.day)).collect()
}

fn account(accounts: &Accounts, row: u32) -> usize {
    accounts.account_of().get(row as usize).map_or(usize::MAX, |number| *number as usize)
}

fn arr(accounts: &Accounts, row: u32) -> i64 {
    let values = accounts.numbers(Part::Revenue).map_or(&[][..], |(values, _)| values);
    values.get(row as usize).copied().filter(|value| *value != NO_NUMBER).unwrap_or(0)
}

fn still_paid(accounts: &Accounts, row: u32) -> i64 {
    if has_left(accounts, row) { 0 } else { arr(accounts, row) }
}

/// Whether the row says that the account has left.
fn has_left(accounts: &Accounts, row: u32) -> bool {
    let flags = accounts.numbers(Part::Churned).map_or(&[][..], |(values, _)| values);
    flags.get(row as usize) == Some(&1)
}
