//! Finished values as bytes: what the worker posts to the page in one piece.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value as bytes, in postcard's format. Nothing where there is no memory for them.
///
/// Both ends are built together, so the format has no version of its own; it is never stored.
///
/// ```
/// use plimsoll_report::view::Month;
/// use plimsoll_report::{from_bytes, to_bytes};
/// let months = vec![Month(24_302), Month(24_303)];
/// let bytes = to_bytes(&months).unwrap();
/// assert_eq!(from_bytes::<Vec<Month>>(&bytes), Some(months));
/// ```
#[must_use]
pub fn to_bytes<T: Serialize>(value: &T) -> Option<Vec<u8>> {
    postcard::to_allocvec(value).ok()
}

/// The value of such bytes; nothing where they are not one, or where something follows it.
#[must_use]
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    match postcard::take_from_bytes(bytes) {
        Ok((value, [])) => Some(value),
        _ => None,
    }
}
