//! Whom a published number is for: segments, industries, stages, touch models, accounts of a size.

macro_rules! group {
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $item_doc:literal])* $item:ident $slug:literal $label:literal,)* }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $item_doc])* $item,)* }

        impl $name {
            /// All of them, in the order of the source.
            pub const ALL: &'static [Self] = &[$(Self::$item,)*];

            /// The name under which it is stored and linked.
            #[must_use]
            pub const fn slug(self) -> &'static str { match self { $(Self::$item => $slug,)* } }

            /// Its name.
            #[must_use]
            pub const fn label(self) -> &'static str { match self { $(Self::$item => $label,)* } }
        }
    };
}

group! {
    /// The size of the customers that a company sells to, by annual recurring revenue of one customer.
    /// An edge belongs to the larger segment (catalogue C26).
    Segment {
        /// From $100,000 a year.
        Enterprise "enterprise" "Enterprise",
        /// From $25,000 to below $100,000 a year.
        MidMarket "mid-market" "Mid-market",
        /// Below $25,000 a year: small and medium businesses.
        Smb "smb" "SMB",
    }
}

group! {
    /// The industry that a company sells in.
    Industry {
        /// Infrastructure and developer tools.
        Infrastructure "infrastructure" "Infrastructure / DevOps",
        /// Security software.
        Cybersecurity "cybersecurity" "Cybersecurity",
        /// Software for people departments.
        HrTech "hr-tech" "HR tech",
        /// Software for marketing.
        MarTech "martech" "MarTech",
        /// Software for finance.
        FinTech "fintech" "FinTech",
        /// Software for health care.
        HealthTech "healthtech" "HealthTech",
        /// Software for education.
        EdTech "edtech" "EdTech",
        /// Tools for online shops.
        Ecommerce "ecommerce" "eCommerce tools",
    }
}

group! {
    /// How far along a company is, by its own annual recurring revenue.
    Stage {
        /// Below $10 million.
        Early "early" "Early, below $10M ARR",
        /// From $10 million to below $50 million.
        Growth "growth" "Growth, $10M–$50M ARR",
        /// From $50 million to below $200 million.
        Scale "scale" "Scale, $50M–$200M ARR",
        /// From $200 million.
        Enterprise "enterprise" "Enterprise, $200M+ ARR",
    }
}

group! {
    /// How far along a company is, as the table of growth by expansion cuts it. Not the stages of [`Stage`]
    /// (catalogue C25).
    GrowthStage {
        /// Below $1 million.
        Early "early" "Early, below $1M ARR",
        /// From $1 million to below $20 million.
        Growth "growth" "Growth, $1M–$20M ARR",
        /// From $20 million to below $200 million.
        Scale "scale" "Scale, $20M–$200M ARR",
        /// From $200 million.
        Mature "mature" "Mature, $200M+ ARR",
    }
}

group! {
    /// How closely accounts are looked after.
    TouchModel {
        /// By a person of their own, from $100,000 a year.
        HighTouch "high-touch" "High-touch, $100K+ a year",
        /// Partly by people, from $25,000 a year.
        MidTouch "mid-touch" "Mid-touch, $25K–$100K a year",
        /// By people where it is needed, from $5,000 a year.
        LowTouch "low-touch" "Low-touch, $5K–$25K a year",
        /// By programs, below $5,000 a year.
        TechTouch "tech-touch" "Tech-touch, below $5K a year",
    }
}

impl TouchModel {
    /// The segment whose accounts are looked after in this way.
    #[must_use]
    pub const fn segment(self) -> Segment {
        match self {
            Self::HighTouch => Segment::Enterprise,
            Self::MidTouch => Segment::MidMarket,
            Self::LowTouch | Self::TechTouch => Segment::Smb,
        }
    }
}

group! {
    /// What an account pays a year.
    AccountValue {
        /// Below $25,000.
        Below25K "below-25k" "Accounts below $25K a year",
        /// From $25,000 to below $100,000.
        From25K "from-25k" "Accounts of $25K–$100K a year",
        /// From $100,000 to below $500,000.
        From100K "from-100k" "Accounts of $100K–$500K a year",
        /// From $500,000.
        From500K "from-500k" "Accounts of $500K+ a year",
    }
}

impl AccountValue {
    /// The segment to which accounts of this size belong.
    #[must_use]
    pub const fn segment(self) -> Segment {
        match self {
            Self::Below25K => Segment::Smb,
            Self::From25K => Segment::MidMarket,
            Self::From100K | Self::From500K => Segment::Enterprise,
        }
    }
}

/// Whom a published number is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Anyone,
    /// A company or team that does not tell segments apart. Not for one that does (catalogue C17).
    Unsegmented,
    /// Who sells to customers of this size.
    Segment(Segment),
    /// Who sells in this industry.
    Industry(Industry),
    /// A company at this stage.
    Stage(Stage),
    /// A company at this stage of growth.
    GrowthStage(GrowthStage),
    /// Who looks after accounts in this way.
    Touch(TouchModel),
    /// Who looks after accounts of this size.
    Account(AccountValue),
    /// Somebody or something that only the table knows.
    Named(&'static str),
}

impl Who {
    /// In words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Anyone => "Everyone",
            Self::Unsegmented => "Teams without segments",
            Self::Segment(one) => one.label(),
            Self::Industry(one) => one.label(),
            Self::Stage(one) => one.label(),
            Self::GrowthStage(one) => one.label(),
            Self::Touch(one) => one.label(),
            Self::Account(one) => one.label(),
            Self::Named(name) => name,
        }
    }

    /// The segment it belongs to, where it belongs to one.
    #[must_use]
    pub const fn segment(self) -> Option<Segment> {
        match self {
            Self::Segment(one) => Some(one),
            Self::Touch(one) => Some(one.segment()),
            Self::Account(one) => Some(one.segment()),
            _ => None,
        }
    }

    /// Whether it is for somebody who has chosen this segment, or none.
    #[must_use]
    pub fn is_for(self, chosen: Option<Segment>) -> bool {
        match (self, self.segment()) {
            (_, Some(own)) => chosen.is_none_or(|chosen| chosen == own),
            (Self::Unsegmented, None) => chosen.is_none(),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_chosen_a_segment_sees_only_its_rows() {
        let low = Who::Touch(TouchModel::LowTouch);
        assert!(low.is_for(Some(Segment::Smb)) && low.is_for(None));
        assert!(!low.is_for(Some(Segment::Enterprise)));
        assert!(Who::Account(AccountValue::From500K).is_for(Some(Segment::Enterprise)));
        assert!(Who::Unsegmented.is_for(None) && !Who::Unsegmented.is_for(Some(Segment::Smb)));
        assert!(Who::Anyone.is_for(Some(Segment::Smb)) && Who::Named("somebody").is_for(Some(Segment::Smb)));
    }
}
