//! What a quantity is made of: money, customers, months, years, and how it relates to the window.
//!
//! The compiler works these out for every formula (see [`crate::Expression::kind`]), so adding MRR to a count
//! of customers, or a rate per window to a plain ratio, does not build.

/// How a quantity relates to the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// A level at a moment, or a plain number: MRR at the start, gross margin.
    Stock,
    /// An amount counted over the window, or a rate per window: churned MRR, logo churn.
    Flow,
    /// A level once the window's flows have happened, or the share that is kept: closing MRR, retention.
    Closing,
    /// A number of windows: one divided by a rate per window.
    Span,
}

/// The dimension of a quantity: exponents of money, customers, months and years, and its [`Nature`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    money: i8,
    customers: i8,
    months: i8,
    years: i8,
    nature: Nature,
}

impl Kind {
    /// A plain number or share: gross margin, LTV:CAC.
    pub const RATIO: Self = Self { money: 0, customers: 0, months: 0, years: 0, nature: Nature::Stock };
    /// A share lost or gained per window: churn.
    pub const RATE: Self = Self { nature: Nature::Flow, ..Self::RATIO };
    /// A share kept over the window: retention.
    pub const KEPT: Self = Self { nature: Nature::Closing, ..Self::RATIO };
    /// Money that recurs each month, at a moment: MRR at the start.
    pub const MRR: Self = Self { money: 1, months: -1, ..Self::RATIO };
    /// Monthly recurring revenue won or lost over the window.
    pub const MRR_FLOW: Self = Self { nature: Nature::Flow, ..Self::MRR };
    /// Monthly recurring revenue once the window's movements have happened.
    pub const MRR_CLOSING: Self = Self { nature: Nature::Closing, ..Self::MRR };
    /// Customers at a moment.
    pub const CUSTOMERS: Self = Self { customers: 1, ..Self::RATIO };
    /// Customers won or lost over the window.
    pub const CUSTOMER_FLOW: Self = Self { nature: Nature::Flow, ..Self::CUSTOMERS };
    /// Customers once the window's joiners and leavers are counted.
    pub const CUSTOMERS_CLOSING: Self = Self { nature: Nature::Closing, ..Self::CUSTOMERS };
    /// Money spent over the window.
    pub const SPEND: Self = Self { money: 1, nature: Nature::Flow, ..Self::RATIO };
    /// Money for each customer: LTV, CAC.
    pub const MONEY_PER_CUSTOMER: Self = Self { money: 1, customers: -1, ..Self::RATIO };
    /// Monthly money for each customer: ARPA.
    pub const MRR_PER_CUSTOMER: Self = Self { months: -1, ..Self::MONEY_PER_CUSTOMER };
    /// Money for each customer in a year.
    pub const ANNUAL_MONEY_PER_CUSTOMER: Self = Self { years: -1, ..Self::MONEY_PER_CUSTOMER };
    /// A number of months.
    pub const MONTHS: Self = Self { months: 1, ..Self::RATIO };
    /// A number of years.
    pub const YEARS: Self = Self { years: 1, ..Self::RATIO };
    /// Months in a year, the constant twelve.
    pub const MONTHS_PER_YEAR: Self = Self { months: 1, years: -1, ..Self::RATIO };

    /// How the quantity relates to the window.
    #[must_use]
    pub const fn nature(self) -> Nature {
        self.nature
    }

    /// Whether the two are the same kind, in a `const`.
    #[must_use]
    pub const fn is(self, other: Self) -> bool {
        self.same_dimension(other) && self.nature as u8 == other.nature as u8
    }

    const fn same_dimension(self, other: Self) -> bool {
        self.money == other.money
            && self.customers == other.customers
            && self.months == other.months
            && self.years == other.years
    }
}

/// The rules by which kinds combine. They run while the crate is compiled; a broken rule is a build error.
#[allow(
    clippy::arithmetic_side_effects,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "these run only in constants, where overflow or panic is a compile error"
)]
impl Kind {
    /// The kind of a sum or difference. A level with a flow of the same dimension is a closing level; a level
    /// less a closing level is a flow.
    #[must_use]
    pub const fn sum(self, other: Self) -> Self {
        assert!(self.same_dimension(other), "only quantities of one dimension can be added");
        let nature = match (self.nature, other.nature) {
            (Nature::Stock, Nature::Stock) => Nature::Stock,
            (Nature::Flow, Nature::Flow) | (Nature::Stock, Nature::Closing) => Nature::Flow,
            (Nature::Stock | Nature::Closing, Nature::Flow) => Nature::Closing,
            _ => panic!("these two relate to the window in ways that cannot be added"),
        };
        Self { nature, ..self }
    }

    /// The kind of a product.
    #[must_use]
    pub const fn product(self, other: Self) -> Self {
        let nature = match (self.nature, other.nature) {
            (nature, Nature::Stock) | (Nature::Stock, nature) => nature,
            (Nature::Span, Nature::Flow) | (Nature::Flow, Nature::Span) => Nature::Stock,
            _ => panic!("these two relate to the window in ways that cannot be multiplied"),
        };
        Self {
            money: self.money + other.money,
            customers: self.customers + other.customers,
            months: self.months + other.months,
            years: self.years + other.years,
            nature,
        }
    }

    /// The kind of a quotient. A level divided by a rate per window is a span of windows.
    #[must_use]
    pub const fn quotient(self, under: Self) -> Self {
        let nature = match (self.nature, under.nature) {
            (nature, Nature::Stock) => nature,
            (Nature::Stock, Nature::Flow) => Nature::Span,
            (Nature::Flow, Nature::Flow) | (Nature::Closing, Nature::Closing) => Nature::Stock,
            _ => panic!("these two relate to the window in ways that cannot be divided"),
        };
        Self {
            money: self.money - under.money,
            customers: self.customers - under.customers,
            months: self.months - under.months,
            years: self.years - under.years,
            nature,
        }
    }

    /// The kind of a span of windows counted in months.
    #[must_use]
    pub const fn in_months(self) -> Self {
        assert!(matches!(self.nature, Nature::Span), "only a span of windows can be counted in months");
        Self { months: self.months + 1, nature: Nature::Stock, ..self }
    }
}
