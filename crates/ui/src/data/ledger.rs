//! The ledger: what it holds, the figures it gives, and its pictures.

use std::rc::Rc;

use plimsoll_report::RoomAction;
use plimsoll_report::view::{
    DataRequest, LedgerFigures, LedgerView, Light, PasteFigure, Picture, RoomView, SelectOption,
};
use yew::{Callback, Html, html};

use super::keep::keep;
use super::rows::rows;
use crate::events::on_pressed;
use crate::ids::flag;
use crate::picture::PictureCard;
use crate::select::Select;
use crate::words::words;

/// The ledger as a section of its own, where there is one.
pub(super) fn ledger(data: &RoomView, dispatch: &Callback<RoomAction>) -> Html {
    let Some(ledger) = &data.ledger else { return Html::default() };
    html! {
        <section class="ps-ledger" id="ledger" aria-labelledby="ledger-title">
            <div class="ps-ledger__head">
                <h2 class="ps-title" id="ledger-title" tabindex="-1"><bdi>{ ledger.name.as_str() }</bdi></h2>
                { words("p", "ps-ledger__summary", &ledger.summary) }
                <ul class="ps-notes">{ for ledger.notes.iter().map(|note| html! { <li key={note.as_str()}>{ note.as_str() }</li> }) }</ul>
                { light(ledger, &data.asked, dispatch) }
                { keep(data, dispatch) }
            </div>
            <div class="ps-ledger__figures">{ figures(data, ledger, dispatch) }</div>
            <div class="ps-ledger__rows">{ data.rows.as_ref().map(|it| rows(it, dispatch)).unwrap_or_default() }</div>
            <div class="ps-pictures">{ for ledger.pictures.iter().map(|each| picture(each, ledger, dispatch)) }</div>
        </section>
    }
}

fn picture(picture: &Rc<Picture>, ledger: &LedgerView, dispatch: &Callback<RoomAction>) -> Html {
    let light = ledger.light.clone();
    let on_behind =
        dispatch.reform(move |behind| RoomAction::Asked(DataRequest::Mark { behind, light: light.clone() }));
    let on_take = dispatch.reform(|(picture, how)| RoomAction::PictureTaken { picture, how });
    html! { <PictureCard key={picture.slug.as_str()} picture={picture.clone()} {on_behind} {on_take} /> }
}

/// In what light the ledger is seen: which month results end in, by what customers are told apart, and when a pause is one.
fn light(ledger: &LedgerView, asked: &Light, dispatch: &Callback<RoomAction>) -> Html {
    let seen = |change: fn(&mut Light, String)| {
        let now = asked.clone();
        dispatch.reform(move |value| {
            let mut light = now.clone();
            change(&mut light, value);
            RoomAction::Asked(DataRequest::Ledger(light))
        })
    };
    let on_month = seen(|light, month| light.month = month);
    let on_grouping = seen(|light, grouping| light.grouping = grouping);
    let on_win_back = seen(|light, months| light.win_back = months.parse().unwrap_or(0));
    html! {
        <div class="ps-ledger__light">
            { choice("ledger-month", "Up to the month", &ledger.months, on_month) }
            { choice("ledger-grouping", "Told apart by", &ledger.groupings, on_grouping) }
            { choice("ledger-win-back", "Who comes back", &ledger.win_backs, on_win_back) }
            <button type="button" class="ps-button" onclick={on_pressed(dispatch, RoomAction::LedgerClosed)}>{ "Put this ledger away" }</button>
        </div>
    }
}

/// Said where the ledger is shorter than the page's window.
const SHORTER: &str = "The ledger does not reach back over the page's window, so the figures are counted over a shorter one. \
    Using them changes the page's window with them.";

/// A choice, where there is one.
fn choice(
    id: &'static str,
    label: &'static str,
    options: &[SelectOption],
    on_choose: Callback<String>,
) -> Html {
    if options.len() < 2 {
        return Html::default();
    }
    html! {
        <div key={id} class="ps-choice">
            <label class="ps-choice__label" for={id}>{ label }</label>
            <Select {id} described_by="ledger-title" options={options.to_vec()} {on_choose} />
        </div>
    }
}

/// What the calculator would hold, with the rows behind each figure.
fn figures(data: &RoomView, ledger: &LedgerView, dispatch: &Callback<RoomAction>) -> Html {
    if data.figures.is_empty() {
        return Html::default();
    }
    let offers: Vec<_> = ledger.figures.iter().filter(|offer| offer.window == data.window).collect();
    let current = offers.iter().find(|offer| offer.group == data.group);
    let lines = (0..).zip(&data.figures).map(|(place, figure)| line(place, figure, data, ledger, dispatch));
    html! {
        <div class="ps-offer">
            <h3 class="ps-offer__title">{ "The calculator's figures from this ledger" }</h3>
            { words("p", "ps-offer__span", current.map(|offer| offer.span.as_str()).unwrap_or_default()) }
            { words("p", "ps-offer__shorter", if data.is_shorter { SHORTER } else { "" }) }
            <div class="ps-offer__group">{ group(data, &offers, dispatch) }</div>
            <table class="ps-table">
                <thead><tr>
                    <th scope="col">{ "Figure" }</th><th scope="col">{ "Now" }</th><th scope="col">{ "From the ledger" }</th>
                    <th scope="col"><span class="ps-unseen">{ "Rows behind it" }</span></th>
                </tr></thead>
                <tbody>{ for lines }</tbody>
            </table>
            <button type="button" class="ps-button ps-button--primary" onclick={on_pressed(dispatch, RoomAction::FiguresUsed)}>
                { "Use these figures" }
            </button>
            { redrawn(data) }
        </div>
    }
}

/// How far retention hangs on which customers there are. It comes after the figures, and takes no room from them.
fn redrawn(data: &RoomView) -> Html {
    let Some(found) = &data.redrawn else { return Html::default() };
    html! {
        <div class="ps-offer__sure" aria-live="polite">
            { words("p", "", &found.range) }
            { for found.bands.iter().map(|band| words("p", "", band)) }
        </div>
    }
}

/// Whose figures they are, where there is a choice.
fn group(data: &RoomView, offers: &[&LedgerFigures], dispatch: &Callback<RoomAction>) -> Html {
    let option = |offer: &&LedgerFigures| SelectOption {
        value: offer.group.clone(),
        label: offer.label.clone(),
        selected: offer.group == data.group,
    };
    let options: Vec<SelectOption> = offers.iter().map(option).collect();
    choice("offer-group", "Count", &options, dispatch.reform(RoomAction::GroupChosen))
}

fn line(
    place: u8,
    figure: &PasteFigure,
    data: &RoomView,
    ledger: &LedgerView,
    dispatch: &Callback<RoomAction>,
) -> Html {
    let request = DataRequest::Figure {
        window: data.window.clone(),
        group: data.group.clone(),
        figure: place,
        light: ledger.light.clone(),
    };
    html! {
        <tr key={&*figure.slug} data-changed={flag(figure.now != figure.then)}>
            <th scope="row">{ figure.label.as_ref() }</th>
            { words("td", "", &figure.now) }
            { words("td", "", &figure.then) }
            <td>
                <button type="button" class="ps-link ps-link--plain" aria-label={["Rows behind ", &figure.label].concat()}
                    onclick={on_pressed(dispatch, RoomAction::Asked(request))}>{ "rows" }</button>
            </td>
        </tr>
    }
}
