//! The part of the table that is shown, and all of it as a file.

use std::borrow::Cow;

use plimsoll_columns::accounts::{Accounts, NO_TEXT, Part};
use plimsoll_columns::scores::{APART, Key, MISSING, View};

use super::super::facts::text;
use super::super::message::{AccountLine, Class, LabRefusal, SortKey, TableAsk, TableRows};
use super::super::typed::{decimal, written};
use super::held::Held;
use crate::csv;

impl Held {
    /// The part of the table that was asked for.
    pub(super) fn table(&mut self, accounts: &Accounts, ask: &TableAsk) -> Result<TableRows, LabRefusal> {
        if ask.sort == SortKey::Name && !self.is_named {
            self.portfolio.set_name_ranks(self.ranks(accounts))?;
            self.is_named = true;
        }
        let view = View {
            key: key(ask.sort),
            descending: ask.descending,
            segment: ask.segment,
            owner: ask.owner,
            class: ask.class.map(Into::into),
            found: (!ask.search.is_empty()).then(|| self.found(accounts, &ask.search)),
        };
        let window = self.portfolio.window(&view, ask.start as usize, ask.count as usize)?;
        Ok(TableRows {
            total: u32::try_from(window.total).unwrap_or(u32::MAX),
            start: ask.start,
            rows: window.rows.iter().filter_map(|row| self.line(accounts, *row)).collect(),
        })
    }

    /// An account as the table shows it.
    pub(super) fn line(&self, accounts: &Accounts, row: u32) -> Option<AccountLine> {
        let account = self.portfolio.account(row as usize)?;
        let place = *self.rows.get(row as usize)? as usize;
        let owner = accounts.texts(Part::Owner).and_then(|(ids, _)| ids.get(place).copied());
        Some(AccountLine {
            row,
            name: self.name(accounts, row),
            segment: account.segment,
            owner: owner.filter(|owner| *owner != NO_TEXT),
            arr: self.arr(row),
            class: account.class.into(),
            score: account.score,
            coverage: coverage(
                self.weights.get(usize::from(account.segment)).map_or(&[][..], Vec::as_slice),
                &self.points(row),
            ),
            before: self.portfolio.baseline_score(row as usize),
        })
    }

    /// Each row's place in the order of names.
    fn ranks(&self, accounts: &Accounts) -> Vec<u32> {
        let mut named: Vec<(String, u32)> = (0_u32..)
            .zip(&self.rows)
            .map(|(row, _)| (self.name(accounts, row).to_lowercase(), row))
            .collect();
        named.sort_unstable();
        let mut ranks = vec![0_u32; named.len()];
        for (rank, (_, row)) in (0_u32..).zip(named) {
            if let Some(slot) = ranks.get_mut(row as usize) {
                *slot = rank;
            }
        }
        ranks
    }

    /// The rows whose name holds a text, whatever is capital or small.
    fn found(&self, accounts: &Accounts, search: &str) -> Vec<u32> {
        let wanted = search.to_lowercase();
        let rows = (0_u32..).zip(&self.rows).map(|(row, _)| row);
        rows.filter(|row| self.name(accounts, *row).to_lowercase().contains(&wanted)).collect()
    }

    /// All accounts with scores, classes, the share of the weight that scores rest on, and the points of each indicator, in the
    /// order in which they came.
    pub(super) fn csv(&self, accounts: &Accounts) -> Vec<u8> {
        let mut text = csv::MARK.to_owned();
        let heads = ["Account", "Segment", "Owner", "ARR", "Score", "Class", "Coverage %"].map(Cow::Borrowed);
        let points = self.kept.indicators.iter().map(|of| csv::guarded(&of.term));
        push_line(&mut text, &heads.into_iter().chain(points).collect::<Vec<_>>());
        let places = accounts.numbers(Part::Revenue).map_or(0, |(_, places)| places);
        for (row, _) in (0_u32..).zip(&self.rows) {
            let Some(line) = self.line(accounts, row) else { continue };
            let segment = named(accounts, Part::Segment, line.segment.into());
            let owner =
                line.owner.map(|owner| named(accounts, Part::Owner, owner as usize)).unwrap_or_default();
            let cells = [
                csv::guarded(&line.name),
                csv::guarded(&segment),
                csv::guarded(&owner),
                Cow::Owned(decimal(line.arr, places)),
                Cow::Owned(line.score.map(|score| written(score.into())).unwrap_or_default()),
                Cow::Borrowed(line.class.slug()),
                Cow::Owned(line.coverage.map(written).unwrap_or_default()),
            ];
            let points = self.points(row).into_iter().map(|points| Cow::Owned(points_cell(points)));
            push_line(&mut text, &cells.into_iter().chain(points).collect::<Vec<_>>());
        }
        text.into_bytes()
    }
}

/// The share of the applying weight that is there, in hundredths of a percent; nothing where nothing with weight applies.
fn coverage(weights: &[u32], points: &[u16]) -> Option<u32> {
    let sum = |counts: fn(u16) -> bool| {
        let weights = weights.iter().zip(points).filter(|(_, points)| counts(**points));
        weights.fold(0_u64, |sum, (weight, _)| sum.saturating_add((*weight).into()))
    };
    let (present, applying) = (sum(|points| points < APART), sum(|points| points != APART));
    let share = present.saturating_mul(10_000).saturating_add(applying / 2).checked_div(applying)?;
    u32::try_from(share).ok()
}

/// Points as they would be typed. What does not apply yet is told from what is missing.
fn points_cell(points: u16) -> String {
    match points {
        MISSING => String::new(),
        APART => "does not apply".into(),
        points => written(points.into()),
    }
}

fn push_line(text: &mut String, cells: &[Cow<'_, str>]) {
    let cells: Vec<_> = cells.iter().map(|cell| csv::quoted(cell)).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

fn named(accounts: &Accounts, part: Part, number: usize) -> String {
    accounts.texts(part).map(|(_, values)| text(values, number)).unwrap_or_default()
}

const fn key(sort: SortKey) -> Key {
    match sort {
        SortKey::Name => Key::Name,
        SortKey::Score => Key::Score,
        SortKey::Change => Key::Change,
        SortKey::Arr => Key::Amount(0),
    }
}

impl Class {
    /// The class of this name in actions.
    #[must_use]
    pub fn find(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.slug() == slug)
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it is surprised"
)]
mod tests {
    use super::*;

    #[test]
    fn coverage_leaves_out_what_does_not_apply() {
        assert_eq!(coverage(&[3_000, 1_000, 6_000], &[5_000, MISSING, APART]), Some(7_500));
        assert_eq!(coverage(&[3_000], &[APART]), None);
        assert_eq!([MISSING, APART, 6_125].map(points_cell), ["", "does not apply", "61.25"]);
    }
}
