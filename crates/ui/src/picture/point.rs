//! Pointing at marks: by key, by pointer, and choosing one.
//!
//! Which mark the keys have reached is kept in the page itself, as the order of tabs. A drawing may have thousands of
//! marks; so none of them is drawn again because another one is pointed at.

use plimsoll_report::view::{Behind, Drawing, Picture};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{Callback, KeyboardEvent, NodeRef, TargetCast};

/// What every mark has.
const MARK: &str = "[data-column]";

/// Shows what is said about the mark that an event comes from; nothing where it comes from none.
pub(super) fn say(readout: &NodeRef, target: Option<&Element>) {
    let name = target.and_then(mark_of).and_then(|mark| mark.get_attribute("aria-label"));
    if let Some(readout) = readout.cast::<Element>() {
        readout.set_text_content(name.as_deref());
    }
}

/// Asks for the rows behind a mark.
pub(super) fn chosen(target: Option<&Element>, picture: &Picture, on_behind: &Callback<Behind>) {
    let at = target.and_then(mark_of).and_then(|mark| place(&mark));
    let behind = at.and_then(|(column, row)| picture.drawing.spot(column, row)?.behind);
    if let Some(behind) = behind {
        on_behind.emit(behind);
    }
}

/// The arrow keys, Home and End move to another mark; Enter and the space bar choose one.
pub(super) fn key_pressed(event: &KeyboardEvent, picture: &Picture, on_behind: &Callback<Behind>) {
    let Some(mark) = event.target_dyn_into::<Element>().as_ref().and_then(mark_of) else { return };
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let way = match event.key().as_str() {
        "ArrowLeft" => Way::Left,
        "ArrowRight" => Way::Right,
        "ArrowUp" => Way::Up,
        "ArrowDown" => Way::Down,
        "Home" => Way::First,
        "End" => Way::Last,
        "Enter" | " " => {
            event.prevent_default();
            return chosen(Some(&mark), picture, on_behind);
        }
        _ => return,
    };
    event.prevent_default();
    let is_grid = matches!(picture.drawing, Drawing::Heat(_));
    if let Some(next) = neighbour(&mark, way, is_grid) {
        let _ = mark.set_attribute("tabindex", "-1");
        let _ = next.set_attribute("tabindex", "0");
        let _ = next.unchecked_into::<HtmlElement>().focus();
    }
}

fn mark_of(target: &Element) -> Option<Element> {
    target.closest(MARK).ok().flatten()
}

fn place(mark: &Element) -> Option<(usize, usize)> {
    let number = |name| mark.get_attribute(name)?.parse().ok();
    Some((number("data-column")?, number("data-row")?))
}

/// The mark that lies that way. A drawing that is there twice, for wide and for narrow pages, keeps its two sets of
/// marks apart.
fn neighbour(mark: &Element, way: Way, is_grid: bool) -> Option<Element> {
    let marks = mark.closest(".ps-marks").ok().flatten()?.query_selector_all(MARK).ok()?;
    let marks = (0..marks.length()).filter_map(|index| marks.item(index)?.dyn_into::<Element>().ok());
    let placed: Vec<(Element, (usize, usize))> =
        marks.filter_map(|mark| place(&mark).map(|place| (mark, place))).collect();
    let places: Vec<(usize, usize)> = placed.iter().map(|(_, place)| *place).collect();
    let next = next(&places, place(mark)?, way, is_grid)?;
    placed.into_iter().nth(next).map(|(mark, _)| mark)
}

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Left,
    Right,
    Up,
    Down,
    First,
    Last,
}

/// The position of the mark that lies that way from `at`, among the places (column, row) of all marks.
///
/// Across, it is the one in the next column whose row is nearest, in a grid only one of the same row. Up and down
/// stay in the column. Where all marks stand in one line, both pairs of keys move along it.
fn next(marks: &[(usize, usize)], at: (usize, usize), way: Way, is_grid: bool) -> Option<usize> {
    let is_row = marks.iter().all(|mark| mark.1 == at.1);
    let is_column = marks.iter().all(|mark| mark.0 == at.0);
    let way = match way {
        Way::Up if is_row => Way::Left,
        Way::Down if is_row => Way::Right,
        Way::Left if is_column => Way::Up,
        Way::Right if is_column => Way::Down,
        way => way,
    };
    let lies = |mark: &(usize, usize)| match way {
        Way::Left => mark.0 < at.0,
        Way::Right => mark.0 > at.0,
        Way::Up => mark.0 == at.0 && mark.1 < at.1,
        Way::Down => mark.0 == at.0 && mark.1 > at.1,
        Way::First | Way::Last => true,
    };
    let in_row = |mark: &(usize, usize)| !is_grid || !matches!(way, Way::Left | Way::Right) || mark.1 == at.1;
    let distance = |mark: (usize, usize)| {
        let aside = mark.1.abs_diff(at.1);
        match way {
            Way::Left | Way::Right => (mark.0.abs_diff(at.0), aside),
            Way::Up | Way::Down => (aside, 0),
            Way::First | Way::Last => {
                let (along, aside) = if is_column { (mark.1, 0) } else { (mark.0, aside) };
                let along = if way == Way::Last { usize::MAX.saturating_sub(along) } else { along };
                if is_grid { (aside, along) } else { (along, aside) }
            }
        }
    };
    let lying = marks.iter().enumerate().filter(|(_, mark)| lies(mark) && in_row(mark));
    lying.min_by_key(|(_, mark)| distance(**mark)).map(|(position, _)| position)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(marks: &[(usize, usize)], at: (usize, usize), way: Way, is_grid: bool) -> Option<(usize, usize)> {
        next(marks, at, way, is_grid).and_then(|position| marks.get(position).copied())
    }

    #[test]
    fn both_pairs_of_keys_move_along_a_line() {
        let row = [(0, 0), (1, 0), (2, 0)];
        let column = [(0, 0), (0, 1), (0, 2)];
        assert_eq!(to(&row, (1, 0), Way::Down, false), Some((2, 0)));
        assert_eq!(to(&row, (1, 0), Way::Left, false), Some((0, 0)));
        assert_eq!(to(&row, (2, 0), Way::Right, false), None);
        assert_eq!(to(&column, (0, 1), Way::Right, false), Some((0, 2)));
        assert_eq!(to(&column, (0, 1), Way::First, false), Some((0, 0)));
        assert_eq!(to(&column, (0, 1), Way::Last, false), Some((0, 2)));
    }

    #[test]
    fn months_that_lack_a_movement_lead_to_the_nearest() {
        let marks = [(0, 0), (0, 2), (0, 5), (1, 0), (1, 4), (2, 0)];
        assert_eq!(to(&marks, (0, 2), Way::Right, false), Some((1, 0)));
        assert_eq!(to(&marks, (0, 5), Way::Right, false), Some((1, 4)));
        assert_eq!(to(&marks, (1, 4), Way::Right, false), Some((2, 0)));
        assert_eq!(to(&marks, (0, 0), Way::Down, false), Some((0, 2)));
        assert_eq!(to(&marks, (0, 2), Way::Last, false), Some((2, 0)));
    }

    #[test]
    fn a_grid_is_left_on_no_side() {
        let marks = [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (0, 2)];
        assert_eq!(to(&marks, (1, 1), Way::Right, true), None);
        assert_eq!(to(&marks, (1, 1), Way::Up, true), Some((1, 0)));
        assert_eq!(to(&marks, (0, 1), Way::Down, true), Some((0, 2)));
        assert_eq!(to(&marks, (0, 1), Way::Last, true), Some((1, 1)));
    }
}
