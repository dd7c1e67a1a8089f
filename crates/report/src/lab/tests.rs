//! The lab and its worker, side by side: what the one asks, the other answers.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it is surprised"
)]

mod sheets;

use std::rc::Rc;

use plimsoll_columns::accounts::{Accounts, AccountsBuilder, Cell, Heading, Kind, Moment, Part};
use plimsoll_metrics::Exact;

use super::message::{RawValue, Scored};
use super::{Class, Desk, Document, Effect, Lab, LabAction, LabMessage, LabRefusal, LabRequest};
use crate::view::lab::{LabView, OpenLab};
use crate::{English, Inputs, lab_view};

const NUMBER: Kind = Kind::Number { places: 0 };

fn heading(header: &str, part: Part, sign: &str) -> Heading {
    Heading { header: header.into(), part, sign: sign.into(), percent: false }
}

fn number(value: i64) -> Cell<'static> {
    if value < 0 { Cell::Missing } else { Cell::Number { value, places: 0 } }
}

/// Name, segment, owner, ARR in cents, logins, tickets, NPS (below zero is missing): at one moment, then at another.
const ROWS: [(&str, &str, &str, i64, i64, i64, i64); 6] = [
    ("Acme", "SMB", "Ada", 100_000, 20, 0, 9),
    ("Birch", "SMB", "Ada", 250_000, 2, 8, 3),
    ("=Cedar", "Enterprise", "Bob", 900_000, 10, 4, -1),
    ("Dune", "Enterprise", "Bob", 400_000, -1, -1, -1),
    ("elm", "SMB", "Ada", 50_000, 5, 2, 7),
    ("Fern", "SMB", "Bob", 75_000, 0, 9, 0),
];

fn accounts() -> Accounts {
    let columns = vec![
        (heading("Segment", Part::Segment, ""), Kind::Text),
        (heading("CSM", Part::Owner, ""), Kind::Text),
        (heading("ARR", Part::Revenue, ""), Kind::Number { places: 2 }),
        (heading("Logins", Part::Indicator, "logins"), NUMBER),
        (heading("Tickets", Part::Indicator, "tickets"), NUMBER),
        (heading("NPS", Part::Indicator, "nps"), NUMBER),
    ];
    let mut builder = AccountsBuilder::new(columns).unwrap();
    for (day, better) in [(20_000, 0), (20_365, 1)] {
        for (line, (name, segment, owner, arr, logins, tickets, nps)) in (2..).zip(ROWS) {
            let logins = if logins < 0 { logins } else { logins + better };
            let cells = [
                Cell::Text(segment.as_bytes()),
                Cell::Text(owner.as_bytes()),
                Cell::Number { value: arr, places: 2 },
                number(logins),
                number(tickets),
                number(nps),
            ];
            builder.add(name.as_bytes(), Moment::Day(day), line, &cells).unwrap();
        }
    }
    builder.finish()
}

/// A lab with its worker, open on the page.
struct Pair {
    lab: Lab,
    desk: Desk,
    /// What was to be kept or saved.
    effects: Vec<Effect>,
}

impl Pair {
    fn open() -> Self {
        Self::of(&accounts())
    }

    fn of(accounts: &Accounts) -> Self {
        let mut pair = Self { lab: Lab::default(), desk: Desk::default(), effects: Vec::new() };
        pair.act(LabAction::PageTold(Some(Box::new(Inputs::default()))));
        let facts = pair.desk.take(&accounts.to_bytes());
        pair.act(LabAction::Heard(Rc::new(facts)));
        pair
    }

    /// Acts, and has the worker answer whatever is asked.
    #[allow(clippy::needless_pass_by_value, reason = "an action is told once")]
    fn act(&mut self, action: LabAction) {
        let (lab, effects) = std::mem::take(&mut self.lab).after(&action);
        self.lab = lab;
        for effect in effects {
            match effect {
                Effect::Ask(request) => {
                    let answer = self.desk.answer(&request);
                    self.act(LabAction::Heard(Rc::new(answer)));
                }
                other => self.effects.push(other),
            }
        }
    }

    fn tell(&mut self, key: &str, text: &str) {
        self.act(LabAction::Told { key: key.into(), text: text.into() });
    }

    fn look(&mut self, what: &'static str, at: &str) {
        self.act(LabAction::Looked { what, at: at.into() });
    }

    fn view(&self) -> OpenLab {
        match lab_view(&self.lab, &English) {
            Some(LabView::Open(open)) => *open,
            other => panic!("not open: {other:?}"),
        }
    }

    fn scored(&self) -> Rc<Scored> {
        Rc::clone(&self.lab.scored.as_ref().unwrap().0)
    }

    fn names(&self) -> Vec<String> {
        self.view().below.unwrap().table.rows.into_iter().map(|row| row.cells[0].clone()).collect()
    }
}

#[test]
fn accounts_are_scored_as_soon_as_they_are_there() {
    let pair = Pair::open();
    let view = pair.view();
    assert_eq!(view.accounts, "6 accounts, $17,750 ARR, as of 2025-10-04, the latest of 2 snapshots.");
    let fed: Vec<&str> = pair.lab.document.model.indicators.iter().map(|of| of.column.as_str()).collect();
    assert_eq!(fed, ["Logins", "", "NPS", "", "", "", ""]);
    let [red, _, _, unscored] = pair.scored().classes;
    assert_eq!(unscored, (1, 400_000), "nothing is known of Dune");
    assert!(red.0 > 0);
    assert!(view.model.indicators[1].coverage.starts_with("No column"));
}

#[test]
fn the_quick_score_is_the_exact_one() {
    let mut pair = Pair::open();
    for (key, text) in
        [("weight/usage-frequency", "12.25"), ("indicator", "Tickets"), ("own", ""), ("red", "37.5")]
    {
        pair.tell(key, text);
        let model = pair.lab.document.model.read().unwrap();
        for row in 0..6 {
            pair.act(LabAction::AccountToggled(row));
            let open = pair.scored().open.clone().unwrap();
            let segment = pair.lab.facts.as_ref().unwrap().segments[usize::from(open.line.segment)].0.clone();
            let exact = model.explain(Some(&segment), &open.points);
            let quick = open.line.score.map(i64::from);
            let rounded =
                exact.score.as_ref().ok().and_then(|score| score.times(&Exact::from(100)).to_decimal(0));
            assert_eq!(quick.map(Into::into), rounded, "{key}, row {row}");
            assert_eq!(Class::from(exact.class), open.line.class);
        }
        pair.act(LabAction::AccountToggled(5));
    }
}

#[test]
fn who_changes_is_counted_from_where_the_move_began() {
    let mut pair = Pair::open();
    let [red, ..] = pair.scored().classes;
    for points in ["45", "50", "69"] {
        pair.tell("red/moved", points);
    }
    let [more, yellow, ..] = pair.scored().classes;
    let moved = pair.scored().moved.clone();
    let total: u32 = moved.counts.iter().flatten().sum();
    assert_eq!(
        (i64::from(total), yellow.0),
        (more.0 - red.0, 0),
        "all that was yellow, from the first step on"
    );
    assert_eq!(pair.view().results.moved.rows.len(), moved.accounts.len());
    pair.act(LabAction::Settled);
    pair.tell("red/moved", "69");
    pair.tell("weight/usage-frequency", "31");
    let total: u32 = pair.scored().moved.counts.iter().flatten().sum();
    assert_eq!(total, 0, "another move, which begins where the last one ended");
}

#[test]
fn a_slide_is_kept_when_it_is_let_go_and_typing_at_once() {
    let mut pair = Pair::open();
    pair.tell("weight/usage-frequency/slid", "70");
    assert_eq!(pair.effects, []);
    pair.act(LabAction::Settled);
    let Some(Effect::Keep(text, true)) = pair.effects.pop() else { panic!("it is kept") };
    assert_eq!(Document::of_text(&text).model.indicators[0].weight, "35");
    pair.tell("weight/usage-frequency", "3");
    assert!(matches!(pair.effects.pop(), Some(Effect::Keep(_, false))));
}

#[test]
fn what_the_page_takes_back_is_scored_anew() {
    let mut pair = Pair::open();
    let before = pair.lab.document.to_text();
    pair.tell("weight/usage-frequency", "99");
    let mut inputs = Inputs { lab: before.as_str().into(), ..Inputs::default() };
    pair.act(LabAction::PageTold(Some(Box::new(inputs.clone()))));
    assert_eq!(pair.lab.document.model.indicators[0].weight, "30");
    assert_eq!(pair.view().model.indicators[0].weight.text, "30");
    inputs.currency = "EUR".into();
    pair.act(LabAction::PageTold(Some(Box::new(inputs))));
    assert!(pair.view().accounts.contains('€'));
}

#[test]
fn a_model_that_cannot_be_used_says_so_and_leaves_the_results() {
    let mut pair = Pair::open();
    let before = pair.scored();
    for (key, text, wanted) in [
        ("red", "80", "Green has to begin above the line of red"),
        ("weight/usage-frequency", "many", "A weight is a number of 0 or more"),
        ("measure/usage-frequency/zero", "21", "The values for 0 and for 100 points are the same"),
    ] {
        let mut pair = Pair::open();
        pair.look("measure", "usage-frequency");
        if key.ends_with("zero") {
            pair.tell("measure/usage-frequency/hundred", "21");
        }
        pair.tell(key, text);
        let said = format!("{:?}", pair.view().model);
        assert!(said.contains(wanted), "{key}: {said}");
        assert_eq!(pair.scored().classes, before.classes);
    }
    for weight in 0..7 {
        let slug = pair.lab.document.model.indicators[weight].slug.clone();
        pair.tell(&["weight/", &slug].concat(), "0");
    }
    assert!(pair.view().model.problem.is_some_and(|text| text.starts_with("All weights are zero")));
}

#[test]
fn the_table_is_sorted_narrowed_and_searched() {
    let mut pair = Pair::open();
    pair.look("sort", "name");
    assert_eq!(pair.names(), ["=Cedar", "Acme", "Birch", "Dune", "elm", "Fern"]);
    // Logins weigh 30 and NPS 15 of 102.5; Cedar has no NPS, of Dune nothing is known.
    let rows = pair.view().below.unwrap().table.rows;
    assert_eq!([0, 1, 3].map(|row: usize| rows[row].cells[2].as_str()), ["29.3%", "43.9%", "0.0%"]);
    pair.look("sort", "name");
    assert_eq!(pair.names()[0], "Fern");
    pair.look("sort", "arr");
    assert_eq!(pair.names()[..2], ["=Cedar", "Dune"]);
    pair.look("owner", "Ada");
    assert_eq!(pair.names(), ["Birch", "Acme", "elm"]);
    pair.look("search", "L");
    assert_eq!(pair.names(), ["elm"]);
    assert_eq!(pair.view().below.unwrap().table.caption, "1 of 6 accounts");
    pair.look("search", "");
    pair.look("owner", "");
    pair.look("class", "unscored");
    assert_eq!(pair.names(), ["Dune"]);
}

#[test]
fn a_score_is_taken_apart_with_its_values() {
    let mut pair = Pair::open();
    pair.act(LabAction::AccountToggled(1));
    let open = pair.scored().open.clone().unwrap();
    assert_eq!(open.values[0], RawValue::Number(3, 0), "two logins, and one more at the later moment");
    let parts = pair.view().below.unwrap().table.parts.unwrap();
    assert_eq!((parts.title.as_str(), parts.parts.len()), ("Birch", 7));
    assert!(parts.about.contains("looked after by Ada"));
    assert!(parts.sum.starts_with("Added up, the score is "));
}

#[test]
fn scored_accounts_leave_as_a_csv_that_cannot_run() {
    let mut pair = Pair::open();
    pair.act(LabAction::TableAsked);
    let Some(Effect::Save(_, "text/csv", bytes)) = pair.effects.pop() else { panic!("it is saved") };
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text.lines().count(), 7);
    assert!(text.contains("'=Cedar,Enterprise,Bob,9000.00,"), "{text}");
}

#[test]
fn bytes_that_are_no_accounts_are_refused() {
    let mut desk = Desk::default();
    assert_eq!(desk.take(b"accounts"), LabMessage::Refused(LabRefusal::Malformed));
    let ask = LabRequest::Table { model: Box::new(Document::default().model), snapshot: 0 };
    assert_eq!(desk.answer(&ask), LabMessage::Refused(LabRefusal::Empty));
}

#[test]
fn accounts_that_are_put_away_leave_the_model() {
    let mut pair = Pair::open();
    pair.tell("weight/usage-frequency", "55");
    pair.act(LabAction::Closed);
    assert!(matches!(lab_view(&pair.lab, &English), Some(LabView::Empty { .. })));
    let facts = pair.desk.take(&accounts().to_bytes());
    pair.act(LabAction::Heard(Rc::new(facts)));
    assert_eq!(pair.view().model.indicators[0].weight.text, "55");
}

#[test]
fn odd_values_are_named_with_their_lines_and_a_constant_column_with_its_value() {
    let columns = vec![
        (heading("Usage score", Part::Indicator, "usage"), NUMBER),
        (heading("CSAT", Part::Indicator, "csat"), NUMBER),
    ];
    let mut builder = AccountsBuilder::new(columns).unwrap();
    for (line, usage) in (2_u32..).zip([50, 101, 20, 300]) {
        builder.add(line.to_string().as_bytes(), Moment::Day(9), line, &[number(usage), number(4)]).unwrap();
    }
    let mut pair = Pair::of(&builder.finish());
    pair.tell("model", "four-dimensions");
    pair.tell("measure/usage/kind", "score");
    let view = pair.view();
    let named = "Usage: 2 values are out of its range and counted as missing (lines 3, 5 of the table).";
    assert_eq!(view.notes[1..], [named]);
    let problem = |slug: &str| {
        let of = view.model.indicators.iter().find(|of| of.slug == slug).unwrap();
        of.problem.clone()
    };
    assert_eq!(problem("usage"), None);
    let constant = "Every row of “CSAT” that is filled says 4, so it tells no account from another.";
    assert_eq!(problem("support").as_deref(), Some(constant));
}
