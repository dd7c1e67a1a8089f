//! Parts of the lab. Each is drawn anew only where something else is to be seen: a move leaves most of the page as it was.

use std::rc::Rc;

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::SelectOption;
use plimsoll_report::view::lab::{
    AccountRow, BelowView, DimensionRow, IndicatorView, MovedView, SpreadView, StatView, ThresholdField,
};
use yew::{Callback, Component, Context, Html, Properties, html};

use super::{field, model, moved, results, sheets, spread, table};

/// What a part shows.
#[derive(PartialEq)]
pub(super) enum Shown {
    /// A choice that is kept with the model: its key, its label and the options.
    Choice(&'static str, &'static str, Vec<SelectOption>),
    /// A choice that only says what is looked at, likewise.
    Look(&'static str, &'static str, Vec<SelectOption>),
    /// An indicator with its weight.
    Indicator(Box<IndicatorView>),
    /// A number.
    Stat(StatView),
    /// How scores are spread.
    Spread(Box<(SpreadView, [ThresholdField; 2])>),
    /// The medians of the indicators.
    Dimensions(Vec<DimensionRow>),
    /// Who changes class.
    Moved(MovedView),
    /// A row of the table.
    Row(RowShown),
    /// The accounts and the sheets below them; nothing where they stay as they were drawn.
    Below(Below),
}

/// What is never told from what it was: its own parts see to that, and comparing every sheet would take some kilobytes of program.
pub(super) struct Below(pub(super) Option<Box<BelowView>>);

impl PartialEq for Below {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// A row of the table.
#[derive(PartialEq)]
pub(super) struct RowShown {
    /// Its place in the table.
    pub(super) place: u32,
    /// Whether the Tab key stops at it.
    pub(super) is_stop: bool,
    /// What it says.
    pub(super) row: AccountRow,
    /// Which columns hold numbers.
    pub(super) numbers: Rc<[bool]>,
}

/// A part.
pub(super) struct Part;

/// What it is drawn from.
#[derive(PartialEq, Properties)]
pub(super) struct PartProps {
    /// What it shows.
    pub(super) shown: Shown,
    /// Told what was done about it.
    pub(super) dispatch: Callback<LabAction>,
}

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn changed(&mut self, context: &Context<Self>, _: &PartProps) -> bool {
        !matches!(context.props().shown, Shown::Below(Below(None)))
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let PartProps { shown, dispatch } = context.props();
        match shown {
            Shown::Choice(key, label, options) => field::choice(key, label, true, options, dispatch),
            Shown::Look(what, label, options) => field::look(what, label, options, dispatch),
            Shown::Indicator(of) => model::indicator(of, dispatch),
            Shown::Stat(of) => results::stat(of),
            Shown::Spread(of) => spread::spread(&of.0, &of.1, dispatch),
            Shown::Dimensions(rows) => results::dimensions(rows),
            Shown::Moved(of) => moved::moved(of, dispatch),
            Shown::Row(of) => table::row(of, dispatch),
            Shown::Below(Below(Some(of))) => {
                html! { <>{ table::table(&of.table, dispatch) }{ sheets::sheets(&of.tabs, &of.sheet, dispatch) }</> }
            }
            Shown::Below(Below(None)) => Html::default(),
        }
    }
}

/// A part that shows this.
pub(super) fn part(shown: Shown, dispatch: &Callback<LabAction>) -> Html {
    html! { <Part {shown} dispatch={dispatch.clone()} /> }
}

/// The same in a list, in which it is told from its neighbours by this.
pub(super) fn listed(key: &str, shown: Shown, dispatch: &Callback<LabAction>) -> Html {
    html! { <Part {key} {shown} dispatch={dispatch.clone()} /> }
}
