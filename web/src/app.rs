//! The root component: one state, one reducer, one page.

use std::rc::Rc;

use plimsoll_report::{Action, State, page};
use plimsoll_ui::PageView;
use yew::{Callback, Html, Reducible, component, html, use_effect_with, use_memo, use_reducer_eq};

use crate::intl::Intl;
use crate::{keeper, listen, reader};

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
    use_effect_with(store.0.inputs().clone(), |inputs| keeper::keep(inputs));
    use_effect_with((), {
        let dispatch = (*dispatch).clone();
        move |()| {
            keeper::ready();
            let (listening, answers) = (listen::start(&dispatch), reader::start(&dispatch));
            move || {
                listening();
                answers();
            }
        }
    });
    let inputs = store.0.inputs().clone();
    let draft = (inputs.paste.text.clone(), inputs.paste.mark.clone(), inputs.currency.clone());
    use_effect_with(draft, move |_| reader::read(&inputs));
    let shown = use_memo(store.0.clone(), |state| Rc::new(page(state, &*intl)));
    html! { <PageView page={(*shown).clone()} dispatch={(*dispatch).clone()} /> }
}
