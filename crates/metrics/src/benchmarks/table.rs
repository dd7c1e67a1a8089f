//! A published table: what the lookups read, and what a page of benchmarks shows.

use super::group::Who;
use super::number::{Measure, Number};
use super::scale::{Cut, Edge, Scale};
use super::source::Source;
use crate::{Direction, Exact};

/// A published table.
#[derive(Debug)]
pub struct Table {
    /// Its number in the catalogue, which some tables share: `A2.16`.
    pub id: &'static str,
    /// The name under which it is linked.
    pub slug: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Where it is from; a row that is from elsewhere says so.
    pub source: &'static Source,
    /// What its numbers are measured over or of, where that has to be said.
    pub basis: &'static str,
    /// The slugs of the metrics that all of it speaks of; where it has none, columns or rows may have some.
    pub about: &'static [&'static str],
    /// Which way is better, where that can be said of the whole table.
    pub direction: Option<Direction>,
    /// What stands in it.
    pub body: Body,
}

/// What stands in a table.
#[derive(Debug)]
pub enum Body {
    /// The bands of a scale.
    Levels {
        /// What its lines count.
        measure: Measure,
        /// The scale.
        scale: &'static Scale,
    },
    /// Rows of cells.
    Rows {
        /// The heading above whom the rows are for; nothing where the rows do not say so.
        who: Option<&'static str>,
        /// The columns after that.
        columns: &'static [Column],
        /// The rows.
        rows: &'static [Row],
    },
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: &'static str,
    /// What its cells are.
    pub role: Role,
    /// The slugs of the metrics it speaks of, where the table has none.
    pub about: &'static [&'static str],
}

/// What a cell is to its metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Words, or a number that nothing is held against.
    Aside,
    /// The line below which the worst quarter lies.
    Bottom,
    /// The middle.
    Median,
    /// The line from which the best quarter lies.
    Top,
    /// What to reach.
    Target,
    /// Where it becomes bad.
    Warning,
    /// What is usual; both ends are inside.
    Typical,
    /// A rule of thumb, over a year.
    Rule,
    /// A rule of thumb, over a month.
    MonthlyRule,
}

/// A row.
#[derive(Debug)]
pub struct Row {
    /// Whom it is for.
    pub who: Who,
    /// The slugs of the metrics it speaks of, where neither table nor column has any.
    pub about: &'static [&'static str],
    /// Where it is from, where that is not the table's source.
    pub source: Option<&'static Source>,
    /// What another source says, where it says something else.
    pub dissent: Option<&'static str>,
    /// One cell a column.
    pub cells: &'static [Cell],
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Words.
    Text(&'static str),
    /// Whom the row is for.
    Who(Who),
    /// A number.
    Exactly(Number),
    /// About so many.
    About(Number),
    /// More than this.
    Above(Number),
    /// This or more.
    AtLeast(Number),
    /// Less than this.
    Below(Number),
    /// This or less.
    UpTo(Number),
    /// Between the two, both included.
    Range(Number, Number),
    /// From the first on; the second is the usual upper end.
    RangeAndMore(Number, Number),
    /// Below a line that lies between the two.
    BelowEither(Number, Number),
    /// The stretch of a band.
    Stretch {
        /// Where it starts; nothing for the lowest.
        from: Option<Cut>,
        /// Where the next one starts; nothing for the highest.
        to: Option<Cut>,
        /// What its lines count.
        measure: Measure,
    },
}

impl Cell {
    /// The one number in it, where there is one.
    #[must_use]
    pub fn value(self) -> Option<Exact> {
        self.number().map(Number::value)
    }

    pub(super) const fn number(self) -> Option<Number> {
        match self {
            Self::Exactly(one)
            | Self::About(one)
            | Self::Above(one)
            | Self::AtLeast(one)
            | Self::Below(one)
            | Self::UpTo(one) => Some(one),
            _ => None,
        }
    }

    /// The number by which it is sorted: the one in it, or the lower end.
    #[must_use]
    pub fn sort_key(self) -> Option<Exact> {
        match self {
            Self::Range(low, _) | Self::RangeAndMore(low, _) | Self::BelowEither(low, _) => Some(low.value()),
            // The lowest band comes just before the one that ends it.
            Self::Stretch { from, to, .. } => match (from, to) {
                (Some(from), _) => Some(from.value()),
                (None, Some(to)) => Some(to.value().minus(&Exact::one())),
                (None, None) => None,
            },
            _ => self.value(),
        }
    }

    /// Whether a value lies in it; nothing where it has no ends to lie between.
    #[must_use]
    pub fn holds(self, value: &Exact) -> Option<bool> {
        self.holds_by(value, Number::value)
    }

    /// Whether a value lies in it, each number taken as `read` gives it.
    pub(super) fn holds_by(self, value: &Exact, read: impl Fn(Number) -> Exact) -> Option<bool> {
        Some(match self {
            Self::Above(line) => *value > read(line),
            Self::AtLeast(line) | Self::RangeAndMore(line, _) => *value >= read(line),
            Self::Below(line) | Self::BelowEither(_, line) => *value < read(line),
            Self::UpTo(line) => *value <= read(line),
            Self::Range(low, high) => (read(low)..=read(high)).contains(value),
            Self::Stretch { from, to, .. } => {
                from.is_none_or(|cut| cut.is_reached_by(value))
                    && !to.is_some_and(|cut| cut.is_reached_by(value))
            }
            Self::Blank | Self::Text(_) | Self::Who(_) | Self::Exactly(_) | Self::About(_) => return None,
        })
    }
}

/// The columns of a table of bands.
static LEVEL_COLUMNS: [Column; 3] = [
    Column { title: "Level", role: Role::Aside, about: &[] },
    Column { title: "From … to", role: Role::Aside, about: &[] },
    Column { title: "Meaning", role: Role::Aside, about: &[] },
];

impl Table {
    /// The columns, left to right.
    #[must_use]
    pub fn columns(&self) -> Vec<Column> {
        match &self.body {
            Body::Levels { .. } => LEVEL_COLUMNS.to_vec(),
            Body::Rows { who, columns, .. } => {
                let who = who.map(|title| Column { title, role: Role::Aside, about: &[] });
                who.into_iter().chain(columns.iter().copied()).collect()
            }
        }
    }

    /// The rows, top to bottom, each with one cell a column. The line to reach is the last row of a scale.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<Cell>> {
        match &self.body {
            Body::Levels { measure, scale } => level_rows(scale, *measure),
            Body::Rows { who, rows, .. } => {
                let lead = |row: &Row| who.map(|_| Cell::Who(row.who));
                rows.iter()
                    .map(|row| lead(row).into_iter().chain(row.cells.iter().copied()).collect())
                    .collect()
            }
        }
    }

    /// Where a row is from.
    #[must_use]
    pub fn source_of(&self, row: usize) -> &'static Source {
        let own = match &self.body {
            Body::Levels { .. } => None,
            Body::Rows { rows, .. } => rows.get(row).and_then(|row| row.source),
        };
        own.unwrap_or(self.source)
    }

    /// Every slug that it speaks of, as often as it does.
    pub fn slugs(&self) -> impl Iterator<Item = &'static str> {
        let (columns, rows): (&[Column], &[Row]) = match &self.body {
            Body::Levels { .. } => (&[], &[]),
            Body::Rows { columns, rows, .. } => (columns, rows),
        };
        let columns = columns.iter().flat_map(|column| column.about);
        let rows = rows.iter().flat_map(|row| row.about);
        self.about.iter().chain(columns).chain(rows).copied()
    }
}

fn level_rows(scale: &'static Scale, measure: Measure) -> Vec<Vec<Cell>> {
    let start = |place: usize| scale.bands.get(place).and_then(|band| band.from);
    let bands = scale.bands.iter().enumerate().map(|(place, band)| {
        let stretch = Cell::Stretch { from: start(place), to: start(place.saturating_add(1)), measure };
        vec![Cell::Text(&band.name), stretch, Cell::Text(&band.meaning)]
    });
    let target = scale.target.as_ref().map(|target| {
        let edge = match (scale.direction, target.strict) {
            (Direction::Higher, true) | (Direction::Lower, false) => Edge::Ends,
            (Direction::Higher, false) | (Direction::Lower, true) => Edge::Starts,
        };
        let line = Some(Cut { edge, ..target.line });
        let (from, to) = match scale.direction {
            Direction::Higher => (line, None),
            Direction::Lower => (None, line),
        };
        vec![Cell::Text("Target"), Cell::Stretch { from, to, measure }, Cell::Text(&target.meaning)]
    });
    bands.chain(target).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "a test stops where it is surprised")]

    use super::super::tables::TABLES;
    use super::*;

    /// The stretches that a page shows are the bands that grade, and the last row is the line to reach.
    #[test]
    fn a_table_of_levels_shows_what_grades() {
        for table in TABLES {
            let Body::Levels { scale, .. } = &table.body else { continue };
            let rows = table.rows();
            assert_eq!(rows.len(), scale.bands.len() + usize::from(scale.target.is_some()), "{}", table.slug);
            let little = Exact::percent(1).times(&Exact::percent(1));
            let cuts = scale
                .bands
                .iter()
                .filter_map(|band| band.from)
                .chain(scale.target.iter().map(|one| one.line));
            for value in
                cuts.map(|cut| cut.value()).flat_map(|cut| [cut.minus(&little), cut.plus(&little), cut])
            {
                let grade = scale.grade(&value);
                let position = grade.as_ref().map(|grade| grade.position);
                let mut held = (0..scale.bands.len()).filter(|row| rows[*row][1].holds(&value) == Some(true));
                assert_eq!((held.next(), held.next()), (position, None), "{} at {value:?}", table.slug);
                let met = grade.and_then(|grade| grade.target).map(|(_, met)| met);
                let shown = rows.get(scale.bands.len()).and_then(|row| row[1].holds(&value));
                assert_eq!(shown, met, "{} at {value:?}", table.slug);
            }
        }
    }

    #[test]
    fn cells_are_sorted_by_their_lower_end() {
        let five = Number::percent(5);
        let seven = Number::percent(7);
        assert_eq!(Cell::Range(five, seven).sort_key(), Some(Exact::percent(5)));
        assert_eq!(Cell::BelowEither(five, seven).sort_key(), Some(Exact::percent(5)));
        assert_eq!(Cell::About(seven).sort_key(), Some(Exact::percent(7)));
        assert_eq!(Cell::Text("7 %").sort_key(), None);
    }
}
