//! A currency in a message: its code.

use plimsoll_metrics::Currency;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) fn serialize<S: Serializer>(currency: &Currency, to: S) -> Result<S::Ok, S::Error> {
    currency.code().serialize(to)
}

pub(crate) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Currency, D::Error> {
    Currency::from_code(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("no currency"))
}
