//! The lines of a scale, as they are moved: a strip on which every band is as long as it is, with a divider wherever two
//! of them meet.
//!
//! A divider that is dragged holds the pointer, so the strip need not remember which one it is.

use plimsoll_report::view::{Divider, LinesView, Place, Standing};
use plimsoll_report::{Action, LineMove};
use web_sys::Element;
use yew::{Callback, Html, KeyboardEvent, PointerEvent, TargetCast, html};

use crate::events::on_pressed;
use crate::ids::{id, standing};
use crate::scale::percent;
use crate::words::words;

/// The steps of the keys that go far.
const FAR: i16 = 10;

/// The strip while lines can be moved, whose lines they are, and the way back.
pub(crate) fn lines(slug: &'static str, lines: &LinesView, dispatch: &Callback<Action>) -> Html {
    let back = if lines.back.is_empty() {
        Html::default()
    } else {
        let onclick = on_pressed(dispatch, Action::LinesReset(slug.to_owned()));
        html! { <button type="button" class="ps-button" {onclick}>{ lines.back }</button> }
    };
    html! {
        <div class="ps-lines" id={id(&["lines-", slug])}>
            { if lines.is_open { strip(slug, lines, dispatch) } else { Html::default() } }
            { words("p", "ps-lines__note", &lines.note) }
            { back }
        </div>
    }
}

fn strip(slug: &'static str, lines: &LinesView, dispatch: &Callback<Action>) -> Html {
    let settle = |_: PointerEvent| Action::Settled;
    let (moved, pressed) = (dispatch.clone(), dispatch.clone());
    html! {
        <svg class="ps-lines__strip" width="100%" height="56" role="group" aria-label="Lines of the scale"
            onpointerdown={|event: PointerEvent| grasped(&event)}
            onpointermove={move |event: PointerEvent| if let Some((position, to)) = dragged(&event) {
                moved.emit(Action::LineMoved { metric: slug.to_owned(), position, by: LineMove::To(to) });
            }}
            onpointerup={dispatch.reform(settle)} onpointercancel={dispatch.reform(settle)}
            onkeydown={move |event: KeyboardEvent| if let Some((position, by)) = keyed(&event) {
                pressed.emit(Action::LineMoved { metric: slug.to_owned(), position, by });
            }}
            onkeyup={dispatch.reform(|_: KeyboardEvent| Action::Settled)}>
            <g>{ for lines.stretches.iter().enumerate().map(stretch) }</g>
            <g>{ for lines.dividers.iter().map(divider) }</g>
        </svg>
    }
}

fn stretch((row, (good, from, to)): (usize, &(Standing, Place, Place))) -> Html {
    let length = Place(to.0.saturating_sub(from.0));
    html! {
        <rect key={row} class="ps-scale__stretch" data-standing={standing(*good)} x={percent(*from)}
            width={percent(length)} y="20" height="10" />
    }
}

fn divider(divider: &Divider) -> Html {
    let position = divider.position.to_string();
    // Neighbours say their values in two rows, so that near ones stay apart.
    let row = if divider.position.is_multiple_of(2) { "9" } else { "53" };
    html! {
        <svg key={divider.position} class="ps-divider" x={percent(divider.place)} y="0" overflow="visible"
            role="slider" tabindex="0" data-position={position} aria-label={divider.label.clone()}
            aria-valuemin="0" aria-valuemax={Place::END.0.to_string()} aria-valuenow={divider.place.0.to_string()}
            aria-valuetext={divider.value.clone()}>
            <rect class="ps-divider__reach" x="-12" width="24" y="3" height="44" />
            <line x1="0" x2="0" y1="13" y2="37" />
            <circle r="7" cy="25" />
            <text y={row}>{ divider.value.as_str() }</text>
        </svg>
    }
}

/// The divider that an event comes from, and its position.
fn divider_of(target: Option<Element>) -> Option<(Element, usize)> {
    let divider = target?.closest("[data-position]").ok()??;
    let position = divider.get_attribute("data-position")?.parse().ok()?;
    Some((divider, position))
}

/// A divider under the pointer holds it from now on.
fn grasped(event: &PointerEvent) {
    if let Some((divider, _)) = divider_of(event.target_dyn_into()) {
        let _ = divider.set_pointer_capture(event.pointer_id());
    }
}

/// The divider that holds the pointer, and where on the strip that is.
fn dragged(event: &PointerEvent) -> Option<(usize, Place)> {
    let (divider, position) = divider_of(event.target_dyn_into())?;
    if !divider.has_pointer_capture(event.pointer_id()) {
        return None;
    }
    let strip = divider.closest(".ps-lines__strip").ok()??.get_bounding_client_rect();
    let along = (f64::from(event.client_x()) - strip.left()) / strip.width() * f64::from(Place::END.0);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it was brought within the ends; and what is no number becomes 0"
    )]
    let place = along.round().clamp(0.0, f64::from(Place::END.0)) as u16;
    Some((position, Place(place)))
}

/// The divider that has the focus, and what the key does to it.
fn keyed(event: &KeyboardEvent) -> Option<(usize, LineMove)> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let by = match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => LineMove::Steps(-1),
        "ArrowRight" | "ArrowUp" => LineMove::Steps(1),
        "PageDown" => LineMove::Steps(-FAR),
        "PageUp" => LineMove::Steps(FAR),
        "Home" => LineMove::To(Place(0)),
        "End" => LineMove::To(Place::END),
        _ => return None,
    };
    let (_, position) = divider_of(event.target_dyn_into())?;
    event.prevent_default();
    Some((position, by))
}
