//! The lines a value is held against: scales, quartiles, medians, usual ranges, opinions, and the retention equation.
//! Each row carries its source; bands are annual wherever the metric depends on a window.
//!
//! [`TABLES`] is the one place where a published number stands, as Rust rows rather than a data file, so that the
//! compiler checks them and no parser ships. [`Benchmarks`] answers from them, the reader's own scales first.

mod ask;
mod equation;
mod find;
mod graded;
mod group;
mod number;
mod opinion;
mod own;
mod peers;
mod scale;
mod scales;
mod source;
mod table;
mod tables;

pub use ask::{About, Benchmarks, OwnScale, PUBLISHED};
pub use equation::{Equation, Quadrant, retention_equation};
pub use group::{AccountValue, GrowthStage, Industry, Segment, Stage, TouchModel, Who};
pub use number::{Measure, Number};
pub use opinion::{Opinion, Published};
pub use own::{
    Draft, DraftBand, DraftTarget, FARTHEST, FaultPlace, FaultReason, LONGEST_NAME, LONGEST_TEXT, MOST_BANDS,
    MOST_DECIMALS, ScaleFault,
};
pub use peers::{Median, Quarter, Quartiles};
pub use scale::{Band, Cut, Edge, Grade, Scale, Standing, Target, TargetState};
pub use source::{Evidence, Origin, SOURCES, Source, sources};
pub use table::{Body, Cell, Column, Role, Row, Table};
pub use tables::{TABLES, levels};
