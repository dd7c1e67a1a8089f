//! A health model as it is saved, exported and told to the worker: texts as they were typed, with whatever is wrong with them.
//! `docs/health-model.md` describes the file.

use plimsoll_columns::scores::Missing;
use plimsoll_metrics::health::{
    DayCount, HealthModel, Indicator, Lifecycle, Model, ModelFault, NEW_FOR_DAYS, Quantity, Rule, Scale,
    SegmentWeights, find_health_model,
};
use serde::{Deserialize, Serialize};

use super::typed;

/// A model.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeptModel {
    /// Its name.
    pub name: String,
    /// The slug of the published model that it was made from; empty for none.
    pub based_on: String,
    /// A score below this is red, in points.
    pub red_below: String,
    /// A score from this on is green, in points.
    pub green_from: String,
    /// What is done about what is missing.
    pub missing: KeptMissing,
    /// What it weighs.
    pub indicators: Vec<KeptIndicator>,
    /// Weights of their own, for some segments.
    pub segments: Vec<KeptSegment>,
}

/// What is done about an indicator that has no value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeptMissing {
    /// It gives up its weight to the others.
    #[default]
    GivesUpWeight,
    /// The account has no score.
    LeavesOut,
    /// It counts as zero points.
    CountsAsZero,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeptIndicator {
    /// The name under which it is told apart.
    pub slug: String,
    /// Its name.
    pub term: String,
    /// The column that feeds it, by its header; empty for none.
    pub column: String,
    /// Its weight in percent.
    pub weight: String,
    /// How a value becomes points.
    pub rule: KeptRule,
    /// When it applies.
    pub applies: KeptLifecycle,
}

/// When an indicator applies to an account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeptLifecycle {
    /// Always.
    #[default]
    Always,
    /// From so many days after the start on.
    From(u16),
    /// Until so many days after the start.
    Until(u16),
}

/// How a value becomes points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeptRule {
    /// It is a score from 0 to 100.
    Score,
    /// In a line between two numbers.
    Line(KeptLine),
    /// In steps.
    Steps(KeptSteps),
    /// By the days that have passed since a date, in a line.
    DaysSince(KeptLine),
    /// By the days until a date, in a line.
    DaysUntil(KeptLine),
    /// A rating from 1 to 5, of which 5 is the best.
    Rating,
    /// A rating from 1 to 5, of which 1 is the best.
    RatingOneIsBest,
    /// By texts.
    Texts(KeptTexts),
}

/// The two ends of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptLine {
    /// What gives no points.
    pub zero: String,
    /// What gives all points.
    pub hundred: String,
}

/// Cuts with their points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptSteps {
    /// The points below the first cut.
    pub below: String,
    /// Ascending cuts, each with the points from there on.
    pub cuts: Vec<(String, String)>,
}

/// Texts with their points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptTexts {
    /// Each text with its points.
    pub points: Vec<(String, String)>,
    /// The points of every other text; empty where another text has none.
    pub others: String,
}

/// Weights of their own for one segment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeptSegment {
    /// The segment's name.
    pub segment: String,
    /// A weight for each indicator, in percent.
    pub weights: Vec<String>,
}

/// What is wrong with a model, and where: the key of its field (see [`super::Document::told`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Where; empty where it is about the whole.
    pub key: String,
    /// What.
    pub what: FlawKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// No number, or none that can stand there: a weight below zero, points above a hundred.
    NoNumber,
    /// Something else; see [`ModelFault`].
    Fault(ModelFault),
}

impl From<KeptMissing> for Missing {
    fn from(kept: KeptMissing) -> Self {
        match kept {
            KeptMissing::GivesUpWeight => Self::GivesUpWeight,
            KeptMissing::LeavesOut => Self::LeavesOut,
            KeptMissing::CountsAsZero => Self::CountsAsZero,
        }
    }
}

impl From<KeptLifecycle> for Lifecycle {
    fn from(kept: KeptLifecycle) -> Self {
        match kept {
            KeptLifecycle::Always => Self::Always,
            KeptLifecycle::From(days) => Self::From(days),
            KeptLifecycle::Until(days) => Self::Until(days),
        }
    }
}

impl KeptLifecycle {
    /// After the first ninety days, or always.
    pub(crate) const fn toggled(self) -> Self {
        match self {
            Self::Always => Self::From(NEW_FOR_DAYS),
            Self::From(_) | Self::Until(_) => Self::Always,
        }
    }
}

impl KeptModel {
    /// A published model, of which each indicator is a score and reads no column yet.
    #[must_use]
    pub fn of(source: &HealthModel) -> Self {
        let Model { name, indicators, red_below, green_from, .. } = Model::of(source);
        let indicator = |of: Indicator| KeptIndicator {
            slug: of.slug,
            term: of.term,
            column: String::new(),
            weight: typed::written(of.weight),
            rule: KeptRule::Score,
            applies: KeptLifecycle::Always,
        };
        Self {
            name,
            based_on: source.slug.to_owned(),
            red_below: typed::written(red_below.into()),
            green_from: typed::written(green_from.into()),
            missing: KeptMissing::GivesUpWeight,
            indicators: indicators.into_iter().map(indicator).collect(),
            segments: Vec::new(),
        }
    }

    /// The published model that it was made from.
    #[must_use]
    pub fn source(&self) -> Option<&'static HealthModel> {
        find_health_model(&self.based_on)
    }

    /// The indicator of this slug, and its place.
    #[must_use]
    pub fn indicator(&self, slug: &str) -> Option<(usize, &KeptIndicator)> {
        self.indicators.iter().enumerate().find(|(_, of)| of.slug == slug)
    }

    /// The model as it counts.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it.
    pub fn read(&self) -> Result<Model, Vec<Flaw>> {
        let mut flaws = Vec::new();
        let red_below = self.points(&self.red_below, "red", &mut flaws);
        let green_from = self.points(&self.green_from, "green", &mut flaws);
        let indicators: Vec<Indicator> = self.indicators.iter().map(|of| of.read(&mut flaws)).collect();
        let segments: Vec<SegmentWeights> =
            self.segments.iter().map(|of| self.segment(of, &mut flaws)).collect();
        let missing = self.missing.into();
        let model = Model { name: self.name.clone(), indicators, segments, red_below, green_from, missing };
        // What cannot be read stands as zero, so its place is not judged twice.
        if flaws.is_empty() {
            flaws.extend(model.faults().into_iter().map(|fault| self.flaw(fault)));
        }
        if flaws.is_empty() { Ok(model) } else { Err(flaws) }
    }

    fn points(&self, text: &str, key: &str, flaws: &mut Vec<Flaw>) -> u16 {
        number(typed::points(text), || key.to_owned(), flaws)
    }

    fn segment(&self, of: &KeptSegment, flaws: &mut Vec<Flaw>) -> SegmentWeights {
        // One too many is kept, so that its number is judged.
        let slug = |place: usize| self.indicators.get(place).map_or("", |indicator| indicator.slug.as_str());
        let weights = of.weights.iter().enumerate().map(|(place, text)| {
            number(typed::weight(text), || ["segment/", &of.segment, "/weight/", slug(place)].concat(), flaws)
        });
        SegmentWeights { segment: of.segment.clone(), weights: weights.collect() }
    }

    /// Where a fault is shown.
    fn flaw(&self, fault: ModelFault) -> Flaw {
        let slug = |place: usize| self.indicators.get(place).map_or("", |of| of.slug.as_str());
        let key = match &fault {
            ModelFault::Rule(place, _) | ModelFault::SlugTwice(place) => ["measure/", slug(*place)].concat(),
            ModelFault::Thresholds => "green".to_owned(),
            _ => String::new(),
        };
        Flaw { key, what: FlawKind::Fault(fault) }
    }
}

impl KeptIndicator {
    fn read(&self, flaws: &mut Vec<Flaw>) -> Indicator {
        let weight = number(typed::weight(&self.weight), || ["weight/", &self.slug].concat(), flaws);
        Indicator {
            slug: self.slug.clone(),
            term: self.term.clone(),
            rule: self.rule.read(&self.slug, flaws),
            lifecycle: self.applies.into(),
            weight,
        }
    }
}

impl KeptRule {
    /// Its name in actions.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Line(_) => "line",
            Self::Steps(_) => "steps",
            Self::DaysSince(_) => "days-since",
            Self::DaysUntil(_) => "days-until",
            Self::Rating => "rating",
            Self::RatingOneIsBest => "rating-one-is-best",
            Self::Texts(_) => "texts",
        }
    }

    fn read(&self, slug: &str, flaws: &mut Vec<Flaw>) -> Rule {
        match self {
            Self::Score => Rule::Score,
            Self::Rating => Rule::Rating { one_is_best: false },
            Self::RatingOneIsBest => Rule::Rating { one_is_best: true },
            Self::Line(line) => Rule::Number(line.read(slug, flaws)),
            Self::DaysSince(line) => Rule::Days(DayCount::Since, line.read(slug, flaws)),
            Self::DaysUntil(line) => Rule::Days(DayCount::Until, line.read(slug, flaws)),
            Self::Steps(steps) => Rule::Number(steps.read(slug, flaws)),
            Self::Texts(texts) => texts.read(slug, flaws),
        }
    }
}

impl KeptLine {
    fn read(&self, slug: &str, flaws: &mut Vec<Flaw>) -> Scale {
        let mut end = |text: &str, name: &str| {
            number(typed::quantity(text), || ["measure/", slug, "/", name].concat(), flaws)
        };
        Scale::Linear { zero: end(&self.zero, "zero"), hundred: end(&self.hundred, "hundred") }
    }
}

impl KeptSteps {
    fn read(&self, slug: &str, flaws: &mut Vec<Flaw>) -> Scale {
        let below = number(typed::points(&self.below), || ["measure/", slug, "/below"].concat(), flaws);
        let cut = |(place, (from, points)): (usize, &(String, String))| {
            let from: Quantity = number(typed::quantity(from), || pair_key(slug, place, "from"), flaws);
            (from, number(typed::points(points), || pair_key(slug, place, "points"), flaws))
        };
        Scale::Steps { below, cuts: self.cuts.iter().enumerate().map(cut).collect() }
    }
}

impl KeptTexts {
    fn read(&self, slug: &str, flaws: &mut Vec<Flaw>) -> Rule {
        let text = |(place, (text, points)): (usize, &(String, String))| {
            (text.clone(), number(typed::points(points), || pair_key(slug, place, "points"), flaws))
        };
        let points = self.points.iter().enumerate().map(text).collect();
        let others = (!self.others.trim().is_empty())
            .then(|| number(typed::points(&self.others), || ["measure/", slug, "/others"].concat(), flaws));
        Rule::Texts { points, others }
    }
}

/// The key of a field of a pair.
pub(crate) fn pair_key(slug: &str, place: usize, name: &str) -> String {
    ["measure/", slug, "/pair/", &place.to_string(), "/", name].concat()
}

/// What was read, or nothing with a flaw in its place.
fn number<T: Default>(read: Option<T>, key: impl Fn() -> String, flaws: &mut Vec<Flaw>) -> T {
    read.unwrap_or_else(|| {
        flaws.push(Flaw { key: key(), what: FlawKind::NoNumber });
        T::default()
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it is surprised")]
mod tests {
    use super::*;
    use plimsoll_metrics::health::{HEALTH_MODELS, health_models};

    #[test]
    fn a_published_model_is_kept_as_it_is() {
        for source in HEALTH_MODELS {
            let kept = KeptModel::of(source);
            assert_eq!(kept.read(), Ok(Model::of(source)));
            assert_eq!(kept.source(), Some(source));
        }
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_place() {
        let mut kept = KeptModel::of(&health_models::FOUR_DIMENSIONS);
        kept.red_below = "forty".into();
        kept.indicators[1].weight = "-3".into();
        kept.indicators[2].rule = KeptRule::Line(KeptLine { zero: "1.5".into(), hundred: "1,5,".into() });
        let flaws = kept.read().unwrap_err();
        let keys: Vec<&str> = flaws.iter().map(|flaw| flaw.key.as_str()).collect();
        assert_eq!(keys, ["red", "weight/engagement", "measure/support/hundred"]);
    }

    #[test]
    fn what_contradicts_itself_is_named_as_well() {
        let mut kept = KeptModel::of(&health_models::FOUR_DIMENSIONS);
        kept.green_from = "40".into();
        kept.indicators[0].rule = KeptRule::Line(KeptLine { zero: "2".into(), hundred: "2".into() });
        let keys: Vec<String> = kept.read().unwrap_err().into_iter().map(|flaw| flaw.key).collect();
        assert_eq!(keys, ["measure/usage", "green"]);
    }
}
