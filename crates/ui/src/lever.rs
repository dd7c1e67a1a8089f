//! A lever: a slider and a number field that say the same.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::LeverView;
use yew::{Callback, Html, Properties, component, html};

use crate::events::{on_left, on_let_go, on_typed};
use crate::ids::{flag, id, ids};

/// What a [`Lever`] shows.
#[derive(Clone, PartialEq, Properties)]
pub struct LeverProps {
    /// The lever.
    pub lever: Rc<LeverView>,
    /// Told where it was moved.
    pub dispatch: Callback<Action>,
}

/// One lever.
#[component]
pub fn Lever(props: &LeverProps) -> Html {
    let lever = &*props.lever;
    let slug = lever.slug;
    let moved = move |text| Action::LeverMoved { lever: slug.to_owned(), text };
    let [label, number, unit, hint, effect, problem] =
        ["lever-label", "lever", "lever-unit", "lever-hint", "lever-effect", "lever-problem"]
            .map(|what| id(what, slug));
    let about = ids(&[&hint, &effect, &problem]);
    html! {
        <div class="ps-lever" data-set={flag(lever.effect.is_some())}>
            <label class="ps-lever__label" id={label.clone()} for={number.clone()} title={lever.hint}>{ lever.label }</label>
            <span class="ps-input ps-input--lever" data-invalid={flag(lever.problem.is_some())}>
                <input class="ps-input__text" id={number} type="text" inputmode="text" autocomplete="off"
                    spellcheck="false" placeholder="0" value={lever.text.clone()}
                    aria-describedby={ids(&[&unit, &hint, &effect, &problem])}
                    aria-invalid={flag(lever.problem.is_some())}
                    oninput={on_typed(&props.dispatch, moved)} onblur={on_left(&props.dispatch)} />
                <span class="ps-input__affix" id={unit}>{ lever.unit }</span>
            </span>
            <input class="ps-slider" type="range" min={lever.least} max={lever.most} step={lever.step}
                value={lever.position.clone()} aria-labelledby={label} aria-valuetext={lever.spoken.clone()}
                aria-describedby={about} oninput={on_typed(&props.dispatch, moved)}
                onchange={on_let_go(&props.dispatch)} />
            <p class="ps-lever__hint" id={hint}>{ lever.hint }</p>
            <p class="ps-lever__effect" id={effect}>{ lever.effect.as_deref() }</p>
            <p class="ps-problem" id={problem} aria-live="polite">{ lever.problem.as_deref() }</p>
        </div>
    }
}
