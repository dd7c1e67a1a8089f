//! The answer on which the page opens.

use plimsoll_report::view::Headline;
use yew::{Html, html};

use crate::ids;

/// The verdict: one sentence, large, and one or two more.
pub fn headline(headline: &Headline) -> Html {
    html! {
        <section class="ps-headline" data-standing={headline.standing.map(ids::standing)} aria-labelledby="headline">
            <h1 class="ps-headline__sentence" id="headline">{ headline.sentence.as_str() }</h1>
            <p class="ps-headline__detail">{ headline.detail.as_str() }</p>
        </section>
    }
}
