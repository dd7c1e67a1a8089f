//! Issues by kind, each with its first places.

use serde::{Deserialize, Serialize};

use std::mem::discriminant;

use super::row::Cells;
use crate::issue::{Issue, IssueKind, Severity};
use crate::table::Row;

/// How many places of a kind are kept.
const PLACES: usize = 5;

/// Issues of one kind in one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueGroup {
    /// What they do to the reading.
    pub severity: Severity,
    /// How many there are.
    pub count: u64,
    /// The first of them, with their rows.
    pub first: Vec<Issue>,
}

/// Issues so far.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) rows: u64,
    pub(super) groups: Vec<IssueGroup>,
    /// Rows that seemed to count when they were read, and do not.
    pub(super) taken_back: u64,
}

impl Tally {
    pub(super) fn note(&mut self, issue: Issue) {
        let alike = |group: &&mut IssueGroup| {
            group.first.first().is_some_and(|first| {
                discriminant(&first.kind) == discriminant(&issue.kind)
                    && first.column == issue.column
                    && first.severity == issue.severity
            })
        };
        match self.groups.iter_mut().find(alike) {
            Some(group) => {
                group.count = group.count.saturating_add(1);
                if group.first.len() < PLACES {
                    group.first.push(issue);
                }
            }
            None => {
                self.groups.push(IssueGroup { severity: issue.severity, count: 1, first: vec![issue] });
            }
        }
    }

    /// Says that a customer's name looks like another one.
    pub(super) fn twin(&mut self, cells: &Cells, row: &Row, twin: Option<String>) {
        if let Some(other) = twin {
            self.note(cells.issue(row, cells.mapping.customer(), IssueKind::LooksAlike { other }));
        }
    }
}
