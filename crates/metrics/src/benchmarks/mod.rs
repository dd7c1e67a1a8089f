//! The lines a value is held against: levels, segment quartiles, industry and stage medians, and the
//! retention equation. Each row carries its source; bands are annual wherever the metric depends on a window.
//!
//! Tables are Rust rows rather than a data file, so that the compiler checks them and no parser ships.

mod compare;
mod equation;
mod levels;
mod scale;
mod source;

pub use compare::{
    Industry, Median, Quarter, Quartiles, Segment, Stage, industry_median, quartiles, stage_median,
};
pub use equation::{Equation, Quadrant, retention_equation};
pub use levels::{own_scale, scale_of};
pub use scale::{Band, Cut, Edge, Grade, Scale, Standing, Target, TargetState};
pub use source::{Evidence, SOURCES, Source, sources};
