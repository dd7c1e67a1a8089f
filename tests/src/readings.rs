//! The reader's own files as they are looked over before they count: every file of `tests/cases/readings.toml`, with all that its
//! review says. Where something is asked, it is answered once with the first answers and once with the last ones.

use std::fmt::Write as _;

use plimsoll_columns::accounts::Accounts;
use plimsoll_report::view::{ColumnView, DataRequest, IssueGroup, Light, Review, Setting, Told as Said};
use plimsoll_report::{AccountStore, English, Reading, worded};
use serde::Deserialize;

use crate::cases::{bytes, golden, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    reading: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The file in `readings/`, without its end.
    name: String,
    /// The page's currency.
    #[serde(default = "dollars")]
    page: String,
    /// What its reader decides before anything is asked: pairs of settings and answers.
    #[serde(default)]
    decisions: Vec<(String, String)>,
}

fn dollars() -> String {
    "USD".into()
}

#[test]
fn every_file_is_looked_over_as_its_golden_says() {
    let cases = read::<Cases>("readings.toml").reading;
    assert!(cases.len() >= 12, "only {} files", cases.len());
    for case in cases {
        let file = [&case.name, ".csv"].concat();
        let bytes = bytes(&["readings/", &file].concat());
        let told = Told { file: &file, bytes: &bytes, page: &case.page };
        golden(&format!("readings/{}.expected.txt", case.name), &told.whole(&case.decisions));
    }
}

/// A decision: a setting and an answer, as an action carries them.
type Decision = (String, String);

/// A file, and the page that it is opened on.
struct Told<'a> {
    file: &'a str,
    bytes: &'a [u8],
    page: &'a str,
}

impl Told<'_> {
    /// The review, and what comes of it once everything is answered.
    fn whole(&self, decisions: &[Decision]) -> String {
        let (mut reading, message) = self.read(decisions);
        let mut out = said(&message);
        let Said::Review(review) = &message else { return out };
        if review.settings.iter().all(|setting| setting.question.is_none()) {
            out += &accepted(&mut reading, review.can_accept);
            return out;
        }
        assert!(!review.can_accept, "{}: nothing is accepted while something is asked", self.file);
        for (which, pick) in [("first", 0_usize), ("last", usize::MAX)] {
            let (mut reading, message, answers) = self.settled(decisions.to_vec(), pick);
            let _ = writeln!(out, "\nWITH THE {} ANSWERS: {}", which.to_uppercase(), answers.join(", "));
            out += &outcome(&message);
            if let Said::Review(review) = &message {
                review.issues.iter().for_each(|issue| out += &issue_lines(issue));
                out += &accepted(&mut reading, review.can_accept);
            }
        }
        out
    }

    /// Answers until nothing is asked any more: with the first or the last of what is offered.
    fn settled(&self, mut decisions: Vec<Decision>, pick: usize) -> (Reading, Said, Vec<String>) {
        let mut answers = Vec::new();
        for _ in 0..12 {
            let (reading, message) = self.read(&decisions);
            let asked = match &message {
                Said::Review(review) => review.settings.iter().find(|one| one.question.is_some()),
                _ => None,
            };
            let Some(Setting { slug, options, .. }) = asked else { return (reading, message, answers) };
            let answer = &options[pick.min(options.len() - 1)];
            answers.push(answer.label.clone());
            decisions.push((slug.clone(), answer.value.clone()));
        }
        panic!("{}: questions without end: {answers:?}", self.file);
    }

    /// Reads the file in one piece, pass after pass, as the worker does.
    fn read(&self, decisions: &[Decision]) -> (Reading, Said) {
        let mut reading = Reading::new(self.page);
        for (setting, value) in decisions {
            reading.decide(setting, value);
        }
        for _ in 0..8 {
            reading.begin(self.bytes.len() as u64);
            reading.source(self.file);
            // Of an empty file, no piece ever comes.
            if !self.bytes.is_empty() {
                reading.push(self.bytes);
            }
            if !reading.end() {
                let message = worded(&reading.review(), &English);
                return (reading, message);
            }
        }
        panic!("{}: passes without end", self.file);
    }
}

/// All that a message says.
fn said(message: &Said) -> String {
    let mut out = outcome(message);
    let Said::Review(review) = message else { return out };
    out.insert_str(0, &format!("{}\n{}\n", review.name, review.shape));
    for setting in &review.settings {
        out += &setting_line(setting);
    }
    for column in &review.columns {
        out += &column_line(column);
    }
    for issue in &review.issues {
        out += &issue_lines(issue);
    }
    out
}

/// The sentence that matters most.
fn outcome(message: &Said) -> String {
    match message {
        Said::Review(Review { outcome, can_accept, .. }) => {
            format!("{outcome} [{}]\n", if *can_accept { "can be used" } else { "cannot be used yet" })
        }
        Said::Failed(failure) => format!("REFUSED {}\n    {}\n", failure.what, failure.way_out),
        other => panic!("{other:?}"),
    }
}

fn setting_line(setting: &Setting) -> String {
    let chosen = |setting: &Setting| setting.options.iter().find(|option| option.selected).cloned();
    match &setting.question {
        Some(question) => {
            let answers: Vec<&str> = setting.options.iter().map(|option| option.label.as_str()).collect();
            format!("? {question}\n    {}\n", answers.join(" / "))
        }
        None => format!("{}: {}\n", setting.label, chosen(setting).map(|one| one.label).unwrap_or_default()),
    }
}

fn column_line(column: &ColumnView) -> String {
    let role = column.roles.iter().find(|option| option.selected).map_or("", |option| option.label.as_str());
    format!("| {}: {role} · {}\n", column.header, column.values.join(" · "))
}

fn issue_lines(issue: &IssueGroup) -> String {
    let sign = if issue.is_left_out { '!' } else { 'i' };
    let mut out = format!("{sign} {} {}\n", issue.what, issue.count);
    for place in &issue.places {
        let _ = writeln!(out, "    {place}");
    }
    out
}

/// What accepted accounts say of themselves, and what is handed on of them.
fn accounts(kept: &AccountStore) -> String {
    let Said::Accounts(view) = worded(&kept.answer(), &English) else { panic!("no accounts") };
    let mut out = format!("ACCEPTED {}\n", view.summary);
    for note in &view.notes {
        let _ = writeln!(out, "    {note}");
    }
    for column in &view.columns {
        let _ = writeln!(out, "    {}: {} · missing {}", column.header, column.what, column.missing);
    }
    assert_eq!(Accounts::from_bytes(&kept.accounts.to_bytes()).as_ref(), Ok(&kept.accounts));
    out
}

/// What an accepted ledger says of itself.
fn accepted(reading: &mut Reading, can_accept: bool) -> String {
    if let Some(kept) = reading.accept_accounts().filter(|_| can_accept) {
        return accounts(&kept);
    }
    let Some(store) = reading.accept().filter(|_| can_accept) else { return String::new() };
    let Said::Ledger(ledger) = worded(&store.answer(&DataRequest::Ledger(Light::default())), &English) else {
        panic!("no ledger")
    };
    let mut out = format!("ACCEPTED {}\n", ledger.summary);
    for note in &ledger.notes {
        let _ = writeln!(out, "    {note}");
    }
    for customer in 0..store.ledger.customer_count() {
        let amounts =
            (0..store.ledger.month_count()).map(|month| store.ledger.amount(customer, month).to_string());
        let name = String::from_utf8_lossy(store.ledger.customer(customer)).into_owned();
        let _ = writeln!(out, "    {name}: {}", amounts.collect::<Vec<_>>().join(" "));
    }
    out
}
