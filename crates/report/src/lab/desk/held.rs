//! The accounts of one snapshot under one model: laid out once, then moved on.

use plimsoll_columns::accounts::{AccountColumn, Accounts, NO_DAY, NO_NUMBER, NO_TEXT, Part, Values};
use plimsoll_columns::scores::{self, MISSING, Portfolio};
use plimsoll_metrics::health::{Indicator, Model, Moment, MoneySums, Points, RawColumn, RuleFault};

use super::super::facts::{name, rows_of, text};
use super::super::keep::KeptModel;
use super::super::message::{
    Class, LabRefusal, MoneyTold, Moved, MovedAccount, OddTold, OpenAccount, RawValue, ScoreAsk, Scored,
    Spread,
};

/// How many of those who changed class are told.
const MOVED: usize = 12;
/// How many lines with odd values are told of each kind.
const ODD_LINES: usize = 5;
/// What accounts without a segment are put into, where others have one.
const NO_SEGMENT: &str = "–";

/// The portfolio with what it was made from.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) kept: KeptModel,
    snapshot: u16,
    /// The rows of the snapshot, in the order in which the portfolio numbers them.
    pub(super) rows: Vec<u32>,
    pub(super) portfolio: Portfolio,
    /// The weights of each segment, by which it was scored last.
    pub(super) weights: Vec<Vec<u32>>,
    /// The odd values of each indicator, in the order of [`plimsoll_metrics::health::Odd::ALL`].
    odd: Vec<[OddTold; 4]>,
    unread: Vec<u16>,
    /// Whether names have been put in order.
    pub(super) is_named: bool,
    pub(super) owner_count: usize,
    /// What accounts paid a year ago that are no longer there.
    gone: i64,
    /// The rows of those who have left, ascending.
    left: Vec<u32>,
    /// For each indicator twice the median and how many have it. They depend on no weight, so they are kept.
    medians: Option<Vec<Option<(u32, u32)>>>,
}

/// One indicator's points, which values are odd, and whether its column could be read.
struct Fed {
    points: Vec<u16>,
    odd: [OddTold; 4],
    is_read: bool,
}

impl Held {
    /// The accounts under another model or snapshot: of what was there, as much is kept as still holds.
    pub(super) fn moved_on(
        held: Option<Self>,
        accounts: &Accounts,
        kept: &KeptModel,
        snapshot: u16,
        begins: bool,
    ) -> Result<Self, LabRefusal> {
        let model = kept.read().map_err(|_| LabRefusal::Model)?;
        let mut held = match held {
            Some(mut held) => {
                if begins {
                    held.portfolio.keep_as_baseline()?;
                }
                if held.snapshot == snapshot && held.has_same_columns(kept) {
                    held.feed_again(accounts, kept, &model)?;
                    held
                } else {
                    let mut new = Self::new(accounts, kept, &model, snapshot)?;
                    if held.snapshot == snapshot {
                        new.portfolio.take_baseline(&held.portfolio)?;
                    }
                    new
                }
            }
            None => Self::new(accounts, kept, &model, snapshot)?,
        };
        let scheme = scheme(accounts, &model);
        held.portfolio.score(&scheme)?;
        held.weights = scheme.segments.into_iter().map(|weighing| weighing.weights).collect();
        Ok(held)
    }

    fn new(accounts: &Accounts, kept: &KeptModel, model: &Model, snapshot: u16) -> Result<Self, LabRefusal> {
        let rows = rows_of(accounts, snapshot.into());
        if rows.is_empty() {
            return Err(LabRefusal::Empty);
        }
        let fed: Vec<Fed> = kept
            .indicators
            .iter()
            .zip(&model.indicators)
            .map(|(kept, indicator)| {
                feed(accounts, &rows, &kept.column, indicator, day_of(accounts, snapshot))
            })
            .collect();
        let (owners, owner_count) = owners(accounts, &rows);
        let paid = super::money::paid(accounts, &rows, snapshot);
        let table = scores::Accounts {
            segments: segments(accounts, &rows)?,
            segment_count: segment_count(accounts)?,
            owners,
            amounts: paid.amounts,
            indicators: fed.iter().map(|one| one.points.clone()).collect(),
        };
        let mut held = Self {
            kept: kept.clone(),
            snapshot,
            portfolio: Portfolio::new(table)?,
            weights: Vec::new(),
            rows,
            odd: Vec::new(),
            unread: Vec::new(),
            is_named: false,
            owner_count,
            gone: paid.gone,
            left: paid.left,
            medians: None,
        };
        held.note(&fed);
        Ok(held)
    }

    /// Whether the indicators are the same ones in number, so that the layout holds.
    fn has_same_columns(&self, kept: &KeptModel) -> bool {
        self.kept.indicators.len() == kept.indicators.len()
    }

    /// Reads anew what is read in another way.
    fn feed_again(&mut self, accounts: &Accounts, kept: &KeptModel, model: &Model) -> Result<(), LabRefusal> {
        let day = day_of(accounts, self.snapshot);
        let pairs = kept.indicators.iter().zip(&model.indicators).enumerate();
        for (place, (now, indicator)) in pairs {
            let before = self.kept.indicators.get(place);
            let is_same = before.is_some_and(|before| {
                before.column == now.column && before.rule == now.rule && before.applies == now.applies
            });
            if is_same {
                continue;
            }
            let fed = feed(accounts, &self.rows, &now.column, indicator, day);
            self.note_one(place, &fed);
            self.medians = None;
            self.portfolio.replace(place, fed.points)?;
        }
        self.kept = kept.clone();
        Ok(())
    }

    fn note(&mut self, fed: &[Fed]) {
        self.odd = vec![Default::default(); fed.len()];
        fed.iter().enumerate().for_each(|(place, one)| self.note_one(place, one));
    }

    fn note_one(&mut self, place: usize, fed: &Fed) {
        if let Some(odd) = self.odd.get_mut(place) {
            odd.clone_from(&fed.odd);
        }
        let number = u16::try_from(place).unwrap_or(u16::MAX);
        self.unread.retain(|unread| *unread != number);
        if !fed.is_read {
            self.unread.push(number);
        }
    }

    /// All that is shown.
    pub(super) fn scored(&mut self, accounts: &Accounts, ask: &ScoreAsk) -> Result<Scored, LabRefusal> {
        let spreads = self.portfolio.spreads()?;
        let classes = Class::ALL.map(|class| self.class_sums(class));
        let medians = self.medians()?;
        Ok(Scored {
            classes,
            bins: spreads.total.bins.to_vec(),
            spread: spread(&spreads.total),
            medians,
            odd: self.odd.clone(),
            unread: self.unread.clone(),
            moved: self.moved(accounts)?,
            table: self.table(accounts, &ask.table)?,
            open: ask.open.and_then(|row| self.open(accounts, row)),
            money: if ask.money { Some(self.money(ask.save)?) } else { None },
            team: if ask.owners { Some(self.team(accounts)?) } else { None },
        })
    }

    fn medians(&mut self) -> Result<Vec<Option<(u32, u32)>>, LabRefusal> {
        if let Some(medians) = &self.medians {
            return Ok(medians.clone());
        }
        let medians = self.portfolio.medians(None)?.into_iter();
        let medians: Vec<_> = medians.map(|median| median.map(|of| (of.twice, of.of))).collect();
        self.medians = Some(medians.clone());
        Ok(medians)
    }

    fn class_sums(&self, class: Class) -> (i64, i64) {
        let sums = self.portfolio.sums(class.into(), None);
        (sums.accounts, sums.amounts.first().copied().unwrap_or(0))
    }

    fn moved(&mut self, accounts: &Accounts) -> Result<Moved, LabRefusal> {
        let moved = self.portfolio.moved(MOVED)?;
        let account = |of: &scores::Move| MovedAccount {
            row: of.row,
            name: self.name(accounts, of.row),
            arr: self.arr(of.row),
            from: (of.from.into(), of.score_before),
            to: (of.to.into(), of.score),
        };
        Ok(Moved { counts: moved.counts, accounts: moved.accounts.iter().map(account).collect() })
    }

    fn money(&mut self, save: u32) -> Result<MoneyTold, LabRefusal> {
        let sums = MoneySums::of(&mut self.portfolio, None, save as usize, &self.left)?;
        let MoneySums { accounts, classes, saved_accounts, saved, .. } = sums;
        Ok(MoneyTold { accounts, classes, saved_accounts, saved, gone: self.gone })
    }

    fn open(&self, accounts: &Accounts, row: u32) -> Option<OpenAccount> {
        let place = *self.rows.get(row as usize)? as usize;
        let value = |kept: &super::super::keep::KeptIndicator| {
            column(accounts, &kept.column).map_or(RawValue::Missing, |column| raw(&column.values, place))
        };
        Some(OpenAccount {
            line: self.line(accounts, row)?,
            stands_in: accounts.lines().get(place).copied().unwrap_or(0),
            points: self.points(row),
            values: self.kept.indicators.iter().map(value).collect(),
        })
    }

    /// The points of an account by indicator, as a column keeps them.
    pub(super) fn points(&self, row: u32) -> Vec<u16> {
        let of = |place| self.portfolio.indicator(place, row as usize).unwrap_or(MISSING);
        (0..self.kept.indicators.len()).map(of).collect()
    }

    /// The name of an account: its own, or what it is told apart by.
    pub(super) fn name(&self, accounts: &Accounts, row: u32) -> String {
        let Some(place) = self.rows.get(row as usize).map(|place| *place as usize) else {
            return String::new();
        };
        let named = accounts.texts(Part::Name).and_then(|(ids, values)| {
            let id = ids.get(place).copied().filter(|id| *id != NO_TEXT)?;
            Some(text(values, id as usize))
        });
        let number = accounts.account_of().get(place).copied().unwrap_or(u32::MAX);
        named.unwrap_or_else(|| text(accounts.ids(), number as usize))
    }

    /// The number of the account of each row.
    pub(super) fn numbers(&self, accounts: &Accounts) -> Vec<u32> {
        self.rows
            .iter()
            .map(|row| accounts.account_of().get(*row as usize).copied().unwrap_or(u32::MAX))
            .collect()
    }

    pub(super) fn arr(&self, row: u32) -> i64 {
        self.portfolio.amounts(row as usize).first().copied().unwrap_or(0)
    }
}

fn spread(of: &scores::Spread) -> Spread {
    Spread {
        scored: of.scored,
        points: of.points,
        arr: of.arr,
        points_by_arr: of.points_by_arr,
        weight_present: of.weight_present,
        weight_applying: of.weight_applying,
    }
}

/// The column of this name.
pub(super) fn column<'a>(accounts: &'a Accounts, header: &str) -> Option<&'a AccountColumn> {
    accounts.columns().iter().find(|column| name(column) == header)
}

/// The day of a snapshot; where the data does not say, the latest day that stands in it anywhere but ahead: a renewal.
fn day_of(accounts: &Accounts, snapshot: u16) -> i32 {
    let day = accounts.snapshots().get(usize::from(snapshot)).map_or(NO_DAY, |one| one.day);
    if day != NO_DAY {
        return day;
    }
    let past = accounts.columns().iter().filter(|column| !matches!(column.heading.part, Part::Renewal));
    let days =
        past.filter_map(|column| if let Values::Day(days) = &column.values { Some(days) } else { None });
    days.flatten().copied().filter(|day| *day != NO_DAY).max().unwrap_or(0)
}

/// The points of an indicator. One without a column, or with one of another kind, is missing everywhere.
fn feed(accounts: &Accounts, rows: &[u32], header: &str, indicator: &Indicator, day: i32) -> Fed {
    let read = column(accounts, header).map(|column| read(accounts, rows, column, indicator, day));
    match read {
        Some(Ok(read)) => Fed { odd: odd(accounts, rows, &read), points: read.points, is_read: true },
        Some(Err(_)) | None => {
            Fed { points: vec![MISSING; rows.len()], odd: Default::default(), is_read: false }
        }
    }
}

/// The odd values, with the first lines of the data on which they stand.
fn odd(accounts: &Accounts, rows: &[u32], read: &Points) -> [OddTold; 4] {
    let mut odd = read.odd_counts.map(|count| OddTold { count, lines: Vec::new() });
    for (row, kind) in &read.odd {
        let line = rows.get(*row as usize).and_then(|row| accounts.lines().get(*row as usize));
        let of_kind = odd.get_mut(*kind as usize).filter(|of| of.lines.len() < ODD_LINES);
        if let Some((of, line)) = of_kind.zip(line) {
            of.lines.push(*line);
        }
    }
    odd
}

fn read(
    accounts: &Accounts,
    rows: &[u32],
    column: &AccountColumn,
    indicator: &Indicator,
    day: i32,
) -> Result<Points, RuleFault> {
    let started = accounts.columns().iter().find(|column| column.heading.sign == "customer-since");
    let started =
        started.and_then(|column| if let Values::Day(days) = &column.values { Some(days) } else { None });
    let started: Option<Vec<i32>> = started.map(|days| picked(days, rows, NO_DAY));
    let moment = Moment { day, started: started.as_deref() };
    match &column.values {
        Values::Number { values, places } => indicator
            .read(RawColumn::Numbers { units: &picked(values, rows, NO_NUMBER), places: *places }, moment),
        Values::Day(days) => indicator.read(RawColumn::Days(&picked(days, rows, NO_DAY)), moment),
        Values::Text { ids, values } => {
            let texts: Vec<String> = (0..values.len()).map(|number| text(values, number)).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            indicator.read(RawColumn::Texts { numbers: &picked(ids, rows, NO_TEXT), texts: &texts }, moment)
        }
    }
}

/// The values in these rows.
pub(super) fn picked<T: Copy>(values: &[T], rows: &[u32], missing: T) -> Vec<T> {
    rows.iter().map(|row| values.get(*row as usize).copied().unwrap_or(missing)).collect()
}

fn raw(values: &Values, row: usize) -> RawValue {
    match values {
        Values::Number { values, places } => {
            let value = values.get(row).copied().filter(|value| *value != NO_NUMBER);
            value.map_or(RawValue::Missing, |value| RawValue::Number(value, *places))
        }
        Values::Day(days) => {
            days.get(row).copied().filter(|day| *day != NO_DAY).map_or(RawValue::Missing, RawValue::Day)
        }
        Values::Text { ids, values } => {
            let id = ids.get(row).copied().filter(|id| *id != NO_TEXT);
            id.map_or(RawValue::Missing, |id| RawValue::Text(text(values, id as usize)))
        }
    }
}

/// The segments by name, in the order of their numbers; the last is for accounts without one.
fn segment_names(accounts: &Accounts) -> Vec<String> {
    let texts = accounts.texts(Part::Segment).map(|(_, texts)| texts);
    let names = texts.into_iter().flat_map(|texts| (0..texts.len()).map(|number| text(texts, number)));
    names.chain([NO_SEGMENT.to_owned()]).collect()
}

pub(super) fn segment_count(accounts: &Accounts) -> Result<u16, LabRefusal> {
    u16::try_from(segment_names(accounts).len()).map_err(|_| LabRefusal::TooManySegments)
}

pub(super) fn segments(accounts: &Accounts, rows: &[u32]) -> Result<Vec<u16>, LabRefusal> {
    let last = segment_count(accounts)?.saturating_sub(1);
    let Some((ids, _)) = accounts.texts(Part::Segment) else { return Ok(vec![last; rows.len()]) };
    let number = |row: &u32| {
        let id = ids.get(*row as usize).copied().filter(|id| *id != NO_TEXT);
        id.and_then(|id| u16::try_from(id).ok()).unwrap_or(last).min(last)
    };
    Ok(rows.iter().map(number).collect())
}

/// The owner of each row by number, and how many owners there are. Who has none is beyond them, with one number for all.
fn owners(accounts: &Accounts, rows: &[u32]) -> (Vec<u32>, usize) {
    let Some((ids, texts)) = accounts.texts(Part::Owner) else { return (vec![0; rows.len()], 0) };
    // No more owners than accounts: numbers of those beyond, who look after nobody here, would not fit.
    let most = u32::try_from(rows.len()).unwrap_or(u32::MAX).saturating_sub(1);
    let nobody = u32::try_from(texts.len()).unwrap_or(u32::MAX).min(most);
    let number =
        |row: &u32| ids.get(*row as usize).copied().filter(|id| *id != NO_TEXT).unwrap_or(nobody).min(nobody);
    (rows.iter().map(number).collect(), texts.len().min(nobody as usize))
}

fn scheme(accounts: &Accounts, model: &Model) -> scores::Scheme {
    let names = segment_names(accounts);
    model.scheme(&names.iter().map(String::as_str).collect::<Vec<_>>())
}
