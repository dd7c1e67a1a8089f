//! Tables in, goldens out: every `tests/cases/intake/<case>.txt` at the top of the repository, as a look at it proposes to
//! read it. Where something is asked, the table is read once with the first answers and once with the last ones.
//!
//! `BLESS=1 cargo test -p plimsoll-intake --test look_cases` writes the goldens anew; the change is then reviewed as any
//! other.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use plimsoll_columns::accounts::{Accounts, NO_DAY, NO_NUMBER, NO_TEXT, Values};
use plimsoll_intake::{
    Choice, Issue, IssueGroup, Look, Mapping, MappingProblem, Question, Shape, check, look, look_with,
    rehearse, rehearse_accounts,
};

const GOLDEN: &str = ".expected.txt";

#[test]
fn every_table_reads_as_its_golden_says() {
    let cases = cases();
    assert!(cases.len() >= 35, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let text = fs::read_to_string(&case).unwrap();
        let golden = PathBuf::from(case.to_str().unwrap().replace(".txt", GOLDEN));
        let actual = told(&text);
        if env::var_os("BLESS").is_some() {
            fs::write(&golden, actual).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != actual {
            wrong.push(format!("{}\n{actual}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "not as the golden says:\n{}", wrong.join("\n"));
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/intake");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|ext| ext == "txt"));
    cases.retain(|path| !path.to_str().unwrap().ends_with(GOLDEN));
    cases.sort();
    cases
}

/// What is proposed and asked, and what the table reads as.
fn told(text: &str) -> String {
    let seen = look(text);
    assert_eq!(Mapping::from_text(&seen.mapping.to_text()).as_ref(), Some(&seen.mapping));
    let mut out = proposal(&seen);
    if seen.questions.is_empty() {
        let _ = write!(out, "\n{}", reading(text, &seen.mapping));
        return out;
    }
    for answers in [
        settled(text, |question| question.answers.first()),
        settled(text, |question| question.answers.last()),
    ] {
        let seen = look_with(text, &answers);
        let _ = write!(out, "\nanswered {answers:?}\n{}", reading(text, &seen.mapping));
    }
    out
}

/// Answers until nothing is asked any more.
fn settled(text: &str, pick: impl Fn(&Question) -> Option<&Choice>) -> Vec<Choice> {
    let mut answers = Vec::new();
    for _ in 0..12 {
        let seen = look_with(text, &answers);
        let Some(answer) = seen.questions.first().and_then(&pick) else { return answers };
        answers.push(*answer);
    }
    panic!("questions without end: {answers:?}");
}

fn proposal(seen: &Look) -> String {
    let mut out = seen.mapping.to_text();
    for question in &seen.questions {
        let _ = write!(
            out,
            "? {:?} {:?}, likely {:?}, {} cells",
            question.setting, question.answers, question.likely, question.count
        );
        if let Some(example) = &question.example {
            let _ = write!(
                out,
                ", as line {}, column {} {:?}: {:?}",
                example.line, example.column, example.header, example.text
            );
        }
        out.push('\n');
    }
    for issue in &seen.issues {
        let _ = writeln!(out, "! {}", issue_line(issue));
    }
    out
}

fn reading(text: &str, mapping: &Mapping) -> String {
    if mapping.shape == Some(Shape::Accounts) && check(mapping).is_empty() {
        assert_eq!(rehearse(text, mapping, 2, 1), Err(vec![MappingProblem::NoMonths]));
        return accounts(text, mapping);
    }
    let read = match rehearse(text, mapping, 2, 1_000) {
        Ok(read) => read,
        Err(problems) => {
            assert_eq!(problems, check(mapping));
            return format!("cannot be read: {problems:?}\n");
        }
    };
    let mut out = String::new();
    for entry in &read.entries {
        let _ =
            writeln!(out, "  {} {:?} {} {:?}", entry.month, entry.customer, entry.minor, entry.attributes);
    }
    let tallied = &read.tallied;
    for customer in &tallied.customers {
        let _ = writeln!(
            out,
            "  {:?} {:?} {} -> {}",
            customer.name, customer.segment, customer.start, customer.end
        );
    }
    out += &issues(&tallied.issues);
    let currency = tallied.currency.map_or("-", |currency| currency.as_str());
    let until = tallied.until.map_or_else(|| "-".into(), |until| until.to_string());
    let _ = writeln!(
        out,
        "{} rows, {} counted, currency {currency}, until {until}, {} running, {} rounded by {}",
        tallied.rows, tallied.counted, tallied.running, tallied.rounded, tallied.rounding
    );
    if let Some(plain) = mapping.plain_long() {
        let _ = writeln!(out, "{plain:?}");
    }
    out
}

fn issues(groups: &[IssueGroup]) -> String {
    let mut out = String::new();
    for group in groups {
        let _ = writeln!(out, "! {} times", group.count);
        for issue in &group.first {
            let _ = writeln!(out, "  {}", issue_line(issue));
        }
    }
    out
}

/// A table of accounts as it was read: a line for each column, with its values by row.
fn accounts(text: &str, mapping: &Mapping) -> String {
    let (accounts, tallied) = rehearse_accounts(text, mapping, 2).unwrap();
    assert_eq!(Accounts::from_bytes(&accounts.to_bytes()).as_ref(), Ok(&accounts));
    let id = |account: &u32| told_text(accounts.ids().get(usize::try_from(*account).unwrap()));
    let ids = accounts.account_of().iter().map(id).collect::<Vec<_>>();
    let mut out = format!("  accounts {}, lines {:?}\n", ids.join(" "), accounts.lines());
    for snapshot in accounts.snapshots() {
        let day = Some(snapshot.day).filter(|day| *day != NO_DAY);
        let _ = writeln!(out, "  snapshot {:?} with {} rows", day, snapshot.rows);
    }
    for column in accounts.columns() {
        let (heading, values) = (&column.heading, told_values(&column.values));
        let percent = if heading.percent { " percent" } else { "" };
        let _ =
            writeln!(out, "  {:?} {:?} {:?}{percent}: {values}", heading.part, heading.header, heading.sign);
    }
    out += &issues(&tallied.issues);
    let currency = tallied.currency.map_or("-", |currency| currency.as_str());
    let (rows, counted, rounded) = (tallied.rows, tallied.counted, tallied.rounded);
    let _ = writeln!(
        out,
        "{rows} rows, {counted} counted, currency {currency}, {rounded} rounded by {}",
        tallied.rounding
    );
    out
}

fn told_text(text: Option<&[u8]>) -> String {
    format!("{:?}", String::from_utf8_lossy(text.unwrap()))
}

fn told_values(values: &Values) -> String {
    let told: Vec<String> = match values {
        Values::Number { values, places } => {
            let number = |value: &i64| match *value {
                NO_NUMBER => "-".into(),
                value => rust_decimal::Decimal::new(value, u32::from(*places)).to_string(),
            };
            values.iter().map(number).collect()
        }
        Values::Day(days) => {
            let day = |day: &i32| match *day {
                NO_DAY => "-".into(),
                day => chrono::NaiveDate::from_num_days_from_ce_opt(day.saturating_add(719_163))
                    .unwrap()
                    .to_string(),
            };
            days.iter().map(day).collect()
        }
        Values::Text { ids, values } => {
            let text = |id: &u32| match *id {
                NO_TEXT => "-".into(),
                id => told_text(values.get(usize::try_from(id).unwrap())),
            };
            ids.iter().map(text).collect()
        }
    };
    told.join(" ")
}

fn issue_line(issue: &Issue) -> String {
    let row = issue.row.map_or_else(|| "-".into(), |row| row.to_string());
    let mut line = format!("{row} {:?}: {:?}", issue.severity, issue.kind);
    if let Some(column) = &issue.column {
        let _ = write!(line, " in {column:?}");
    }
    if let Some(found) = &issue.found {
        let _ = write!(line, ", found {found:?}");
    }
    line
}
