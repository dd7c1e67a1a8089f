//! Lists put in order, and texts numbered: once for all kinds of lists, since each kind would be code to fetch.

use core::cmp::Ordering;

use plimsoll_columns::Names;

use crate::text::look;

/// Puts a list in order. What is equal stays in the order that it had.
///
/// Only places are sorted, and the list follows them. So there is one sort in the program however many lists are put in
/// order; the library's own brings five kilobytes for each, and this one half a kilobyte for all.
///
/// ```
/// let mut pairs = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
/// plimsoll_intake::put_in_order(&mut pairs, |one, other| one.0.cmp(&other.0));
/// assert_eq!(pairs, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
/// ```
pub fn put_in_order<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places = ordered(list.len(), &|one, other| match (list.get(one), list.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    for start in 0..list.len() {
        let mut place = start;
        // Each place takes what belongs there and leaves its own to the next one, until one takes what began here.
        while let Some(from) = places.get_mut(place).map(|from| std::mem::replace(from, place)) {
            if from == start || from == place {
                break;
            }
            list.swap(place, from);
            place = from;
        }
    }
}

/// The places of so many things, in order: pairs are merged, then pairs of those, until one list is left.
#[inline(never)]
fn ordered(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut width = 1_usize;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for pair in places.chunks(width.saturating_mul(2)) {
            let (mut left, mut right) = pair.split_at_checked(width).unwrap_or((pair, &[]));
            while let (Some((one, after_one)), Some((other, after_other))) =
                (left.split_first(), right.split_first())
            {
                if compare(*other, *one) == Ordering::Less {
                    merged.push(*other);
                    right = after_other;
                } else {
                    merged.push(*one);
                    left = after_one;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        width = width.saturating_mul(2);
    }
    places
}

/// Makes lists of what comes one at a time.
pub trait Listed: Iterator + Sized {
    /// All of it as a list. Where speed does not matter, this is a third of the code of `collect`, which makes room
    /// beforehand: a loop and a push.
    ///
    /// ```
    /// use plimsoll_intake::Listed as _;
    /// assert_eq!((1..4).map(|number| number * 2).listed(), [2, 4, 6]);
    /// ```
    fn listed(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        list.grow_by(self);
        list
    }
}

impl<I: Iterator> Listed for I {}

/// Lengthens lists by what comes one at a time.
pub trait Grown<T> {
    /// Puts all of it at the end, one by one: less code than `extend`, for the same reason.
    ///
    /// ```
    /// use plimsoll_intake::Grown as _;
    /// let mut numbers = vec![1];
    /// numbers.grow_by(Some(2));
    /// assert_eq!(numbers, [1, 2]);
    /// ```
    fn grow_by(&mut self, items: impl IntoIterator<Item = T>);
}

impl<T> Grown<T> for Vec<T> {
    fn grow_by(&mut self, items: impl IntoIterator<Item = T>) {
        for item in items {
            self.push(item);
        }
    }
}

/// Numbers of texts, from 0 in the order in which they are first met. The ledger's own table of names serves here, too.
#[derive(Debug, Default)]
pub(crate) struct Numbers(Names);

impl Numbers {
    /// The number of a text, and whether it is met for the first time. Without memory for it, it has a number that nothing has.
    #[inline(never)]
    pub(crate) fn meet(&mut self, text: &str) -> (usize, bool) {
        self.0.meet(text.as_bytes()).unwrap_or((usize::MAX, false))
    }
}

/// The first text of each look.
#[derive(Debug, Default)]
pub(crate) struct Looks {
    texts: Vec<String>,
    numbers: Numbers,
}

impl Looks {
    /// An earlier text that looks like this one and is not it.
    pub(crate) fn meet(&mut self, text: &str) -> Option<String> {
        let (number, is_new) = self.numbers.meet(&look(text));
        if is_new {
            self.texts.push(text.to_owned());
        }
        self.texts.get(number).filter(|first| *first != text).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_in_order_however_it_was_turned() {
        for count in 0..40 {
            for step in 1..7 {
                let mut list: Vec<(usize, usize)> = (0..count)
                    .map(|place: usize| (place.saturating_mul(step).saturating_add(3) % 11, place))
                    .collect();
                list.rotate_left(step.min(count));
                let mut expected = list.clone();
                expected.sort_by_key(|(key, _)| *key);
                put_in_order(&mut list, |one, other| one.0.cmp(&other.0));
                assert_eq!(list, expected);
            }
        }
    }

    #[test]
    fn texts_are_numbered_as_they_are_met() {
        let mut numbers = Numbers::default();
        assert_eq!(["b", "a", "b"].map(|text| numbers.meet(text)), [(0, true), (1, true), (0, false)]);
    }

    #[test]
    fn a_text_is_told_of_the_one_that_looks_like_it() {
        let mut looks = Looks::default();
        assert_eq!(
            ["Acme", "ACME ", "Acme", "Bolt"].map(|text| looks.meet(text)),
            [None, Some("Acme".into()), None, None]
        );
    }
}
