//! The root component: one state, one reducer, one page.

use std::rc::Rc;

use plimsoll_report::{Action, State, page};
use plimsoll_ui::PageView;
use yew::{Callback, Html, Reducible, component, html, use_effect_with, use_memo, use_reducer_eq};

use crate::intl::Intl;
use crate::{keeper, listen};

/// The state as a reducer of the page.
#[derive(Clone, PartialEq)]
struct Store(State);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = Rc::unwrap_or_clone(self).0;
        Rc::new(Self(state.after(&action)))
    }
}

/// The app. Everything that it shows follows from its state and the browser's way of writing numbers.
#[component]
pub(crate) fn App() -> Html {
    let intl = use_memo((), |()| Intl::of_browser());
    let store = use_reducer_eq({
        let intl = intl.clone();
        move || Store(keeper::recall(&*intl))
    });
    let dispatch = use_memo(store.dispatcher(), |dispatcher| {
        let dispatcher = dispatcher.clone();
        Callback::from(move |action: Action| dispatcher.dispatch(action))
    });
    use_effect_with(store.0.inputs().clone(), keeper::keep);
    use_effect_with((), {
        let dispatch = (*dispatch).clone();
        move |()| {
            keeper::ready();
            listen::start(&dispatch)
        }
    });
    let shown = use_memo(store.0.clone(), |state| Rc::new(page(state, &*intl)));
    html! { <PageView page={(*shown).clone()} dispatch={(*dispatch).clone()} /> }
}
