//! Health scores of accounts.

use plimsoll_metrics::health::{NoWeights, Weight, effective_weights, find_health_model, weight_present};
use plimsoll_metrics::metrics::HEALTH_SCORE;
use plimsoll_metrics::{Exact, Unit};
use serde::{Deserialize, Serialize};

use super::number::Quantity;
use super::problem::FieldProblem;
use super::words::Standing;
use crate::read::{Problem, quantity};
use crate::sentence;
use crate::show::Context;

/// Accounts, and what their indicators weigh.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts {
    /// The model's slug; empty where the weights say everything.
    pub model: String,
    /// What indicators weigh, as it is typed, by slug. They stand in the place of the model's own.
    pub weights: Vec<(String, String)>,
    /// The accounts: for each the texts of its indicators, by slug.
    pub accounts: Vec<Vec<(String, String)>>,
}

/// The health of accounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Health {
    /// The score of each account, in their order.
    pub scores: Vec<Score>,
    /// How many accounts lie in each band, worst first.
    pub bands: Vec<BandCount>,
    /// What each indicator weighs where all are present, as a part of one.
    pub weights: Vec<IndicatorWeight>,
    /// What is wrong with weights and indicators; empty where nothing is.
    pub problems: Vec<FieldProblem>,
}

/// The score of an account: the weighted mean of the indicators that are there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Score {
    /// From 0 to 100; null where no indicator that has a weight is there.
    pub score: Option<Quantity>,
    /// The score as it is read; a dash where there is none.
    pub printed: String,
    /// The name of its band; null where there is no score.
    pub band: Option<String>,
    /// How good that is.
    pub standing: Option<Standing>,
    /// Which part of all weight is there: how much of the model the score rests on.
    pub weight_present: Option<Quantity>,
    /// The indicators that are missing, by slug.
    pub missing: Vec<String>,
}

/// How many accounts lie in a band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BandCount {
    /// The band's name.
    pub name: String,
    /// How good it is.
    pub standing: Standing,
    /// How many accounts.
    pub accounts: u32,
}

/// What an indicator weighs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct IndicatorWeight {
    /// Its slug.
    pub slug: String,
    /// Its part of the score where all are there.
    pub share: Option<Quantity>,
}

/// The indicators with their weights, in hundredths.
type Weights = Vec<(String, u32)>;

pub(super) fn score(context: &Context<'_>, asked: &Accounts, mut problems: Vec<FieldProblem>) -> Health {
    let weights = weights(context, asked, &mut problems);
    let mut all: Vec<Weight> =
        weights.iter().map(|(_, hundredths)| Weight { hundredths: *hundredths, present: true }).collect();
    let shares = effective_weights(&all).unwrap_or_default();
    if shares.is_empty() {
        found(&mut problems, "weights", "At least one weight has to be above zero.".into());
    }
    let scale = context.scale(&HEALTH_SCORE);
    let mut bands: Vec<BandCount> = scale
        .iter()
        .flat_map(|scale| scale.bands.iter())
        .map(|band| BandCount { name: band.name.to_string(), standing: band.standing.into(), accounts: 0 })
        .collect();
    let scores = asked.accounts.iter().enumerate().map(|(place, account)| {
        let values = values(context, &weights, place, account, &mut problems);
        all.iter_mut().zip(&values).for_each(|(weight, value)| weight.present = value.is_some());
        let mean = mean(&all, &values).ok();
        let grade = mean.as_ref().zip(scale.as_ref()).and_then(|(mean, scale)| scale.grade(mean));
        if let Some(band) = grade.as_ref().and_then(|grade| bands.get_mut(grade.position)) {
            band.accounts = band.accounts.saturating_add(1);
        }
        let writer = &context.writer;
        let missing = weights.iter().zip(&values).filter(|(_, value)| value.is_none());
        Score {
            score: mean.as_ref().and_then(Quantity::of),
            printed: match (&mean, &scale) {
                (Some(mean), Some(scale)) => writer.graded(Unit::Score, mean, scale).0,
                _ => crate::show::DASH.into(),
            },
            standing: grade.as_ref().map(|grade| grade.band.standing.into()),
            band: grade.map(|grade| grade.band.name.into()),
            weight_present: weight_present(&all).ok().as_ref().and_then(Quantity::of),
            missing: missing.map(|((slug, _), _)| slug.clone()).collect(),
        }
    });
    let scores = scores.collect();
    let weights = weights
        .iter()
        .zip(&shares)
        .map(|((slug, _), share)| IndicatorWeight { slug: slug.clone(), share: Quantity::of(share) });
    Health { scores, bands, weights: weights.collect(), problems }
}

/// The weighted mean over what is present, exactly.
fn mean(weights: &[Weight], values: &[Option<Exact>]) -> Result<Exact, NoWeights> {
    let shares = effective_weights(weights)?;
    let parts = shares.iter().zip(values).filter_map(|(share, value)| Some(share.times(value.as_ref()?)));
    Ok(parts.fold(Exact::zero(), |sum, part| sum.plus(&part)))
}

/// The model's weights, with those that were given in their place or beside them.
fn weights(context: &Context<'_>, asked: &Accounts, problems: &mut Vec<FieldProblem>) -> Weights {
    let components = find_health_model(&asked.model).map_or(&[][..], |model| model.components);
    let mut weights: Weights =
        components.iter().map(|component| (component.slug.to_owned(), component.weight)).collect();
    for (slug, text) in &asked.weights {
        let typed = quantity(text, context.read.mark, Unit::Score, "");
        let weight = hundredths(typed.value.as_ref());
        match (typed.problem, weight) {
            (None, Some(weight)) => match weights.iter_mut().find(|(held, _)| held == slug) {
                Some((_, held)) => *held = weight,
                None => weights.push((slug.clone(), weight)),
            },
            (problem, _) => {
                let problem = problem.unwrap_or(Problem::Outside(0, MOST_WEIGHT.into()));
                let sentence = sentence::problem(&problem, "", None);
                found(problems, &["weights.", slug].concat(), sentence);
            }
        }
    }
    weights
}

/// The largest weight. Only how weights stand to each other counts.
const MOST_WEIGHT: u32 = 1_000_000;

fn hundredths(value: Option<&Exact>) -> Option<u32> {
    let value =
        value.filter(|value| !value.is_negative() && **value <= Exact::from(i64::from(MOST_WEIGHT)))?;
    u32::try_from(value.times(&Exact::from(100)).to_decimal(0)?).ok()
}

/// The value of each indicator, rounded to a hundredth of a point (`conventions.md`).
fn values(
    context: &Context<'_>,
    weights: &Weights,
    place: usize,
    account: &[(String, String)],
    problems: &mut Vec<FieldProblem>,
) -> Vec<Option<Exact>> {
    let read = |(slug, _): &(String, u32)| {
        let (_, text) = account.iter().find(|(held, _)| held == slug)?;
        let typed = quantity(text, context.read.mark, Unit::Score, "").within(HEALTH_SCORE.range);
        if let Some(problem) = &typed.problem {
            let field = ["accounts[", &place.to_string(), "].", slug].concat();
            found(problems, &field, sentence::problem(problem, "", None));
        }
        typed.value?.to_decimal(2).map(Exact::from)
    };
    weights.iter().map(read).collect()
}

fn found(problems: &mut Vec<FieldProblem>, field: &str, sentence: String) {
    problems.push(FieldProblem { field: field.into(), sentence });
}
