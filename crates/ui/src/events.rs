//! From the browser's events to actions.

use plimsoll_report::Action;
use web_sys::HtmlInputElement;
use yew::{Callback, Event, FocusEvent, InputEvent, MouseEvent, TargetCast};

/// What follows from the whole text of an input or a text area, at every key.
pub(crate) fn on_typed<A: 'static>(
    dispatch: &Callback<A>,
    action: impl Fn(String) -> A + 'static,
) -> Callback<InputEvent> {
    dispatch.reform(move |event: InputEvent| action(value_of(&event)))
}

/// The value of the field that an event comes from. Every kind of field has its value under the same name, so one
/// kind of look-up serves them all.
fn value_of(event: &Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// What is typed after a field was left is a step of its own.
pub(crate) fn on_left(dispatch: &Callback<Action>) -> Callback<FocusEvent> {
    dispatch.reform(|_| Action::Settled)
}

/// What a slider does after it was let go is a step of its own.
pub(crate) fn on_let_go(dispatch: &Callback<Action>) -> Callback<Event> {
    dispatch.reform(|_| Action::Settled)
}

/// A button that does one thing.
pub(crate) fn on_pressed<A: Clone + 'static>(dispatch: &Callback<A>, action: A) -> Callback<MouseEvent> {
    dispatch.reform(move |_| action.clone())
}

/// A button that does one thing while it can.
pub(crate) fn on_pressed_while<A: Clone + 'static>(
    can: bool,
    dispatch: &Callback<A>,
    action: A,
) -> Callback<MouseEvent> {
    if can { on_pressed(dispatch, action) } else { Callback::noop() }
}
