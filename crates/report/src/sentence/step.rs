//! What a step was about, beside "Undo" and "Redo".

use plimsoll_forecast::Lever;
use plimsoll_metrics::{find_figure, find_metric};

use super::inline;
use crate::state::StepKind;
use crate::view::ChoiceKind;

/// The step in a few words: "churned MRR".
pub(crate) fn step_name(step: &StepKind) -> String {
    match step {
        StepKind::Figure(slug) => {
            find_figure(slug).map_or_else(|| "a figure".into(), |figure| inline(figure.term))
        }
        StepKind::Known(slug) => find_metric(slug)
            .map_or_else(|| "a known value".into(), |metric| ["known ", &inline(metric.short())].concat()),
        StepKind::Lever(slug) => Lever::ALL
            .into_iter()
            .find(|lever| lever.slug() == slug)
            .map_or_else(|| "a lever".into(), |lever| ["what if: ", &inline(lever_label(lever))].concat()),
        StepKind::Choice(kind) => match kind {
            ChoiceKind::Window => "window",
            ChoiceKind::Currency => "currency",
            ChoiceKind::Segment => "customers sold to",
            ChoiceKind::Industry => "industry",
            ChoiceKind::Stage => "company stage",
        }
        .into(),
        StepKind::Convention(slug) => find_metric(slug).map_or_else(
            || "a convention".into(),
            |metric| ["how to count ", &inline(metric.short())].concat(),
        ),
        StepKind::Lines(slug) => find_metric(slug).map_or_else(
            || "lines of a scale".into(),
            |metric| ["lines of ", &inline(metric.short())].concat(),
        ),
        StepKind::LinesBack => "going back to the lines as they were".into(),
        StepKind::Pack => "loading of benchmarks".into(),
        StepKind::PackName => "name of your benchmarks".into(),
        StepKind::PackBack => "going back to the built-in benchmarks".into(),
        StepKind::Annualising => "how years are made".into(),
        StepKind::ChurnScope => "what churn moves".into(),
        StepKind::LeversReset => "what if: reset".into(),
        StepKind::ScenarioKept => "keeping a scenario".into(),
        StepKind::Scenario(_) => "a scenario".into(),
        StepKind::ScenarioRemoved => "removing a scenario".into(),
        StepKind::Ask(_) => "what is asked".into(),
        StepKind::Lab => "a change in the health lab".into(),
        StepKind::PasteText => "pasted text".into(),
        StepKind::PasteAnswer => "how the paste is read".into(),
        StepKind::PasteAccepted => "use of pasted figures".into(),
        StepKind::PasteDiscarded => "discarding the paste".into(),
        StepKind::LedgerFigures => "use of the ledger's figures".into(),
        StepKind::Example => "worked example".into(),
        StepKind::Cleared => "clearing everything".into(),
    }
}

/// The lever's label.
pub(crate) const fn lever_label(lever: Lever) -> &'static str {
    match lever {
        Lever::Churn => "Churn",
        Lever::Contraction => "Contraction",
        Lever::Expansion => "Expansion",
        Lever::Price => "Price",
        Lever::GrossMargin => "Gross margin",
        Lever::AcquisitionCost => "Acquisition cost",
    }
}
