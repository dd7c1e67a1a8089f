//! The health lab: the model on one side, what it makes of the accounts on the other, and what else can be asked below.

mod check;
mod classes;
mod curve;
mod field;
mod measure;
mod model;
mod money;
mod moved;
mod numbers;
mod part;
mod ranges;
mod results;
mod rows;
mod sheets;
mod spread;
mod suggest;
mod table;
mod team;
mod versions;

use plimsoll_report::lab::{Class, LabAction};
use plimsoll_report::view::SampleOffer;
use plimsoll_report::view::lab::{ClassMark, LabView, OpenLab, ResultsView};
use yew::{Callback, Html, html};

use crate::events::on_pressed;
use crate::words::words;
use part::{Below, Shown, listed, part};

/// The lab.
pub fn lab(view: LabView, dispatch: &Callback<LabAction>) -> Html {
    let content = match view {
        LabView::Empty { samples } => empty(samples, dispatch),
        LabView::Waiting => words("p", "ps-lead", "Scoring your accounts …"),
        LabView::Failed { what, way_out } => failed(&what, &way_out),
        LabView::Open(lab) => open(*lab, dispatch),
    };
    html! { <section class="ps-shelf ps-lab" id="results" tabindex="-1" aria-label="Health lab">{ content }</section> }
}

fn empty(samples: &'static [SampleOffer], dispatch: &Callback<LabAction>) -> Html {
    let sample = |sample: &SampleOffer| {
        let onclick = on_pressed(dispatch, LabAction::Looked { what: "sample", at: sample.slug.to_owned() });
        html! {
            <li key={sample.slug}>
                <button type="button" class="ps-button" {onclick}>{ sample.label }</button>
                { words("span", "ps-lab__soft", sample.detail) }
            </li>
        }
    };
    html! {
        <div class="ps-lab__empty">
            <h2 class="ps-title">{ "Tune a health score on your own accounts" }</h2>
            { words("p", "ps-lead", "Drop a table of accounts on this page, or paste one: a row for each account, with its ARR and \
                whatever you know of it (logins, tickets, NPS, renewal). You see at once who is red, who would change, and \
                whether the score would have told who left. Nothing leaves this page.") }
            <p class="ps-small-title">{ "Or try made-up accounts" }</p>
            <ul class="ps-lab__samples">{ for samples.iter().map(sample) }</ul>
        </div>
    }
}

fn failed(what: &str, way_out: &str) -> Html {
    html! { <div class="ps-lab__empty" role="alert">{ words("p", "ps-problem", what) }{ words("p", "ps-lead", way_out) }</div> }
}

fn open(lab: OpenLab, dispatch: &Callback<LabAction>) -> Html {
    let thresholds = lab.model.thresholds.clone();
    let ResultsView { stats, spread, moved, dimensions } = lab.results;
    html! {
        <>
            { words("p", "ps-lead", &lab.accounts) }
            <ul class="ps-lab__notes">{ for lab.notes.iter().map(|note| words("li", "ps-lab__soft", note)) }</ul>
            <div class="ps-lab__bench">
                { model::model(lab.model, dispatch) }
                <div class="ps-lab__results">
                    <section aria-labelledby="lab-spread-title">
                        <dl class="ps-stats">{ for stats.into_iter().map(|each| listed(each.slug, Shown::Stat(each), dispatch)) }</dl>
                        { part(Shown::Spread(Box::new((spread, thresholds))), dispatch) }
                        { part(Shown::Dimensions(dimensions), dispatch) }
                    </section>
                    { part(Shown::Moved(moved), dispatch) }
                </div>
            </div>
            { part(Shown::Below(Below(lab.below.map(Box::new))), dispatch) }
        </>
    }
}

/// A class as the styles know it.
const fn class(class: Class) -> &'static str {
    match class {
        Class::Red => "red",
        Class::Yellow => "yellow",
        Class::Green => "green",
        Class::Unscored => "unscored",
    }
}

/// The name of a class, in its colour.
fn mark(of: &ClassMark) -> Html {
    html! { <span class="ps-class" data-class={class(of.class)}>{ of.name }</span> }
}
