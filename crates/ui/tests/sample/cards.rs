//! Cards: with values, moved by a lever, undefined, entered, wrong.

use plimsoll_report::view::{
    Card, Change, Comparison, Explanation, KnownEntry, Reading, ScaleView, SourceNote, Standing, Step, Value,
    Verdict,
};

use super::{option, scales, survey};

fn card(slug: &'static str, plain: &'static str, term: &str, value: [&str; 2], unit: &str) -> Card {
    let [text, window] = value;
    Card {
        slug,
        plain,
        term: term.into(),
        value: Value::Known { text: text.into(), unit: window.into(), annual: None, note: None },
        change: None,
        verdict: None,
        scale: None,
        lines: None,
        comparisons: Vec::new(),
        next_step: None,
        certainty: None,
        others: None,
        conventions: Vec::new(),
        known: KnownEntry { text: None, unit: unit.into(), windows: Vec::new(), problem: None, check: None },
        warning: None,
        explanation: None,
    }
}

/// The card with its explanation open.
pub(crate) fn explained(card: Card) -> Card {
    let result = match &card.value {
        Value::Known { text, .. } => text.clone(),
        Value::Undefined { .. } => "–".into(),
    };
    let explanation = Explanation {
        meaning: "What the customers of the start still pay, upsells included and new customers left out.",
        steps: vec![Step {
            name: card.term.clone(),
            formula: "(MRR at the start + Expansion MRR − Contraction MRR − Churned MRR) ÷ MRR at the start"
                .into(),
            numbers: Some("($240,000 + $28,800 − $6,000 − $38,400) ÷ $240,000".into()),
            result,
        }],
        window: Some("Measured over a year, as it was entered.".into()),
        formula_sources: vec![SourceNote {
            text: "A practical guide to customer success metrics".into(),
            evidence: "handbook, 2025".into(),
        }],
        band_source: Some(survey()),
        dissent: None,
    };
    Card { explanation: Some(explanation), ..card }
}

fn below_target(meaning: &'static str, target: &str) -> Verdict {
    Verdict {
        band: "Below target".into(),
        standing: Standing::BelowTarget,
        meaning: meaning.into(),
        target: Some(target.into()),
    }
}

fn neighbour(
    who: &str,
    median: &str,
    quartiles: Option<&str>,
    standing: &str,
    reading: Reading,
) -> Comparison {
    Comparison {
        who: who.into(),
        median: median.into(),
        quartiles: quartiles.map(str::to_owned),
        standing: standing.into(),
        reading,
    }
}

pub(crate) fn nrr() -> Card {
    Card {
        verdict: Some(below_target(
            "Losses outrun upsells.",
            "16.5 points short of the target, above 110 %.",
        )),
        scale: Some(scales::nrr()),
        comparisons: vec![
            neighbour("SMB", "95 %", Some("middle half 85 % to 105 %"), "1.5 points below", Reading::Worse),
            neighbour("Early, below $10M ARR", "100 %", None, "6.5 points below", Reading::Worse),
        ],
        next_step: Some("$15,600 less churned MRR in the year reaches Acceptable.".into()),
        ..card(
            "nrr",
            "Revenue you kept, upsells included",
            "Net revenue retention (NRR)",
            ["93.5 %", "a year"],
            "%",
        )
    }
}

pub(crate) fn grr() -> Card {
    Card {
        verdict: Some(below_target(
            "Losses hold growth back.",
            "8.5 points short of the target, above 90 %.",
        )),
        scale: Some(scales::grr()),
        comparisons: vec![
            neighbour("SMB", "82 %", Some("middle half 75 % to 90 %"), "0.5 points below", Reading::Worse),
            neighbour("Early, below $10M ARR", "85 %", None, "3.5 points below", Reading::Worse),
        ],
        next_step: Some("$8,400 less contraction and churn in the year reaches Acceptable.".into()),
        ..card(
            "grr",
            "Revenue you kept, without upsells",
            "Gross revenue retention (GRR)",
            ["81.5 %", "a year"],
            "%",
        )
    }
}

pub(crate) fn churn() -> Card {
    Card {
        verdict: Some(Verdict {
            target: None,
            ..below_target("Every fifth customer leaves within a year.", "")
        }),
        scale: Some(scales::churn()),
        comparisons: vec![neighbour(
            "SMB",
            "20 %",
            Some("middle half 12 % to 35 %"),
            "on the median",
            Reading::Same,
        )],
        next_step: Some("13 customers fewer lost in the year reaches Acceptable.".into()),
        ..card("logo-churn", "Customers who left", "Logo churn", ["20.0 %", "a year"], "%")
    }
}

pub(crate) fn ltv_cac() -> Card {
    Card {
        verdict: Some(below_target(
            "A customer hardly earns back what it cost.",
            "0.2 short of the target, 3 : 1 or more.",
        )),
        scale: Some(scales::ltv_cac()),
        next_step: Some("$101,084 less spend in the year reaches Good.".into()),
        ..card("ltv-cac", "What a customer returns on its cost", "LTV : CAC", ["2.8 : 1", ""], ": 1")
    }
}

pub(crate) fn retention() -> Vec<Card> {
    vec![
        nrr(),
        grr(),
        churn(),
        Card {
            verdict: Some(Verdict {
                target: None,
                ..below_target("Every fifth customer leaves within a year.", "")
            }),
            comparisons: vec![neighbour(
                "SMB",
                "80 %",
                Some("middle half 65 % to 88 %"),
                "on the median",
                Reading::Same,
            )],
            ..card(
                "customer-retention",
                "Customers who stayed",
                "Customer retention",
                ["80.0 %", "a year"],
                "%",
            )
        },
        Card {
            comparisons: vec![neighbour(
                "SMB",
                "18 %",
                Some("middle half 10 % to 25 %"),
                "0.5 points above",
                Reading::Worse,
            )],
            ..card(
                "gross-revenue-churn",
                "Revenue you lost",
                "Gross revenue churn",
                ["18.5 %", "a year"],
                "%",
            )
        },
    ]
}

pub(crate) fn unit_economics() -> Vec<Card> {
    vec![
        ltv_cac(),
        card(
            "ltv",
            "What a customer is worth",
            "Lifetime value, on margin (LTV)",
            ["$51,376", "per customer"],
            "$",
        ),
        card(
            "cac",
            "What a customer costs to win",
            "Customer acquisition cost (CAC)",
            ["$18,571", "per customer"],
            "$",
        ),
        card(
            "payback",
            "Months to earn that cost back",
            "CAC payback, on margin",
            ["21.7", "months"],
            "months",
        ),
        card(
            "arpa",
            "What a customer pays each month",
            "Average revenue per account (ARPA)",
            ["$1,098", "a month"],
            "$",
        ),
        card("lifetime", "How long a customer stays", "Customer lifetime", ["60.0", "months"], "months"),
        entered(),
    ]
}

fn moved(card: Card, after: &str, delta: &str, place: Option<u16>, band: Option<&str>) -> Card {
    let Value::Known { text: before, unit, .. } = card.value else { return card };
    let scale = card.scale.map(|scale| ScaleView {
        before: scale.value.clone(),
        value: place.map(|place| scales::mark(place, after)),
        ..scale
    });
    Card {
        value: Value::Known { text: after.into(), unit, annual: None, note: None },
        change: Some(Change {
            before,
            after: after.into(),
            delta: delta.into(),
            reading: Reading::Better,
            band: band.map(str::to_owned),
        }),
        scale,
        ..card
    }
}

pub(crate) fn retention_moved() -> Vec<Card> {
    let moves = [
        ("95.1 %", "+1.6 points", Some(2_517), Some("stays Below target")),
        ("83.1 %", "+1.6 points", Some(2_700), Some("stays Below target")),
        ("18.0 %", "−2.0 points", Some(7_667), Some("stays Below target")),
        ("82.0 %", "+2.0 points", None, Some("stays Below target")),
        ("16.9 %", "−1.6 points", None, None),
    ];
    let pairs = retention().into_iter().zip(moves);
    pairs.map(|(card, (after, delta, place, band))| moved(card, after, delta, place, band)).collect()
}

pub(crate) fn unit_economics_moved() -> Vec<Card> {
    let mut cards = unit_economics();
    let good = Verdict {
        band: "Good".into(),
        standing: Standing::Good,
        meaning: "A customer earns its cost back three times over.".into(),
        target: Some("0.1 past the target, 3 : 1 or more.".into()),
    };
    if let Some(first) = cards.first_mut() {
        let mut scale = scales::ltv_cac();
        for stretch in &mut scale.stretches {
            stretch.is_current = stretch.name == "Good";
        }
        let before = Card { verdict: Some(good), scale: Some(scale), next_step: None, ..first.clone() };
        *first = moved(before, "3.1 : 1", "+0.3", Some(5_125), Some("Below target → Good"));
    }
    if let Some(ltv) = cards.get_mut(1) {
        *ltv = moved(ltv.clone(), "$57,084", "+$5,708", None, None);
    }
    cards
}

/// A metric entered as known, which the figures do not bear out.
pub(crate) fn entered() -> Card {
    Card {
        value: Value::Known {
            text: "2.0 %".into(),
            unit: "a month".into(),
            annual: Some("21.5 % a year, annualised, not measured".into()),
            note: Some("entered".into()),
        },
        known: KnownEntry {
            text: Some("2".into()),
            unit: "%".into(),
            windows: vec![
                option("month", "a month", true),
                option("quarter", "a quarter", false),
                option("year", "a year", false),
            ],
            problem: None,
            check: Some((false, "Your figures say 1.8 % a month.".into())),
        },
        ..card("net-churn", "Revenue you lost, net of upsells", "Net revenue churn", ["", ""], "%")
    }
}

/// A metric entered as something that is no number.
pub(crate) fn entered_wrong() -> Card {
    let card = entered();
    Card {
        known: KnownEntry {
            text: Some("about two".into()),
            problem: Some("“about two” is not a number.".into()),
            check: None,
            ..card.known.clone()
        },
        value: undefined(
            "What was entered for it is not a number.",
            Some("Write it in digits, or use the formula again."),
        ),
        slug: "gross-revenue-churn",
        ..card
    }
}

/// No value, and the reason for it.
pub(crate) fn undefined(reason: &str, way_out: Option<&str>) -> Value {
    Value::Undefined { reason: reason.into(), way_out: way_out.map(str::to_owned) }
}

fn without(cards: Vec<Card>, reason: &str, way_out: &str) -> Vec<Card> {
    let empty = |card: Card| Card {
        value: undefined(reason, Some(way_out)),
        verdict: None,
        scale: card.scale.map(|scale| ScaleView {
            value: None,
            before: None,
            stretches: scale
                .stretches
                .into_iter()
                .map(|mut stretch| {
                    stretch.is_current = false;
                    stretch
                })
                .collect(),
            ..scale
        }),
        comparisons: Vec::new(),
        next_step: None,
        known: KnownEntry { text: None, problem: None, check: None, ..card.known },
        ..card
    };
    cards.into_iter().map(empty).collect()
}

pub(crate) fn retention_undefined() -> Vec<Card> {
    without(retention(), "MRR at the start is missing.", "Enter it, or enter this metric if you know it.")
}

pub(crate) fn unit_economics_undefined() -> Vec<Card> {
    without(
        unit_economics(),
        "No churn in this window, so lifetime has no end.",
        "Choose a longer window, or give the years a customer stays.",
    )
}

pub(crate) fn retention_wrong() -> Vec<Card> {
    let mut cards = retention_undefined();
    if let Some(second) = cards.get_mut(1) {
        *second = Card {
            warning: Some(
                "Net retention is below gross retention: expansion must have been counted as a loss.".into(),
            ),
            ..grr()
        };
    }
    if let Some(last) = cards.last_mut() {
        *last = entered_wrong();
    }
    cards
}
