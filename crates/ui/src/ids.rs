//! Names that tie elements together, and the attributes that carry a meaning to the styles.

use plimsoll_report::view::{Reading, Standing};
use yew::AttrValue;

/// A name, or several with spaces between them, put together from parts.
pub(crate) fn id(parts: &[&str]) -> AttrValue {
    parts.concat().into()
}

/// A standing as the styles know it.
pub(crate) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Concerning => "concerning",
        Standing::BelowTarget => "below-target",
        Standing::Acceptable => "acceptable",
        Standing::Good => "good",
        Standing::Excellent => "excellent",
        Standing::BestInClass => "best-in-class",
    }
}

/// A reading as the styles know it, which is also the word for it.
pub(crate) const fn reading(reading: Reading) -> &'static str {
    match reading {
        Reading::Better => "better",
        Reading::Same => "same",
        Reading::Worse => "worse",
    }
}

/// The value of an attribute that is either "true" or absent.
pub(crate) const fn flag(is_set: bool) -> Option<&'static str> {
    if is_set { Some("true") } else { None }
}
