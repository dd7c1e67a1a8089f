//! The sheets of the lab that need not be asked for.

use plimsoll_report::lab::Class;
use plimsoll_report::view::lab::{
    ClassMark, LossRow, MoneyView, Numbers, PublishedRange, SheetView, StatView, TeamView, VersionRow,
    VersionsView, WayOut,
};
use plimsoll_report::view::{EntryView, Standing};

use super::option;

/// What health is worth, versions, the team, and a sheet that the accounts do not hold enough for.
pub(crate) fn sheets() -> Vec<SheetView> {
    let closed =
        WayOut { what: "No column says who looks after an account.".into(), way_out: "Add one.".into() };
    vec![
        SheetView::Money(money()),
        SheetView::Versions(versions()),
        SheetView::Team(team()),
        SheetView::Closed(closed),
    ]
}

fn entry(key: &str, problem: &str) -> EntryView {
    EntryView {
        key: key.into(),
        text: "10".into(),
        rest: "",
        prefix: String::new(),
        suffix: "%".into(),
        problem: (!problem.is_empty()).then(|| problem.into()),
    }
}

fn stat(slug: &'static str, label: &'static str) -> StatView {
    StatView {
        slug,
        label,
        value: "91.7%".into(),
        change: None,
        verdict: Some(("Good".into(), Standing::Good)),
        about: "Published: median 75%.".into(),
    }
}

fn numbers(caption: &str) -> Numbers {
    Numbers {
        caption: caption.into(),
        heads: vec!["Name", "Number"],
        rows: vec![vec!["Ada".into(), "2".into()]],
    }
}

fn money() -> MoneyView {
    let row = |class, name, key| LossRow {
        class: ClassMark { class, name },
        accounts: "2".into(),
        arr: "$25,000".into(),
        chance: entry(key, "A chance is a number from 0 to 100."),
        proposed: Some("proposed: 18.4%".into()),
        loss: "$10,000".into(),
    };
    MoneyView {
        finding: "If every red account left, gross retention of today's ARR would be 50.0%.".into(),
        notes: vec!["It looks ahead.".into()],
        stats: vec![
            stat("grr-without", "GRR if every red account left"),
            stat("grr-saved", "GRR with those you save"),
        ],
        losses: vec![row(Class::Red, "Red", "chance/red"), row(Class::Yellow, "Yellow", "chance/yellow")],
        proposed: Some("Proposed from your accounts.".into()),
        total: "In all, $10,800.".into(),
        save: entry("save", ""),
        saved: "The 10 red accounts with the most ARR pay $20,000 a year.".into(),
    }
}

fn versions() -> VersionsView {
    let row = |name: &str, is_open| VersionRow { name: name.into(), about: "7 indicators".into(), is_open };
    VersionsView {
        name: entry("name", ""),
        can_save: false,
        room: "All 8 places are taken.".into(),
        versions: vec![row("Spring", true), row("Autumn <b>", false)],
        refused: vec!["Line 1, column 2: expected value.".into()],
        models: vec![option("Spring", "Spring", true)],
        moments: vec![option("0", "0", true)],
        finding: "The average score went from 40.00 to 60.00.".into(),
        note: Some("Both parts add up to the change.".into()),
        split: Some(numbers("What the change of scores is made of")),
    }
}

fn team() -> TeamView {
    TeamView {
        finding: "An owner looks after 2 accounts.".into(),
        notes: vec!["2 accounts have no owner.".into()],
        owners: numbers("Accounts by owner"),
        published: vec![PublishedRange {
            who: "Accounts per CSM, High touch".into(),
            said: "10 to 50".into(),
            stands: "outside".into(),
            source: "Metric reference".into(),
        }],
        care: vec![stat("qbr", "QBR completion")],
        missing: Some("No column tells of these.".into()),
        first_value: Some(numbers("Time to first value by segment")),
        hours: [entry("hours", "Hours are a number above 0."), entry("hours/manager", "")],
        capacity: "Type both.".into(),
    }
}
