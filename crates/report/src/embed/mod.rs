//! Embeds: from what an element was told, as texts by name, to what it shows. Nothing is kept from one call to the next.

mod asked;
mod elements;
mod health;
mod words;

pub(crate) use asked::Asked;
pub use elements::{CUSTOM_PROPERTIES, ELEMENTS, Element, ElementOption, OptionKind};
pub use health::health;
pub use words::{Part, words};

use plimsoll_metrics::Figure;
use plimsoll_metrics::benchmarks::PUBLISHED;

use crate::format::Formatter;
use crate::show::{embedded, seen};
use crate::state::{edited, grouped};
use crate::view::EmbedView;
use crate::wire::{self, Report};

/// What an embed shows for these options: texts by the names of attributes, figures under `figures.` and their slugs.
///
/// ```
/// use plimsoll_report::{English, embed};
/// let options = [("metrics", "logo-churn"), ("figures.start-customers", "250"), ("figures.lost-customers", "50")];
/// let options = options.map(|(name, text)| (name.to_owned(), text.to_owned()));
/// let view = embed::show(&options, &English);
/// assert_eq!(view.cards[0].verdict.as_ref().unwrap().band, "Below target");
/// ```
#[must_use]
pub fn show(options: &[(String, String)], formatter: &dyn Formatter) -> EmbedView {
    let asked = Asked::read(options, formatter);
    let shown = |figure: &'static Figure| {
        grouped(asked.inputs.figure(figure).unwrap_or_default(), asked.inputs.decimal_mark())
    };
    seen(&asked.inputs, &PUBLISHED, formatter, |context| embedded(context, &asked, &shown))
}

/// The report of what these options hold.
#[must_use]
pub fn report(options: &[(String, String)], formatter: &dyn Formatter) -> Report {
    wire::evaluate_published(&Asked::read(options, formatter).inputs, formatter)
}

/// What is meant when a field that shows `shown`, which stands for `meant`, is changed to `now`: the groups that are shown
/// between digits do not count while somebody types between them.
#[must_use]
pub fn typed(meant: &str, shown: &str, now: &str, formatter: &dyn Formatter) -> String {
    edited(meant, shown, now, formatter.decimal_mark())
}

#[cfg(test)]
mod tests;
