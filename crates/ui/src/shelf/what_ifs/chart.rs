//! Lines over the months ahead, each with its name at its end.

use plimsoll_report::view::{AheadView, Axis, Place, SeriesView, Tick};
use yew::{AttrValue, Html, html};

use crate::scale::percent;

/// The drawing. In words it is what it found; the numbers stand behind it.
pub(super) fn chart(view: &AheadView, finding: &str) -> Html {
    let longest = widest(view.series.iter().map(|series| &series.name));
    html! {
        <div class="ps-ahead__plot" role="img" aria-label={finding.to_owned()}>
            { scale(&view.axis) }
            <div class="ps-ahead__area">
                { grid(&view.axis) }
                <svg class="ps-ahead__lines" viewBox="0 0 10000 10000" preserveAspectRatio="none" width="100%" height="100%" focusable="false">
                    { for view.series.iter().enumerate().map(line) }
                </svg>
            </div>
            <svg class="ps-ahead__leaders" width="16" height="100%" focusable="false">{ for view.series.iter().enumerate().map(leader) }</svg>
            <div class="ps-ahead__names">
                <span class="ps-ahead__widest">{ longest }</span>
                <svg width="100%" height="100%" focusable="false">{ for view.series.iter().enumerate().map(name) }</svg>
            </div>
            { below(&view.months) }
        </div>
    }
}

/// The axis with its unit.
pub(super) fn scale(axis: &Axis) -> Html {
    html! {
        <>
            <p class="ps-ahead__unit">{ axis.unit.as_deref() }</p>
            <div class="ps-ahead__axis">
                <span class="ps-ahead__widest">{ widest(axis.ticks.iter().map(|tick| &tick.text)) }</span>
                <svg width="100%" height="100%" focusable="false">{ for axis.ticks.iter().map(tick) }</svg>
            </div>
        </>
    }
}

/// The months below.
pub(super) fn below(months: &[Tick]) -> Html {
    html! { <svg class="ps-ahead__below" width="100%" height="20" focusable="false">{ for months.iter().map(month) }</svg> }
}

/// Places along the months, as a line is drawn through them.
pub(super) fn points(places: &[(Place, Place)]) -> AttrValue {
    let point =
        |(along, up): &(Place, Place)| [&along.0.to_string(), ",", &from_top(*up).to_string()].concat();
    places.iter().map(point).collect::<Vec<String>>().join(" ").into()
}

/// The longest text, which makes room for all of them.
fn widest<'a>(texts: impl Iterator<Item = &'a String>) -> String {
    texts.max_by_key(|text| text.chars().count()).cloned().unwrap_or_default()
}

/// The place as a height: a drawing counts from the top.
fn height(place: Place) -> AttrValue {
    percent(Place(from_top(place)))
}

fn from_top(place: Place) -> u16 {
    Place::END.0.saturating_sub(place.0)
}

fn tick(tick: &Tick) -> Html {
    html! { <text key={tick.place.0} x="100%" y={height(tick.place)} dy="4" text-anchor="end">{ tick.text.as_str() }</text> }
}

pub(super) fn grid(axis: &Axis) -> Html {
    let line = |tick: &Tick| {
        let y = height(tick.place);
        html! { <line key={tick.place.0} x1="0" x2="100%" y1={y.clone()} y2={y} /> }
    };
    html! { <svg class="ps-ahead__grid" width="100%" height="100%" focusable="false">{ for axis.ticks.iter().map(line) }</svg> }
}

fn line((place, series): (usize, &SeriesView)) -> Html {
    html! {
        <polyline key={series.slug.as_str()} data-series={place.to_string()} points={points(&series.points)} vector-effect="non-scaling-stroke" />
    }
}

/// From the end of a line to its name, which may stand a little higher or lower.
fn leader((place, series): (usize, &SeriesView)) -> Html {
    html! {
        <line key={series.slug.as_str()} data-series={place.to_string()} x1="0" x2="100%" y1={height(series.end)} y2={height(series.label)} />
    }
}

fn name((place, series): (usize, &SeriesView)) -> Html {
    html! {
        <text key={series.slug.as_str()} data-series={place.to_string()} x="0" y={height(series.label)} dy="4">{ series.name.as_str() }</text>
    }
}

fn month(month: &Tick) -> Html {
    let anchor = match month.place {
        Place(0) => "start",
        Place::END => "end",
        _ => "middle",
    };
    html! { <text key={month.place.0} x={percent(month.place)} y="15" text-anchor={anchor}>{ month.text.as_str() }</text> }
}
