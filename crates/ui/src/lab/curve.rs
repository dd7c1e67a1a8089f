//! The curve of what warnings catch, with the thresholds on it.

use plimsoll_report::view::Place;
use plimsoll_report::view::lab::{CurveMark, CurveView};
use yew::{Html, html};

use super::numbers::behind;
use crate::scale::percent;
use crate::words::{named, words};

/// The picture, and the table behind it.
pub(super) fn curve(view: &CurveView) -> Html {
    let point =
        |(along, up): &(Place, Place)| [along.0.to_string().as_str(), ",", &down(*up).to_string()].concat();
    let points: Vec<String> = view.points.iter().map(point).collect();
    html! {
        <figure class="ps-check" aria-labelledby="lab-curve">
            <figcaption>{ named("h4", "ps-convention__title", &"lab-curve".into(), &view.finding) }</figcaption>
            <div class="ps-roc">
                <svg class="ps-roc__lines" viewBox="0 0 10000 10000" preserveAspectRatio="none" width="100%" height="100%" aria-hidden="true" focusable="false">
                    <line class="ps-roc__chance" x1="0" y1="10000" x2="10000" y2="0" vector-effect="non-scaling-stroke" />
                    <polyline class="ps-roc__line" points={points.join(" ")} vector-effect="non-scaling-stroke" />
                </svg>
                <svg class="ps-roc__marks" width="100%" height="100%" focusable="false">{ for view.marks.iter().map(mark) }</svg>
            </div>
            { words("p", "ps-lab__soft", "Along: of those that stayed, the share that is warned of. Up: of those that left. The dashed line is what chance gives.") }
            { behind(&view.numbers) }
        </figure>
    }
}

/// A threshold: reached by Tab, and named beside its point, on the side where there is room.
fn mark(mark: &CurveMark) -> Html {
    let is_right = mark.along.0 > Place::END.0 / 2;
    html! {
        <svg key={mark.name} class="ps-roc__mark" x={percent(mark.along)} y={percent(Place(down(mark.up)))} overflow="visible" role="img" tabindex="0"
            aria-label={mark.says.clone()}>
            <title>{ mark.says.as_str() }</title>
            <circle r="6" />
            <text x={if is_right { "-10" } else { "10" }} y="18" text-anchor={if is_right { "end" } else { "start" }}>{ mark.name }</text>
        </svg>
    }
}

/// What is up on a curve is down on a drawing.
const fn down(up: Place) -> u16 {
    Place::END.0.saturating_sub(up.0)
}
