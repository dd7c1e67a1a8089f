//! What a person enters: figures, what each accepts, and the limits between them.

use crate::{Exact, Kind, Unit};

/// What may be entered for a figure. What it does not accept is refused, never clamped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepts {
    /// Any amount from zero. Losses are entered positive.
    Amount,
    /// Whole numbers from zero: there is no half customer.
    Whole,
    /// A share from 0 % to 100 %.
    Share,
    /// A score from 0 to 100.
    Score,
    /// Whole years from one to fifty.
    Horizon,
}

/// One figure that a person enters: a `static` in [`crate::figures`].
#[derive(Debug)]
pub struct Figure {
    /// The name under which it is stored and linked, in kebab case.
    pub slug: &'static str,
    /// The field's own term.
    pub term: &'static str,
    /// One plain sentence on what to enter.
    pub meaning: &'static str,
    /// How it is written.
    pub unit: Unit,
    /// Its dimension and how it relates to the window.
    pub kind: Kind,
    /// What may be entered.
    pub accepts: Accepts,
    /// What counts while nothing is entered: a plain number, a share in percent. Nothing where it has to be entered.
    pub assumed: Option<i64>,
}

/// Every figure is one `static`, so being the same is lying at the same place.
impl PartialEq for Figure {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Figure {}

impl Figure {
    /// Whether the figure accepts this value.
    #[must_use]
    pub fn accepts(&self, value: &Exact) -> bool {
        match self.accepts {
            Accepts::Amount => !value.is_negative(),
            Accepts::Whole => !value.is_negative() && value.is_whole(),
            Accepts::Share => !value.is_negative() && *value <= Exact::one(),
            Accepts::Score => !value.is_negative() && *value <= Exact::from(100),
            Accepts::Horizon => value.is_whole() && *value >= Exact::one() && *value <= Exact::from(50),
        }
    }

    /// What counts while nothing is entered.
    ///
    /// ```
    /// use plimsoll_metrics::{Exact, figures};
    /// assert_eq!(figures::DISCOUNT_RATE.assumed(), Some(Exact::percent(10)));
    /// assert_eq!(figures::START_MRR.assumed(), None);
    /// ```
    #[must_use]
    pub fn assumed(&self) -> Option<Exact> {
        let number = self.assumed?;
        Some(if self.unit == Unit::Percent { Exact::percent(number) } else { Exact::from(number) })
    }
}

/// Parts that together can never be larger than their whole: customers lost and customers at the start.
#[derive(Debug, PartialEq, Eq)]
pub struct Limit {
    /// The figures that are parts.
    pub parts: &'static [&'static Figure],
    /// The figure they are parts of.
    pub whole: &'static Figure,
}

impl Limit {
    /// Whether these values break the limit. A figure that is not there breaks nothing.
    pub fn is_broken(&self, value: impl Fn(&'static Figure) -> Option<Exact>) -> bool {
        let Some(whole) = value(self.whole) else { return false };
        let parts = self.parts.iter().filter_map(|part| value(part));
        parts.fold(Exact::zero(), |sum, part| sum.plus(&part)) > whole
    }
}
