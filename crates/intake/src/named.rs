//! Enums whose values have a short name, by which a remembered mapping writes and reads them.

/// Declares an enum of plain values, each with its name.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[doc = $doc:literal])* $value:ident $slug:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[doc = $doc])* $value,)* }

        impl $name {
            /// Every value, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$value,)*];

            /// The short name by which it is kept.
            #[must_use]
            pub const fn slug(self) -> &'static str { match self { $(Self::$value => $slug,)* } }

            /// The value of this short name.
            #[must_use]
            pub fn from_slug(slug: &str) -> Option<Self> {
                const SLUGS: &[&str] = &[$($slug,)*];
                Self::ALL.get(crate::named::place(SLUGS, slug)?).copied()
            }
        }
    };
}

pub(crate) use named;

/// Where a name stands in a list: once for all of these enums.
#[inline(never)]
pub(crate) fn place(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|listed| *listed == name)
}
