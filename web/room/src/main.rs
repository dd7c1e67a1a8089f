//! The data room's program: how data was read, and the ledger. It is fetched when data first comes in, and stands beside the
//! page's program, in an element of its own, so that neither hears the other's events.
//!
//! This room does not know a metric, a sentence or a component's markup. `data.js` carries messages between it, the workers
//! and the page.

mod app;
mod outside;
mod pictures;

use web_sys::window;

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| outside::died(&panic.to_string())));
    let root = window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id("room"));
    let Some(root) = root else {
        outside::died("The page has no element named “room”.");
        return;
    };
    root.set_text_content(None);
    yew::Renderer::<app::App>::with_root(root).render();
}
