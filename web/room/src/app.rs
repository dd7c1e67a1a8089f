//! The root component: one state, one reducer, one view.

use std::mem;

use plimsoll_report::view::{DataRequest, Light, Told};
use plimsoll_report::{Room, RoomAction};
use plimsoll_ui::data_room;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};
use yew::{Callback, Component, Context, Html};

use crate::outside::{self, Listening};
use crate::pictures;

/// The app.
pub(crate) struct App {
    room: Room,
    dispatch: Callback<RoomAction>,
    /// The heading that the reader is brought to once it is drawn.
    goal: Option<&'static str>,
    _listening: Listening,
}

impl Component for App {
    type Message = RoomAction;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let dispatch = context.link().callback(|action: RoomAction| action);
        let _listening = Listening::start(&dispatch);
        Self { room: Room::default(), dispatch, goal: None, _listening }
    }

    fn update(&mut self, _: &Context<Self>, action: RoomAction) -> bool {
        self.take_effect(&action);
        self.goal = self.goal_of(&action);
        let drawn = self.room.redraw_request();
        self.room = mem::take(&mut self.room).after(&action);
        let request = self.room.redraw_request();
        let is_other_ledger = matches!(&action, RoomAction::Told { message, .. } if matches!(message.as_ref(), Told::Ledger(_)));
        if is_other_ledger || request != drawn {
            outside::redraw(request.as_ref());
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        data_room(&self.room.view(), &self.dispatch)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(goal) = self.goal.take() {
            bring_to(goal);
        }
    }
}

impl App {
    /// What an action means for what lies around. Before the reducer, as some of it concerns what is about to go.
    fn take_effect(&self, action: &RoomAction) {
        match action {
            RoomAction::SettingChosen { setting, value } => outside::decide(setting, value),
            RoomAction::ColumnChosen { column, role } => {
                outside::decide(&["column.", &column.to_string()].concat(), role);
            }
            RoomAction::Accepted => {
                if let Some((name, mapping)) = self.room.to_remember() {
                    outside::accept(name, mapping);
                }
            }
            RoomAction::Discarded => outside::discard(),
            RoomAction::Asked(request) => outside::ask(request),
            RoomAction::FigureAsked(figure) => match self.room.rows_request(figure) {
                Some(request) => outside::ask(&request),
                None => outside::no_rows(),
            },
            RoomAction::FiguresUsed => {
                if let Some(offer) = self.room.offer() {
                    let typed = offer.lines.iter().map(|line| line.typed.clone()).collect();
                    outside::use_figures(self.room.currency(), &offer.window, typed);
                }
            }
            RoomAction::PictureTaken { picture, how } => pictures::take(picture, *how),
            RoomAction::LedgerClosed => outside::close(),
            RoomAction::KeepAsked(is_wanted) => outside::keep(*is_wanted),
            // A store that came back after a reload, and of which it is not known in what light it was seen.
            RoomAction::Told { by_store: true, message } if matches!(message.as_ref(), Told::Review(_)) => {
                outside::ask(&DataRequest::Ledger(Light::default()));
            }
            RoomAction::LabOpened => outside::open_lab(),
            _ => {}
        }
    }

    /// Where an action leads: to what it brought, once; an answer to a question leaves the reader where they are, and so does
    /// what comes back after a reload.
    fn goal_of(&self, action: &RoomAction) -> Option<&'static str> {
        let view = self.room.view();
        let RoomAction::Told { by_store, message } = action else { return None };
        match message.as_ref() {
            Told::Review(_) | Told::Progress(_) if *by_store => None,
            Told::Review(_) if !self.room.is_reviewing() => Some("review-title"),
            Told::Ledger(_) | Told::Accounts(_) if view.is_kept => None,
            Told::Ledger(_) if view.ledger.is_none() => Some("ledger-title"),
            Told::Accounts(_) if view.accounts.is_none() => Some("accounts-title"),
            Told::Rows(_) => Some("behind-title"),
            Told::Progress(_) if view.candidate.is_none() => Some("room"),
            _ => None,
        }
    }
}

/// Brings the reader to an element: it comes into view, and the keys go on from there.
fn bring_to(name: &str) {
    let page = window().and_then(|window| window.document());
    let Some(element) = page.and_then(|page| page.get_element_by_id(name)) else { return };
    element.scroll_into_view();
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}
