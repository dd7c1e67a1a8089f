//! A map for a handful of entries.

/// A map of a few entries, in the order in which they came, found by looking at each.
///
/// A book has a dozen figures, where looking at each is as fast as a tree; and a tree adds fifteen kilobytes to
/// the page that is fetched before anything is shown.
///
/// ```
/// use plimsoll_metrics::Few;
/// let mut few = Few::default();
/// few.set("one", 1);
/// few.set("one", 2);
/// assert_eq!((few.get(&"one"), few.get(&"two")), (Some(&2), None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> Few<K, V> {
    /// No entry.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether there is no entry.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many entries there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// The entries, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

impl<K: PartialEq, V> Few<K, V> {
    /// The value of this key.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&V> {
        self.0.iter().find(|(held, _)| held == key).map(|(_, value)| value)
    }

    /// The value of this key, to change it.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.0.iter_mut().find(|(held, _)| held == key).map(|(_, value)| value)
    }

    /// Sets the value of this key.
    pub fn set(&mut self, key: K, value: V) {
        match self.get_mut(&key) {
            Some(held) => *held = value,
            None => self.0.push((key, value)),
        }
    }

    /// Removes the entry of this key.
    pub fn remove(&mut self, key: &K) {
        self.0.retain(|(held, _)| held != key);
    }
}

impl<K: PartialEq, V> FromIterator<(K, V)> for Few<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut few = Self::new();
        entries.into_iter().for_each(|(key, value)| few.set(key, value));
        few
    }
}
