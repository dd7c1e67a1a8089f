//! The program of the views that are no calculator: scenarios, benchmarks, conventions, what feeds what, the reference. It is
//! fetched with the first of them, and stands beside the page's program, in an element of its own, so that neither hears the
//! other's events.
//!
//! It keeps nothing: the page tells it the inputs, it shows what follows from them, and what the reader does goes back to the
//! page as an action.

mod app;
mod outside;
mod unsure;

use web_sys::window;

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| outside::died(&panic.to_string())));
    let root = window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id("shelf"));
    let Some(root) = root else {
        outside::died("The page has no element named “shelf”.");
        return;
    };
    yew::Renderer::<app::App>::with_root(root).render();
}
