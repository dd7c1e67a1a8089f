//! Keys that no field takes: undo and redo.

use plimsoll_report::Action;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget, KeyboardEvent, window};
use yew::Callback;

/// A listener on the window, taken off when dropped.
struct Listener {
    kind: &'static str,
    target: EventTarget,
    heard: Closure<dyn Fn(Event)>,
}

impl Listener {
    fn new(kind: &'static str, heard: impl Fn(Event) + 'static) -> Option<Self> {
        let target: EventTarget = window()?.into();
        let heard = Closure::<dyn Fn(Event)>::new(heard);
        target.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref()).ok()?;
        Some(Self { kind, target, heard })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // A listener that is not there any more is what is wanted.
        let _ =
            self.target.remove_event_listener_with_callback(self.kind, self.heard.as_ref().unchecked_ref());
    }
}

/// All listeners, until this is dropped.
pub(crate) struct Listening {
    _listeners: Vec<Option<Listener>>,
}

impl Listening {
    /// Listens from now on.
    pub(crate) fn start(dispatch: &Callback<Action>) -> Self {
        let keys = dispatch.clone();
        let _listeners = vec![
            Listener::new("keydown", move |event| key_pressed(&keys, &event)),
            #[cfg(feature = "drill")]
            Listener::new("plimsoll-drill", |_| drill()),
        ];
        Self { _listeners }
    }
}

/// Undo and redo, by the keys that people know. They work in fields too, where the browser's own undo would not
/// know what the page has decided.
fn key_pressed(dispatch: &Callback<Action>, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
        return;
    }
    let action = match (key.key().as_str(), key.shift_key()) {
        ("z", false) => Action::Undone,
        ("z" | "Z", true) | ("y", false) => Action::Redone,
        _ => return,
    };
    event.prevent_default();
    dispatch.emit(action);
}

/// Opens the paste panel, where something lies in it that its reader has not seen.
pub(crate) fn open_paste_panel(in_view: bool) {
    let page = window().and_then(|window| window.document());
    let panel = page.and_then(|page| page.get_element_by_id("paste"));
    if let Some(panel) = panel.filter(|panel| panel.set_attribute("open", "").is_ok() && in_view) {
        panel.scroll_into_view();
    }
}

/// The forced fault of the recovery drill. A release build does not have it.
#[cfg(feature = "drill")]
#[allow(clippy::panic, reason = "the drill exists to panic")]
fn drill() {
    panic!("a drill: this fault was asked for");
}
