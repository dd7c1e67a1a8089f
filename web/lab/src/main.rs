//! The program of the health lab: weights of health scores, tried on accounts. It is fetched when its view is first opened, and
//! stands beside the page's program, in an element of its own, so that neither hears the other's events.
//!
//! The accounts are with a worker, which answers with plain values. What is decided goes to the page as one text, which keeps it
//! and takes it back with its other steps.

mod app;
mod outside;

use web_sys::window;

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| outside::died(&panic.to_string())));
    let root = window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id("lab"));
    let Some(root) = root else {
        outside::died("The page has no element named “lab”.");
        return;
    };
    yew::Renderer::<app::App>::with_root(root).render();
}
