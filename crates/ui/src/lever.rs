//! A lever: a slider and a number field that say the same.

use plimsoll_report::Action;
use plimsoll_report::view::LeverView;
use yew::{Callback, Html, html};

use crate::events::{on_let_go, on_typed};
use crate::ids::{flag, id};
use crate::number::NumberField;
use crate::words::{named, problem};

/// One lever.
pub(crate) fn lever(lever: &LeverView, dispatch: &Callback<Action>) -> Html {
    let slug = lever.slug;
    let oninput = on_typed(dispatch, move |text| Action::LeverMoved { lever: slug.to_owned(), text });
    let number = NumberField {
        what: "lever",
        slug,
        text: &lever.text,
        prefix: "",
        suffix: lever.unit,
        is_wrong: lever.problem.is_some(),
    };
    let label = id(&["lever-label-", slug]);
    let effect = lever.effect.as_deref().unwrap_or_default();
    html! {
        <div key={slug} class="ps-lever" data-set={flag(lever.effect.is_some())}>
            <label class="ps-lever__label" id={label.clone()} for={id(&["lever-", slug])} title={lever.hint}>
                { lever.label }
            </label>
            { number.show(oninput.clone(), dispatch) }
            <input class="ps-slider" type="range" min={lever.least} max={lever.most} step={lever.step}
                value={lever.position.clone()} aria-labelledby={label} aria-valuetext={lever.spoken.clone()}
                aria-describedby={number.about()} {oninput} onchange={on_let_go(dispatch)} />
            { named("p", "ps-lever__hint", &id(&["lever-hint-", slug]), lever.hint) }
            { named("p", "ps-lever__effect", &id(&["lever-note-", slug]), effect) }
            { problem("lever", slug, lever.problem.as_ref()) }
        </div>
    }
}
