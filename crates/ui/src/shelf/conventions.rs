//! The same figures under every convention, side by side.

use plimsoll_report::Action;
use plimsoll_report::view::{ConventionChoice, ConventionRow, ConventionValue, ConventionsView};
use yew::{Callback, Html, html};

use crate::events::on_pressed;
use crate::ids::{flag, id, standing};
use crate::words::{named, words};

/// Every choice with its conventions.
pub(super) fn conventions(view: &ConventionsView, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { words("h2", "ps-title", "Conventions") }
            { words("p", "ps-lead", "Where practice differs, the same figures give different numbers. Here they stand side by side; what \
                you choose counts on every card, which says so.") }
            { for view.choices.iter().map(|each| choice(each, dispatch)) }
        </>
    }
}

fn choice(choice: &ConventionChoice, dispatch: &Callback<Action>) -> Html {
    let title = id(&["convention-", choice.slug]);
    let heads = choice.columns.iter().map(|column| html! { <th key={*column} scope="col">{ *column }</th> });
    html! {
        <section key={choice.slug} class="ps-convention" aria-labelledby={title.clone()}>
            { named("h3", "ps-convention__title", &title, choice.title) }
            <div class="ps-scroll" tabindex="0" role="group" aria-labelledby={title}>
                <table class="ps-table">
                    <thead><tr><th scope="col">{ "Convention" }</th>{ for heads }<th scope="col">{ "Counts" }</th></tr></thead>
                    <tbody>{ for choice.rows.iter().map(|each| row(choice.slug, each, dispatch)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(of: &'static str, row: &ConventionRow, dispatch: &Callback<Action>) -> Html {
    let action = if of == "annualising" {
        Action::AnnualisingChosen(row.slug.to_owned())
    } else {
        Action::ConventionChosen { metric: of.to_owned(), convention: row.slug.to_owned() }
    };
    // One button throughout, so that the keys stay where they are when it is pressed.
    let counts = html! {
        <button type="button" class="ps-button" aria-label={["Count by: ", row.name].concat()}
            aria-pressed={if row.is_chosen { "true" } else { "false" }} onclick={on_pressed(dispatch, action)}>
            { if row.is_chosen { "counts" } else { "Use this" } }
        </button>
    };
    html! {
        <tr key={row.slug} data-chosen={flag(row.is_chosen)}>
            <th scope="row">{ words("span", "ps-convention__name", row.name) }{ words("span", "ps-convention__formula", &row.formula) }</th>
            { for row.values.iter().enumerate().map(value) }
            <td>{ counts }</td>
        </tr>
    }
}

fn value((place, value): (usize, &ConventionValue)) -> Html {
    let band = value.band.as_ref().map_or_else(Html::default, |(name, good)| {
        html! { <span class="ps-chip ps-chip--small" data-standing={standing(*good)}>{ name.as_str() }</span> }
    });
    html! { <td key={place} class="ps-table__number">{ words("span", "ps-convention__value", &value.text) }{ band }</td> }
}
