//! A field for a number: its text, its unit, and the names of what is said about it.

use plimsoll_report::Action;
use yew::{AttrValue, Callback, Html, InputEvent, html};

use crate::events::on_left;
use crate::ids::{flag, id};
use crate::words::{named, words};

/// A field for a number. What is said about it is named after it: `figure-hint-…`, `figure-note-…` and
/// `figure-problem-…` describe the field `figure-…`.
pub(crate) struct NumberField<'a> {
    /// What kind of field it is.
    pub(crate) what: &'static str,
    /// Whose it is.
    pub(crate) slug: &'static str,
    /// What was typed.
    pub(crate) text: &'a str,
    /// The unit before the number.
    pub(crate) prefix: &'a str,
    /// The unit after the number.
    pub(crate) suffix: &'a str,
    /// Whether there is a problem.
    pub(crate) is_wrong: bool,
}

impl NumberField<'_> {
    /// The names of what describes the field.
    pub(crate) fn about(&self) -> AttrValue {
        let Self { what, slug, .. } = self;
        id(&[
            what,
            "-unit-",
            slug,
            " ",
            what,
            "-hint-",
            slug,
            " ",
            what,
            "-note-",
            slug,
            " ",
            what,
            "-problem-",
            slug,
        ])
    }

    /// The field.
    pub(crate) fn show(&self, oninput: Callback<InputEvent>, dispatch: &Callback<Action>) -> Html {
        let Self { what, slug, .. } = self;
        // A lever takes a minus, which the number pads of some phones do not have.
        let (mode, rest) = if *what == "lever" { ("text", "0") } else { ("decimal", " ") };
        let is_wrong = flag(self.is_wrong);
        html! {
            <span class="ps-input" data-what={*what} data-invalid={is_wrong}>
                { words("span", "ps-input__affix", self.prefix) }
                <input class="ps-input__text" id={id(&[what, "-", slug])} type="text" inputmode={mode}
                    autocomplete="off" spellcheck="false" placeholder={rest} value={self.text.to_owned()}
                    aria-describedby={self.about()} aria-invalid={is_wrong}
                    {oninput} onblur={on_left(dispatch)} />
                { named("span", "ps-input__affix", &id(&[what, "-unit-", slug]), self.suffix) }
            </span>
        }
    }
}
