//! The levers: at rest, moved, wrong.

use plimsoll_report::view::{KeepView, LeverView, WhatIf};

use super::option;

fn lever(
    slug: &'static str,
    label: &'static str,
    hint: &'static str,
    unit: &'static str,
    range: [&'static str; 3],
) -> LeverView {
    let [least, most, step] = range;
    LeverView {
        slug,
        label,
        hint,
        unit,
        text: String::new(),
        position: "0".into(),
        least,
        most,
        step,
        spoken: "unchanged".into(),
        effect: None,
        problem: None,
    }
}

fn keep() -> KeepView {
    KeepView { label: "Keep the levers as a scenario", can: true, about: "1 of 6 scenarios kept.".into() }
}

pub(crate) fn at_rest() -> WhatIf {
    WhatIf {
        sentence: "Move a lever and every card answers. Try 2 points less churn.".into(),
        at_rest: true,
        keep: keep(),
        levers: vec![
            lever(
                "churn",
                "Churn",
                "Points of customers lost, and churned MRR with them.",
                "points",
                ["-20", "20", "0.5"],
            ),
            lever(
                "contraction",
                "Contraction",
                "Points of the starting MRR.",
                "points",
                ["-10", "10", "0.5"],
            ),
            lever("expansion", "Expansion", "Points of the starting MRR.", "points", ["-20", "20", "0.5"]),
            lever("price", "Price", "Percent on every price.", "%", ["-30", "30", "1"]),
            lever("gross-margin", "Gross margin", "Points of gross margin.", "points", ["-20", "20", "0.5"]),
            lever(
                "acquisition-cost",
                "Acquisition cost",
                "Percent on what a customer costs to win.",
                "%",
                ["-50", "50", "1"],
            ),
        ],
        churn_scopes: vec![
            option("both", "customers and revenue", true),
            option("customers", "customers", false),
            option("revenue", "revenue", false),
        ],
    }
}

/// The example at rest, with some levers changed.
fn with(change: impl Fn(&mut LeverView)) -> WhatIf {
    let mut what_if = at_rest();
    what_if.levers.iter_mut().for_each(change);
    what_if
}

pub(crate) fn moved() -> WhatIf {
    let what_if = with(|lever| {
        if lever.slug == "churn" {
            lever.text = "−2".into();
            lever.position = "-2".into();
            lever.spoken = "2 points less".into();
            lever.effect = Some("20.0 % → 18.0 % a year".into());
        }
    });
    WhatIf {
        sentence: "With 2 points less churn, LTV rises by $5,708 to $57,084, LTV : CAC reaches 3.1 : 1 and passes its \
                   target, and 1.6 points more revenue stay."
            .into(),
        at_rest: false,
        keep: keep(),
        ..what_if
    }
}

pub(crate) fn wrong() -> WhatIf {
    let what_if = with(|lever| match lever.slug {
        "churn" => {
            lever.text = "lots".into();
            lever.problem = Some("“lots” is not a number. Try −2.".into());
        }
        "gross-margin" => {
            lever.text = "30".into();
            lever.position = "20".into();
            lever.spoken = "30 points more".into();
            lever.problem = Some("The margin would be 108 %; it cannot pass 100 %.".into());
        }
        _ => {}
    });
    WhatIf {
        sentence: "Two levers cannot move as asked; the others count.".into(),
        at_rest: false,
        keep: keep(),
        ..what_if
    }
}

pub(crate) fn nothing_to_move() -> WhatIf {
    WhatIf { sentence: "There is nothing to move yet: enter some figures first.".into(), ..at_rest() }
}
