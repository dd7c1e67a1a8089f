//! The model: indicators with their weights, the thresholds, and what is done about what is missing.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::lab::{IndicatorView, ModelView, SegmentChoice, ThresholdField};
use plimsoll_report::view::{EntryView, SelectOption};
use yew::{Callback, Event, Html, html};

use super::field::{entry, on_left};
use super::measure::measure;
use super::part::{Shown, listed, part};
use crate::events::{on_pressed, on_typed};
use crate::ids::{flag, id};
use crate::words::{maybe, named, problem, words};

/// The model.
pub(super) fn model(mut view: ModelView, dispatch: &Callback<LabAction>) -> Html {
    let chosen =
        |key, label, options: &[SelectOption]| part(Shown::Choice(key, label, options.to_vec()), dispatch);
    let indicators = std::mem::take(&mut view.indicators);
    let shown = |each: IndicatorView| listed(&each.slug.clone(), Shown::Indicator(Box::new(each)), dispatch);
    html! {
        <section class="ps-lab__model" aria-labelledby="lab-model-title">
            <h2 class="ps-title" id="lab-model-title">{ "The score" }</h2>
            { chosen("model", "Model", &view.models) }
            { words("p", "ps-lab__soft", &view.about) }
            { words("p", "ps-lab__soft", &view.source) }
            { segments(&view, dispatch) }
            <ul class="ps-weights">{ for indicators.into_iter().map(shown) }</ul>
            { words("p", "ps-lab__soft", &view.total) }
            { chosen("indicator", "Add an indicator", &view.more) }
            <div class="ps-lab__row">{ back(&view, dispatch) }</div>
            <div class="ps-lab__row">{ for view.thresholds.iter().map(|each| threshold(each, dispatch)) }</div>
            { chosen("missing", "Where an indicator is missing", &view.missing) }
            { words("p", "ps-lab__soft", view.missing_note) }
            <div aria-live="polite">{ maybe("p", "ps-problem", view.problem.as_ref()) }</div>
        </section>
    }
}

fn segments(view: &ModelView, dispatch: &Callback<LabAction>) -> Html {
    if view.segments.is_empty() {
        return Html::default();
    }
    let segment = |segment: &SegmentChoice| {
        let onclick = on_pressed(dispatch, LabAction::Looked { what: "segment", at: segment.value.clone() });
        html! {
            <button key={segment.value.as_str()} type="button" class="ps-button ps-segment" aria-pressed={segment.is_chosen.to_string()}
                data-own={flag(segment.is_own)} {onclick}>{ segment.label.as_str() }</button>
        }
    };
    html! {
        <>
            <div class="ps-segments" role="group" aria-label="Whose weights">{ for view.segments.iter().map(segment) }</div>
            { maybe("p", "ps-lab__soft", view.segment_note.as_ref()) }
        </>
    }
}

fn back(view: &ModelView, dispatch: &Callback<LabAction>) -> Html {
    let button = |shown: bool, key: &str, label: &str| {
        let told = LabAction::Told { key: key.to_owned(), text: String::new() };
        if shown {
            html! { <button type="button" class="ps-button" onclick={on_pressed(dispatch, told)}>{ label }</button> }
        } else {
            Html::default()
        }
    };
    html! { <>{ button(view.is_changed, "back", "Back to the model as published") }{ button(view.offers_equal, "equal", "Weigh all alike") }</> }
}

/// An indicator with its weight.
pub(super) fn indicator(of: &IndicatorView, dispatch: &Callback<LabAction>) -> Html {
    let slug = of.slug.as_str();
    let (label, key) = (id(&["lab-label-", slug]), ["weight/", slug].concat());
    let told = key.clone();
    let on_slide = on_typed(dispatch, move |text| LabAction::Told { key: [&told, "/slid"].concat(), text });
    let number = EntryView {
        key,
        text: of.weight.text.clone(),
        rest: "0",
        prefix: String::new(),
        suffix: String::new(),
        problem: of.weight.problem.clone(),
    };
    let onclick = on_pressed(dispatch, LabAction::Looked { what: "measure", at: of.slug.clone() });
    html! {
        <li key={slug} class="ps-weight">
            { named("span", "ps-weight__name", &label, &of.name) }
            { words("span", "ps-weight__share", &of.effective) }
            <input class="ps-slider" type="range" min="0" max={of.weight.most.to_string()} step="1" value={of.weight.half_points.to_string()}
                aria-labelledby={label} aria-valuetext={of.weight.spoken.clone()} oninput={on_slide}
                onchange={dispatch.reform(|_: Event| LabAction::Settled)} />
            { entry(&["Weight of ", &of.name].concat(), false, &number, dispatch) }
            { words("p", "ps-lab__soft", &of.question) }
            <p class="ps-lab__soft">
                { of.coverage.as_str() }{ " " }
                <button type="button" class="ps-link" aria-expanded={of.measure.is_some().to_string()} {onclick}>{ "How it counts" }</button>
            </p>
            { maybe("p", "ps-weight__outside", of.outside.as_ref()) }
            { problem("lab-indicator", slug, of.problem.as_ref()) }
            { for of.measure.iter().map(|each| measure(of, each, dispatch)) }
        </li>
    }
}

fn threshold(of: &ThresholdField, dispatch: &Callback<LabAction>) -> Html {
    let key = of.slug.to_owned();
    let place = id(&["lab-", of.slug]);
    html! {
        <div key={of.slug} class="ps-entry">
            <label class="ps-choice__label" for={place.clone()}>{ of.label }</label>
            <span class="ps-input" data-what="lab" data-invalid={flag(of.problem.is_some())}>
                <input class="ps-input__text" id={place} type="text" autocomplete="off" spellcheck="false" value={of.text.clone()}
                    aria-describedby={id(&["lab-problem-", of.slug])} aria-invalid={flag(of.problem.is_some())}
                    oninput={on_typed(dispatch, move |text| LabAction::Told { key: key.clone(), text })} onblur={on_left(dispatch)} />
                { words("span", "ps-input__affix", "points") }
            </span>
            { problem("lab", of.slug, of.problem.as_ref()) }
        </div>
    }
}
