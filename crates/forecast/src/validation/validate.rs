//! The whole answer to "does this score work?".

use super::{Area, Calibration, Confusion, Counts, Decile, Outcomes, Rate, Thresholds, Timing};

/// Fewer accounts than this that left, or that stayed, are not judged: our own limit. Below it the intervals' normal
/// approximation means nothing, and five parts have fewer than two of each.
pub const LEAST_OF_EACH: u64 = 10;
/// With fewer than this many that left, or that stayed, a verdict is to be taken with care: a hundred of each is what studies of
/// validation ask for (Vergouwe and others, 2005; Collins, Ogundimu and Altman, 2016).
pub const USUALLY_ENOUGH: u64 = 100;

/// Scores and what became of the accounts, place by place.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'a> {
    /// Each account's score in hundredths of a point, rounded down; [`MISSING`](super::MISSING) where there is none.
    pub scores: &'a [u16],
    /// What became of each.
    pub outcomes: &'a Outcomes,
    /// What each pays in a year, in minor units; empty where that is not known.
    pub arr: &'a [i64],
}

/// Why a score cannot be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoVerdict {
    /// There are not as many outcomes, or amounts, as scores.
    LengthsDiffer,
    /// The thresholds are reversed or equal.
    ThresholdsReversed,
    /// Nobody who has a score left.
    NobodyLeft,
    /// Everybody who has a score left.
    NobodyStayed,
    /// Fewer left than [`LEAST_OF_EACH`].
    TooFewLeft {
        /// How many did.
        left: u64,
    },
    /// Fewer stayed than [`LEAST_OF_EACH`].
    TooFewStayed {
        /// How many did.
        stayed: u64,
    },
    /// Every account has the same score.
    OneScore {
        /// Which, in hundredths of a point.
        score: u16,
    },
}

/// How a score did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validation {
    /// Whether outcomes are known to come after the scores. A score with weights set by hand learns from no account, so all
    /// of them test it; who set the weights after looking at the same outcomes has tested nothing.
    pub timing: Timing,
    /// Who left and stayed at each score, with who could not be counted. It gives the curves.
    pub counts: Counts,
    /// The share that left: what precision is by chance.
    pub left: Rate,
    /// How often an account that left had the lower score.
    pub area: Area,
    /// Average precision, in millionths.
    pub average_precision: u32,
    /// With red as the warning.
    pub red: Confusion,
    /// With everything that is not green as the warning.
    pub not_green: Confusion,
    /// Tenths of the accounts, lowest scores first.
    pub deciles: [Decile; 10],
    /// The score read as a chance of leaving.
    pub calibration: Calibration,
    /// Whether fewer than [`USUALLY_ENOUGH`] left, or stayed.
    pub few: bool,
}

/// Holds a score against what became of the accounts. The seed only decides the parts of the [`Brier`](super::Brier) score.
///
/// # Errors
///
/// Says why there is no verdict; see [`NoVerdict`].
///
/// ```
/// use plimsoll_forecast::validation::{NoVerdict, Outcomes, Scored, Thresholds, validate};
/// let scores: Vec<u16> = (0..100).map(|place| place * 100).collect();
/// let outcomes = Outcomes::undated(&(0..100).map(|place| Some(place % 40 < 10)).collect::<Vec<_>>());
/// let thresholds = Thresholds { red_below: 4_000, green_from: 7_000 };
/// let found = validate(&Scored { scores: &scores, outcomes: &outcomes, arr: &[] }, thresholds, 1)?;
/// let recall = found.red.recall().unwrap();
/// assert_eq!((recall.count, recall.total, found.deciles[0].lift), (10, 30, 3_333_330));
/// # Ok::<(), NoVerdict>(())
/// ```
pub fn validate(scored: &Scored<'_>, thresholds: Thresholds, seed: u64) -> Result<Validation, NoVerdict> {
    let outcomes = scored.outcomes.as_slice();
    let with_arr = scored.arr.is_empty() || scored.arr.len() == scored.scores.len();
    if outcomes.len() != scored.scores.len() || !with_arr {
        return Err(NoVerdict::LengthsDiffer);
    }
    if thresholds.red_below >= thresholds.green_from {
        return Err(NoVerdict::ThresholdsReversed);
    }
    let counts = Counts::of(scored.scores, outcomes);
    enough(&counts)?;
    let calibration = Calibration::of(&counts, scored.scores, outcomes, seed);
    Ok(Validation {
        timing: scored.outcomes.timing(),
        left: Rate::of(counts.left, counts.all()).ok_or(NoVerdict::NobodyLeft)?,
        area: counts.area().ok_or(NoVerdict::NobodyLeft)?,
        average_precision: counts.average_precision().ok_or(NoVerdict::NobodyLeft)?,
        red: Confusion::below(thresholds.red_below, scored),
        not_green: Confusion::below(thresholds.green_from, scored),
        deciles: counts.deciles().ok_or(NoVerdict::NobodyLeft)?,
        calibration: calibration.ok_or(NoVerdict::NobodyLeft)?,
        few: counts.left.min(counts.stayed) < USUALLY_ENOUGH,
        counts,
    })
}

fn enough(counts: &Counts) -> Result<(), NoVerdict> {
    let mut scores = counts.scores().map(|(score, _)| score);
    match (counts.left, counts.stayed) {
        (0, _) => Err(NoVerdict::NobodyLeft),
        (_, 0) => Err(NoVerdict::NobodyStayed),
        (left, _) if left < LEAST_OF_EACH => Err(NoVerdict::TooFewLeft { left }),
        (_, stayed) if stayed < LEAST_OF_EACH => Err(NoVerdict::TooFewStayed { stayed }),
        _ => match (scores.next(), scores.next()) {
            (Some(score), None) => Err(NoVerdict::OneScore { score }),
            _ => Ok(()),
        },
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
