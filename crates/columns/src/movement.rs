//! The customers behind one number.

use crate::refusal::push;
use crate::{Ledger, Refusal};

/// What moves money from the start of a month to its end, and the two ends themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MovementKind {
    /// Pays for the first time.
    New,
    /// Paid the month before, pays more.
    Expansion,
    /// Paid the month before, pays less, but something.
    Contraction,
    /// Paid the month before, pays nothing.
    Churn,
    /// Paid before, not the month before, pays again.
    Reactivation,
    /// Paid the month before.
    Start,
    /// Pays this month.
    End,
}

impl Ledger {
    /// The customers behind one number of a month, with what each contributes to it, in the order of their numbers. The
    /// amounts add up to the number that [`Ledger::sums`] gives with the same win-back window. `group` is an attribute
    /// and one of its values.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`] when there is none left for the list.
    pub fn customers_in(
        &self,
        month: usize,
        kind: MovementKind,
        group: Option<(usize, usize)>,
        win_back: u32,
    ) -> Result<Vec<(usize, i64)>, Refusal> {
        let columns = self.filled();
        let mut found = Vec::new();
        let mut line = Vec::with_capacity(columns.len());
        for customer in 0..self.customer_count() {
            if group.is_some_and(|(attribute, value)| self.value_of(attribute, customer) != value) {
                continue;
            }
            self.line(&columns, customer, win_back, &mut line);
            let share = share(&line, month, kind);
            if share > 0 {
                push(&mut found, (customer, share))?;
            }
        }
        Ok(found)
    }
}

/// What a customer contributes to a number, given what it pays by month: zero when it is not behind it.
fn share(line: &[i64], month: usize, kind: MovementKind) -> i64 {
    let Some((now, past)) = line.get(month).zip(line.get(..month)) else { return 0 };
    let now = *now;
    let Some(before) = past.last().copied() else {
        // The opening balance has no movements, and its start is its end.
        return if matches!(kind, MovementKind::Start | MovementKind::End) { now } else { 0 };
    };
    let is_known = past.iter().any(|paid| *paid > 0);
    let moves = match kind {
        MovementKind::Start => return before,
        MovementKind::End => return now,
        MovementKind::New => before == 0 && !is_known,
        MovementKind::Reactivation => before == 0 && is_known,
        MovementKind::Expansion => before > 0,
        MovementKind::Contraction => now > 0,
        MovementKind::Churn => now == 0,
    };
    let more = now.saturating_sub(before);
    let less = matches!(kind, MovementKind::Contraction | MovementKind::Churn);
    let size = if less { more.saturating_neg() } else { more };
    if moves { size.max(0) } else { 0 }
}
