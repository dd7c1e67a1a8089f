//! Every place in a range at which a goal starts or stops to be met: a grid first, then halving.

use plimsoll_metrics::Exact;

use super::dial::Dial;

/// Into how many parts the range, and what lies around what there is, are cut.
const PARTS: i64 = 64;

/// What was found in a range.
pub(super) struct Found {
    /// Units on the side that meets the goal, next to ones that do not, lowest first.
    pub(super) edges: Vec<i64>,
    /// Units that meet the goal, next to ones at which the metric has no value.
    pub(super) openings: Vec<i64>,
    /// The metric on the grid, where it has a value.
    pub(super) values: Vec<(i64, Exact)>,
}

/// Whether the goal is met; nothing where the metric has no value.
type State = Option<bool>;

/// Looks through the range. `at` gives whether the goal is met at so many units, and the metric there.
pub(super) fn search(dial: &Dial<'_>, at: impl Fn(i64) -> Option<(bool, Exact)>) -> Found {
    let mut found = Found { edges: Vec::new(), openings: Vec::new(), values: Vec::new() };
    let state = |units: i64| at(units).map(|(is_met, _)| is_met);
    let mut before: Option<(i64, State)> = None;
    for units in grid(dial) {
        let here = at(units);
        let met = here.as_ref().map(|(is_met, _)| *is_met);
        if let Some(before) = before {
            halve(before, (units, met), &state, &mut found);
        }
        before = Some((units, met));
        found.values.extend(here.map(|(_, value)| (units, value)));
    }
    found.edges.dedup();
    found.openings.dedup();
    found
}

/// Narrows every change of state between two places down to neighbours.
fn halve(low: (i64, State), high: (i64, State), state: &impl Fn(i64) -> State, found: &mut Found) {
    if low.1 == high.1 {
        return;
    }
    let middle = low.0.midpoint(high.0);
    if middle != low.0 && middle != high.0 {
        let middle = (middle, state(middle));
        halve(low, middle, state, found);
        halve(middle, high, state, found);
        return;
    }
    match (low, high) {
        ((units, Some(true)), (_, Some(false))) | ((_, Some(false)), (units, Some(true))) => {
            found.edges.push(units);
        }
        ((units, Some(true)), (_, None)) | ((_, None), (units, Some(true))) => found.openings.push(units),
        _ => {}
    }
}

/// Places to look at, lowest first: evenly over the range, evenly around what there is, and doubling away from zero.
fn grid(dial: &Dial<'_>) -> Vec<i64> {
    let now = dial.now.as_ref().and_then(|now| dial.units_below(now)).unwrap_or_default();
    let around = now.saturating_abs().saturating_mul(2);
    let doubling = (0..62_u32).filter_map(|power| 1_i64.checked_shl(power));
    let mut places: Vec<i64> = even(dial.least, dial.most)
        .chain(even(dial.least, around))
        .chain(doubling.flat_map(|units| [units, units.saturating_neg()]))
        .chain([0, now, now.saturating_add(1), dial.most])
        .filter(|units| (dial.least..=dial.most).contains(units))
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

fn even(least: i64, most: i64) -> impl Iterator<Item = i64> {
    let part = most.saturating_sub(least).checked_div(PARTS).unwrap_or_default().max(1);
    (0..=PARTS).map(move |place| least.saturating_add(part.saturating_mul(place)))
}

/// Looks between the places of the grid around one: a peak may just meet the goal between two places that do not.
pub(super) fn look_around(found: &mut Found, units: i64, state: &impl Fn(i64) -> State) {
    let (low, high) = neighbours(found, place_of(found, units));
    for (low, high) in [(low, units), (units, high)] {
        halve((low, state(low)), (high, state(high)), state, found);
    }
    found.edges.dedup();
    found.openings.dedup();
}

/// The place of the grid that is not above.
fn place_of(found: &Found, units: i64) -> usize {
    found.values.iter().take_while(|(place, _)| *place <= units).count().saturating_sub(1)
}

/// The places before and after one of the grid, or itself at the ends.
fn neighbours(found: &Found, place: usize) -> (i64, i64) {
    let units = |place: usize| found.values.get(place).map(|(units, _)| *units);
    let own = units(place).unwrap_or_default();
    (place.checked_sub(1).and_then(units).unwrap_or(own), place.checked_add(1).and_then(units).unwrap_or(own))
}

/// The units whose metric is nearest to the line: the best of the grid, then thirds of what lies around it.
pub(super) fn nearest(found: &Found, distance: impl Fn(i64) -> Option<Exact>) -> i64 {
    let place = |(place, (units, _)): (usize, &(i64, Exact))| Some((distance(*units)?, place));
    let best = found.values.iter().enumerate().filter_map(place).min().map_or(0, |(_, place)| place);
    let (mut low, mut high) = neighbours(found, best);
    while high.saturating_sub(low) > 2 {
        let third = high.saturating_sub(low).checked_div(3).unwrap_or_default();
        let (one, two) = (low.saturating_add(third), high.saturating_sub(third));
        // Where there is no value, it is far away.
        let is_nearer = match (distance(one), distance(two)) {
            (Some(one), Some(two)) => one <= two,
            (one, _) => one.is_some(),
        };
        if is_nearer { high = two } else { low = one }
    }
    let around = (low..=high).filter_map(|units| Some((distance(units)?, units)));
    let grid = found.values.get(best).and_then(|(units, _)| Some((distance(*units)?, *units)));
    around.chain(grid).min().map_or(low, |(_, units)| units)
}
