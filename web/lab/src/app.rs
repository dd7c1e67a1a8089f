//! The root component: one state, one reducer, one view.

use std::mem;

use plimsoll_intl::Intl;
use plimsoll_report::lab::{Lab, LabAction};
use plimsoll_report::lab_view;
use yew::{Callback, Component, Context, Html};

use crate::outside::{self, Listening};

/// The app.
pub(crate) struct App {
    intl: Intl,
    lab: Lab,
    dispatch: Callback<LabAction>,
    _listening: Listening,
}

impl Component for App {
    type Message = LabAction;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let dispatch = context.link().callback(|action: LabAction| action);
        let _listening = Listening::start(&dispatch);
        Self { intl: Intl::of_browser(), lab: Lab::default(), dispatch, _listening }
    }

    fn update(&mut self, _: &Context<Self>, action: LabAction) -> bool {
        let (lab, effects) = mem::take(&mut self.lab).after(&action);
        self.lab = lab;
        effects.iter().for_each(outside::take_effect);
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let view = lab_view(&self.lab, &self.intl);
        view.map_or_else(Html::default, |view| plimsoll_ui::lab(&view, &self.dispatch))
    }
}
