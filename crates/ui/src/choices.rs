//! What is chosen once for all cards.

use plimsoll_report::Action;
use plimsoll_report::view::{Choice, ChoiceKind};
use yew::{Callback, Html, html};

use crate::ids::id;
use crate::select::Select;
use crate::words::named;

/// The bar of choices.
pub(crate) fn choices(choices: &[Choice], dispatch: &Callback<Action>) -> Html {
    html! {
        <section class="ps-choices" aria-label="Window, currency and comparison">
            { for choices.iter().map(|each| choice(each, dispatch)) }
        </section>
    }
}

/// One choice: its label, its select and, for who asks, what it does.
fn choice(choice: &Choice, dispatch: &Callback<Action>) -> Html {
    let kind = choice.kind;
    let slug = match kind {
        ChoiceKind::Window => "window",
        ChoiceKind::Currency => "currency",
        ChoiceKind::Segment => "segment",
        ChoiceKind::Industry => "industry",
        ChoiceKind::Stage => "stage",
    };
    let (field, hint) = (id(&["choice-", slug]), id(&["choice-hint-", slug]));
    let on_choose = dispatch.reform(move |value| Action::Chosen { kind, value });
    html! {
        <div key={slug} class="ps-choice">
            <label class="ps-choice__label" for={field.clone()}>{ choice.label }</label>
            <Select id={field} described_by={hint.clone()} options={choice.options.clone()} {on_choose} />
            { named("p", "ps-choice__hint", &hint, choice.hint) }
        </div>
    }
}
