//! The team in words: what each owner looks after, how the accounts are cared for, and what there is time for.

use plimsoll_columns::scores::OwnerSums;
use plimsoll_metrics::health::{Care, Team, Time};
use plimsoll_metrics::{Book, Exact, Metric, Unit, metrics};
use rust_decimal::Decimal;

use super::Bench;
use super::care::{CARE, by_segment, missing, stat, whole};
use crate::lab::message::{CareSign, Measure, OwnerTold, TeamTold};
use crate::lab::typed;
use crate::sentence::source_note;
use crate::show::DASH;
use crate::view::EntryView;
use crate::view::lab::{Numbers, PublishedRange, TeamView, WayOut};

/// The most owners that are listed.
const MOST_OWNERS: usize = 200;

/// What each owner looks after, that ranges are published of.
static LOADS: [&Metric; 2] = [&metrics::ACCOUNTS_PER_CSM, &metrics::ARR_PER_CSM];

/// The sheet; where nothing is known of the team, why.
pub(super) fn show(bench: &Bench<'_>) -> Result<TeamView, WayOut> {
    let Some(told) = &bench.scored.team else { return Ok(waiting()) };
    if bench.facts.owners.is_empty() && told.care.is_empty() && told.measures.is_empty() {
        return Err(WayOut {
            what: "No column says who looks after an account, or how.".into(),
            way_out: "Add a column such as Owner or CSM, or name it in the review of the table: accounts and ARR of each then stand here.".into(),
        });
    }
    let time = Time {
        hours_per_manager: hours(&bench.lab.document.manager_hours),
        hours_per_account: hours(&bench.lab.document.hours),
    };
    let of = |owners: &[OwnerTold]| team(bench, told, owners, &time);
    let (team, everybody) = (of(&told.owners), whole(bench, told, of(&everybody(told)).whole));
    let first_value = told.measures.iter().find(|of| of.measure == Measure::FirstValueDays);
    Ok(TeamView {
        finding: finding(bench, &team),
        notes: notes(bench, told),
        owners: owners(bench, told, &team),
        published: LOADS.iter().flat_map(|metric| published(bench, &team.whole, metric)).collect(),
        care: CARE.iter().filter_map(|care| stat(bench, told, &everybody, care)).collect(),
        missing: missing(&everybody),
        first_value: first_value.map(|of| by_segment(bench, of)),
        hours: [
            field("hours", &bench.lab.document.hours),
            field("hours/manager", &bench.lab.document.manager_hours),
        ],
        capacity: capacity(bench, &team),
    })
}

/// The sums are on their way.
fn waiting() -> TeamView {
    let numbers = Numbers { caption: String::new(), heads: Vec::new(), rows: Vec::new() };
    TeamView {
        finding: "Adding up by owner …".into(),
        notes: Vec::new(),
        owners: numbers,
        published: Vec::new(),
        care: Vec::new(),
        missing: None,
        first_value: None,
        hours: [field("hours", ""), field("hours/manager", "")],
        capacity: String::new(),
    }
}

fn team(bench: &Bench<'_>, told: &TeamTold, owners: &[OwnerTold], time: &Time) -> Team {
    let sums: Vec<OwnerSums> = owners
        .iter()
        .map(|of| OwnerSums { accounts: of.accounts, arr: of.arr, more: of.more.clone() })
        .collect();
    let care: Vec<Care> = told.care.iter().map(|(sign, _)| (*sign).into()).collect();
    Team::of(&sums, &care, time, bench.context.writer.window, bench.context.writer.currency.decimals())
}

/// All owners, and the accounts that nobody looks after.
fn everybody(told: &TeamTold) -> Vec<OwnerTold> {
    told.owners.iter().chain([&told.nobody]).cloned().collect()
}

impl From<CareSign> for Care {
    fn from(sign: CareSign) -> Self {
        match sign {
            CareSign::ReviewsScheduled => Self::ReviewsScheduled,
            CareSign::ReviewsCompleted => Self::ReviewsCompleted,
            CareSign::ReviewDue => Self::ReviewDue,
            CareSign::Reviewed => Self::Reviewed,
            CareSign::Sponsored => Self::Sponsored,
            CareSign::Contacts => Self::Contacts,
            CareSign::MeetingsScheduled => Self::MeetingsScheduled,
            CareSign::MeetingsAttended => Self::MeetingsAttended,
        }
    }
}

/// Hours, where they are typed and more than none.
fn hours(text: &str) -> Option<Exact> {
    let quantity = typed::quantity(text).filter(|quantity| quantity.units > 0)?;
    Some(Exact::from(Decimal::from_i128_with_scale(quantity.units.into(), quantity.places.into())))
}

fn field(key: &str, text: &str) -> EntryView {
    let is_wrong = !text.trim().is_empty() && hours(text).is_none();
    EntryView {
        key: key.into(),
        text: text.into(),
        rest: "",
        prefix: String::new(),
        suffix: "hours".into(),
        problem: is_wrong.then(|| "Hours are a number above 0, such as 2.5.".into()),
    }
}

/// "Inside 2 of 6 published ranges": how many hold a value, of how many.
fn inside(bench: &Bench<'_>, metric: &Metric, value: &Exact) -> (usize, usize) {
    let ranges = bench.context.benchmarks.ranges(metric, bench.context.read.choices.segment);
    let held: Vec<bool> = ranges.iter().filter_map(|range| range.holds(value)).collect();
    (held.iter().filter(|is_held| **is_held).count(), held.len())
}

fn inside_words(bench: &Bench<'_>, metric: &Metric, value: &Exact) -> String {
    let (held, all) = inside(bench, metric, value);
    [&bench.count(held as u64), " of ", &bench.count(all as u64)].concat()
}

fn finding(bench: &Bench<'_>, team: &Team) -> String {
    let [accounts, arr] = LOADS.map(|metric| team.whole.evaluate(metric).ok());
    let Some(accounts) = accounts else { return "No column says who looks after an account.".into() };
    let writer = &bench.context.writer;
    let arr = arr.filter(|_| bench.facts.arr.is_some());
    let pay = arr
        .as_ref()
        .map(|arr| [" and ", &writer.value(Unit::MoneyPerYear, arr), " ARR"].concat())
        .unwrap_or_default();
    let of_arr = arr
        .as_ref()
        .map(|arr| [", and ", &inside_words(bench, &metrics::ARR_PER_CSM, arr), " of ARR"].concat());
    [
        "An owner looks after ",
        &writer.value(Unit::Customers, &accounts),
        " accounts",
        &pay,
        " on average: inside ",
        &inside_words(bench, &metrics::ACCOUNTS_PER_CSM, &accounts),
        " published ranges of accounts",
        &of_arr.unwrap_or_default(),
        ".",
    ]
    .concat()
}

fn notes(bench: &Bench<'_>, told: &TeamTold) -> Vec<String> {
    let mut notes = Vec::new();
    let alone = sum(&told.nobody.accounts);
    if bench.facts.owners.is_empty() {
        notes.push("Add a column such as Owner or CSM, or name it in the review of the table: accounts and ARR of each then stand here.".into());
    } else if alone > 0 {
        let are = if alone == 1 { " has no owner." } else { " have no owner." };
        notes.push([&bench.accounts(alone), are].concat());
    }
    if bench.facts.arr.is_none() && !bench.facts.owners.is_empty() {
        notes.push("No column says what accounts pay, so there is no ARR of each owner.".into());
    }
    let count = told.owners.iter().filter(|of| sum(&of.accounts) > 0).count();
    if count > MOST_OWNERS {
        notes.push(
            [
                "The ",
                &bench.count(MOST_OWNERS as u64),
                " with the most are listed, of ",
                &bench.count(count as u64),
                ".",
            ]
            .concat(),
        );
    }
    notes
}

fn sum(parts: &[i64; 4]) -> i64 {
    parts.iter().fold(0, |sum, part| sum.saturating_add(*part))
}

/// Every owner who looks after somebody, with the most ARR first, then the most accounts.
fn owners(bench: &Bench<'_>, told: &TeamTold, team: &Team) -> Numbers {
    let has_arr = bench.facts.arr.is_some();
    let care: Vec<&(&str, &'static Metric, &str)> = CARE
        .iter()
        .filter(|(_, metric, _)| team.owners.iter().any(|book| book.evaluate(metric).is_ok()))
        .collect();
    let mut heads = vec!["Owner", "Accounts", "Inside published ranges"];
    if has_arr {
        heads.extend(["ARR", "Inside published ranges"]);
    }
    heads.push("Red");
    if has_arr {
        heads.push("Red ARR");
    }
    heads.extend(care.iter().map(|(_, metric, _)| metric.term));
    let mut listed: Vec<(usize, &OwnerTold)> =
        told.owners.iter().enumerate().filter(|(_, of)| sum(&of.accounts) > 0).collect();
    listed.sort_by_key(|(_, of)| std::cmp::Reverse((sum(&of.arr), sum(&of.accounts))));
    listed.truncate(MOST_OWNERS);
    let row = |(number, of): (usize, &OwnerTold)| {
        let book = team.owners.get(number)?;
        let name = bench.facts.owners.get(number).map_or_else(|| DASH.into(), |(name, _)| name.clone());
        let held = |metric: &'static Metric| {
            book.evaluate(metric).map_or_else(|_| DASH.into(), |value| inside_words(bench, metric, &value))
        };
        let [red, ..] = of.accounts;
        let [red_arr, ..] = of.arr;
        let mut cells = vec![name, bench.count(sum(&of.accounts)), held(&metrics::ACCOUNTS_PER_CSM)];
        if has_arr {
            cells.extend([bench.arr(sum(&of.arr)), held(&metrics::ARR_PER_CSM)]);
        }
        cells.push(bench.count(red));
        if has_arr {
            cells.push(bench.arr(red_arr));
        }
        cells.extend(
            care.iter().map(|(_, metric, _)| value(bench, book, metric).unwrap_or_else(|| DASH.into())),
        );
        Some(cells)
    };
    Numbers { caption: "Accounts by owner".into(), heads, rows: listed.into_iter().filter_map(row).collect() }
}

pub(super) fn value(bench: &Bench<'_>, book: &Book, metric: &'static Metric) -> Option<String> {
    let value = book.evaluate(metric).ok()?;
    Some(bench.context.writer.value(metric.unit, &value))
}

/// The published ranges of what an owner looks after, and where the mean of the team stands.
fn published(bench: &Bench<'_>, whole: &Book, metric: &'static Metric) -> Vec<PublishedRange> {
    let value = whole.evaluate(metric).ok();
    let ranges = bench.context.benchmarks.ranges(metric, bench.context.read.choices.segment);
    let range = |range: &plimsoll_metrics::benchmarks::Published| PublishedRange {
        who: [metric.term, ", ", range.who.label()].concat(),
        said: bench.context.writer.cell(range.cell),
        stands: match value.as_ref().and_then(|value| range.holds(value)) {
            Some(true) => "inside".into(),
            Some(false) => "outside".into(),
            None => DASH.into(),
        },
        source: source_note(range.source).text,
    };
    ranges.iter().map(range).collect()
}

/// What there is time for, if two thirds of it go to customers.
fn capacity(bench: &Bench<'_>, team: &Team) -> String {
    let Ok(capacity) = team.whole.evaluate(&metrics::CSM_CAPACITY) else {
        return "Type both, and see how many accounts an owner has time for if two thirds of it go to customers.".into();
    };
    let writer = &bench.context.writer;
    let one = [
        "Two thirds of that time are enough for ",
        &writer.value(Unit::Customers, &capacity),
        " accounts of one owner.",
    ]
    .concat();
    let Ok(used) = team.whole.evaluate(&metrics::CAPACITY_USED) else { return one };
    let over = |book: &&Book| book.evaluate(&metrics::CAPACITY_USED).is_ok_and(|used| used > Exact::one());
    let all = team
        .owners
        .iter()
        .filter(|book| book.evaluate(&metrics::ACCOUNTS_PER_CSM).is_ok_and(|count| !count.is_zero()));
    let (over, all) = (team.owners.iter().filter(over).count(), all.count());
    let needed = team.whole.evaluate(&metrics::CSMS_BY_TIME).map(|count| writer.value(Unit::People, &count));
    let needed = needed
        .map(|count| [" All accounts with an owner take ", &count, " owners."].concat())
        .unwrap_or_default();
    let look = if over == 1 { " owner looks" } else { " owners look" };
    [
        &one,
        " On average ",
        &bench.share(&used),
        " of that is in use; ",
        &bench.count(over as u64),
        " of ",
        &bench.count(all as u64),
        look,
        " after more.",
        &needed,
    ]
    .concat()
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
    fn hours_are_above_zero() {
        assert_eq!(hours("2,5"), Some(Exact::percent(250)));
        assert_eq!(["0", "-1", "", "two"].map(hours), [None, None, None, None]);
    }
}
