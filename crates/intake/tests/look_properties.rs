//! What must not matter to the reading of a table of any shape, and what no text may do to it, on random input.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod common;

use common::{Style, answers, money, plain, style, write};
use plimsoll_intake::{
    AccountRecords, Cutter, Decoder, Entry, Mapping, Month, Records, Rehearsal, Shape, check, decode, detect,
    header_key, look, look_with, rehearse, rehearse_accounts,
};
use proptest::prelude::*;

/// What a customer pays in a month, in cents.
#[derive(Debug, Clone)]
struct Paid {
    customer: String,
    month: i32,
    cents: i64,
    plan: &'static str,
}

fn paid() -> impl Strategy<Value = Vec<Paid>> {
    let plan = prop::sample::select(vec!["", "Pro", "Basic, old", "Größe \"L\""]);
    let row = ("C[a-c ,;\"é]{0,5}[a-e]", 0..18_i32, 0_i64..5_000_000, plan)
        .prop_map(|(customer, month, cents, plan)| Paid { customer, month, cents, plan });
    // One amount with a fraction settles units and decimal mark, as real files do.
    let first = Just(Paid { customer: "Anchor".into(), month: 3, cents: 123_450, plan: "Pro" });
    (first, prop::collection::vec(row, 0..12)).prop_map(|(first, mut rows)| {
        rows.insert(0, first);
        rows
    })
}

fn month(number: i32) -> Month {
    Month::from_year_month(2024, 1).unwrap().plus(number)
}

fn long(rows: &[Paid], style: &Style) -> Vec<Vec<String>> {
    let head = ["Customer", "Month", "MRR", "Plan"].map(str::to_owned).to_vec();
    let body = rows.iter().map(|row| {
        vec![row.customer.clone(), month(row.month).to_string(), money(row.cents, style), row.plan.to_owned()]
    });
    std::iter::once(head).chain(body).collect()
}

fn wide(rows: &[Paid], style: &Style) -> Vec<Vec<String>> {
    let months = (0..18).map(|number| month(number).to_string());
    let head = ["Customer".to_owned(), "MRR note".into()].into_iter().chain(months).collect();
    let body = rows.iter().map(|row| {
        let mut cells = vec![String::new(); 20];
        cells[0] = row.customer.clone();
        cells[usize::try_from(row.month).unwrap() + 2] = money(row.cents, style);
        cells
    });
    std::iter::once(head).chain(body).collect()
}

/// The table of bytes as it is proposed to be read, with every question answered by the likelier or first answer.
fn read(bytes: &[u8]) -> (Mapping, Rehearsal) {
    let (text, malformed) = decode(bytes, detect(bytes, true).0);
    assert_eq!(malformed, 0);
    let choices = answers(&text);
    let mapping = look_with(&text, &choices).mapping;
    let read = rehearse(&text, &mapping, 2, usize::MAX);
    (mapping, read.unwrap())
}

/// What was read, whatever the order.
fn sorted(read: &Rehearsal) -> Vec<(String, Month, i64)> {
    let told = |entry: &Entry| (entry.customer.clone(), entry.month, entry.minor);
    let mut entries: Vec<_> = read.entries.iter().map(told).collect();
    entries.sort();
    entries
}

fn meant(rows: &[Paid]) -> Vec<(String, Month, i64)> {
    let told = |row: &Paid| (row.customer.clone(), month(row.month), row.cents);
    let mut entries: Vec<_> = rows.iter().map(told).collect();
    entries.sort();
    entries
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_long_ledger_reads_as_it_was_meant_however_it_is_written(rows in paid(), style in style(4)) {
        let (mapping, found) = read(&write(&long(&rows, &style), &style));
        prop_assert_eq!(sorted(&found), meant(&rows));
        prop_assert_eq!(mapping.delimiter, style.delimiter);
        let mut plans: Vec<_> = found.entries.iter().map(|entry| entry.attributes.clone()).collect();
        let mut expected: Vec<_> = rows.iter().map(|row| vec![row.plan.to_owned()]).collect();
        plans.sort();
        expected.sort();
        prop_assert_eq!(plans, expected);
    }

    #[test]
    fn a_table_of_months_reads_as_it_was_meant_however_it_is_written(rows in paid(), style in style(20)) {
        let (_, found) = read(&write(&wide(&rows, &style), &style));
        prop_assert_eq!(sorted(&found), meant(&rows));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (rows, shuffled) in paid().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let style = plain(4);
        let of = |rows: &[Paid]| sorted(&read(&write(&long(rows, &style), &style)).1);
        prop_assert_eq!(of(&rows), of(&shuffled));
    }

    #[test]
    fn a_file_reads_alike_in_pieces(rows in paid(), style in style(4), size in 1_usize..50) {
        let bytes = write(&long(&rows, &style), &style);
        let (mapping, whole) = read(&bytes);
        let mut decoder = Decoder::new(detect(&bytes, true).0);
        let mut cutter = Cutter::new(mapping.delimiter);
        let mut text = String::new();
        for piece in bytes.chunks(size) {
            decoder.push(piece, &mut text);
            cutter.push(&std::mem::take(&mut text));
        }
        cutter.finish();
        let rows: Vec<_> = cutter.filter(|row| row.line > mapping.header_line).collect();
        prop_assert_eq!(u64::try_from(rows.len()).unwrap(), whole.tallied.rows);
        prop_assert!(rows.iter().all(|row| row.fault.is_none()));
    }

    #[test]
    fn a_mapping_is_remembered_for_the_same_headers_in_any_order(rows in paid(), style in style(4)) {
        let mapping = read(&write(&long(&rows, &plain(4)), &plain(4))).0;
        let kept = Mapping::from_text(&mapping.to_text()).unwrap();
        prop_assert_eq!(&kept, &mapping);
        let bytes = write(&long(&rows, &style), &style);
        let text = decode(&bytes, detect(&bytes, true).0).0;
        let other = look(&text).mapping;
        let headers = |mapping: &Mapping| mapping.columns.iter().map(|column| column.header.clone()).collect::<Vec<_>>();
        prop_assert_eq!(header_key(&headers(&kept)), header_key(&headers(&other)));
        let fitted = kept.fitted_to(&other).unwrap();
        let again = look_with(&text, &fitted.choices()).mapping;
        let roles = |mapping: &Mapping| mapping.columns.iter().map(|column| column.role).collect::<Vec<_>>();
        prop_assert_eq!(roles(&again), roles(&other));
    }

    #[test]
    fn any_bytes_are_looked_at_and_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        any_text(&decode(&bytes, detect(&bytes, true).0).0);
    }

    #[test]
    fn any_text_is_looked_at_and_read(text in "(?s).{0,200}", mapping in "[a-z0-9 \n-]{0,80}") {
        any_text(&text);
        let _ = Mapping::from_text(&format!("plimsoll-mapping 1\n{mapping}"));
    }

    #[test]
    fn any_cells_under_known_headers_are_read(
        headers in prop::collection::vec(prop::sample::select(HEADERS.to_vec()), 2..9),
        cells in prop::collection::vec(prop_oneof![
            "[-+0-9.,/: '\"€$%kAcmeT()\u{a0}\u{202e}]{0,8}",
            prop::sample::select(CELLS.to_vec()).prop_map(str::to_owned),
        ], 0..90),
        delimiter in prop::sample::select(vec![",", ";", "\t"]),
    ) {
        let lines: Vec<String> = cells.chunks(headers.len()).map(|line| line.join(delimiter)).collect();
        any_text(&format!("{}\n{}\n", headers.join(delimiter), lines.join("\n")));
    }
}

/// Headers of every role, and cells that suit them.
const HEADERS: [&str; 36] = [
    "Customer",
    "Customer ID",
    "Month",
    "Date",
    "MRR",
    "ARR",
    "Amount",
    "2025-01",
    "2025-02",
    "01/03/2025",
    "MRR at start",
    "MRR at end",
    "Start date",
    "End date",
    "Ended at",
    "Billing interval",
    "Interval count",
    "Quantity",
    "Status",
    "Type",
    "MRR movement",
    "MRR after",
    "Currency",
    "Trial end",
    "Health score %",
    "Snapshot date",
    "NPS",
    "CSAT",
    "Last contact",
    "Churned",
    "Active",
    "Seats",
    "Seats used",
    "Renewal date",
    "Colour",
    "Plan",
];
const CELLS: [&str; 25] = [
    "Acme",
    "2025-01",
    "2025-01-31",
    "03/04/2025",
    "31/01/2025",
    "9999-12-31",
    "0001-01-01",
    "1.000",
    "1,5",
    "-5",
    "100",
    "99999999999999999999999999",
    "year",
    "month",
    "churn",
    "new",
    "EUR",
    "USD",
    "true",
    "Total",
    "85%",
    "0.5",
    "4/5",
    "★★★☆☆",
    "n/a",
];

/// Nothing here may stop, whatever the text: looking, answering, remembering, reading. What is said about rows adds up.
fn any_text(text: &str) {
    let choices = answers(text);
    let mapping = look_with(text, &choices).mapping;
    assert_eq!(Mapping::from_text(&mapping.to_text()).as_ref(), Some(&mapping));
    let problems = check(&mapping);
    let tallied = if mapping.shape == Some(Shape::Accounts) {
        assert!(Records::new(&mapping, 2).is_err());
        rehearse_accounts(text, &mapping, 2).map(|(_, tallied)| tallied)
    } else {
        assert!(AccountRecords::new(&mapping, 2).is_err());
        rehearse(text, &mapping, 2, usize::MAX).map(|read| read.tallied)
    };
    match tallied {
        Err(found) => assert_eq!(found, problems),
        Ok(tallied) => {
            assert!(problems.is_empty() && tallied.counted <= tallied.rows);
            let lines = u32::try_from(text.split(['\n', '\r']).count()).unwrap();
            let mut places = tallied.issues.iter().flat_map(|group| &group.first);
            assert!(places.all(|issue| issue.row.is_some_and(|row| (1..=lines).contains(&row))));
        }
    }
}
