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

/// What quantities are counted in. A new dimension is a name here.
#[derive(Clone, Copy)]
enum Dimension {
    Money,
    Customers,
    Months,
    Years,
    Days,
    Hours,
    /// Customer-success managers.
    Managers,
    /// Other things that are counted: seats, contracts, meetings, answers, contacts.
    Things,
}

const DIMENSIONS: usize = 8;

/// The dimension of a quantity (exponents of money, customers, months …) and its [`Nature`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    powers: [i8; DIMENSIONS],
    nature: Nature,
}

impl Kind {
    /// A plain number or share: gross margin, LTV:CAC.
    pub const RATIO: Self = Self { powers: [0; DIMENSIONS], nature: Nature::Stock };
    /// A share lost or gained per window: churn, expansion.
    pub const RATE: Self = Self::RATIO.flow();
    /// A share kept over the window: retention.
    pub const KEPT: Self = Self::RATIO.closing();
    /// An amount of money.
    pub const MONEY: Self = Self::RATIO.times(Dimension::Money);
    /// Money that recurs each month, at a moment: MRR at the start.
    pub const MRR: Self = Self::MONEY.per(Dimension::Months);
    /// Monthly recurring revenue won or lost over the window.
    pub const MRR_FLOW: Self = Self::MRR.flow();
    /// Monthly recurring revenue once the window's movements have happened.
    pub const MRR_CLOSING: Self = Self::MRR.closing();
    /// Money that recurs each year, at a moment: ARR.
    pub const ARR: Self = Self::MONEY.per(Dimension::Years);
    /// Annual recurring revenue of contracts that came up in the window.
    pub const ARR_FLOW: Self = Self::ARR.flow();
    /// Annual recurring revenue once the window's movements have happened.
    pub const ARR_CLOSING: Self = Self::ARR.closing();
    /// Customers at a moment.
    pub const CUSTOMERS: Self = Self::RATIO.times(Dimension::Customers);
    /// Customers won or lost over the window.
    pub const CUSTOMER_FLOW: Self = Self::CUSTOMERS.flow();
    /// Customers once the window's joiners and leavers are counted.
    pub const CUSTOMERS_CLOSING: Self = Self::CUSTOMERS.closing();
    /// Money spent over the window.
    pub const SPEND: Self = Self::MONEY.flow();
    /// Money for each customer: LTV, CAC.
    pub const MONEY_PER_CUSTOMER: Self = Self::MONEY.per(Dimension::Customers);
    /// Monthly money for each customer: ARPA.
    pub const MRR_PER_CUSTOMER: Self = Self::MRR.per(Dimension::Customers);
    /// Money for each customer in a year.
    pub const ANNUAL_MONEY_PER_CUSTOMER: Self = Self::ARR.per(Dimension::Customers);
    /// A number of months.
    pub const MONTHS: Self = Self::RATIO.times(Dimension::Months);
    /// A number of years.
    pub const YEARS: Self = Self::RATIO.times(Dimension::Years);
    /// A number of days.
    pub const DAYS: Self = Self::RATIO.times(Dimension::Days);
    /// Months in a year, the constant twelve.
    pub const MONTHS_PER_YEAR: Self = Self::MONTHS.per(Dimension::Years);
    /// Other things that are counted at a moment: seats, contacts.
    pub const THINGS: Self = Self::RATIO.times(Dimension::Things);
    /// Other things that are counted over the window: contracts, meetings, answers.
    pub const THING_FLOW: Self = Self::THINGS.flow();
    /// Other things for each customer: contacts.
    pub const THINGS_PER_CUSTOMER: Self = Self::THINGS.per(Dimension::Customers);
    /// Customer-success managers.
    pub const MANAGERS: Self = Self::RATIO.times(Dimension::Managers);
    /// Customers for each customer-success manager.
    pub const CUSTOMERS_PER_MANAGER: Self = Self::CUSTOMERS.per(Dimension::Managers);
    /// Annual recurring revenue for each customer-success manager.
    pub const ARR_PER_MANAGER: Self = Self::ARR.per(Dimension::Managers);
    /// Hours that each customer-success manager works.
    pub const HOURS_PER_MANAGER: Self = Self::RATIO.times(Dimension::Hours).per(Dimension::Managers);
    /// Hours that each customer takes.
    pub const HOURS_PER_CUSTOMER: Self = Self::RATIO.times(Dimension::Hours).per(Dimension::Customers);

    /// How the quantity relates to the window.
    #[must_use]
    pub const fn nature(self) -> Nature {
        self.nature
    }

    const fn flow(self) -> Self {
        Self { nature: Nature::Flow, ..self }
    }

    const fn closing(self) -> Self {
        Self { nature: Nature::Closing, ..self }
    }
}

/// The rules by which kinds combine. They run while the crate is compiled; a broken rule is a build error.
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "these run only in constants, where overflow or panic is a compile error"
)]
impl Kind {
    /// Whether the two are the same kind, in a `const`.
    #[must_use]
    pub const fn is(self, other: Self) -> bool {
        self.same_dimension(other) && self.nature as u8 == other.nature as u8
    }

    const fn same_dimension(self, other: Self) -> bool {
        let mut next = 0;
        while next < DIMENSIONS {
            if self.powers[next] != other.powers[next] {
                return false;
            }
            next += 1;
        }
        true
    }

    const fn times(mut self, dimension: Dimension) -> Self {
        self.powers[dimension as usize] += 1;
        self
    }

    const fn per(mut self, dimension: Dimension) -> Self {
        self.powers[dimension as usize] -= 1;
        self
    }

    const fn combine(self, other: Self, sign: i8, nature: Nature) -> Self {
        let mut powers = self.powers;
        let mut next = 0;
        while next < DIMENSIONS {
            powers[next] += sign * other.powers[next];
            next += 1;
        }
        Self { powers, nature }
    }

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

    /// The kind of a product. What is kept of what is kept is kept.
    #[must_use]
    pub const fn product(self, other: Self) -> Self {
        let nature = match (self.nature, other.nature) {
            (nature, Nature::Stock) | (Nature::Stock, nature) => nature,
            (Nature::Span, Nature::Flow) | (Nature::Flow, Nature::Span) => Nature::Stock,
            (Nature::Closing, Nature::Closing) => Nature::Closing,
            _ => panic!("these two relate to the window in ways that cannot be multiplied"),
        };
        self.combine(other, 1, nature)
    }

    /// The kind of a quotient. A level divided by a rate per window is a span of windows; what happened over the window
    /// may be measured against its end as well as its start.
    #[must_use]
    pub const fn quotient(self, under: Self) -> Self {
        let nature = match (self.nature, under.nature) {
            (nature, Nature::Stock) => nature,
            (Nature::Stock, Nature::Flow) => Nature::Span,
            (Nature::Flow, Nature::Flow) | (Nature::Closing, Nature::Closing) => Nature::Stock,
            (Nature::Flow, Nature::Closing) => Nature::Flow,
            _ => panic!("these two relate to the window in ways that cannot be divided"),
        };
        self.combine(under, -1, nature)
    }

    /// The kind of a span of windows counted in months.
    #[must_use]
    pub const fn in_months(self) -> Self {
        assert!(matches!(self.nature, Nature::Span), "only a span of windows can be counted in months");
        Self { nature: Nature::Stock, ..self.times(Dimension::Months) }
    }

    /// The kind of a growth factor of a year, taken to the window.
    #[must_use]
    pub const fn from_year(self) -> Self {
        assert!(self.is(Self::RATIO), "only a plain factor can be taken from a year to the window");
        Self::KEPT
    }

    /// The kind of a geometric sum: a plain number of windows' worth.
    #[must_use]
    pub const fn geometric_sum(self, years: Self) -> Self {
        assert!(self.is(Self::RATIO), "what each window keeps of the one before is a plain factor");
        assert!(years.is(Self::YEARS), "a horizon is counted in years");
        Self::RATIO
    }
}
