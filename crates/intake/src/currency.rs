//! Currency codes and signs, as far as a pasted cell or header shows them.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A currency as a cell shows it: an ISO 4217 code, or a sign that several currencies share (`$`, `¥`, `kr`, `Rs`).
///
/// ```
/// use plimsoll_intake::{DecimalMark, Unit, read_number};
///
/// let unit = |text| match read_number(text, DecimalMark::Point).map(|reading| reading.unit) {
///     Ok(Some(Unit::Currency(currency))) => Some(currency.as_str()),
///     _ => None,
/// };
/// assert_eq!(unit("1 200 €"), Some("EUR"));
/// assert_eq!(unit("US$ 1200"), Some("USD"));
/// assert_eq!(unit("$1200"), Some("$"), "a dollar, but whose?");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CurrencyMark(&'static str);

impl CurrencyMark {
    /// The code (`USD`), or the sign where the sign does not tell which currency it is (`$`).
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        self.0
    }

    /// Whether both may stand for one currency: `$` agrees with `USD` and with `CAD`, which do not agree.
    #[must_use]
    pub fn agrees_with(self, other: Self) -> bool {
        self == other || self.shared_by(other) || other.shared_by(self)
    }

    /// Whether this may stand for the currency of this ISO 4217 code: `$` for `USD` and `CAD`, `EUR` for `EUR` alone.
    #[must_use]
    pub fn stands_for(self, code: &str) -> bool {
        self.0 == code
            || SHARED.iter().any(|(sign, codes)| *sign == self.0 && triples(codes).any(|other| other == code))
    }

    /// The one that says more, of two that agree.
    pub(crate) fn clearer(self, other: Self) -> Self {
        if self.shared_by(other) { other } else { self }
    }

    /// Whether this is a sign that the other's currency uses.
    fn shared_by(self, other: Self) -> bool {
        SHARED.iter().any(|(sign, codes)| *sign == self.0 && triples(codes).any(|code| code == other.0))
    }

    /// A code or sign, whatever its capitals.
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        if word.is_empty() || word.len() > 4 {
            return None;
        }
        SIGNS.iter().find(|(sign, _)| sign.eq_ignore_ascii_case(word)).map(|(_, code)| Self(code)).or_else(
            || {
                triples(CODES)
                    .filter(|_| word.len() == 3)
                    .find(|code| code.eq_ignore_ascii_case(word))
                    .map(Self)
            },
        )
    }
}

impl Serialize for CurrencyMark {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl<'a> Deserialize<'a> for CurrencyMark {
    fn deserialize<D: Deserializer<'a>>(from: D) -> Result<Self, D::Error> {
        Self::find(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("no currency"))
    }
}

impl fmt::Display for CurrencyMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// The codes of a packed list.
fn triples(packed: &'static str) -> impl Iterator<Item = &'static str> {
    (0..packed.len()).step_by(3).filter_map(|at| packed.get(at..at.checked_add(3)?))
}

/// Signs that several currencies share, and those currencies.
const SHARED: &[(&str, &str)] = &[
    ("$", "USDCADAUDNZDSGDHKDTWDMXNARSCLPCOPUYUBRLBBDBMDBNDBSDBZDFJDGYDJMDKYDLRDNADSBDSRDTTDXCD"),
    ("¥", "JPYCNY"),
    ("kr", "SEKNOKDKKISK"),
    ("Rs", "INRPKRLKRNPRMURSCR"),
];

/// What people write, and the code (or shared sign) it stands for.
const SIGNS: &[(&str, &str)] = &[
    ("$", "$"),
    ("US$", "USD"),
    ("CA$", "CAD"),
    ("C$", "CAD"),
    ("AU$", "AUD"),
    ("A$", "AUD"),
    ("NZ$", "NZD"),
    ("SG$", "SGD"),
    ("S$", "SGD"),
    ("HK$", "HKD"),
    ("NT$", "TWD"),
    ("MX$", "MXN"),
    ("R$", "BRL"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "¥"),
    ("kr", "kr"),
    ("Rs", "Rs"),
    ("₨", "Rs"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₫", "VND"),
    ("₱", "PHP"),
    ("฿", "THB"),
    ("₺", "TRY"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₦", "NGN"),
    ("₵", "GHS"),
    ("₸", "KZT"),
    ("₾", "GEL"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
    ("Ft", "HUF"),
    ("Fr", "CHF"),
    ("SFr", "CHF"),
];

/// The currencies of ISO 4217 that are money: no metals, funds or test codes.
const CODES: &str = "\
AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBHDBIFBMDBNDBOBBRLBSDBTNBWPBYNBZDCADCDFCHFCLPCNYCOPCRCCUPCVECZKDJFDKKDOPDZDEGP\
ERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILSINRIQDIRRISKJMDJODJPYKESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKR\
LRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMYRMZNNADNGNNIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBD\
SCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUYUUZSVEDVESVNDVUVWSTXAFXCDXOFXPFYERZAR\
ZMWZWG";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_code_is_three_capitals_and_sorted() {
        let codes: Vec<&str> = triples(CODES).collect();
        assert!(codes.iter().all(|code| code.bytes().all(|byte| byte.is_ascii_uppercase())));
        assert!(codes.is_sorted(), "{codes:?}");
        assert!(SHARED.iter().all(|(_, shared)| triples(shared).all(|code| codes.contains(&code))));
        assert!(
            SIGNS.iter().all(|(_, code)| codes.contains(code) || SHARED.iter().any(|(sign, _)| sign == code))
        );
    }

    #[test]
    fn a_shared_sign_agrees_with_each_of_its_currencies_and_they_not_with_each_other() {
        let find = |word| CurrencyMark::find(word).ok_or(word);
        let (dollar, usd, cad, euro) = (find("$"), find("usd"), find("C$"), find("€"));
        assert_eq!(dollar.and_then(|dollar| Ok(dollar.agrees_with(usd?))), Ok(true));
        assert_eq!(cad.and_then(|cad| Ok(cad.agrees_with(dollar?))), Ok(true));
        assert_eq!(usd.and_then(|usd| Ok(usd.agrees_with(cad?))), Ok(false));
        assert_eq!(dollar.and_then(|dollar| Ok(dollar.agrees_with(euro?))), Ok(false));
        assert_eq!(dollar.and_then(|dollar| Ok(dollar.clearer(usd?).as_str())), Ok("USD"));
        assert_eq!(usd.and_then(|usd| Ok(usd.clearer(dollar?).as_str())), Ok("USD"));
    }
}
