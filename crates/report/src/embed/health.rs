//! Health scores of supplied accounts, by one model and the reader's weights.

use plimsoll_metrics::benchmarks::{PUBLISHED, Scale};
use plimsoll_metrics::health::{
    Component, HEALTH_MODELS, HealthModel, NoWeights, Weight, effective_weights, find_health_model,
};
use plimsoll_metrics::metrics::HEALTH_SCORE;
use plimsoll_metrics::{Exact, Range, Unit, Window};

use crate::format::Formatter;
use crate::read::quantity;
use crate::show::Writer;
use crate::view::{HealthAccount, HealthClass, HealthView, HealthWeight, SelectOption};

/// The most accounts that one element scores.
const MOST_ACCOUNTS: usize = 2_000;

/// What an element for health was told, read.
struct Told {
    model: &'static HealthModel,
    /// In the order of the model's indicators.
    weights: Vec<u32>,
    accounts: Vec<Account>,
    notes: Vec<String>,
}

struct Account {
    name: String,
    /// In the order of the model's indicators.
    values: Vec<Option<Exact>>,
}

/// The scores of accounts: `model`, `weights.` with the slug of an indicator, and for each account its name under `account`,
/// followed by its numbers under the slugs of indicators.
///
/// ```
/// use plimsoll_report::{English, embed};
/// let told = [("model", "four-dimensions"), ("account", "Acme"), ("usage", "80"), ("support", "60")];
/// let told = told.map(|(name, text)| (name.to_owned(), text.to_owned()));
/// let view = embed::health(&told, &English);
/// assert_eq!(view.accounts[0].score, "72.0"); // (80 × 30 + 60 × 20) ÷ 50
/// ```
#[must_use]
pub fn health(told: &[(String, String)], formatter: &dyn Formatter) -> HealthView {
    let mut told = read(told, formatter);
    let writer = Writer { formatter, currency: plimsoll_metrics::Currency::Usd, window: Window::Year };
    let scale = PUBLISHED.scale(&HEALTH_SCORE, None);
    let all: Vec<Weight> =
        told.weights.iter().map(|hundredths| Weight { hundredths: *hundredths, present: true }).collect();
    let shares = effective_weights(&all);
    if shares == Err(NoWeights::AllZero) {
        told.notes.push("Every weight is zero, so there is no score: move one up.".into());
    }
    let mut accounts = Vec::new();
    for account in &told.accounts {
        accounts.push(scored(&told, account, scale.as_deref(), &writer));
    }
    HealthView {
        models: HEALTH_MODELS
            .iter()
            .map(|model| SelectOption {
                value: model.slug.into(),
                label: model.term.into(),
                selected: *model == told.model,
            })
            .collect(),
        weights: weights(&told, shares.as_deref().unwrap_or_default(), &writer),
        advice: told.model.advice,
        weights_from: ["Weights: ", told.model.weights_from, "."].concat(),
        classes: scale.as_deref().map(|scale| classes(scale, &accounts)).unwrap_or_default(),
        accounts,
        notes: told.notes,
    }
}

fn read(told: &[(String, String)], formatter: &dyn Formatter) -> Told {
    let of = |name: &str| told.iter().find(|(held, _)| held == name).map(|(_, text)| text.as_str());
    let [first, ..] = HEALTH_MODELS;
    let asked = of("model").filter(|slug| !slug.is_empty());
    let model = asked.map_or(Some(first), find_health_model);
    let mut read =
        Told { model: model.unwrap_or(first), weights: Vec::new(), accounts: Vec::new(), notes: Vec::new() };
    if model.is_none() {
        read.notes.push(["There is no model “", asked.unwrap_or_default(), "”."].concat());
    }
    read.weights = read.model.components.iter().map(|component| component.weight).collect();
    for (name, text) in told {
        match name.split_once('.') {
            Some(("weights", slug)) => read.weigh(slug, text, formatter),
            _ if name == "account" && read.accounts.len() >= MOST_ACCOUNTS => {
                read.notes
                    .push(["No more than ", &MOST_ACCOUNTS.to_string(), " accounts are scored."].concat());
                return read;
            }
            _ if name == "account" => read.accounts.push(Account {
                name: text.clone(),
                values: read.model.components.iter().map(|_| None).collect(),
            }),
            _ => read.enter(name, text, formatter),
        }
    }
    read
}

impl Told {
    fn place(&self, slug: &str) -> Option<usize> {
        self.model.components.iter().position(|component| component.slug == slug)
    }

    fn weigh(&mut self, slug: &str, text: &str, formatter: &dyn Formatter) {
        let hundred = Range::Between(0, 100);
        let weight = quantity(text, formatter.decimal_mark(), Unit::Score, "").within(hundred).value;
        let hundredths = weight
            .and_then(|weight| weight.times(&Exact::from(100)).to_decimal(0))
            .and_then(|hundredths| u32::try_from(hundredths).ok());
        match (self.place(slug), hundredths) {
            (Some(place), Some(hundredths)) => {
                if let Some(held) = self.weights.get_mut(place) {
                    *held = hundredths;
                }
            }
            (Some(_), None) => {
                self.notes.push(["The weight of “", slug, "” has to lie between 0 and 100."].concat());
            }
            (None, _) => self.notes.push(["This model has no indicator “", slug, "”."].concat()),
        }
    }

    /// A number of the last account. What the model does not ask for counts for nothing.
    fn enter(&mut self, slug: &str, text: &str, formatter: &dyn Formatter) {
        let (Some(place), Some(account)) = (self.place(slug), self.accounts.last_mut()) else { return };
        let typed = quantity(text, formatter.decimal_mark(), Unit::Score, "").within(Range::Between(0, 100));
        if typed.problem.is_some() {
            self.notes.push(
                ["“", &account.name, "”: ", slug, " is no number from 0 to 100, and counts as unknown."]
                    .concat(),
            );
        }
        if let Some(held) = account.values.get_mut(place) {
            *held = typed.value;
        }
    }
}

fn weights(told: &Told, shares: &[Exact], writer: &Writer<'_>) -> Vec<HealthWeight> {
    let row = |(place, (component, weight)): (usize, (&Component, &u32))| {
        let share = shares.get(place).cloned().unwrap_or_else(Exact::zero);
        HealthWeight {
            slug: component.slug,
            term: component.term,
            question: component.question,
            percent: rust_decimal::Decimal::new(i64::from(*weight), 2).normalize().to_string(),
            share: writer.value(Unit::Percent, &share),
        }
    };
    told.model.components.iter().zip(&told.weights).enumerate().map(row).collect()
}

fn scored(told: &Told, account: &Account, scale: Option<&Scale>, writer: &Writer<'_>) -> HealthAccount {
    let known = account.values.iter().filter(|value| value.is_some()).count();
    let weights: Vec<Weight> = told
        .weights
        .iter()
        .zip(&account.values)
        .map(|(hundredths, value)| Weight { hundredths: *hundredths, present: value.is_some() })
        .collect();
    let score = effective_weights(&weights).ok().map(|shares| {
        shares
            .iter()
            .zip(&account.values)
            .filter_map(|(share, value)| Some(share.times(value.as_ref()?)))
            .fold(Exact::zero(), |sum, part| sum.plus(&part))
    });
    let band = score.as_ref().and_then(|score| scale?.grade(score)).map(|grade| grade.band);
    HealthAccount {
        name: account.name.clone(),
        score: match (&score, scale) {
            (Some(score), Some(scale)) => writer.graded(Unit::Score, score, scale).0,
            (Some(score), None) => writer.value(Unit::Score, score),
            (None, _) => crate::show::DASH.into(),
        },
        decimal: score
            .as_ref()
            .and_then(|score| score.to_decimal(4))
            .map(|score| score.normalize().to_string()),
        band: band.as_ref().map(|band| band.name.clone()),
        standing: band.map(|band| band.standing.into()),
        known: (known < account.values.len())
            .then(|| [&known.to_string(), " of ", &account.values.len().to_string(), " known"].concat()),
    }
}

/// How many accounts are in each class, best first.
fn classes(scale: &Scale, accounts: &[HealthAccount]) -> Vec<HealthClass> {
    let class = |band: &plimsoll_metrics::benchmarks::Band| HealthClass {
        count: accounts.iter().filter(|account| account.band.as_ref() == Some(&band.name)).count(),
        name: band.name.clone(),
        standing: band.standing.into(),
    };
    scale.bands.iter().rev().map(class).collect()
}
