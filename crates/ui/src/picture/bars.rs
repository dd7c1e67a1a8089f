//! The bridge: side by side where there is room, one below the other where there is not.

use plimsoll_report::view::{BridgeBar, BridgeView, Place, Tone};
use yew::{Html, html};

use super::mark::{At, mark_of, tone};
use super::plot::{height, length, plot};
use super::rows::bar_row;
use crate::ids::flag;
use crate::scale::percent;

/// The bridge in both forms; the styles show one.
pub(super) fn bridge(view: &BridgeView, stop: (usize, usize)) -> Html {
    let rows = view.bars.iter().enumerate().map(|(position, bar)| {
        let at = At::new(position, 0, stop);
        bar_row(
            at,
            &bar.spot,
            (&bar.label, false),
            &bar.value,
            None,
            (bar.from.min(bar.to), bar.from.max(bar.to)),
            tone(bar.tone),
        )
    });
    html! {
        <>
            <div class="ps-bridge">{ columns(view, stop) }</div>
            <div class="ps-bridge-rows">
                <p class="ps-plot__unit" aria-hidden="true">{ view.axis.unit.as_deref() }</p>
                <div class="ps-rows ps-marks">{ for rows }</div>
            </div>
        </>
    }
}

fn columns(view: &BridgeView, stop: (usize, usize)) -> Html {
    let bars = view.bars.iter().enumerate().map(|(position, bar)| {
        mark_of("g", "ps-bar", At::new(position, 0, stop), &bar.spot, inside(bar, view.is_cut))
    });
    let links = view.bars.iter().zip(view.bars.iter().skip(1)).enumerate().map(|(position, (bar, next))| {
        let y = height(bar.to);
        html! { <line key={position} x1={percent(bar.right)} x2={percent(next.left)} y1={y.clone()} y2={y} /> }
    });
    let names = view.bars.iter().enumerate().map(|(position, bar)| {
        html! { <text key={position} x={percent(middle(bar))} y="18" text-anchor="middle">{ bar.label.as_str() }</text> }
    });
    let below = html! { <svg class="ps-plot__below" width="100%" height="24" aria-hidden="true" focusable="false">{ for names }</svg> };
    let area = html! {
        <>
            <g class="ps-bridge__links" aria-hidden="true">{ for links }</g>
            <g>{ for bars }</g>
        </>
    };
    plot(&view.axis, below, area)
}

fn middle(bar: &BridgeBar) -> Place {
    Place(bar.left.0.midpoint(bar.right.0))
}

/// The bar with its amount above. A bar that is cut off shows it by two gaps at its foot.
fn inside(bar: &BridgeBar, is_cut: bool) -> Html {
    let (x, width) = (percent(bar.left), length(bar.left, bar.right));
    let (low, high) = (bar.from.min(bar.to), bar.from.max(bar.to));
    let gaps = if is_cut && bar.tone == Tone::Total {
        html! {
            <svg class="ps-bar__gaps" y="100%" overflow="visible">
                <rect x={x.clone()} width={width.clone()} y="-14" height="3" />
                <rect x={x.clone()} width={width.clone()} y="-20" height="3" />
            </svg>
        }
    } else {
        Html::default()
    };
    html! {
        <>
            <rect class="ps-bar__hit" x={x.clone()} width={width.clone()} y="0" height="100%" />
            <rect class="ps-bar__bar" data-tone={tone(bar.tone)} data-flat={flag(low == high)}
                {x} {width} y={height(high)} height={length(low, high)} />
            { gaps }
            <svg x={percent(middle(bar))} y={height(high)} overflow="visible">
                <text class="ps-bar__value" y="-7" text-anchor="middle">{ bar.value.as_str() }</text>
            </svg>
        </>
    }
}
