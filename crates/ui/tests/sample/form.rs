//! Choices and figures: filled in, empty, wrong.

use plimsoll_report::view::{Choice, ChoiceKind, Derived, Field, FieldGroup};

use super::option;

pub(crate) fn choices() -> Vec<Choice> {
    let choice = |kind, label, hint, options| Choice { kind, label, hint, options };
    vec![
        choice(
            ChoiceKind::Window,
            "Window",
            "The time your figures cover. Benchmarks are annual; a shorter window is compounded to a year.",
            vec![
                option("month", "Month", false),
                option("quarter", "Quarter", false),
                option("year", "Year", true),
            ],
        ),
        choice(
            ChoiceKind::Currency,
            "Currency",
            "Every amount is in it. Nothing is converted.",
            vec![option("USD", "USD", true), option("EUR", "EUR", false), option("GBP", "GBP", false)],
        ),
        choice(
            ChoiceKind::Segment,
            "Customers",
            "The size of customer you sell to.",
            vec![
                option("", "Not compared", false),
                option("smb", "SMB", true),
                option("mid-market", "Mid-market", false),
            ],
        ),
        choice(
            ChoiceKind::Industry,
            "Industry",
            "Adds your industry's median.",
            vec![option("", "Not compared", true), option("fintech", "FinTech", false)],
        ),
        choice(
            ChoiceKind::Stage,
            "Stage",
            "Adds the median of companies your size.",
            vec![option("", "Not compared", false), option("early", "Early, below $10M ARR", true)],
        ),
    ]
}

fn field(slug: &'static str, label: &'static str, hint: &'static str, text: &str, units: [&str; 2]) -> Field {
    let [prefix, suffix] = units.map(|unit| (!unit.is_empty()).then(|| unit.to_owned()));
    Field {
        slug,
        label,
        hint,
        text: text.into(),
        prefix,
        suffix,
        reading: None,
        problem: None,
        is_from_ledger: false,
    }
}

pub(crate) fn groups() -> Vec<FieldGroup> {
    vec![revenue(), customers(), margin()]
}

fn revenue() -> FieldGroup {
    let mrr = ["$", "a month"];
    FieldGroup {
        is_folded: false,
        title: "Revenue",
        fields: vec![
            field(
                "start-mrr",
                "MRR at the start",
                "Monthly recurring revenue on the window's first day.",
                "240,000",
                mrr,
            ),
            field(
                "new-mrr",
                "New MRR",
                "From customers who joined in the window. It never counts as retention.",
                "72,000",
                mrr,
            ),
            field(
                "expansion-mrr",
                "Expansion MRR",
                "What customers from the start pay more: upgrades, seats, add-ons.",
                "28,800",
                mrr,
            ),
            field(
                "contraction-mrr",
                "Contraction MRR",
                "What customers who stayed pay less. Entered positive.",
                "6000",
                mrr,
            ),
            field("churned-mrr", "Churned MRR", "Of customers who left. Entered positive.", "38,400", mrr),
        ],
        derived: vec![Derived { label: "MRR at the end", value: "$296,400 a month".into() }],
    }
}

fn customers() -> FieldGroup {
    FieldGroup {
        is_folded: false,
        title: "Customers",
        fields: vec![
            field(
                "start-customers",
                "Customers at the start",
                "Paying customers on the window's first day.",
                "250",
                ["", ""],
            ),
            field("new-customers", "New customers", "Joined in the window.", "70", ["", "in the year"]),
            field(
                "lost-customers",
                "Customers lost",
                "From the start, and gone. Not those who joined and left.",
                "50",
                ["", "in the year"],
            ),
        ],
        derived: vec![Derived { label: "Customers at the end", value: "270".into() }],
    }
}

fn margin() -> FieldGroup {
    FieldGroup {
        is_folded: false,
        title: "Cost and margin",
        fields: vec![
            field(
                "gross-margin",
                "Gross margin",
                "What is left after hosting, support and other costs of delivery.",
                "78",
                ["", "%"],
            ),
            field(
                "acquisition-spend",
                "Sales and marketing spend",
                "All that was spent to win customers.",
                "1,300,000",
                ["$", "in the year"],
            ),
            field(
                "lifetime-years",
                "Years a customer stays",
                "Only for lifetime value by years; leave it empty to go by churn alone.",
                "",
                ["", "years"],
            ),
        ],
        derived: Vec::new(),
    }
}

fn changed(change: impl Fn(&mut Field)) -> Vec<FieldGroup> {
    let mut groups = groups();
    for group in &mut groups {
        group.fields.iter_mut().for_each(&change);
        group.derived.iter_mut().for_each(|derived| derived.value = "–".into());
    }
    groups
}

pub(crate) fn groups_empty() -> Vec<FieldGroup> {
    changed(|field| field.text.clear())
}

pub(crate) fn groups_wrong() -> Vec<FieldGroup> {
    changed(|field| {
        let (text, reading, problem) = match field.slug {
            "start-mrr" => {
                ("a lot", None, Some("“a lot” is not a number. Write it in digits, like 240,000."))
            }
            "new-mrr" => ("72.000", Some("read as 72, as the mark of the page is a point"), None),
            "expansion-mrr" => (
                "-28800",
                None,
                Some("An upsell cannot be negative. What customers pay less belongs in Contraction MRR."),
            ),
            "contraction-mrr" => ("1.2.3,4", None, Some("There are two decimal marks in “1.2.3,4”.")),
            "churned-mrr" => (
                "8888888888888888888888888888888888888888",
                None,
                Some("That is more than 1,000,000,000,000,000, which no company has lost yet."),
            ),
            "lost-customers" => ("300", None, Some("Of 250 customers at the start, 300 cannot have left.")),
            "gross-margin" => ("178", None, Some("A margin lies between 0 % and 100 %.")),
            _ => return,
        };
        field.text = text.into();
        field.reading = reading.map(str::to_owned);
        field.problem = problem.map(str::to_owned);
    })
}
