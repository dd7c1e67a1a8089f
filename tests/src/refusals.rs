//! Bad input: each field has words of its own, and whatever does not rest on it keeps its value.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use plimsoll_metrics::{Metric, PANELS, Role};
use plimsoll_report::view::{Card, Page, Value};
use serde::Deserialize;

use crate::cases::{figure, golden, read};
use crate::typed::{Typed, cards};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    given: Option<Typed>,
    /// Figures without a value and without words.
    #[serde(default)]
    missing: BTreeSet<String>,
    /// Figures with words and without a value.
    #[serde(default)]
    unread: BTreeSet<String>,
    /// Other fields with words, as `levers.churn`.
    #[serde(default)]
    refused: BTreeSet<String>,
    /// Metrics that have no value for another reason.
    #[serde(default)]
    without: BTreeSet<String>,
    /// Metrics with a warning.
    #[serde(default)]
    warned: BTreeSet<String>,
}

impl Case {
    fn page(&self) -> Page {
        self.given.clone().unwrap_or_default().page()
    }

    /// The fields that must have words.
    fn with_words(&self) -> BTreeSet<String> {
        self.unread.iter().map(|slug| format!("figures.{slug}")).chain(self.refused.clone()).collect()
    }

    /// The cards that must have no value: those that rest on a figure without one, and those that are named.
    fn without_value(&self) -> BTreeSet<String> {
        let figures: Vec<_> = self.missing.iter().chain(&self.unread).map(|slug| figure(slug)).collect();
        let rests = |metric: &Metric| figures.iter().any(|figure| metric.formula.occurrences(figure) > 0);
        let shown = PANELS.iter().filter(|panel| OVERVIEW.contains(&panel.slug));
        let always = shown.flat_map(|panel| panel.metrics).filter(|metric| matches!(metric.role, Role::Main));
        let resting = always.filter(|metric| rests(metric));
        resting.map(|metric| metric.slug.to_owned()).chain(self.without.clone()).collect()
    }
}

/// The panels of the view on which the page opens.
const OVERVIEW: [&str; 2] = ["retention", "unit-economics"];

/// Every field's words, by the field's name.
fn words(page: &Page) -> Vec<(String, String)> {
    let fields = page.groups.iter().flat_map(|group| &group.fields);
    let fields = fields.map(|field| ("figures", field.slug, &field.problem));
    let known = cards(page).map(|card| ("known", card.slug, &card.known.problem));
    let levers = page
        .what_if
        .iter()
        .flat_map(|what_if| &what_if.levers)
        .map(|lever| ("levers", lever.slug, &lever.problem));
    fields
        .chain(known)
        .chain(levers)
        .filter_map(|(kind, slug, problem)| Some((format!("{kind}.{slug}"), problem.clone()?)))
        .collect()
}

#[test]
fn bad_input_is_refused_in_its_own_field_and_nowhere_else() {
    let mut wrong = String::new();
    for case in read::<Cases>("refusals.toml").case {
        let page = case.page();
        let named = |keep: fn(&Card) -> bool| -> BTreeSet<String> {
            cards(&page).filter(|card| keep(card)).map(|card| card.slug.into()).collect()
        };
        let refused = words(&page).into_iter().map(|(field, _)| field).collect();
        let without = named(|card| matches!(card.value, Value::Undefined { .. }));
        let warned = named(|card| card.warning.is_some());
        for (what, expected, actual) in [
            ("fields with words", case.with_words(), refused),
            ("cards without a value", case.without_value(), without),
            ("cards with a warning", case.warned.clone(), warned),
        ] {
            let (more, less) = (actual.difference(&expected), expected.difference(&actual));
            let (more, less): (Vec<_>, Vec<_>) = (more.collect(), less.collect());
            if !more.is_empty() || !less.is_empty() {
                let _ = writeln!(wrong, "{}: {what}: more {more:?}, less {less:?}", case.name);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn bad_input_has_these_words() {
    let mut text = String::new();
    for case in read::<Cases>("refusals.toml").case {
        let page = case.page();
        let _ = writeln!(text, "{}", case.name);
        for (field, words) in words(&page) {
            let _ = writeln!(text, "  {field}: {words}");
        }
        for field in page.groups.iter().flat_map(|group| &group.fields) {
            if let Some(reading) = &field.reading {
                let _ = writeln!(text, "  figures.{}: {reading}", field.slug);
            }
        }
        let mut reasons = BTreeMap::<String, usize>::new();
        for card in cards(&page) {
            let Value::Undefined { reason, way_out } = &card.value else { continue };
            let way_out = way_out.as_ref().map(|way_out| format!(" {way_out}")).unwrap_or_default();
            *reasons.entry(format!("{reason}{way_out}")).or_default() += 1;
        }
        for (reason, count) in reasons {
            let _ = writeln!(text, "  {count} without a value: {reason}");
        }
        for card in cards(&page) {
            for words in card.warning.iter().chain(card.known.check.as_ref().map(|(_, words)| words)) {
                let _ = writeln!(text, "  {}: {words}", card.slug);
            }
        }
    }
    golden("refusals.expected.txt", &text);
}

/// The same words for two different mistakes would leave one of them unexplained.
#[test]
fn different_mistakes_have_different_words() {
    let said = |figure: &str, text: &str| {
        let figures = [(figure.to_owned(), text.to_owned())].into_iter().collect();
        let page = Typed { over_the_example: true, figures, ..Typed::default() }.page();
        words(&page).into_iter().map(|(_, words)| words).next().unwrap_or_default()
    };
    let mistakes = [
        said("start-mrr", "lots"),
        said("start-mrr", "1.5.5"),
        said("start-mrr", "12,34,5"),
        said("start-mrr", "-5"),
        said("start-mrr", "5%"),
        said("start-mrr", "€5"),
        said("start-mrr", &"1".repeat(40)),
        said("start-mrr", &"1".repeat(300)),
        said("start-mrr", "２"),
        said("lost-customers", "1.5"),
        said("lost-customers", "$5"),
        said("lost-customers", "251"),
        said("churned-mrr", "239000"),
        said("gross-margin", "101"),
    ];
    assert!(mistakes.iter().all(|words| !words.is_empty()), "{mistakes:#?}");
    assert_eq!(mistakes.iter().collect::<BTreeSet<_>>().len(), mistakes.len(), "{mistakes:#?}");
}
