//! What is chosen once for all cards: window, currency, segment, industry, stage.

use plimsoll_metrics::benchmarks::{Industry, Segment, Stage};
use plimsoll_metrics::{Currency, Window};

use crate::Inputs;
use crate::view::{Choice, ChoiceKind, SelectOption};

/// The choices, read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choices {
    pub(crate) window: Window,
    pub(crate) currency: Currency,
    pub(crate) segment: Option<Segment>,
    pub(crate) industry: Option<Industry>,
    pub(crate) stage: Option<Stage>,
}

/// Makes a choice. A known metric that had the page's window keeps its own.
pub(crate) fn choose(inputs: &mut Inputs, kind: ChoiceKind, value: &str) {
    let place = match kind {
        ChoiceKind::Window => &mut inputs.window,
        ChoiceKind::Currency => &mut inputs.currency,
        ChoiceKind::Segment => &mut inputs.segment,
        ChoiceKind::Industry => &mut inputs.industry,
        ChoiceKind::Stage => &mut inputs.stage,
    };
    place.clear();
    place.push_str(value);
}

/// The window of this slug; a year where there is none.
pub(crate) fn window(slug: &str) -> Window {
    Window::ALL.into_iter().find(|window| window.slug() == slug).unwrap_or(Window::Year)
}

pub(crate) fn read(inputs: &Inputs) -> Choices {
    Choices {
        window: window(&inputs.window),
        currency: Currency::from_code(&inputs.currency).unwrap_or(Currency::Usd),
        segment: Segment::ALL.iter().copied().find(|segment| segment.slug() == inputs.segment),
        industry: Industry::ALL.iter().copied().find(|industry| industry.slug() == inputs.industry),
        stage: Stage::ALL.iter().copied().find(|stage| stage.slug() == inputs.stage),
    }
}

fn option(value: &str, label: impl Into<String>, selected: bool) -> SelectOption {
    SelectOption { value: value.into(), label: label.into(), selected }
}

/// The windows as options.
pub(crate) fn windows(selected: Window) -> Vec<SelectOption> {
    Window::ALL
        .into_iter()
        .map(|window| option(window.slug(), crate::sentence::window_name(window), window == selected))
        .collect()
}

/// The choices as they are shown.
pub(crate) fn show(chosen: &Choices) -> Vec<Choice> {
    vec![
        Choice {
            kind: ChoiceKind::Window,
            label: "Window",
            hint: "The time your figures cover. Benchmarks are annual; a shorter window is compounded to a year.",
            options: windows(chosen.window),
        },
        Choice {
            kind: ChoiceKind::Currency,
            label: "Currency",
            hint: "Every amount is in it. Nothing is converted.",
            options: Currency::ALL
                .iter()
                .map(|currency| option(currency.code(), currency.code(), *currency == chosen.currency))
                .collect(),
        },
        Choice {
            kind: ChoiceKind::Segment,
            label: "Customers",
            hint: "How large the customers are that you sell to, by what one pays a year.",
            options: optional(Segment::ALL, chosen.segment, Segment::slug, crate::sentence::segment_label),
        },
        Choice {
            kind: ChoiceKind::Industry,
            label: "Industry",
            hint: "Whose medians you are compared with.",
            options: optional(Industry::ALL, chosen.industry, Industry::slug, Industry::label),
        },
        Choice {
            kind: ChoiceKind::Stage,
            label: "Company stage",
            hint: "How far along you are, by annual recurring revenue.",
            options: optional(Stage::ALL, chosen.stage, Stage::slug, Stage::label),
        },
    ]
}

/// Options of which none need be chosen.
fn optional<T: Copy + PartialEq>(
    all: &[T],
    chosen: Option<T>,
    slug: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> &'static str,
) -> Vec<SelectOption> {
    let none = std::iter::once(option("", "Not chosen", chosen.is_none()));
    none.chain(all.iter().map(|item| option(slug(*item), label(*item), Some(*item) == chosen))).collect()
}
