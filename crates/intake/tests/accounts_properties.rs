//! What must not matter to the reading of a table of accounts, on random input.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

mod common;

use std::collections::BTreeMap;

use common::{Style, answers, plain, style, write};
use plimsoll_columns::accounts::{Accounts, NO_DAY, NO_NUMBER, NO_TEXT, Values};
use plimsoll_intake::{
    AccountRecords, Choice, Cutter, Decoder, Duplicates, Role, decode, detect, look_with, rehearse_accounts,
};
use proptest::prelude::*;

/// An account at a moment, as it is meant.
#[derive(Debug, Clone)]
struct Account {
    name: String,
    health: Option<i64>,
    adoption: Option<i64>,
    arr: Option<i64>,
    contact: Option<i64>,
    owner: &'static str,
    churned: Option<bool>,
}

const HEADERS: [&str; 7] =
    ["Account", "Health score", "Adoption %", "ARR", "Last contact", "Owner", "Churned"];

fn accounts() -> impl Strategy<Value = Vec<Account>> {
    let owner = prop::sample::select(vec!["", "Ada", "Bob, the second", "Zoë \"Z\""]);
    let row = (
        "[a-e]{1,3}[ ,;é]?x",
        prop::option::of(0_i64..=1_000),
        prop::option::of(0_i64..=10_000),
        prop::option::of(0_i64..90_000_000),
        prop::option::of(0_i64..9_000),
        owner,
        prop::option::of(any::<bool>()),
    );
    let row = row.prop_map(|(name, health, adoption, arr, contact, owner, churned)| Account {
        name,
        health,
        adoption,
        arr,
        contact,
        owner,
        churned,
    });
    prop::collection::vec(row, 0..14).prop_map(|rows| {
        let mut seen = BTreeMap::new();
        // What the first rows show settles how the others are read, as in a real file.
        let first = Account {
            name: "Anchor".into(),
            health: Some(815),
            adoption: Some(6_250),
            arr: Some(123_450),
            contact: Some(4_000),
            owner: "Ada",
            churned: Some(false),
        };
        let rows = std::iter::once(first).chain(rows);
        rows.filter(|row| seen.insert(row.name.clone(), ()).is_none()).collect()
    })
}

/// A number with so many decimals.
fn decimal(value: i64, places: usize, style: &Style) -> String {
    let power = 10_i64.pow(u32::try_from(places).unwrap());
    let mark = if style.comma { ',' } else { '.' };
    format!("{}{mark}{:0places$}", value / power, value % power)
}

fn day(days: i64) -> String {
    let first = chrono::NaiveDate::from_ymd_opt(2010, 1, 1).unwrap();
    first.checked_add_days(chrono::Days::new(days.unsigned_abs())).unwrap().to_string()
}

fn table(rows: &[Account], style: &Style) -> Vec<Vec<String>> {
    let head = HEADERS.map(str::to_owned).to_vec();
    let body = rows.iter().map(|row| {
        let number =
            |value: Option<i64>, places| value.map(|value| decimal(value, places, style)).unwrap_or_default();
        vec![
            row.name.clone(),
            number(row.health, 1),
            number(row.adoption, 2),
            number(row.arr, 2),
            row.contact.map(day).unwrap_or_default(),
            row.owner.to_owned(),
            row.churned.map(|churned| if churned { "yes" } else { "No" }).unwrap_or_default().to_owned(),
        ]
    });
    std::iter::once(head).chain(body).collect()
}

/// What is known of each account by header, whatever the order of rows and columns.
type Known = BTreeMap<String, BTreeMap<String, String>>;

fn known(accounts: &Accounts) -> Known {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut all = Known::new();
    for row in 0..accounts.rows() {
        let account = usize::try_from(accounts.account_of()[row]).unwrap();
        let of = all.entry(text(accounts.ids().get(account).unwrap())).or_default();
        for column in accounts.columns() {
            let told = match &column.values {
                Values::Number { values, .. } if values[row] == NO_NUMBER => continue,
                Values::Number { values, places } => {
                    rust_decimal::Decimal::new(values[row], u32::from(*places)).normalize().to_string()
                }
                Values::Day(days) if days[row] == NO_DAY => continue,
                Values::Day(days) => day(i64::from(days[row] - 14_610)),
                Values::Text { ids, .. } if ids[row] == NO_TEXT => continue,
                Values::Text { ids, values } => text(values.get(usize::try_from(ids[row]).unwrap()).unwrap()),
            };
            of.insert(column.heading.header.clone(), told);
        }
    }
    all
}

/// What is meant.
fn meant(rows: &[Account]) -> Known {
    let number = |value: i64, places| rust_decimal::Decimal::new(value, places).normalize().to_string();
    let of = |row: &Account| {
        let told = [
            row.health.map(|value| number(value, 1)),
            row.adoption.map(|value| number(value, 2)),
            row.arr.map(|value| number(value, 2)),
            row.contact.map(day),
            Some(row.owner).filter(|owner| !owner.is_empty()).map(str::to_owned),
            row.churned.map(|churned| u8::from(churned).to_string()),
        ];
        let pairs = HEADERS[1..].iter().zip(told);
        let told = pairs.filter_map(|(header, told)| Some(((*header).to_owned(), told?))).collect();
        (row.name.trim().to_owned(), told)
    };
    rows.iter().map(of).collect()
}

fn read(bytes: &[u8]) -> Accounts {
    let (text, malformed) = decode(bytes, detect(bytes, true).0);
    assert_eq!(malformed, 0);
    let mapping = look_with(&text, &answers(&text)).mapping;
    let (accounts, tallied) = rehearse_accounts(&text, &mapping, 2).unwrap();
    let is_said = |issue: &plimsoll_intake::IssueGroup| issue.severity != plimsoll_intake::Severity::Note;
    assert!(!tallied.issues.iter().any(is_said), "{:?}", tallied.issues);
    accounts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn accounts_read_as_they_were_meant_however_they_are_written(rows in accounts(), style in style(7)) {
        prop_assert_eq!(known(&read(&write(&table(&rows, &style), &style))), meant(&rows));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (rows, shuffled) in accounts().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let style = plain(7);
        let of = |rows: &[Account]| known(&read(&write(&table(rows, &style), &style)));
        prop_assert_eq!(of(&rows), of(&shuffled));
    }

    #[test]
    fn a_file_reads_alike_in_pieces(rows in accounts(), style in style(7), size in 1_usize..50) {
        let bytes = write(&table(&rows, &style), &style);
        let (text, _) = decode(&bytes, detect(&bytes, true).0);
        let mapping = look_with(&text, &answers(&text)).mapping;
        let mut records = AccountRecords::new(&mapping, 2).unwrap();
        let (mut decoder, mut cutter) = (Decoder::new(detect(&bytes, true).0), Cutter::new(mapping.delimiter));
        let mut text = String::new();
        for piece in bytes.chunks(size) {
            decoder.push(piece, &mut text);
            cutter.push(&std::mem::take(&mut text));
            for row in cutter.by_ref().filter(|row| row.line > mapping.header_line) {
                records.push(&row).unwrap();
            }
        }
        cutter.finish();
        for row in cutter.filter(|row| row.line > mapping.header_line) {
            records.push(&row).unwrap();
        }
        prop_assert_eq!(records.finish().0, read(&bytes));
    }

    #[test]
    fn of_rows_of_one_account_one_counts_or_none(rows in accounts(), which in 0..3_usize) {
        let style = plain(7);
        let mut twice = table(&rows, &style);
        let mut second = twice[1].clone();
        second[1] = "12.5".into();
        twice.push(second);
        let text = String::from_utf8(write(&twice, &style)).unwrap();
        let mut choices = answers(&text);
        choices.retain(|choice| !matches!(choice, Choice::Duplicates(_)));
        choices.push(Choice::Duplicates(Duplicates::ALL[which]));
        let (accounts, tallied) = rehearse_accounts(&text, &look_with(&text, &choices).mapping, 2).unwrap();
        let health = known(&accounts).get("Anchor").and_then(|of| of.get("Health score").cloned());
        prop_assert_eq!(health.as_deref(), [Some("81.5"), Some("12.5"), None][which]);
        let count = u64::try_from(rows.len()).unwrap();
        prop_assert_eq!((tallied.rows, tallied.counted), (count + 1, if which == 2 { count - 1 } else { count }));
    }

    #[test]
    fn every_column_can_be_read_as_anything(rows in accounts(), place in 0..7_usize, role in prop::sample::select(Role::ALL)) {
        let text = String::from_utf8(write(&table(&rows, &plain(7)), &plain(7))).unwrap();
        let mut choices = answers(&text);
        choices.push(Choice::Role(place, role));
        let mapping = look_with(&text, &choices).mapping;
        if let Ok((accounts, tallied)) = rehearse_accounts(&text, &mapping, 2) {
            prop_assert!(accounts.rows() <= rows.len() && tallied.rows == u64::try_from(rows.len()).unwrap());
            prop_assert_eq!(Accounts::from_bytes(&accounts.to_bytes()), Ok(accounts));
        }
    }
}
