//! From a pack to its entries.

use plimsoll_metrics::benchmarks::{Scale, Source};
use plimsoll_metrics::{Exact, Metric, Unit};
use rust_decimal::Decimal;

use super::draft::{REACHED, edge_slug};
use super::{EVIDENCE, Entries, Pack, PackScale, PackSource, VERSION};
use crate::sentence::{MONTHS, evidence_words, month_of, standing_slug};

impl Pack {
    /// Everything in it, by place.
    pub(crate) fn entries(&self) -> Entries {
        let mut sheet = Sheet { entries: Vec::new() };
        sheet.set("", "version", VERSION);
        sheet.set("", "name", &self.name);
        for (row, source) in self.sources.iter().enumerate() {
            let place = ["sources.", &row.to_string(), "."].concat();
            sheet.set(&place, "id", &source.id);
            sheet.set(&place, "title", &source.title);
            sheet.set(&place, "publisher", &source.publisher);
            sheet.set(&place, "date", &source.date);
            sheet.set(&place, "evidence", source.evidence);
        }
        for (row, own) in self.scales.iter().enumerate() {
            sheet.scale(&["scales.", &row.to_string(), "."].concat(), own);
        }
        sheet.entries
    }
}

struct Sheet {
    entries: Entries,
}

impl Sheet {
    fn set(&mut self, place: &str, name: &str, text: &str) {
        if !text.is_empty() {
            self.entries.push(([place, name].concat(), text.into()));
        }
    }

    fn scale(&mut self, place: &str, own: &PackScale) {
        self.set(place, "metric", own.metric.slug);
        self.set(place, "segment", own.segment.map_or("", |segment| segment.slug()));
        self.set(place, "source", &own.source);
        for (row, band) in own.scale.bands.iter().enumerate() {
            let place = [place, "bands.", &row.to_string(), "."].concat();
            self.set(&place, "name", &band.name);
            self.set(&place, "standing", standing_slug(band.standing));
            if let Some(cut) = band.from {
                self.set(&place, "from", &written(own.metric, &cut.value()));
                self.set(&place, "edge", edge_slug(cut.edge));
            }
            self.set(&place, "meaning", &band.meaning);
        }
        self.target(&[place, "target."].concat(), own.metric, &own.scale);
    }

    fn target(&mut self, place: &str, metric: &Metric, scale: &Scale) {
        let Some(target) = &scale.target else { return };
        let [on, past] = REACHED;
        self.set(place, "line", &written(metric, &target.value()));
        self.set(place, "reached", if target.strict { past } else { on });
        self.set(place, "meaning", &target.meaning);
    }
}

/// A value as a pack writes it: a share in percent.
pub(super) fn written(metric: &Metric, value: &Exact) -> String {
    let shown = if metric.unit == Unit::Percent { value.times(&Exact::from(100)) } else { value.clone() };
    shown.to_decimal(9).unwrap_or_default().normalize().to_string()
}

/// The same for a decimal.
pub(super) fn written_decimal(metric: &Metric, value: Decimal) -> String {
    written(metric, &Exact::from(value))
}

impl PackSource {
    /// A published source as a pack names it.
    pub(super) fn of(source: &Source) -> Self {
        let date = source.updated_month().map(|(year, month)| {
            let pad = if month < 10 { "-0" } else { "-" };
            [year.to_string().as_str(), pad, &month.to_string()].concat()
        });
        let words = evidence_words(source.evidence);
        let evidence = EVIDENCE.into_iter().find(|(_, said)| *said == words);
        Self {
            id: source.id.into(),
            title: source.title.into(),
            publisher: source.publisher.into(),
            date: date.unwrap_or_default(),
            evidence: evidence.map_or("opinion", |(slug, _)| slug),
        }
    }

    /// The source in a line: title, publisher, kind of evidence and date.
    pub(super) fn words(&self) -> String {
        let evidence = EVIDENCE.into_iter().find(|(slug, _)| *slug == self.evidence);
        let (year, month) = self.date.split_once('-').unwrap_or((&self.date, ""));
        let month = month_of(month).and_then(|place| MONTHS.get(place));
        let date = match (year, month) {
            ("", _) => "undated".into(),
            (year, None) => year.to_owned(),
            (year, Some(month)) => [month, " ", year].concat(),
        };
        let evidence = evidence.map_or("", |(_, words)| words);
        [&self.title, " (", &self.publisher, "), ", evidence, ", ", &date].concat()
    }
}
