//! Health scores of accounts.

use plimsoll_columns::scores::{MISSING, Missing};
use plimsoll_metrics::health::{
    GREEN_FROM, Held, Indicator, Lifecycle, Model, RED_BELOW, Rule, Weight, effective_weights,
    find_health_model,
};
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
    /// What each indicator that is there contributes. All contributions add up to the score.
    pub parts: Vec<ScorePart>,
}

/// What an indicator contributes to a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ScorePart {
    /// Its slug.
    pub slug: String,
    /// Its share of this score.
    pub share: Option<Quantity>,
    /// The points that it contributes.
    pub points: Option<Quantity>,
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

pub(super) fn score(context: &Context<'_>, asked: &Accounts, mut problems: Vec<FieldProblem>) -> Health {
    let model = model(context, asked, &mut problems);
    let all: Vec<Weight> =
        model.weights(None).map(|hundredths| Weight { hundredths, present: true }).collect();
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
        let points = points(context, &model, place, account, &mut problems);
        let (score, position) = scored(context, &model, &points);
        if let Some(band) = position.and_then(|position| bands.get_mut(position)) {
            band.accounts = band.accounts.saturating_add(1);
        }
        score
    });
    let scores = scores.collect();
    let weights = model.indicators.iter().zip(&shares).map(|(indicator, share)| IndicatorWeight {
        slug: indicator.slug.clone(),
        share: Quantity::of(share),
    });
    Health { scores, bands, weights: weights.collect(), problems }
}

/// The score of one account, and the place of its band.
fn scored(context: &Context<'_>, model: &Model, points: &[u16]) -> (Score, Option<usize>) {
    let explained = model.explain(None, points);
    let scale = context.scale(&HEALTH_SCORE);
    let score = explained.score.ok();
    let grade = score.as_ref().zip(scale.as_ref()).and_then(|(score, scale)| scale.grade(score));
    let parts = || explained.parts.iter();
    let missing = parts().filter(|part| part.held == Held::Missing);
    let there = parts().filter(|part| matches!(part.held, Held::Points(_)));
    let shown = Score {
        score: score.as_ref().and_then(Quantity::of),
        printed: match (&score, &scale) {
            (Some(score), Some(scale)) => context.writer.graded(Unit::Score, score, scale).0,
            _ => crate::show::DASH.into(),
        },
        standing: grade.as_ref().map(|grade| grade.band.standing.into()),
        band: grade.as_ref().map(|grade| grade.band.name.to_string()),
        weight_present: Quantity::of(&explained.coverage),
        missing: missing.map(|part| part.indicator.slug.clone()).collect(),
        parts: there
            .map(|part| ScorePart {
                slug: part.indicator.slug.clone(),
                share: Quantity::of(&part.effective),
                points: Quantity::of(&part.contribution),
            })
            .collect(),
    };
    (shown, grade.map(|grade| grade.position))
}

/// The model of the source, with the weights that were given in the place of its own or beside them.
fn model(context: &Context<'_>, asked: &Accounts, problems: &mut Vec<FieldProblem>) -> Model {
    let mut model = find_health_model(&asked.model).map_or_else(nothing, Model::of);
    for (slug, text) in &asked.weights {
        let typed = quantity(text, context.read.mark, Unit::Score, "");
        let weight = hundredths(typed.value.as_ref());
        match (typed.problem, weight) {
            (None, Some(weight)) => match model.indicators.iter_mut().find(|held| held.slug == *slug) {
                Some(held) => held.weight = weight,
                None => model.indicators.push(indicator(slug, weight)),
            },
            (problem, _) => {
                let problem = problem.unwrap_or(Problem::Outside(0, MOST_WEIGHT.into()));
                let sentence = sentence::problem(&problem, "", None);
                found(problems, &["weights.", slug].concat(), sentence);
            }
        }
    }
    model
}

/// A model without indicators.
const fn nothing() -> Model {
    Model {
        name: String::new(),
        indicators: Vec::new(),
        segments: Vec::new(),
        red_below: RED_BELOW,
        green_from: GREEN_FROM,
        missing: Missing::GivesUpWeight,
    }
}

fn indicator(slug: &str, weight: u32) -> Indicator {
    let lifecycle = Lifecycle::Always;
    Indicator { slug: slug.into(), term: slug.into(), rule: Rule::Score, lifecycle, weight }
}

/// The largest weight. Only how weights stand to each other counts.
const MOST_WEIGHT: u32 = 1_000_000;

fn hundredths(value: Option<&Exact>) -> Option<u32> {
    let value =
        value.filter(|value| !value.is_negative() && **value <= Exact::from(i64::from(MOST_WEIGHT)))?;
    u32::try_from(value.times(&Exact::from(100)).to_decimal(0)?).ok()
}

/// The points of each indicator in hundredths (`conventions.md`).
fn points(
    context: &Context<'_>,
    model: &Model,
    place: usize,
    account: &[(String, String)],
    problems: &mut Vec<FieldProblem>,
) -> Vec<u16> {
    let read = |indicator: &Indicator| {
        let (_, text) = account.iter().find(|(held, _)| *held == indicator.slug)?;
        let typed = quantity(text, context.read.mark, Unit::Score, "").within(HEALTH_SCORE.range);
        if let Some(problem) = &typed.problem {
            let field = ["accounts[", &place.to_string(), "].", &indicator.slug].concat();
            found(problems, &field, sentence::problem(problem, "", None));
        }
        u16::try_from(hundredths(typed.value.as_ref())?).ok()
    };
    model.indicators.iter().map(read).map(|points| points.unwrap_or(MISSING)).collect()
}

fn found(problems: &mut Vec<FieldProblem>, field: &str, sentence: String) {
    problems.push(FieldProblem { field: field.into(), sentence });
}
