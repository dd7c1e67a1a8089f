//! Saved models, files, and what a change of score is made of.

use plimsoll_metrics::health::{FourScores, ModelFault, Split};
use plimsoll_metrics::{Exact, Unit};

use super::{Bench, problem, words};
use crate::lab::file::{FileFault, MOST_BYTES};
use crate::lab::keep::{Flaw, FlawKind};
use crate::lab::message::Compared;
use crate::lab::{KeptModel, MOST_VERSIONS};
use crate::view::lab::{Numbers, VersionRow, VersionsView};
use crate::view::{EntryView, SelectOption};

/// The sheet.
pub(super) fn show(bench: &Bench<'_>) -> VersionsView {
    let document = &bench.lab.document;
    let name = document.model.name.clone();
    let problem = name.trim().is_empty().then(|| "A model that is saved needs a name.".to_owned());
    let (finding, note, split) = compared(bench);
    VersionsView {
        name: EntryView {
            key: "name".into(),
            text: name,
            rest: "",
            prefix: String::new(),
            suffix: String::new(),
            problem,
        },
        can_save: document.can_save(),
        room: room(bench),
        versions: document.versions.iter().map(|of| row(bench, of)).collect(),
        refused: bench.lab.file_fault.as_ref().map(refused).unwrap_or_default(),
        models: models(bench),
        moments: moments(bench),
        finding,
        note,
        split,
    }
}

/// What saving would do.
fn room(bench: &Bench<'_>) -> String {
    let document = &bench.lab.document;
    let (count, most) = (bench.count(document.versions.len() as u64), bench.count(MOST_VERSIONS as u64));
    let saved = document.versions.iter().find(|of| of.name == document.model.name);
    match saved {
        Some(saved) if *saved == document.model => "The model is saved as it is.".into(),
        Some(_) => "Saving takes the place of the one of this name. Another name keeps both.".into(),
        None if document.versions.len() >= MOST_VERSIONS => {
            ["All ", &most, " places are taken. Remove one, or export it as a file first."].concat()
        }
        None => [&count, " of ", &most, " places are taken."].concat(),
    }
}

fn row(bench: &Bench<'_>, of: &KeptModel) -> VersionRow {
    let count = of.indicators.len();
    let indicators = if count == 1 { " indicator" } else { " indicators" };
    let own = match of.segments.len() {
        0 => String::new(),
        1 => ", own weights in 1 segment".into(),
        own => [", own weights in ", &bench.count(own as u64), " segments"].concat(),
    };
    VersionRow {
        name: of.name.clone(),
        about: [
            &bench.count(count as u64),
            indicators,
            ", red below ",
            &of.red_below,
            ", green from ",
            &of.green_from,
            &own,
        ]
        .concat(),
        is_open: *of == bench.lab.document.model,
    }
}

fn models(bench: &Bench<'_>) -> Vec<SelectOption> {
    let document = &bench.lab.document;
    if document.versions.is_empty() {
        return Vec::new();
    }
    let chosen = &document.compared_model;
    let is_none = !document.versions.iter().any(|of| of.name == *chosen);
    let none = SelectOption { value: String::new(), label: "The model as it is".into(), selected: is_none };
    let saved = document.versions.iter().map(|of| SelectOption {
        value: of.name.clone(),
        label: of.name.clone(),
        selected: of.name == *chosen,
    });
    std::iter::once(none).chain(saved).collect()
}

fn moments(bench: &Bench<'_>) -> Vec<SelectOption> {
    let snapshots = &bench.facts.snapshots;
    if snapshots.len() < 2 {
        return Vec::new();
    }
    let chosen = bench.lab.compared_snapshot();
    let option = |(place, (day, _)): (u16, &(Option<i32>, u32))| SelectOption {
        value: place.to_string(),
        label: day.map_or_else(
            || ["Snapshot ", &bench.count(u32::from(place).saturating_add(1))].concat(),
            words::day_written,
        ),
        selected: place == chosen,
    };
    (0_u16..).zip(snapshots).map(option).collect()
}

/// What the comparison finds, how it is split, and its numbers.
fn compared(bench: &Bench<'_>) -> (String, Option<String>, Option<Numbers>) {
    let is_same_model = *bench.lab.compared_model() == bench.lab.document.model;
    let is_same_moment = bench.lab.compared_snapshot() == bench.lab.snapshot();
    if is_same_model && is_same_moment {
        let needs = if bench.facts.snapshots.len() > 1 {
            "Choose a saved model, or an earlier snapshot, and see what the change of scores is made of."
        } else {
            "Save the model, change it, and compare both: what the change of scores is made of stands here."
        };
        return (needs.into(), None, None);
    }
    let Some(told) = &bench.lab.compared else { return ("Comparing …".into(), None, None) };
    let Some(average) = average(told).and_then(|four| parts(bench, &four)) else {
        return ("No account has a score both times, so there is nothing to compare.".into(), None, None);
    };
    let finding = match average.change.trim_start_matches(['+', '−']) {
        size if size.starts_with("0.00") => {
            ["The average score of ", &bench.accounts(told.accounts.into()), " stays where it was."].concat()
        }
        _ => [
            "The average score of ",
            &bench.accounts(told.accounts.into()),
            " went from ",
            &average.before,
            " to ",
            &average.now,
            ": ",
            &average.behaviour,
            " by what accounts did, ",
            &average.configuration,
            " by the model.",
        ]
        .concat(),
    };
    let note = "The part of the model is the mean of two ways: it changes first, or the accounts do. Both parts add up to the change.";
    (finding, Some(note.into()), Some(numbers(bench, told, average)))
}

fn numbers(bench: &Bench<'_>, told: &Compared, average: Parts) -> Numbers {
    let furthest = told.furthest.iter().filter_map(|(name, scores)| {
        let four = scores.map(|score| Some(Exact::percent(score.into())));
        Some(parts(bench, &four_scores(four))?.row(name.clone()))
    });
    Numbers {
        caption: "What the change of scores is made of, in points: the average, then the accounts that moved furthest".into(),
        heads: vec!["Account", "Before", "Behaviour", "Configuration", "Change", "Now"],
        rows: std::iter::once(average.row("All accounts, average".into())).chain(furthest).collect(),
    }
}

/// The means of the four scores.
fn average(told: &Compared) -> Option<FourScores> {
    let count = Exact::from(i64::from(told.accounts).saturating_mul(100));
    let means = told.sums.map(|sum| Exact::from(sum).divided_by(&count));
    means.iter().all(Option::is_some).then(|| four_scores(means))
}

/// In the order in which they are told.
fn four_scores([before, new_data, new_model, after]: [Option<Exact>; 4]) -> FourScores {
    FourScores { before, new_data, new_model, after }
}

/// A change as it is written: it adds up to the last digit.
struct Parts {
    before: String,
    behaviour: String,
    configuration: String,
    change: String,
    now: String,
}

impl Parts {
    fn row(self, name: String) -> Vec<String> {
        vec![name, self.before, self.behaviour, self.configuration, self.change, self.now]
    }
}

fn parts(bench: &Bench<'_>, four: &FourScores) -> Option<Parts> {
    let writer = &bench.context.writer;
    let Split { behaviour, configuration, .. } = four.split()?;
    // Both ends are rounded first, so that the change is what lies between them as they stand there.
    let rounded = |score: &Option<Exact>| score.as_ref()?.to_decimal(2).map(Exact::from);
    let (before, now) = (rounded(&four.before)?, rounded(&four.after)?);
    let mut written = writer.adding_up(Unit::Score, &before, &now, &[behaviour, configuration]).into_iter();
    Some(Parts {
        behaviour: written.next()?,
        configuration: written.next()?,
        change: written.next()?,
        before: writer.number(&before, 2),
        now: writer.number(&now, 2),
    })
}

/// Why a file was refused.
fn refused(fault: &FileFault) -> Vec<String> {
    let one = |text: String| vec![text];
    match fault {
        FileFault::TooLarge => one([
            "The file is larger than ",
            &(MOST_BYTES / 1024).to_string(),
            " KiB; a model is far smaller.",
        ]
        .concat()),
        FileFault::Syntax(line, column, said) => {
            one(["Line ", &line.to_string(), ", column ", &column.to_string(), ": ", said, "."].concat())
        }
        FileFault::OtherFormat(format) => {
            one(["format: the file says that it is “", format, "”, and no health model."].concat())
        }
        FileFault::OtherVersion(version) => {
            one(["version: the file is of version ", &version.to_string(), ", and only 1 is read."].concat())
        }
        FileFault::Slug(slug) => {
            one(["indicator “", slug, "”, slug: it is made of up to 60 letters, digits and dashes."].concat())
        }
        FileFault::Flaws(model, flaws) => flaws.iter().map(|flaw| flawed(flaw, model)).collect(),
    }
}

/// Where in the file, and what.
fn flawed(flaw: &Flaw, model: &KeptModel) -> String {
    let said = problem::sentence(flaw, model);
    // A name that stands there twice has no field of its own in the lab.
    let place = match (&flaw.what, flaw.key.split_once('/')) {
        (FlawKind::Fault(ModelFault::SlugTwice(_)), Some((_, slug))) => {
            ["indicator “", slug, "”, slug"].concat()
        }
        _ => place(&flaw.key),
    };
    if place.is_empty() { said } else { [&place, ": ", &said].concat() }
}

/// The place of a field, as the file names it.
fn place(key: &str) -> String {
    let named = |slug: &str, rest: &str| ["indicator “", slug, "”, ", rest].concat();
    match key.split_once('/') {
        None if key == "red" => "redBelow".into(),
        None if key == "green" => "greenFrom".into(),
        None => key.into(),
        Some(("weight", slug)) => named(slug, "weight"),
        Some(("segment", rest)) => {
            let (segment, slug) = rest.split_once("/weight/").unwrap_or((rest, ""));
            ["segment “", segment, "”, weight of “", slug, "”"].concat()
        }
        Some((_, rest)) => {
            let (slug, field) = rest.split_once('/').unwrap_or((rest, ""));
            let field =
                if field.is_empty() { String::new() } else { [", ", &field.replace('/', " ")].concat() };
            named(slug, &["rule", &field].concat())
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        reason = "a test stops where it is surprised"
    )]

    use super::*;

    #[test]
    fn places_are_named_as_in_the_file() {
        let keys = [
            "red",
            "weight/usage",
            "segment/Large/weight/usage",
            "measure/usage/pair/0/from",
            "measure/usage",
            "",
        ];
        let places = [
            "redBelow",
            "indicator “usage”, weight",
            "segment “Large”, weight of “usage”",
            "indicator “usage”, rule, pair 0 from",
            "indicator “usage”, rule",
            "",
        ];
        assert_eq!(keys.map(place), places);
    }

    /// What is changed in the example of the documentation, and what is said of it then.
    #[derive(serde::Deserialize)]
    struct Case {
        what: String,
        change: std::collections::BTreeMap<String, serde_json::Value>,
        says: Vec<String>,
    }

    fn changed(model: &serde_json::Value, case: &Case) -> String {
        let mut model = model.clone();
        for (place, value) in &case.change {
            let (parent, name) = place.rsplit_once('/').unwrap();
            let parent = model.pointer_mut(parent).unwrap();
            match (parent, value.as_str()) {
                (serde_json::Value::Object(parts), Some("DELETE")) => drop(parts.remove(name)),
                (serde_json::Value::Object(parts), _) => drop(parts.insert(name.into(), value.clone())),
                (parts, _) => parts[name.parse::<usize>().unwrap()] = value.clone(),
            }
        }
        serde_json::to_string(&model).unwrap()
    }

    #[test]
    fn a_refused_file_says_where_and_why() {
        let text = include_str!("../../../../../docs/health-model.md");
        let example = text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        let example = serde_json::from_str(example).unwrap();
        let cases: Vec<Case> =
            serde_json::from_str(include_str!("../../../../../tests/cases/models/bad.json")).unwrap();
        let said = cases.iter().map(|case| {
            let fault = crate::lab::file::read(&changed(&example, case)).expect_err(&case.what);
            (case.what.as_str(), refused(&fault))
        });
        let wanted = cases.iter().map(|case| (case.what.as_str(), case.says.clone()));
        assert_eq!(said.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
    }
}
