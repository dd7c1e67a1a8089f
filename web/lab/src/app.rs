//! The root component: one state, one reducer, one view.

use std::mem;

use plimsoll_intl::Intl;
use plimsoll_report::lab::{Lab, LabAction};
use plimsoll_report::lab_view;
use yew::{Callback, Component, Context, Html};

use crate::outside::{self, Frames, Listening};

/// The app.
pub(crate) struct App {
    intl: Intl,
    lab: Lab,
    dispatch: Callback<LabAction>,
    frames: Frames,
    /// Whether a frame went by without the answer that is awaited.
    has_waited: bool,
    _listening: Listening,
}

/// What the app hears.
pub(crate) enum Heard {
    /// Something happened.
    Action(LabAction),
    /// A frame is about to be painted.
    Frame,
    /// Nothing has been drawn for a while.
    Rest,
}

impl Component for App {
    type Message = Heard;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let dispatch = context.link().callback(Heard::Action);
        let frames = Frames::new(
            context.link().callback(|()| Heard::Frame),
            context.link().callback(|()| Heard::Rest),
        );
        let _listening = Listening::start(&dispatch);
        Self {
            intl: Intl::of_browser(),
            lab: Lab::default(),
            dispatch,
            frames,
            has_waited: false,
            _listening,
        }
    }

    /// All that happens until the next frame is drawn at once: a moved slider, what the page says of it and the worker's answer,
    /// which is worth a frame. What is out of sight is drawn when things have come to rest.
    fn update(&mut self, _: &Context<Self>, heard: Heard) -> bool {
        match heard {
            Heard::Action(action) => {
                self.follow(&action);
                self.frames.want();
                false
            }
            Heard::Frame => {
                self.frames.came();
                self.has_waited = self.lab.is_awaited() && !self.has_waited;
                if self.has_waited {
                    self.frames.want();
                    return false;
                }
                let is_below_sight = outside::is_below_sight("lab-accounts");
                self.follow(&LabAction::BelowWaits(is_below_sight));
                self.frames.await_rest(is_below_sight);
                true
            }
            Heard::Rest => {
                self.follow(&LabAction::BelowWaits(false));
                true
            }
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let view = lab_view(&self.lab, &self.intl);
        view.map_or_else(Html::default, |view| plimsoll_ui::lab(view, &self.dispatch))
    }
}

impl App {
    fn follow(&mut self, action: &LabAction) {
        let (lab, effects) = mem::take(&mut self.lab).after(action);
        self.lab = lab;
        effects.iter().for_each(outside::take_effect);
    }
}
