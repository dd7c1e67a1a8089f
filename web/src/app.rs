//! The root component: one state, one reducer, one page.

use std::cell::{Cell, RefCell};
use std::mem;
use std::rc::Rc;

use plimsoll_intl::Intl;
use plimsoll_report::view::{Card, Page};
use plimsoll_report::{Action, Inputs, State, page, page_with};
use plimsoll_ui::page_view;
use wasm_bindgen::closure::Closure;
use yew::{Callback, Component, Context, Html};

use crate::data::Door;
use crate::reader::Reader;
use crate::{data, keeper, reader};

/// The app: it draws what the desk says.
pub(crate) struct App {
    desk: Rc<RefCell<Desk>>,
    dispatch: Callback<Action>,
    _reader: Reader,
    _door: Door,
    _rest: Closure<dyn Fn()>,
}

/// The state, and the page that follows from it and from the browser's way of writing numbers.
///
/// It stands beside the component, not in it: an action is worked out at once, when it comes, and what Yew then has to
/// do is short enough to be done in one piece. Else it would stop in the middle, and a slow machine would paint twice.
struct Desk {
    intl: Intl,
    state: State,
    page: Page,
    /// The field that the keys go to once it is drawn.
    goal: Option<String>,
}

impl Component for App {
    type Message = ();
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let desk = Rc::new(RefCell::new(Desk::open()));
        let (takes, link) = (Rc::clone(&desk), context.link().clone());
        let dispatch = Callback::from(move |action: Action| {
            if take(&takes, &action) {
                link.send_message(());
            }
        });
        let _reader = Reader::start(&dispatch);
        let _door = Door::start(&dispatch);
        let (draws, link) = (Rc::clone(&desk), context.link().clone());
        let _rest = data::on_rest(move || {
            draws.borrow_mut().draw_rest();
            link.send_message(());
        });
        reader::read(desk.borrow().state.inputs());
        desk.borrow().tell_room();
        desk.borrow().tell_beside();
        Self { desk, dispatch, _reader, _door, _rest }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        page_view(&self.desk.borrow().page, &self.dispatch)
    }

    fn rendered(&mut self, _: &Context<Self>, is_first: bool) {
        if let Some(goal) = self.desk.borrow_mut().goal.take() {
            data::focus(&goal);
        }
        if is_first {
            let desk = self.desk.borrow();
            keeper::keep(desk.state.inputs());
            keeper::ready();
            if !desk.state.inputs().paste.text.is_empty() {
                data::open_paste_panel(false);
            }
        }
    }
}

/// Works an action out. Answers whether there is anything to draw.
fn take(desk: &RefCell<Desk>, action: &Action) -> bool {
    let Some(before) = desk.borrow_mut().after(action) else { return false };
    desk.borrow().take_effect(&before);
    desk.borrow().tell_beside();
    // A metric that waited for figures gets a card with a field of its own, where its button was.
    if let Action::KnownTyped { metric, text } = action
        && text.is_empty()
    {
        desk.borrow_mut().goal = Some(["known-", metric].concat());
    }
    if matches!(action, Action::PackSaved) {
        let (name, texts) = desk.borrow().state.pack_to_save();
        data::save_pack(&name, &texts);
    }
    data::take_effect(action);
    true
}

impl Desk {
    fn open() -> Self {
        let intl = Intl::of_browser();
        let state = keeper::recall(&intl);
        let page = page(&state, &intl);
        Self { intl, state, page, goal: None }
    }

    /// The next state and its page. Answers the inputs of before, or nothing where there is nothing to draw.
    fn after(&mut self, action: &Action) -> Option<Rc<Inputs>> {
        let before = self.state.inputs().clone();
        let was_typing = self.state.is_typing();
        self.state = mem::take(&mut self.state).after(action);
        if matches!(action, Action::Settled) && !was_typing {
            // It says only where the next step begins. Every step of a slider brings one along.
            return None;
        }
        let is_held = Cell::new(false);
        let next = page_with(&self.state, &self.intl, &|slug| {
            let card = self.out_of_sight(slug);
            is_held.set(is_held.get() || card.is_some());
            card
        });
        self.page = next;
        if is_held.get() {
            data::rest();
        }
        Some(before)
    }

    /// A card that nobody sees just now: it follows a moment later.
    fn out_of_sight(&self, slug: &str) -> Option<Rc<Card>> {
        let card = self.page.panels.iter().flat_map(|panel| &panel.cards).find(|card| card.slug == slug);
        card.filter(|_| !data::is_seen(slug)).cloned()
    }

    /// All that was out of sight.
    fn draw_rest(&mut self) {
        self.page = page(&self.state, &self.intl);
    }

    /// What other inputs mean for the world around the page: they are kept, and another draft is read.
    fn take_effect(&self, before: &Rc<Inputs>) {
        let inputs = self.state.inputs();
        if Rc::ptr_eq(before, inputs) {
            return;
        }
        keeper::keep(inputs);
        self.tell_room();
        let is_same_draft = before.paste.text == inputs.paste.text
            && before.paste.mark == inputs.paste.mark
            && before.currency == inputs.currency;
        if !is_same_draft {
            reader::read(inputs);
        }
    }

    fn tell_beside(&self) {
        data::tell_beside(self.state.inputs(), &self.page);
    }

    fn tell_room(&self) {
        data::know(self.state.inputs(), &self.page);
    }
}
