//! What the cells of a table say together about a setting that each alone may leave open.

/// Cells that show one side of a setting, the other, or either; `S` is a side, `P` a place.
#[derive(Debug, Clone)]
pub(crate) struct Ballot<S, P> {
    sides: [(S, Votes<P>); 2],
    /// Cells that can be read either way.
    pub(crate) either: Votes<P>,
}

/// How many cells show something, and the first of them.
#[derive(Debug, Clone)]
pub(crate) struct Votes<P> {
    pub(crate) count: usize,
    pub(crate) first: Option<P>,
}

impl<P> Default for Votes<P> {
    fn default() -> Self {
        Self { count: 0, first: None }
    }
}

impl<P> Votes<P> {
    pub(crate) fn cast(&mut self, place: impl FnOnce() -> P) {
        self.count = self.count.saturating_add(1);
        self.first.get_or_insert_with(place);
    }
}

impl<S: Copy + PartialEq, P> Ballot<S, P> {
    pub(crate) fn new(one: S, other: S) -> Self {
        Self { sides: [(one, Votes::default()), (other, Votes::default())], either: Votes::default() }
    }

    /// Counts a cell: the side that it proves, or whether it can be read either way.
    pub(crate) fn cast(&mut self, proves: Option<S>, ambiguous: bool, place: impl FnOnce() -> P) {
        match proves {
            Some(side) => {
                if let Some((_, votes)) = self.sides.iter_mut().find(|(own, _)| *own == side) {
                    votes.cast(place);
                }
            }
            None if ambiguous => self.either.cast(place),
            None => {}
        }
    }

    /// The side that holds, where it is settled or the cells settle it. Cells that can be read one way only decide for
    /// those that can be read two ways; where they do not, or not all alike, nobody has decided.
    pub(crate) fn decided(&self, settled: Option<S>) -> Option<S> {
        let [(one, ones), (other, others)] = &self.sides;
        let unanimous = ones.count == 0 || others.count == 0;
        let known = ones.count > 0 || others.count > 0;
        let majority = if others.count > ones.count { *other } else { *one };
        settled.or_else(|| (known && (unanimous || self.either.count == 0)).then_some(majority))
    }

    /// Whether some cells show one side and some the other.
    pub(crate) fn is_mixed(&self) -> bool {
        self.sides.iter().all(|(_, votes)| votes.count > 0)
    }

    /// The side that more cells show, if any do.
    pub(crate) fn likely(&self) -> Option<S> {
        let [(one, ones), (other, others)] = &self.sides;
        (ones.count != others.count).then_some(if ones.count > others.count { *one } else { *other })
    }

    /// The first cell that shows the other side than the one that holds.
    pub(crate) fn against(self, holds: S) -> Option<P> {
        self.sides.into_iter().find(|(side, _)| *side != holds).and_then(|(_, votes)| votes.first)
    }
}
