//! A scale: bands that cannot gap or overlap, because each holds only where it starts.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::Source;
use crate::{Direction, Exact};

/// To which band the value exactly on a cut belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// To the band that starts there: `[a, …`.
    Starts,
    /// To the band that ends there: `…, a]`, because the source prints the next one as "above a".
    Ends,
}

/// Where a band starts: an exact fraction and the side that its edge belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    numerator: i64,
    denominator: i64,
    /// To which band the value exactly on the cut belongs.
    pub edge: Edge,
}

impl Cut {
    /// A band from this percentage, included.
    #[must_use]
    pub const fn from_percent(percent: i64) -> Self {
        Self { numerator: percent, denominator: 100, edge: Edge::Starts }
    }

    /// A band above this percentage, which itself belongs to the band before.
    #[must_use]
    pub const fn above_percent(percent: i64) -> Self {
        Self { numerator: percent, denominator: 100, edge: Edge::Ends }
    }

    /// A band from this many to one, included.
    #[must_use]
    pub const fn from_times(times: i64) -> Self {
        Self { numerator: times, denominator: 1, edge: Edge::Starts }
    }

    /// The value on the cut.
    #[must_use]
    pub fn value(&self) -> Exact {
        Exact::fraction(self.numerator, self.denominator)
    }

    /// Whether the value lies on the cut, below or above it.
    #[must_use]
    pub fn side(&self, value: &Exact) -> Ordering {
        value.compare(self.numerator, self.denominator)
    }

    /// Whether a value belongs to the band that starts here, or to a later one.
    #[must_use]
    pub fn is_reached_by(&self, value: &Exact) -> bool {
        match self.side(value) {
            Ordering::Less => false,
            Ordering::Equal => self.edge == Edge::Starts,
            Ordering::Greater => true,
        }
    }

    /// The cut at 100 % less this one. What belonged above it now lies below.
    const fn complement(self) -> Self {
        let edge = match self.edge {
            Edge::Starts => Edge::Ends,
            Edge::Ends => Edge::Starts,
        };
        Self { numerator: self.denominator.saturating_sub(self.numerator), edge, ..self }
    }
}

/// How good a band is, in order. A page draws it as a ramp, always with the band's own name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Act now.
    Concerning,
    /// Below what is aimed for.
    BelowTarget,
    /// Neither bad nor good.
    Acceptable,
    /// Good.
    Good,
    /// Better than good.
    Excellent,
    /// As good as it gets.
    BestInClass,
}

/// One band of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Its name in the source, or ours where the source gives none.
    pub name: &'static str,
    /// How good it is.
    pub standing: Standing,
    /// What it means, in a few words of our own.
    pub meaning: &'static str,
    /// Where it starts; the lowest band has no start.
    pub from: Option<Cut>,
}

/// A line to reach. It is a marker, never a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    numerator: i64,
    denominator: i64,
    /// Whether the line itself does not count: the source prints `>` or `<` rather than "or more".
    pub strict: bool,
    /// What reaching it means.
    pub meaning: &'static str,
    /// What another source says about the line, where it says something else.
    pub dissent: Option<&'static str>,
}

impl Target {
    /// A line at a percentage that has to be passed.
    pub(crate) const fn past_percent(percent: i64, meaning: &'static str) -> Self {
        Self { numerator: percent, denominator: 100, strict: true, meaning, dissent: None }
    }

    /// A line at so many to one; being on it is enough.
    pub(crate) const fn at_times(times: i64, meaning: &'static str) -> Self {
        Self { numerator: times, denominator: 1, strict: false, meaning, dissent: None }
    }

    /// The same line, with what another source says.
    pub(crate) const fn but(self, dissent: &'static str) -> Self {
        Self { dissent: Some(dissent), ..self }
    }

    /// The value on the line.
    #[must_use]
    pub fn value(&self) -> Exact {
        Exact::fraction(self.numerator, self.denominator)
    }
}

/// Where a value stands to the target line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetState {
    /// On the worse side.
    Short,
    /// Exactly on it. That meets "at least", and does not meet "above".
    OnTheLine,
    /// On the better side.
    Past,
}

/// The verdict on one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grade {
    /// The position of the band, lowest values first.
    pub position: usize,
    /// The band.
    pub band: Band,
    /// Where the value stands to the target line, and whether that meets it.
    pub target: Option<(TargetState, bool)>,
}

/// The bands of one metric, lowest values first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The bands, ascending; only the first has no start.
    pub bands: Cow<'static, [Band]>,
    /// Which way is better.
    pub direction: Direction,
    /// The line to reach, where the source names one.
    pub target: Option<Target>,
    /// Where the scale is from.
    pub source: &'static Source,
}

impl Scale {
    /// The band that holds the value, and where the value stands to the target.
    ///
    /// Every value has exactly one band. Decided on the exact value, never on a rounded one.
    #[must_use]
    pub fn grade(&self, value: &Exact) -> Option<Grade> {
        let reached = |band: &&Band| band.from.is_none_or(|cut| cut.is_reached_by(value));
        let position = self.bands.iter().take_while(reached).count().checked_sub(1)?;
        let band = *self.bands.get(position)?;
        Some(Grade { position, band, target: self.target.map(|target| self.stand(&target, value)) })
    }

    fn stand(&self, target: &Target, value: &Exact) -> (TargetState, bool) {
        let side = match self.direction {
            Direction::Higher => value.compare(target.numerator, target.denominator),
            Direction::Lower => value.compare(target.numerator, target.denominator).reverse(),
        };
        match side {
            Ordering::Less => (TargetState::Short, false),
            Ordering::Equal => (TargetState::OnTheLine, !target.strict),
            Ordering::Greater => (TargetState::Past, true),
        }
    }

    /// The next better band and the cut at which it is reached, or nothing in the best band.
    #[must_use]
    pub fn next_better(&self, position: usize) -> Option<(Band, Cut)> {
        match self.direction {
            Direction::Higher => {
                let band = *self.bands.get(position.checked_add(1)?)?;
                Some((band, band.from?))
            }
            Direction::Lower => {
                let band = *self.bands.get(position.checked_sub(1)?)?;
                Some((band, self.bands.get(position)?.from?))
            }
        }
    }

    /// The scale of 100 % less the metric: mirrored, so that both always give the same verdict.
    #[must_use]
    pub(crate) fn complement(&self) -> Self {
        let starts = self.bands.iter().skip(1).map(|band| band.from.map(Cut::complement));
        let starts = starts.rev().fold(vec![None], |mut starts, start| {
            starts.push(start);
            starts
        });
        let bands = self.bands.iter().rev().zip(starts).map(|(band, from)| Band { from, ..*band }).collect();
        Self {
            bands: Cow::Owned(bands),
            direction: match self.direction {
                Direction::Higher => Direction::Lower,
                Direction::Lower => Direction::Higher,
            },
            target: self.target.map(|target| Target {
                numerator: target.denominator.saturating_sub(target.numerator),
                dissent: None,
                ..target
            }),
            source: self.source,
        }
    }
}
