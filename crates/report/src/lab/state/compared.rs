//! With what the model is compared.

use super::super::KeptModel;
use super::Lab;

impl Lab {
    /// The saved model that is compared with, as far as it can be used; else the model itself.
    pub(crate) fn compared_model(&self) -> &KeptModel {
        let document = &self.document;
        let saved = document.versions.iter().find(|of| of.name == document.compared_model);
        saved.filter(|saved| saved.read().is_ok()).unwrap_or(&document.model)
    }

    /// The place of the snapshot that is compared with: the one that counts where none is chosen.
    pub(crate) fn compared_snapshot(&self) -> u16 {
        let count = self.facts.as_ref().map_or(0, |facts| facts.snapshots.len());
        let chosen = self.document.compared_moment.parse().ok();
        chosen.filter(|chosen| usize::from(*chosen) < count).unwrap_or_else(|| self.snapshot())
    }
}
