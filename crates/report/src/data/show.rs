//! The data room as it is shown: what the workers told, beside what the calculator holds now.

use crate::paste::PASTED;
use crate::show::{Context, offer};
use crate::state::State;
use crate::view::{DataView, PasteFigure, SampleOffer};

/// The ledgers that can be tried; the sizes are those of `plimsoll_samples`, which only the worker knows.
static SAMPLES: [SampleOffer; 3] = [
    SampleOffer { slug: "small", label: "Small", detail: "90 customers over two years" },
    SampleOffer { slug: "medium", label: "Medium", detail: "2,000 customers over three years" },
    SampleOffer {
        slug: "large",
        label: "Large",
        detail: "50,000 customers over three years, a million rows",
    },
];

/// The data room for a state.
pub(crate) fn show(context: &Context<'_>, state: &State) -> DataView {
    let data = state.data();
    DataView {
        samples: &SAMPLES,
        candidate: data.candidate.clone(),
        ledger: data.ledger.clone(),
        window: state.inputs().window.clone(),
        group: data.group.clone(),
        figures: figures(context, state),
        rows: data.rows.clone(),
    }
}

fn figures(context: &Context<'_>, state: &State) -> Vec<PasteFigure> {
    let Some(figures) = state.data().figures(&state.inputs().window) else { return Vec::new() };
    PASTED.into_iter().zip(&figures.figures).map(|(figure, text)| offer(context, figure, text)).collect()
}
