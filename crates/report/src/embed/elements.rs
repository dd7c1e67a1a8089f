//! The custom elements, defined once: what each is told, what it shows, and how it is dressed. `web/embed/options.js`, the
//! custom-elements manifest, the TypeScript types and the page's builder of embeds are all made of these rows.

/// A custom element.
#[derive(Debug, PartialEq, Eq)]
pub struct Element {
    /// Its tag.
    pub tag: &'static str,
    /// The name of its interface in TypeScript.
    pub interface: &'static str,
    /// What it is.
    pub about: &'static str,
    /// What it is told, each as an attribute and as a property.
    pub options: &'static [&'static ElementOption],
    /// Its parts for `::part()`, and what each is.
    pub parts: &'static [(&'static str, &'static str)],
    /// What its event carries, in TypeScript.
    pub detail: Option<&'static str>,
}

/// One option: an attribute, and a property that mirrors it.
#[derive(Debug, PartialEq, Eq)]
pub struct ElementOption {
    /// The attribute.
    pub name: &'static str,
    /// The property.
    pub property: &'static str,
    /// What it takes.
    pub kind: OptionKind,
    /// What counts where it is absent.
    pub usual: &'static str,
    /// What it does.
    pub about: &'static str,
}

/// What an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// Any text.
    Text,
    /// One of [`super::words()`].
    Word,
    /// Words with spaces or commas between them, as an attribute; as a property, a list as well.
    List,
    /// Set or not.
    Flag,
    /// An object or a list: JSON as an attribute.
    Held,
}

impl OptionKind {
    /// The word for it, as the elements' own program knows it.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Word => "word",
            Self::List => "list",
            Self::Flag => "flag",
            Self::Held => "held",
        }
    }
}

/// A row of an option.
macro_rules! options {
    ($($name:ident = $attribute:literal, $property:literal, $kind:ident, $usual:literal, $about:literal;)*) => {
        $(static $name: ElementOption = ElementOption {
            name: $attribute, property: $property, kind: OptionKind::$kind, usual: $usual, about: $about,
        };)*
    };
}

options! {
    METRICS = "metrics", "metrics", List, "net-revenue-retention", "The metrics to show, by slug.";
    METRIC = "metric", "metric", Text, "net-revenue-retention", "The metric to show, by slug.";
    FOR = "for", "htmlFor", Text, "", "The id of a calculator whose figures and choices the metric follows.";
    FIGURES = "figures", "figures", Held, "the worked example",
        "Figures and metrics that are known, by slug: numbers, or texts as they would be typed.";
    LEVERS = "levers", "levers", Held, "{}", "How far each lever is moved, by slug: points or percent.";
    SEGMENT = "segment", "segment", Word, "smb", "How large the customers are that are sold to.";
    INDUSTRY = "industry", "industry", Word, "", "The industry whose medians stand beside the value.";
    STAGE = "stage", "stage", Word, "", "How far along the company is.";
    WINDOW = "window", "window", Word, "year", "The time that the figures cover.";
    CURRENCY = "currency", "currency", Word, "USD", "The currency of every amount.";
    LOCALE = "locale", "locale", Text, "the browser's", "How numbers are written and read, as a BCP 47 tag.";
    THEME = "theme", "theme", Word, "auto", "Light or dark; auto is what the page's color-scheme says.";
    PARTS = "parts", "parts", List, "form cards", "What is shown.";
    READONLY = "readonly", "readOnly", Flag, "", "Whether figures, levers and choices can only be read.";
    MODEL = "model", "model", Word, "seven-indicators", "The health model.";
    WEIGHTS = "weights", "weights", Held, "the model's", "The weight of each indicator in percent, by slug.";
    ACCOUNTS = "accounts", "accounts", Held, "[]",
        "The accounts: objects with a name, and a number from 0 to 100 for each indicator that is known, by slug.";
}

/// What a calculator is told.
static CALCULATOR: &[&ElementOption] = &[
    &METRICS, &FIGURES, &LEVERS, &SEGMENT, &INDUSTRY, &STAGE, &WINDOW, &CURRENCY, &LOCALE, &THEME, &PARTS,
    &READONLY,
];

/// The elements.
pub static ELEMENTS: [Element; 3] = [
    Element {
        tag: "plimsoll-calculator",
        interface: "PlimsollCalculatorElement",
        about: "A live calculator: figures in, metrics with their bands out. Its light children stand in its place until it is ready.",
        options: CALCULATOR,
        parts: &[
            ("calculator", "the whole of it"),
            ("message", "what is wrong with what it was told"),
            ("choices", "window, currency, segment, industry and stage"),
            ("select", "one of them"),
            ("form", "the figures"),
            ("field", "one figure with its label and what is said about it"),
            ("input", "the field for a number"),
            ("levers", "the levers"),
            ("slider", "the slider of one"),
            ("card", "one metric"),
            ("value", "its number"),
            ("band", "the name of its band"),
            ("scale", "the picture of its scale"),
            ("formula", "how it came about"),
            ("sources", "where formula and bands are from"),
        ],
        detail: Some("Report"),
    },
    Element {
        tag: "plimsoll-metric",
        interface: "PlimsollMetricElement",
        about: "One live number with its band, inside of a sentence.",
        options: &[&METRIC, &FOR, &FIGURES, &SEGMENT, &INDUSTRY, &STAGE, &WINDOW, &CURRENCY, &LOCALE, &THEME],
        parts: &[
            ("value", "the number with its unit"),
            ("band", "the name of its band"),
            ("message", "what is wrong with what it was told"),
        ],
        detail: None,
    },
    Element {
        tag: "plimsoll-health",
        interface: "PlimsollHealthElement",
        about: "Health scores of supplied accounts, with the weights as sliders.",
        options: &[&MODEL, &WEIGHTS, &ACCOUNTS, &LOCALE, &THEME, &READONLY],
        parts: &[
            ("health", "the whole of it"),
            ("message", "what is wrong with what it was told"),
            ("select", "the choice of the model"),
            ("weights", "the weights"),
            ("slider", "the slider of one"),
            ("summary", "how many accounts are in each class"),
            ("table", "the accounts with their scores"),
            ("band", "the class of one"),
        ],
        detail: Some("HealthReport"),
    },
];

/// The custom properties that dress an element from outside, and what each is. Each is a colour where nothing else is said.
pub static CUSTOM_PROPERTIES: [(&str, &str); 17] = [
    ("--ps-paper", "the ground"),
    ("--ps-surface", "the ground of cards and fields"),
    ("--ps-ink", "text"),
    ("--ps-soft", "text beside the main point"),
    ("--ps-line", "lines between things"),
    ("--ps-edge", "the edges of fields"),
    ("--ps-accent", "what can be pressed or moved"),
    ("--ps-accent-ink", "text on the accent"),
    ("--ps-accent-wash", "the ground of the levers"),
    ("--ps-alarm", "what is wrong"),
    ("--ps-alarm-wash", "the ground of what is wrong"),
    ("--ps-sans", "the fonts of text"),
    ("--ps-serif", "the fonts of headings"),
    ("--ps-rem", "the length that stands for the size of text: 16px"),
    ("--ps-radius", "how round corners are: 4px"),
    ("--ps-control", "how high fields and buttons are: 36px, 44px under a finger"),
    ("--ps-gap", "the space between large parts: 24px"),
];
