//! How many accounts, and how much money, are in which class of which segment.

use super::Refusal;
use super::kernel::Marks;
use crate::refusal::filled;

/// What a score says of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Below the first threshold.
    Red,
    /// Between them.
    Yellow,
    /// From the second threshold on.
    Green,
    /// No score: nothing that has weight is there, or the account is left out.
    Unscored,
}

impl Class {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Red, Self::Yellow, Self::Green, Self::Unscored];

    /// That of one account of a block.
    pub(super) const fn of(marks: Marks, bit: u16) -> Self {
        let [red, green, scored] = marks.parts();
        match (scored & bit != 0, red & bit != 0, green & bit != 0) {
            (false, _, _) => Self::Unscored,
            (_, true, _) => Self::Red,
            (_, _, true) => Self::Green,
            _ => Self::Yellow,
        }
    }

    /// The marks of a block's accounts that are in this class.
    pub(super) const fn bits(self, marks: Marks, real: u16) -> u16 {
        let [red, green, scored] = marks.parts();
        match self {
            Self::Red => red,
            Self::Yellow => marks.yellow(),
            Self::Green => green,
            Self::Unscored => real & !scored,
        }
    }
}

/// Of one class: how many accounts, and the sum of each column of amounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassSums {
    /// How many accounts.
    pub accounts: i64,
    /// What their amounts come to, in minor units, in the order in which columns were given.
    pub amounts: Vec<i64>,
}

/// Sums by segment of those who are red, green, scored, and of all.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    /// Numbers of one sum: the count, then each amount.
    width: usize,
    sums: Vec<i64>,
}

/// Red, green, scored, all.
const PARTS: usize = 4;
/// The place of "all" among them.
const ALL: usize = 3;

impl Standing {
    pub(super) fn new(segments: usize, amounts: usize) -> Result<Self, Refusal> {
        let width = amounts.saturating_add(1);
        let sums = filled(0, segments.saturating_mul(PARTS).saturating_mul(width))?;
        Ok(Self { width, sums })
    }

    fn part(&mut self, segment: usize, part: usize) -> &mut [i64] {
        let start = segment.saturating_mul(PARTS).saturating_add(part).saturating_mul(self.width);
        self.sums.get_mut(start..start.saturating_add(self.width)).unwrap_or_default()
    }

    /// Counts an account in.
    pub(super) fn add(&mut self, segment: usize, amounts: &[i64]) {
        put(self.part(segment, ALL), amounts, 1);
    }

    /// Moves the accounts of a block whose marks changed. `amounts` has those of the block's accounts, one after the other.
    pub(super) fn change(&mut self, segment: usize, before: Marks, now: Marks, amounts: &[i64]) {
        for (part, (was, is)) in before.parts().into_iter().zip(now.parts()).enumerate() {
            let mut differ = was ^ is;
            if differ == 0 {
                continue;
            }
            let width = self.width.saturating_sub(1);
            let sums = self.part(segment, part);
            while differ != 0 {
                let place = differ.trailing_zeros();
                let sign = if is & 1_u16.unbounded_shl(place) == 0 { -1 } else { 1 };
                let start = (place as usize).saturating_mul(width);
                put(sums, amounts.get(start..start.saturating_add(width)).unwrap_or_default(), sign);
                differ &= differ.wrapping_sub(1);
            }
        }
    }

    /// The sums of a class of a segment, or of all segments. What is neither red nor green is the rest, so all of them add up.
    pub(super) fn of(&self, class: Class, segment: Option<usize>) -> ClassSums {
        let mut all = ClassSums { accounts: 0, amounts: vec![0; self.width.saturating_sub(1)] };
        let group = self.width.saturating_mul(PARTS);
        for (number, sums) in self.sums.chunks(group.max(1)).enumerate() {
            if segment.is_none_or(|wanted| wanted == number) {
                let part = |part: usize| {
                    let start = part.saturating_mul(self.width);
                    sums.get(start..start.saturating_add(self.width)).unwrap_or_default()
                };
                let mut add = |part: &[i64], sign: i64| {
                    let Some((count, amounts)) = part.split_first() else { return };
                    all.accounts = all.accounts.wrapping_add(count.wrapping_mul(sign));
                    for (sum, amount) in all.amounts.iter_mut().zip(amounts) {
                        *sum = sum.wrapping_add(amount.wrapping_mul(sign));
                    }
                };
                for (place, sign) in parts_of(class) {
                    add(part(*place), *sign);
                }
            }
        }
        all
    }
}

/// Which parts make up a class.
const fn parts_of(class: Class) -> &'static [(usize, i64)] {
    match class {
        Class::Red => &[(0, 1)],
        Class::Green => &[(1, 1)],
        Class::Yellow => &[(2, 1), (0, -1), (1, -1)],
        Class::Unscored => &[(ALL, 1), (2, -1)],
    }
}

/// Adds an account, or takes it away. All amounts of a column together fit, so does every part of them.
fn put(sums: &mut [i64], amounts: &[i64], sign: i64) {
    let Some((count, sums)) = sums.split_first_mut() else { return };
    *count = count.wrapping_add(sign);
    for (sum, amount) in sums.iter_mut().zip(amounts) {
        *sum = sum.wrapping_add(amount.wrapping_mul(sign));
    }
}
