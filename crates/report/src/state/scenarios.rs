//! What the actions on the view of what-ifs do to the inputs.

use super::changed::set_or_remove;
use super::history::StepKind;
use super::{Action, Inputs};

/// The most scenarios that are kept.
pub(crate) const MOST_SCENARIOS: usize = 6;

/// The inputs after an action about scenarios, and what the step is about.
pub(super) fn changed(mut next: Inputs, action: &Action) -> Option<(Inputs, StepKind)> {
    let step = match action {
        Action::ScenarioKept => {
            keep(&mut next)?;
            StepKind::ScenarioKept
        }
        Action::ScenarioMade { name, moves } => {
            let scenario = free(&next)?;
            next.scenarios.set(&scenario, name);
            for (key, text) in moves.split(';').filter_map(|told| told.split_once(' ')) {
                next.scenarios.set(&[&scenario, "/", key].concat(), text);
            }
            StepKind::ScenarioKept
        }
        Action::ScenarioTold { key, text } => {
            let scenario = key.split('/').next().unwrap_or_default();
            next.scenarios.get(scenario)?;
            // A name may be empty while it is typed: the scenario itself stays.
            if scenario == key {
                next.scenarios.set(key, text);
            } else {
                set_or_remove(&mut next.scenarios, key, text);
            }
            StepKind::Scenario(key.clone())
        }
        Action::ScenarioRemoved(scenario) => {
            next.scenarios.get(scenario)?;
            remove(&mut next, scenario);
            StepKind::ScenarioRemoved
        }
        Action::Asked { what, text } => {
            set_or_remove(&mut next.asks, what, text);
            StepKind::Ask(what.clone())
        }
        _ => return None,
    };
    Some((next, step))
}

/// Keeps the levers as they are under the first free name; nothing where there are as many as are kept.
fn keep(next: &mut Inputs) -> Option<()> {
    let scenario = free(next)?;
    let number = scenario.trim_start_matches('s');
    next.scenarios.set(&scenario, &["Scenario ", number].concat());
    let levers: Vec<(String, String)> =
        next.levers.iter().map(|(lever, text)| (lever.into(), text.into())).collect();
    for (lever, text) in levers {
        next.scenarios.set(&[&scenario, "/", &lever].concat(), &text);
    }
    Some(())
}

/// The first free name.
fn free(inputs: &Inputs) -> Option<String> {
    let mut names = (1..=MOST_SCENARIOS).map(|number| ["s", &number.to_string()].concat());
    names.find(|name| inputs.scenarios.get(name).is_none())
}

/// Whether as many scenarios as can be are kept.
pub(crate) fn is_full(inputs: &Inputs) -> bool {
    free(inputs).is_none()
}

fn remove(next: &mut Inputs, scenario: &str) {
    let within = [scenario, "/"].concat();
    let keys: Vec<String> = next
        .scenarios
        .iter()
        .map(|(key, _)| key.to_owned())
        .filter(|key| key == scenario || key.starts_with(&within))
        .collect();
    keys.iter().for_each(|key| next.scenarios.remove(key));
}
