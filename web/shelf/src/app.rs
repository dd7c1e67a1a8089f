//! The root component: the page's inputs in, a view out.

use plimsoll_intl::Intl;
use plimsoll_report::view::Shelf;
use plimsoll_report::{Action, State, shelf};
use yew::{Callback, Component, Context, Html};

use crate::outside::{self, Listening, Told};

/// The app: what the page told last, shown.
pub(crate) struct App {
    intl: Intl,
    view: Option<Shelf>,
    /// Whether the keys were within the view before it changed.
    had_focus: bool,
    dispatch: Callback<Action>,
    _listening: Listening,
}

impl Component for App {
    type Message = Told;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let _listening = Listening::start(&context.link().callback(|told: Told| told));
        let dispatch = Callback::from(|action: Action| outside::give(&action));
        Self { intl: Intl::of_browser(), view: None, had_focus: false, dispatch, _listening }
    }

    fn update(&mut self, _: &Context<Self>, told: Told) -> bool {
        let view = told.inputs.and_then(|inputs| shelf(&State::from(inputs), &self.intl, told.refused));
        let view = match view {
            Some(Shelf::Embed(view)) => {
                outside::preview();
                Some(Shelf::Embed(view.at(&outside::here())))
            }
            view => view,
        };
        let is_other = view != self.view;
        self.had_focus = outside::has_focus();
        self.view = view;
        is_other
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        // What had the focus may be gone, or have moved: the keys go on from what the view is about.
        if self.had_focus && !outside::has_focus() {
            outside::focus();
        }
        self.had_focus = false;
    }

    fn view(&self, _: &Context<Self>) -> Html {
        self.view.as_ref().map_or_else(Html::default, |view| plimsoll_ui::shelf(view, &self.dispatch))
    }
}
