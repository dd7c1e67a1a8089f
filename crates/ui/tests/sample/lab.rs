//! The lab with each of its sheets open.

use plimsoll_report::view::lab::{
    BelowView, CheckView, CheckedView, CurveMark, CurveView, LabView, ModelView, MovedView, Numbers, OpenLab,
    RangeRow, RangeShape, RangesView, ResultsView, SheetTab, SheetView, SpreadView, SuggestView,
    SuggestedRow, SuggestedView, TableView, ThresholdField, WarningView, WayOut,
};
use plimsoll_report::view::{EntryView, Place};
use yew::Callback;

use super::option;
use super::render::to_markup;

/// The markup of the lab with this sheet.
pub(crate) fn markup(sheet: SheetView) -> String {
    to_markup(plimsoll_ui::lab(LabView::Open(Box::new(open(sheet))), &Callback::noop()))
}

/// Every sheet, in each of its states.
pub(crate) fn sheets() -> Vec<SheetView> {
    let check = CheckView {
        outcomes: "120 of 600 accounts left.".into(),
        moments: vec![option("0", "2025-06-30", true), option("1", "2025-12-31", false)],
        ask: "Check the score",
        progress: None,
        stale: None,
        answer: None,
        refusal: None,
    };
    let suggest = SuggestView {
        about: "Weights are learnt from who left.",
        ask: "Suggest weights",
        progress: None,
        stale: None,
        answer: None,
        refusal: None,
        is_tried: false,
    };
    let refusal =
        WayOut { what: "Nothing says who <left>.".into(), way_out: "Add a column that does.".into() };
    vec![
        SheetView::Check(CheckView { progress: Some(("Step 1 of 3".into(), Place(3_333))), ..check.clone() }),
        SheetView::Check(CheckView { refusal: Some(refusal), ..check.clone() }),
        SheetView::Check(CheckView {
            answer: Some(Box::new(checked())),
            stale: Some("It is of before."),
            ..check
        }),
        SheetView::Suggest(SuggestView {
            progress: Some(("Step 3 of 62".into(), Place(480))),
            ..suggest.clone()
        }),
        SheetView::Suggest(SuggestView { answer: Some(suggested()), is_tried: true, ..suggest }),
    ]
}

fn numbers(caption: &str) -> Numbers {
    let row = ["<b>SMB</b>", "12", "3.1%"].map(String::from).to_vec();
    Numbers { caption: caption.into(), heads: vec!["Of", "Accounts", "Share"], rows: vec![row] }
}

fn ranges(finding: &str, shape: RangeShape) -> RangesView {
    RangesView {
        finding: finding.into(),
        about: "Lowest scores first.".into(),
        line: Some((Place(3_300), "by chance".into())),
        rows: vec![
            RangeRow { name: "Lowest tenth".into(), value: "3.1 times".into(), shape },
            RangeRow { name: "Highest tenth".into(), value: "–".into(), shape: RangeShape::Nothing },
        ],
        numbers: numbers(finding),
    }
}

fn checked() -> CheckedView {
    let warning = |name: &str| WarningView {
        finding: [name, " warns of 12 of 120 that left"].concat(),
        numbers: Numbers { heads: vec!["", "Left", "Stayed"], ..numbers(name) },
        rates: vec!["Of those that left, warned of (recall): 10%".into()],
    };
    let mark = |name, along| CurveMark {
        along: Place(along),
        up: Place(8_000),
        name,
        says: [name, " warns of 80%"].concat(),
    };
    CheckedView {
        finding: "Of two accounts, the score puts the one that left lower 81 times in 100.".into(),
        about: vec!["That is between 78 and 84 times.".into()],
        cautions: vec!["Only 60 left.".into()],
        curve: CurveView {
            finding: "Red warns of 80% of those that left".into(),
            points: vec![(Place(0), Place(0)), (Place(2_000), Place(8_000)), (Place::END, Place::END)],
            marks: vec![mark("Red", 2_000), mark("Not green", 6_000)],
            numbers: numbers("The curve"),
        },
        lift: ranges("The lowest tenth left 3.1 times as often as all", RangeShape::Bar(Place::END)),
        calibration: ranges(
            "Of the lowest 42% left",
            RangeShape::Dot(Place(4_200), [Place(3_000), Place(5_400)]),
        ),
        warnings: [warning("Red"), warning("Not green")],
        lead: "Half were red for 92 days or longer.".into(),
        steady: ("Five points change the class of 4.1% at the most".into(), Some(numbers("Five points"))),
        segments: Some(("Within each segment it does so 79 times in 100".into(), numbers("Segments"))),
    }
}

fn suggested() -> SuggestedView {
    let row = |name: &str, places: Option<[Place; 4]>, note: Option<&str>| SuggestedRow {
        name: name.into(),
        now: "33.3".into(),
        suggested: "71.0".into(),
        interval: "61.0 to 82.4".into(),
        places,
        note: note.map(String::from),
    };
    SuggestedView {
        finding: "The suggestion puts the one that left lower 83 times in 100, your weights 79 times in 100."
            .into(),
        about: vec!["Learnt from 420 accounts.".into()],
        cautions: vec!["Both are of one time.".into()],
        rows: vec![
            row("Usage", Some([3_300, 7_100, 6_100, 8_240].map(Place)), None),
            row("Plan", None, Some("Left out: the same value everywhere, 50.0 points.")),
        ],
        can_try: true,
    }
}

fn open(sheet: SheetView) -> OpenLab {
    let field = |key: &str| EntryView {
        key: key.into(),
        text: String::new(),
        rest: "",
        prefix: String::new(),
        suffix: String::new(),
        problem: None,
    };
    let tab = |slug: &'static str, is_open| SheetTab { slug, label: slug, is_open };
    OpenLab {
        accounts: "600 accounts.".into(),
        notes: Vec::new(),
        model: model(),
        results: ResultsView {
            stats: Vec::new(),
            spread: SpreadView {
                finding: "20% are red".into(),
                bars: Vec::new(),
                markers: Vec::new(),
                ticks: Vec::new(),
                classes: Vec::new(),
            },
            moved: MovedView { finding: "Nobody changes class.".into(), rows: Vec::new(), more: None },
            dimensions: Vec::new(),
        },
        below: Some(BelowView {
            table: TableView {
                caption: "600 accounts".into(),
                total: 0,
                start: 0,
                rows: Vec::new(),
                heads: Vec::new(),
                filters: Vec::new(),
                search: field("search"),
                parts: None,
            },
            tabs: vec![
                tab("check", matches!(sheet, SheetView::Check(_))),
                tab("suggest", !matches!(sheet, SheetView::Check(_))),
            ],
            sheet,
        }),
    }
}

fn model() -> ModelView {
    let threshold = |slug: &'static str, hundredths: u16| ThresholdField {
        slug,
        label: slug,
        text: (hundredths / 100).to_string(),
        hundredths,
        problem: None,
    };
    ModelView {
        models: vec![option("four-dimensions", "Four dimensions", true)],
        about: String::new(),
        source: String::new(),
        segments: Vec::new(),
        segment_note: None,
        indicators: Vec::new(),
        total: "100 in all.".into(),
        more: Vec::new(),
        thresholds: [threshold("red", 4_000), threshold("green", 7_000)],
        missing: vec![option("gives-up-weight", "Its weight goes to the others", true)],
        missing_note: "",
        is_changed: false,
        offers_equal: false,
        problem: None,
    }
}
