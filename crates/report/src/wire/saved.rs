//! The inputs as they are saved.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::state::Inputs;

/// Everything that was decided, as it was typed: one flat object of texts by name.
///
/// `version` is always there. Single choices stand under their own names (`window`, `currency`, `segment`), what was typed
/// for a figure under `figures.` and its slug, for a metric entered as known under `known.`, for a lever under `levers.`,
/// and the convention that stands in a metric's place under `conventions.` and the metric's slug. Names that nobody knows
/// count for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(type = "{ version: string, [name: string]: string }"))]
pub struct SavedInputs(BTreeMap<String, String>);

impl SavedInputs {
    /// The inputs; nothing where they are of another version, or larger than this one writes.
    ///
    /// ```
    /// use plimsoll_report::{Inputs, wire::SavedInputs};
    /// let inputs = Inputs::example();
    /// assert_eq!(SavedInputs::from(&inputs).inputs(), Some(inputs));
    /// assert_eq!(SavedInputs::default().inputs(), None);
    /// ```
    #[must_use]
    pub fn inputs(self) -> Option<Inputs> {
        Inputs::from_entries(self.0.into_iter().collect())
    }
}

impl From<&Inputs> for SavedInputs {
    fn from(inputs: &Inputs) -> Self {
        Self(inputs.entries().into_iter().collect())
    }
}
