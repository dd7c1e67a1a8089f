//! Accounts as bytes: for a program that scores them, apart from the one that read them.
//!
//! Whole columns one after another, numbers with the lowest byte first. Both ends are built together, so there is no version.

use core::fmt;

use super::builder::{MOST_COLUMNS, MOST_ROWS, MOST_SNAPSHOTS};
use super::values::scaled;
use super::{
    AccountColumn, Accounts, Heading, MOST_PLACES, NO_NUMBER, NO_TEXT, Part, Snapshot, Texts, Values,
};

/// How such bytes begin.
const MARK: &[u8; 8] = b"accounts";

/// Bytes that are no accounts: too few, too many, or numbers in them that lead nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("these bytes are no accounts")
    }
}

impl core::error::Error for Malformed {}

impl Accounts {
    /// All of it as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MARK.to_vec();
        put_texts(&mut out, &self.ids);
        put_list(&mut out, &self.account_of, u32::to_le_bytes);
        put_list(&mut out, &self.lines, u32::to_le_bytes);
        put_list(&mut out, &self.snapshot_of, u16::to_le_bytes);
        let days: Vec<i32> = self.snapshots.iter().map(|snapshot| snapshot.day).collect();
        put_list(&mut out, &days, i32::to_le_bytes);
        put_count(&mut out, self.columns.len());
        for AccountColumn { heading, values } in &self.columns {
            put_bytes(&mut out, heading.header.as_bytes());
            put_bytes(&mut out, heading.sign.as_bytes());
            out.extend_from_slice(&[heading.part as u8, heading.percent.into()]);
            match values {
                Values::Number { values, places } => {
                    out.extend_from_slice(&[0, *places]);
                    put_list(&mut out, values, i64::to_le_bytes);
                }
                Values::Day(days) => {
                    out.extend_from_slice(&[1, 0]);
                    put_list(&mut out, days, i32::to_le_bytes);
                }
                Values::Text { ids, values } => {
                    out.extend_from_slice(&[2, 0]);
                    put_list(&mut out, ids, u32::to_le_bytes);
                    put_texts(&mut out, values);
                }
            }
        }
        out
    }

    /// The accounts of such bytes.
    ///
    /// # Errors
    /// [`Malformed`], where the bytes are none of [`Accounts::to_bytes`]: no length and no number in them is trusted.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut rest = Rest(bytes.strip_prefix(MARK).ok_or(Malformed)?);
        let accounts = rest.accounts().ok_or(Malformed)?;
        if rest.0.is_empty() { Ok(accounts) } else { Err(Malformed) }
    }
}

/// How many there are of something. None of it goes beyond 32 bits: rows, columns and the bytes of texts are capped.
fn put_count(out: &mut Vec<u8>, count: usize) {
    out.extend_from_slice(&u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_count(out, bytes.len());
    out.extend_from_slice(bytes);
}

fn put_list<T: Copy, const N: usize>(out: &mut Vec<u8>, list: &[T], bytes: impl Fn(T) -> [u8; N]) {
    put_count(out, list.len());
    let start = out.len();
    out.resize(start.saturating_add(list.len().saturating_mul(N)), 0);
    let (places, _) = out.get_mut(start..).unwrap_or_default().as_chunks_mut::<N>();
    places.iter_mut().zip(list).for_each(|(place, value)| *place = bytes(*value));
}

fn put_texts(out: &mut Vec<u8>, texts: &Texts) {
    put_bytes(out, &texts.bytes);
    put_list(out, &texts.ends, u32::to_le_bytes);
}

/// What is left of the bytes.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn accounts(&mut self) -> Option<Accounts> {
        let ids = self.texts()?;
        let account_of = self.list(u32::from_le_bytes)?;
        let rows = account_of.len();
        let lines = self.list(u32::from_le_bytes)?;
        let snapshot_of: Vec<u16> = self.list(u16::from_le_bytes)?;
        let days: Vec<i32> = self.list(i32::from_le_bytes)?;
        let is_whole = rows <= MOST_ROWS && lines.len() == rows && snapshot_of.len() == rows;
        if !is_whole || days.len() > MOST_SNAPSHOTS || !are_below(&account_of, ids.len()) {
            return None;
        }
        let mut snapshots: Vec<Snapshot> = days.into_iter().map(|day| Snapshot { day, rows: 0 }).collect();
        for place in &snapshot_of {
            let snapshot = snapshots.get_mut(usize::from(*place))?;
            snapshot.rows = snapshot.rows.checked_add(1)?;
        }
        let count = self.count().filter(|count| *count <= MOST_COLUMNS)?;
        let columns: Option<Vec<AccountColumn>> = (0..count).map(|_| self.column(rows)).collect();
        Some(Accounts { ids, account_of, lines, snapshots, snapshot_of, columns: columns? })
    }

    fn column(&mut self, rows: usize) -> Option<AccountColumn> {
        let (header, sign) = (self.string()?, self.string()?);
        let [part, percent, kind, places] = *self.array()?;
        let part = Part::ALL.get(usize::from(part)).copied()?;
        let values = match (kind, places) {
            (0, 0..=MOST_PLACES) => Values::Number { values: self.list(i64::from_le_bytes)?, places },
            (1, 0) => Values::Day(self.list(i32::from_le_bytes)?),
            (2, 0) => Values::Text { ids: self.list(u32::from_le_bytes)?, values: self.texts()? },
            _ => return None,
        };
        let percent = match percent {
            0 => false,
            1 => true,
            _ => return None,
        };
        let fits = values.len() == rows && is_sound(part, &values);
        fits.then_some(AccountColumn { heading: Heading { header, part, sign, percent }, values })
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<&'a [u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(taken)
    }

    fn count(&mut self) -> Option<usize> {
        self.array().map(|bytes| u32::from_le_bytes(*bytes) as usize)
    }

    fn string(&mut self) -> Option<String> {
        let length = self.count()?;
        core::str::from_utf8(self.take(length)?).ok().map(str::to_owned)
    }

    fn list<T, const N: usize>(&mut self, value: impl Fn([u8; N]) -> T) -> Option<Vec<T>> {
        let count = self.count()?;
        // What is not there is not made room for.
        let bytes = self.take(count.checked_mul(N)?)?;
        Some(bytes.as_chunks::<N>().0.iter().map(|bytes| value(*bytes)).collect())
    }

    fn texts(&mut self) -> Option<Texts> {
        let length = self.count()?;
        let bytes = self.take(length)?.to_vec();
        let ends: Vec<u32> = self.list(u32::from_le_bytes)?;
        let last = ends.last().map_or(0, |last| *last as usize);
        (ends.is_sorted() && last == bytes.len()).then_some(Texts { bytes, ends })
    }
}

/// Whether all numbers lead somewhere.
fn are_below(numbers: &[u32], end: usize) -> bool {
    numbers.iter().all(|number| (*number as usize) < end)
}

/// Whether values are such as a builder makes.
fn is_sound(part: Part, values: &Values) -> bool {
    match values {
        Values::Text { ids, values } => ids.iter().all(|id| *id == NO_TEXT || (*id as usize) < values.len()),
        Values::Day(_) => true,
        Values::Number { values, places } => {
            let present = || values.iter().filter(|value| **value != NO_NUMBER);
            let sum = |sum: i64, value: &i64| sum.checked_add(value.checked_abs()?);
            present().all(|value| scaled(*value, *places, MOST_PLACES).is_some())
                && (part != Part::Revenue || present().try_fold(0_i64, sum).is_some())
        }
    }
}
