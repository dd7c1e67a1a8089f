//! What is chosen once for all cards.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::{Choice, ChoiceKind};
use yew::{Callback, Html, Properties, component, html};

use crate::ids::id;
use crate::select::Select;

/// What one [`ChoiceField`] shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChoiceFieldProps {
    /// The choice.
    pub(crate) choice: Rc<Choice>,
    /// Told what was chosen.
    pub(crate) dispatch: Callback<Action>,
}

/// The bar of choices.
pub(crate) fn choices(choices: &[Choice], dispatch: &Callback<Action>) -> Html {
    let fields = choices.iter().map(|choice| {
        html! { <ChoiceField key={slug(choice.kind)} choice={Rc::new(choice.clone())} {dispatch} /> }
    });
    html! {
        <section class="ps-choices" aria-label="Window, currency and comparison">{ for fields }</section>
    }
}

/// One choice: its label, its select and, for who asks, what it does.
#[component]
pub(crate) fn ChoiceField(props: &ChoiceFieldProps) -> Html {
    let choice = &*props.choice;
    let (kind, slug) = (choice.kind, slug(choice.kind));
    let field = id("choice", slug);
    let hint = id("choice-hint", slug);
    let on_choose = props.dispatch.reform(move |value| Action::Chosen { kind, value });
    html! {
        <div class="ps-choice">
            <label class="ps-choice__label" for={field.clone()}>{ choice.label }</label>
            <Select id={field} described_by={hint.clone()} options={choice.options.clone()} {on_choose} />
            <p class="ps-choice__hint" id={hint}>{ choice.hint }</p>
        </div>
    }
}

const fn slug(kind: ChoiceKind) -> &'static str {
    match kind {
        ChoiceKind::Window => "window",
        ChoiceKind::Currency => "currency",
        ChoiceKind::Segment => "segment",
        ChoiceKind::Industry => "industry",
        ChoiceKind::Stage => "stage",
    }
}
