//! What values are held against: the pack, and the lines that were moved, replayed on it or on what is published.

use plimsoll_metrics::benchmarks::{Benchmarks, Origin, OwnScale, Segment};
use plimsoll_metrics::{Metric, find_metric};
use rust_decimal::Decimal;

use super::draft::from_written;
use super::{Pack, PackScale, PackSource, from_text, replay};
use crate::Inputs;
use crate::sentence;

/// The name under which the pack's name stands among the moved lines, once it was typed.
pub(crate) const NAME: &str = "name";

/// The name of a pack that was never given one.
const UNNAMED: &str = "My benchmarks";

/// The reader's benchmarks, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lines {
    /// What values are held against.
    pub(crate) benchmarks: Benchmarks,
    /// The same before lines were moved.
    pub(super) base: Benchmarks,
    /// The pack that was loaded.
    pub(crate) pack: Option<Pack>,
    /// The name that was typed for it.
    name: Option<String>,
    /// What could not be read or replayed, and so counts for nothing.
    pub(crate) problems: Vec<String>,
}

/// Whose lines they are that are moved on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The metric under which they are kept.
    pub(super) metric: &'static Metric,
    /// The segment they are kept for; nothing where they are for all.
    pub(super) segment: Option<Segment>,
    /// Whether the card shows the complement of that metric.
    pub(super) is_mirrored: bool,
}

impl Lines {
    /// Reads what was loaded and moved. Never fails: what cannot be read counts for nothing and says so.
    pub(crate) fn read(inputs: &Inputs) -> Self {
        let mut lines = Self { name: inputs.benchmarks.get(NAME).map(str::to_owned), ..Self::default() };
        if !inputs.pack.is_empty() {
            match Pack::read(&from_text(&inputs.pack)) {
                Ok(pack) => {
                    lines.base = pack.benchmarks();
                    lines.pack = Some(pack);
                }
                Err(fault) => lines.problems.push(sentence::pack_fault(&fault)),
            }
        }
        lines.benchmarks = lines.base.clone();
        let mut moved: Vec<(Spot, Vec<(usize, Decimal)>)> = Vec::new();
        for (key, text) in inputs.benchmarks.iter().filter(|(key, _)| *key != NAME) {
            match read_move(key, text) {
                Some((spot, line)) => match moved.iter_mut().find(|(held, _)| *held == spot) {
                    Some((_, held)) => held.push(line),
                    None => moved.push((spot, vec![line])),
                },
                None => lines.problems.push(sentence::line_not_replayed(key, text)),
            }
        }
        for (spot, moves) in moved {
            match lines.replayed(spot, &moves) {
                Some(benchmarks) => lines.benchmarks = benchmarks,
                None => lines.problems.push(sentence::lines_not_replayed(spot.metric)),
            }
        }
        lines
    }

    fn replayed(&self, spot: Spot, moves: &[(usize, Decimal)]) -> Option<Benchmarks> {
        let scale = self.base.scale(spot.metric, spot.segment)?;
        let moved = replay::with_lines(&scale, moves)?;
        self.benchmarks.with_scale(spot.metric, spot.segment, moved).ok()
    }

    /// Under which metric and segment the lines of a card are kept, where the page is about a segment.
    ///
    /// They are kept for the segment only where it has other bands than everybody.
    pub(super) fn spot(&self, metric: &'static Metric, segment: Option<Segment>) -> Spot {
        let (metric, is_mirrored) = metric.complement_of().map_or((metric, false), |base| (base, true));
        let bands = |segment| self.base.scale(metric, segment).map(|scale| scale.into_owned().bands);
        let segment = segment.filter(|segment| bands(None) != bands(Some(*segment)));
        Spot { metric, segment, is_mirrored }
    }

    /// Whether lines of a card were moved.
    pub(crate) fn is_moved(&self, metric: &'static Metric, segment: Option<Segment>) -> bool {
        let spot = self.spot(metric, segment);
        find(&self.benchmarks, spot) != find(&self.base, spot)
    }

    /// The name of the pack.
    pub(crate) fn name(&self) -> &str {
        let loaded = self.pack.as_ref().map(|pack| pack.name.as_str());
        self.name.as_deref().filter(|name| !name.trim().is_empty()).or(loaded).unwrap_or(UNNAMED)
    }

    /// The name as it stands in its field.
    pub(crate) fn name_typed(&self) -> &str {
        self.name.as_deref().or_else(|| self.pack.as_ref().map(|pack| pack.name.as_str())).unwrap_or_default()
    }

    /// Everything that is the reader's own as one pack, lines where they are now.
    pub(crate) fn export(&self) -> Pack {
        let mut pack = Pack { name: self.name().into(), ..Pack::default() };
        for own in self.benchmarks.own_scales() {
            let Some(metric) = find_metric(&own.metric) else { continue };
            let Some(source) = self.source_of(own) else { continue };
            let (segment, scale) = (own.segment, own.scale.clone());
            pack.scales.push(PackScale { metric, segment, source: source.id.clone(), scale });
            if !pack.sources.contains(&source) {
                pack.sources.push(source);
            }
        }
        pack
    }

    fn source_of(&self, own: &OwnScale) -> Option<PackSource> {
        if let Origin::Published(source) | Origin::Adapted(source) = &own.scale.source {
            return Some(PackSource::of(source));
        }
        let pack = self.pack.as_ref()?;
        let is_it = |scale: &&PackScale| {
            let head = scale.metric.complement_of().unwrap_or(scale.metric);
            head.slug == own.metric && scale.segment == own.segment
        };
        let id = &pack.scales.iter().find(is_it)?.source;
        pack.sources.iter().find(|source| source.id == *id).cloned()
    }
}

fn find(benchmarks: &Benchmarks, spot: Spot) -> Option<&OwnScale> {
    let is_it = |own: &&OwnScale| own.metric == spot.metric.slug && own.segment == spot.segment;
    benchmarks.own_scales().iter().find(is_it)
}

/// The key of a moved line: `metric/position`, or `metric/segment/position`.
pub(super) fn key(spot: Spot, position: usize) -> String {
    let segment = spot.segment.map_or_else(String::new, |segment| ["/", segment.slug()].concat());
    [spot.metric.slug, &segment, "/", &position.to_string()].concat()
}

/// Whether a key is one of these lines.
pub(super) fn is_of(spot: Spot, held: &str) -> bool {
    held.rsplit_once('/').is_some_and(|(place, position)| {
        key(spot, 0).strip_suffix("/0") == Some(place) && position.parse::<usize>().is_ok()
    })
}

fn read_move(key: &str, text: &str) -> Option<(Spot, (usize, Decimal))> {
    let (place, position) = key.rsplit_once('/')?;
    let (slug, segment) = match place.split_once('/') {
        Some((slug, segment)) => (slug, Some(*Segment::ALL.iter().find(|one| one.slug() == segment)?)),
        None => (place, None),
    };
    let metric = find_metric(slug).filter(|metric| metric.complement_of().is_none())?;
    let value = from_written(metric, Decimal::from_str_exact(text).ok()?)?;
    Some((Spot { metric, segment, is_mirrored: false }, (position.parse().ok()?, value)))
}
