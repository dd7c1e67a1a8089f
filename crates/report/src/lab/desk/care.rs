//! What each owner looks after, and what further columns say of the accounts' care. They are told by their headers.

use plimsoll_columns::accounts::{AccountColumn, Accounts, NO_NUMBER, NO_TEXT, Part, Values};
use plimsoll_columns::scores::OwnerSums;

use super::super::facts::{name, text};
use super::super::message::{CareSign, LabRefusal, Measure, MeasureTold, OwnerTold, TeamTold};
use super::held::{Held, picked, segment_count, segments};

/// The headers that tell of care: small letters, one space between words.
#[rustfmt::skip]
const CARE: [(CareSign, &[&str]); 8] = [
    (CareSign::ReviewsScheduled, &["qbrs scheduled", "scheduled qbrs", "qbrs planned", "business reviews scheduled", "ebrs scheduled"]),
    (CareSign::ReviewsCompleted, &["qbrs completed", "completed qbrs", "qbrs held", "qbrs done", "business reviews completed", "ebrs completed"]),
    (CareSign::ReviewDue, &["qbr eligible", "eligible for qbr", "qbr due", "qbr required"]),
    (CareSign::Reviewed, &["qbr completed", "qbr done", "qbr held", "had qbr"]),
    (CareSign::Sponsored, &["executive sponsor", "exec sponsor", "sponsor", "active sponsor", "has sponsor", "executive sponsor active"]),
    (CareSign::Contacts, &["contacts", "engaged contacts", "active contacts", "number of contacts", "contact count", "stakeholders"]),
    (CareSign::MeetingsScheduled, &["meetings scheduled", "scheduled meetings", "meetings planned"]),
    (CareSign::MeetingsAttended, &["meetings attended", "attended meetings", "meetings held"]),
];

/// The headers that tell of a number of days.
#[rustfmt::skip]
const DAYS: [(Measure, &[&str]); 2] = [
    (Measure::ResponseDays, &["response days", "days to respond", "response time days", "average response days", "days to response"]),
    (Measure::FirstValueDays, &["time to first value", "time to first value days", "time to value", "time to value days", "ttfv", "ttv",
        "days to first value", "days to value"]),
];

/// What a text says instead of "no".
const NO: [&str; 7] = ["no", "none", "false", "n", "0", "inactive", "-"];

impl Held {
    /// What each owner looks after.
    pub(super) fn team(&self, accounts: &Accounts) -> Result<TeamTold, LabRefusal> {
        let found = |(sign, names): &(CareSign, &[&str])| {
            let column = accounts
                .columns()
                .iter()
                .filter(|column| is_sign(column))
                .find(|column| is_named(column, names))?;
            Some((*sign, column))
        };
        let columns: Vec<(CareSign, &AccountColumn)> = CARE.iter().filter_map(found).collect();
        let counted: Vec<Vec<i64>> =
            columns.iter().map(|(sign, column)| counts(column, *sign, &self.rows)).collect();
        let counted: Vec<&[i64]> = counted.iter().map(Vec::as_slice).collect();
        let mut owners: Vec<OwnerTold> = self.portfolio.by_owner(&counted)?.into_iter().map(told).collect();
        let beyond = owners.split_off(self.owner_count.min(owners.len()));
        let nobody = beyond
            .into_iter()
            .next()
            .unwrap_or_else(|| OwnerTold { more: vec![0; columns.len()], ..OwnerTold::default() });
        Ok(TeamTold {
            owners,
            nobody,
            care: columns.into_iter().map(|(sign, column)| (sign, name(column).to_owned())).collect(),
            measures: measures(accounts, &self.rows)?,
        })
    }
}

fn told(sums: OwnerSums) -> OwnerTold {
    OwnerTold { accounts: sums.accounts, arr: sums.arr, more: sums.more }
}

/// Whether a column is a sign or a group: what accounts are told apart by, or pay, is not.
const fn is_sign(column: &AccountColumn) -> bool {
    matches!(column.heading.part, Part::Indicator | Part::Group)
}

fn is_named(column: &AccountColumn, names: &[&str]) -> bool {
    let plain = column.heading.header.to_lowercase().replace(|letter: char| !letter.is_alphanumeric(), " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    names.contains(&plain.as_str())
}

/// What each row counts for. Nothing counts as none; a text counts as one, unless it says no.
fn counts(column: &AccountColumn, sign: CareSign, rows: &[u32]) -> Vec<i64> {
    let is_flag = matches!(sign, CareSign::ReviewDue | CareSign::Reviewed | CareSign::Sponsored);
    match &column.values {
        Values::Number { values, places } => {
            let whole = 10_i64.checked_pow((*places).into()).unwrap_or(i64::MAX);
            let count = |value: i64| {
                if value == NO_NUMBER { 0 } else { value.checked_div(whole).unwrap_or(0).max(0) }
            };
            let counts = picked(values, rows, NO_NUMBER).into_iter().map(count);
            if is_flag { counts.map(|count| count.min(1)).collect() } else { counts.collect() }
        }
        Values::Text { ids, values } => {
            let says: Vec<i64> =
                (0..values.len()).map(|number| i64::from(says_yes(&text(values, number)))).collect();
            let count = |id: u32| if id == NO_TEXT { 0 } else { says.get(id as usize).copied().unwrap_or(0) };
            picked(ids, rows, NO_TEXT).into_iter().map(count).collect()
        }
        Values::Day(days) => {
            let none = plimsoll_columns::accounts::NO_DAY;
            picked(days, rows, none).into_iter().map(|day| i64::from(day != none)).collect()
        }
    }
}

fn says_yes(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    !text.is_empty() && !NO.contains(&text.as_str())
}

/// What is measured, of all and by segment.
fn measures(accounts: &Accounts, rows: &[u32]) -> Result<Vec<MeasureTold>, LabRefusal> {
    let (segments, count) = (segments(accounts, rows)?, segment_count(accounts)?);
    let of = |sign: &str| accounts.columns().iter().find(|column| column.heading.sign == sign);
    let days = DAYS.iter().filter_map(|(measure, names)| {
        let column = accounts
            .columns()
            .iter()
            .filter(|column| is_sign(column))
            .find(|column| is_named(column, names))?;
        Some((*measure, column))
    });
    let signs = [(Measure::Promoters, of("nps")), (Measure::Satisfaction, of("csat"))];
    let columns = signs.into_iter().filter_map(|(measure, column)| Some((measure, column?))).chain(days);
    let measure = |(measure, column): (Measure, &AccountColumn)| {
        let Values::Number { values, places } = &column.values else { return None };
        let picked = picked(values, rows, NO_NUMBER);
        let (values, places) = measured(measure, picked, *places)?;
        Some(summed(measure, column, (&values, places), &segments, count))
    };
    Ok(columns.filter_map(measure).collect())
}

/// The values as they are averaged; nothing where the column holds something else.
fn measured(measure: Measure, values: Vec<i64>, places: u8) -> Option<(Vec<i64>, u8)> {
    let full = |number: i64| 10_i64.checked_pow(places.into())?.checked_mul(number);
    let there = || values.iter().copied().filter(|value| *value != NO_NUMBER);
    let (least, most) = (there().min()?, there().max()?);
    match measure {
        // One answer of 0 to 10 for each account (catalogue M22); else each has a score already.
        Measure::Promoters if least >= 0 && Some(most) <= full(10) => {
            let (nine, six) = (full(9)?, full(6)?);
            let vote = |value: i64| match value {
                NO_NUMBER => NO_NUMBER,
                value if value >= nine => 100,
                value if value <= six => -100,
                _ => 0,
            };
            Some((values.into_iter().map(vote).collect(), 0))
        }
        Measure::Satisfaction if Some(least) < full(1) || Some(most) > full(5) => None,
        Measure::ResponseDays | Measure::FirstValueDays if least < 0 => None,
        _ => Some((values, places)),
    }
}

fn summed(
    measure: Measure,
    column: &AccountColumn,
    (values, places): (&[i64], u8),
    segments: &[u16],
    count: u16,
) -> MeasureTold {
    let mut told = MeasureTold {
        measure,
        header: name(column).to_owned(),
        places,
        whole: (0, 0),
        segments: vec![(0, 0); count.into()],
    };
    for (value, segment) in values.iter().zip(segments).filter(|(value, _)| **value != NO_NUMBER) {
        for (sum, of) in
            [Some(&mut told.whole), told.segments.get_mut(usize::from(*segment))].into_iter().flatten()
        {
            *sum = sum.saturating_add(*value);
            *of = of.saturating_add(1);
        }
    }
    told
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it is surprised"
)]
mod tests {
    use super::*;

    #[test]
    fn answers_become_votes_and_scores_stay() {
        let of = |values: &[i64]| measured(Measure::Promoters, values.to_vec(), 0);
        assert_eq!(of(&[10, 9, 8, 6, NO_NUMBER]), Some((vec![100, 100, 0, -100, NO_NUMBER], 0)));
        assert_eq!(of(&[-20, 40]), Some((vec![-20, 40], 0)));
        assert_eq!(measured(Measure::Satisfaction, vec![10, 60], 1), None, "6 of 5 is another scale");
        assert_eq!(measured(Measure::FirstValueDays, vec![-3], 0), None);
    }

    #[test]
    fn a_name_is_a_sponsor_and_a_no_is_none() {
        assert_eq!(["Ada Byron", "yes", " None ", "No", ""].map(says_yes), [true, true, false, false, false]);
    }
}
