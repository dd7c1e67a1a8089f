//! Which column feeds an indicator, and how its values become points, as it is proposed. Everything can be changed.

use super::keep::{KeptIndicator, KeptLifecycle, KeptLine, KeptModel, KeptRule, KeptTexts};
use super::message::{ColumnFacts, Facts, ValueFacts};

/// Which signs can feed a component of a published model, by the component's slug; the first that is there does.
#[rustfmt::skip]
const FED_BY: [(&str, &[&str]); 15] = [
    ("usage-frequency", &["usage", "logins", "last-login"]),
    ("adoption-depth", &["adoption", "seat-activation"]),
    ("support-sentiment", &["csat", "nps", "sentiment", "tickets"]),
    ("responsiveness", &["engagement", "last-contact"]),
    ("contract-status", &["renewal"]),
    ("payment-health", &["payment"]),
    ("onboarding-completion", &["onboarding"]),
    ("product-adoption", &["adoption", "usage", "logins", "seat-activation"]),
    ("customer-feedback", &["nps", "csat", "effort"]),
    ("support-engagement", &["tickets", "resolution-time", "escalations"]),
    ("csm-sentiment", &["sentiment", "last-contact"]),
    ("usage", &["usage", "logins", "adoption", "last-login"]),
    ("engagement", &["engagement", "last-contact"]),
    ("support", &["tickets", "csat", "escalations", "resolution-time"]),
    ("relationship", &["sentiment", "nps", "last-contact"]),
];

/// Signs of which less is better.
const LESS_IS_BETTER: [&str; 4] = ["tickets", "escalations", "resolution-time", "effort"];

/// A model whose indicators read the columns that are there. A column feeds one indicator only.
#[must_use]
pub(super) fn fed(mut model: KeptModel, facts: &Facts) -> KeptModel {
    for place in 0..model.indicators.len() {
        let Some(found) = find(&model, place, facts) else { continue };
        if let Some(indicator) = model.indicators.get_mut(place) {
            found.header.clone_into(&mut indicator.column);
            (indicator.rule, indicator.applies) = rule(found);
        }
    }
    model
}

/// The column that feeds the indicator in this place: of those that feed no other one yet, the one whose sign fits best.
fn find<'a>(model: &KeptModel, place: usize, facts: &'a Facts) -> Option<&'a ColumnFacts> {
    let slug = &model.indicators.get(place)?.slug;
    let (_, signs) = FED_BY.iter().find(|(of, _)| of == slug)?;
    let is_free = |column: &&ColumnFacts| model.indicators.iter().all(|other| other.column != column.header);
    signs.iter().find_map(|sign| {
        facts
            .columns
            .iter()
            .filter(|column| column.is_indicator)
            .filter(is_free)
            .find(|column| column.sign == *sign)
    })
}

/// An indicator of the reader's own that reads this column, with the weight of a tenth.
#[must_use]
pub(super) fn indicator(column: &ColumnFacts, slug: String) -> KeptIndicator {
    let (rule, applies) = rule(column);
    KeptIndicator {
        slug,
        term: column.header.clone(),
        column: column.header.clone(),
        weight: "10".into(),
        rule,
        applies,
    }
}

/// How the values of a column become points, and when they apply.
#[must_use]
pub(super) fn rule(column: &ColumnFacts) -> (KeptRule, KeptLifecycle) {
    let falls = LESS_IS_BETTER.contains(&column.sign.as_str());
    // Many tickets of a new customer can be engagement (catalogue C45).
    let applies =
        if column.sign == "tickets" { KeptLifecycle::Always.toggled() } else { KeptLifecycle::Always };
    let rule = match &column.values {
        ValueFacts::Numbers { places, marks } => number_rule(column, *places, *marks, falls),
        ValueFacts::Days(_) if column.sign == "renewal" => KeptRule::DaysUntil(line("0", "180")),
        ValueFacts::Days(_) => KeptRule::DaysSince(line("90", "0")),
        ValueFacts::Texts(texts, _) => KeptRule::Texts(KeptTexts {
            points: texts.iter().map(|(text, _)| (text.clone(), points_of(text).to_owned())).collect(),
            others: String::new(),
        }),
    };
    (rule, applies)
}

fn number_rule(column: &ColumnFacts, places: u8, marks: Option<[i64; 7]>, falls: bool) -> KeptRule {
    let whole = |units: i64| decimal(units, places);
    let ends = |low: &str, high: &str| if falls { line(high, low) } else { line(low, high) };
    let Some([least, low, .., high, most]) = marks else { return KeptRule::Score };
    let full = |number: i64| i64::checked_pow(10, places.into()).and_then(|power| power.checked_mul(number));
    let is_within = |from: i64, to: i64| Some(least) >= full(from) && Some(most) <= full(to);
    match column.sign.as_str() {
        "health" | "csat" if is_within(1, 5) => KeptRule::Rating,
        "sentiment" if is_within(1, 5) => KeptRule::Rating,
        "nps" if is_within(0, 10) => KeptRule::Line(line("0", "10")),
        "nps" => KeptRule::Line(line("-100", "100")),
        "health" if is_within(0, 100) => KeptRule::Score,
        _ if is_within(0, 100) && column.header.to_lowercase().contains("score") => KeptRule::Score,
        _ if column.percent && is_within(0, 100) => KeptRule::Line(ends("0", "100")),
        // Nothing is known of it: from where a twentieth lies below to where a twentieth lies above.
        _ if low < high => KeptRule::Line(ends(&whole(low), &whole(high))),
        _ if least < most => KeptRule::Line(ends(&whole(least), &whole(most))),
        _ => KeptRule::Score,
    }
}

fn line(zero: &str, hundred: &str) -> KeptLine {
    KeptLine { zero: zero.to_owned(), hundred: hundred.to_owned() }
}

/// The points that usual words have; the middle for others, to be changed.
fn points_of(text: &str) -> &'static str {
    match text.trim().to_lowercase().as_str() {
        "green" | "healthy" | "good" | "high" | "happy" | "strong" | "yes" | "true" | "paid" | "on time"
        | "complete" | "completed" => "100",
        "red" | "at risk" | "bad" | "low" | "poor" | "unhappy" | "weak" | "no" | "false" | "overdue"
        | "late" | "not started" => "0",
        _ => "50",
    }
}

/// Units of the last decimal, as they would be typed.
#[must_use]
pub(super) fn decimal(units: i64, places: u8) -> String {
    let text = super::typed::decimal(units, places);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it is surprised")]
mod tests {
    use super::*;
    use plimsoll_metrics::health::{HEALTH_MODELS, health_models};

    fn numbers(header: &str, sign: &str, marks: [i64; 7]) -> ColumnFacts {
        let values = ValueFacts::Numbers { places: 0, marks: Some(marks) };
        ColumnFacts {
            header: header.into(),
            sign: sign.into(),
            is_indicator: true,
            percent: false,
            values,
            missing: 0,
        }
    }

    #[test]
    fn every_component_says_what_feeds_it() {
        for component in HEALTH_MODELS.into_iter().flat_map(|model| model.components) {
            assert!(FED_BY.iter().any(|(slug, _)| *slug == component.slug), "{}", component.slug);
        }
    }

    #[test]
    fn columns_feed_what_they_are_a_sign_of_and_once_only() {
        let facts = Facts {
            columns: vec![
                numbers("Logins", "logins", [0, 1, 3, 8, 12, 30, 90]),
                numbers("NPS", "nps", [-40, -20, 0, 10, 30, 60, 80]),
            ],
            ..Facts::default()
        };
        let model = fed(KeptModel::of(&health_models::FOUR_DIMENSIONS), &facts);
        let columns: Vec<&str> = model.indicators.iter().map(|of| of.column.as_str()).collect();
        assert_eq!(columns, ["Logins", "", "", "NPS"]);
        assert_eq!(model.indicators[0].rule, KeptRule::Line(line("1", "30")));
        assert_eq!(model.indicators[3].rule, KeptRule::Line(line("-100", "100")));
        assert!(model.read().is_ok());
    }

    #[test]
    fn few_tickets_are_better_and_those_of_new_customers_do_not_count() {
        let (rule, applies) = rule(&numbers("Tickets", "tickets", [0, 0, 1, 2, 4, 9, 20]));
        assert_eq!((rule, applies), (KeptRule::Line(line("9", "0")), KeptLifecycle::From(90)));
    }
}
