//! The reader's own scales: drafted as plain data, checked before they grade anything.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::group::Who;
use super::scale::{Band, Cut, Edge, Scale, Standing, Target};
use super::source::Origin;
use crate::Direction;

/// The most bands of a scale.
pub const MOST_BANDS: usize = 12;

/// The most letters of a band's name.
pub const LONGEST_NAME: usize = 60;

/// The most letters of a meaning, and of the words on a source.
pub const LONGEST_TEXT: usize = 300;

/// No line lies further from zero than this.
pub const FARTHEST: i64 = 1_000_000_000;

/// The most decimals of a line.
pub const MOST_DECIMALS: u8 = 9;

/// A scale as somebody wrote it down, not checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The bands, lowest values first.
    pub bands: Vec<DraftBand>,
    /// Which way is better.
    pub direction: Direction,
    /// The line to reach, where there is one.
    pub target: Option<DraftTarget>,
    /// Where it is from, in the reader's words.
    pub source: String,
}

/// A band as somebody wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftBand {
    /// Its name.
    pub name: String,
    /// How good it is.
    pub standing: Standing,
    /// What it means; may be empty.
    pub meaning: String,
    /// Where it starts, and to which band that value belongs; nothing for the lowest band. A share is written as
    /// one: 0.9 for 90 %.
    pub from: Option<(Decimal, Edge)>,
}

/// A line to reach as somebody wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftTarget {
    /// The value on the line.
    pub line: Decimal,
    /// Whether the line itself does not count.
    pub strict: bool,
    /// What reaching it means; may be empty.
    pub meaning: String,
}

/// Where a draft is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultPlace {
    /// The whole of it.
    Scale,
    /// The band in this position, counted from 0.
    Band(usize),
    /// The line to reach.
    Target,
    /// The words on its source.
    Source,
}

/// What is wrong there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultReason {
    /// There is no band.
    Empty,
    /// There are more than [`MOST_BANDS`].
    TooManyBands,
    /// The lowest band has a start, so what lies below it would have no band.
    StartOfLowest,
    /// A band that is not the lowest has no start.
    NoStart,
    /// The band starts below the one before it.
    NotAscending,
    /// The band starts where the one before it does: one of them would be empty.
    SameStart,
    /// The band is better than its neighbour on the better side.
    Standing,
    /// The metric is better the other way.
    Direction,
    /// There are no words.
    NoText,
    /// There are too many letters.
    TooLong,
    /// The number is further from zero than [`FARTHEST`].
    TooFar,
    /// The number has more decimals than [`MOST_DECIMALS`].
    TooManyDecimals,
}

/// Why a draft is no scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleFault {
    /// Where it is wrong.
    pub place: FaultPlace,
    /// What is wrong there.
    pub reason: FaultReason,
}

impl Scale {
    /// The scale that a draft describes.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it, and where.
    ///
    /// ```
    /// use plimsoll_metrics::Direction;
    /// use plimsoll_metrics::benchmarks::{Draft, FaultPlace, FaultReason, Scale, ScaleFault};
    /// let empty = Draft { bands: vec![], direction: Direction::Higher, target: None, source: "ours".into() };
    /// assert_eq!(Scale::new(empty), Err(ScaleFault { place: FaultPlace::Scale, reason: FaultReason::Empty }));
    /// ```
    pub fn new(draft: Draft) -> Result<Self, ScaleFault> {
        let scale_fault = |reason| ScaleFault { place: FaultPlace::Scale, reason };
        if draft.bands.is_empty() {
            return Err(scale_fault(FaultReason::Empty));
        }
        if draft.bands.len() > MOST_BANDS {
            return Err(scale_fault(FaultReason::TooManyBands));
        }
        let mut bands: Vec<Band> = Vec::with_capacity(draft.bands.len());
        for (position, band) in draft.bands.into_iter().enumerate() {
            let checked = band_of(band, bands.last(), draft.direction);
            bands.push(checked.map_err(|reason| ScaleFault { place: FaultPlace::Band(position), reason })?);
        }
        let target = draft.target.map(target_of).transpose();
        let target = target.map_err(|reason| ScaleFault { place: FaultPlace::Target, reason })?;
        let source = text(draft.source, LONGEST_TEXT, true);
        let source = source.map_err(|reason| ScaleFault { place: FaultPlace::Source, reason })?;
        Ok(Self { bands: Cow::Owned(bands), direction: draft.direction, target, source: Origin::Own(source) })
    }

    /// This scale with one divider moved: `position` 0 parts the two lowest bands.
    ///
    /// The divider stops one step before its neighbours, so that no band becomes empty; the step is one in the last
    /// digit of whichever of the numbers involved has most of them. There is no other divider to move: the scale
    /// stays as it is.
    #[must_use]
    pub fn with_cut_moved(&self, position: usize, value: Decimal) -> Self {
        self.moved(position, value).unwrap_or_else(|| self.clone())
    }

    fn moved(&self, position: usize, value: Decimal) -> Option<Self> {
        let at = position.checked_add(1)?;
        let start = |place: usize| self.bands.get(place).and_then(|band| band.from);
        let own = start(at)?;
        let (before, after) = (start(position), start(at.saturating_add(1)));
        let most = [before, after].into_iter().flatten().map(|cut| cut.decimals).fold(own.decimals, u8::max);
        let value = value.round_dp(MOST_DECIMALS.into());
        let decimals = value.scale().max(most.into());
        let step = Decimal::new(1, decimals);
        let lowest = before.map_or(Some(Decimal::from(-FARTHEST)), |cut| decimal(cut)?.checked_add(step))?;
        let highest = after.map_or(Some(Decimal::from(FARTHEST)), |cut| decimal(cut)?.checked_sub(step))?;
        if lowest > highest {
            return None;
        }
        let moved = cut(value.clamp(lowest, highest), own.edge).ok()?;
        let mut bands = self.bands.to_vec();
        bands.get_mut(at)?.from = Some(moved);
        Some(Self { bands: Cow::Owned(bands), source: self.source.adapted(), ..self.clone() })
    }
}

fn band_of(band: DraftBand, before: Option<&Band>, direction: Direction) -> Result<Band, FaultReason> {
    let from = band.from.map(|(value, edge)| cut(value, edge)).transpose()?;
    if let Some(before) = before {
        let from = from.ok_or(FaultReason::NoStart)?;
        let lowest = before.from.map(|cut| cut.value());
        match lowest.map(|lowest| from.value().cmp(&lowest)) {
            Some(core::cmp::Ordering::Less) => return Err(FaultReason::NotAscending),
            Some(core::cmp::Ordering::Equal) => return Err(FaultReason::SameStart),
            _ => {}
        }
        let (worse, better) = match direction {
            Direction::Higher => (before.standing, band.standing),
            Direction::Lower => (band.standing, before.standing),
        };
        if worse > better {
            return Err(FaultReason::Standing);
        }
    } else if from.is_some() {
        return Err(FaultReason::StartOfLowest);
    }
    Ok(Band {
        name: Cow::Owned(text(band.name, LONGEST_NAME, true)?),
        standing: band.standing,
        meaning: Cow::Owned(text(band.meaning, LONGEST_TEXT, false)?),
        from,
    })
}

fn target_of(target: DraftTarget) -> Result<Target, FaultReason> {
    Ok(Target {
        line: cut(target.line, Edge::Starts)?,
        strict: target.strict,
        meaning: Cow::Owned(text(target.meaning, LONGEST_TEXT, false)?),
        dissent: None,
        who: Who::Anyone,
        source: None,
    })
}

fn text(text: String, longest: usize, needed: bool) -> Result<String, FaultReason> {
    if needed && text.trim().is_empty() {
        return Err(FaultReason::NoText);
    }
    if text.chars().nth(longest).is_some() { Err(FaultReason::TooLong) } else { Ok(text) }
}

fn cut(value: Decimal, edge: Edge) -> Result<Cut, FaultReason> {
    if value.abs() > Decimal::from(FARTHEST) {
        return Err(FaultReason::TooFar);
    }
    // Zeros at the end are no digits.
    let value = if value.scale() > MOST_DECIMALS.into() { value.normalize() } else { value };
    let decimals = u8::try_from(value.scale()).ok().filter(|decimals| *decimals <= MOST_DECIMALS);
    let decimals = decimals.ok_or(FaultReason::TooManyDecimals)?;
    let units = i64::try_from(value.mantissa()).map_err(|_| FaultReason::TooFar)?;
    Ok(Cut::at(units, decimals, edge))
}

fn decimal(cut: Cut) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(cut.units.into(), cut.decimals.into()).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it is surprised")]

    use super::*;
    use crate::Exact;

    fn band(name: &str, standing: Standing, from: Option<(i64, Edge)>) -> DraftBand {
        let from = from.map(|(percent, edge)| (Decimal::new(percent, 2), edge));
        DraftBand { name: name.into(), standing, meaning: String::new(), from }
    }

    fn draft() -> Draft {
        Draft {
            bands: vec![
                band("Low", Standing::Concerning, None),
                band("Middle", Standing::Acceptable, Some((80, Edge::Starts))),
                band("High", Standing::Good, Some((90, Edge::Ends))),
            ],
            direction: Direction::Higher,
            target: Some(DraftTarget { line: Decimal::new(925, 3), strict: true, meaning: "ours".into() }),
            source: "Our board, 2026".into(),
        }
    }

    fn fault(change: impl FnOnce(&mut Draft)) -> (FaultPlace, FaultReason) {
        let mut draft = draft();
        change(&mut draft);
        let fault = Scale::new(draft).unwrap_err();
        (fault.place, fault.reason)
    }

    #[test]
    fn a_sound_draft_grades() {
        let scale = Scale::new(draft()).unwrap();
        let name = |value: Exact| scale.grade(&value).unwrap().band.name;
        assert_eq!([80, 90, 91].map(|percent| name(Exact::percent(percent))), ["Middle", "Middle", "High"]);
        assert_eq!(scale.target.as_ref().unwrap().value(), Exact::per_mille(925));
        assert_eq!(scale.source, Origin::Own("Our board, 2026".into()));
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        let start = |percent: i64| Some((Decimal::new(percent, 2), Edge::Ends));
        assert_eq!(fault(|draft| draft.bands.clear()), (FaultPlace::Scale, FaultReason::Empty));
        assert_eq!(
            fault(|draft| draft.bands = vec![draft.bands[0].clone(); 13]),
            (FaultPlace::Scale, FaultReason::TooManyBands)
        );
        assert_eq!(
            fault(|draft| draft.bands[0].from = start(1)),
            (FaultPlace::Band(0), FaultReason::StartOfLowest)
        );
        assert_eq!(fault(|draft| draft.bands[1].from = None), (FaultPlace::Band(1), FaultReason::NoStart));
        assert_eq!(
            fault(|draft| draft.bands[2].from = start(79)),
            (FaultPlace::Band(2), FaultReason::NotAscending)
        );
        assert_eq!(
            fault(|draft| draft.bands[2].from = start(80)),
            (FaultPlace::Band(2), FaultReason::SameStart)
        );
        assert_eq!(
            fault(|draft| draft.direction = Direction::Lower),
            (FaultPlace::Band(1), FaultReason::Standing)
        );
        assert_eq!(
            fault(|draft| draft.bands[1].name = " ".into()),
            (FaultPlace::Band(1), FaultReason::NoText)
        );
        assert_eq!(
            fault(|draft| draft.bands[1].name = "é".repeat(61)),
            (FaultPlace::Band(1), FaultReason::TooLong)
        );
        assert_eq!(
            fault(|draft| draft.bands[1].meaning = "m".repeat(301)),
            (FaultPlace::Band(1), FaultReason::TooLong)
        );
        assert_eq!(fault(|draft| draft.source = String::new()), (FaultPlace::Source, FaultReason::NoText));
        let far =
            |draft: &mut Draft| draft.bands[2].from = Some((Decimal::from(1_000_000_001), Edge::Starts));
        assert_eq!(fault(far), (FaultPlace::Band(2), FaultReason::TooFar));
        let fine = |draft: &mut Draft| draft.target.as_mut().unwrap().line = Decimal::new(1, 10);
        assert_eq!(fault(fine), (FaultPlace::Target, FaultReason::TooManyDecimals));
    }

    #[test]
    fn the_ends_of_what_is_allowed_are_allowed() {
        let mut draft = draft();
        draft.bands[1].name = "é".repeat(60);
        draft.bands[1].from = Some((Decimal::from(-1_000_000_000), Edge::Starts));
        draft.bands[2].from = Some((Decimal::new(1_000_000_000_000_000_000, 9), Edge::Starts));
        let scale = Scale::new(draft).unwrap();
        assert_eq!(scale.bands[2].from.unwrap().value(), Exact::from(1_000_000_000));
    }

    #[test]
    fn a_divider_stops_before_its_neighbours() {
        let scale = Scale::new(draft()).unwrap();
        let moved = |position: usize, units: i64, decimals: u32| {
            let moved = scale.with_cut_moved(position, Decimal::new(units, decimals));
            [1, 2].map(|place| moved.bands[place].from.unwrap().value())
        };
        assert_eq!(moved(0, 85, 2), [Exact::percent(85), Exact::percent(90)]);
        assert_eq!(moved(0, 95, 2), [Exact::percent(89), Exact::percent(90)]);
        assert_eq!(moved(0, 905, 3), [Exact::per_mille(899), Exact::percent(90)]);
        assert_eq!(moved(1, 0, 0), [Exact::percent(80), Exact::percent(81)]);
        assert_eq!(moved(1, 2_000_000_000, 0), [Exact::percent(80), Exact::from(1_000_000_000)]);
        assert_eq!(moved(2, 85, 2), [Exact::percent(80), Exact::percent(90)]);
        let kept = scale.with_cut_moved(1, Decimal::new(85, 2));
        assert_eq!(kept.bands[2].from.unwrap().edge, Edge::Ends);
    }

    #[test]
    fn a_divider_without_room_stays() {
        let mut draft = draft();
        draft.bands[1].from = Some((Decimal::new(899_999_999, 9), Edge::Starts));
        draft.bands.push(band("Top", Standing::Good, Some((91, Edge::Starts))));
        draft.bands[3].from = Some((Decimal::new(900_000_001, 9), Edge::Starts));
        let scale = Scale::new(draft).unwrap();
        for value in [Decimal::from(2), Decimal::from(-2), Decimal::new(9, 1)] {
            let moved = scale.with_cut_moved(1, value);
            assert_eq!(moved.bands[2].from.unwrap().value(), Exact::percent(90));
        }
    }

    proptest::proptest! {
        #[test]
        fn moved_dividers_stay_in_order(moves in proptest::collection::vec((0..6_usize, -200..=400_i64, 0..5_u32), 1..20)) {
            let mut scale = super::super::levels::NET_REVENUE_RETENTION.clone();
            for (position, units, decimals) in moves {
                let moved = scale.with_cut_moved(position, Decimal::new(units, decimals));
                let cuts = |scale: &Scale| -> Vec<Exact> {
                    scale.bands.iter().filter_map(|band| band.from).map(|cut| cut.value()).collect()
                };
                let (before, after) = (cuts(&scale), cuts(&moved));
                assert!(after.len() == 5 && after.is_sorted_by(|one, next| one < next), "{after:?}");
                assert!((0..5).all(|place| place == position || before[place] == after[place]), "{after:?}");
                scale = moved;
            }
        }
    }
}
