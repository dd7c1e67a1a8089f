//! What health is worth, saved models, and the team: on a few accounts that are worked out by hand.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it is surprised"
)]

use super::*;
use crate::view::lab::{MoneyView, SheetView, TeamView, VersionsView};
use crate::{Action, State};

/// An account: its name, its usage and ARR a year ago and now, where it is there, whether it has left, its owner, its reviews
/// scheduled and completed, its sponsor, and its days to the first value.
type Row = (
    &'static str,
    Option<(i64, i64)>,
    Option<(i64, i64)>,
    bool,
    &'static str,
    (i64, i64),
    &'static str,
    Option<i64>,
);

#[rustfmt::skip]
const ROWS: [Row; 6] = [
    ("A", Some((20, 20_000)), Some((30, 20_000)), false, "Ada", (2, 2), "Eve Smith", Some(10)),
    ("B", Some((20, 5_000)), Some((10, 5_000)), false, "Ben", (1, 0), "no", None),
    ("C", Some((80, 20_000)), Some((90, 30_000)), false, "Ada", (1, 1), "yes", Some(40)),
    ("D", None, Some((50, 4_000)), false, "", (0, 0), "", None),
    ("E", Some((10, 5_000)), Some((-1, 5_000)), true, "", (0, 0), "", None),
    ("F", Some((80, 10_000)), None, false, "Ben", (0, 0), "", None),
];

/// Two snapshots a year apart.
fn accounts(is_bare: bool) -> Accounts {
    let column = |header: &str, part, kind| {
        (Heading { header: header.into(), part, sign: String::new(), percent: false }, kind)
    };
    let number = Kind::Number { places: 0 };
    let mut columns = vec![column("Usage", Part::Indicator, number)];
    if !is_bare {
        columns.extend([
            column("ARR", Part::Revenue, Kind::Number { places: 2 }),
            column("Churned", Part::Churned, number),
            column("Owner", Part::Owner, Kind::Text),
            column("Segment", Part::Segment, Kind::Text),
            column("QBRs scheduled", Part::Indicator, number),
            column("QBRs completed", Part::Indicator, number),
            column("Executive sponsor", Part::Group, Kind::Text),
            column("Time to first value (days)", Part::Indicator, number),
        ]);
    }
    let mut builder = AccountsBuilder::new(columns).unwrap();
    let text = |text: &'static str| if text.is_empty() { Cell::Missing } else { Cell::Text(text.as_bytes()) };
    let whole = |value| Cell::Number { value, places: 0 };
    for (name, then, now, has_left, owner, (scheduled, completed), sponsor, days) in ROWS {
        for (day, is_now, state) in [(100, false, then), (465, true, now)] {
            let Some((usage, arr)) = state else { continue };
            let mut cells = vec![if usage < 0 { Cell::Missing } else { whole(usage) }];
            if !is_bare {
                let segment = if name == "C" { "Enterprise" } else { "SMB" };
                cells.extend([
                    Cell::Number { value: arr * 100, places: 2 },
                    whole((has_left && is_now).into()),
                ]);
                cells.extend([text(owner), text(segment), whole(scheduled), whole(completed), text(sponsor)]);
                cells.push(days.map_or(Cell::Missing, whole));
            }
            builder.add(name.as_bytes(), Moment::Day(day), 2, &cells).unwrap();
        }
    }
    builder.finish()
}

/// The usage is the score.
fn opened(is_bare: bool) -> Pair {
    let mut pair = Pair::of(&accounts(is_bare));
    read_usage(&mut pair);
    pair
}

fn read_usage(pair: &mut Pair) {
    pair.tell("model", "four-dimensions");
    for slug in ["engagement", "relationship", "support"] {
        pair.tell(&["indicator/", slug, "/remove"].concat(), "");
    }
    pair.tell("measure/usage/column", "Usage");
    pair.tell("measure/usage/kind", "score");
}

/// Twenty red accounts and twenty green ones; half a year later five of the red ones have left.
fn half_a_year() -> Accounts {
    let columns = vec![
        (heading("Usage", Part::Indicator, ""), NUMBER),
        (heading("ARR", Part::Revenue, ""), Kind::Number { places: 2 }),
        (heading("Churned", Part::Churned, ""), NUMBER),
    ];
    let mut builder = AccountsBuilder::new(columns).unwrap();
    for (account, day) in (0..40_i64).flat_map(|account| [(account, 100), (account, 280)]) {
        let has_left = day > 100 && account < 5;
        let usage = if account < 20 { 20 } else { 80 };
        let arr = Cell::Number { value: 100_000, places: 2 };
        let cells = [number(usage), arr, number(has_left.into())];
        builder.add(account.to_string().as_bytes(), Moment::Day(day), 2, &cells).unwrap();
    }
    builder.finish()
}

/// The file that was saved last.
fn saved(pair: &mut Pair) -> Vec<u8> {
    match pair.effects.pop() {
        Some(Effect::Save(_, _, bytes)) => bytes,
        other => panic!("{other:?}"),
    }
}

/// What was kept last.
fn kept(pair: &Pair) -> String {
    let mut texts = pair
        .effects
        .iter()
        .rev()
        .filter_map(|of| if let Effect::Keep(text, _) = of { Some(text) } else { None });
    texts.next().cloned().unwrap_or_default()
}

fn sheet(pair: &mut Pair, slug: &str) -> SheetView {
    pair.look("sheet", slug);
    pair.view().below.unwrap().sheet
}

fn money(pair: &mut Pair) -> MoneyView {
    match sheet(pair, "money") {
        SheetView::Money(view) => view,
        other => panic!("{other:?}"),
    }
}

fn versions(pair: &mut Pair) -> VersionsView {
    match sheet(pair, "versions") {
        SheetView::Versions(view) => view,
        other => panic!("{other:?}"),
    }
}

fn team(pair: &mut Pair) -> TeamView {
    match sheet(pair, "team") {
        SheetView::Team(view) => view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn retention_is_of_who_paid_a_year_ago() {
    let mut pair = opened(false);
    pair.tell("save", "1");
    let view = money(&mut pair);
    let stats: Vec<(&str, &str)> = view.stats.iter().map(|stat| (stat.slug, stat.value.as_str())).collect();
    // Then 60,000 with E and F; now 20,000 + 5,000 + 30,000, of which 25,000 are red.
    let wanted = [
        ("nrr", "91.7%"),
        ("nrr-without", "50.0%"),
        ("nrr-saved", "83.3%"),
        ("grr", "75.0%"),
        ("grr-without", "33.3%"),
        ("grr-saved", "66.7%"),
    ];
    assert_eq!(stats, wanted);
    assert!(view.stats.iter().all(|stat| stat.verdict.is_some()), "{:?}", view.stats);
    assert_eq!(
        view.finding,
        "If every red account left, net revenue retention over the year would be 50.0%."
    );
    assert!(
        view.notes.concat().contains("1970-04-11") && view.notes.concat().contains("1971-04-11"),
        "{:?}",
        view.notes
    );
}

#[test]
fn losses_follow_from_chances_that_are_typed() {
    let mut pair = opened(false);
    let view = money(&mut pair);
    assert!(
        view.losses.iter().all(|row| row.loss == "–" && row.proposed.is_none()),
        "three red accounts tell nothing"
    );
    for (class, chance) in [("red", "40"), ("yellow", "12,5"), ("green", "1")] {
        pair.tell(&["chance/", class].concat(), chance);
    }
    pair.tell("save", "1");
    let view = money(&mut pair);
    let rows: Vec<_> =
        view.losses.iter().map(|row| (row.accounts.as_str(), row.arr.as_str(), row.loss.as_str())).collect();
    assert_eq!(rows, [("2", "$25,000", "$10,000"), ("1", "$4,000", "$500.00"), ("1", "$30,000", "$300.00")]);
    assert!(view.total.contains("$10,800"), "{}", view.total);
    assert!(
        view.saved.contains("pays $20,000 a year") && view.saved.contains("worth $8,000"),
        "{}",
        view.saved
    );
    pair.tell("chance/red", "often");
    let view = money(&mut pair);
    assert!(view.losses.first().unwrap().chance.problem.is_some());
    assert!(view.total.starts_with("Type for each class"), "{}", view.total);
}

#[test]
fn half_a_year_looks_ahead_and_proposes_chances_compounded() {
    let mut pair = Pair::of(&half_a_year());
    read_usage(&mut pair);
    let view = money(&mut pair);
    let slugs: Vec<&str> = view.stats.iter().map(|stat| stat.slug).collect();
    assert_eq!(slugs, ["grr-without", "grr-saved"]);
    assert!(view.finding.contains("today's ARR"), "{}", view.finding);
    assert!(view.notes.concat().contains("two snapshots about a year apart"), "{:?}", view.notes);
    let proposed: Vec<Option<&str>> = view.losses.iter().map(|row| row.proposed.as_deref()).collect();
    // Three quarters stay each half year, nine sixteenths a year.
    assert_eq!(proposed, [Some("proposed: 43.8%"), None, Some("proposed: 0.0%")]);
    let said = view.proposed.unwrap();
    assert!(said.contains("5 of 20 red, 0 of 0 yellow, 0 of 20 green") && said.contains("2 times"), "{said}");
    assert_eq!(view.losses[0].accounts, "15", "who has left is not to be lost again");
}

#[test]
fn without_arr_or_owners_there_is_a_way_out() {
    let mut pair = opened(true);
    for slug in ["money", "team"] {
        assert!(matches!(sheet(&mut pair, slug), SheetView::Closed(_)), "{slug}");
    }
}

#[test]
fn a_change_of_score_is_split_as_worked_out_by_hand() {
    let mut pair = opened(false);
    assert!(versions(&mut pair).finding.starts_with("Choose a saved model"));
    pair.tell("name", "Before");
    pair.act(LabAction::VersionSaved);
    pair.tell("name", "After");
    pair.tell("measure/usage/kind", "line");
    pair.tell("measure/usage/zero", "0");
    pair.tell("measure/usage/hundred", "50");
    pair.tell("compare/model", "Before");
    pair.tell("compare/moment", "0");
    let view = versions(&mut pair);
    let rows = view.split.unwrap().rows;
    // A from 20 to 30 and from 40 to 60; B from 20 to 10 and from 40 to 20; C from 80 to 90, and 100 both times.
    assert_eq!(
        rows[0],
        ["All accounts, average", "40.00", "+1.67 points", "+18.33 points", "+20.00 points", "60.00"]
    );
    assert_eq!(rows[1], ["A", "20.00", "+15.00 points", "+25.00 points", "+40.00 points", "60.00"]);
    assert_eq!(rows.len(), 3, "B is where it was");
    assert_eq!(
        view.versions.iter().map(|of| (of.name.as_str(), of.is_open)).collect::<Vec<_>>(),
        [("Before", false)]
    );
    let split: Vec<&str> = view.finding.split(": ").collect();
    assert_eq!(split[1], "+1.67 points by what accounts did, +18.33 points by the model.");
}

#[test]
fn models_are_opened_removed_and_come_back_with_what_the_page_keeps() {
    let mut pair = opened(false);
    pair.tell("name", "Mine");
    pair.act(LabAction::VersionSaved);
    let text = kept(&pair);
    pair.act(LabAction::Version { what: "remove", slug: "Mine".into() });
    assert!(versions(&mut pair).versions.is_empty());
    assert_ne!(kept(&pair), text, "it is a step of its own");
    let inputs = Inputs { lab: text.as_str().into(), ..Inputs::default() };
    pair.act(LabAction::PageTold(Some(Box::new(inputs))));
    assert_eq!(versions(&mut pair).versions.len(), 1, "undone");
}

#[test]
fn a_model_goes_out_and_comes_in_as_a_file() {
    let mut pair = opened(false);
    pair.tell("name", "Mine");
    pair.act(LabAction::Version { what: "export", slug: String::new() });
    let file = String::from_utf8(saved(&mut pair)).unwrap();
    pair.tell("name", "Other");
    pair.act(LabAction::FileChosen(file.replace("\"version\": 1", "\"version\": 3")));
    let view = versions(&mut pair);
    assert_eq!(view.refused, ["version: the file is of version 3, and only 1 is read."]);
    assert_eq!(view.name.text, "Other");
    pair.act(LabAction::FileChosen(file));
    let view = versions(&mut pair);
    assert_eq!((view.refused.len(), view.name.text.as_str()), (0, "Mine"));
}

#[test]
fn the_file_of_accounts_has_points_and_coverage() {
    let mut pair = opened(false);
    pair.act(LabAction::TableAsked);
    let file = String::from_utf8(saved(&mut pair)).unwrap();
    let lines: Vec<&str> = file.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("Account,Segment,Owner,ARR,Score,Class,Coverage %,"), "{}", lines[0]);
    assert_eq!(lines[1], "A,SMB,Ada,20000.00,30,red,100,30");
    assert_eq!(lines[5], "E,SMB,,5000.00,,unscored,0,");
}

#[test]
fn owners_are_held_against_all_published_ranges() {
    let mut pair = opened(false);
    let view = team(&mut pair);
    let names: Vec<&str> = view.owners.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["Ada", "Ben"]);
    assert_eq!(
        view.owners.heads[..7],
        ["Owner", "Accounts", "Inside published ranges", "ARR", "Inside published ranges", "Red", "Red ARR"]
    );
    let ada: Vec<&str> = view.owners.rows[0].iter().map(String::as_str).collect();
    assert_eq!((ada[1], ada[3], ada[5], ada[6]), ("2", "$50,000", "1", "$20,000"));
    assert!(ada[2].contains(" of ") && ada[7] == "100.0%", "{ada:?}");
    assert!(view.notes.contains(&"2 accounts have no owner.".into()), "{:?}", view.notes);
    assert!(view.published.iter().any(|range| range.stands == "outside"), "{:?}", view.published);
}

#[test]
fn care_and_first_value_are_as_the_columns_say() {
    let mut pair = opened(false);
    let view = team(&mut pair);
    let care: Vec<(&str, &str)> = view.care.iter().map(|stat| (stat.slug, stat.value.as_str())).collect();
    assert_eq!(care, [("qbr", "75.0%"), ("sponsor", "40.0%")]);
    assert!(view.missing.unwrap().contains("Meeting attendance"));
    let rows = view.first_value.unwrap().rows;
    assert_eq!(rows[0][..3], ["All accounts", "25.0", "2"]);
    assert!(rows.iter().any(|row| row[..3] == ["Enterprise", "40.0", "1"] && row[4] != "–"), "{rows:?}");
}

#[test]
fn capacity_is_two_thirds_of_the_time() {
    let mut pair = opened(false);
    assert!(team(&mut pair).capacity.starts_with("Type both"));
    pair.tell("hours", "60");
    pair.tell("hours/manager", "135");
    let view = team(&mut pair);
    // 90 hours are enough for one and a half.
    assert!(view.capacity.contains("1.5 accounts") && view.capacity.contains("100.0%"), "{}", view.capacity);
    assert!(view.capacity.contains("1 of 2 owner looks after more"), "{}", view.capacity);
    pair.tell("hours", "none");
    assert!(team(&mut pair).hours[0].problem.is_some());
}

#[test]
fn what_is_typed_is_one_step_and_what_is_chosen_another() {
    let mut pair = opened(false);
    let mut page = State::default();
    let mut tell = |pair: &mut Pair, action: &LabAction| {
        let (lab, effects) = std::mem::take(&mut pair.lab).after(action);
        pair.lab = lab;
        for effect in effects {
            let Effect::Keep(text, is_settled) = effect else { continue };
            page = std::mem::take(&mut page).after(&Action::LabChanged(text));
            if is_settled {
                page = std::mem::take(&mut page).after(&Action::Settled);
            }
        }
        Document::of_text(&page.inputs().lab)
    };
    let told = |key: &str, text: &str| LabAction::Told { key: key.into(), text: text.into() };
    for text in ["4", "40"] {
        tell(&mut pair, &told("chance/red", text));
    }
    tell(&mut pair, &LabAction::Settled);
    tell(&mut pair, &told("hours", "2"));
    tell(&mut pair, &LabAction::Settled);
    let decided = tell(&mut pair, &told("missing", "leaves-out"));
    assert_eq!((decided.chances[0].as_str(), decided.hours.as_str()), ("40", "2"));
    let chances = [0, 1, 2].map(|_| {
        page = std::mem::take(&mut page).after(&Action::Undone);
        let decided = Document::of_text(&page.inputs().lab);
        (decided.chances[0].clone(), decided.hours)
    });
    assert_eq!(
        chances,
        [("40".into(), "2".into()), ("40".into(), String::new()), (String::new(), String::new())]
    );
}

#[test]
fn what_is_out_of_sight_is_told_when_things_have_come_to_rest() {
    let mut pair = Pair::open();
    pair.look("sheet", "money");
    let before = pair.view().below.unwrap();
    pair.act(LabAction::BelowWaits(true));
    pair.tell("red/moved", "69");
    assert!(pair.view().below.is_none(), "it stays as it was drawn");
    let waiting = pair.lab.scored.as_ref().unwrap().0.money.clone();
    pair.act(LabAction::BelowWaits(false));
    let after = pair.lab.scored.as_ref().unwrap().0.money.clone();
    assert!(waiting != after && pair.view().below.unwrap().sheet != before.sheet);
}
