//! Several lines of a scale, moved at once.

use plimsoll_metrics::benchmarks::Scale;
use rust_decimal::Decimal;

/// The most decimals of a line.
const DECIMALS: u32 = 9;

/// Where the line in this position stands; 0 parts the two lowest bands.
pub(crate) fn line(scale: &Scale, position: usize) -> Option<Decimal> {
    let cut = scale.bands.get(position.checked_add(1)?)?.from?;
    Some(cut.value().to_decimal(DECIMALS)?.normalize())
}

/// The scale with these lines where they are wanted; nothing where they cannot stand there together.
///
/// A line stops before its neighbours, so they go in an order in which none is in another one's way: those that go up
/// from the highest on, then those that go down from the lowest on.
pub(super) fn with_lines(scale: &Scale, moves: &[(usize, Decimal)]) -> Option<Scale> {
    let mut sorted = moves.to_vec();
    sorted.sort_unstable_by_key(|(position, _)| *position);
    let goes_up =
        |(position, value): &&(usize, Decimal)| line(scale, *position).is_some_and(|now| *value > now);
    let ups = sorted.iter().rev().filter(goes_up);
    let downs = sorted.iter().filter(|one| !goes_up(one));
    let moved = ups
        .chain(downs)
        .fold(scale.clone(), |moved, (position, value)| moved.with_cut_moved(*position, value.normalize()));
    let stands = |(position, value): &(usize, Decimal)| line(&moved, *position) == Some(value.normalize());
    moves.iter().all(stands).then_some(moved)
}

/// The scale with the lines of another one; nothing where that has other bands.
pub(super) fn with_cuts_of(scale: &Scale, other: &Scale) -> Option<Scale> {
    if scale.bands.len() != other.bands.len() {
        return None;
    }
    let positions = 0..scale.bands.len().saturating_sub(1);
    let lines: Option<Vec<_>> = positions.map(|position| Some((position, line(other, position)?))).collect();
    let mut moves = lines?;
    moves.retain(|(position, value)| line(scale, *position) != Some(*value));
    with_lines(scale, &moves)
}
