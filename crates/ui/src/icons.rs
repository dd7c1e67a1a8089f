//! Drawings. All of them are decoration: what they say stands beside them in words.

use yew::{Html, html};

use crate::ids::flag;

/// The Plimsoll mark: a ring crossed by a line.
pub(crate) fn mark() -> Html {
    html! {
        <svg class="ps-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <circle cx="16" cy="16" r="10" />
            <path d="M1 16h30" />
        </svg>
    }
}

/// The signs of the bracket over the middle half of a segment: quartile, median, quartile.
pub(crate) fn bracket() -> Html {
    html! {
        <svg class="ps-key" viewBox="0 0 24 12" aria-hidden="true" focusable="false">
            <path d="M1.5 2v8M22.5 2v8M1.5 6h21" />
            <path class="ps-key__median" d="M12 1v10" />
        </svg>
    }
}

/// A turn back (undo) or, mirrored, forward (redo).
pub(crate) fn turn(is_mirrored: bool) -> Html {
    html! {
        <svg class="ps-icon" data-mirrored={flag(is_mirrored)} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7" />
        </svg>
    }
}
