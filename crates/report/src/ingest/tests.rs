//! Readings, from bytes to reviews and ledgers.

use super::*;
use crate::format::English;
use crate::view::{DataRequest, Light, Told};
use crate::worded;

/// What became of a text on a page in US dollars.
fn read(text: &str) -> Told {
    let mut reading = Reading::new("USD");
    reading.begin(0);
    reading.source("data.csv");
    reading.push(text.as_bytes());
    while reading.end() {
        reading.begin(0);
        reading.source("data.csv");
        reading.push(text.as_bytes());
    }
    worded(&reading.review(), &English)
}

#[test]
fn a_plain_ledger_can_be_accepted_and_a_total_in_it_does_not_count() {
    let text = "Customer,Month,MRR\nAcme,2025-01,100.00\nAcme,2025-02,130.00\nTotal,2025-02,130.00\n";
    let Told::Review(review) = read(text) else { return assert_eq!(text, "", "it is refused") };
    assert!(review.can_accept, "{}", review.outcome);
    assert!(review.outcome.starts_with("1 customer over 2 months"), "{}", review.outcome);
}

#[test]
fn customers_at_two_dates_give_the_figures_of_any_window() {
    let text = "Customer,Start MRR,End MRR,Segment\nAcme,1200,1500,SMB\nBrook,800,0,SMB\nCove,0,99.5,Mid\n";
    let mut reading = Reading::new("USD");
    reading.begin(0);
    reading.source("customers.csv");
    reading.push(text.as_bytes());
    assert!(!reading.end(), "one pass is enough");
    let Told::Review(review) = worded(&reading.review(), &English) else {
        return assert_eq!(text, "", "refused");
    };
    assert!(review.outcome.starts_with("3 customers at two dates"), "{}", review.outcome);
    let store = reading.accept().map(|store| {
        let light = DataRequest::Ledger(Light { grouping: "0".into(), ..Light::default() });
        worded(&store.answer(&light), &English)
    });
    let Some(Told::Ledger(ledger)) = store else { return assert_eq!(text, "", "no ledger") };
    let written = |window: &str, group: &str| {
        let offer = ledger.figures.iter().find(|offer| offer.window == window && offer.group == group);
        offer.map(|offer| offer.lines.iter().map(|line| line.typed.as_str()).collect::<Vec<_>>())
    };
    let all = Some(vec!["2000", "99.5", "300", "0", "800", "2", "1", "1"]);
    assert_eq!([written("month", ""), written("year", "")], [all.clone(), all]);
    assert_eq!(written("year", "=Mid"), Some(vec!["0", "99.5", "0", "0", "0", "0", "1", "0"]));
}

#[test]
fn the_last_row_counts_without_a_line_end_of_each_file_too() {
    let Told::Review(review) = read("Customer,Month,MRR\nAcme,2025-01,100.00\nBolt,2025-01,n/a") else {
        return assert_eq!("a review", "none");
    };
    assert!(review.outcome.ends_with("1 of 2 rows count."), "{}", review.outcome);
    let mut reading = Reading::new("USD");
    reading.begin(0);
    for customer in ["Acme", "Bolt"] {
        reading.source(customer);
        reading.push(["Customer,Month,MRR\n", customer, ",2025-01,100.00"].concat().as_bytes());
    }
    reading.end();
    let Told::Review(review) = worded(&reading.review(), &English) else {
        return assert_eq!("a review", "none");
    };
    assert!(review.outcome.ends_with("2 of 2 rows count."), "{}", review.outcome);
}

#[test]
fn progress_says_how_many_rows_and_bytes_of_how_many() {
    // The fast way, and the careful one.
    for encoding in ["utf-8", "windows-1252"] {
        let text = ["Customer,Month,MRR\n", &"Acme,2025-01,100.00\n".repeat(60_000)].concat();
        let mut reading = Reading::new("USD");
        reading.decide("encoding", encoding);
        reading.begin(u64::try_from(text.len()).unwrap_or(0));
        reading.source("data.csv");
        let (first, second) = text.as_bytes().split_at(1 << 20);
        assert!(reading.push(first));
        let Told::Progress(told) = worded(&reading.progress(1_000), &English) else { return };
        assert!(told.done.starts_with("52,42"), "{}", told.done);
        assert!(told.done.ends_with(" rows, 1.0 of 1.2 MB"), "{}", told.done);
        assert_eq!(told.left, "about a second left");
        assert!(reading.push(second));
        let Told::Progress(told) = worded(&reading.progress(0), &English) else { return };
        assert_eq!(told.share, crate::view::Place::END);
    }
}

#[test]
fn more_than_is_read_is_refused_by_its_size_and_the_limit() {
    let mut reading = Reading::new("USD");
    reading.begin(MOST_BYTES.saturating_add(1));
    reading.source("data.csv");
    assert!(!reading.push(b"Customer,Month,MRR\nAcme,2025-01,100.00\n"));
    assert!(!reading.end());
    let Told::Failed(failure) = worded(&reading.review(), &English) else {
        return assert_eq!("refused", "read");
    };
    assert_eq!(failure.what, "There are 201 MiB of data; up to 200 MiB are read at once.");
    reading.begin(MOST_BYTES);
    reading.source("data.csv");
    assert!(reading.push(b"Customer,Month,MRR\nAcme,2025-01,100.00\n"));
}

#[test]
fn amounts_are_never_taken_for_those_of_another_currency() {
    for amount in ["ZAR 100", "€100"] {
        let late = format!("Customer,Month,MRR\n{}", "Acme,2025-01,100.00\n".repeat(1_200));
        let text = format!("{late}Bolt,2025-01,{amount}\n");
        assert!(matches!(read(&text), Told::Failed(_)), "{amount}: {:?}", read(&text));
    }
}

#[test]
fn names_that_look_alike_are_said_by_either_reader() {
    let text = "Customer,Month,MRR\nAcme,2025-01,100.00\nBolt,2025-01,50.00\nACME,2025-01,30.00\n";
    for encoding in ["utf-8", "windows-1252"] {
        let mut reading = Reading::new("USD");
        reading.decide("encoding", encoding);
        reading.begin(0);
        reading.source("data.csv");
        reading.push(text.as_bytes());
        assert!(!reading.end(), "{encoding}");
        let Told::Review(review) = worded(&reading.review(), &English) else { return };
        let said: Vec<&str> = review.issues.iter().map(|issue| issue.what.as_str()).collect();
        assert_eq!(
            said,
            ["It differs from “Acme” only in capitals or spaces; they count as two."],
            "{encoding}"
        );
        assert!(review.issues.iter().all(|issue| issue.places.concat().contains("“ACME”")), "{encoding}");
        assert!(review.can_accept, "{encoding}");
    }
}

#[test]
fn a_sum_that_counts_and_a_rounded_amount_are_said_of_two_dates() {
    let text = "Customer,Start MRR,End MRR\nAcme,100.005,150\nTotal,100,150\nBolt,80.50,0\n";
    let mut reading = Reading::new("USD");
    reading.begin(0);
    reading.source("customers.csv");
    reading.push(text.as_bytes());
    assert!(!reading.end());
    let Told::Review(review) = worded(&reading.review(), &English) else { return };
    let what = "It is named like a sum, and counts as a customer: others follow it, and it is no sum of those above it.";
    assert!(
        review.issues.iter().any(|issue| issue.what == what && !issue.is_left_out),
        "{:?}",
        review.issues
    );
    let asked = DataRequest::Ledger(Light::default());
    let told = reading.accept().map(|store| worded(&store.answer(&asked), &English));
    let Some(Told::Ledger(ledger)) = told else { return assert_eq!(text, "", "no ledger") };
    assert!(ledger.notes.iter().any(|note| note == "1 amount was rounded to the currency's smallest unit."));
}

#[test]
fn putting_together_tells_how_many_amounts_have_their_month() {
    let header = "Customer,Start,End,MRR\n";
    let text =
        [header, &"Acme,2015-01-01,2024-12-31,100.00\n".repeat(99), "Bolt,2024-12-01,,1.00\n"].concat();
    let mut reading = Reading::new("USD");
    reading.decide("basis", "month");
    reading.begin(u64::try_from(text.len()).unwrap_or(0));
    reading.source("data.csv");
    assert!(reading.look(text.as_bytes()), "it is looked at once, and read in pieces of any size");
    assert!(text.as_bytes().chunks(7).all(|piece| reading.push(piece)));
    let mut told = Vec::new();
    assert!(!reading.end_telling(&mut |message| told.push(worded(&message, &English))));
    let [Told::Progress(progress)] = told.as_slice() else { return assert_eq!(told.len(), 1) };
    assert_eq!(progress.what, "Putting together data.csv");
    assert_eq!(progress.done, "100 rows, 8,192 monthly amounts");
    let Told::Review(review) = worded(&reading.review(), &English) else {
        return assert_eq!("a review", "none");
    };
    assert!(review.outcome.ends_with("100 of 100 rows count."), "{}", review.outcome);
}
