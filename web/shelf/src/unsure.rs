//! How sure it is, on the view of scenarios: shown by itself, because draws arrive one after another while the rest of the view
//! stays as it is.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::UncertaintyView;
use yew::{Callback, Component, Context, Html, Properties};

use crate::outside::Focus;

/// The section on uncertainty.
pub(crate) struct Unsure {
    view: Rc<UncertaintyView>,
    focus: Focus,
}

/// What the section shows when the whole view is shown, and to whom it says where it can be reached.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Shown {
    pub(crate) view: Rc<UncertaintyView>,
    pub(crate) dispatch: Callback<Action>,
    pub(crate) is_here: Callback<Callback<Rc<UncertaintyView>>>,
}

impl Component for Unsure {
    type Message = Rc<UncertaintyView>;
    type Properties = Shown;

    fn create(context: &Context<Self>) -> Self {
        let Shown { view, is_here, .. } = context.props();
        is_here.emit(context.link().callback(|view| view));
        Self { view: view.clone(), focus: Focus::default() }
    }

    fn update(&mut self, _: &Context<Self>, view: Self::Message) -> bool {
        self.focus.note();
        let is_other = self.view != view;
        self.view = view;
        is_other
    }

    fn changed(&mut self, context: &Context<Self>, _: &Shown) -> bool {
        self.view = context.props().view.clone();
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.focus.go_on();
    }

    fn view(&self, context: &Context<Self>) -> Html {
        plimsoll_ui::uncertainty(&self.view, &context.props().dispatch)
    }
}
