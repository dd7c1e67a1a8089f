//! The fast reader against rows added one by one, and what must not matter to it.
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests: one that cannot go on should stop"
)]

mod common;

use common::{Odd, PLAIN, answer, layout, ledger, read, rows, style, write};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn however_it_is_written_it_is_read_alike(
        rows in rows(),
        style in style(),
        sizes in prop::collection::vec(1..3_000_usize, 1..4),
    ) {
        // An amount below zero is handed over.
        let rows: Vec<common::Row> = rows.into_iter().map(|row| common::Row { cents: row.cents.abs(), ..row }).collect();
        let (read, count, odd) = read(write(&rows, style).as_bytes(), layout(style), &sizes);
        prop_assert_eq!(odd, Odd::new());
        prop_assert!(count <= rows.len() as u64, "the last row may only be read at the end");
        prop_assert_eq!(answer(&read, 0), answer(&ledger(&rows), 0));
        let names = |ledger: &plimsoll_columns::Ledger| {
            (0..ledger.customer_count()).map(|n| ledger.customer(n).to_vec()).collect::<Vec<_>>()
        };
        prop_assert_eq!(names(&read), names(&ledger(&rows)), "the order of first appearance");
    }

    /// Whatever the bytes are: no piece of them is lost, and where they are cut changes nothing.
    #[test]
    fn where_any_bytes_are_cut_does_not_matter(
        text in "((cus_[0-9]{1,12},20[12][0-9]-0[1-9](-0[1-9])?,[0-9]{1,7}(\\.[0-9]{2})?,\"?[ab]\"?,\r?\n)|[\",\n\ra0-9.-]{0,40}\n?){0,40}",
        size in 1..200_usize,
    ) {
        let whole = read(text.as_bytes(), layout(PLAIN), &[usize::MAX]);
        let cut = read(text.as_bytes(), layout(PLAIN), &[size]);
        prop_assert_eq!(&whole.2, &cut.2);
        prop_assert_eq!(answer(&whole.0, 0), answer(&cut.0, 0));
        let lines: Vec<u64> = whole.2.iter().map(|(line, _)| *line).collect();
        prop_assert!(lines.is_sorted_by(|a, b| a < b), "{:?}", lines);
    }
}

fn odd_of(text: &str) -> (u64, Vec<(u64, String)>) {
    let (_, rows, odd) = read(text.as_bytes(), layout(PLAIN), &[7]);
    (rows, odd.into_iter().map(|(line, raw)| (line, String::from_utf8(raw).unwrap())).collect())
}

#[test]
fn what_is_not_plain_is_handed_over_whole_with_its_line() {
    let text = "id,month,mrr,segment,note\n\
        a,2025-01,1.00,x,\"two\nlines\"\n\
        b,Jan 25,1.00,x,\n\
        \n\
        c,2025-01,\"1,000.00\",x,\r\n\
        d,2025-01,1.00,x\n\
        \"e\"\"\n, q\",2025-01,$1,x,\n\
        ,2025-01,1.00,x,\n\
        f,2025-01,2.00,x,n\n";
    let (_, odd) = odd_of(text);
    let expected = [
        (4, "b,Jan 25,1.00,x,"),
        (6, "c,2025-01,\"1,000.00\",x,"),
        (7, "d,2025-01,1.00,x"),
        (8, "\"e\"\"\n, q\",2025-01,$1,x,"),
        (10, ",2025-01,1.00,x,"),
    ];
    assert_eq!(odd, expected.map(|(line, raw)| (line, raw.to_owned())));
}

#[test]
fn a_quote_that_stands_oddly_anywhere_is_told() {
    let told = |row: &str| {
        let mut reader = plimsoll_columns::LongReader::new(layout(PLAIN));
        reader.push(
            format!("id,month,mrr,segment,note\na,2025-01,1.00,x,n\n{row}\nb,2025-01,1.00,x,n\n").as_bytes(),
            &mut |_, _, _| (),
        );
        reader.finish_noting(&mut |_, _, _| ()).1
    };
    for row in ["c,2025-01,1.00,x,n", "\"c, d\",2025-01,\"1.00\",x,\"two\nlines \"\"so\"\"\"", ",,,,"] {
        assert!(!told(row), "{row}");
    }
    for row in [
        "5\" disk,2025-01,1.00,x,n",
        "\"c\" d,2025-01,1.00,x,n",
        "c,2025-01,1.00,x,\"n\nd,2025-01,1.00,x,o\"p",
        "\"c,2025-01,1.00,x,n",
    ] {
        assert!(told(row), "{row}");
    }
}

#[test]
fn what_the_ledger_refuses_is_handed_over() {
    let mut text = String::from("id,month,mrr,segment,note\na,2025-01,1,x,\na,9999-01,1,x,\n");
    for _ in 0..9_300 {
        text += "a,2025-01,9999999999999.99,x,\n";
    }
    let (_, odd) = odd_of(&text);
    assert_eq!(odd[0], (3, "a,9999-01,1,x,".to_owned()));
    // 2⁶³ − 1 cents hold 9,223 of them.
    assert_eq!(odd.len(), 1 + 9_300 - 9_223);
    assert_eq!(odd[1].0, 3 + 9_223 + 1);
}

#[test]
fn odd_rows_can_be_added_in_their_place() {
    let text = "id,month,mrr,segment,note\nb,Jan,5,late,\na,2025-01,1,x,\nb,2025-01,1,later,\n";
    let mut add = |line: u64, raw: &[u8], builder: &mut plimsoll_columns::LedgerBuilder| {
        assert_eq!((line, raw), (2, b"b,Jan,5,late,".as_slice()));
        let month = plimsoll_columns::Month::from_year_month(2025, 1).unwrap();
        builder.add(b"b", month, 500, &[b"late"]).unwrap();
    };
    let mut reader = plimsoll_columns::LongReader::new(layout(PLAIN));
    reader.push(text.as_bytes(), &mut add);
    assert_eq!(reader.rows(), 3);
    let ledger = reader.finish(&mut add).finish();
    assert_eq!((ledger.customer(0), ledger.amount(0, 0)), (b"b".as_slice(), 600));
    assert_eq!(ledger.values(0)[ledger.value_of(0, 0)], b"late");
}

#[test]
fn a_quote_that_never_closes_takes_only_its_line() {
    let line = "cus_1,2025-01,1.00,x,n\n";
    for after in [1, 10, 20_000] {
        let text =
            format!("id,month,mrr,segment,note\n{line}\"open,2025-01,1.00,x,n\n{}", line.repeat(after));
        let whole = read(text.as_bytes(), layout(PLAIN), &[usize::MAX]);
        assert_eq!(whole.2, [(3, b"\"open,2025-01,1.00,x,n".to_vec())], "{after}");
        assert_eq!(whole.0.amount(0, 0), 100 * (after as i64 + 1));
        for size in [1_000, 65_536, 70_000] {
            let cut = read(text.as_bytes(), layout(PLAIN), &[size]);
            assert_eq!((answer(&cut.0, 0), &cut.2), (answer(&whole.0, 0), &whole.2));
        }
    }
}

#[test]
fn records_of_any_length_up_to_the_limit_are_one() {
    for length in [16_300, 16_384, 40_000, 65_400] {
        let text = format!("h\na,2025-01,1.00,x,\"{}\"\n", "n\n".repeat(length / 2));
        let (ledger, rows, odd) = read(text.as_bytes(), layout(PLAIN), &[1_000]);
        assert_eq!((ledger.amount(0, 0), rows, odd), (100, 1, Odd::new()), "{length}");
    }
}

#[test]
fn columns_months_and_attributes_come_in_any_number() {
    let mut text = String::new();
    for row in 0..5_000 {
        let month = plimsoll_columns::Month(24_000 + (row * 7) % 90);
        text += &format!("{},{month},{},{},{}\n", row % 40, row % 321, row % 977, row % 13);
    }
    let layout = plimsoll_columns::LongLayout {
        delimiter: b',',
        columns: 5,
        customer: 3,
        month: 1,
        amount: 2,
        attributes: vec![4, 0, 2],
        decimals: 0,
        skip_rows: 0,
    };
    let (ledger, _, odd) = read(text.as_bytes(), layout, &[4_096]);
    assert_eq!((ledger.month_count(), ledger.customer_count(), odd.len()), (90, 977, 0));
    assert_eq!((ledger.values(0).len(), ledger.values(1).len()), (13, 40));
    let paid: i64 =
        (0..977).flat_map(|c| (0..90).map(move |m| (c, m))).map(|(c, m)| ledger.amount(c, m)).sum();
    assert_eq!(paid, (0..5_000).map(|row| row % 321).sum::<i64>());
}
