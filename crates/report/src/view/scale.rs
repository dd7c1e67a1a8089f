//! The picture of a scale: stretches side by side, marks on them.

use plimsoll_metrics::Exact;
use serde::Serialize;
use std::borrow::Cow;

use super::Standing;

/// A place along a scale, in hundredths of a percent of its length: 0 is the left end, 10,000 the right end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place(pub u16);

impl Place {
    /// The right end.
    pub const END: Self = Self(10_000);

    /// A share of the way, to the nearest place; what is beyond the right end stands there, anything else that is no place at the left.
    pub(crate) fn at(share: &Exact) -> Self {
        let along = share.times(&Exact::from(i64::from(Self::END.0))).to_decimal(0);
        Self(along.and_then(|along| u16::try_from(along).ok()).unwrap_or(0).min(Self::END.0))
    }
}

/// A scale with a value on it. Every band has the same length; inside of a band, places are proportional.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScaleView {
    /// The bands from left (lowest values) to right.
    pub stretches: Vec<Stretch>,
    /// The user's value: the ring.
    pub value: Option<Mark>,
    /// Where the value was before the levers, when they move it.
    pub before: Option<Mark>,
    /// The target line.
    pub target: Option<Mark>,
    /// The segment's median.
    pub median: Option<Mark>,
    /// The segment's lower and upper quartile, left one first.
    pub quartiles: Option<(Mark, Mark)>,
    /// The whole picture in one sentence, for who cannot see it.
    pub summary: String,
}

/// One band of the picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stretch {
    /// The band's name.
    pub name: Cow<'static, str>,
    /// How good it is.
    #[serde(serialize_with = "super::by_name")]
    pub standing: Standing,
    /// Its left end.
    pub from: Place,
    /// Its right end.
    pub to: Place,
    /// The cut at its left end, written; the leftmost band has none.
    pub cut: Option<String>,
    /// What it spans, in words: "from 110 % to below 120 %".
    pub span: String,
    /// Whether the value lies in it.
    pub is_current: bool,
}

/// A mark on the picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Where it is.
    pub place: Place,
    /// What it says.
    pub label: String,
}
