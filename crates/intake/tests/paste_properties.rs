//! What must not matter to the reading of a paste, on random tables.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on should stop"
)]

use plimsoll_intake::{Customers, DecimalMark, Movements, movements, read_customers};
use proptest::prelude::*;

/// A row as it is meant: name, amounts in cents, segment.
#[derive(Debug, Clone)]
struct Row {
    name: String,
    start: u64,
    end: u64,
    segment: &'static str,
}

/// How a table is written.
#[derive(Debug, Clone, Copy)]
struct Style {
    delimiter: char,
    decimal: char,
    quote_all: bool,
    order: [usize; 4],
}

const PLAIN: Style = Style { delimiter: ',', decimal: '.', quote_all: false, order: [0, 1, 2, 3] };

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let amount = prop_oneof![Just(0), 1..10_000_000_u64];
    let segment = prop::sample::select(vec!["", "SMB", "Mid-market", "Enterprise, global"]);
    let row = ("C[a-c ,;\"\n]{0,6}[a-e]", amount.clone(), amount, segment)
        .prop_map(|(name, start, end, segment)| Row { name, start, end, segment });
    prop::collection::vec(row, 1..10)
}

fn style() -> impl Strategy<Value = Style> {
    let delimiter = prop::sample::select(vec![',', ';', '\t', '|']);
    let order = Just([0, 1, 2, 3]).prop_shuffle();
    (delimiter, prop::sample::select(vec!['.', ',']), any::<bool>(), order)
        .prop_map(|(delimiter, decimal, quote_all, order)| Style { delimiter, decimal, quote_all, order })
}

fn write(rows: &[Row], style: Style) -> String {
    let money = |cents: u64| format!("{}{}{:02}", cents / 100, style.decimal, cents % 100);
    let head = ["Customer", "MRR at start", "MRR at end", "Segment"].map(str::to_owned);
    let body =
        rows.iter().map(|row| [row.name.clone(), money(row.start), money(row.end), row.segment.into()]);
    std::iter::once(head).chain(body).map(|cells| line(&cells, style)).collect()
}

fn line(cells: &[String; 4], style: Style) -> String {
    let special = |c| c == '"' || c == '\n' || c == style.delimiter;
    let cells: Vec<String> = style
        .order
        .iter()
        .map(|&place| {
            let cell = cells.get(place).unwrap();
            let quoted = style.quote_all || cell.contains(special);
            if quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
        })
        .collect();
    cells.join(&style.delimiter.to_string()) + "\n"
}

fn read(text: &str) -> Customers {
    read_customers(text, None)
}

fn totals(read: &Customers) -> Movements {
    movements(&read.customers, None).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_text_is_read(text in "(?s).{0,200}", mark in prop::option::of(prop_oneof![Just(DecimalMark::Point), Just(DecimalMark::Comma)])) {
        let read = read_customers(&text, mark);
        prop_assert!(!read.is_blocked() || read.customers.is_empty());
        let _ = movements(&read.customers, None);
    }

    #[test]
    fn any_cells_are_read(
        cells in prop::collection::vec("[-+0-9.,;|' \"\t\r\n€$%kACmSet()<>\u{a0}\u{202e}]{0,6}", 0..60),
        delimiter in prop::sample::select(vec![",", ";", "\t", "|"]),
    ) {
        let lines: Vec<String> = cells.chunks(4).map(|line| line.join(delimiter)).collect();
        let text = format!("Customer{delimiter}Start{delimiter}End{delimiter}Tier\n{}", lines.join("\n"));
        let read = read(&text);
        prop_assert!(!read.is_blocked() || read.customers.is_empty());
        let sums = movements(&read.customers, None);
        prop_assert!(sums.is_ok_and(|sums| sums.kept <= sums.start));
        let lines = u32::try_from(text.lines().count() + text.matches('\r').count()).unwrap();
        prop_assert!(read.issues.iter().filter_map(|issue| issue.row).all(|row| (1..=lines).contains(&row)));
    }

    #[test]
    fn a_table_reads_as_it_was_meant(rows in rows(), style in style()) {
        let read = read(&write(&rows, style));
        let cents: u64 = rows.iter().map(|row| row.start).sum();
        prop_assert_eq!(totals(&read).start, rust_decimal::Decimal::new(i64::try_from(cents).unwrap(), 2));
        prop_assert_eq!(read.delimiter, style.delimiter);
        let names: std::collections::BTreeSet<&str> = rows.iter().map(|row| row.name.trim()).collect();
        prop_assert_eq!(read.customers.len(), names.len());
    }

    #[test]
    fn line_ends_and_byte_order_marks_do_not_matter(rows in rows(), style in style()) {
        let text = write(&rows, style);
        let expected = read(&text);
        for ending in ["\r\n", "\r"] {
            prop_assert_eq!(&read(&text.replace('\n', ending)), &expected);
        }
        prop_assert_eq!(&read(&format!("\u{feff}{text}")), &expected);
        prop_assert_eq!(&read(text.trim_end_matches('\n')), &expected);
    }

    #[test]
    fn quotes_column_order_and_delimiter_do_not_matter(rows in rows(), style in style()) {
        let plain = read(&write(&rows, PLAIN));
        let styled = read(&write(&rows, style));
        prop_assert_eq!(&styled.customers, &plain.customers);
        prop_assert_eq!(&styled.issues, &plain.issues);
        prop_assert_eq!((styled.segments, styled.columns), (plain.segments, plain.columns));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (rows, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        prop_assert_eq!(totals(&read(&write(&rows, PLAIN))), totals(&read(&write(&shuffled, PLAIN))));
    }

    #[test]
    fn a_row_split_in_two_counts_as_one(
        rows in rows(), which: prop::sample::Index, part in (0_u64..=100, 0_u64..=100),
    ) {
        let mut split = rows.clone();
        let first = split.get_mut(which.index(rows.len())).unwrap();
        let mut second = first.clone();
        (second.start, second.end) = (first.start * part.0 / 100, first.end * part.1 / 100);
        (first.start, first.end) = (first.start - second.start, first.end - second.end);
        split.push(second);
        prop_assert_eq!(totals(&read(&write(&rows, PLAIN))), totals(&read(&write(&split, PLAIN))));
    }
}
