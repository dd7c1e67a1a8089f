//! Everything that is decided in the lab: one value, which the page keeps as one text.

mod measure;

use serde::{Deserialize, Serialize};

use super::keep::{KeptMissing, KeptModel, KeptSegment};
use super::message::Facts;
use super::{propose, typed};
use plimsoll_metrics::health::{HEALTH_MODELS, HealthModel, find_health_model};

/// The most models that are saved.
pub const MOST_VERSIONS: usize = 8;

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Document {
    /// The model that counts.
    pub model: KeptModel,
    /// The saved ones.
    pub versions: Vec<KeptModel>,
    /// The weights from before a suggestion was tried, so that there is a way back.
    pub before_suggestion: Option<KeptModel>,
    /// The chance of leaving within a year in percent, of red, yellow and green accounts.
    pub chances: [String; 3],
    /// How many red accounts are to be saved.
    pub save: String,
    /// Hours a month that an account takes.
    pub hours: String,
    /// Working hours of a manager in a month.
    pub manager_hours: String,
    /// The saved model that is compared with, by its name.
    pub compared_model: String,
    /// The snapshot that is compared with, by its place.
    pub compared_moment: String,
}

impl Default for Document {
    /// The first published model, before any account is there.
    fn default() -> Self {
        let [first, ..] = HEALTH_MODELS;
        Self {
            model: KeptModel::of(first),
            versions: Vec::new(),
            before_suggestion: None,
            chances: ["", "", ""].map(String::from),
            save: "10".into(),
            hours: String::new(),
            manager_hours: String::new(),
            compared_model: String::new(),
            compared_moment: String::new(),
        }
    }
}

impl Document {
    /// A kept text; what cannot be read, because it is of another version, gives the beginning.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// As it is kept.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What follows from something that was typed or chosen, while the weights of `segment` are shown (empty: of all). Answers
    /// whether anything did.
    ///
    /// Keys: `model`, `missing`, `red`, `green`, `weight/<slug>`, `back`, `equal`, `indicator` (a column to add),
    /// `indicator/<slug>/remove`, `measure/<slug>/…`, `own` (weights of the segment's own, or none), `chance/<class>`, `save`, `hours`,
    /// `hours/manager`, `name`, `compare/model`, `compare/moment`. Behind `red`, `green` and a weight may stand `/moved` or `/slid`.
    pub fn told(&mut self, key: &str, text: &str, segment: &str, facts: &Facts) -> bool {
        let (head, rest) = key.split_once('/').unwrap_or((key, ""));
        let slot = match (head, rest) {
            ("model", _) => return self.choose(text, facts),
            ("back", _) => return self.back(facts),
            ("equal", _) => return self.weigh_alike(),
            ("own", _) => return self.own(segment),
            ("missing", _) => return self.choose_missing(text),
            ("indicator", "") => return self.add(text, facts),
            ("indicator", of) => return self.remove(of.strip_suffix("/remove").unwrap_or_default()),
            ("measure", of) => return self.measure(of, text, facts),
            ("weight", of) => return self.weigh(of, text, segment),
            ("red", _) => return self.thresholds(text, rest, true),
            ("green", _) => return self.thresholds(text, rest, false),
            ("chance", "red") => self.chances.get_mut(0),
            ("chance", "yellow") => self.chances.get_mut(1),
            ("chance", "green") => self.chances.get_mut(2),
            ("save", _) => Some(&mut self.save),
            ("hours", "manager") => Some(&mut self.manager_hours),
            ("hours", _) => Some(&mut self.hours),
            ("name", _) => Some(&mut self.model.name),
            ("compare", "model") => Some(&mut self.compared_model),
            ("compare", "moment") => Some(&mut self.compared_moment),
            _ => None,
        };
        slot.is_some_and(|slot| put(slot, text))
    }

    /// A published model, or a saved one by its name behind `saved:`.
    fn choose(&mut self, text: &str, facts: &Facts) -> bool {
        let saved =
            text.strip_prefix("saved:").and_then(|name| self.versions.iter().find(|of| of.name == name));
        let chosen = saved.cloned().or_else(|| find_health_model(text).map(|of| fresh(of, facts)));
        let Some(chosen) = chosen.filter(|chosen| *chosen != self.model) else { return false };
        self.model = chosen;
        self.before_suggestion = None;
        true
    }

    fn back(&mut self, facts: &Facts) -> bool {
        let source = self.model.source();
        source.is_some_and(|source| {
            let fresh = fresh(source, facts);
            let is_other = fresh != self.model;
            (self.model, self.before_suggestion) = (fresh, None);
            is_other
        })
    }

    /// Whether the model differs from the published one as it would be proposed for these accounts.
    #[must_use]
    pub fn is_changed(&self, facts: &Facts) -> bool {
        self.model.source().is_some_and(|source| fresh(source, facts) != self.model)
    }

    fn weigh_alike(&mut self) -> bool {
        let Some(weight) = self.model.source().and_then(|source| source.equal_weight) else { return false };
        self.model.indicators.iter_mut().for_each(|of| of.weight = typed::written(weight));
        self.model.segments.clear();
        self.before_suggestion = None;
        true
    }

    /// Gives the segment weights of its own, those of all to begin with, or takes them away.
    fn own(&mut self, segment: &str) -> bool {
        if segment.is_empty() {
            return false;
        }
        if let Some(place) = self.model.segments.iter().position(|of| of.segment == segment) {
            self.model.segments.remove(place);
        } else {
            let weights = self.model.indicators.iter().map(|of| of.weight.clone()).collect();
            self.model.segments.push(KeptSegment { segment: segment.to_owned(), weights });
        }
        true
    }

    fn choose_missing(&mut self, text: &str) -> bool {
        let chosen = match text {
            "leaves-out" => KeptMissing::LeavesOut,
            "counts-as-zero" => KeptMissing::CountsAsZero,
            _ => KeptMissing::GivesUpWeight,
        };
        std::mem::replace(&mut self.model.missing, chosen) != chosen
    }

    fn add(&mut self, header: &str, facts: &Facts) -> bool {
        let Some(column) = facts.columns.iter().find(|column| column.header == header) else { return false };
        let slug = self.free_slug(header);
        self.model.indicators.push(propose::indicator(column, slug));
        self.model.segments.iter_mut().for_each(|of| of.weights.push("10".into()));
        true
    }

    /// A name that no other indicator has: of letters and digits.
    fn free_slug(&self, header: &str) -> String {
        let plain: String = header.chars().take(40).collect();
        let plain = plain.to_lowercase().replace(|letter: char| !letter.is_alphanumeric(), "-");
        let plain = if plain.trim_matches('-').is_empty() { "indicator".to_owned() } else { plain };
        let mut names = std::iter::once(plain.clone())
            .chain((2..1_000).map(|number| [&plain, "-", &number.to_string()].concat()));
        names.find(|name| self.model.indicator(name).is_none()).unwrap_or(plain)
    }

    fn remove(&mut self, slug: &str) -> bool {
        let Some((place, _)) = self.model.indicator(slug) else { return false };
        if self.model.indicators.len() < 2 {
            return false;
        }
        self.model.indicators.remove(place);
        for own in self.model.segments.iter_mut().filter(|own| place < own.weights.len()) {
            own.weights.remove(place);
        }
        true
    }

    /// The weight of an indicator: typed, or slid to so many halves of a point.
    fn weigh(&mut self, of: &str, text: &str, segment: &str) -> bool {
        let (slug, text) = match of.strip_suffix("/slid") {
            Some(slug) => {
                let halves: u32 = text.parse().unwrap_or(0);
                (slug, typed::written(halves.saturating_mul(50)))
            }
            None => (of, text.to_owned()),
        };
        let Some((place, _)) = self.model.indicator(slug) else { return false };
        let own = self.model.segments.iter_mut().find(|of| !segment.is_empty() && of.segment == segment);
        let slot = match own {
            Some(own) => own.weights.get_mut(place),
            None => self.model.indicators.get_mut(place).map(|of| &mut of.weight),
        };
        slot.is_some_and(|slot| put(slot, &text))
    }

    /// A line between two classes. One that is moved stops before the other; one that is typed may stand anywhere, and is judged.
    fn thresholds(&mut self, text: &str, how: &str, is_red: bool) -> bool {
        let of = |text: &str| typed::points(text).map(i32::from);
        let (now, other) = (of(&self.model.red_below), of(&self.model.green_from));
        let (now, other) = if is_red { (now, other) } else { (other, now) };
        let points = match how {
            "moved" => of(text),
            "stepped" => now.zip(text.parse().ok()).map(|(now, by): (i32, i32)| now.saturating_add(by)),
            _ => None,
        };
        let text = match points.zip(other) {
            Some((points, other)) => {
                let stopped = if is_red {
                    points.min(other.saturating_sub(100))
                } else {
                    points.max(other.saturating_add(100))
                };
                typed::written(u32::try_from(stopped.clamp(0, 10_000)).unwrap_or(0))
            }
            None => text.to_owned(),
        };
        let slot = if is_red { &mut self.model.red_below } else { &mut self.model.green_from };
        put(slot, &text)
    }

    /// Takes suggested weights, each in hundredths by its indicator, in the place of all weights, those of segments too. What was
    /// there before the first suggestion is kept. Answers whether the indicators are still those.
    pub fn try_suggestion(&mut self, weights: &[(String, u32)]) -> bool {
        let is_same =
            self.model.indicators.iter().map(|of| &of.slug).eq(weights.iter().map(|(slug, _)| slug));
        if is_same {
            let before = self.model.clone();
            self.before_suggestion.get_or_insert(before);
            self.model.segments.clear();
            for (indicator, (_, weight)) in self.model.indicators.iter_mut().zip(weights) {
                indicator.weight = typed::written(*weight);
            }
        }
        is_same
    }

    /// Goes back to the weights from before a suggestion was tried. What else was changed since stays, as long as the indicators are
    /// the same. Answers whether there was a way back.
    pub fn leave_suggestion(&mut self) -> bool {
        let Some(before) = self.before_suggestion.take() else { return false };
        let is_same =
            self.model.indicators.iter().map(|of| &of.slug).eq(before.indicators.iter().map(|of| &of.slug));
        if is_same {
            for (indicator, before) in self.model.indicators.iter_mut().zip(before.indicators) {
                indicator.weight = before.weight;
            }
            self.model.segments = before.segments;
        } else {
            self.model = before;
        }
        true
    }

    /// Whether the model can be saved: it has a name, and there is room, or one of the same name to take the place of.
    #[must_use]
    pub fn can_save(&self) -> bool {
        let is_named = !self.model.name.trim().is_empty();
        is_named
            && (self.versions.len() < MOST_VERSIONS
                || self.versions.iter().any(|of| of.name == self.model.name))
    }

    /// Saves the model under its name, in the place of one of the same name. Answers whether it could.
    pub fn save_version(&mut self) -> bool {
        let same = self.versions.iter().position(|of| of.name == self.model.name);
        if let Some(version) = same.and_then(|place| self.versions.get_mut(place)) {
            version.clone_from(&self.model);
            return true;
        }
        let can_save = self.can_save();
        if can_save {
            self.versions.push(self.model.clone());
        }
        can_save
    }

    /// Removes the saved model of this name.
    pub fn remove_version(&mut self, name: &str) {
        self.versions.retain(|of| of.name != name);
    }

    /// Opens the saved model of this name.
    pub fn open_version(&mut self, name: &str) {
        if let Some(version) = self.versions.iter().find(|of| of.name == name) {
            self.model = version.clone();
            self.before_suggestion = None;
        }
    }
}

/// A published model with the columns that feed it.
fn fresh(source: &HealthModel, facts: &Facts) -> KeptModel {
    propose::fed(KeptModel::of(source), facts)
}

fn put(slot: &mut String, text: &str) -> bool {
    let is_other = slot != text;
    text.clone_into(slot);
    is_other
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it is surprised")]
mod tests {
    use super::*;

    fn tell(document: &mut Document, key: &str, text: &str) -> bool {
        document.told(key, text, "", &Facts::default())
    }

    #[test]
    fn what_is_kept_comes_back() {
        let mut document = Document::default();
        tell(&mut document, "weight/usage-frequency", "12,5");
        tell(&mut document, "save", "25");
        assert!(document.save_version());
        assert_eq!(Document::of_text(&document.to_text()), document);
        assert_eq!(Document::of_text("{\"version\": 9}"), Document::default());
    }

    #[test]
    fn models_are_saved_by_name_opened_and_removed_again() {
        let mut document = Document::default();
        for number in 0..MOST_VERSIONS {
            tell(&mut document, "name", &number.to_string());
            assert!(document.save_version());
        }
        tell(&mut document, "name", "one more");
        assert!(!document.can_save() && !document.save_version());
        tell(&mut document, "name", "3");
        tell(&mut document, "red", "35");
        assert!(document.save_version(), "in the place of the one of that name");
        tell(&mut document, "red", "20");
        document.open_version("3");
        assert_eq!((document.versions.len(), document.model.red_below.as_str()), (MOST_VERSIONS, "35"));
        document.remove_version("3");
        tell(&mut document, "name", "  ");
        assert!(!document.save_version(), "it needs a name");
    }

    #[test]
    fn a_line_that_is_moved_stops_before_the_other_one() {
        let mut document = Document::default();
        tell(&mut document, "red/moved", "90");
        assert_eq!(document.model.red_below, "69");
        tell(&mut document, "green/moved", "10");
        assert_eq!(document.model.green_from, "70");
        tell(&mut document, "green", "10");
        assert_eq!(document.model.green_from, "10", "typed, it stands, and is judged");
        assert!(document.model.read().is_err());
    }

    #[test]
    fn a_segment_has_weights_of_its_own_until_they_are_taken_away() {
        let mut document = Document::default();
        let facts = Facts::default();
        document.told("own", "", "SMB", &facts);
        document.told("weight/usage-frequency/slid", "81", "SMB", &facts);
        assert_eq!(document.model.segments[0].weights[0], "40.5");
        assert_eq!(document.model.indicators[0].weight, "30");
        document.told("own", "", "SMB", &facts);
        assert_eq!(document.model.segments, []);
    }

    #[test]
    fn indicators_are_removed_everywhere_and_the_last_one_stays() {
        let mut document = Document::default();
        document.told("own", "", "SMB", &Facts::default());
        for slug in document.model.indicators.iter().map(|of| of.slug.clone()).collect::<Vec<_>>() {
            tell(&mut document, &["indicator/", &slug, "/remove"].concat(), "");
        }
        assert_eq!((document.model.indicators.len(), document.model.segments[0].weights.len()), (1, 1));
    }
}
