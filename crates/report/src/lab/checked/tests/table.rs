//! Made-up accounts.

use plimsoll_columns::accounts::{AccountsBuilder, Cell, Heading, Kind, Moment, Part};

/// What a made-up table holds.
#[derive(Clone, Copy)]
pub(super) struct Table {
    /// Of so many accounts.
    pub(super) accounts: i64,
    /// At these days; nothing for one unknown moment.
    pub(super) days: &'static [i32],
    /// Of a hundred, so many leave.
    pub(super) leave: i64,
    /// So many days after the first moment, by turns.
    pub(super) after: &'static [i32],
    /// Whether a column says who has left.
    pub(super) has_flag: bool,
    /// Whether a column says when.
    pub(super) has_day: bool,
    /// Whether rows end with an account's leaving.
    pub(super) ends: bool,
}

/// Two moments, half a year apart: a fifth leaves halfway between them.
pub(super) const TWO: Table = Table {
    accounts: 600,
    days: &[100, 280],
    leave: 20,
    after: &[90],
    has_flag: true,
    has_day: true,
    ends: false,
};

/// Usage tells who leaves, by more than chance and not every time; support is any number, and the plan is the same for all.
pub(super) fn bytes(table: Table) -> Vec<u8> {
    let column = |header: &str, part, kind| {
        (Heading { header: header.into(), part, sign: String::new(), percent: false }, kind)
    };
    let number = Kind::Number { places: 0 };
    let mut columns = vec![
        column("Usage", Part::Indicator, number),
        column("Support", Part::Indicator, number),
        column("Plan", Part::Indicator, number),
        column("ARR", Part::Revenue, Kind::Number { places: 2 }),
        column("Segment", Part::Segment, Kind::Text),
    ];
    columns.extend(table.has_flag.then(|| column("Churned", Part::Churned, number)));
    columns.extend(table.has_day.then(|| column("Left on", Part::ChurnDay, Kind::Day)));
    let mut builder = AccountsBuilder::new(columns).unwrap();
    let moments: Vec<Option<i32>> =
        if table.days.is_empty() { vec![None] } else { table.days.iter().copied().map(Some).collect() };
    for account in 0..table.accounts {
        let leaves = account * 37 % 100 < table.leave;
        let after = table.after.iter().cycle().nth(usize::try_from(account % 7).unwrap()).unwrap();
        let day = table.days.first().unwrap_or(&50) + after;
        for moment in &moments {
            let has_left = leaves && moment.is_none_or(|moment| moment >= day);
            if has_left && table.ends {
                continue;
            }
            let usage = if leaves { account * 13 % 60 } else { 35 + account * 11 % 65 };
            let cell = |value| Cell::Number { value, places: 0 };
            let mut cells = vec![
                cell(usage),
                cell(account * 29 % 100),
                cell(50),
                Cell::Number { value: 120_000 + account, places: 2 },
            ];
            cells.push(Cell::Text(if account % 2 == 0 { b"SMB" } else { b"Enterprise" }));
            cells.extend(table.has_flag.then(|| cell(has_left.into())));
            cells.extend(table.has_day.then_some(if has_left { Cell::Day(day) } else { Cell::Missing }));
            let at = moment.map_or(Moment::Source(0), Moment::Day);
            builder.add(account.to_string().as_bytes(), at, 2, &cells).unwrap();
        }
    }
    builder.finish().to_bytes()
}
