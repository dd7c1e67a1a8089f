//! The picture of a scale: the bar is the water line, the ring crossed by a line is where the value floats.

use plimsoll_report::view::{Mark, Place, ScaleView, Stretch};
use yew::{AttrValue, Html, html};

use crate::ids::{flag, standing};

/// Half of the scale: marks left of it have their words to the right, and the other way round.
const MIDDLE: Place = Place(5_000);

/// The scale with everything on it. In words it is the scale's summary; the drawing is for the eye.
pub fn scale(scale: &ScaleView) -> Html {
    let names = scale.stretches.iter().map(name);
    html! {
        <div class="ps-scale" role="img" aria-label={scale.summary.clone()}
            data-no-target={flag(scale.target.is_none())} data-no-segment={flag(scale.median.is_none())}>
            <svg class="ps-scale__picture" width="100%" height="72" aria-hidden="true" focusable="false">
                <g>{ for scale.stretches.iter().map(stretch) }</g>
                <g>{ for scale.stretches.iter().filter_map(cut) }</g>
                <g>{ quartiles(scale) }</g>
                <g>{ scale.target.as_ref().map(target).unwrap_or_default() }</g>
                <g>{ scale.before.as_ref().map(|mark| ring(mark, true)).unwrap_or_default() }</g>
                <g>{ scale.value.as_ref().map(|mark| ring(mark, false)).unwrap_or_default() }</g>
            </svg>
            <ol class="ps-scale__names">{ for names }</ol>
        </div>
    }
}

/// A place as a length of the drawing.
pub(crate) fn percent(Place(place): Place) -> AttrValue {
    let rest = place % 100;
    let pad = if rest < 10 { ".0" } else { "." };
    [(place / 100).to_string().as_str(), pad, &rest.to_string(), "%"].concat().into()
}

fn stretch(stretch: &Stretch) -> Html {
    let length = Place(stretch.to.0.saturating_sub(stretch.from.0));
    html! {
        <rect key={stretch.from.0} class="ps-scale__stretch" data-standing={standing(stretch.standing)}
            data-current={flag(stretch.is_current)} x={percent(stretch.from)} width={percent(length)} y="28" height="10" />
    }
}

/// A border between two bands, with its value below.
fn cut(stretch: &Stretch) -> Option<Html> {
    let value = stretch.cut.as_deref()?;
    let x = percent(stretch.from);
    Some(html! {
        <g key={stretch.from.0} class="ps-scale__cut">
            <line x1={x.clone()} x2={x.clone()} y1="28" y2="44" />
            <text {x} y="56">{ value }</text>
        </g>
    })
}

/// The segment: a bracket over its middle half, with a tick at the median.
fn quartiles(scale: &ScaleView) -> Html {
    let bracket = scale.quartiles.as_ref().map(|(low, high)| {
        let (low, high) = (percent(low.place), percent(high.place));
        html! {
            <>
                <line x1={low.clone()} x2={high.clone()} y1="67" y2="67" />
                <line x1={low.clone()} x2={low} y1="63" y2="71" />
                <line x1={high.clone()} x2={high} y1="63" y2="71" />
            </>
        }
    });
    let median = scale.median.as_ref().map(|median| {
        let x = percent(median.place);
        html! { <line class="ps-scale__median" x1={x.clone()} x2={x} y1="62" y2="72" /> }
    });
    html! {
        <g class="ps-scale__segment">
            <g>{ bracket.unwrap_or_default() }</g>
            <g>{ median.unwrap_or_default() }</g>
        </g>
    }
}

/// The target: a line through the bar, with a flag that points to where there is room for words.
fn target(mark: &Mark) -> Html {
    let x = percent(mark.place);
    let side = if mark.place > MIDDLE { "left" } else { "right" };
    html! {
        <svg class="ps-target" data-side={side} {x} y="0" overflow="visible">
            <line x1="0" x2="0" y1="3" y2="43" />
            <path d={if side == "left" { "M0 3h-7l2.5 3.5L-7 10H0z" } else { "M0 3h7L4.5 6.5 7 10H0z" }} />
            <text x={if side == "left" { "-11" } else { "11" }} y="11">{ mark.label.as_str() }</text>
        </svg>
    }
}

/// The Plimsoll mark at a place of the bar.
fn ring(mark: &Mark, is_before: bool) -> Html {
    html! {
        <svg class="ps-ring" data-before={flag(is_before)} x={percent(mark.place)} y="33" overflow="visible">
            <circle class="ps-ring__halo" r="10" />
            <circle class="ps-ring__ring" r="7" />
            <line class="ps-ring__line" x1="-13" x2="13" y1="0" y2="0" />
        </svg>
    }
}

/// A band's name below its stretch. Where there is no room for all, only the current one is shown, and it starts
/// or ends with its stretch so that it stays within the card.
fn name(stretch: &Stretch) -> Html {
    let side = if stretch.from < MIDDLE { "left" } else { "right" };
    html! {
        <li key={stretch.from.0} class="ps-scale__name" data-current={flag(stretch.is_current)} data-side={side}>
            { &*stretch.name }
        </li>
    }
}
