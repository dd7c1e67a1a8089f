//! The same question within each segment.
//!
//! A score that only tells small customers from large ones has a large area over all accounts and none within a segment.

use super::{Area, Counts, Outcome, Scored};

/// How well a score tells who leaves among the accounts of one segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SegmentArea {
    /// The segment.
    pub segment: u16,
    /// Accounts that left and have a score.
    pub left: u64,
    /// Accounts that stayed and have a score.
    pub stayed: u64,
    /// The area under the curve; nothing with fewer than [`LEAST_OF_EACH`](super::LEAST_OF_EACH) that left, or that stayed.
    pub area: Option<Area>,
}

/// The area of each of the first `count` segments; `segments` says which each account is in.
#[must_use]
pub fn areas_by_segment(scored: &Scored<'_>, segments: &[u16], count: u16) -> Vec<SegmentArea> {
    let outcomes = scored.outcomes.as_slice();
    let of = |segment: u16| {
        let within = scored.scores.iter().zip(outcomes).zip(segments).filter(|(_, of)| **of == segment);
        let mut counts = Counts::default();
        within.for_each(|((score, outcome), _): ((&u16, &Outcome), _)| counts.add(*score, *outcome));
        let enough = counts.left.min(counts.stayed) >= super::LEAST_OF_EACH;
        let area = counts.area().filter(|_| enough);
        SegmentArea { segment, left: counts.left, stayed: counts.stayed, area }
    };
    (0..count).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validation::Outcomes;

    /// Everybody of segment 0 scores low and leaves by half, segment 1 scores high and leaves by a tenth; within a segment all are equal.
    #[test]
    fn a_score_that_only_knows_the_segment_tells_nothing_within_it() {
        let rows: Vec<(u16, u16, bool)> = (0..100)
            .map(|place| {
                (place % 2, 2_000 + 6_000 * (place % 2), place % (if place % 2 == 0 { 4 } else { 20 }) < 2)
            })
            .collect();
        let outcomes = Outcomes::undated(&rows.iter().map(|row| Some(row.2)).collect::<Vec<_>>());
        let scores: Vec<_> = rows.iter().map(|row| row.1).collect();
        let segments: Vec<_> = rows.iter().map(|row| row.0).collect();
        let scored = Scored { scores: &scores, outcomes: &outcomes, arr: &[] };
        let all = Counts::of(&scores, outcomes.as_slice()).area().map(|area| area.millionths());
        assert!(all > Some(600_000), "{all:?}");
        let within = areas_by_segment(&scored, &segments, 3);
        let areas: Vec<_> = within.iter().map(|found| found.area.map(|area| area.millionths())).collect();
        assert_eq!(areas, [Some(500_000), None, None]);
        assert_eq!(within.iter().map(|found| found.left).collect::<Vec<_>>(), [25, 5, 0]);
    }
}
