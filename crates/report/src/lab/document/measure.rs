//! What is typed and chosen about how values become points.

use super::super::keep::{KeptIndicator, KeptLine, KeptRule, KeptSteps, KeptTexts};
use super::super::message::{ColumnFacts, Facts};
use super::super::propose;
use super::{Document, put};

/// The most pairs of a value and its points.
const MOST_PAIRS: usize = 24;

impl Document {
    /// `<slug>/column`, `kind`, `zero`, `hundred`, `below`, `others`, `more`, `lifecycle`, `pair/<n>/from`, `pair/<n>/points`.
    pub(super) fn measure(&mut self, of: &str, text: &str, facts: &Facts) -> bool {
        let Some((slug, what)) = of.split_once('/') else { return false };
        let Some(indicator) = self.model.indicators.iter_mut().find(|of| of.slug == slug) else {
            return false;
        };
        let column = |header: &str| facts.columns.iter().find(|column| column.header == header);
        match what {
            "column" => {
                if let Some(found) = column(text) {
                    (indicator.rule, indicator.applies) = propose::rule(found);
                }
                put(&mut indicator.column, text)
            }
            "kind" => {
                let found = column(&indicator.column);
                is_other_kind(indicator, text, found)
            }
            "lifecycle" => {
                indicator.applies = indicator.applies.toggled();
                true
            }
            "more" => add_pair(&mut indicator.rule),
            _ => field(&mut indicator.rule, what).is_some_and(|field| put(field, text)),
        }
    }
}

/// Another way of making points: what is proposed for the column where it is of this kind, else as far as what was typed fits.
fn is_other_kind(indicator: &mut KeptIndicator, kind: &str, column: Option<&ColumnFacts>) -> bool {
    if indicator.rule.slug() == kind {
        return false;
    }
    let proposed = column.map(|column| propose::rule(column).0).filter(|rule| rule.slug() == kind);
    let line = match &indicator.rule {
        KeptRule::Line(line) | KeptRule::DaysSince(line) | KeptRule::DaysUntil(line) => line.clone(),
        _ => KeptLine::default(),
    };
    let cut = (line.zero.clone(), "50".to_owned());
    indicator.rule = proposed.unwrap_or_else(|| match kind {
        "line" => KeptRule::Line(line),
        "steps" => {
            KeptRule::Steps(KeptSteps { below: "0".into(), cuts: vec![cut, (line.hundred, "100".into())] })
        }
        "days-since" => KeptRule::DaysSince(line),
        "days-until" => KeptRule::DaysUntil(line),
        "rating" => KeptRule::Rating,
        "rating-one-is-best" => KeptRule::RatingOneIsBest,
        "texts" => KeptRule::Texts(KeptTexts::default()),
        _ => KeptRule::Score,
    });
    true
}

fn add_pair(rule: &mut KeptRule) -> bool {
    let pairs = match rule {
        KeptRule::Steps(steps) => &mut steps.cuts,
        KeptRule::Texts(texts) => &mut texts.points,
        _ => return false,
    };
    if pairs.len() >= MOST_PAIRS {
        return false;
    }
    pairs.push((String::new(), String::new()));
    true
}

/// The text of a field.
fn field<'a>(rule: &'a mut KeptRule, what: &str) -> Option<&'a mut String> {
    match (rule, what) {
        (KeptRule::Line(line) | KeptRule::DaysSince(line) | KeptRule::DaysUntil(line), "zero") => {
            Some(&mut line.zero)
        }
        (KeptRule::Line(line) | KeptRule::DaysSince(line) | KeptRule::DaysUntil(line), "hundred") => {
            Some(&mut line.hundred)
        }
        (KeptRule::Steps(steps), "below") => Some(&mut steps.below),
        (KeptRule::Texts(texts), "others") => Some(&mut texts.others),
        (
            KeptRule::Steps(KeptSteps { cuts: pairs, .. }) | KeptRule::Texts(KeptTexts { points: pairs, .. }),
            pair,
        ) => {
            let (place, side) = pair.strip_prefix("pair/")?.split_once('/')?;
            let (from, points) = pairs.get_mut(place.parse::<usize>().ok()?)?;
            match side {
                "from" => Some(from),
                "points" => Some(points),
                _ => None,
            }
        }
        _ => None,
    }
}
