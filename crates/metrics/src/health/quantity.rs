//! Numbers as a table has them, and what a score counts in.

/// Points in hundredths: 0 to 10,000.
pub use plimsoll_columns::scores::FULL as FULL_POINTS;

/// A number of whole units of a power of ten: 12.5 is 125 with one decimal place.
///
/// ```
/// use plimsoll_metrics::health::Quantity;
/// assert_eq!(Quantity { units: 125, places: 1 }.in_places(3), Some(12_500));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quantity {
    /// How many units.
    pub units: i64,
    /// How many decimal places a unit has, up to [`MOST_PLACES`].
    pub places: u8,
}

/// How many decimal places a column or a point of a scale may have.
pub const MOST_PLACES: u8 = 9;

impl Quantity {
    /// A whole number.
    #[must_use]
    pub const fn whole(units: i64) -> Self {
        Self { units, places: 0 }
    }

    /// The number of units if they had so many places; nothing for fewer places than there are, or more than [`MOST_PLACES`].
    #[must_use]
    pub fn in_places(self, places: u8) -> Option<i128> {
        let more = places.checked_sub(self.places).filter(|_| places <= MOST_PLACES)?;
        i128::from(self.units).checked_mul(10_i128.checked_pow(more.into())?)
    }
}
