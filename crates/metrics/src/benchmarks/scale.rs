//! A scale: bands that cannot gap or overlap, because each holds only where it starts.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::group::Who;
use super::number::Number;
use super::source::{Origin, Source};
use crate::{Direction, Exact};

/// To which band the value exactly on a cut belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// To the band that starts there: `[a, …`.
    Starts,
    /// To the band that ends there: `…, a]`, because the source prints the next one as "above a".
    Ends,
}

/// Where a band starts: an exact decimal and the side that its edge belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The value without its decimal point.
    pub(super) units: i64,
    /// Decimals of the value.
    pub(super) decimals: u8,
    /// To which band the value exactly on the cut belongs.
    pub edge: Edge,
}

impl Cut {
    pub(super) const fn at(units: i64, decimals: u8, edge: Edge) -> Self {
        Self { units, decimals, edge }
    }

    /// The value on the cut.
    #[must_use]
    pub fn value(&self) -> Exact {
        Exact::fraction(self.units, self.whole())
    }

    /// Whether the value lies on the cut, below or above it.
    #[must_use]
    pub fn side(&self, value: &Exact) -> Ordering {
        value.compare(self.units, self.whole())
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

    /// One, in units.
    const fn whole(self) -> i64 {
        10_i64.saturating_pow(self.decimals as u32)
    }

    /// The cut at 100 % less this one. What belonged above it now lies below.
    const fn complement(self) -> Self {
        let edge = match self.edge {
            Edge::Starts => Edge::Ends,
            Edge::Ends => Edge::Starts,
        };
        Self { units: self.whole().saturating_sub(self.units), edge, ..self }
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Its name in the source, or ours where the source gives none.
    pub name: Cow<'static, str>,
    /// How good it is.
    pub standing: Standing,
    /// What it means, in a few words of our own; a reader's own band may have none.
    pub meaning: Cow<'static, str>,
    /// Where it starts; the lowest band has no start.
    pub from: Option<Cut>,
}

/// A line to reach. It is a marker, never a band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub(super) line: Cut,
    /// Whether the line itself does not count: the source prints `>` or `<` rather than "or more".
    pub strict: bool,
    /// What reaching it means; may be empty.
    pub meaning: Cow<'static, str>,
    /// What another source says about the line, where it says something else.
    pub dissent: Option<&'static str>,
    /// Whom the line is for.
    pub who: Who,
    /// Where the line is from, where that is not the source of the bands.
    pub source: Option<&'static Source>,
}

impl Target {
    /// A line that has to be passed.
    pub(super) const fn past(line: Number, meaning: &'static str) -> Self {
        Self::line(line, true, meaning, None)
    }

    /// A line on which it is enough to be.
    pub(super) const fn at(line: Number, meaning: &'static str) -> Self {
        Self::line(line, false, meaning, None)
    }

    /// A line that has to be passed, with what another source says.
    pub(super) const fn past_but(line: Number, meaning: &'static str, dissent: &'static str) -> Self {
        Self::line(line, true, meaning, Some(dissent))
    }

    const fn line(line: Number, strict: bool, meaning: &'static str, dissent: Option<&'static str>) -> Self {
        let (line, meaning) = (line.cut(Edge::Starts), Cow::Borrowed(meaning));
        Self { line, strict, meaning, dissent, who: Who::Anyone, source: None }
    }

    /// The value on the line.
    #[must_use]
    pub fn value(&self) -> Exact {
        self.line.value()
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// The position of the band, lowest values first.
    pub position: usize,
    /// The band.
    pub band: Band,
    /// Where the value stands to the target line, and whether that meets it.
    pub target: Option<(TargetState, bool)>,
}

/// The bands of one metric, lowest values first. The reader's own are made by [`Scale::new`], which checks them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scale {
    /// The bands, ascending; only the first has no start.
    pub bands: Cow<'static, [Band]>,
    /// Which way is better.
    pub direction: Direction,
    /// The line to reach, where the source names one.
    pub target: Option<Target>,
    /// Where the scale is from.
    pub source: Origin,
}

impl Scale {
    /// The band that holds the value, and where the value stands to the target.
    ///
    /// Every value has exactly one band. Decided on the exact value, never on a rounded one.
    #[must_use]
    pub fn grade(&self, value: &Exact) -> Option<Grade> {
        let reached = |band: &&Band| band.from.is_none_or(|cut| cut.is_reached_by(value));
        let position = self.bands.iter().take_while(reached).count().checked_sub(1)?;
        let band = self.bands.get(position)?.clone();
        Some(Grade { position, band, target: self.target.as_ref().map(|target| self.stand(target, value)) })
    }

    fn stand(&self, target: &Target, value: &Exact) -> (TargetState, bool) {
        let side = match self.direction {
            Direction::Higher => target.line.side(value),
            Direction::Lower => target.line.side(value).reverse(),
        };
        match side {
            Ordering::Less => (TargetState::Short, false),
            Ordering::Equal => (TargetState::OnTheLine, !target.strict),
            Ordering::Greater => (TargetState::Past, true),
        }
    }

    /// The next band that is better, and the cut at which it is reached; nothing where none is.
    #[must_use]
    pub fn next_better(&self, position: usize) -> Option<(&Band, Cut)> {
        let standing = self.bands.get(position)?.standing;
        let bands = self.bands.iter().enumerate();
        let mut better = bands.filter(|(_, band)| band.standing > standing);
        match self.direction {
            Direction::Higher => {
                let (_, band) = better.find(|(place, _)| *place > position)?;
                Some((band, band.from?))
            }
            Direction::Lower => {
                let (place, band) = better.rfind(|(place, _)| *place < position)?;
                Some((band, self.bands.get(place.checked_add(1)?)?.from?))
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
        let bands = self.bands.iter().rev().zip(starts);
        let mirrored =
            |target: &Target| Target { line: target.line.complement(), dissent: None, ..target.clone() };
        Self {
            bands: Cow::Owned(bands.map(|(band, from)| Band { from, ..band.clone() }).collect()),
            direction: match self.direction {
                Direction::Higher => Direction::Lower,
                Direction::Lower => Direction::Higher,
            },
            target: self.target.as_ref().map(mirrored),
            source: self.source.clone(),
        }
    }
}
