//! Two versions compared: how much of a change of score is behaviour, and how much configuration.
//!
//! There are two ways from the old score to the new one: first the data changes, then the model, or the other way round. They rarely
//! agree, because what a change of data is worth depends on the weights it meets. The mean of both is taken, which is the Shapley value
//! for two players (L. S. Shapley, "A value for n-person games", 1953): the only division that adds up exactly, treats both causes
//! alike, gives nothing to a cause that changes nothing, and does not depend on an order that nobody chose.

use crate::Exact;

/// The four scores of one account, in points; nothing where there is no score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FourScores {
    /// The old data under the old model.
    pub before: Option<Exact>,
    /// The new data under the old model.
    pub new_data: Option<Exact>,
    /// The old data under the new model.
    pub new_model: Option<Exact>,
    /// The new data under the new model.
    pub after: Option<Exact>,
}

/// Which ways from before to after were there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ways {
    /// Both: the parts are their mean.
    Both,
    /// Only by the new data under the old model; the old data have no score under the new one.
    DataFirst,
    /// Only by the old data under the new model; the new data have no score under the old one.
    ModelFirst,
}

/// A change of score in two parts, which add up to it exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The score after less the score before.
    pub change: Exact,
    /// What the account did.
    pub behaviour: Exact,
    /// What the model did.
    pub configuration: Exact,
    /// Which ways it was measured by.
    pub ways: Ways,
}

impl FourScores {
    /// The change and its two parts; nothing where there is no score before or after, or no way between them.
    ///
    /// ```
    /// use plimsoll_metrics::Exact;
    /// use plimsoll_metrics::health::FourScores;
    /// let score = |points| Some(Exact::from(points));
    /// let four = FourScores { before: score(50), new_data: score(60), new_model: score(40), after: score(56) };
    /// let split = four.split().unwrap();
    /// assert_eq!(split.change, Exact::from(6));
    /// assert_eq!((split.behaviour, split.configuration), (Exact::from(13), Exact::from(-7)));
    /// ```
    #[must_use]
    pub fn split(&self) -> Option<Split> {
        let (before, after) = (self.before.as_ref()?, self.after.as_ref()?);
        let by_data_first = self.new_data.as_ref().map(|middle| middle.minus(before));
        let by_model_first = self.new_model.as_ref().map(|middle| after.minus(middle));
        let (behaviour, ways) = match (by_data_first, by_model_first) {
            (Some(one), Some(other)) => (one.plus(&other).times(&Exact::percent(50)), Ways::Both),
            (Some(one), None) => (one, Ways::DataFirst),
            (None, Some(other)) => (other, Ways::ModelFirst),
            (None, None) => return None,
        };
        let change = after.minus(before);
        let configuration = change.minus(&behaviour);
        Some(Split { change, behaviour, configuration, ways })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn score() -> impl Strategy<Value = Option<Exact>> {
        proptest::option::weighted(0.8, (0..=10_000_i64).prop_map(Exact::percent))
    }

    proptest! {
        #[test]
        fn both_parts_add_up_and_causes_are_treated_alike(
            before in score(), new_data in score(), new_model in score(), after in score(),
        ) {
            let four = FourScores { before, new_data, new_model, after };
            // Data and model in each other's place.
            let turned = FourScores { new_data: four.new_model.clone(), new_model: four.new_data.clone(), ..four.clone() };
            let (split, turned) = (four.split(), turned.split());
            prop_assert_eq!(split.is_some(), turned.is_some());
            if let (Some(split), Some(turned)) = (split, turned) {
                prop_assert_eq!(split.behaviour.plus(&split.configuration), split.change);
                prop_assert_eq!(split.behaviour, turned.configuration);
            }
        }
    }

    #[test]
    fn who_changes_nothing_gets_nothing() {
        let score = |points| Some(Exact::from(points));
        let same_model =
            FourScores { before: score(50), new_data: score(61), new_model: score(50), after: score(61) };
        let split = same_model.split();
        assert_eq!(
            split.map(|split| (split.behaviour, split.configuration)),
            Some((Exact::from(11), Exact::zero()))
        );
    }
}
