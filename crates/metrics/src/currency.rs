//! Currencies: a code and how many decimals an amount has.

macro_rules! currencies {
    ($($(#[doc = $doc:literal])* $name:ident $code:literal $decimals:literal,)*) => {
        /// A currency by its ISO 4217 code. All amounts on a page are in one currency; none is converted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Currency { $($(#[doc = $doc])* $name,)* }

        impl Currency {
            /// Every currency offered, most used first.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The ISO 4217 code.
            #[must_use]
            pub const fn code(self) -> &'static str { match self { $(Self::$name => $code,)* } }

            /// Decimals of the minor unit: 2 for cents, 0 for yen, 3 for fils.
            #[must_use]
            pub const fn decimals(self) -> u32 { match self { $(Self::$name => $decimals,)* } }
        }
    };
}

currencies! {
    /// United States dollar.
    Usd "USD" 2,
    /// Euro.
    Eur "EUR" 2,
    /// Pound sterling.
    Gbp "GBP" 2,
    /// Canadian dollar.
    Cad "CAD" 2,
    /// Australian dollar.
    Aud "AUD" 2,
    /// Swiss franc.
    Chf "CHF" 2,
    /// Swedish krona.
    Sek "SEK" 2,
    /// Norwegian krone.
    Nok "NOK" 2,
    /// Danish krone.
    Dkk "DKK" 2,
    /// Polish zloty.
    Pln "PLN" 2,
    /// Brazilian real.
    Brl "BRL" 2,
    /// Mexican peso.
    Mxn "MXN" 2,
    /// Indian rupee.
    Inr "INR" 2,
    /// Singapore dollar.
    Sgd "SGD" 2,
    /// Japanese yen.
    Jpy "JPY" 0,
    /// South Korean won.
    Krw "KRW" 0,
    /// Israeli new shekel.
    Ils "ILS" 2,
    /// Kuwaiti dinar.
    Kwd "KWD" 3,
}

impl Currency {
    /// The currency of this ISO 4217 code, in capitals.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|currency| currency.code() == code)
    }
}
