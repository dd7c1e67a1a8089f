//! What was typed, by the name of its field.

/// The most bytes of a text that are kept. What is longer is no figure, and a state of usual size comes back whole.
pub(super) const LONGEST: usize = 400;

/// The same for a mapping, which has a line for each column of a table.
pub(super) const LONGEST_MAPPING: usize = 20_000;

/// Texts by name, in the order of the names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(Vec<(String, String)>);

impl Texts {
    /// The text of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let place = self.place(name).ok()?;
        self.0.get(place).map(|(_, text)| text.as_str())
    }

    /// Sets the text of this name. Of a very long one its beginning is kept.
    pub fn set(&mut self, name: &str, text: &str) {
        self.set_up_to(LONGEST, name, text);
    }

    /// Sets the text of this name, of which so many bytes are kept.
    pub(super) fn set_up_to(&mut self, most: usize, name: &str, text: &str) {
        let text = text.get(..text.floor_char_boundary(most)).unwrap_or_default();
        match self.place(name) {
            Ok(place) => {
                if let Some((_, held)) = self.0.get_mut(place) {
                    text.clone_into(held);
                }
            }
            Err(place) => self.0.insert(place, (name.into(), text.into())),
        }
    }

    /// Removes the text of this name.
    pub fn remove(&mut self, name: &str) {
        if let Ok(place) = self.place(name) {
            self.0.remove(place);
        }
    }

    /// Removes every text.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The names and texts.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(held, _)| held.as_str().cmp(name))
    }
}
