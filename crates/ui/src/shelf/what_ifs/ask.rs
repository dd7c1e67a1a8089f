//! Questions with answers to choose from or to type.

use plimsoll_report::Action;
use plimsoll_report::view::{AskView, AskedNumber};
use yew::{Callback, Html, html};

use crate::events::on_typed;
use crate::ids::id;
use crate::number::NumberField;
use crate::select::Select;
use crate::words::problem;

/// A select with its label; nothing where there is nothing to choose from.
pub(super) fn ask(ask: &AskView, dispatch: &Callback<Action>) -> Html {
    if ask.options.is_empty() {
        return Html::default();
    }
    let what = ask.what;
    let field = id(&["ask-", what]);
    let on_choose = dispatch.reform(move |text| Action::Asked { what: what.to_owned(), text });
    html! {
        <div key={what} class="ps-choice">
            <label class="ps-choice__label" for={field.clone()}>{ ask.label }</label>
            <Select id={field} described_by="" options={ask.options.clone()} {on_choose} />
        </div>
    }
}

/// A field for a number with its label.
pub(super) fn number(ask: &AskedNumber, dispatch: &Callback<Action>) -> Html {
    let what = ask.what;
    let field = NumberField {
        what: "ask",
        slug: what,
        text: &ask.text,
        prefix: ask.prefix.as_deref().unwrap_or_default(),
        suffix: ask.suffix.as_deref().unwrap_or_default(),
        is_wrong: ask.problem.is_some(),
    };
    let oninput = on_typed(dispatch, move |text| Action::Asked { what: what.to_owned(), text });
    html! {
        <div key={what} class="ps-choice">
            <label class="ps-choice__label" for={id(&["ask-", what])}>{ ask.label }</label>
            { field.show(oninput, dispatch) }
            { problem("ask", what, ask.problem.as_ref()) }
        </div>
    }
}
