//! Accounts laid out for scoring, and the state that is kept between moves.

use super::accounts::check_indicator;
use super::kernel::{CHUNK, Changed, Marks, Part, add_blank_column, add_column, mark, mark_by_weight};
use super::layout::{DIFFERENT, Layout, Run};
use super::standing::Standing;
use super::step::{Step, weighted};
use super::{
    Accounts, BINS, BLOCK, Class, ClassSums, FULL, Indicators, MISSING, Missing, Refusal, Scheme, Sums,
};
use crate::refusal::{filled, push};

/// Accounts with their scores.
///
/// ```
/// use plimsoll_columns::scores::{Accounts, Class, MISSING, Missing, Portfolio, Scheme, Weighing};
/// let accounts = Accounts {
///     indicators: vec![vec![8_000, 2_000, 3_000], vec![6_000, MISSING, 9_000]],
///     segments: vec![0, 0, 0],
///     segment_count: 1,
///     owners: vec![0, 0, 1],
///     amounts: vec![vec![10_000, 25_000, 7_000]],
/// };
/// let mut portfolio = Portfolio::new(accounts)?;
/// let weighing = Weighing { weights: vec![7_500, 2_500], red_below: 4_000, green_from: 7_000 };
/// portfolio.score(&Scheme::same(&weighing, 1, Missing::GivesUpWeight))?;
/// let red = portfolio.sums(Class::Red, None);
/// assert_eq!((red.accounts, red.amounts), (1, vec![25_000]));
/// assert_eq!(portfolio.account(0).and_then(|account| account.score), Some(7_500));
/// # Ok::<(), plimsoll_columns::scores::Refusal>(())
/// ```
#[derive(Clone, Debug)]
pub struct Portfolio {
    pub(super) layout: Layout,
    /// Indicators by block.
    pub(super) columns: Vec<Vec<Indicators>>,
    pub(super) segments: Vec<u16>,
    pub(super) segment_count: usize,
    pub(super) owners: Vec<u32>,
    /// Amounts by place, one after the other.
    pub(super) amounts: Vec<i64>,
    pub(super) amount_count: usize,
    /// The first amount by place: the ARR.
    pub(super) arr: Vec<i64>,
    /// The rank of each row's name.
    pub(super) ranks: Vec<u32>,
    /// Places by ARR, largest first; made when first asked for.
    pub(super) by_arr: Vec<u32>,

    pub(super) scheme: Option<Scheme>,
    /// Σ weight × indicator.
    pub(super) points: Vec<Sums>,
    /// Σ weight, in runs whose accounts differ.
    pub(super) weights: Vec<Sums>,
    pub(super) marks: Vec<Marks>,
    pub(super) standing: Standing,
    changed: Changed,
    /// Which places of each block may have a score, in runs whose accounts differ.
    allowed: Vec<u16>,
    /// Scores by place, [`MISSING`] where there is none.
    pub(super) scores: Vec<u16>,
    /// Whether they are those of the scheme: they are worked out when they are asked for.
    pub(super) scores_hold: bool,
    /// How many of them lie in each point, once that was counted.
    pub(super) bins: Option<[u32; BINS]>,
    /// Classes and scores that moves are counted from.
    pub(super) baseline: Option<super::moved::Baseline>,
    /// The order of the last table that was asked for.
    pub(super) order: super::order::Kept,
}

impl Portfolio {
    /// Lays accounts out. Nothing has a score until [`Portfolio::score`].
    ///
    /// # Errors
    ///
    /// Says what is odd about the columns; see [`Refusal`].
    pub fn new(mut accounts: Accounts) -> Result<Self, Refusal> {
        accounts.check()?;
        let layout = Layout::of(&accounts)?;
        let blocks = layout.real.len();
        let mut columns = Vec::new();
        for column in &mut accounts.indicators {
            push(&mut columns, placed(&layout, &core::mem::take(column))?)?;
        }
        let amount_count = accounts.amounts.len();
        let segment_count = usize::from(accounts.segment_count);
        let amounts = amounts_placed(&layout, &mut accounts.amounts)?;
        let mut arr = filled(0, layout.rows.len())?;
        for (slot, own) in arr.iter_mut().zip(amounts.chunks(amount_count.max(1))) {
            *slot = own.first().copied().unwrap_or_default();
        }
        let mut standing = Standing::new(segment_count, amount_count)?;
        for (segment, place) in accounts.segments.iter().zip(&layout.places) {
            let start = (*place as usize).saturating_mul(amount_count);
            let own = amounts.get(start..start.saturating_add(amount_count)).unwrap_or_default();
            standing.add((*segment).into(), own);
        }
        Ok(Self {
            columns,
            segments: accounts.segments,
            segment_count,
            owners: accounts.owners,
            amounts,
            amount_count,
            ranks: Vec::new(),
            by_arr: Vec::new(),
            scheme: None,
            points: filled([0; BLOCK], blocks)?,
            weights: filled([0; BLOCK], blocks)?,
            marks: filled(Marks::default(), blocks)?,
            standing,
            changed: Vec::new(),
            allowed: Vec::new(),
            scores: filled(MISSING, blocks.saturating_mul(BLOCK))?,
            scores_hold: false,
            bins: None,
            arr,
            baseline: None,
            order: super::order::Kept::default(),
            layout,
        })
    }

    /// How many accounts there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.segments.len()
    }

    /// How many segments there are.
    #[must_use]
    pub const fn segment_count(&self) -> usize {
        self.segment_count
    }

    /// Scores every account. What the last scheme came to is kept, so that of one changed weight only its column is read, in the
    /// segments where it changed.
    ///
    /// # Errors
    ///
    /// Says what is odd about the scheme; then everything stays as it was.
    pub fn score(&mut self, scheme: &Scheme) -> Result<(), Refusal> {
        scheme.check(self.columns.len(), self.segment_count)?;
        self.changed.try_reserve(CHUNK)?;
        let old = self.scheme.take().filter(|old| old.missing == scheme.missing);
        if old.is_none() {
            self.points.fill([0; BLOCK]);
            self.weights.fill([0; BLOCK]);
        }
        let runs = core::mem::take(&mut self.layout.runs);
        for run in &runs {
            let step = Step::of(run, &self.layout.patterns, old.as_ref(), scheme);
            if let Some(old) = &old
                && step.changes_nothing(&Step::of(run, &self.layout.patterns, Some(old), old))
            {
                continue;
            }
            self.follow(run, &step, scheme);
        }
        self.layout.runs = runs;
        self.scheme = Some(scheme.clone());
        (self.scores_hold, self.bins) = (false, None);
        self.order.forget_scores();
        Ok(())
    }

    /// Takes a run to where its step leads.
    fn follow(&mut self, run: &Run, step: &Step, scheme: &Scheme) {
        if run.pattern == DIFFERENT {
            self.allow(run, scheme);
        }
        let mut start = run.blocks.start;
        while start < run.blocks.end {
            let end = start.saturating_add(CHUNK).min(run.blocks.end);
            if run.pattern == DIFFERENT {
                self.chunk_by_weight(run, start, end, step, scheme.missing);
            } else {
                self.chunk(start, end, step);
            }
            self.settle(run.segment, start);
            start = end;
        }
    }

    /// Blocks whose accounts have the same weight.
    fn chunk(&mut self, start: usize, end: usize, step: &Step) {
        let part = |(indicator, times): &(usize, i16)| Part {
            column: self
                .columns
                .get(*indicator)
                .and_then(|column| column.get(start..end))
                .unwrap_or_default(),
            times: *times,
        };
        let Some(points) = self.points.get_mut(start..end) else { return };
        // Without a change of weight, the first column is added no times.
        let (last, others) = step.parts.split_last().unwrap_or((&(0, 0), &[]));
        for other in others {
            add_column(points, part(other));
        }
        let none = [0; CHUNK];
        let scored =
            if step.scored { self.layout.real.get(start..end) } else { none.get(..end.wrapping_sub(start)) };
        let (Some(scored), Some(marks)) = (scored, self.marks.get_mut(start..end)) else { return };
        mark(points, part(last), step.limits, scored, marks, &mut self.changed);
    }

    /// Blocks whose accounts have different weights.
    fn chunk_by_weight(&mut self, run: &Run, start: usize, end: usize, step: &Step, missing: Missing) {
        let (Some(points), Some(weights), Some(marks)) = (
            self.points.get_mut(start..end),
            self.weights.get_mut(start..end),
            self.marks.get_mut(start..end),
        ) else {
            return;
        };
        let least = if missing == Missing::CountsAsZero { MISSING.cast_signed() } else { 0 };
        for (indicator, times) in &step.parts {
            let column = self.columns.get(*indicator).and_then(|column| column.get(start..end));
            let part = Part { column: column.unwrap_or_default(), times: *times };
            add_blank_column(points, weights, part, least);
        }
        let first = start.wrapping_sub(run.blocks.start);
        let scored = self.allowed.get(first..).unwrap_or_default();
        mark_by_weight(points, weights, step.limits, scored, marks, &mut self.changed);
    }

    /// Which accounts of a run the policy lets have a score.
    fn allow(&mut self, run: &Run, scheme: &Scheme) {
        self.allowed.clear();
        let Some(real) = self.layout.real.get(run.blocks.clone()) else { return };
        self.allowed.extend_from_slice(real);
        let Some(weighing) =
            scheme.segments.get(run.segment).filter(|_| scheme.missing == Missing::LeavesOut)
        else {
            return;
        };
        let bits = weighted(weighing);
        let rows = self.layout.rows.chunks(BLOCK).skip(run.blocks.start);
        for (allowed, rows) in self.allowed.iter_mut().zip(rows) {
            for (place, row) in (0..).zip(rows) {
                let number = self.layout.pattern_of.get(*row as usize).copied().unwrap_or_default();
                let pattern = self.layout.patterns.get(number as usize).copied().unwrap_or_default();
                if pattern.missing & bits != 0 {
                    *allowed &= !1_u16.unbounded_shl(place);
                }
            }
        }
    }

    /// Moves the money of what changed class in a chunk.
    fn settle(&mut self, segment: usize, start: usize) {
        let width = self.amount_count.saturating_mul(BLOCK);
        for (block, before) in self.changed.drain(..) {
            let block = start.saturating_add(block as usize);
            let from = block.saturating_mul(width);
            let amounts = self.amounts.get(from..from.saturating_add(width)).unwrap_or_default();
            if let Some(now) = self.marks.get(block) {
                self.standing.change(segment, before, *now, amounts);
            }
        }
    }

    /// How many accounts, and how much money, are in a class of a segment, or of all of them.
    #[must_use]
    pub fn sums(&self, class: Class, segment: Option<usize>) -> ClassSums {
        self.standing.of(class, segment)
    }

    /// Puts another column in an indicator's place, as when its zero point moves. Scores have to be asked for anew.
    ///
    /// # Errors
    ///
    /// [`Refusal::Lengths`] and [`Refusal::Indicator`].
    pub fn replace(&mut self, indicator: usize, column: Vec<u16>) -> Result<(), Refusal> {
        if indicator >= self.columns.len() || column.len() != self.count() {
            return Err(Refusal::Lengths);
        }
        check_indicator(indicator, &column)?;
        let lacks = |points: u16| if points > FULL { points } else { 0 };
        let as_before = (0..)
            .zip(&column)
            .all(|(row, points)| self.indicator(indicator, row).map(lacks) == Some(lacks(*points)));
        if as_before {
            let placed = placed(&self.layout, &column)?;
            if let Some(slot) = self.columns.get_mut(indicator) {
                *slot = placed;
            }
            self.scheme = None;
            (self.scores_hold, self.bins) = (false, None);
            self.order.forget();
            return Ok(());
        }
        let mut accounts = self.accounts()?;
        if let Some(slot) = accounts.indicators.get_mut(indicator) {
            *slot = column;
        }
        let mut new = Self::new(accounts)?;
        new.take_baseline(self)?;
        new.ranks = core::mem::take(&mut self.ranks);
        *self = new;
        Ok(())
    }

    /// The accounts as they were given.
    fn accounts(&self) -> Result<Accounts, Refusal> {
        let rows = 0..self.count();
        let mut indicators = Vec::new();
        for indicator in 0..self.columns.len() {
            push(&mut indicators, rows.clone().filter_map(|row| self.indicator(indicator, row)).collect())?;
        }
        let mut amounts = Vec::new();
        for column in 0..self.amount_count {
            push(
                &mut amounts,
                rows.clone().filter_map(|row| self.amounts(row).get(column).copied()).collect(),
            )?;
        }
        let segment_count = u16::try_from(self.segment_count).unwrap_or(u16::MAX);
        let (segments, owners) = (self.segments.clone(), self.owners.clone());
        Ok(Accounts { indicators, segments, segment_count, owners, amounts })
    }
}

/// A column by blocks, in the order of the layout.
fn placed(layout: &Layout, column: &[u16]) -> Result<Vec<Indicators>, Refusal> {
    let mut blocks = filled([MISSING; BLOCK], layout.real.len())?;
    for (block, rows) in blocks.iter_mut().zip(layout.rows.as_chunks::<BLOCK>().0) {
        *block = rows.map(|row| column.get(row as usize).copied().unwrap_or(MISSING));
    }
    Ok(blocks)
}

/// All columns of amounts by place, those of a place one after the other.
fn amounts_placed(layout: &Layout, columns: &mut [Vec<i64>]) -> Result<Vec<i64>, Refusal> {
    let width = columns.len();
    let mut amounts = filled(0, layout.rows.len().saturating_mul(width))?;
    for (number, column) in columns.iter_mut().enumerate() {
        let column = core::mem::take(column);
        for (slot, row) in amounts.iter_mut().skip(number).step_by(width.max(1)).zip(&layout.rows) {
            *slot = column.get(*row as usize).copied().unwrap_or_default();
        }
    }
    Ok(amounts)
}
