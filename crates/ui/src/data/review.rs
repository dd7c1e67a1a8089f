//! One screen on which a reading is looked over: questions first, then how everything was understood, then the rows.

use plimsoll_report::RoomAction;
use plimsoll_report::view::{ColumnView, IssueGroup, Review, Setting};
use yew::{Callback, Html, html};

use crate::events::{on_pressed, on_pressed_while};
use crate::ids::{flag, id};
use crate::radios::radios;
use crate::select::Select;
use crate::words::words;

pub(super) fn review(review: &Review, dispatch: &Callback<RoomAction>) -> Html {
    let (questions, settings): (Vec<_>, Vec<_>) =
        review.settings.iter().partition(|setting| setting.question.is_some());
    html! {
        <div key="review" class="ps-look" role="group" aria-labelledby="review-title">
            <h3 class="ps-look__title" id="review-title" tabindex="-1"><bdi>{ review.name.as_str() }</bdi></h3>
            { words("p", "ps-look__shape", &review.shape) }
            <p class="ps-look__outcome" role="status" data-blocked={flag(!review.can_accept)}>{ review.outcome.as_str() }</p>
            <div class="ps-look__questions">{ for questions.into_iter().map(|each| question(each, dispatch)) }</div>
            <div class="ps-look__settings">{ for settings.into_iter().map(|each| setting_field(each, dispatch)) }</div>
            <div class="ps-look__columns">{ columns(&review.columns, dispatch) }</div>
            <div class="ps-look__issues">{ issues(&review.issues) }</div>
            <div class="ps-look__preview">{ preview(review) }</div>
            <div class="ps-paste__decide">
                <button type="button" class="ps-button ps-button--primary" aria-disabled={flag(!review.can_accept)}
                    onclick={on_pressed_while(review.can_accept, dispatch, RoomAction::Accepted)}>{ "Use this data" }</button>
                <button type="button" class="ps-button" onclick={on_pressed(dispatch, RoomAction::Discarded)}>{ "Discard" }</button>
            </div>
        </div>
    }
}

fn on_setting(setting: &Setting, dispatch: &Callback<RoomAction>) -> Callback<String> {
    let slug = setting.slug.clone();
    dispatch.reform(move |value| RoomAction::SettingChosen { setting: slug.clone(), value })
}

fn question(setting: &Setting, dispatch: &Callback<RoomAction>) -> Html {
    let name = id(&["setting-", &setting.slug]);
    html! {
        <div key={setting.slug.as_str()} class="ps-question">
            { radios(name, setting.question.as_deref().unwrap_or_default(), &setting.options, &on_setting(setting, dispatch)) }
        </div>
    }
}

fn setting_field(setting: &Setting, dispatch: &Callback<RoomAction>) -> Html {
    let field = id(&["setting-", &setting.slug]);
    html! {
        <div key={setting.slug.as_str()} class="ps-choice">
            <label class="ps-choice__label" for={field.clone()}>{ setting.label.as_str() }</label>
            <Select id={field} described_by="review-title" options={setting.options.clone()} on_choose={on_setting(setting, dispatch)} />
        </div>
    }
}

fn columns(columns: &[ColumnView], dispatch: &Callback<RoomAction>) -> Html {
    if columns.is_empty() {
        return Html::default();
    }
    let rows = columns.iter().map(|column| {
        let number = column.number;
        let field = id(&["column-", &number.to_string()]);
        let on_choose = dispatch.reform(move |role| RoomAction::ColumnChosen { column: number, role });
        html! {
            <tr key={number}>
                <th scope="row"><label for={field.clone()}><bdi>{ column.header.as_str() }</bdi></label></th>
                <td><Select id={field} described_by="columns-title" options={column.roles.clone()} {on_choose} /></td>
                <td class="ps-cells"><bdi>{ column.values.join(" · ") }</bdi></td>
            </tr>
        }
    });
    html! {
        <div class="ps-wide" role="region" aria-labelledby="columns-title" tabindex="0">
            <table class="ps-table ps-columns">
                <caption class="ps-small-title" id="columns-title">{ "What each column holds" }</caption>
                <thead><tr>
                    <th scope="col">{ "Column" }</th><th scope="col">{ "Holds" }</th><th scope="col">{ "First values" }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn issues(issues: &[IssueGroup]) -> Html {
    if issues.is_empty() {
        return Html::default();
    }
    let groups = issues.iter().map(|group| {
        html! {
            <li key={group.what.as_str()} class="ps-issue" data-left-out={flag(group.is_left_out)}>
                <strong class="ps-issue__place">{ group.what.as_str() }{ " " }{ words("span", "ps-issue__count", &group.count) }</strong>
                <ul>{ for group.places.iter().map(|place| html! { <li class="ps-issue__reason"><bdi>{ place.as_str() }</bdi></li> }) }</ul>
            </li>
        }
    });
    html! {
        <>
            <h4 class="ps-small-title">{ "Worth a look" }</h4>
            <ul class="ps-issues">{ for groups }</ul>
        </>
    }
}

fn preview(review: &Review) -> Html {
    if review.preview.is_empty() {
        return Html::default();
    }
    let headers = review
        .columns
        .iter()
        .map(|column| html! { <th scope="col"><bdi>{ column.header.as_str() }</bdi></th> });
    let rows = review.preview.iter().map(|(line, cells)| {
        html! {
            <tr key={line.as_str()}>
                <th scope="row">{ line.as_str() }</th>
                { for cells.iter().map(|cell| html! { <td><bdi>{ cell.as_str() }</bdi></td> }) }
            </tr>
        }
    });
    html! {
        <details class="ps-preview">
            <summary class="ps-paste__summary">{ "The first rows as they were read" }</summary>
            <div class="ps-wide" role="region" aria-label="The first rows as they were read" tabindex="0">
                <table class="ps-table ps-rows">
                    <thead><tr><th scope="col">{ "Row" }</th>{ for headers }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </details>
    }
}
