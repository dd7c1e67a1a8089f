//! The foot of the page.

use yew::{Html, html};

/// Where the benchmarks come from, and the keys that help.
pub(crate) fn footer() -> Html {
    html! {
        <footer class="ps-footer">
            <p>
                <strong>{ "Benchmarks. " }</strong>
                { "Bands and medians are annual. Every card names its source, its date and what another source says; \
                   they are a place to start a conversation, not a law." }
            </p>
            <p>
                <strong>{ "Keyboard. " }</strong>
                <kbd>{ "Tab" }</kbd>{ " moves on. On a slider the arrow keys move one step, " }
                <kbd>{ "Page Up" }</kbd>{ " and " }<kbd>{ "Page Down" }</kbd>{ " several. " }
                <kbd>{ "Ctrl" }</kbd>{ " or " }<kbd>{ "⌘" }</kbd>{ " with " }<kbd>{ "Z" }</kbd>
                { " takes the last step back." }
            </p>
        </footer>
    }
}
