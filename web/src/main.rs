//! The single-page app: it holds the state, and joins the page to the browser around it.
//!
//! All effects are here: what is kept, how the browser writes numbers, what comes in from around. This
//! room does not know a metric, a sentence or a component's markup.

mod app;
mod data;
mod keeper;
mod reader;

use web_sys::window;

/// Gives out memory. The standard library's own does the same in four times as much code to fetch.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| keeper::died(&panic.to_string())));
    let root = window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id("app"));
    let Some(root) = root else {
        keeper::died("The page has no element named “app”.");
        return;
    };
    root.set_text_content(None);
    yew::Renderer::<app::App>::with_root(root).render();
}
