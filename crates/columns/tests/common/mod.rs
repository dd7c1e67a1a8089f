//! Random ledgers, ways to write them, and the plainest way to add them up.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests: one that cannot go on should stop, and not every test uses every part"
)]

use plimsoll_columns::{Ledger, LedgerBuilder, LongLayout, LongReader, Month, MonthSums, SumOptions, Sums};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A row as it is meant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) month: i32,
    pub(crate) cents: i64,
    pub(crate) segment: &'static str,
}

/// 2019-11, so that months cross a year soon.
pub(crate) const FIRST: i32 = 2019 * 12 + 10;

pub(crate) fn month(place: i32) -> Month {
    Month(FIRST + place)
}

/// Ledgers in which customers stay, grow, pause and leave. The segment follows from the name, as rows of one customer
/// agree on it in any order.
pub(crate) fn rows() -> impl Strategy<Value = Vec<Row>> {
    let cents = prop_oneof![
        1 => Just(0),
        12 => 1..=90_000_i64,
        2 => -5_000..0_i64,
        1 => Just(8_388_608),
        1 => 1_000_000..=4_000_000_000_000_i64,
    ];
    let name = prop_oneof![
        6 => (0..12_u8).prop_map(|n| format!("cus_{n}")),
        1 => (0..4_u8).prop_map(|n| format!("a customer with a long name {n}")),
        1 => (0..4_u8).prop_map(|n| format!("Müller & Søn {n}é")),
        1 => (0..3_u8).prop_map(|n| format!("say \"{n}\", please")),
    ];
    let row = (name, 0..30_i32, cents).prop_map(|(name, month, cents)| {
        let segments = ["SMB", "Public, EDU", "Mid \"market\"", ""];
        let segment = segments[name.bytes().map(usize::from).sum::<usize>() % segments.len()];
        Row { name, month, cents, segment }
    });
    prop::collection::vec(row, 0..160)
}

/// The ledger, row by row.
pub(crate) fn ledger(rows: &[Row]) -> Ledger {
    let mut builder = LedgerBuilder::new(1);
    for row in rows {
        builder.add(row.name.as_bytes(), month(row.month), row.cents, &[row.segment.as_bytes()]).unwrap();
    }
    builder.finish()
}

/// What does not depend on the order in which customers appeared.
#[derive(Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) first: Option<Month>,
    pub(crate) holes: Vec<usize>,
    pub(crate) customers: BTreeMap<Vec<u8>, (Vec<u8>, Vec<i64>)>,
    pub(crate) total: Vec<MonthSums>,
    pub(crate) groups: BTreeMap<Vec<u8>, Vec<MonthSums>>,
}

pub(crate) fn answer(ledger: &Ledger, win_back: u32) -> Answer {
    let Sums { total, groups } = ledger.sums(&SumOptions { by: Some(0), win_back }).unwrap();
    let customer = |number| {
        let amounts = (0..ledger.month_count()).map(|month| ledger.amount(number, month)).collect();
        let segment = ledger.values(0)[ledger.value_of(0, number)].clone();
        (ledger.customer(number).to_vec(), (segment, amounts))
    };
    Answer {
        first: ledger.first_month(),
        holes: ledger.holes(),
        customers: (0..ledger.customer_count()).map(customer).collect(),
        total,
        groups: ledger.values(0).iter().cloned().zip(groups).collect(),
    }
}

/// How a table is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    pub(crate) delimiter: char,
    pub(crate) quote_all: bool,
    pub(crate) line_end: &'static str,
    pub(crate) days: bool,
    pub(crate) bom: bool,
    pub(crate) last_line_end: bool,
    pub(crate) order: [usize; 5],
}

pub(crate) const PLAIN: Style = Style {
    delimiter: ',',
    quote_all: false,
    line_end: "\n",
    days: false,
    bom: false,
    last_line_end: true,
    order: [0, 1, 2, 3, 4],
};

pub(crate) fn style() -> impl Strategy<Value = Style> {
    let delimiter = prop::sample::select(vec![',', ';', '\t', '|']);
    let line_end = prop::sample::select(vec!["\n", "\r\n"]);
    let order = Just([0, 1, 2, 3, 4]).prop_shuffle();
    (delimiter, any::<[bool; 4]>(), line_end, order).prop_map(
        |(delimiter, [quote_all, days, bom, last_line_end], line_end, order)| Style {
            delimiter,
            quote_all,
            line_end,
            days,
            bom,
            last_line_end,
            order,
        },
    )
}

/// The table as text: name, month, amount, segment, and a column that nobody asks for.
pub(crate) fn write(rows: &[Row], style: Style) -> String {
    let money = |cents: i64| {
        let sign = if cents < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
    };
    let body = rows.iter().map(|row| {
        let month = month(row.month).to_string() + if style.days { "-28" } else { "" };
        [row.name.clone(), month, money(row.cents), row.segment.to_owned(), "n/a".to_owned()]
    });
    let head = ["id", "month", "mrr", "segment", "note"].map(str::to_owned);
    let mut text = String::from(if style.bom { "\u{feff}" } else { "" });
    for cells in std::iter::once(head).chain(body) {
        let cells: Vec<String> = style.order.iter().map(|place| cell(&cells[*place], style)).collect();
        text += &cells.join(&style.delimiter.to_string());
        text += style.line_end;
    }
    if !style.last_line_end {
        text.truncate(text.len() - style.line_end.len());
    }
    text
}

fn cell(text: &str, style: Style) -> String {
    if style.quote_all || text.contains(['"', '\n', style.delimiter]) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

pub(crate) fn layout(style: Style) -> LongLayout {
    let place = |column: usize| style.order.iter().position(|at| *at == column).unwrap();
    LongLayout {
        delimiter: style.delimiter as u8,
        columns: 5,
        customer: place(0),
        month: place(1),
        amount: place(2),
        attributes: vec![place(3)],
        decimals: 2,
        skip_rows: 1,
    }
}

/// What the reader found odd: line and record.
pub(crate) type Odd = Vec<(u64, Vec<u8>)>;

/// Reads a table in pieces of the given sizes, which repeat.
pub(crate) fn read(text: &[u8], layout: LongLayout, sizes: &[usize]) -> (Ledger, u64, Odd) {
    let mut odd = Odd::new();
    let mut note = |line: u64, raw: &[u8], _: &mut LedgerBuilder| odd.push((line, raw.to_vec()));
    let mut reader = LongReader::new(layout);
    let (mut rest, mut sizes) = (text, sizes.iter().cycle());
    while !rest.is_empty() {
        let (piece, after) = rest.split_at((*sizes.next().unwrap()).clamp(1, rest.len()));
        reader.push(piece, &mut note);
        rest = after;
    }
    let rows = reader.rows();
    let builder = reader.finish(&mut note);
    (builder.finish(), rows, odd)
}

/// The sums as anybody would make them: one customer after another, every number from its definition.
pub(crate) fn naive(rows: &[Row], win_back: i32) -> Answer {
    let mut paid: BTreeMap<&str, BTreeMap<i32, i64>> = BTreeMap::new();
    let mut segments = BTreeMap::new();
    for row in rows {
        *paid.entry(&row.name).or_default().entry(row.month).or_default() += row.cents;
        segments.entry(row.name.as_str()).or_insert(row.segment);
    }
    let with_rows: BTreeSet<i32> = rows.iter().map(|row| row.month).collect();
    let (first, last) = (with_rows.first().copied(), with_rows.last().copied());
    let (from, count) = first.zip(last).map_or((0, 0), |(from, to)| (from, (to - from + 1) as usize));
    let mut answer = Answer {
        first: first.map(month),
        holes: (0..count).filter(|place| !with_rows.contains(&(from + *place as i32))).collect(),
        customers: BTreeMap::new(),
        total: vec![MonthSums::default(); count],
        groups: segments
            .values()
            .map(|s| (s.as_bytes().to_vec(), vec![MonthSums::default(); count]))
            .collect(),
    };
    for (name, months) in &paid {
        let segment = segments[name].as_bytes().to_vec();
        let raw: Vec<i64> =
            (0..count).map(|place| months.get(&(from + place as i32)).copied().unwrap_or(0)).collect();
        let line = effective(&raw, &answer.holes, win_back);
        answer.customers.insert(name.as_bytes().to_vec(), (segment.clone(), raw));
        for place in 0..count {
            let sums = one(&line, place);
            add(&mut answer.total[place], &sums);
            add(&mut answer.groups.get_mut(&segment).unwrap()[place], &sums);
        }
    }
    answer
}

/// What counts: nothing below zero, holes as the month before, pauses within the window as if there was none.
fn effective(raw: &[i64], holes: &[usize], win_back: i32) -> Vec<i64> {
    let mut line: Vec<i64> = raw.iter().map(|cents| (*cents).max(0)).collect();
    for hole in holes {
        line[*hole] = line[hole - 1];
    }
    let paying: Vec<usize> = (0..line.len()).filter(|place| line[*place] > 0).collect();
    for pair in paying.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        if after - before - 1 <= win_back as usize {
            let amount = line[before];
            line[before + 1..after].fill(amount);
        }
    }
    line
}

/// One customer's part in one month.
fn one(line: &[i64], place: usize) -> MonthSums {
    let now = line[place];
    let before = if place == 0 { now } else { line[place - 1] };
    let known = line[..place].iter().any(|paid| *paid > 0);
    let mut sums = MonthSums { start: before, end: now, ..MonthSums::default() };
    sums.start_logos = i64::from(before > 0);
    sums.end_logos = i64::from(now > 0);
    match (before > 0, now > 0) {
        (false, true) if known => (sums.reactivation, sums.reactivation_logos) = (now, 1),
        (false, true) => (sums.new, sums.new_logos) = (now, 1),
        (true, false) => (sums.churn, sums.churn_logos) = (before, 1),
        _ if now > before => sums.expansion = now - before,
        _ => sums.contraction = before - now,
    }
    if place >= 12 && line[place - 12] > 0 {
        let then = line[place - 12];
        (sums.base_12, sums.now_12, sums.kept_12) = (then, now, now.min(then));
        (sums.base_logos_12, sums.lost_logos_12) = (1, i64::from(now == 0));
    }
    sums
}

fn add(to: &mut MonthSums, part: &MonthSums) {
    let MonthSums {
        start,
        new,
        expansion,
        contraction,
        churn,
        reactivation,
        end,
        start_logos,
        new_logos,
        churn_logos,
        reactivation_logos,
        end_logos,
        base_12,
        now_12,
        kept_12,
        base_logos_12,
        lost_logos_12,
    } = part;
    to.start += start;
    to.new += new;
    to.expansion += expansion;
    to.contraction += contraction;
    to.churn += churn;
    to.reactivation += reactivation;
    to.end += end;
    to.start_logos += start_logos;
    to.new_logos += new_logos;
    to.churn_logos += churn_logos;
    to.reactivation_logos += reactivation_logos;
    to.end_logos += end_logos;
    to.base_12 += base_12;
    to.now_12 += now_12;
    to.kept_12 += kept_12;
    to.base_logos_12 += base_logos_12;
    to.lost_logos_12 += lost_logos_12;
}
