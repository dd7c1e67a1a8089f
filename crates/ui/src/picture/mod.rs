//! Pictures: a finding as title, its drawing, the table behind it, and ways to take it along.
//!
//! A drawing is reached by one press of Tab; the arrow keys move over its marks, and Enter asks for the rows behind
//! one. What a mark says stands below the drawing while it is pointed at.

mod bars;
mod heat;
mod mark;
mod movements;
mod plot;
mod point;
mod rows;
mod shape;
mod table;
mod trend;

use std::rc::Rc;

use plimsoll_report::view::{Behind, Drawing, Picture, Take};
use yew::{
    Callback, Component, Context, Html, KeyboardEvent, MouseEvent, NodeRef, PointerEvent, Properties, html,
};
use yew::{FocusEvent, TargetCast};

use crate::ids::{flag, id};
use crate::words::{maybe, named, words};

/// What a [`PictureCard`] shows.
#[derive(Clone, Properties)]
pub struct PictureCardProps {
    /// The picture.
    pub picture: Rc<Picture>,
    /// Told whose rows are asked for, when a mark is chosen.
    pub on_behind: Callback<Behind>,
    /// Told when the picture is to be taken along. It stands on the page under the name `picture-` and its slug.
    pub on_take: Callback<(Rc<Picture>, Take)>,
    /// Whether the table is open to begin with.
    #[prop_or_default]
    pub starts_open: bool,
}

impl PartialEq for PictureCardProps {
    /// A picture that was made anew counts as another one: whether it says the same is not worth comparing.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.picture, &other.picture)
            && self.on_behind == other.on_behind
            && self.on_take == other.on_take
            && self.starts_open == other.starts_open
    }
}

/// One picture. It remembers whether its table is open.
#[derive(Debug)]
pub struct PictureCard {
    is_open: bool,
    /// Counts the pictures shown. Each is drawn anew, as the keys have moved the marks' places in the order of tabs.
    edition: usize,
    readout: NodeRef,
}

impl Component for PictureCard {
    /// The table is opened or closed.
    type Message = ();
    type Properties = PictureCardProps;

    fn create(context: &Context<Self>) -> Self {
        Self { is_open: context.props().starts_open, edition: 0, readout: NodeRef::default() }
    }

    fn changed(&mut self, context: &Context<Self>, before: &Self::Properties) -> bool {
        if !Rc::ptr_eq(&context.props().picture, &before.picture) {
            self.edition = self.edition.wrapping_add(1);
            point::say(&self.readout, None);
        }
        true
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        self.is_open = !self.is_open;
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let picture = &context.props().picture;
        let slug = picture.slug.as_str();
        let title = id(&["picture-title-", slug]);
        html! {
            <figure class="ps-picture" id={id(&["picture-", slug])} aria-labelledby={title.clone()}>
                <figcaption class="ps-picture__head">
                    { named("h3", "ps-picture__finding", &title, &picture.finding) }
                    { words("p", "ps-picture__about", &picture.about) }
                </figcaption>
                { self.drawing(context) }
                { maybe("p", "ps-picture__note", picture.note.as_ref()) }
                { self.tools(context) }
                <div class="ps-picture__table" id={id(&["picture-table-", slug])}>
                    { if self.is_open && !picture.table.rows.is_empty() { table::table(&picture.table) } else { Html::default() } }
                </div>
            </figure>
        }
    }
}

impl PictureCard {
    /// The drawing, and what is said about the mark that is pointed at.
    fn drawing(&self, context: &Context<Self>) -> Html {
        let PictureCardProps { picture, on_behind, .. } = context.props();
        let stop = picture.drawing.first_stop();
        let drawn = match &picture.drawing {
            Drawing::Nothing => return Html::default(),
            Drawing::Bridge(view) => bars::bridge(view, stop),
            Drawing::Movements(view) => movements::movements(view, stop),
            Drawing::Trend(view) => trend::trend(view, stop),
            Drawing::Heat(view) => heat::heat(view, stop),
            Drawing::Ranked(view) => rows::ranked(view, stop),
        };
        let (shown, told) = (self.readout.clone(), self.readout.clone());
        let left = self.readout.clone();
        let (chosen, pressed) = (picture.clone(), picture.clone());
        let (on_chosen, on_pressed) = (on_behind.clone(), on_behind.clone());
        html! {
            <div class="ps-picture__body" key={self.edition}>
                <div class="ps-picture__drawing" role="group" aria-label="Arrow keys move over the picture"
                    onkeydown={move |event: KeyboardEvent| point::key_pressed(&event, &pressed, &on_pressed)}
                    onclick={move |event: MouseEvent| point::chosen(event.target_dyn_into().as_ref(), &chosen, &on_chosen)}
                    onpointerover={move |event: PointerEvent| point::say(&shown, event.target_dyn_into().as_ref())}
                    onfocusin={move |event: FocusEvent| point::say(&told, event.target_dyn_into().as_ref())}
                    onpointerleave={move |_: PointerEvent| point::say(&left, None)}>
                    { drawn }
                </div>
                <p class="ps-picture__readout" ref={self.readout.clone()} aria-hidden="true"
                    data-hint={hint(&picture.drawing, stop)}></p>
            </div>
        }
    }

    fn tools(&self, context: &Context<Self>) -> Html {
        let PictureCardProps { picture, on_take, .. } = context.props();
        if picture.table.rows.is_empty() {
            return Html::default();
        }
        let has_drawing = picture.drawing != Drawing::Nothing;
        let ways = Take::ALL.into_iter().filter(|way| has_drawing || *way == Take::Csv);
        let buttons = ways.map(|way| {
            let (picture, on_take) = (picture.clone(), on_take.clone());
            html! {
                <button key={way.name()} type="button" class="ps-button"
                    onclick={move |_: MouseEvent| on_take.emit((picture.clone(), way))}>{ way.name() }</button>
            }
        });
        let slug = picture.slug.as_str();
        html! {
            <div class="ps-picture__tools">
                <button type="button" class="ps-link" aria-expanded={if self.is_open { "true" } else { "false" }}
                    aria-controls={id(&["picture-table-", slug])}
                    onclick={context.link().callback(|_: MouseEvent| ())}>{ "Table" }</button>
                <div class="ps-picture__ways" role="group" aria-label="Take this picture along"
                    data-only-table={flag(!has_drawing)}>{ for buttons }</div>
            </div>
        }
    }
}

/// What can be done with a drawing, said where nothing of it is pointed at.
fn hint(drawing: &Drawing, (column, row): (usize, usize)) -> &'static str {
    if drawing.spot(column, row).is_some_and(|spot| spot.behind.is_some()) {
        "Point at the picture, or move over it with the arrow keys. Enter shows the rows behind."
    } else {
        "Point at the picture, or move over it with the arrow keys."
    }
}
