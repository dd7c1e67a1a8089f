//! Holds the score against what became of the accounts.

use plimsoll_columns::accounts::Accounts;
use plimsoll_columns::scores;
use plimsoll_forecast::validation::{
    Area, Bin, Confusion, Day, LeadTimes, MISSING, NoVerdict, Rate, Scored, SegmentArea, Snapshot, Stability,
    Tally, Thresholds, Validation, areas_by_segment, lead_times, stability, validate,
};
use plimsoll_metrics::health::Model;

use super::super::checked::{
    AreaTold, Basis, BinTold, CheckAsk, Checked, CurveTold, LeadTold, MovedTold, NoCheck, RateTold, SEED,
    SegmentTold, StabilityTold, Verdict, WarningTold,
};
use super::super::keep::KeptModel;
use super::super::message::LabRefusal;
use super::fate::Fates;
use super::held::Held;

/// The most points of the curve.
const POINTS: u32 = 200;
/// The most snapshots that are scored to see when accounts turned red: the latest ones.
const SNAPSHOTS: usize = 24;

/// The accounts of a snapshot with scores, and what became of them.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) basis: Basis,
    pub(super) outcomes: plimsoll_forecast::validation::Outcomes,
    /// The row of each.
    rows: Vec<usize>,
    /// The number of each account.
    pub(super) numbers: Vec<u32>,
    /// A column for each indicator.
    pub(super) columns: Vec<Vec<u16>>,
    /// Each score, rounded down.
    scores: Vec<u16>,
    held: Held,
}

/// A check under way: begun once, then step by step, and ended by being dropped.
#[derive(Debug)]
pub(super) struct Checking {
    model: Model,
    kept: KeptModel,
    ready: Ready,
    thresholds: Thresholds,
    arr: Vec<i64>,
    /// What is found so far; nothing before the first step.
    verdict: Option<Verdict>,
    early: Early,
    /// Whether it is found what hangs on the weights.
    is_steady: bool,
    /// So many steps of so many are done.
    progress: (u32, u32),
}

/// What became of scores before accounts left: a snapshot a step, the latest ones first.
#[derive(Debug)]
struct Early {
    /// The day on which each account left; nothing where no column says so.
    left: Option<Vec<Option<Day>>>,
    /// The snapshots that are still to be scored, with their days.
    ahead: Vec<(u16, i32)>,
    scored: Vec<(Day, Vec<u16>)>,
}

/// Steps besides the snapshots: the curve, what hangs on the weights, and the segments.
const OTHER_STEPS: u32 = 3;

/// Begins, or says why nothing can be checked.
pub(super) fn begin(accounts: &Accounts, ask: &CheckAsk) -> Result<Checking, Checked> {
    let refused = |why| Checked { basis: Basis::default(), verdict: Err(why) };
    let model = ask.model.read().map_err(|_| refused(NoCheck::Refused(LabRefusal::Model)))?;
    let fates = Fates::of(accounts).ok_or_else(|| refused(NoCheck::NoOutcomes))?;
    let ready = ready(accounts, &fates, (&ask.model, &model), ask.snapshot, None)
        .map_err(|refusal| refused(NoCheck::Refused(refusal)))?;
    let arr = ready.rows.iter().map(|row| ready.held.arr(u32::try_from(*row).unwrap_or(u32::MAX))).collect();
    let thresholds = Thresholds { red_below: model.red_below, green_from: model.green_from };
    let early = Early::of(accounts, &fates);
    let steps = u32::try_from(early.ahead.len()).unwrap_or(u32::MAX).saturating_add(OTHER_STEPS);
    Ok(Checking {
        kept: ask.model.clone(),
        model,
        ready,
        thresholds,
        arr,
        verdict: None,
        early,
        is_steady: false,
        progress: (0, steps),
    })
}

impl Checking {
    /// How far it is: steps done, of so many.
    pub(super) const fn progress(&self) -> (u32, u32) {
        self.progress
    }

    /// The next step, and the answer after the last one.
    pub(super) fn step(&mut self, accounts: &Accounts) -> Option<Checked> {
        let (done, _) = &mut self.progress;
        *done = done.saturating_add(1);
        let Some(verdict) = &mut self.verdict else {
            return match validate(&self.ready.scored(&self.arr), self.thresholds, SEED) {
                Err(why) => Some(self.answer(Err(why.into()))),
                Ok(found) => {
                    self.verdict = Some(told(&found));
                    None
                }
            };
        };
        if !self.early.ahead.is_empty() {
            let scored = self.early.score_next(accounts, &self.kept);
            return scored.err().map(|refusal| self.answer(Err(NoCheck::Refused(refusal))));
        }
        if !self.is_steady {
            self.is_steady = true;
            verdict.lead = self.early.told(self.model.red_below);
            verdict.stability = self.ready.stability(&self.model, self.thresholds);
            return None;
        }
        let mut verdict = std::mem::take(verdict);
        verdict.segments = self.ready.segments(&self.ready.scored(&self.arr));
        Some(self.answer(Ok(Box::new(verdict))))
    }

    fn answer(&self, verdict: Result<Box<Verdict>, NoCheck>) -> Checked {
        Checked { basis: self.ready.basis.clone(), verdict }
    }
}

/// Scores the accounts of a snapshot, and finds out what became of them, as far as it was known by a day where one is named.
pub(super) fn ready(
    accounts: &Accounts,
    fates: &Fates,
    (kept, model): (&KeptModel, &Model),
    snapshot: u16,
    by: Option<i32>,
) -> Result<Ready, LabRefusal> {
    let held = Held::moved_on(None, accounts, kept, snapshot, false)?;
    let all = held.numbers(accounts);
    let watched = fates.after(snapshot, &all, by);
    let counts_as_zero = model.missing == scores::Missing::CountsAsZero;
    let points = |indicator: usize, row: usize| match held.portfolio.indicator(indicator, row) {
        Some(MISSING) if counts_as_zero => 0,
        Some(points) if points <= scores::FULL => points,
        // What does not apply is not there.
        _ => MISSING,
    };
    let column = |indicator: usize| watched.kept.iter().map(|row| points(indicator, *row)).collect();
    Ok(Ready {
        columns: (0..model.indicators.len()).map(column).collect(),
        scores: watched.kept.iter().map(|row| score(&held, *row)).collect(),
        numbers: watched.kept.iter().filter_map(|row| all.get(*row).copied()).collect(),
        basis: watched.basis,
        outcomes: watched.outcomes,
        rows: watched.kept,
        held,
    })
}

/// The score of a row, rounded down.
fn score(held: &Held, row: usize) -> u16 {
    let account = held.portfolio.account(row).filter(|account| account.class != scores::Class::Unscored);
    let down = account.and_then(|account| account.points.checked_div(account.weight));
    down.and_then(|score| u16::try_from(score).ok()).unwrap_or(MISSING)
}

impl Ready {
    pub(super) fn columns(&self) -> Vec<&[u16]> {
        self.columns.iter().map(Vec::as_slice).collect()
    }

    /// What hangs on the weights, among accounts that have a score. It is worked out from one list of weights, so not where
    /// segments have their own.
    fn stability(&self, model: &Model, thresholds: Thresholds) -> Option<StabilityTold> {
        if !model.segments.is_empty() {
            return None;
        }
        let is_scored = || self.scores.iter().map(|score| *score != MISSING);
        let picked = |column: &Vec<u16>| -> Vec<u16> {
            column.iter().zip(is_scored()).filter(|(_, is)| *is).map(|(value, _)| *value).collect()
        };
        let columns: Vec<Vec<u16>> = self.columns.iter().map(picked).collect();
        let outcomes: Vec<_> = self
            .outcomes
            .as_slice()
            .iter()
            .zip(is_scored())
            .filter(|(_, is)| *is)
            .map(|(of, _)| *of)
            .collect();
        let weights: Vec<u32> = model.indicators.iter().map(|of| of.weight).collect();
        let columns: Vec<&[u16]> = columns.iter().map(Vec::as_slice).collect();
        stability(&columns, &weights, &outcomes, thresholds).ok().map(|found| steady(&found))
    }

    fn scored<'a>(&'a self, arr: &'a [i64]) -> Scored<'a> {
        Scored { scores: &self.scores, outcomes: &self.outcomes, arr }
    }

    fn segments(&self, scored: &Scored<'_>) -> Vec<SegmentTold> {
        let count = u16::try_from(self.held.portfolio.segment_count()).unwrap_or(u16::MAX);
        let segment =
            |row: &usize| self.held.portfolio.account(*row).map_or(u16::MAX, |account| account.segment);
        let of: Vec<u16> = self.rows.iter().map(segment).collect();
        let found = areas_by_segment(scored, &of, count).into_iter();
        let told = |SegmentArea { segment, left, stayed, area }: SegmentArea| SegmentTold {
            segment,
            counted: (left, stayed),
            area: area.map(|area| area_told(&area)),
        };
        found.map(told).filter(|told| told.counted != (0, 0)).collect()
    }
}

impl Early {
    /// Nothing is ahead where the days on which accounts left are not known.
    fn of(accounts: &Accounts, fates: &Fates) -> Self {
        let count = u16::try_from(accounts.snapshots().len()).unwrap_or(u16::MAX);
        let left = fates.days_of_leaving();
        let dated = (0..count).rev().filter_map(|snapshot| Some((snapshot, fates.day(snapshot)?)));
        let latest: Vec<(u16, i32)> = dated.take(SNAPSHOTS).collect();
        let ahead = if left.is_some() { latest.into_iter().rev().collect() } else { Vec::new() };
        Self { left, ahead, scored: Vec::new() }
    }

    /// Scores the next snapshot.
    fn score_next(&mut self, accounts: &Accounts, kept: &KeptModel) -> Result<(), LabRefusal> {
        let Some((snapshot, day)) = self.ahead.pop() else { return Ok(()) };
        let held = Held::moved_on(None, accounts, kept, snapshot, false)?;
        let mut scores = vec![MISSING; self.left.as_ref().map_or(0, Vec::len)];
        for (row, number) in held.numbers(accounts).into_iter().enumerate() {
            if let Some(slot) = scores.get_mut(number as usize) {
                *slot = score(&held, row);
            }
        }
        self.scored.push((Day(day), scores));
        Ok(())
    }

    /// When accounts turned red, where there are several snapshots with days.
    fn told(&self, red_below: u16) -> Option<LeadTold> {
        let snapshots: Vec<Snapshot<'_>> =
            self.scored.iter().map(|(day, scores)| Snapshot { day: *day, scores }).collect();
        lead_times(&snapshots, self.left.as_ref()?, red_below).map(|found| early(&found))
    }
}

fn told(found: &Validation) -> Verdict {
    let curve = found.counts.curve_of_at_most(POINTS).into_iter();
    let brier = found.calibration.brier;
    Verdict {
        counted: (found.counts.left, found.counts.stayed),
        without_score: found.counts.without_score,
        few: found.few,
        area: area_told(&found.area),
        curve: curve
            .map(|point| CurveTold {
                up_to: point.up_to,
                recall: point.recall,
                false_alarms: point.false_alarms,
            })
            .collect(),
        warnings: [warning(&found.red), warning(&found.not_green)],
        deciles: found.deciles.iter().map(|decile| (decile.lift, decile.gain)).collect(),
        bins: found.calibration.bins.iter().map(|bin| bin_told(found, bin)).collect(),
        brier: (brier.of_scores, brier.of_one_rate),
        ..Verdict::default()
    }
}

fn bin_told(found: &Validation, bin: &Bin) -> BinTold {
    let chance = found.calibration.chance(bin.from.midpoint(bin.to));
    BinTold { from: bin.from, to: bin.to, left: bin.left.map(|rate| rate_told(&rate)), chance }
}

fn warning(found: &Confusion) -> WarningTold {
    let cell = |of: Tally| (of.accounts, i64::try_from(of.arr).unwrap_or(i64::MAX));
    WarningTold {
        below: found.warns_below,
        cells: [found.warned_left, found.warned_stayed, found.quiet_left, found.quiet_stayed].map(cell),
        rates: [found.recall(), found.precision(), found.specificity()]
            .map(|rate| rate.map(|rate| rate_told(&rate))),
        recall_by_arr: found.recall_by_arr(),
    }
}

fn rate_told(rate: &Rate) -> RateTold {
    RateTold { count: rate.count, total: rate.total, interval: (rate.interval.low, rate.interval.high) }
}

pub(super) fn area_told(area: &Area) -> AreaTold {
    AreaTold {
        millionths: area.millionths(),
        interval: area.interval.map(|interval| (interval.low, interval.high)),
    }
}

fn early(found: &LeadTimes) -> LeadTold {
    LeadTold {
        warned: found.warned as u64,
        from_the_start: found.red_from_the_start as u64,
        never_red: found.never_red as u64,
        quartiles: [found.lower_quartile, found.median, found.upper_quartile],
        longest_gap: found.longest_gap,
    }
}

fn steady(found: &Stability) -> StabilityTold {
    let moved = found.moved.iter().map(|of| MovedTold {
        indicator: u16::try_from(of.indicator).unwrap_or(u16::MAX),
        points: of.points,
        accounts: of.accounts,
        changed: of.changed_class,
        area: of.area,
    });
    StabilityTold { moved: moved.collect(), areas: found.areas }
}

impl From<NoVerdict> for NoCheck {
    fn from(why: NoVerdict) -> Self {
        match why {
            NoVerdict::NobodyLeft => Self::NobodyLeft,
            NoVerdict::NobodyStayed => Self::NobodyStayed,
            NoVerdict::TooFewLeft { left } => Self::TooFewLeft(left),
            NoVerdict::TooFewStayed { stayed } => Self::TooFewStayed(stayed),
            NoVerdict::OneScore { score } => Self::OneScore(score),
            NoVerdict::LengthsDiffer | NoVerdict::ThresholdsReversed => Self::Refused(LabRefusal::Model),
        }
    }
}
