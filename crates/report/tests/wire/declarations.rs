//! The TypeScript declarations of the wire types, current with them.

#![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]

use std::collections::BTreeMap;
use std::{env, fs};

use plimsoll_forecast::Lever;
use plimsoll_metrics::benchmarks::{Industry, Segment, Stage};
use plimsoll_metrics::figures;
use plimsoll_metrics::health::HEALTH_MODELS;
use ts_rs::{Config, TS, TypeVisitor};

use super::listed::name_of;

use super::*;

const PLACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/plimsoll.d.ts");

const HEAD: &str = "\
// What Plimsoll takes from other programs and gives to them. Made of the types in crates/report/src/wire, and not to be edited by hand:
// BLESS=1 cargo test -p plimsoll-report declarations
";

/// The declarations so far, by name: in which order a type names others differs from build to build.
#[derive(Default)]
struct Declarations(BTreeMap<String, String>);

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let config = Config::new();
        let name = T::ident(&config);
        // What has no file of its own is a part of the language.
        if T::output_path().is_none() || self.0.contains_key(&name) {
            return;
        }
        let declared = [&T::docs().unwrap(), "export ", &T::decl(&config)].concat();
        self.0.insert(name, laid_out(&declared));
        T::visit_dependencies(self);
    }
}

/// A field in a line, indented, with its comment in the line above it.
fn laid_out(declared: &str) -> String {
    let declared = declared.replace(", };", ",\n};");
    let mut text = String::new();
    let mut is_inside = false;
    for line in declared.lines().map(str::trim) {
        is_inside &= line != "};";
        let indent = if is_inside { "  " } else { "" };
        match line {
            "/**" => text.extend([indent, "/**"]),
            "*/" => text.push_str(" */\n"),
            _ => match line.strip_prefix('*') {
                Some(comment) => {
                    let gap = if text.ends_with("/**") { "" } else { "\n *" };
                    text.extend([gap, comment]);
                }
                None => text.extend([indent, line, "\n"]),
            },
        }
        is_inside |= line.ends_with('{');
    }
    text
}

/// The names that stand in a type, each in a line.
fn names(doc: &str, name: &str, all: impl Iterator<Item = String>) -> (String, String) {
    let all = all.fold(String::new(), |text, one| text + "\n  | \"" + &one + "\"");
    (name.into(), ["/** ", doc, " */\nexport type ", name, " =", &all, ";\n"].concat())
}

#[test]
fn declarations_are_current() {
    let mut all = Declarations::default();
    all.visit::<Report>();
    all.visit::<SavedInputs>();
    all.visit::<Explanation>();
    all.visit::<Solution>();
    all.visit::<Course>();
    all.visit::<Health>();
    all.visit::<Parsed>();
    all.visit::<Listing>();
    all.visit::<Benchmark>();
    all.0.extend([
        names("A figure, by its slug.", "FigureSlug", figures::all().map(|one| one.slug.into())),
        names("A figure, as a key of an object.", "FigureName", figures::all().map(|one| name_of(one.slug))),
        names("A metric, by its slug.", "MetricSlug", all_metrics().map(|one| one.slug.into())),
        names("A metric, as a key of an object.", "MetricName", all_metrics().map(|one| name_of(one.slug))),
        names("A size of customers.", "SegmentSlug", Segment::ALL.iter().map(|one| one.slug().into())),
        names("An industry.", "IndustrySlug", Industry::ALL.iter().map(|one| one.slug().into())),
        names("How far along a company is.", "StageSlug", Stage::ALL.iter().map(|one| one.slug().into())),
        names("A lever.", "LeverSlug", Lever::ALL.iter().map(|one| one.slug().into())),
        names("A health model.", "HealthModelSlug", HEALTH_MODELS.iter().map(|one| one.slug.into())),
    ]);
    let text = all.0.values().fold(HEAD.to_owned(), |text, declared| text + "\n" + declared);
    if env::var_os("BLESS").is_some() {
        fs::write(PLACE, &text).unwrap();
    }
    let stands = fs::read_to_string(PLACE).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        stands == text,
        "docs/plimsoll.d.ts is stale: BLESS=1 cargo test -p plimsoll-report declarations"
    );
}
