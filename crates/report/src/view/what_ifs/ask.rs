//! What can be asked on the view of what-ifs.

use crate::view::SelectOption;

/// A question with answers to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskView {
    /// What is asked, as in [`crate::Action::Asked`].
    pub what: &'static str,
    /// Its label.
    pub label: &'static str,
    /// The answers.
    pub options: Vec<SelectOption>,
}
