//! The scenarios, read: the ready-made ones, and the reader's own.

use plimsoll_forecast::{By, ChurnScope, LONGEST, Lever, Movable, Move, Outlook, READY, Scale, Scenario};
use plimsoll_intake::DecimalMark;
use plimsoll_metrics::{Exact, Unit};

use crate::read::{Problem, quantity};
use crate::sentence::inline;
use crate::state::Inputs;

/// The word for a move in percent of what there is, where a lever is moved in points else.
pub(crate) const PERCENT: &str = "percent";

/// One scenario.
pub(crate) struct Named {
    /// Its name in keys: `s1`, `upside`.
    pub(crate) slug: String,
    /// Its name for people.
    pub(crate) name: String,
    /// Whether it is the reader's own, and can be changed.
    pub(crate) is_own: bool,
    /// The moves that could be read.
    pub(crate) scenario: Scenario,
    /// What was typed and could not be read, by lever and field.
    pub(crate) problems: Vec<(Lever, Part, Problem)>,
}

/// A field of a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// How far.
    Amount,
    /// Over how many months.
    Months,
}

/// Every scenario: base, upside and downside, then the reader's own.
pub(crate) fn all(inputs: &Inputs, mark: DecimalMark, scope: ChurnScope) -> Vec<Named> {
    let ready = READY.iter().map(|ready| Named {
        slug: ready.outlook.slug().into(),
        name: match ready.outlook {
            Outlook::Base => "As it is",
            Outlook::Upside => "Upside",
            Outlook::Downside => "Downside",
        }
        .into(),
        is_own: false,
        scenario: ready.scenario(),
        problems: Vec::new(),
    });
    let own = inputs.scenarios.iter().filter(|(key, _)| !key.contains('/'));
    ready.chain(own.map(|(slug, name)| own_scenario(inputs, slug, name, mark, scope))).collect()
}

fn own_scenario(inputs: &Inputs, slug: &str, name: &str, mark: DecimalMark, scope: ChurnScope) -> Named {
    let mut scenario = Scenario { churn_scope: scope, ..Scenario::default() };
    let mut problems = Vec::new();
    for lever in Lever::ALL {
        let told = |part: &str| inputs.scenarios.get(&[slug, "/", lever.slug(), part].concat());
        let Some(text) = told("") else { continue };
        let is_value = told("/by") == Some("to");
        let is_percent = told("/by") == Some(PERCENT);
        let unit = if is_value { value_unit(lever) } else { Unit::Percent };
        let typed = quantity(text, mark, unit, &inputs.currency);
        let months = told("/months").map_or(Ok(0), |text| months(text, mark));
        problems.extend(typed.problem.map(|problem| (lever, Part::Amount, problem)));
        let months = months.map_err(|problem| problems.push((lever, Part::Months, problem)));
        if let (Some(value), Ok(months)) = (typed.value, months) {
            let by = match (is_value, lever.scale()) {
                (true, _) => By::To(value),
                (false, Scale::Points) if !is_percent => By::Points(value),
                (false, Scale::Points | Scale::Percent) => By::Percent(value),
            };
            scenario.moves.set(Movable::Lever(lever), Move::over(by, months));
        }
    }
    Named { slug: slug.into(), name: name.into(), is_own: true, scenario, problems }
}

/// The name and the moves of a copy, as they would be typed: see [`crate::Action::ScenarioMade`].
pub(crate) fn copy(name: &str, scenario: &Scenario, mark: DecimalMark) -> (String, String) {
    let mut moves = Vec::new();
    for (over, motion) in scenario.moves.iter() {
        let Movable::Lever(lever) = over else { continue };
        let (value, by) = match &motion.by {
            By::To(value) => (value, "to"),
            By::Percent(value) if lever.scale() == Scale::Points => (value, PERCENT),
            By::Percent(value) | By::Points(value) => (value, ""),
        };
        let is_money = by == "to" && value_unit(*lever).is_money();
        let number = if is_money { value.clone() } else { value.times(&Exact::from(100)) };
        let mut tell = |part: &str, text: &str| moves.push([lever.slug(), part, " ", text].concat());
        tell("", &typed(&number, mark));
        if !by.is_empty() {
            tell("/by", by);
        }
        if motion.months > 0 {
            tell("/months", &motion.months.to_string());
        }
    }
    (["Copy of ", &inline(name)].concat(), moves.join(";"))
}

/// How many decimals of a typed number are kept.
const DECIMALS: u32 = 6;

/// A number as it would be typed.
pub(crate) fn typed(value: &Exact, mark: DecimalMark) -> String {
    let text = value.to_decimal(DECIMALS).map(|value| value.normalize().to_string()).unwrap_or_default();
    match mark {
        DecimalMark::Comma => text.replace('.', ","),
        DecimalMark::Point => text,
    }
}

/// The unit of the value to which a lever is set.
pub(crate) const fn value_unit(lever: Lever) -> Unit {
    match lever {
        Lever::Price => Unit::MoneyPerMonth,
        Lever::AcquisitionCost => Unit::Money,
        Lever::Churn | Lever::Contraction | Lever::Expansion | Lever::GrossMargin => Unit::Percent,
    }
}

/// The months of a phase-in: none, where nothing was typed.
fn months(text: &str, mark: DecimalMark) -> Result<u32, Problem> {
    Ok(whole_months(text, mark, 0)?.unwrap_or_default())
}

/// A whole number of months, from this many to the most that are projected; nothing where nothing was typed.
pub(crate) fn whole_months(text: &str, mark: DecimalMark, least: u32) -> Result<Option<u32>, Problem> {
    let typed = quantity(text, mark, Unit::Months, "");
    match (typed.value, typed.problem) {
        (_, Some(problem)) => Err(problem),
        (None, None) => Ok(None),
        (Some(value), None) => value
            .is_whole()
            .then(|| value.to_decimal(0))
            .flatten()
            .and_then(|months| u32::try_from(months).ok())
            .filter(|months| (least..=LONGEST).contains(months))
            .map(Some)
            .ok_or(Problem::Outside(least.into(), LONGEST.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, State};

    fn own(told: &[(&str, &str)]) -> (Scenario, Vec<(Lever, Part, Problem)>) {
        let tell = |state: State, (key, text): &(&str, &str)| {
            state.after(&Action::ScenarioTold { key: ["s1/", key].concat(), text: (*text).into() })
        };
        let state = told.iter().fold(State::default().after(&Action::ScenarioKept), tell);
        let all = all(state.inputs(), DecimalMark::Point, ChurnScope::Both);
        let start = (Scenario::default(), Vec::new());
        all.into_iter().fold(start, |_, named| (named.scenario, named.problems))
    }

    #[test]
    fn a_problem_is_told_apart_by_its_field() {
        let (scenario, problems) =
            own(&[("churn", "less"), ("churn/months", "61"), ("price", "5"), ("price/months", "1.5")]);
        let parts: Vec<(Lever, Part)> = problems.iter().map(|(lever, part, _)| (*lever, *part)).collect();
        let churn = Lever::Churn;
        assert_eq!(parts, [(churn, Part::Amount), (churn, Part::Months), (Lever::Price, Part::Months)]);
        assert!(scenario.moves.is_empty());
    }

    #[test]
    fn points_percents_and_values_are_told_apart() {
        let (scenario, _) = own(&[
            ("churn", "-2"),
            ("price", "5"),
            ("acquisition-cost", "900"),
            ("acquisition-cost/by", "to"),
        ]);
        let by = |lever| scenario.moves.get(&Movable::Lever(lever)).map(|motion| motion.by.clone());
        assert_eq!(by(Lever::Churn), Some(By::Points(Exact::percent(-2))));
        assert_eq!(by(Lever::Price), Some(By::Percent(Exact::percent(5))));
        assert_eq!(by(Lever::AcquisitionCost), Some(By::To(Exact::from(900))));
    }

    #[test]
    fn a_copy_of_a_ready_made_scenario_is_that_scenario() {
        for ready in &READY {
            let (name, moves) = copy("Upside", &ready.scenario(), DecimalMark::Point);
            assert_eq!(name, "Copy of upside");
            let state = State::default().after(&Action::ScenarioMade { name, moves });
            let own = all(state.inputs(), DecimalMark::Point, ChurnScope::Both).pop();
            assert!(own.is_some_and(|own| own.is_own
                && own.problems.is_empty()
                && own.scenario == ready.scenario()));
        }
    }

    #[test]
    fn months_are_whole_and_within_what_is_projected() {
        let months = |text| whole_months(text, DecimalMark::Point, 12);
        assert_eq!(months(""), Ok(None));
        assert_eq!(months("36"), Ok(Some(36)));
        assert_eq!(months("11"), Err(Problem::Outside(12, 60)));
        assert_eq!(months("61"), Err(Problem::Outside(12, 60)));
        assert_eq!(months("12.5"), Err(Problem::Outside(12, 60)));
    }
}
