//! What a person types in a case, as the actions that it takes on the page.

use std::collections::BTreeMap;

use plimsoll_metrics::{Book, Known, Metric, Window, all_metrics};
use plimsoll_report::view::{Card, ChoiceKind, Page, Shelf};
use plimsoll_report::{Action, DecimalMark, English, Inputs, State, page, shelf, view_of};
use serde::Deserialize;

use crate::cases::{figure, in_unit, metric};

/// What is typed and chosen, field by field. A page starts empty unless a case starts from the worked example.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(crate) struct Typed {
    /// Whether the figures are typed over the worked example.
    pub(crate) over_the_example: bool,
    /// Whether the page is that of a locale with a decimal comma.
    pub(crate) decimal_comma: bool,
    /// The window's slug; the year where there is none.
    pub(crate) window: Option<String>,
    pub(crate) currency: Option<String>,
    pub(crate) segment: Option<String>,
    pub(crate) industry: Option<String>,
    pub(crate) stage: Option<String>,
    /// The slug of the open view; the first one where there is none.
    pub(crate) view: Option<String>,
    /// The slugs of conventions, by the metric that they stand for.
    pub(crate) conventions: BTreeMap<String, String>,
    /// Texts by the figure's slug.
    pub(crate) figures: BTreeMap<String, String>,
    /// Texts by the slug of a metric entered as known.
    pub(crate) known: BTreeMap<String, String>,
    /// The windows of metrics entered as known, where it is not the page's.
    pub(crate) known_windows: BTreeMap<String, String>,
    /// Texts by the lever's slug.
    pub(crate) levers: BTreeMap<String, String>,
    /// Scenarios: each is kept empty, under its place from 1, and told these texts; the one without a name is its name.
    pub(crate) scenarios: Vec<BTreeMap<String, String>>,
    /// What is asked on the view of what-ifs.
    pub(crate) asks: BTreeMap<String, String>,
}

impl Typed {
    /// The actions in the order of the page.
    fn actions(&self) -> Vec<Action> {
        let chosen = [
            (ChoiceKind::Window, &self.window),
            (ChoiceKind::Currency, &self.currency),
            (ChoiceKind::Segment, &self.segment),
            (ChoiceKind::Industry, &self.industry),
            (ChoiceKind::Stage, &self.stage),
        ];
        let chosen = chosen
            .into_iter()
            .filter_map(|(kind, value)| Some(Action::Chosen { kind, value: value.clone()? }));
        let pairs = |texts: &BTreeMap<String, String>| texts.clone().into_iter();
        let figures = pairs(&self.figures).map(|(figure, text)| Action::FigureTyped { figure, text });
        let known = pairs(&self.known).map(|(metric, text)| Action::KnownTyped { metric, text });
        let windows =
            pairs(&self.known_windows).map(|(metric, window)| Action::KnownWindowChosen { metric, window });
        let levers = pairs(&self.levers).map(|(lever, text)| Action::LeverMoved { lever, text });
        let opened = self.view.clone().map(Action::ViewOpened);
        let conventions = pairs(&self.conventions)
            .map(|(metric, convention)| Action::ConventionChosen { metric, convention });
        let chosen = chosen.chain(opened).chain(conventions);
        let asks = pairs(&self.asks).map(|(what, text)| Action::Asked { what, text });
        let scenarios =
            (1..).zip(&self.scenarios).flat_map(|(number, told)| scenario(number, told)).chain(asks);
        chosen.chain(figures).chain(known).chain(windows).chain(scenarios).chain(levers).collect()
    }

    /// The state of the page once all is typed.
    pub(crate) fn state(&self) -> State {
        let start = if self.over_the_example { Inputs::example() } else { Inputs::default() };
        let mark = if self.decimal_comma { DecimalMark::Comma } else { DecimalMark::Point };
        let state = State::from(start.with_decimal_mark(mark));
        self.actions().iter().fold(state, |state, action| state.after(action))
    }

    /// The page, in plain English.
    pub(crate) fn page(&self) -> Page {
        page(&self.state(), &English)
    }

    /// What stands in place of figures and cards, in the open view.
    pub(crate) fn shelf(&self) -> Option<Shelf> {
        shelf(&self.state(), &English, None)
    }

    /// The page with every explanation open.
    pub(crate) fn explained_page(&self) -> Page {
        let open = |state: State, metric: &'static Metric| {
            state.after(&Action::ExplanationToggled(metric.slug.to_owned()))
        };
        page(&all_metrics().fold(self.state(), open), &English)
    }

    /// The page in the view that holds the metric's card, counted by that metric where it is a convention, with its
    /// explanation open.
    pub(crate) fn page_of(&self, metric: &'static Metric) -> Page {
        let head = metric.head().slug.to_owned();
        let chosen = Action::ConventionChosen { metric: head.clone(), convention: metric.slug.to_owned() };
        let opened = Action::ViewOpened(view_of(metric).to_owned());
        let state = [opened, chosen, Action::ExplanationToggled(head)]
            .iter()
            .fold(self.state(), |state, action| state.after(action));
        page(&state, &English)
    }

    /// The window that the figures were counted over.
    pub(crate) fn window(&self) -> Window {
        self.window.as_deref().map_or(Window::Year, window)
    }

    /// The same as a book, without `report`: its texts have to be plain numbers.
    pub(crate) fn book(&self) -> Book {
        let mut book = Book::new(self.window());
        for (slug, text) in &self.figures {
            book.set(figure(slug), in_unit(figure(slug).unit, text));
        }
        for (slug, text) in &self.known {
            let window = self.known_windows.get(slug).map_or(self.window(), |slug| window(slug));
            let value = in_unit(metric(slug).unit, text);
            book.set_known(metric(slug), Known { value, window });
        }
        book
    }
}

/// A scenario, kept and told.
fn scenario(number: usize, told: &BTreeMap<String, String>) -> Vec<Action> {
    let key = |part: &str| if part == "name" { format!("s{number}") } else { format!("s{number}/{part}") };
    let tell = |(part, text): (&String, &String)| Action::ScenarioTold { key: key(part), text: text.clone() };
    [Action::ScenarioKept].into_iter().chain(told.iter().map(tell)).collect()
}

/// The window of this slug.
pub(crate) fn window(slug: &str) -> Window {
    Window::ALL.into_iter().find(|window| window.slug() == slug).unwrap_or_else(|| panic!("no window {slug}"))
}

/// Every card of a page.
pub(crate) fn cards(page: &Page) -> impl Iterator<Item = &Card> {
    page.panels.iter().flat_map(|panel| &panel.cards).map(|card| -> &Card { card })
}

/// The card of this metric, where it has one.
pub(crate) fn card<'a>(page: &'a Page, slug: &str) -> Option<&'a Card> {
    cards(page).find(|card| card.slug == slug)
}
