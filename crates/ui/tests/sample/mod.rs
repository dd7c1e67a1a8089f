//! Sample pages for the goldens and the gallery: a worked example in every state that a page can be in.

#![allow(dead_code, reason = "the goldens and the gallery each use a part of the samples")]

pub(crate) mod cards;
pub(crate) mod form;
pub(crate) mod lab;
pub(crate) mod lab_sheets;
pub(crate) mod ledger;
pub(crate) mod levers;
pub(crate) mod paste;
pub(crate) mod pictures;
pub(crate) mod render;
pub(crate) mod scales;
pub(crate) mod unsure;

use std::rc::Rc;

use plimsoll_report::view::{
    Card, EquationView, Headline, Page, PanelView, Quadrant, QuadrantView, SelectOption, SourceNote,
    Standing, ViewTab,
};

/// One option of a select.
pub(crate) fn option(value: &str, label: &str, selected: bool) -> SelectOption {
    SelectOption { value: value.into(), label: label.into(), selected }
}

/// The survey that most bands are from.
pub(crate) fn survey() -> SourceNote {
    SourceNote {
        text: "Customer success benchmark survey, annual tables".into(),
        evidence: "survey compilation, February 2026".into(),
    }
}

/// The worked example, untouched.
pub(crate) fn typical() -> Page {
    Page {
        samples: &[],
        ledger_figures: Vec::new(),
        headline: Headline {
            sentence: "Your base is shrinking: of every $100 a year ago, $93.50 is left.".into(),
            detail: "Net revenue retention is 93.5 % a year, 1.5 points below the median for SMB. \
                     A customer returns 2.8 times its cost, just short of 3 to 1."
                .into(),
            standing: Some(Standing::BelowTarget),
        },
        choices: form::choices(),
        groups: form::groups(),
        views: views(),
        program: "",
        pack_problem: None,
        useful: None,
        what_if: Some(levers::at_rest()),
        panels: vec![
            PanelView {
                slug: "retention",
                title: "Retention",
                cards: shared(cards::retention()),
                waiting: Vec::new(),
            },
            PanelView {
                slug: "unit-economics",
                title: "Unit economics",
                cards: shared(cards::unit_economics()),
                waiting: Vec::new(),
            },
        ],
        equation: Some(equation(Some(Quadrant::Shrinking), None)),
        paste: paste::empty().into(),
        undo: None,
        redo: None,
        is_example: true,
        is_empty: false,
    }
}

/// Churn two points lower.
pub(crate) fn levered() -> Page {
    Page {
        headline: Headline {
            sentence: "With 2 points less churn, a customer returns 3.1 times its cost.".into(),
            detail: "Net revenue retention goes from 93.5 % to 95.1 % a year, past the median for SMB. \
                     LTV : CAC passes 3 to 1."
                .into(),
            standing: Some(Standing::BelowTarget),
        },
        what_if: Some(levers::moved()),
        panels: vec![
            PanelView {
                slug: "retention",
                title: "Retention",
                cards: shared(cards::retention_moved()),
                waiting: Vec::new(),
            },
            PanelView {
                slug: "unit-economics",
                title: "Unit economics",
                cards: shared(cards::unit_economics_moved()),
                waiting: Vec::new(),
            },
        ],
        undo: Some("churn lever to −2 points".into()),
        redo: Some("churn lever to −3 points".into()),
        is_example: false,
        ..typical()
    }
}

/// Every field wrong in its own way.
pub(crate) fn wrong() -> Page {
    Page {
        headline: Headline {
            sentence: "Six figures need a look before there is an answer.".into(),
            detail: "What can be worked out without them is shown below.".into(),
            standing: None,
        },
        groups: form::groups_wrong(),
        what_if: Some(levers::wrong()),
        panels: vec![
            PanelView {
                slug: "retention",
                title: "Retention",
                cards: shared(cards::retention_wrong()),
                waiting: Vec::new(),
            },
            PanelView {
                slug: "unit-economics",
                title: "Unit economics",
                cards: shared(cards::unit_economics_undefined()),
                waiting: Vec::new(),
            },
        ],
        equation: Some(equation(None, None)),
        undo: Some("typing in Churned MRR".into()),
        is_example: false,
        ..typical()
    }
}

/// Nothing entered.
pub(crate) fn empty() -> Page {
    Page {
        headline: Headline {
            sentence: "Where does your business float?".into(),
            detail: "Start with the monthly recurring revenue of your customers a year ago, and what became of it. \
                     Or paste a table of customers, or bring the worked example back."
                .into(),
            standing: None,
        },
        groups: form::groups_empty(),
        panels: vec![
            PanelView { slug: "retention", title: "Retention", cards: shared(cards::retention_undefined()), waiting: Vec::new() },
            PanelView { slug: "unit-economics", title: "Unit economics", cards: shared(cards::unit_economics_undefined()), waiting: Vec::new() },
        ],
        equation: Some(equation(None, None)),
        what_if: Some(levers::nothing_to_move()),
        undo: Some("clearing every figure".into()),
        is_example: false,
        is_empty: true,
        ..typical()
    }
}

/// A table in the paste panel.
pub(crate) fn pasted() -> Page {
    Page { paste: paste::with_issues().into(), ..typical() }
}

fn views() -> Vec<ViewTab> {
    let tab = |slug, title| ViewTab { slug, title, is_open: slug == "overview" };
    vec![tab("overview", "Overview"), tab("team", "Team"), tab("conventions", "Conventions")]
}

/// The retention equation with the figures in a quadrant.
pub(crate) fn equation(now: Option<Quadrant>, before: Option<Quadrant>) -> EquationView {
    let quadrant =
        |quadrant, name, lines: &str, reading| QuadrantView { quadrant, name, lines: lines.into(), reading };
    EquationView {
        now,
        before,
        reading: match now {
            Some(_) => "Shrinking: customers and revenue leave faster than upsells bring them back. Fix retention first.".into(),
            None => "Net and gross retention are both needed, and one of them is missing.".into(),
        },
        rule: "Growth lasts where net retention is above 110 % and gross retention above 90 % a year. Being on a line is not enough.".into(),
        quadrants: [
            quadrant(Quadrant::Compounding, "Compounding", "NRR above 110 %, GRR above 90 %", "customers stay and buy more"),
            quadrant(Quadrant::LeakyGrowth, "Leaky growth", "NRR above 110 %, GRR 90 % or less", "upsells hide who leaves"),
            quadrant(Quadrant::IdleBase, "Idle base", "NRR 110 % or less, GRR above 90 %", "customers stay, little is made of it"),
            quadrant(Quadrant::Shrinking, "Shrinking", "NRR 110 % or less, GRR 90 % or less", "the base wears away"),
        ],
        source: survey(),
    }
}

/// The cards as a page holds them.
fn shared(cards: Vec<Card>) -> Vec<Rc<Card>> {
    cards.into_iter().map(Rc::new).collect()
}
