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

/// A question that is answered by a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedNumber {
    /// What is asked, as in [`crate::Action::Asked`].
    pub what: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What was typed.
    pub text: String,
    /// The unit before the number.
    pub prefix: Option<String>,
    /// The unit after the number.
    pub suffix: Option<String>,
    /// What is wrong with it.
    pub problem: Option<String>,
}
