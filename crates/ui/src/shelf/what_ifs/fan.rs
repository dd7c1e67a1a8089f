//! A fan: the months ahead of one scenario, as draws and exactly.

use plimsoll_report::view::FanView;
use yew::{Html, html};

use super::chart::{below, grid, points, scale};
use crate::ids::id;
use crate::words::named;

/// The fan with its name. In words it is where it ends; the numbers stand in the table of all fans.
pub(super) fn fan(view: &FanView) -> Html {
    let name = id(&["fan-", &view.slug]);
    html! {
        <figure key={view.slug.as_str()} class="ps-fan" aria-labelledby={name.clone()}>
            <figcaption>
                { named("h5", "ps-convention__name", &name, &view.name) }
                <p class="ps-convention__formula">{ view.said.as_str() }</p>
            </figcaption>
            <div class="ps-ahead__plot ps-fan__plot" role="img" aria-label={[&view.name, ": ", &view.said].concat()}>
                { scale(&view.axis) }
                <div class="ps-ahead__area">
                    { grid(&view.axis) }
                    <svg class="ps-fan__lines" viewBox="0 0 10000 10000" preserveAspectRatio="none" width="100%" height="100%" focusable="false">
                        <polygon data-part="outer" points={points(&view.outer)} />
                        <polygon data-part="inner" points={points(&view.inner)} />
                        <polyline data-part="middle" points={points(&view.middle)} vector-effect="non-scaling-stroke" />
                        <polyline data-part="exact" points={points(&view.exact)} vector-effect="non-scaling-stroke" />
                    </svg>
                </div>
                { below(&view.months) }
            </div>
        </figure>
    }
}
