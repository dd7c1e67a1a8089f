//! How a pasted table was read: what has to be answered, what was left out, and what would change.

use plimsoll_report::Action;
use plimsoll_report::view::{PasteFigure, PasteIssue, PasteView};
use yew::{Callback, Html, html};

use crate::ids::flag;
use crate::radios::radios;
use crate::select::Select;
use crate::words::words;

/// The review. Every part keeps its place while it has nothing to say.
pub(crate) fn review(paste: &PasteView, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="ps-review">
            <div class="ps-review__question">{ question(paste, dispatch) }</div>
            <div class="ps-review__issues">{ issues(paste) }</div>
            <div class="ps-review__segment">{ segment(paste, dispatch) }</div>
            <div class="ps-review__figures">{ figures(&paste.figures) }</div>
        </div>
    }
}

fn question(paste: &PasteView, dispatch: &Callback<Action>) -> Html {
    let Some(question) = &paste.question else { return Html::default() };
    let on_choose = dispatch.reform(Action::PasteMarkChosen);
    radios("paste-question", &question.question, &question.answers, &on_choose)
}

fn issues(paste: &PasteView) -> Html {
    if paste.issues.is_empty() {
        return Html::default();
    }
    let issues = paste.issues.iter().enumerate().map(|(row, issue)| issue_row(row, issue));
    let more = match paste.more_issues {
        0 => String::new(),
        more => ["and ", &more.to_string(), " more"].concat(),
    };
    html! {
        <>
            <h3 class="ps-small-title">{ "Worth a look" }</h3>
            <ul class="ps-issues">{ for issues }</ul>
            <p class="ps-issues__more">{ more }</p>
        </>
    }
}

fn issue_row(row: usize, issue: &PasteIssue) -> Html {
    html! {
        <li key={row} class="ps-issue" data-left-out={flag(issue.is_left_out)}>
            <strong class="ps-issue__place"><bdi>{ issue.place.as_str() }</bdi></strong>
            <span class="ps-issue__reason"><bdi>{ issue.reason.as_str() }</bdi></span>
        </li>
    }
}

fn segment(paste: &PasteView, dispatch: &Callback<Action>) -> Html {
    if paste.segments.is_empty() {
        return Html::default();
    }
    html! {
        <div class="ps-choice">
            <label class="ps-choice__label" for="paste-segment">{ "Count the segment" }</label>
            <Select id="paste-segment" described_by="paste-summary" options={paste.segments.clone()}
                on_choose={dispatch.reform(Action::PasteSegmentChosen)} />
        </div>
    }
}

fn figures(figures: &[PasteFigure]) -> Html {
    if figures.is_empty() {
        return Html::default();
    }
    let rows = figures.iter().map(|figure| {
        html! {
            <tr key={&*figure.slug} data-changed={flag(figure.now != figure.then)}>
                <th scope="row">{ figure.label.as_ref() }</th>{ words("td", "", &figure.now) }{ words("td", "", &figure.then) }
            </tr>
        }
    });
    html! {
        <table class="ps-table">
            <caption class="ps-small-title">{ "What would change" }</caption>
            <thead><tr><th scope="col">{ "Figure" }</th><th scope="col">{ "Now" }</th><th scope="col">{ "Then" }</th></tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
