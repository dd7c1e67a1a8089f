//! A small table of no meaning that goes the whole way, so that the browser has run the loops in before the first file comes.
//!
//! Browsers compile a program roughly at first, and well only where it has run for a while. By that alone, the first table
//! of a million rows took twice as long as the second one.

use plimsoll_report::view::{DataRequest, Light};
use plimsoll_report::{Reading, to_bytes};

/// How often the table goes the way: more of it makes the first file no quicker.
const ROUNDS: u32 = 10;

/// How many customers and rows there are: a round takes a few milliseconds.
const CUSTOMERS: u32 = 1_000;
const ROWS: u32 = 3_000;

/// Goes the way once; whether another round helps. Nothing is kept of it.
pub(crate) fn rehearse(round: u32) -> bool {
    let mut reading = read();
    let review = to_bytes(&reading.review());
    let store = reading.accept();
    let answer = store.map(|store| store.answer(&DataRequest::Ledger(Light::default())));
    let told = review.is_some() && answer.is_some_and(|answer| to_bytes(&answer).is_some());
    told && round.saturating_add(1) < ROUNDS
}

/// The table as any other is read.
fn read() -> Reading {
    let mut reading = Reading::new("USD");
    reading.decide("basis", "month");
    reading.begin(0);
    reading.source("");
    reading.push(table().as_bytes());
    reading.end();
    reading
}

/// A plain ledger: three months of each customer, somewhere in three years.
fn table() -> String {
    let mut table = String::from("customer,month,mrr,segment\n");
    for row in 0..ROWS {
        let (customer, month) = (row % CUSTOMERS, row.wrapping_mul(7) % 36);
        let (year, month) = ((month / 12).wrapping_add(2021), (month % 12).wrapping_add(1));
        let numbers =
            [customer, year, month / 10, month % 10, row % 90, customer % 5].map(|it| it.to_string());
        let [customer, year, tens, units, amount, segment] = &numbers;
        let parts = ["cus_", customer, ",", year, "-", tens, units, ",1", amount, ".50,\"", segment, "\"\n"];
        parts.into_iter().for_each(|part| table.push_str(part));
    }
    table
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::panic, reason = "a test that cannot go on should stop")]
mod tests {
    use super::{CUSTOMERS, ROUNDS, ROWS, read, rehearse};
    use plimsoll_report::told::DataMessage;

    #[test]
    fn the_table_goes_the_whole_way_so_often() {
        assert!((0..ROUNDS).all(|round| rehearse(round) == (round + 1 < ROUNDS)));
    }

    #[test]
    fn every_row_counts_and_is_read_the_fast_way() {
        let DataMessage::Review(review) = read().review() else { panic!("it was not read") };
        let found = review.found.map(|found| (found.customers, found.months, found.tallied.counted));
        assert_eq!(found, Some((CUSTOMERS as usize, 36, u64::from(ROWS))));
        assert!(review.look.is_some_and(|look| look.mapping.plain_long().is_some()));
    }
}
