//! The published scales, worked out once. They are asked for by every card at every key press, and never change.

use std::sync::OnceLock;

use super::graded;
use super::group::Segment;
use super::scale::Scale;
use super::tables::TABLES;

/// A published scale, for a segment or for who has chosen none.
struct Entry {
    slug: &'static str,
    segment: Option<Segment>,
    scale: Scale,
}

/// All of them, by slug.
static SCALES: OnceLock<Vec<Entry>> = OnceLock::new();

/// The published scale of the metric of this slug.
pub(super) fn published(slug: &str, segment: Option<Segment>) -> Option<&'static Scale> {
    let all = SCALES.get_or_init(work_out);
    let start = all.partition_point(|entry| entry.slug < slug);
    let mut of_slug = all.iter().skip(start).take_while(|entry| entry.slug == slug);
    of_slug.find(|entry| entry.segment == segment).map(|entry| &entry.scale)
}

fn work_out() -> Vec<Entry> {
    let mut slugs: Vec<&'static str> = TABLES.iter().flat_map(|table| table.slugs()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    let segments = || Segment::ALL.iter().copied().map(Some).chain([None]);
    let entry = |slug: &'static str, segment| {
        let scale = graded::published(slug, segment)?.into_owned();
        Some(Entry { slug, segment, scale })
    };
    slugs.into_iter().flat_map(|slug| segments().filter_map(move |segment| entry(slug, segment))).collect()
}
