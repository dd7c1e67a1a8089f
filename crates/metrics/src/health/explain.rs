//! One account's score, part by part.

use plimsoll_columns::scores::{APART, Class, MISSING, Missing};

use super::{Indicator, Model, NoWeights, Weight, effective_weights, weight_present};
use crate::Exact;

/// Why an account has no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoScore {
    /// No weight counts for it.
    Weights(NoWeights),
    /// An indicator with weight is missing, and the model leaves such accounts out.
    LeftOut,
}

/// What there is of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Points in hundredths.
    Points(u16),
    /// No value: what the model does about it, is seen by the effective weight.
    Missing,
    /// It does not apply to this account.
    Apart,
}

/// What one indicator contributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// Which one.
    pub indicator: &'a Indicator,
    /// What there is of it.
    pub held: Held,
    /// Its weight in the account's segment, in hundredths of a percent.
    pub weight: u32,
    /// The share of the score that it makes up; zero where it gives up its weight.
    pub effective: Exact,
    /// The points that it contributes: its points times that share. All contributions add up to the score.
    pub contribution: Exact,
}

/// A score and what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained<'a> {
    /// Every indicator, in the order of the model.
    pub parts: Vec<Part<'a>>,
    /// The score in points, exactly, or why there is none.
    pub score: Result<Exact, NoScore>,
    /// Its class.
    pub class: Class,
    /// How much of the weight that applies to the account is present.
    pub coverage: Exact,
}

impl Model {
    /// Takes an account's score apart: its segment, and its points by indicator as a column keeps them (see
    /// [`super::Reading::kept`]).
    ///
    /// ```
    /// use plimsoll_metrics::Exact;
    /// use plimsoll_metrics::health::{Held, Model, health_models};
    /// use plimsoll_columns::scores::{Class, MISSING};
    /// let model = Model::of(&health_models::FOUR_CATEGORIES);
    /// let explained = model.explain(None, &[6_000, 8_000, MISSING, MISSING]);
    /// assert_eq!(explained.coverage, Exact::percent(65));
    /// assert_eq!(explained.parts[2].held, Held::Missing);
    /// let score = Exact::from(4_400).divided_by(&Exact::from(65)).unwrap(); // 60 × 40 + 80 × 25, of 65
    /// assert_eq!((explained.score, explained.class), (Ok(score), Class::Yellow));
    /// ```
    #[must_use]
    pub fn explain(&self, segment: Option<&str>, points: &[u16]) -> Explained<'_> {
        let held = self.indicators.iter().enumerate().map(|(place, _)| match points.get(place) {
            None | Some(&MISSING) => Held::Missing,
            Some(&APART) => Held::Apart,
            Some(points) => Held::Points(*points),
        });
        let held: Vec<Held> = held.collect();
        let weights: Vec<u32> = self.weights(segment).collect();
        let counts = |held: &Held| match held {
            Held::Points(_) => true,
            Held::Missing => self.missing == Missing::CountsAsZero,
            Held::Apart => false,
        };
        let effective = self.effective(&weights, &held, counts);
        let parts = self.indicators.iter().zip(held.iter().zip(&weights)).enumerate();
        let parts: Vec<Part<'_>> = parts
            .map(|(place, (indicator, (held, weight)))| {
                let effective = effective.as_ref().ok().and_then(|all| all.get(place)).cloned();
                let effective = effective.unwrap_or_else(Exact::zero);
                let points = if let Held::Points(points) = held { i64::from(*points) } else { 0 };
                let contribution = effective.times(&Exact::percent(points));
                Part { indicator, held: *held, weight: *weight, effective, contribution }
            })
            .collect();
        let score =
            effective.map(|_| parts.iter().fold(Exact::zero(), |sum, part| sum.plus(&part.contribution)));
        let class = score.as_ref().map_or(Class::Unscored, |score| self.class(score));
        let coverage = coverage(&weights, &held);
        Explained { parts, score, class, coverage }
    }

    /// The class of a score in points.
    #[must_use]
    pub fn class(&self, score: &Exact) -> Class {
        let line = |points: u16| Exact::percent(points.into());
        match (*score < line(self.red_below), *score < line(self.green_from)) {
            (true, _) => Class::Red,
            (_, true) => Class::Yellow,
            _ => Class::Green,
        }
    }

    /// The share that each weight makes up.
    fn effective(
        &self,
        weights: &[u32],
        held: &[Held],
        counts: impl Fn(&Held) -> bool,
    ) -> Result<Vec<Exact>, NoScore> {
        let lacks = weights.iter().zip(held).any(|(weight, held)| *weight > 0 && *held == Held::Missing);
        if self.missing == Missing::LeavesOut && lacks {
            return Err(NoScore::LeftOut);
        }
        effective_weights(&listed(weights, held, counts)).map_err(NoScore::Weights)
    }
}

fn listed(weights: &[u32], held: &[Held], counts: impl Fn(&Held) -> bool) -> Vec<Weight> {
    let pairs = weights.iter().zip(held);
    pairs.map(|(weight, held)| Weight { hundredths: *weight, present: counts(held) }).collect()
}

/// The share of the weight that applies that is present; none where nothing applies.
fn coverage(weights: &[u32], held: &[Held]) -> Exact {
    let pairs = || weights.iter().zip(held).filter(|(_, held)| **held != Held::Apart);
    let weights: Vec<u32> = pairs().map(|(weight, _)| *weight).collect();
    let held: Vec<Held> = pairs().map(|(_, held)| *held).collect();
    weight_present(&listed(&weights, &held, |held| *held != Held::Missing)).unwrap_or_else(|_| Exact::zero())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::health_models::SEVEN_INDICATORS;
    use plimsoll_columns::scores::{Accounts, Portfolio};
    use proptest::prelude::*;

    fn points() -> impl Strategy<Value = u16> {
        prop_oneof![4 => 0..=10_000_u16, 2 => Just(4_000), 1 => Just(MISSING), 1 => Just(APART)]
    }

    fn missing() -> impl Strategy<Value = Missing> {
        prop_oneof![Just(Missing::GivesUpWeight), Just(Missing::LeavesOut), Just(Missing::CountsAsZero)]
    }

    proptest! {
        /// The columns and the explanation are two ways to one score.
        #[test]
        fn contributions_add_up_to_the_score_of_the_columns(
            points in proptest::collection::vec(points(), 7),
            missing in missing(),
            left in 0..7_usize,
        ) {
            let mut model = Model { missing, ..Model::of(&SEVEN_INDICATORS) };
            if let Some(indicator) = model.indicators.get_mut(left) {
                indicator.weight = 0;
            }
            let explained = model.explain(None, &points);
            let indicators = points.iter().map(|points| vec![*points]).collect();
            let (segments, owners) = (vec![0], vec![0]);
            let accounts = Accounts { indicators, segments, segment_count: 1, owners, amounts: vec![] };
            let scored = Portfolio::new(accounts).and_then(|mut portfolio| {
                portfolio.score(&model.scheme(&[""]))?;
                Ok(portfolio)
            });
            let account = scored.ok().and_then(|portfolio| portfolio.account(0));
            let Some(account) = account else { return Err(TestCaseError::fail("no account")) };
            prop_assert_eq!(account.class, explained.class);
            let weight = Exact::from(i64::from(account.weight)).times(&Exact::from(100));
            let exact = Exact::from(i64::from(account.points)).divided_by(&weight);
            prop_assert_eq!(explained.score.ok(), exact.filter(|_| account.score.is_some()));
        }
    }

    #[test]
    fn there_is_a_reason_where_there_is_no_score() {
        let mut model = Model::of(&SEVEN_INDICATORS);
        let none = model.explain(None, &[MISSING; 7]);
        assert_eq!(none.score, Err(NoScore::Weights(NoWeights::NothingPresent)));
        assert_eq!((none.class, none.coverage), (Class::Unscored, Exact::zero()));
        model.missing = Missing::LeavesOut;
        let one = [MISSING, 0, 0, 0, 0, 0, 0];
        assert_eq!(model.explain(None, &one).score, Err(NoScore::LeftOut));
        model.missing = Missing::CountsAsZero;
        assert_eq!(model.explain(None, &one).score, Ok(Exact::zero()));
    }
}
