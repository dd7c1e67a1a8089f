//! Scales that no source prints as bands: made of a target and a warning, or of what is usual.

use std::borrow::Cow;

use super::find::{Found, cell, cell_for};
use super::group::{Segment, Who};
use super::number::Number;
use super::scale::{Band, Cut, Edge, Scale, Standing, Target};
use super::source::Origin;
use super::table::{Body, Cell, Role, Table};
use super::tables::TABLES;
use crate::Direction;

/// The published scale of the metric of this slug: its levels with the segment's own target, else the bands that a
/// target, a warning or a usual range make.
pub(super) fn published(slug: &str, segment: Option<Segment>) -> Option<Cow<'static, Scale>> {
    let Some(scale) = levels(slug) else {
        return between_lines(slug, segment).or_else(|| usual(slug)).map(Cow::Owned);
    };
    let own = segment.and_then(|segment| cell_for(slug, Role::Target, Who::Segment(segment)));
    match own.and_then(|found| target(found, &scale.source)) {
        Some(target) => Some(Cow::Owned(Scale { target: Some(target), ..scale.clone() })),
        None => Some(Cow::Borrowed(scale)),
    }
}

/// The levels printed for the metric of this slug.
fn levels(slug: &str) -> Option<&'static Scale> {
    TABLES.iter().find_map(|table: &&Table| match &table.body {
        Body::Levels { scale, .. } if table.about.contains(&slug) => Some(*scale),
        _ => None,
    })
}

/// A stretch that is wanted, and the stretches beside it.
fn between_lines(slug: &str, segment: Option<Segment>) -> Option<Scale> {
    let found = cell(slug, Role::Target, segment)?;
    let warning = cell(slug, Role::Warning, segment);
    let direction = direction(found.cell, warning.map(|warning| warning.cell))?;
    let alert = warning.and_then(|warning| line(warning.cell));
    let bands = match found.cell {
        Cell::Range(low, high) => around_range(direction, low, high, alert?),
        _ => past_line(direction, line(found.cell)?, alert),
    };
    let source = Origin::Published(warning.unwrap_or(found).source());
    Some(Scale { bands: Cow::Owned(bands), direction, target: target(found, &source), source })
}

/// Which way is better: away from the warning, or towards the target.
const fn direction(target: Cell, warning: Option<Cell>) -> Option<Direction> {
    match (target, warning) {
        (Cell::Above(_) | Cell::AtLeast(_), _) | (Cell::Range(..), Some(Cell::Below(_))) => {
            Some(Direction::Higher)
        }
        (Cell::Below(_) | Cell::UpTo(_), _) | (Cell::Range(..), Some(Cell::Above(_))) => {
            Some(Direction::Lower)
        }
        _ => None,
    }
}

/// The cut at a line: to which band the line itself belongs follows from its sign.
const fn line(cell: Cell) -> Option<Cut> {
    match cell {
        Cell::Above(line) | Cell::UpTo(line) => Some(line.cut(Edge::Ends)),
        Cell::AtLeast(line) | Cell::Below(line) => Some(line.cut(Edge::Starts)),
        _ => None,
    }
}

const fn band(name: &'static str, standing: Standing, meaning: &'static str) -> Band {
    Band { name: Cow::Borrowed(name), standing, meaning: Cow::Borrowed(meaning), from: None }
}

const WARNING: Band = band("Warning", Standing::Concerning, "past the line at which to act");
const ALERT: Band = band("Alert", Standing::Concerning, "past the line at which to act");
const WATCH: Band = band("Watch", Standing::Acceptable, "between the target and the line at which to act");
const SHORT: Band = band("Below target", Standing::BelowTarget, "the target is not reached");
const REACHED: Band = band("At target", Standing::Good, "the target is reached");
const WITHIN: Band = band("In the target range", Standing::Good, "as a portfolio should be");
const BETTER: Band = band("Better than target", Standing::Good, "on the better side of the target range");
const LESS: Band =
    band("Below what is usual", Standing::Good, "less than others spend; see that nobody is neglected");
const USUAL: Band = band("What is usual", Standing::Good, "as much as others spend");
const MORE: Band =
    band("Above what is usual", Standing::Acceptable, "more than others spend; it should pay back");

/// Warning, watch, target; or the last two alone, where no line warns.
fn past_line(direction: Direction, target: Cut, warning: Option<Cut>) -> Vec<Band> {
    let worst_first = match warning {
        Some(_) => vec![WARNING, WATCH, REACHED],
        None => vec![SHORT, REACHED],
    };
    ordered(direction, worst_first, warning.into_iter().chain([target]).collect())
}

/// Alert, watch, the range, and what is better than it.
fn around_range(direction: Direction, low: Number, high: Number, warning: Cut) -> Vec<Band> {
    let (low, high) = (low.cut(Edge::Starts), high.cut(Edge::Ends));
    let (near, far) = match direction {
        Direction::Higher => (low, high),
        Direction::Lower => (high, low),
    };
    ordered(direction, vec![ALERT, WATCH, WITHIN, BETTER], vec![warning, near, far])
}

/// The bands with their starts, lowest values first; given from worst to best, with the cuts between them.
fn ordered(direction: Direction, mut bands: Vec<Band>, mut cuts: Vec<Cut>) -> Vec<Band> {
    if direction == Direction::Lower {
        bands.reverse();
        cuts.reverse();
    }
    for (band, cut) in bands.iter_mut().skip(1).zip(cuts) {
        band.from = Some(cut);
    }
    bands
}

/// What is usual for anyone, with less and more beside it. It is no target.
fn usual(slug: &str) -> Option<Scale> {
    let found = cell_for(slug, Role::Typical, Who::Anyone)?;
    let Cell::Range(low, high) = found.cell else { return None };
    let direction = found.table.direction?;
    let cuts = [low.cut(Edge::Starts), high.cut(Edge::Ends)];
    let mut bands = vec![LESS, USUAL, MORE];
    for (band, cut) in bands.iter_mut().skip(1).zip(cuts) {
        band.from = Some(cut);
    }
    Some(Scale {
        bands: Cow::Owned(bands),
        direction,
        target: None,
        source: Origin::Published(found.source()),
    })
}

/// The line of a cell, beside bands of this origin. Of a range it is the end that comes first on the way to the better.
fn target(found: Found, bands: &Origin) -> Option<Target> {
    let (line, strict) = match found.cell {
        Cell::Above(line) | Cell::Below(line) => (line, true),
        Cell::AtLeast(line) | Cell::UpTo(line) => (line, false),
        Cell::Range(low, high) => {
            let warning = warning_beside(found)?;
            (if direction(found.cell, Some(warning))? == Direction::Higher { low } else { high }, false)
        }
        _ => return None,
    };
    let who = found.row.who;
    let meaning = match who.segment() {
        Some(Segment::Enterprise) => "the line for enterprise",
        Some(Segment::MidMarket) => "the line for mid-market",
        Some(Segment::Smb) => "the line for SMB",
        None if matches!(found.cell, Cell::Range(..)) => "the near end of the target range",
        // There is nothing to say that the line does not.
        None => "",
    };
    let line = if strict { Target::past(line, meaning) } else { Target::at(line, meaning) };
    let source = Some(found.source()).filter(|source| bands.source() != Some(source));
    Some(Target { who, dissent: found.row.dissent, source, ..line })
}

/// The warning in the same row.
fn warning_beside(found: Found) -> Option<Cell> {
    let Body::Rows { columns, .. } = &found.table.body else { return None };
    columns
        .iter()
        .zip(found.row.cells)
        .find(|(column, _)| column.role == Role::Warning)
        .map(|(_, cell)| *cell)
}
