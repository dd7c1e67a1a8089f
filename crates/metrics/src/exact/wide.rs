//! Wide whole numbers: what a fraction is made of that does not fit a short one.

use core::cmp::Ordering;

use super::number::{Number, short_ten_to};

/// The limbs of a wide number.
const LIMBS: usize = 32;

/// An unsigned integer of 1,024 bits, wide enough for the product of two numbers that a fraction holds.
///
/// Lowest limb first, and limbs of 32 bits: in WebAssembly the product of two is one instruction, where that of two of 64
/// is a call. Steps go by the limbs in use, for most numbers are a third of the length that there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wide {
    limbs: [u32; LIMBS],
    /// The limbs up to the last that is not zero.
    used: usize,
}

impl Number for Wide {
    const ZERO: Self = Self { limbs: [0; LIMBS], used: 0 };
    const ONE: Self = wide(1);

    fn plus(&self, other: &Self) -> Option<Self> {
        let (mut sum, mut carry) = (*self, 0);
        let mut others = other.limbs.iter();
        for limb in &mut sum.limbs {
            let both = u64::from(*limb).wrapping_add(u64::from(*others.next()?)).wrapping_add(carry);
            (*limb, carry) = (both as u32, both >> 32);
        }
        sum.use_up_to(LIMBS);
        (carry == 0).then_some(sum)
    }

    fn minus(&self, other: &Self) -> Option<Self> {
        if self < other {
            return None;
        }
        let mut rest = *self;
        take_away(&mut rest.limbs, other.used(), 1);
        rest.use_up_to(self.used);
        Some(rest)
    }

    fn times(&self, other: &Self) -> Option<Self> {
        let mut product = Self::ZERO;
        for (place, digit) in self.used().iter().enumerate() {
            let mut limbs = product.limbs.get_mut(place..)?.iter_mut();
            let mut carry = 0;
            for factor in other.used() {
                let limb = limbs.next()?;
                let both = u64::from(*digit).wrapping_mul(u64::from(*factor));
                let sum = both.wrapping_add(u64::from(*limb)).wrapping_add(carry);
                (*limb, carry) = (sum as u32, sum >> 32);
            }
            match limbs.next() {
                Some(limb) => *limb = carry as u32,
                None if carry == 0 => {}
                None => return None,
            }
        }
        product.use_up_to(self.used.saturating_add(other.used));
        Some(product)
    }
}

impl Wide {
    /// Says that so many limbs are in use, or as many fewer as are zero.
    fn use_up_to(&mut self, most: usize) {
        self.used = most.min(LIMBS);
        while let [.., 0] = self.used() {
            self.used = self.used.saturating_sub(1);
        }
    }

    /// The limbs in use.
    fn used(&self) -> &[u32] {
        self.limbs.get(..self.used).unwrap_or(&self.limbs)
    }

    /// How many bits it takes to write.
    pub(super) fn bits(&self) -> usize {
        let spare = self.used().last().map_or(0, |limb| limb.leading_zeros());
        self.used.saturating_mul(32).saturating_sub(usize::try_from(spare).unwrap_or_default())
    }

    /// The number to this power, where it fits. No step on the way is larger than the result.
    pub(super) fn raised(&self, exponent: u32) -> Option<Self> {
        let mut power = Self::ONE;
        for bit in (0..u32::BITS.saturating_sub(exponent.leading_zeros())).rev() {
            power = power.times(&power)?;
            if (exponent >> bit) & 1 == 1 {
                power = power.times(self)?;
            }
        }
        Some(power)
    }

    /// Quotient and rest; nothing for a zero divisor.
    ///
    /// Long division, a limb of the quotient at a time, each in two or three steps by the leading bits of both.
    pub(super) fn divided(&self, divisor: &Self) -> Option<(Self, Self)> {
        let bottom = divisor.used();
        let lost = divisor.bits().saturating_sub(32);
        // Rounded up where bits are lost, so that no step takes away too much.
        let leader = leading(bottom, lost).checked_add(u64::from(lost > 0)).filter(|leader| *leader > 0)?;
        let (mut whole, mut rest) = (Self::ZERO, *self);
        let places = self.used.saturating_add(1).saturating_sub(divisor.used);
        for (place, digit) in whole.limbs.iter_mut().enumerate().take(places).rev() {
            loop {
                let limbs = rest.limbs.get_mut(place..rest.used).unwrap_or_default();
                // Below 32 bits: what is left is less than the divisor would be one limb further up.
                let share = match leading(limbs, lost).checked_div(leader)? {
                    0 if compared(limbs, bottom).is_lt() => break,
                    share => share.max(1) as u32,
                };
                take_away(limbs, bottom, share);
                *digit = digit.wrapping_add(share);
                rest.use_up_to(rest.used);
            }
        }
        whole.use_up_to(places);
        Some((whole, rest))
    }

    /// The quotient to the nearest whole number, halves up; nothing for a zero divisor.
    pub(super) fn divided_to_nearest(&self, divisor: &Self) -> Option<Self> {
        let (whole, rest) = self.divided(divisor)?;
        if rest >= divisor.minus(&rest)? { whole.plus(&Self::ONE) } else { Some(whole) }
    }
}

impl PartialOrd for Wide {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Wide {
    fn cmp(&self, other: &Self) -> Ordering {
        compared(self.used(), other.used())
    }
}

/// Which of two numbers is larger, neither of which has a zero for its last limb.
fn compared(one: &[u32], other: &[u32]) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.iter().rev().cmp(other.iter().rev()))
}

/// Takes so many times a number away from another that is at least as large as that.
fn take_away(limbs: &mut [u32], number: &[u32], times: u32) {
    let mut limbs = limbs.iter_mut();
    let mut owed = 0_u64;
    for digit in number {
        let Some(limb) = limbs.next() else { return };
        owed = u64::from(*digit).wrapping_mul(u64::from(times)).wrapping_add(owed);
        let borrow;
        (*limb, borrow) = limb.overflowing_sub(owed as u32);
        owed = (owed >> 32).wrapping_add(u64::from(borrow));
    }
    for limb in limbs {
        let borrow;
        (*limb, borrow) = limb.overflowing_sub(owed as u32);
        owed = u64::from(borrow);
        if owed == 0 {
            return;
        }
    }
}

/// The 64 bits of a number that follow so many of its last ones.
fn leading(limbs: &[u32], lost: usize) -> u64 {
    let limb = |place: usize| u64::from(limbs.get(place).copied().unwrap_or_default());
    let (place, bits) = (lost / 32, (lost % 32) as u32);
    let low = limb(place) | limb(place.saturating_add(1)) << 32;
    low >> bits | limb(place.saturating_add(2)).unbounded_shl(64_u32.saturating_sub(bits))
}

/// A short number as a wide one.
#[inline(never)]
pub(super) const fn wide(short: u128) -> Wide {
    let mut limbs = [0; LIMBS];
    let [one, two, three, four, ..] = &mut limbs;
    (*one, *two, *three, *four) =
        (short as u32, (short >> 32) as u32, (short >> 64) as u32, (short >> 96) as u32);
    let spare = (short.leading_zeros() / 32) as usize;
    Wide { limbs, used: 4_usize.saturating_sub(spare) }
}

/// The number as a short one, where it is short enough.
pub(super) fn narrow(number: &Wide) -> Option<u128> {
    let limbs = number.used();
    (limbs.len() <= 4).then(|| limbs.iter().rfold(0, |above, limb| above << 32 | u128::from(*limb)))
}

/// Both divided by their greatest common divisor (Euclid).
pub(super) fn lowest_terms(top: &Wide, bottom: &Wide) -> (Wide, Wide) {
    let (mut divisor, mut rest) = (*top, *bottom);
    while let Some((_, next)) = divisor.divided(&rest) {
        (divisor, rest) = (rest, next);
    }
    let shortened = |number: &Wide| number.divided(&divisor).map_or(*number, |(whole, _)| whole);
    (shortened(top), shortened(bottom))
}

/// Ten to this power, where it fits. Thirty-two digits at a time.
pub(super) fn ten_to(exponent: u32) -> Option<Wide> {
    const MANY: Wide = wide(10_u128.pow(32));
    MANY.raised(exponent / 32)?.times(&wide(short_ten_to(exponent % 32)?))
}

/// The largest whole number whose power of this degree is not above `number` (Newton, from above).
pub(super) fn whole_root(number: &Wide, degree: u32) -> Option<Wide> {
    if *number == Wide::ZERO {
        return Some(Wide::ZERO);
    }
    let (order, less) = (wide(degree.into()), wide(degree.checked_sub(1)?.into()));
    let bits = u32::try_from(number.bits()).ok()?;
    // Of two to the whole part and a rest below one: the latter is at most one and that rest.
    let above = wide(bits.checked_rem(degree)?.checked_add(degree)?.into());
    let start = wide(2).raised(bits.checked_div(degree)?)?.times(&above)?;
    let mut root = start.divided(&order)?.0.plus(&Wide::ONE)?;
    loop {
        let share = number.divided(&root.raised(degree.checked_sub(1)?)?)?.0;
        let next = root.times(&less)?.plus(&share)?.divided(&order)?.0;
        if next >= root {
            return Some(root);
        }
        root = next;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]

    use super::*;
    use proptest::prelude::*;
    use ruint::Uint;

    /// The same number in another library.
    type Theirs = Uint<1_024, 16>;

    fn theirs(number: Wide) -> Theirs {
        number.limbs.iter().rfold(Theirs::ZERO, |above, limb| above.wrapping_shl(32) | Theirs::from(*limb))
    }

    /// Numbers of every length, and such that consist of long runs of ones or zeros.
    fn any_wide() -> impl Strategy<Value = Wide> {
        let limb = prop_oneof![3 => any::<u32>(), 1 => Just(0), 1 => Just(u32::MAX), 1 => Just(1 << 31)];
        (prop::collection::vec(limb, LIMBS), 0..=1_024_u32).prop_map(|(limbs, lost)| {
            let mut all = [0; LIMBS];
            all.copy_from_slice(&limbs);
            let mut number = Wide { limbs: all, used: 0 };
            number.use_up_to(LIMBS);
            shortened(number, lost)
        })
    }

    /// Without so many of its last bits.
    fn shortened(number: Wide, lost: u32) -> Wide {
        wide(2).raised(lost).and_then(|power| number.divided(&power)).map_or(Wide::ONE, |(whole, _)| whole)
    }

    fn length(number: Wide) -> u32 {
        u32::try_from(number.bits()).unwrap_or_default()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_024))]

        #[test]
        fn sums_and_differences_are_the_librarys(one in any_wide(), other in any_wide()) {
            prop_assert_eq!(one.plus(&other).map(theirs), theirs(one).checked_add(theirs(other)));
            prop_assert_eq!(one.minus(&other).map(theirs), theirs(one).checked_sub(theirs(other)));
            prop_assert_eq!(one.cmp(&other), theirs(one).cmp(&theirs(other)));
            prop_assert_eq!(one.bits(), theirs(one).bit_len());
        }

        #[test]
        fn division_is_the_librarys(top in any_wide(), bottom in any_wide()) {
            let expected = (bottom != Wide::ZERO).then(|| theirs(top).div_rem(theirs(bottom)));
            prop_assert_eq!(top.divided(&bottom).map(|(whole, rest)| (theirs(whole), theirs(rest))), expected);
        }

        #[test]
        fn multiplication_is_the_librarys(one in any_wide(), other in any_wide()) {
            prop_assert_eq!(one.times(&other).map(theirs), theirs(one).checked_mul(theirs(other)));
        }

        /// Lengths that add up to the last bit there is room for, and to one or two more.
        #[test]
        fn a_product_fits_to_the_last_bit(one in any_wide(), other in any_wide(), over in 0..=2_u32) {
            let room = 1_024_u32.saturating_add(over).saturating_sub(length(one));
            let other = shortened(other, length(other).saturating_sub(room));
            prop_assert_eq!(one.times(&other).map(theirs), theirs(one).checked_mul(theirs(other)));
        }

        #[test]
        fn a_product_divides_into_its_factors(one in any_wide(), other in any_wide(), rest in any_wide()) {
            let (one, other) = (shortened(one, 512), shortened(other, 512));
            if let Some(top) = one.times(&other).filter(|_| rest < other).and_then(|all| all.plus(&rest)) {
                prop_assert_eq!(top.divided(&other), Some((one, rest)));
            }
        }

        #[test]
        fn a_power_is_the_librarys(number in any_wide(), exponent in 0..=40_u32) {
            let expected = theirs(number).checked_pow(Theirs::from(exponent));
            prop_assert_eq!(number.raised(exponent).map(theirs), expected);
        }

        #[test]
        fn a_root_is_the_largest(number in any_wide(), degree in 2..=12_u32) {
            let root = whole_root(&number, degree).unwrap();
            let above = root.plus(&Wide::ONE).and_then(|next| next.raised(degree));
            prop_assert!(root.raised(degree).is_some_and(|power| power <= number));
            prop_assert!(above.is_none_or(|power| power > number));
        }

        #[test]
        fn what_is_short_is_so_again(short in any::<u128>(), number in any_wide()) {
            prop_assert_eq!(narrow(&wide(short)), Some(short));
            prop_assert_eq!(narrow(&number), u128::try_from(theirs(number)).ok());
        }
    }
}
