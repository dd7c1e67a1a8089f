//! The builder of embeds: what is chosen, the element to be seen, and the lines to be copied.

use super::SelectOption;

/// What stands in the lines for the address of this page's folder, which only the browser knows.
const HERE: &str = "{here}";

/// The builder of embeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuilderView {
    /// How it is taken along: as an element, in a frame, as a package, by a script.
    pub ways: Vec<SelectOption>,
    /// Light, dark, or as the page is.
    pub themes: Vec<SelectOption>,
    /// Whose figures go with it.
    pub figures: Vec<SelectOption>,
    /// What is shown of it.
    pub parts: Vec<BuilderCheck>,
    /// The metrics to choose from, by panel.
    pub groups: Vec<BuilderGroup>,
    /// The attributes of the element that is seen.
    pub attributes: Vec<(&'static str, String)>,
    /// The lines to be copied.
    pub snippet: String,
    /// What the way asks of the page that takes it in.
    pub about: &'static str,
}

impl BuilderView {
    /// The same with this address in place of the page's folder.
    #[must_use]
    pub fn at(mut self, here: &str) -> Self {
        self.snippet = self.snippet.replace(HERE, here);
        self
    }
}

/// The metrics of a panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuilderGroup {
    /// The panel's title.
    pub title: &'static str,
    /// Its metrics.
    pub metrics: Vec<BuilderCheck>,
}

/// One thing that can be shown or left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuilderCheck {
    /// What is asked: for [`crate::Action::Asked`].
    pub what: String,
    /// What it is called.
    pub label: &'static str,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// What the answer is once it is pressed.
    pub turned: &'static str,
}
