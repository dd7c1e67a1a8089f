//! A mapping as text, to be remembered for tables with the same headers.

use crate::order::Listed as _;
use std::fmt::Write as _;

use super::{Column, Mapping};
use crate::currency::CurrencyMark;
use crate::date::is_near;
use crate::header;
use crate::known;
use crate::number::DecimalMark;
use crate::order::put_in_order;
use crate::role::Role;
use plimsoll_columns::Month;

/// The first line, by which a later version knows what it reads.
const FORMAT: &str = "plimsoll-mapping 1";

/// A short key for a set of headers. It stays the same whatever their order and capitals, and when an export gains a
/// month, so that next month's file finds the mapping of this month's.
///
/// ```
/// use plimsoll_intake::header_key;
/// let key = header_key(&["Customer", "2025-01"]);
/// assert_eq!(header_key(&["2025-02", "2025-01", "customer "]), key);
/// assert_ne!(header_key(&["Customer", "Month", "MRR"]), key);
/// ```
#[must_use]
pub fn header_key(headers: &[impl AsRef<str>]) -> String {
    let mut names: Vec<String> = headers.iter().map(|header| alike(header.as_ref())).listed();
    names.retain(|name| !name.is_empty());
    put_in_order(&mut names, Ord::cmp);
    names.dedup();
    // FNV-1a: the key only has to differ where headers differ; nobody gains by making two alike.
    let hash = names
        .iter()
        .flat_map(|name| name.bytes().chain([0x1F]))
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
    let digit = |shift: u32| char::from_digit(u32::try_from(hash.wrapping_shr(shift) & 15).unwrap_or(0), 16);
    let mut key: String = (0..64).step_by(4).rev().filter_map(digit).collect();
    key.push('-');
    key.push_str(&names.len().to_string());
    key
}

/// A header as it is compared with one of another table: its words, or one sign for any month.
fn alike(header: &str) -> String {
    match crate::look::month_of_header(header, None) {
        Some(_) => "#".into(),
        None => header::words(header).0.join(" "),
    }
}

impl Mapping {
    /// The mapping as a few lines of text.
    ///
    /// ```
    /// use plimsoll_intake::{Mapping, look};
    /// let mapping = look("Customer,Month,MRR\nAcme,2025-01,99.50\n").mapping;
    /// assert_eq!(Mapping::from_text(&mapping.to_text()), Some(mapping));
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text =
            format!("{FORMAT}\ndelimiter {}\nheader {}\n", u32::from(self.delimiter), self.header_line);
        let slugs = [
            ("shape", self.shape.map(super::Shape::slug)),
            ("mark", self.mark.map(DecimalMark::slug)),
            ("order", self.order.map(crate::date::DateOrder::slug)),
            ("count", self.count.map(crate::date::DayCount::slug)),
            ("scale", self.scale.map(super::Scale::slug)),
            ("basis", self.basis.map(super::Basis::slug)),
            ("quantity", self.quantity.map(super::Quantity::slug)),
            ("signs", self.signs.map(super::Signs::slug)),
            ("currency", self.currency.as_ref().map(CurrencyMark::as_str)),
            ("percent", self.percent.map(super::PercentScale::slug)),
            ("spikes", self.spikes.map(super::Spikes::slug)),
            ("duplicates", self.duplicates.map(super::Duplicates::slug)),
            ("export", self.export),
        ];
        for (key, slug) in slugs {
            if let Some(slug) = slug {
                let _ = writeln!(text, "{key} {slug}");
            }
        }
        if let Some(until) = self.until {
            let _ = writeln!(text, "until {until}");
        }
        for column in &self.columns {
            let month = column.month.map_or_else(|| "-".into(), |month| month.to_string());
            let header = on_one_line(&column.header);
            let _ = writeln!(text, "column {} {month} {header}", column.role.slug());
        }
        text
    }

    /// The mapping of such a text; none where it is not one.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        lines.next().filter(|line| *line == FORMAT)?;
        let mut mapping = Self::empty();
        for line in lines {
            let (key, value) = line.split_once(' ')?;
            mapping.take(key, value)?;
        }
        Some(mapping)
    }

    /// Nothing known yet.
    pub(crate) const fn empty() -> Self {
        Self {
            shape: None,
            delimiter: ',',
            header_line: 0,
            columns: Vec::new(),
            mark: None,
            order: None,
            count: None,
            scale: None,
            basis: None,
            quantity: None,
            signs: None,
            currency: None,
            percent: None,
            spikes: None,
            duplicates: None,
            until: None,
            export: None,
        }
    }

    /// Takes one line of a text.
    fn take(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "delimiter" => self.delimiter = char::from_u32(value.parse().ok()?)?,
            "header" => self.header_line = value.parse().ok()?,
            "shape" => self.shape = Some(super::Shape::from_slug(value)?),
            "mark" => self.mark = Some(DecimalMark::from_slug(value)?),
            "order" => self.order = Some(crate::date::DateOrder::from_slug(value)?),
            "count" => self.count = Some(crate::date::DayCount::from_slug(value)?),
            "scale" => self.scale = Some(super::Scale::from_slug(value)?),
            "basis" => self.basis = Some(super::Basis::from_slug(value)?),
            "quantity" => self.quantity = Some(super::Quantity::from_slug(value)?),
            "signs" => self.signs = Some(super::Signs::from_slug(value)?),
            "currency" => self.currency = Some(CurrencyMark::find(value)?),
            "percent" => self.percent = Some(super::PercentScale::from_slug(value)?),
            "spikes" => self.spikes = Some(super::Spikes::from_slug(value)?),
            "duplicates" => self.duplicates = Some(super::Duplicates::from_slug(value)?),
            "until" => self.until = Some(month(value)?),
            "export" => self.export = Some(known::by_slug(value)?.slug),
            "column" => {
                let mut parts = value.splitn(3, ' ');
                let role = Role::from_slug(parts.next()?)?;
                let written = parts.next()?;
                let month = if written == "-" { None } else { Some(month(written)?) };
                self.columns.push(Column { header: as_it_was(parts.next()?), role, month });
            }
            _ => return None,
        }
        Some(())
    }

    /// This mapping for a table whose columns stand in another order or hold other months, but have the same headers.
    /// The settings are kept; `table` is how the new table was read at first sight. None where the headers differ.
    #[must_use]
    pub fn fitted_to(&self, table: &Self) -> Option<Self> {
        let headers = |mapping: &Self| mapping.columns.iter().map(|column| column.header.clone()).listed();
        if header_key(&headers(self)) != header_key(&headers(table)) {
            return None;
        }
        let columns = table.columns.iter().map(|column| {
            let name = alike(&column.header);
            let own = self.columns.iter().find(|own| alike(&own.header) == name).filter(|_| !name.is_empty());
            let role = own.map_or(column.role, |own| own.role);
            Column { header: column.header.clone(), role, month: column.month }
        });
        Some(Self {
            columns: columns.listed(),
            delimiter: table.delimiter,
            header_line: table.header_line,
            until: None,
            ..self.clone()
        })
    }
}

/// What stands for a sign that would end a line, each behind a backslash.
const SIGNS: [(char, char); 3] = [('\\', '\\'), ('\n', 'n'), ('\r', 'r')];

/// A header without line breaks: one that has them is told by the same row further down, so nothing of it may be lost.
fn on_one_line(header: &str) -> String {
    let mut text = String::new();
    for letter in header.chars() {
        match SIGNS.iter().find(|(sign, _)| *sign == letter) {
            Some((_, name)) => text.extend(['\\', *name]),
            None => text.push(letter),
        }
    }
    text
}

/// The header of such a text.
fn as_it_was(text: &str) -> String {
    let mut header = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let name = if letter == '\\' { letters.next() } else { None };
        let sign = name.and_then(|name| SIGNS.iter().find(|(_, of)| *of == name));
        header.push(sign.map_or(letter, |(sign, _)| *sign));
    }
    header
}

/// A month as [`Month`] is displayed.
fn month(text: &str) -> Option<Month> {
    let (year, month) = text.split_once('-')?;
    Month::from_year_month(year.parse().ok()?, month.parse().ok()?).filter(|month| is_near(*month))
}
