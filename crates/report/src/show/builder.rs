//! The builder of embeds: from what is chosen on its view to the lines that take a calculator into another page.

use plimsoll_metrics::{Metric, PANELS, all_metrics, find_figure};

use super::Context;
use super::panels::heads;
use super::reference::holds;
use crate::embed::Part;
use crate::state::Inputs;
use crate::view::{BuilderCheck, BuilderGroup, BuilderView, SelectOption};

/// A way to take a calculator along: its name in the address, what it is called, and what it asks of the page.
struct Way {
    slug: &'static str,
    label: &'static str,
    about: &'static str,
}

static WAYS: [Way; 4] = [
    Way {
        slug: "element",
        label: "Element",
        about: "One tag in any page. A page with a content-security policy allows the folder's address in script-src, with \
                'wasm-unsafe-eval', in style-src and in connect-src. A folder on another host has to be shared with the page (CORS), \
                so it is best copied beside it.",
    },
    Way {
        slug: "iframe",
        label: "Frame",
        about: "A frame shares nothing with the page around it, which allows its address in frame-src. The script makes it as high \
                as what it shows, and can be left out.",
    },
    Way {
        slug: "package",
        label: "Package",
        about: "For programs in a browser, a worker or Node: the numbers as plain values, drawn by nobody.",
    },
    Way {
        slug: "script",
        label: "Plain script",
        about: "The package without a bundler: a page that draws by itself, from the same folder.",
    },
];

static THEMES: [(&str, &str); 3] = [("", "As the page"), ("light", "Light"), ("dark", "Dark")];
static FIGURES: [(&str, &str); 2] = [("", "The figures of this page"), ("example", "The worked example")];

/// What a part is called.
const fn label(part: Part) -> &'static str {
    match part {
        Part::Choices => "Choices",
        Part::Form => "Figures",
        Part::Levers => "Levers",
        Part::Cards => "Metrics",
        Part::Formula => "Formulas",
        Part::Sources => "Sources",
    }
}

/// What the view of the builder shows.
pub(super) fn show(context: &Context<'_>, inputs: &Inputs) -> BuilderView {
    let asked = |what: &str| inputs.asks.get(&["embed.", what].concat()).unwrap_or_default();
    let way = WAYS.iter().find(|way| way.slug == asked("way")).unwrap_or(&WAYS[0]);
    let metrics = chosen_metrics(inputs);
    let attributes = attributes(context, inputs, &metrics);
    BuilderView {
        ways: WAYS.iter().map(|one| option(one.slug, one.label, one.slug == way.slug)).collect(),
        themes: options(&THEMES, asked("theme")),
        figures: options(&FIGURES, asked("figures")),
        parts: Part::ALL.into_iter().map(|part| check_part(inputs, part)).collect(),
        groups: PANELS
            .iter()
            .map(|panel| BuilderGroup {
                title: panel.title,
                metrics: heads(panel).map(|metric| check_metric(inputs, metric)).collect(),
            })
            .filter(|group| !group.metrics.is_empty())
            .collect(),
        snippet: snippet(way.slug, &attributes, metrics.first().copied()),
        attributes,
        about: way.about,
    }
}

fn option(value: &str, label: &str, selected: bool) -> SelectOption {
    SelectOption { value: value.into(), label: label.into(), selected }
}

fn options(all: &[(&str, &str)], chosen: &str) -> Vec<SelectOption> {
    all.iter().map(|(value, label)| option(value, label, *value == chosen)).collect()
}

fn key_of(kind: &str, slug: &str) -> String {
    ["embed.", kind, ".", slug].concat()
}

fn check_metric(inputs: &Inputs, metric: &'static Metric) -> BuilderCheck {
    let what = key_of("metric", metric.slug);
    let is_chosen = inputs.asks.get(&what).is_some();
    BuilderCheck { what, label: metric.term, is_chosen, turned: if is_chosen { "" } else { "yes" } }
}

/// A part that is usual is left out by "no", another one taken in by "yes".
fn check_part(inputs: &Inputs, part: Part) -> BuilderCheck {
    let what = key_of("part", part.slug());
    let is_usual = Part::USUAL.contains(&part);
    let is_turned = inputs.asks.get(&what).is_some();
    let other = if is_usual { "no" } else { "yes" };
    BuilderCheck {
        what,
        label: label(part),
        is_chosen: is_usual != is_turned,
        turned: if is_turned { "" } else { other },
    }
}

fn chosen_metrics(inputs: &Inputs) -> Vec<&'static Metric> {
    all_metrics().filter(|metric| inputs.asks.get(&key_of("metric", metric.slug)).is_some()).collect()
}

/// The attributes that say what is chosen; what is usual is left out.
fn attributes(
    context: &Context<'_>,
    inputs: &Inputs,
    metrics: &[&'static Metric],
) -> Vec<(&'static str, String)> {
    let slugs: Vec<&str> = metrics.iter().map(|metric| metric.slug).collect();
    let is_example = inputs.asks.get("embed.figures").is_some() || inputs.is_example();
    let levers: Vec<_> = inputs.levers.iter().collect();
    let parts = Part::ALL.into_iter().filter(|part| check_part(inputs, *part).is_chosen);
    let parts: Vec<&str> = parts.map(Part::slug).collect();
    let usual = Part::USUAL.map(Part::slug);
    let but = |text: &str, usual: &str| if text == usual { None } else { Some(text.to_owned()) };
    [
        ("metrics", but(&slugs.join(" "), "")),
        ("figures", (!is_example).then(|| figures(inputs, metrics))),
        ("levers", (!levers.is_empty()).then(|| object(&levers))),
        ("segment", but(&inputs.segment, "smb")),
        ("industry", but(&inputs.industry, "")),
        ("stage", but(&inputs.stage, "")),
        ("window", but(&inputs.window, "year")),
        ("currency", but(context.read.choices.currency.code(), "USD")),
        ("theme", but(inputs.asks.get("embed.theme").unwrap_or_default(), "")),
        ("parts", but(&parts.join(" "), &usual.join(" "))),
    ]
    .into_iter()
    .filter_map(|(name, text)| Some((name, text?)))
    .collect()
}

/// The figures that the metrics rest on, and what is known of any, as they were typed.
fn figures(inputs: &Inputs, metrics: &[&'static Metric]) -> String {
    let counts = |slug: &str| {
        find_figure(slug).is_some_and(|figure| {
            metrics.is_empty() || metrics.iter().any(|metric| holds(&metric.formula, figure))
        })
    };
    let entries: Vec<(&str, &str)> =
        inputs.figures.iter().filter(|(slug, _)| counts(slug)).chain(inputs.known.iter()).collect();
    object(&entries)
}

/// Texts by name as JSON: a plain number as a number, anything else as a text.
fn object(entries: &[(&str, &str)]) -> String {
    let mut json = String::from("{");
    for (name, text) in entries {
        if json.len() > 1 {
            json.push_str(", ");
        }
        json.extend(["\"", name, "\": "]);
        if is_number(text) {
            json.push_str(text);
        } else {
            quote(text, &mut json);
        }
    }
    json.push('}');
    json
}

/// Whether a text is a number in JSON as it stands.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && (whole == "0" || !whole.starts_with('0')) && fraction.is_none_or(all) && whole.len() < 15
}

fn quote(text: &str, json: &mut String) {
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            '<' => json.push_str("\\u003c"), // which would end a script
            letter if letter.is_control() => json.push(' '),
            letter => json.push(letter),
        }
    }
    json.push('"');
}

fn snippet(way: &str, attributes: &[(&'static str, String)], first: Option<&'static Metric>) -> String {
    match way {
        "iframe" => frame(attributes),
        "package" => program("plimsoll", attributes, first),
        "script" => {
            let program = program("{here}package/plimsoll.js", attributes, first);
            ["<output id=\"result\"></output>\n<script type=\"module\">\n", &program, "</script>\n"].concat()
        }
        _ => element(attributes),
    }
}

fn element(attributes: &[(&'static str, String)]) -> String {
    let mut text = String::from(
        "<script type=\"module\" src=\"{here}embed/plimsoll.js\"></script>\n\n<plimsoll-calculator",
    );
    for (name, value) in attributes {
        // JSON is easier to read between single marks.
        let mark = if value.contains('"') && !value.contains('\'') { "'" } else { "\"" };
        text.extend(["\n  ", name, "=", mark, &escaped(value, mark), mark]);
    }
    text.push_str(">\n  <p>What stands here until the calculator is ready.</p>\n</plimsoll-calculator>\n");
    text
}

/// A value between such marks of HTML.
fn escaped(text: &str, mark: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    if mark == "'" { text } else { text.replace('"', "&quot;") }
}

fn frame(attributes: &[(&'static str, String)]) -> String {
    let options: Vec<String> =
        attributes.iter().map(|(name, value)| [name, "=", &encoded(value)].concat()).collect();
    [
        "<iframe src=\"{here}embed/embed.html#",
        &options.join("&amp;"),
        "\"\n  title=\"A calculator of customer-success metrics\" loading=\"lazy\" width=\"100%\" height=\"600\"></iframe>\n",
        "<script defer src=\"{here}embed/fit.js\"></script>\n",
    ]
    .concat()
}

/// A value of an address: what is no letter, digit or one of a few signs is written in hexadecimal.
fn encoded(text: &str) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or('0');
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b' ' => encoded.push('+'),
            b'-' | b'_' | b'.' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => encoded.push(char::from(byte)),
            _ => encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
    encoded
}

/// A program that works out the same report.
fn program(from: &str, attributes: &[(&'static str, String)], first: Option<&'static Metric>) -> String {
    let of = |name: &str| attributes.iter().find(|(held, _)| *held == name).map(|(_, text)| text.as_str());
    let figures = of("figures").unwrap_or("{ \"start-customers\": 250, \"lost-customers\": 50 }");
    let options: Vec<String> = ["window", "currency", "segment", "industry", "stage"]
        .into_iter()
        .filter_map(|name| Some([name, ": '", of(name)?, "'"].concat()))
        .collect();
    let options =
        if options.is_empty() { String::new() } else { [", { ", &options.join(", "), " }"].concat() };
    let slug = first
        .map_or(if of("figures").is_some() { "net-revenue-retention" } else { "logo-churn" }, |metric| {
            metric.slug
        });
    let goal = if from == "plimsoll" { "console.log(" } else { "document.getElementById('result').append(" };
    [
        "import { evaluate, load } from '",
        from,
        "';\n\nawait load();\nconst report = evaluate(",
        figures,
        &options,
        ");\nconst metric = report.metrics.find(({ slug }) => slug === '",
        slug,
        "');\n",
        goal,
        "metric.printed, ' ', metric.band?.name ?? '');\n",
    ]
    .concat()
}
