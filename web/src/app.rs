//! The root component: one state, one reducer, one page.

use std::mem;
use std::rc::Rc;

use plimsoll_intl::Intl;
use plimsoll_report::view::Page;
use plimsoll_report::{Action, Inputs, State, page};
use plimsoll_ui::page_view;
use yew::{Callback, Component, Context, Html};

use crate::data::Door;
use crate::listen::Listening;
use crate::reader::Reader;
use crate::{data, keeper, listen, reader};

/// The app. Everything that it shows follows from its state and the browser's way of writing numbers.
pub(crate) struct App {
    intl: Intl,
    state: State,
    page: Page,
    dispatch: Callback<Action>,
    _listening: Listening,
    _reader: Reader,
    _door: Door,
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let intl = Intl::of_browser();
        let state = keeper::recall(&intl);
        let dispatch = context.link().callback(|action: Action| action);
        let _listening = Listening::start(&dispatch);
        let _reader = Reader::start(&dispatch);
        let _door = Door::start(&dispatch);
        reader::read(state.inputs());
        let page = page(&state, &intl);
        data::know(state.inputs(), &page);
        Self { page, intl, state, dispatch, _listening, _reader, _door }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        let before = self.state.inputs().clone();
        let was_typing = self.state.is_typing();
        self.state = mem::take(&mut self.state).after(&action);
        if matches!(action, Action::Settled) && !was_typing {
            // It says only where the next step begins. Every step of a slider brings one along.
            return false;
        }
        self.page = page(&self.state, &self.intl);
        self.take_effect(&before);
        data::take_effect(&action);
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        page_view(&self.page, &self.dispatch)
    }

    fn rendered(&mut self, _: &Context<Self>, is_first: bool) {
        if is_first {
            keeper::keep(self.state.inputs());
            keeper::ready();
            if !self.state.inputs().paste.text.is_empty() {
                listen::open_paste_panel(false);
            }
        }
    }
}

impl App {
    /// What other inputs mean for the world around the page: they are kept, and another draft is read.
    fn take_effect(&self, before: &Rc<Inputs>) {
        let inputs = self.state.inputs();
        if Rc::ptr_eq(before, inputs) {
            return;
        }
        keeper::keep(inputs);
        data::know(inputs, &self.page);
        let is_same_draft = before.paste.text == inputs.paste.text
            && before.paste.mark == inputs.paste.mark
            && before.currency == inputs.currency;
        if !is_same_draft {
            reader::read(inputs);
        }
    }
}
