//! What vectors of any numbers have in common in wasm: how they come from memory and go there, and arithmetic on all of them at once.

/// Loading and storing a vector of so many numbers, which take up sixteen bytes together.
macro_rules! lanes {
    ($type:ident, $number:ty, $count:literal) => {
        impl $type {
            #[allow(
                unsafe_code,
                reason = "a load of numbers that are there; the language has no safe one for this type"
            )]
            #[inline(always)]
            pub(in super::super) fn load(from: &[$number; $count]) -> Self {
                const { assert!(size_of::<[$number; $count]>() == 16) };
                // SAFETY: the reference points to sixteen readable bytes, and this load asks for no alignment.
                Self(unsafe { core::arch::wasm32::v128_load(from.as_ptr().cast()) })
            }

            #[allow(
                unsafe_code,
                reason = "a store to numbers that are there; the language has no safe one for this type"
            )]
            #[inline(always)]
            pub(in super::super) fn store(self, to: &mut [$number; $count]) {
                const { assert!(size_of::<[$number; $count]>() == 16) };
                // SAFETY: the reference points to sixteen bytes that are ours to write; this store asks for no alignment, and
                // any bits are a number of this kind.
                unsafe { core::arch::wasm32::v128_store(to.as_mut_ptr().cast(), self.0) }
            }
        }
    };
}

/// Operators of a vector, each by the instruction that does it.
macro_rules! operators {
    ($type:ident, $($trait:ident::$name:ident = $with:ident),+) => {
        $(impl std::ops::$trait for $type {
            type Output = Self;

            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self($with(self.0, other.0))
            }
        })+
    };
}

pub(super) use {lanes, operators};
