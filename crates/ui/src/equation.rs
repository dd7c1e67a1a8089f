//! The retention equation: four quadrants, and the ring in the one where the figures stand.

use plimsoll_report::view::{EquationView, Quadrant, QuadrantView};
use yew::{Html, html};

use crate::explanation::source;
use crate::icons::mark;
use crate::ids::flag;
use crate::words::words;

/// The retention equation as a card.
pub fn equation(equation: &EquationView) -> Html {
    let quadrants = equation.quadrants.iter().map(|each| quadrant(each, equation));
    html! {
        <article class="ps-card ps-equation" aria-labelledby="equation">
            <header class="ps-card__head">
                <h3 class="ps-card__plain" id="equation">{ "Does the growth last?" }</h3>
                { words("p", "ps-card__term", "The retention equation") }
            </header>
            <div class="ps-equation__body">
                <div class="ps-equation__words">
                    { words("p", "ps-equation__reading", &equation.reading) }
                    { words("p", "ps-equation__rule", &equation.rule) }
                    <ul class="ps-sources">{ source(0, ("Rule: ", &equation.source)) }</ul>
                </div>
                <ul class="ps-quadrants">{ for quadrants }</ul>
            </div>
        </article>
    }
}

fn quadrant(quadrant: &QuadrantView, equation: &EquationView) -> Html {
    let is_now = equation.now == Some(quadrant.quadrant);
    let was = equation.before == Some(quadrant.quadrant) && !is_now;
    let place = match quadrant.quadrant {
        Quadrant::Compounding => "both",
        Quadrant::LeakyGrowth => "net",
        Quadrant::IdleBase => "gross",
        Quadrant::Shrinking => "neither",
    };
    let stand = match (is_now, was) {
        (true, _) => "you are here",
        (_, true) => "before the levers",
        _ => "",
    };
    html! {
        <li key={place} class="ps-quadrant" data-place={place} data-was={flag(was)} aria-current={flag(is_now)}>
            { words("p", "ps-quadrant__name", quadrant.name) }
            { words("p", "", &quadrant.lines) }
            { words("p", "ps-quadrant__reading", quadrant.reading) }
            <p class="ps-quadrant__stand">
                { if is_now || was { mark() } else { Html::default() } }<span>{ stand }</span>
            </p>
        </li>
    }
}
