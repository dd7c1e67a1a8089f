//! The inputs: one value that is saved, undone and shared.

use std::rc::Rc;

use super::Texts;
use super::texts::{LONGEST, LONGEST_MAPPING};
use plimsoll_forecast::Lever;
use plimsoll_intake::DecimalMark;
use plimsoll_metrics::{Figure, Metric, figures};

use crate::pack::MOST_BYTES;

/// The version of the saved shape. A change that an older page could not read raises it.
pub const VERSION: &str = "1";

/// The name under which the pasted text is saved.
const PASTE_TEXT: &str = "paste.text";

/// The name under which the loaded benchmarks are saved.
const PACK: &str = "pack";

/// The name under which the health lab is saved.
const LAB: &str = "lab";

/// The most entries that a saved table may have.
const MOST_ENTRIES: usize = 200;

/// What the user decided, as it was typed. Saved as one flat object of texts (see [`Inputs::entries`]); unknown names
/// in a saved state count for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inputs {
    /// The window's slug.
    pub window: String,
    /// The currency's ISO 4217 code.
    pub currency: String,
    /// The decimal mark that decides where a number can be read two ways: `.` or `,`.
    pub decimal_mark: String,
    /// The segment's slug; empty for none.
    pub segment: String,
    /// The industry's slug; empty for none.
    pub industry: String,
    /// The stage's slug; empty for none.
    pub stage: String,
    /// The slug of the view that is open; the first one where it is empty.
    pub view: String,
    /// How shorter windows become years: `times-twelve`; compounded where it is empty.
    pub annualising: String,
    /// The slug of the convention that stands in a metric's place, by the metric's slug.
    pub conventions: Texts,
    /// What was typed for each figure, by slug.
    pub figures: Texts,
    /// What was typed for each metric entered as known, by slug.
    pub known: Texts,
    /// The slug of the window that each known metric was measured over, by the metric's slug.
    pub known_windows: Texts,
    /// What was typed for each lever, by slug.
    pub levers: Texts,
    /// The reader's own scenarios: see [`crate::Action::ScenarioTold`] for the keys.
    pub scenarios: Texts,
    /// What is asked on the view of what-ifs, by what it is.
    pub asks: Texts,
    /// What a ledger gave for each figure, by slug, as it was taken over: where a figure still says that, rows stand behind it.
    pub ledger: Texts,
    /// How tables were read whose reading was accepted, by the name that their headers make.
    pub mappings: Texts,
    /// The lines that the reader moved, by metric, segment and position, and the name that was typed for the pack.
    pub benchmarks: Texts,
    /// The benchmarks that were loaded, as one text (see `docs/benchmark-pack.md`). Shared, as the pasted text is.
    pub pack: Rc<str>,
    /// What was decided in the health lab, as one text that only the lab reads (see `docs/health-model.md`). Shared as well.
    pub lab: Rc<str>,
    /// What the churn lever moves: `both`, `customers` or `revenue`.
    pub churn_scope: String,
    /// The text in the paste panel, until it is accepted or thrown away.
    pub paste: PasteDraft,
}

/// What is in the paste panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PasteDraft {
    /// The pasted text. Shared, since every step that can be taken back holds it too.
    pub text: Rc<str>,
    /// The chosen segment, with a leading `=`; empty for all. (`=` alone holds customers without a segment.)
    pub segment: String,
    /// The settled decimal mark, `.` or `,`; empty while it is not settled.
    pub mark: String,
}

impl Default for Inputs {
    fn default() -> Self {
        Self {
            window: "year".into(),
            currency: "USD".into(),
            decimal_mark: ".".into(),
            segment: "smb".into(),
            industry: String::new(),
            stage: String::new(),
            view: String::new(),
            annualising: String::new(),
            conventions: Texts::default(),
            figures: Texts::default(),
            known: Texts::default(),
            known_windows: Texts::default(),
            levers: Texts::default(),
            scenarios: Texts::default(),
            asks: Texts::default(),
            ledger: Texts::default(),
            mappings: Texts::default(),
            benchmarks: Texts::default(),
            pack: Rc::default(),
            lab: Rc::default(),
            churn_scope: "both".into(),
            paste: PasteDraft::default(),
        }
    }
}

/// The worked example: a company that sells to small businesses, over one year. Its LTV:CAC is just short of
/// three, and two points less churn lift it over the line.
static EXAMPLE: [(&Figure, &str); 56] = [
    (&figures::START_MRR, "240000"),
    (&figures::NEW_MRR, "72000"),
    (&figures::EXPANSION_MRR, "28800"),
    (&figures::CONTRACTION_MRR, "6000"),
    (&figures::CHURNED_MRR, "38400"),
    (&figures::START_CUSTOMERS, "250"),
    (&figures::NEW_CUSTOMERS, "70"),
    (&figures::LOST_CUSTOMERS, "50"),
    (&figures::GROSS_MARGIN, "78"),
    (&figures::ACQUISITION_SPEND, "1300000"),
    (&figures::LIFETIME_YEARS, "4"),
    (&figures::INVOLUNTARY_LOST, "9"),
    (&figures::ELIGIBLE_FOR_UPGRADE, "180"),
    (&figures::UPGRADED_CUSTOMERS, "45"),
    (&figures::CROSS_SOLD_CUSTOMERS, "30"),
    (&figures::LICENSED_SEATS, "3200"),
    (&figures::ACTIVE_SEATS, "2560"),
    (&figures::POTENTIAL_USERS, "6400"),
    (&figures::DUE_CONTRACTS, "210"),
    (&figures::RENEWED_CONTRACTS, "178"),
    (&figures::DUE_ARR, "2400000"),
    (&figures::RENEWED_ARR, "2090000"),
    (&figures::FORECAST_ARR, "2200000"),
    (&figures::RENEWAL_DAYS, "96"),
    (&figures::USAGE, "64"),
    (&figures::ENGAGEMENT, "57"),
    (&figures::SUPPORT, "70"),
    (&figures::RELATIONSHIP, "52"),
    (&figures::MANAGED_CUSTOMERS, "270"),
    (&figures::SCORED_CUSTOMERS, "243"),
    (&figures::GREEN_CUSTOMERS, "148"),
    (&figures::YELLOW_CUSTOMERS, "69"),
    (&figures::RED_CUSTOMERS, "26"),
    (&figures::MEETINGS_SCHEDULED, "900"),
    (&figures::MEETINGS_ATTENDED, "675"),
    (&figures::PROMOTERS, "62"),
    (&figures::PASSIVES, "48"),
    (&figures::DETRACTORS, "30"),
    (&figures::RATED_1, "4"),
    (&figures::RATED_2, "8"),
    (&figures::RATED_3, "22"),
    (&figures::RATED_4, "51"),
    (&figures::RATED_5, "35"),
    (&figures::EFFORT_SUM, "620"),
    (&figures::EFFORT_ANSWERS, "120"),
    (&figures::RESPONSE_DAYS, "2.5"),
    (&figures::REVIEWS_SCHEDULED, "160"),
    (&figures::REVIEWS_COMPLETED, "124"),
    (&figures::REVIEW_ELIGIBLE, "200"),
    (&figures::REVIEWED_CUSTOMERS, "118"),
    (&figures::SPONSORED_CUSTOMERS, "150"),
    (&figures::ENGAGED_CONTACTS, "690"),
    (&figures::VALUE_DAYS, "19"),
    (&figures::MANAGERS, "3"),
    (&figures::MANAGED_ARR, "3556800"),
    (&figures::TEAM_COST, "330000"),
];

impl Inputs {
    /// The worked example that fills the page on first load.
    #[must_use]
    pub fn example() -> Self {
        let mut example = Self { stage: "early".into(), ..Self::default() };
        for (figure, text) in &EXAMPLE {
            example.figures.set(figure.slug, text);
        }
        example
    }

    /// These inputs in a locale with this decimal mark.
    #[must_use]
    pub fn with_decimal_mark(mut self, mark: DecimalMark) -> Self {
        self.decimal_mark = match mark {
            DecimalMark::Point => ".",
            DecimalMark::Comma => ",",
        }
        .into();
        self
    }

    /// The decimal mark that decides where a number can be read two ways.
    #[must_use]
    pub fn decimal_mark(&self) -> DecimalMark {
        if self.decimal_mark == "," { DecimalMark::Comma } else { DecimalMark::Point }
    }

    /// What was typed for a figure.
    #[must_use]
    pub fn figure(&self, figure: &Figure) -> Option<&str> {
        self.figures.get(figure.slug)
    }

    /// Whether a figure is what a ledger gave.
    #[must_use]
    pub fn is_from_ledger(&self, figure: &Figure) -> bool {
        self.ledger.get(figure.slug).is_some_and(|given| self.figure(figure) == Some(given))
    }

    /// What was typed for a metric entered as known.
    #[must_use]
    pub fn known(&self, metric: &Metric) -> Option<&str> {
        self.known.get(metric.slug)
    }

    /// The slug of the window that a known metric was measured over; the page's, where none was chosen.
    #[must_use]
    pub fn known_window(&self, metric: &Metric) -> &str {
        self.known_windows.get(metric.slug).unwrap_or(&self.window)
    }

    /// What was typed for a lever.
    #[must_use]
    pub fn lever(&self, lever: Lever) -> Option<&str> {
        self.levers.get(lever.slug())
    }

    /// The same choices with nothing entered.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            window: self.window.clone(),
            currency: self.currency.clone(),
            decimal_mark: self.decimal_mark.clone(),
            segment: self.segment.clone(),
            industry: self.industry.clone(),
            stage: self.stage.clone(),
            view: self.view.clone(),
            annualising: self.annualising.clone(),
            conventions: self.conventions.clone(),
            mappings: self.mappings.clone(),
            benchmarks: self.benchmarks.clone(),
            pack: self.pack.clone(),
            lab: self.lab.clone(),
            ..Self::default()
        }
    }

    /// Whether these are the figures of the worked example, whatever is chosen, levered or pasted beside them.
    #[must_use]
    pub fn is_example(&self) -> bool {
        let example = Self::example();
        self.figures == example.figures && self.known.is_empty() && self.window == example.window
    }

    /// Whether nothing is entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty() && self.figures.iter().all(|(_, text)| text.trim().is_empty())
    }

    /// Everything decided, as texts by name: `window`, `figures.start-mrr`, `levers.churn`. This is what is saved.
    #[must_use]
    pub fn entries(&self) -> Vec<(String, String)> {
        let mut entries =
            vec![("version".into(), VERSION.into()), (PASTE_TEXT.into(), self.paste.text.to_string())];
        for (name, text) in [(PACK, &self.pack), (LAB, &self.lab)] {
            if !text.is_empty() {
                entries.push((name.into(), text.to_string()));
            }
        }
        let mut saved = self.clone();
        for (name, text) in saved.plain() {
            entries.push((name.into(), text.clone()));
        }
        for (table, texts) in saved.tables() {
            entries.extend(texts.iter().map(|(name, text)| ([table, ".", name].concat(), text.into())));
        }
        entries
    }

    /// The inputs of saved entries; nothing where they are of another version, or larger than this one writes.
    ///
    /// ```
    /// use plimsoll_report::Inputs;
    /// let inputs = Inputs::example();
    /// assert_eq!(Inputs::from_entries(inputs.entries()), Some(inputs));
    /// assert_eq!(Inputs::from_entries(vec![("version".into(), "99".into())]), None);
    /// ```
    #[must_use]
    pub fn from_entries(entries: Vec<(String, String)>) -> Option<Self> {
        let mut inputs = Self::default();
        let mut version = None;
        for (name, text) in entries {
            if name == "version" {
                version = Some(text);
            } else if name == PASTE_TEXT {
                inputs.paste.text = text.into();
            } else if name == PACK {
                inputs.pack = text.into();
            } else if name == LAB {
                inputs.lab = text.into();
            } else if let Some((table, name)) = name.split_once('.').filter(|(table, _)| *table != "paste") {
                if let Some((_, texts)) = inputs.tables().into_iter().find(|(held, _)| *held == table) {
                    let most = if table == "mappings" { LONGEST_MAPPING } else { LONGEST };
                    texts.set_up_to(most, name, &text);
                }
            } else if let Some((_, held)) = inputs.plain().into_iter().find(|(held, _)| *held == name) {
                *held = text;
            }
        }
        (version.as_deref() == Some(VERSION) && inputs.is_of_usual_size()).then_some(inputs)
    }

    /// The single texts, by the names they are saved under. A new one is a row here.
    fn plain(&mut self) -> [(&'static str, &mut String); 11] {
        [
            ("window", &mut self.window),
            ("currency", &mut self.currency),
            ("decimalMark", &mut self.decimal_mark),
            ("segment", &mut self.segment),
            ("industry", &mut self.industry),
            ("stage", &mut self.stage),
            ("view", &mut self.view),
            ("annualising", &mut self.annualising),
            ("churnScope", &mut self.churn_scope),
            ("paste.segment", &mut self.paste.segment),
            ("paste.mark", &mut self.paste.mark),
        ]
    }

    /// The tables of texts, by the names they are saved under. A new one is a row here.
    fn tables(&mut self) -> [(&'static str, &mut Texts); 10] {
        [
            ("benchmarks", &mut self.benchmarks),
            ("conventions", &mut self.conventions),
            ("figures", &mut self.figures),
            ("known", &mut self.known),
            ("knownWindows", &mut self.known_windows),
            ("levers", &mut self.levers),
            ("scenarios", &mut self.scenarios),
            ("asks", &mut self.asks),
            ("ledger", &mut self.ledger),
            ("mappings", &mut self.mappings),
        ]
    }

    fn is_of_usual_size(&mut self) -> bool {
        let has_usual_tables =
            self.tables().into_iter().all(|(_, texts)| texts.iter().count() <= MOST_ENTRIES);
        has_usual_tables && self.pack.len().max(self.lab.len()) <= MOST_BYTES
    }
}
