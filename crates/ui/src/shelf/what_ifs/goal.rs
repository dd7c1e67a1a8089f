//! Which change reaches a goal, and what to do with it.

use plimsoll_report::Action;
use plimsoll_report::view::{GoalOutcome, GoalTake, GoalView, TakeHow};
use yew::{Callback, Html, html};

use super::ask::ask;
use super::entry::asked;
use crate::events::on_pressed_while;
use crate::ids::flag;
use crate::words::{maybe, words};

/// The goal and its answer.
pub(super) fn goal(view: &GoalView, dispatch: &Callback<Action>) -> Html {
    let outcome = match view.outcome {
        GoalOutcome::Open => "open",
        GoalOutcome::Reached => "reached",
        GoalOutcome::OutOfReach => "out-of-reach",
    };
    html! {
        <section class="ps-asked ps-goal" aria-labelledby="goal">
            <h3 class="ps-convention__title" id="goal">{ "What would it take?" }</h3>
            <div class="ps-asks">
                { for view.asks.iter().map(|each| ask(each, dispatch)) }
                { view.value.as_ref().map_or_else(Html::default, |value| asked("Value", value, dispatch)) }
            </div>
            <div class="ps-goal__answer" data-outcome={outcome} aria-live="polite">
                { words("p", "ps-goal__sentence", &view.answer) }
                { for view.notes.iter().map(|note| words("p", "ps-goal__note", note)) }
            </div>
            { view.take.as_ref().map_or_else(Html::default, |each| take(each, dispatch)) }
        </section>
    }
}

fn take(take: &GoalTake, dispatch: &Callback<Action>) -> Html {
    let action = match take.how.clone() {
        TakeHow::Scenario { name, lever, text } => {
            Action::ScenarioMade { name, moves: [lever, " ", &text].concat() }
        }
        TakeHow::Figure { figure, text } => Action::FigureTyped { figure: figure.to_owned(), text },
    };
    let can = take.rests.is_none();
    html! {
        <div class="ps-goal__take">
            <button type="button" class="ps-button" aria-disabled={flag(!can)} aria-describedby="goal-rests"
                onclick={on_pressed_while(can, dispatch, action)}>{ take.label }</button>
            <div id="goal-rests" aria-live="polite">{ maybe("p", "ps-goal__note", take.rests.as_ref()) }</div>
        </div>
    }
}
