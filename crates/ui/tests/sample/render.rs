//! Rendering to text, without a browser.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use plimsoll_report::view::Page;
use plimsoll_ui::page_view;
use yew::{Callback, Html, LocalServerRenderer, Properties, component};

/// What [`Piece`] shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PieceProps {
    /// Anything.
    pub(crate) html: Html,
}

/// Anything that can be shown, as a component.
#[component]
pub(crate) fn Piece(props: &PieceProps) -> Html {
    props.html.clone()
}

/// The markup of a piece.
pub(crate) fn to_markup(html: Html) -> String {
    let mut rendering =
        pin!(LocalServerRenderer::<Piece>::with_props(PieceProps { html }).hydratable(false).render());
    loop {
        // Nothing on the page waits for anything, so it is finished as soon as it is asked.
        if let Poll::Ready(markup) = rendering.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return markup;
        }
    }
}

/// The markup of a whole page.
pub(crate) fn page_markup(page: &Page) -> String {
    to_markup(page_view(page, &Callback::noop()))
}
