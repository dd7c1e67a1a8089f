//! Portfolios of what is asked beside the scores: laid out once, and moved on where the same is asked of another model.

use plimsoll_columns::accounts::Accounts;

use super::super::keep::KeptModel;
use super::super::message::LabRefusal;
use super::held::Held;

/// The largest portfolio that is kept. Five of a million accounts would take several hundred megabytes.
const MOST: usize = 100_000;

/// The portfolios that are kept.
#[derive(Debug, Default)]
pub(super) struct Aside {
    /// Of a comparison: by model and snapshot, the earlier ones first.
    compared: [Option<Held>; 4],
    /// Of who left since an earlier snapshot.
    chances: Option<Held>,
}

/// Moves on what was kept.
fn moved_on(
    kept: &mut Option<Held>,
    accounts: &Accounts,
    model: &KeptModel,
    snapshot: u16,
) -> Result<Held, LabRefusal> {
    Held::moved_on(kept.take(), accounts, model, snapshot, false)
}

fn small(held: Held) -> Option<Held> {
    Some(held).filter(|held| held.rows.len() <= MOST)
}

impl Aside {
    /// What `ask` answers of the four portfolios of two models and two snapshots: old accounts by the old model, new ones by the
    /// old, old ones by the new, new ones by the new.
    pub(super) fn of_four<T>(
        &mut self,
        accounts: &Accounts,
        (model, now): (&KeptModel, u16),
        (model_before, before): (&KeptModel, u16),
        ask: impl Fn(&[Held; 4]) -> T,
    ) -> Result<T, LabRefusal> {
        let [first, second, third, fourth] = &mut self.compared;
        let four = [
            moved_on(first, accounts, model_before, before)?,
            moved_on(second, accounts, model_before, now)?,
            moved_on(third, accounts, model, before)?,
            moved_on(fourth, accounts, model, now)?,
        ];
        let answer = ask(&four);
        self.compared = four.map(small);
        Ok(answer)
    }

    /// What `ask` answers of an earlier snapshot.
    pub(super) fn of_earlier<T>(
        &mut self,
        accounts: &Accounts,
        model: &KeptModel,
        snapshot: u16,
        ask: impl Fn(&Held) -> T,
    ) -> Result<T, LabRefusal> {
        let held = moved_on(&mut self.chances, accounts, model, snapshot)?;
        let answer = ask(&held);
        self.chances = small(held);
        Ok(answer)
    }
}
