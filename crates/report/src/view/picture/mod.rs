//! A picture with what it found, its drawing and the table behind it, as finished values, which the components draw.
//!
//! Places are hundredths of a percent of the drawing's width or height. Heights count from the bottom, so that more
//! is higher. Texts are written; nothing is left to compute.

mod bars;
mod heat;
mod trend;

pub use bars::{BridgeBar, BridgeView, Column, Legend, Movement, MovementsView, Part, RankedView, Row, Tone};
pub use heat::{HeatCell, HeatLevel, HeatRow, HeatView};
pub use trend::{Line, Node, TrendBand, TrendView};

use serde::{Deserialize, Serialize};

use super::{Month, Place};

/// A picture with what it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The name under which it is linked and saved: `mrr-bridge`.
    pub slug: String,
    /// The title: a sentence that states the finding.
    pub finding: String,
    /// What is drawn, its unit and its window.
    pub about: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// The same as numbers.
    pub table: PictureTable,
    /// What has to be known to read it right: a cut axis, a hole in the data.
    pub note: Option<String>,
}

/// What a picture draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// There is nothing to draw; the finding says why.
    Nothing,
    /// From one amount to another, step by step.
    Bridge(BridgeView),
    /// What came and what went, month by month.
    Movements(MovementsView),
    /// A rate over time, before its benchmark bands.
    Trend(TrendView),
    /// Cohorts by age.
    Heat(HeatView),
    /// Groups, the largest first.
    Ranked(RankedView),
}

impl Drawing {
    /// The mark in a column and a row of the drawing, as the keys move over them: the bars of a bridge and the months
    /// of a trend are columns, groups are rows, and a month of movements has a row for its net change and, below,
    /// one for each movement of the legend.
    #[must_use]
    pub fn spot(&self, column: usize, row: usize) -> Option<&Spot> {
        match self {
            Self::Nothing => None,
            Self::Bridge(view) => view.bars.get(column).map(|bar| &bar.spot),
            Self::Trend(view) => view.nodes.get(column).map(|node| &node.spot),
            Self::Heat(view) => view.rows.get(row)?.cells.get(column).map(|cell| &cell.spot),
            Self::Ranked(view) => view.rows.get(row).map(|row| &row.spot),
            Self::Movements(view) => {
                let month = view.columns.get(column)?;
                let Some(kind) = row.checked_sub(1) else { return Some(&month.spot) };
                let movement = view.legend.get(kind)?.movement;
                month.parts.iter().find(|part| part.movement == movement).map(|part| &part.spot)
            }
        }
    }

    /// The mark at which the keys begin: the latest month, the first bar, cohort or group.
    #[must_use]
    pub fn first_stop(&self) -> (usize, usize) {
        match self {
            Self::Movements(view) => (view.columns.len().saturating_sub(1), 0),
            Self::Trend(view) => (view.nodes.len().saturating_sub(1), 0),
            Self::Nothing | Self::Bridge(_) | Self::Heat(_) | Self::Ranked(_) => (0, 0),
        }
    }
}

/// Whose rows stand behind a mark: what the data room is asked when a mark is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Behind {
    /// The customers of one movement, from the first month through the last.
    Movement {
        /// Which movement.
        movement: Movement,
        /// The first month.
        from: Month,
        /// The last month, included.
        to: Month,
    },
    /// The customers who paid in a month, and what they paid.
    Paying {
        /// The month.
        month: Month,
    },
    /// The customers who paid twelve months before the month, and what they pay in it.
    Kept {
        /// The month in which they are measured.
        month: Month,
    },
    /// The customers who paid for the first time in one month, and what they pay at an age.
    Cohort {
        /// The month of their first payment.
        first: Month,
        /// Months since then.
        age: u16,
    },
    /// The customers of a group in a month.
    Group {
        /// The group's position among the values of its attribute.
        group: u32,
        /// The month.
        month: Month,
    },
}

/// A mark that can be pointed at and chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What it says when it is pointed at: "March 2025: churn $4,300".
    pub name: String,
    /// Whose rows stand behind it, where there are any.
    pub behind: Option<Behind>,
}

/// A line of a grid with what it says, or a name on an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where it is.
    pub place: Place,
    /// What it says.
    pub text: String,
    /// How much room it needs: 0 is shown at any width, 1 from a medium one, 2 where there is plenty.
    pub rank: u8,
}

/// A measured axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// What its numbers count: "thousand $", or nothing where the numbers say it themselves.
    pub unit: Option<String>,
    /// Its lines, lowest first.
    pub ticks: Vec<Tick>,
    /// Where zero is, where it is within the drawing.
    pub zero: Option<Place>,
}

/// The numbers of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PictureTable {
    /// What stands in it.
    pub caption: String,
    /// The columns, the one of the row's names first.
    pub columns: Vec<PictureColumn>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// A column of a picture's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureColumn {
    /// Its heading.
    pub label: String,
    /// The unit of its plain numbers, for the heading of an exported column: "USD", "share of 1".
    pub unit: Option<String>,
}

/// A row of a picture's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// What the row is about.
    pub header: Cell,
    /// Its cells, one for each column after the first.
    pub cells: Vec<Cell>,
}

/// A cell: as it is read, and as it is exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The finished text.
    pub text: String,
    /// What an export writes.
    pub plain: Plain,
}

/// What an export writes for a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plain {
    /// Nothing: there is no value.
    Missing,
    /// A number, in plain digits with a point: `-4300.50`.
    Number(String),
    /// Words.
    Text(String),
}

/// A way to take a picture along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// As a drawing, in a file.
    Svg,
    /// As an image, in a file.
    Png,
    /// As a table, in a file.
    Csv,
    /// As an image and as a table, on the clipboard.
    Copy,
}

impl Take {
    /// Every way, in the order of the buttons.
    pub const ALL: [Self; 4] = [Self::Svg, Self::Png, Self::Csv, Self::Copy];

    /// Its name, which is also what its button says.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
            Self::Csv => "CSV",
            Self::Copy => "Copy",
        }
    }
}
