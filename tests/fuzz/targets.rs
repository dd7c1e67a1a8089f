//! What is fuzzed: plain functions of bytes, which return whatever the bytes are. They stop (panic) where something that must
//! hold does not. The seeded loop of `../tests/fuzz.rs` runs them in every test, libFuzzer before a release (`README.md`).

use plimsoll_columns::accounts::Accounts;
use plimsoll_intake::{
    AccountRecords, Choice, Cutter, DateOrder, DayCount, DecimalMark, Mapping, Row, Shape, Tallied,
    look_with, read_date, read_day_count, read_number,
};
use plimsoll_report::view::{IssueGroup, Told as Said};
use plimsoll_report::{English, Reading, worded};

/// A target: its name, which is that of its corpus, and its function.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// Every target.
pub(crate) const ALL: [Target; 5] =
    [("csv", csv), ("accounts", accounts), ("number", number), ("date", date), ("workbook", workbook)];

/// A table: read whatever it is, and read alike by the fast reader and the careful one.
///
/// # Panics
/// Where the two disagree.
pub(crate) fn csv(bytes: &[u8]) {
    let _ = read(bytes, &[]);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // Only the careful reader reads UTF-16. A mark of byte order is of the encoding, not of the text.
    let text = text.trim_start_matches('\u{feff}');
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let fast = read(text.as_bytes(), &[("encoding", "utf-8")]);
    let careful = read(&wide, &[("encoding", "utf-16le")]);
    assert_eq!(fast, careful, "the two readers disagree");
}

/// What became of a table: what is said of it, and each customer's amounts.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    outcome: String,
    issues: Vec<IssueGroup>,
    /// Name, segment and the like, amounts by month.
    customers: Vec<(String, Vec<String>, Vec<i64>)>,
}

fn read(bytes: &[u8], decisions: &[(&str, &str)]) -> Option<Read> {
    let mut reading = Reading::new("USD");
    decisions.iter().for_each(|(setting, value)| reading.decide(setting, value));
    // A pass more for each thing that shows only at the end of one; more than these there are not.
    let ended = (0..4).any(|_| {
        reading.begin(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        reading.source("data.csv");
        reading.push(bytes);
        !reading.end()
    });
    assert!(ended, "passes without end");
    let (outcome, issues) = match worded(&reading.review(), &English) {
        // That two names look alike is said by the careful reader only.
        Said::Review(review) => {
            let is_said = |issue: &IssueGroup| !issue.what.contains("only in capitals or spaces");
            (review.outcome, review.issues.into_iter().filter(is_said).collect())
        }
        Said::Failed(failure) => (failure.what, Vec::new()),
        _ => return None,
    };
    let store = reading.accept();
    let ledger = store.as_ref().map(|store| &store.ledger);
    let customers = ledger.map(|ledger| {
        let line = |customer| {
            let amounts = (0..ledger.month_count()).map(|month| ledger.amount(customer, month)).collect();
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let value = |attribute| {
                ledger.values(attribute).get(ledger.value_of(attribute, customer)).map(|value| text(value))
            };
            (text(ledger.customer(customer)), (0..16).map_while(value).collect(), amounts)
        };
        (0..ledger.customer_count()).map(line).collect()
    });
    Some(Read { outcome, issues, customers: customers.unwrap_or_default() })
}

/// A table of accounts: read whatever it is, alike when every cell is in quotes, and carried as bytes. The same bytes are accounts
/// or refused.
///
/// # Panics
/// Where that does not hold.
pub(crate) fn accounts(bytes: &[u8]) {
    if let Ok(accounts) = Accounts::from_bytes(bytes) {
        assert_eq!(accounts.to_bytes(), bytes, "accounts of bytes are those bytes");
    }
    let text = String::from_utf8_lossy(bytes);
    let mut choices = vec![Choice::Shape(Shape::Accounts)];
    let mapping = loop {
        let seen = look_with(&text, &choices);
        let Some(question) = seen.questions.first() else { break seen.mapping };
        assert!(choices.len() < 20, "questions without end");
        choices.push(question.answers[question.likely.unwrap_or(0)]);
    };
    let rows = cut(&text, mapping.delimiter);
    let Some((accounts, tallied)) = read_accounts(&mapping, &rows) else { return };
    assert!(
        tallied.counted <= tallied.rows
            && Accounts::from_bytes(&accounts.to_bytes()).as_ref() == Ok(&accounts)
    );
    if rows.iter().all(|row| row.fault.is_none()) {
        let again = cut(&quoted(&rows, mapping.delimiter), mapping.delimiter);
        assert_eq!(read_accounts(&mapping, &again), Some((accounts, tallied)), "quotes change nothing");
    }
}

fn cut(text: &str, delimiter: char) -> Vec<Row> {
    let mut cutter = Cutter::new(delimiter);
    cutter.push(text);
    cutter.finish();
    cutter.collect()
}

fn read_accounts(mapping: &Mapping, rows: &[Row]) -> Option<(Accounts, Tallied)> {
    let mut records = AccountRecords::new(mapping, 2).ok()?;
    for row in rows.iter().filter(|row| row.line > mapping.header_line) {
        records.push(row).ok()?;
    }
    Some(records.finish())
}

/// Rows with every cell in quotes, each in its line.
fn quoted(rows: &[Row], delimiter: char) -> String {
    let mut text = String::from('\u{feff}');
    let mut line = 1;
    for row in rows {
        while line < row.line {
            text += "\r\n";
            line += 1;
        }
        let cells = row.cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        text += &cells.collect::<Vec<_>>().join(&delimiter.to_string());
        text += "\r\n";
        line += 1 + u32::try_from(
            row.cells.iter().flat_map(|cell| cell.bytes()).filter(|byte| *byte == b'\n').count(),
        )
        .unwrap_or(0);
    }
    text
}

/// A number: what is read is read again as itself, and either way where it is not ambiguous.
///
/// # Panics
/// Where that does not hold.
pub(crate) fn number(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let [point, comma] = [DecimalMark::Point, DecimalMark::Comma].map(|mark| read_number(&text, mark));
    assert_eq!(point.is_ok(), comma.is_ok(), "{text:?} is a number either way or not at all");
    let (Ok(point), Ok(comma)) = (point, comma) else { return };
    assert!(point.ambiguous || point.value == comma.value, "{text:?} is {} and {}", point.value, comma.value);
    for value in [point.value, comma.value] {
        let again = read_number(&value.to_string(), DecimalMark::Point).map(|reading| reading.value);
        assert_eq!(again, Ok(value), "{text:?}");
    }
}

/// A date: what is read is read again as itself, and either way round where it is not ambiguous.
///
/// # Panics
/// Where that does not hold.
pub(crate) fn date(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let orders = [DateOrder::DayFirst, DateOrder::MonthFirst];
    let [day_first, month_first] = orders.map(|order| read_date(&text, order));
    if let (Ok(one), Ok(other)) = (&day_first, &month_first) {
        assert!(one.ambiguous || one.day == other.day, "{text:?} is {} and {}", one.day, other.day);
    }
    for read in [day_first, month_first].into_iter().flatten() {
        for order in orders {
            let again = read_date(&read.day.to_string(), order).map(|reading| reading.day);
            assert_eq!(again, Ok(read.day), "{text:?}");
        }
    }
    for count in [DayCount::Spreadsheet, DayCount::Seconds, DayCount::Milliseconds] {
        let _ = read_day_count(&text, count);
    }
}

/// A workbook: whatever it is, reading it ends.
pub(crate) fn workbook(bytes: &[u8]) {
    plimsoll_workbook::fuzz_workbook(bytes);
}
