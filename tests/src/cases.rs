//! Cases as data: reading them, the numbers in them, and the goldens beside them.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use plimsoll_metrics::{Exact, Figure, Metric, Unit, find_figure, find_metric};
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;

/// A file below `tests/cases/`.
fn place(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases").join(name)
}

/// The cases of a TOML file.
pub(crate) fn read<T: DeserializeOwned>(name: &str) -> T {
    let text = fs::read_to_string(place(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A case that is a file of its own.
pub(crate) fn bytes(name: &str) -> Vec<u8> {
    fs::read(place(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A number as a case writes it: `12.5`, `107.5%`.
pub(crate) fn exact(text: &str) -> Exact {
    let decimal = |text: &str| {
        Exact::from(Decimal::from_str_exact(text).unwrap_or_else(|error| panic!("{text}: {error}")))
    };
    match text.strip_suffix('%') {
        Some(percent) => decimal(percent).times(&Exact::percent(1)),
        None => decimal(text),
    }
}

/// A number as a person types it into a field of this unit: a share in percent, without the sign.
pub(crate) fn in_unit(unit: Unit, text: &str) -> Exact {
    match unit {
        Unit::Percent => exact(text).times(&Exact::percent(1)),
        _ => exact(text),
    }
}

/// The figure of this slug.
pub(crate) fn figure(slug: &str) -> &'static Figure {
    find_figure(slug).unwrap_or_else(|| panic!("there is no figure {slug}"))
}

/// The metric of this slug.
pub(crate) fn metric(slug: &str) -> &'static Metric {
    find_metric(slug).unwrap_or_else(|| panic!("there is no metric {slug}"))
}

/// Compares a text with the golden of this name. `BLESS=1` writes the golden instead.
pub(crate) fn golden(name: &str, actual: &str) {
    compare(&format!("tests/cases/{name}"), actual);
}

/// The same for a page below `docs/`.
pub(crate) fn golden_page(name: &str, actual: &str) {
    compare(&format!("docs/{name}"), actual);
}

/// A text that is made, against the file that holds it.
fn compare(name: &str, actual: &str) {
    let place = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
    if env::var_os("BLESS").is_some() {
        fs::write(&place, actual).unwrap_or_else(|error| panic!("{name}: {error}"));
        return;
    }
    let expected = fs::read_to_string(&place).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        expected == actual,
        "{name} says otherwise:\n{}\nIf the change is meant: BLESS=1 cargo test -p plimsoll-tests\n",
        difference(&expected, actual)
    );
}

/// The lines that differ, with those around them left out.
fn difference(expected: &str, actual: &str) -> String {
    let (before, after): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    let same = |(one, other): &(&&str, &&str)| one == other;
    let start = before.iter().zip(&after).take_while(same).count();
    let most = before.len().min(after.len()) - start;
    let end = before.iter().rev().zip(after.iter().rev()).take(most).take_while(same).count();
    let mut text = String::new();
    for (sign, lines) in [('-', &before[start..before.len() - end]), ('+', &after[start..after.len() - end])]
    {
        for line in lines.iter().take(40) {
            let _ = writeln!(text, "{start:>5} {sign} {line}");
        }
    }
    text
}

#[test]
fn numbers_of_cases_are_exact() {
    assert_eq!(exact("107.5%"), Exact::per_mille(1_075));
    assert_eq!(in_unit(Unit::Percent, "2"), Exact::percent(2));
    assert_eq!(in_unit(Unit::Money, "2"), Exact::from(2));
}
