//! CurrencyMark codes and signs, as far as a pasted cell shows them.

use std::fmt;

/// A currency as a cell shows it: an ISO 4217 code, or a sign that several currencies share (`$`, `£`, `¥`, `kr`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CurrencyMark(&'static str);

impl CurrencyMark {
    /// The code (`USD`), or the sign where the sign does not tell which currency it is (`$`).
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        self.0
    }
}

impl fmt::Display for CurrencyMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
