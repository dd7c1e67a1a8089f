//! Accounts in columns: what is put in comes out, and bytes are either accounts or refused.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

use plimsoll_columns::Refusal;
use plimsoll_columns::accounts::{
    Accounts, AccountsBuilder, Added, Cell, Heading, Kind, Malformed, Moment, NO_DAY, NO_NUMBER, NO_ROW,
    NO_TEXT, Part, Snapshot, Values,
};
use proptest::prelude::*;

fn heading(header: &str, part: Part) -> Heading {
    Heading { header: header.into(), part, sign: "sign".into(), percent: false }
}

fn builder() -> AccountsBuilder {
    AccountsBuilder::new(vec![
        (heading("Health", Part::Indicator), Kind::Number { places: 0 }),
        (heading("Renewal", Part::Renewal), Kind::Day),
        (heading("Owner", Part::Owner), Kind::Text),
        (heading("ARR", Part::Revenue), Kind::Number { places: 2 }),
    ])
    .unwrap()
}

fn number(value: i64, places: u8) -> Cell<'static> {
    Cell::number(value, places).unwrap()
}

const NOW: Moment = Moment::Source(0);

#[test]
fn cells_come_out_as_they_were_put_in_and_numbers_gain_decimals() {
    let mut builder = builder();
    let ada = Cell::Text(b" Ada ");
    builder.add(b" Acme ", NOW, 2, &[number(82, 0), Cell::Day(-3), ada, number(120_000, 2)]).unwrap();
    builder.add(b"Bolt", NOW, 3, &[number(355, 1), Cell::Missing, Cell::Text(b" ")]).unwrap();
    builder.add(b"Cog", NOW, 4, &[ada, number(1, 0), ada, number(1, 3)]).unwrap();
    let accounts = builder.finish();
    assert_eq!(accounts.ids().iter().collect::<Vec<_>>(), [b"Acme", &b"Bolt"[..], b"Cog"]);
    assert_eq!(accounts.lines(), [2, 3, 4]);
    let health = &accounts.columns()[0].values;
    assert_eq!(*health, Values::Number { values: vec![820, 355, NO_NUMBER], places: 1 });
    assert_eq!((health.len(), health.missing()), (3, 1));
    assert_eq!(accounts.days(Part::Renewal), Some(&[-3, NO_DAY, NO_DAY][..]));
    let (owner, names) = accounts.texts(Part::Owner).unwrap();
    assert_eq!((owner, names.get(0), names.len()), (&[0, NO_TEXT, 0][..], Some(&b"Ada"[..]), 1));
    // What is paid has the currency's decimals and no more.
    assert_eq!(accounts.numbers(Part::Revenue), Some((&[120_000, NO_NUMBER, NO_NUMBER][..], 2)));
    assert_eq!(accounts.numbers(Part::Seats), None);
}

#[test]
fn an_account_has_one_row_at_a_moment() {
    let mut builder = builder();
    let days = [Moment::Day(200), Moment::Day(100)];
    for (line, moment) in (2..).zip(days) {
        assert_eq!(builder.add(b"Acme", moment, line, &[]), Ok(Added::Row(line - 2)));
        assert_eq!(builder.add(b"Acme", moment, 9, &[]), Ok(Added::Again(line - 2)));
    }
    builder.add(b"Bolt", days[0], 5, &[number(7, 0)]).unwrap();
    builder.replace(1, 6, &[number(8, 0)]).unwrap();
    assert_eq!((builder.line_of(1), builder.line_of(3)), (Some(6), None));
    let accounts = builder.finish();
    assert_eq!(accounts.snapshots(), [Snapshot { day: 100, rows: 1 }, Snapshot { day: 200, rows: 2 }]);
    assert_eq!((accounts.snapshot_of(), accounts.account_of()), (&[1, 0, 1][..], &[0, 0, 1][..]));
    assert_eq!(accounts.rows_in(1), [0, 2]);
    assert_eq!(accounts.pairs(0, 1), [(1, 0)]);
    assert_eq!(accounts.pairs(1, 0), [(0, 1), (2, NO_ROW)]);
    assert_eq!(accounts.columns()[0].values, Values::Number { values: vec![NO_NUMBER, 8, 7], places: 0 });
}

#[test]
fn sources_that_share_no_account_are_parts_of_one() {
    let read = |second: &[u8]| {
        let mut builder = builder();
        builder.add(b"Acme", Moment::Source(0), 2, &[]).unwrap();
        builder.add(second, Moment::Source(1), 2, &[]).unwrap();
        builder.finish().snapshots().len()
    };
    assert_eq!((read(b"Bolt"), read(b"Acme")), (1, 2));
}

#[test]
fn rows_that_are_left_out_leave_nothing_behind() {
    let mut builder = builder();
    for (line, name) in (2..).zip(["Acme", "Bolt", "Cog"]) {
        builder.add(name.as_bytes(), NOW, line, &[number(i64::from(line), 0)]).unwrap();
    }
    builder.leave_out(1);
    builder.leave_out(1);
    builder.leave_out(7);
    assert_eq!(builder.add(b"Bolt", NOW, 5, &[]), Ok(Added::Again(1)));
    let accounts = builder.finish();
    assert_eq!(accounts.ids().iter().collect::<Vec<_>>(), [b"Acme", &b"Cog"[..]]);
    assert_eq!((accounts.account_of(), accounts.lines()), (&[0, 1][..], &[2, 4][..]));
    assert_eq!(accounts.columns()[0].values, Values::Number { values: vec![2, 4], places: 0 });
    assert_eq!(accounts.snapshots(), [Snapshot { day: NO_DAY, rows: 2 }]);
}

#[test]
fn what_cannot_be_held_is_refused_and_the_rest_stays() {
    let many = vec![(heading("x", Part::Indicator), Kind::Day); 1_025];
    assert_eq!(AccountsBuilder::new(many).err(), Some(Refusal::TooManyColumns));
    let mut builder = builder();
    let most =
        [Cell::Missing, Cell::Missing, Cell::Missing, Cell::Number { value: i64::MAX / 10_000, places: 2 }];
    let mut added = 0;
    let refusal = (0_u32..20_000).find_map(|line| {
        let added_one = builder.add(line.to_string().as_bytes(), NOW, line, &most);
        added += usize::from(added_one.is_ok());
        added_one.err()
    });
    assert_eq!((refusal, builder.rows()), (Some(Refusal::TooLarge), added));
    let refused = (0..500).find_map(|day| builder.add(b"a", Moment::Day(day), 1, &[]).err());
    assert_eq!(refused, Some(Refusal::TooManySnapshots));
    let accounts = builder.finish();
    assert_eq!(Accounts::from_bytes(&accounts.to_bytes()), Ok(accounts));
}

fn cell(drawn: &Option<(i64, u8, String)>) -> Cell<'_> {
    match drawn {
        None => Cell::Missing,
        Some((value, 9, text)) if text.is_empty() => Cell::Day(i32::try_from(*value).unwrap()),
        Some((_, 9, text)) => Cell::Text(text.as_bytes()),
        Some((value, places, _)) => Cell::number(*value, *places).unwrap_or(Cell::Missing),
    }
}

/// Rows of any cells: id, moment, cells.
fn accounts() -> impl Strategy<Value = Accounts> {
    let drawn = prop_oneof![
        Just(None),
        (any::<i64>(), 0..7_u8).prop_map(|(value, places)| Some((
            value >> (value & 63),
            places,
            String::new()
        ))),
        (any::<i32>(), "[a-c é]{0,20}").prop_map(|(day, text)| Some((day.into(), 9, text))),
    ];
    let row = ("[a-d]{0,2}", 0..3_i32, prop::collection::vec(drawn, 0..6));
    prop::collection::vec(row, 0..20).prop_map(|rows| {
        let mut builder = builder();
        for (line, (id, day, cells)) in (1..).zip(&rows) {
            let cells: Vec<Cell<'_>> = cells.iter().map(cell).collect();
            let moment = if *day == 0 { NOW } else { Moment::Day(*day) };
            let _ = builder.add(id.as_bytes(), moment, line, &cells);
        }
        builder.finish()
    })
}

proptest! {
    #[test]
    fn bytes_carry_all_of_it(accounts in accounts()) {
        prop_assert_eq!(Accounts::from_bytes(&accounts.to_bytes()), Ok(accounts));
    }

    #[test]
    fn bytes_that_were_changed_are_accounts_or_refused(
        accounts in accounts(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = accounts.to_bytes();
        let cut = cut.index(bytes.len());
        prop_assert_eq!(Accounts::from_bytes(&bytes[..cut]), Err(Malformed));
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(read) = Accounts::from_bytes(&bytes) {
            prop_assert_eq!(read.to_bytes(), bytes);
        }
    }

    #[test]
    fn any_bytes_are_accounts_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let marked: Vec<u8> = b"accounts".iter().chain(&bytes).copied().collect();
        for bytes in [bytes, marked] {
            if let Ok(read) = Accounts::from_bytes(&bytes) {
                prop_assert_eq!(read.to_bytes(), bytes);
            }
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing_but_the_order(values in prop::collection::vec((0_i64..1_000, 0..4_u8), 1..20)) {
        let read = |backwards: bool| {
            let mut builder = builder();
            let mut rows: Vec<(usize, &(i64, u8))> = values.iter().enumerate().collect();
            if backwards {
                rows.reverse();
            }
            for (name, (value, places)) in rows {
                builder.add(name.to_string().as_bytes(), NOW, 1, &[number(*value, *places)]).unwrap();
            }
            let accounts = builder.finish();
            let Values::Number { values, places } = accounts.columns()[0].values.clone() else { return (Vec::new(), 0) };
            let name = |row: usize| accounts.ids().get(accounts.account_of()[row] as usize).unwrap().to_vec();
            let mut told: Vec<_> = values.iter().enumerate().map(|(row, value)| (name(row), *value)).collect();
            told.sort();
            (told, places)
        };
        prop_assert_eq!(read(false), read(true));
    }
}
