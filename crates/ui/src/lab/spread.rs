//! How scores are spread, with the lines between the classes on it, which can be dragged.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::lab::{Marker, SpreadBar, SpreadView, ThresholdField};
use plimsoll_report::view::{Place, Tick};
use web_sys::Element;
use yew::{Callback, Html, KeyboardEvent, PointerEvent, TargetCast, html};

use super::class;
use super::classes::classes;
use crate::scale::percent;
use crate::words::named;

/// How far a key moves a line, in hundredths of a point.
const STEP: i32 = 100;
/// How far the keys that go far move it.
const FAR: i32 = 1_000;
/// A whole score, in hundredths of a point.
const FULL: i32 = 10_000;

/// The picture, and the table behind it.
pub(super) fn spread(
    view: &SpreadView,
    thresholds: &[ThresholdField; 2],
    dispatch: &Callback<LabAction>,
) -> Html {
    html! {
        <figure class="ps-spread">
            <figcaption>{ named("h3", "ps-ahead__finding", &"lab-spread-title".into(), &view.finding) }</figcaption>
            { classes(&view.classes) }
            { plot(view, thresholds, dispatch) }
            { behind(&view.bars) }
        </figure>
    }
}

fn plot(view: &SpreadView, thresholds: &[ThresholdField; 2], dispatch: &Callback<LabAction>) -> Html {
    let (dragging, keying) = (dispatch.clone(), dispatch.clone());
    html! {
        <div class="ps-spread__plot">
            <svg class="ps-spread__bars" viewBox="0 0 10000 10000" preserveAspectRatio="none" width="100%" height="100%" role="img"
                aria-labelledby="lab-spread-title" focusable="false">{ for view.bars.iter().map(bar) }</svg>
            <svg class="ps-spread__lines" width="100%" height="100%"
                onpointerdown={|event: PointerEvent| grasped(&event)}
                onpointermove={move |event: PointerEvent| if let Some((slug, to)) = dragged(&event) { dragging.emit(moved(&slug, to)); }}
                onpointerup={dispatch.reform(|_: PointerEvent| LabAction::Settled)}
                onkeydown={move |event: KeyboardEvent| if let Some(action) = keyed(&event) { keying.emit(action); }}
                onkeyup={dispatch.reform(|_: KeyboardEvent| LabAction::Settled)}>
                <g>{ for view.markers.iter().enumerate().map(marker) }</g>
                <g>{ for thresholds.iter().map(divider) }</g>
            </svg>
            <svg class="ps-spread__below" width="100%" height="20" focusable="false">{ for view.ticks.iter().map(tick) }</svg>
        </div>
    }
}

fn bar(bar: &SpreadBar) -> Html {
    let mut below = 0;
    let mut parts = Vec::new();
    for (of, height) in &bar.parts {
        let top = height.0.saturating_add(below);
        let rect = html! {
            <rect key={of.name} class="ps-spread__bar" data-class={class(of.class)} x={bar.from.0.saturating_add(8).to_string()}
                width={bar.to.0.saturating_sub(bar.from.0).saturating_sub(16).to_string()} y={Place::END.0.saturating_sub(top).to_string()} height={height.0.to_string()} />
        };
        below = top;
        parts.push(rect);
    }
    html! { <g key={bar.from.0}><title>{ bar.says.as_str() }</title>{ for parts }</g> }
}

fn tick(tick: &Tick) -> Html {
    let anchor = match tick.place {
        Place(0) => "start",
        Place::END => "end",
        _ => "middle",
    };
    html! { <text key={tick.place.0} x={percent(tick.place)} y="15" text-anchor={anchor}>{ tick.text.as_str() }</text> }
}

/// Words of neighbours stand in rows of their own, on the side where there is room.
fn marker((row, marker): (usize, &Marker)) -> Html {
    let x = percent(marker.place);
    let is_left = marker.place.0 > Place::END.0 / 2;
    html! {
        <svg key={marker.slug} class="ps-spread__marker" data-slug={marker.slug} {x} y="0" overflow="visible">
            <line x1="0" x2="0" y1="0" y2="100%" />
            <text x={if is_left { "-6" } else { "6" }} y={row.saturating_mul(18).saturating_add(14).to_string()} text-anchor={if is_left { "end" } else { "start" }}>{ marker.label.as_str() }</text>
        </svg>
    }
}

fn divider(of: &ThresholdField) -> Html {
    let points =
        [(of.hundredths / 100).to_string(), ".".to_owned(), format!("{:02}", of.hundredths % 100)].concat();
    html! {
        <svg key={of.slug} class="ps-divider ps-spread__divider" data-threshold={of.slug} x={percent(Place(of.hundredths))} y="0" overflow="visible"
            role="slider" tabindex="0" aria-label={of.label} aria-valuemin="0" aria-valuemax="100" aria-valuenow={points.clone()}
            aria-valuetext={[&points, " points"].concat()}>
            <rect class="ps-divider__reach" x="-12" width="24" y="0" height="100%" />
            <line x1="0" x2="0" y1="0" y2="100%" />
            <circle r="7" cy="100%" />
        </svg>
    }
}

fn moved(slug: &str, to: i32) -> LabAction {
    let whole = to / 100;
    let part = to % 100;
    let text = if part == 0 { whole.to_string() } else { format!("{whole}.{part:02}") };
    LabAction::Told { key: [slug, "/moved"].concat(), text }
}

/// The line that an event comes from, and its name.
fn divider_of(target: Option<Element>) -> Option<(Element, String)> {
    let divider = target?.closest("[data-threshold]").ok()??;
    let slug = divider.get_attribute("data-threshold")?;
    Some((divider, slug))
}

/// A line under the pointer holds it from now on.
fn grasped(event: &PointerEvent) {
    if let Some((divider, _)) = divider_of(event.target_dyn_into()) {
        let _ = divider.set_pointer_capture(event.pointer_id());
    }
}

/// The line that holds the pointer, and which whole point that is.
fn dragged(event: &PointerEvent) -> Option<(String, i32)> {
    let (divider, slug) = divider_of(event.target_dyn_into())?;
    if !divider.has_pointer_capture(event.pointer_id()) {
        return None;
    }
    let plot = divider.closest(".ps-spread__lines").ok()??.get_bounding_client_rect();
    let along = (f64::from(event.client_x()) - plot.left()) / plot.width() * 100.0;
    #[allow(
        clippy::cast_possible_truncation,
        reason = "it was brought within the ends; and what is no number becomes 0"
    )]
    let point = along.round().clamp(0.0, 100.0) as i32;
    Some((slug, point.saturating_mul(STEP)))
}

/// How a key moves the line that has the focus. Steps are counted from where the line is, not from where it was drawn last.
fn keyed(event: &KeyboardEvent) -> Option<LabAction> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let (_, slug) = divider_of(event.target_dyn_into())?;
    let by = match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => Ok(STEP.saturating_neg()),
        "ArrowRight" | "ArrowUp" => Ok(STEP),
        "PageDown" => Ok(FAR.saturating_neg()),
        "PageUp" => Ok(FAR),
        "Home" => Err(0),
        "End" => Err(FULL),
        _ => return None,
    };
    event.prevent_default();
    Some(by.map_or_else(
        |to| moved(&slug, to),
        |by| LabAction::Told { key: [&slug, "/stepped"].concat(), text: by.to_string() },
    ))
}

/// The same as numbers.
fn behind(bars: &[SpreadBar]) -> Html {
    let row = |bar: &SpreadBar| html! { <li key={bar.from.0}>{ bar.says.as_str() }</li> };
    html! {
        <details class="ps-lab__more">
            <summary>{ "The numbers" }</summary>
            <ul class="ps-spread__numbers">{ for bars.iter().map(row) }</ul>
        </details>
    }
}
