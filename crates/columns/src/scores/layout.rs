//! Where accounts stand: those of one segment with the same indicators missing together, in whole blocks.

use core::ops::Range;

use super::{APART, Accounts, BLOCK, MISSING, Refusal};
use crate::refusal::{filled, push};

/// Fewer accounts than this with the same indicators missing share a run with others: a block is not filled for one account.
const FEW: u32 = 4 * BLOCK as u32;
/// What stands at a place without an account.
pub(super) const NOBODY: u32 = u32::MAX;
/// The pattern of a run whose accounts differ.
pub(super) const DIFFERENT: u32 = u32::MAX;

/// Which indicators an account lacks, one bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    /// Those without a value.
    pub(super) missing: u64,
    /// Those that do not apply.
    pub(super) apart: u64,
}

/// Neighbours of one segment.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) blocks: Range<usize>,
    pub(super) segment: usize,
    /// The number of the pattern that all of them have, or [`DIFFERENT`].
    pub(super) pattern: u32,
}

/// The order of accounts.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub(super) runs: Vec<Run>,
    pub(super) patterns: Vec<Pattern>,
    /// The pattern of each row.
    pub(super) pattern_of: Vec<u32>,
    /// The row at each place, or [`NOBODY`].
    pub(super) rows: Vec<u32>,
    /// The place of each row.
    pub(super) places: Vec<u32>,
    /// Which places of each block have an account.
    pub(super) real: Vec<u16>,
}

impl Layout {
    pub(super) fn of(accounts: &Accounts) -> Result<Self, Refusal> {
        let (patterns, pattern_of) = patterns(accounts)?;
        let mut layout = Self { patterns, pattern_of, ..Self::default() };
        let (group_of, groups) = layout.groups(accounts)?;
        let mut next = filled(0_usize, groups.len())?;
        let mut block = 0_usize;
        for (group, next) in groups.iter().zip(&mut next) {
            *next = block.saturating_mul(BLOCK);
            let end = block.saturating_add((group.count as usize).div_ceil(BLOCK));
            push(
                &mut layout.runs,
                Run { blocks: block..end, segment: group.segment, pattern: group.pattern },
            )?;
            block = end;
        }
        layout.rows = filled(NOBODY, block.saturating_mul(BLOCK))?;
        layout.places = filled(0, accounts.count())?;
        layout.real = filled(0, block)?;
        for ((row, group), place) in (0..).zip(&group_of).zip(&mut layout.places) {
            let Some(at) = next.get_mut(*group as usize) else { continue };
            if let (Some(slot), Some(real)) = (layout.rows.get_mut(*at), layout.real.get_mut(*at / BLOCK)) {
                *slot = row;
                *real |= 1 << (*at % BLOCK);
            }
            *place = u32::try_from(*at).unwrap_or(NOBODY);
            *at = at.saturating_add(1);
        }
        Ok(layout)
    }

    /// The group of each row, and the groups in the order in which they stand: by segment, within it by pattern.
    fn groups(&self, accounts: &Accounts) -> Result<(Vec<u32>, Vec<Group>), Refusal> {
        // By segment, as many slots as there are patterns, and one for accounts that differ.
        let wide = self.patterns.len().saturating_add(1);
        let most = usize::from(accounts.segment_count).checked_mul(wide).ok_or(Refusal::NoMemory)?;
        let mut counts = filled(0_u32, most)?;
        let slot = |segment: u16, pattern: u32| {
            usize::from(segment).saturating_mul(wide).saturating_add(pattern as usize)
        };
        for (segment, pattern) in accounts.segments.iter().zip(&self.pattern_of) {
            if let Some(count) = counts.get_mut(slot(*segment, *pattern)) {
                *count = count.saturating_add(1);
            }
        }
        let mut groups: Vec<Group> = Vec::new();
        for (segment, counts) in counts.chunks_mut(wide).enumerate() {
            name_groups(segment, counts, &mut groups)?;
        }
        let mut group_of = filled(0, accounts.count())?;
        for ((segment, pattern), group) in accounts.segments.iter().zip(&self.pattern_of).zip(&mut group_of) {
            *group = counts.get(slot(*segment, *pattern)).copied().unwrap_or_default();
        }
        for group in &group_of {
            if let Some(group) = groups.get_mut(*group as usize) {
                group.count = group.count.saturating_add(1);
            }
        }
        Ok((group_of, groups))
    }
}

/// Accounts of one segment that stand together.
struct Group {
    segment: usize,
    pattern: u32,
    count: u32,
}

/// Turns the counts of a segment's patterns into the numbers of their groups.
fn name_groups(segment: usize, counts: &mut [u32], groups: &mut Vec<Group>) -> Result<(), Refusal> {
    let mut different = None;
    for (pattern, count) in (0..).zip(counts) {
        let number = u32::try_from(groups.len()).unwrap_or(NOBODY);
        let is_new = match (*count, different) {
            (0, _) => continue,
            (FEW.., _) => true,
            (_, None) => {
                different = Some(number);
                true
            }
            (_, Some(_)) => false,
        };
        let shared = *count < FEW;
        *count = if shared { different.unwrap_or(number) } else { number };
        if is_new {
            push(groups, Group { segment, pattern: if shared { DIFFERENT } else { pattern }, count: 0 })?;
        }
    }
    Ok(())
}

/// All patterns there are, and that of each row.
fn patterns(accounts: &Accounts) -> Result<(Vec<Pattern>, Vec<u32>), Refusal> {
    let mut of = filled(Pattern::default(), accounts.count())?;
    for (indicator, column) in accounts.indicators.iter().enumerate() {
        let bit = 1_u64.unbounded_shl(u32::try_from(indicator).unwrap_or(u32::MAX));
        for (pattern, points) in of.iter_mut().zip(column) {
            pattern.missing |= if *points == MISSING { bit } else { 0 };
            pattern.apart |= if *points == APART { bit } else { 0 };
        }
    }
    let mut known = Known::default();
    let mut numbers = filled(0, of.len())?;
    for (number, pattern) in numbers.iter_mut().zip(&of) {
        *number = known.number(*pattern)?;
    }
    Ok((known.patterns, numbers))
}

/// Patterns by number: a table of places, kept at most half full.
#[derive(Default)]
struct Known {
    patterns: Vec<Pattern>,
    slots: Vec<u32>,
}

impl Known {
    fn number(&mut self, pattern: Pattern) -> Result<u32, Refusal> {
        if self.patterns.len().saturating_mul(2) >= self.slots.len() {
            self.grow()?;
        }
        let slot = self.slot(pattern);
        match self.slots.get_mut(slot) {
            Some(number) if *number == NOBODY => {
                *number = u32::try_from(self.patterns.len()).map_err(|_| Refusal::TooManyAccounts)?;
                let new = *number;
                push(&mut self.patterns, pattern)?;
                Ok(new)
            }
            Some(number) => Ok(*number),
            None => Err(Refusal::NoMemory),
        }
    }

    /// Where a pattern stands, or could.
    fn slot(&self, pattern: Pattern) -> usize {
        let mask = self.slots.len().saturating_sub(1);
        let mixed = (pattern.missing ^ pattern.apart.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut slot = (mixed >> 32) as usize & mask;
        while let Some(number) = self.slots.get(slot)
            && *number != NOBODY
            && self.patterns.get(*number as usize) != Some(&pattern)
        {
            slot = slot.wrapping_add(1) & mask;
        }
        slot
    }

    fn grow(&mut self) -> Result<(), Refusal> {
        self.slots = filled(NOBODY, self.slots.len().saturating_mul(4).max(64))?;
        for number in 0..self.patterns.len() {
            let Some(pattern) = self.patterns.get(number) else { break };
            let slot = self.slot(*pattern);
            if let (Some(slot), Ok(number)) = (self.slots.get_mut(slot), u32::try_from(number)) {
                *slot = number;
            }
        }
        Ok(())
    }
}
