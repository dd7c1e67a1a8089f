//! Sums by owner.

use super::{Class, Portfolio, Refusal};
use crate::refusal::filled;

/// What one owner looks after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnerSums {
    /// How many accounts in each class, in the order of [`Class::ALL`].
    pub accounts: [i64; 4],
    /// Their ARR by class, in minor units.
    pub arr: [i64; 4],
    /// The sum of each further column.
    pub more: Vec<i64>,
}

impl Portfolio {
    /// What each owner looks after, by the number of the owner. Further columns (reviews that took place, engaged contacts, hours), by
    /// row, are added up as well.
    ///
    /// # Errors
    ///
    /// [`Refusal::Lengths`] for a column that is not as long as there are accounts, [`Refusal::TooLarge`] where the sum of one does not
    /// fit 63 bits, and [`Refusal::NoMemory`].
    pub fn by_owner(&self, more: &[&[i64]]) -> Result<Vec<OwnerSums>, Refusal> {
        let most = self.owners.iter().max().map_or(0, |last| (*last as usize).saturating_add(1));
        let none = OwnerSums { more: vec![0; more.len()], ..OwnerSums::default() };
        let mut all = filled(none, most)?;
        for ((owner, place), row) in self.owners.iter().zip(&self.layout.places).zip(0..) {
            let Some(sums) = all.get_mut(*owner as usize) else { continue };
            let class = self.class_at(*place as usize) as usize;
            if let (Some(accounts), Some(arr)) = (sums.accounts.get_mut(class), sums.arr.get_mut(class)) {
                *accounts = accounts.wrapping_add(1);
                *arr = arr.wrapping_add(self.arr_at(*place as usize));
            }
            for (amounts, (sum, column)) in sums.more.iter_mut().zip(more).enumerate() {
                let value = column.get(row as usize).ok_or(Refusal::Lengths)?;
                *sum = sum.checked_add(*value).ok_or(Refusal::TooLarge { amounts })?;
            }
        }
        Ok(all)
    }
}

/// The classes have places of their own in an array.
const _: () = assert!(Class::Unscored as usize == 3);
