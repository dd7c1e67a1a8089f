//! The root component: the page's inputs and what was drawn in, a view out.

use std::rc::Rc;

use plimsoll_intl::Intl;
use plimsoll_report::view::{Shelf, UncertaintyView};
use plimsoll_report::{Action, DrawState, Drawn, Inputs, State, drawn_from, shelf_after, uncertainty};
use yew::{Callback, Component, Context, Html, html};

use crate::outside::{self, Focus, Listening, Told};
use crate::unsure::Unsure;

/// The app: what the page told last, shown.
pub(crate) struct App {
    intl: Intl,
    state: State,
    view: Option<Shelf>,
    /// How sure it is, on the view of scenarios, and what shows that by itself.
    unsure: Option<Rc<UncertaintyView>>,
    shows_unsure: Callback<Rc<UncertaintyView>>,
    unsure_is_here: Callback<Callback<Rc<UncertaintyView>>>,
    /// What is being drawn, and what was found so far.
    asked: Option<Inputs>,
    drawing: DrawState,
    focus: Focus,
    dispatch: Callback<Action>,
    _listening: Listening,
}

/// What comes in.
pub(crate) enum Message {
    /// What the page tells.
    Told(Box<Told>),
    /// What the drawing worker found; nothing where it was lost.
    Found(Option<Drawn>),
    /// What shows how sure it is.
    UnsureIsHere(Callback<Rc<UncertaintyView>>),
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let _listening = Listening::start(&context.link().callback(|message: Message| message));
        let dispatch = Callback::from(|action: Action| outside::give(&action));
        Self {
            intl: Intl::of_browser(),
            state: State::default(),
            view: None,
            unsure: None,
            shows_unsure: Callback::noop(),
            unsure_is_here: context.link().callback(Message::UnsureIsHere),
            asked: None,
            drawing: DrawState::default(),
            focus: Focus::default(),
            dispatch,
            _listening,
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        self.focus.note();
        match message {
            Message::Told(told) => {
                let Told { inputs, refused } = *told;
                let state = inputs.map(State::from);
                let shown = self.view.as_ref().map(|view| (&**self.state.inputs(), view));
                let view = state.as_ref().and_then(|state| shelf_after(shown, state, &self.intl, refused));
                let view = match view {
                    Some(Shelf::Embed(view)) => {
                        outside::preview();
                        Some(Shelf::Embed(view.at(&outside::here())))
                    }
                    view => view,
                };
                let is_other = view != self.view;
                self.view = view;
                self.state = state.unwrap_or_default();
                self.draw();
                self.show(is_other);
                is_other
            }
            Message::Found(found) => {
                self.drawing = DrawState { is_lost: found.is_none(), found, is_stale: false };
                self.show(false);
                false
            }
            Message::UnsureIsHere(shows) => {
                self.shows_unsure = shows;
                false
            }
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.focus.go_on();
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let unsure = |view: &Rc<UncertaintyView>| {
            html! { <Unsure view={view.clone()} dispatch={self.dispatch.clone()} is_here={self.unsure_is_here.clone()} /> }
        };
        let show = |view| plimsoll_ui::shelf(view, self.unsure.as_ref().map(unsure), &self.dispatch);
        self.view.as_ref().map_or_else(Html::default, show)
    }
}

impl App {
    fn is_of_scenarios(&self) -> bool {
        matches!(self.view, Some(Shelf::WhatIfs(_)))
    }

    /// Has drawn anew what rests on other inputs than before; nothing is drawn where nobody looks.
    fn draw(&mut self) {
        let asked = self.is_of_scenarios().then(|| drawn_from(self.state.inputs())).flatten();
        if asked == self.asked {
            return;
        }
        match &asked {
            Some(inputs) => {
                self.drawing.is_stale = true;
                outside::draw(inputs);
            }
            None => {
                self.drawing = DrawState::default();
                outside::stop_drawing();
            }
        }
        self.asked = asked;
    }

    /// How sure it is by now, where that is open: within all that is shown anew, or by itself.
    fn show(&mut self, is_all_anew: bool) {
        let is_open = self.is_of_scenarios();
        self.unsure = is_open.then(|| Rc::new(uncertainty(&self.state, &self.intl, &self.drawing)));
        if let Some(view) = self.unsure.as_ref().filter(|_| !is_all_anew) {
            self.shows_unsure.emit(view.clone());
        }
    }
}
