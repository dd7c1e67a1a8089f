//! Questions with answers to choose from.

use plimsoll_report::Action;
use plimsoll_report::view::AskView;
use yew::{Callback, Html};

use super::entry::choice;

/// A select with its label; nothing where there is nothing to choose from.
pub(super) fn ask(ask: &AskView, dispatch: &Callback<Action>) -> Html {
    if ask.options.is_empty() { Html::default() } else { choice(ask.what, ask.label, &ask.options, dispatch) }
}
