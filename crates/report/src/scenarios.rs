//! The scenarios, read: the ready-made ones, and the reader's own.

use plimsoll_forecast::{By, ChurnScope, Lever, Movable, Move, Outlook, READY, Scale, Scenario};
use plimsoll_intake::DecimalMark;
use plimsoll_metrics::Unit;

use crate::read::{Problem, quantity};
use crate::state::Inputs;

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
    /// What was typed and could not be read, by lever.
    pub(crate) problems: Vec<(Lever, Problem)>,
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
        let unit = if is_value { value_unit(lever) } else { Unit::Percent };
        let typed = quantity(text, mark, unit, &inputs.currency);
        let months = told("/months").map_or(Ok(0), |text| months(text, mark));
        match (typed.value, typed.problem, months) {
            (Some(value), None, Ok(months)) => {
                let by = match (is_value, lever.scale()) {
                    (true, _) => By::To(value),
                    (false, Scale::Points) => By::Points(value),
                    (false, Scale::Percent) => By::Percent(value),
                };
                scenario.moves.set(Movable::Lever(lever), Move::over(by, months));
            }
            (_, Some(problem), _) | (_, None, Err(problem)) => problems.push((lever, problem)),
            (None, None, Ok(_)) => {}
        }
    }
    Named { slug: slug.into(), name: name.into(), is_own: true, scenario, problems }
}

/// The unit of the value to which a lever is set.
pub(crate) const fn value_unit(lever: Lever) -> Unit {
    match lever {
        Lever::Price => Unit::MoneyPerMonth,
        Lever::AcquisitionCost => Unit::Money,
        Lever::Churn | Lever::Contraction | Lever::Expansion | Lever::GrossMargin => Unit::Percent,
    }
}

/// A whole number of months.
fn months(text: &str, mark: DecimalMark) -> Result<u32, Problem> {
    let typed = quantity(text, mark, Unit::Months, "");
    match (typed.value, typed.problem) {
        (_, Some(problem)) => Err(problem),
        (None, None) => Ok(0),
        (Some(value), None) => value
            .is_whole()
            .then(|| value.to_decimal(0))
            .flatten()
            .and_then(|months| u32::try_from(months).ok())
            .filter(|months| *months <= plimsoll_forecast::LONGEST)
            .ok_or(Problem::Outside(0, 60)),
    }
}
